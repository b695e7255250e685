/** Text (UTF-8) or bytes. */
export type Data = string | ArrayBuffer | ArrayBufferView;

export type Kind =
  | "territory" | "casualties" | "equipment" | "strike" | "force" | "diplomacy" | "humanitarian" | "other";
export type Side = "ukraine" | "russia" | "ally" | "third" | "independent" | "outlet" | "unknown";
export type Status = "asserted" | "unverified" | "confirmed" | "denied" | "disputed";
/** Bytes of an article's text, in UTF-8: [begin, end). */
export type Span = [number, number];

/** What claims must fulfil; every part left out lets everything pass. */
export interface Question {
  /** A search, as in the search box: README.md ("Searching"). Its last word is a whole word. */
  text?: string;
  /** Where its words are looked for: in the whole article (as when left out), or in the claim itself. */
  in?: "articles" | "claims";
  /** Days, YYYY-MM-DD, both included. */
  from?: string;
  to?: string;
  /** ISO 3166-2 or country codes, "-" for none. */
  regions?: string[];
  kinds?: Kind[];
  sides?: Side[];
  statuses?: Status[];
  /** Written as in the claim or its article; one of them must be the claim's. */
  claimants?: string[];
  places?: string[];
  sources?: string[];
  languages?: string[];
  /** Claims with an amount of this measure (a key of `counts({ by: ["measure"] }).measure`) within these ends, in its unit. */
  amount?: { measure: string; least?: number; most?: number };
  /** "once": what a copy of an article tells again is left out. */
  copies?: "all" | "once";
  /**
   * "distinct": a claim that is told several times counts once, at its first mention. "articles": in the facets of counts() an
   * article counts once for each value that some claim of it has, in its chart once a bar; total counts claims.
   */
  count?: "mentions" | "distinct" | "articles";
}

export interface Quantity {
  value: number; value_max: number; unit: string; si_value: number; si_unit: string;
  bound: "exact" | "about" | "at_least" | "at_most" | "range";
  scope: "none" | "cumulative" | "incremental";
  of: string; span: Span;
}
export interface Place {
  name: string; region: string; sure: "exact" | "alias" | "context" | "ambiguous";
  span: Span; lat: number | null; lon: number | null; candidates?: string[];
}
export interface Claim {
  article: string; span: Span; quote: string; kind: Kind; claimant: string; claimant_span?: Span;
  side: Side; cue?: string; cue_span?: Span; mode: "direct" | "indirect" | "outlet"; status: Status;
  status_words?: string; status_span?: Span; quantities: Quantity[];
  time: { from: string | null; to: string | null; basis: "publication" | "explicit" | "relative"; span?: Span };
  places: Place[]; region: string; actor: Side; rule: string;
}

/** What was not understood of a search: bytes [begin, end) of its text, and what was expected. */
export interface SearchProblem { begin: number; end: number; message: string }
export interface Hits { total: number; articles: number; problems: SearchProblem[]; hits: Claim[] }

export type Per = "day" | "week" | "month" | "quarter" | "year";
export type Facet = "region" | "kind" | "side" | "status" | "claimant" | "place" | "source" | "language" | "measure";
export interface Chart {
  /** A longer unit than asked for where there would be more than 4,000 buckets. */
  per: Per;
  /** The first day of each. */
  buckets: string[];
  /** What the chart is stacked by: regions and claimants by falling count, the first eight, "other" for the rest. */
  series: string[];
  /** buckets x series. */
  counts: number[];
  /** Articles published in each, whatever the question: to tell shares of the coverage. */
  published: number[];
  undated: number;
}
/** Each facet counts under every part of the question but its own; `days` under all but the days. */
export interface Counts {
  total: number; articles: number; days: Chart;
  region?: Record<string, number>; kind?: Record<string, number>;
  side?: Record<string, number>; status?: Record<string, number>;
  claimant?: Record<string, number>; place?: Record<string, number>; source?: Record<string, number>;
  language?: Record<string, number>; measure?: Record<string, number>;
}

export type Format = "text" | "html" | "markdown" | "json" | "csv" | "xml" | "warc" | "mail";
/** What could not be read as it stands. */
export interface Problem {
  kind: "skipped" | "repaired";
  source: string;
  /** From 1; 0: the source as a whole, and a line that is not known. `offset`: bytes, once unpacked. */
  record: number; line: number; offset: number;
  reason: string;
  /** The names of a record's fields where none is known to hold its text. */
  fields?: string[];
}
export interface Added {
  articles: number; claims: number;
  /** Records left out; records kept after a repair; blocks that were there already. */
  skipped: number; repaired: number; known: number;
  problems: Problem[];
}
export interface FoundArticle {
  article: string; score: number; title: string; date: string | null; source: string;
  author: string; url: string; language: string; claims: number;
}
export interface Article {
  article: string; title: string; date: string | null; date_basis: string; source: string;
  author: string; url: string; language: string; text: string;
  boilerplate: { span: Span; reason: string; text: string }[];
  claims: Claim[];
}

/** code: invalid, unsupported, not-found, too-large, io, stopped or memory (what was added before can still be asked). */
export class ClaimscopeError extends Error { code: string }

export class Claimscope {
  private constructor();
  /**
   * `wasm`: the module, compiled or as bytes, `rules`: the bundle of rules; both are read from beside this file unless
   * given. `rules: null`: without them, for saved corpora only.
   */
  static create(options?: {
    wasm?: WebAssembly.Module | BufferSource;
    rules?: ArrayBuffer | ArrayBufferView | null;
  }): Promise<Claimscope>;
  readonly version: string;
  /** Bytes that the module holds. */
  memory(): number;
  /**
   * Reads a source of articles in any of the formats that README.md lists, archives too; told apart by content, unless
   * `format` says what it is ("json": lines of it too). Files in archives are always told apart by content.
   */
  add(data: Data, options?: { name?: string; format?: Format }): Added;
  /** Adds a saved corpus (`claimscope index`, save()). */
  addSnapshot(data: ArrayBuffer | ArrayBufferView): void;
  /** Claims, by day; "-date": the last ones first. limit: 100 unless given. */
  query(question?: Question & { limit?: number; offset?: number; order?: "date" | "-date" }): Hits;
  /** Per value of each facet of `by` (region, kind, side and status unless given), and per day or a longer unit, stacked by a facet (region). */
  counts(question?: Question & { by?: Facet[]; per?: Per; stack?: "region" | "kind" | "side" | "status" | "claimant" }): Counts;
  /** Articles, the best first. limit: 10 unless given. */
  search(text: string, options?: { limit?: number }): { total: number; problems: SearchProblem[]; hits: FoundArticle[] };
  /** Null when there is none. */
  article(id: string): Article | null;
  claims(question?: Question): Generator<Claim>;
  /** The corpus as bytes of a .claims file. */
  save(): Uint8Array;
  /** Gives the memory back; nothing can be called afterwards. */
  free(): void;
}
