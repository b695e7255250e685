// Rules of the user's own: a folder laid out as assets/ is dropped, its tables take the place of ours, and what is open is
// read again with them. They travel with what is saved (src/model/own_rules.h).

const kNoRules = new Uint8Array();
const kTable = /^(?:(.*)\/)?((?:lexicon|gazetteer)\/[^/]+\.tsv)$/;
/** What a folder of rules is made of; all else in it is articles. */
const kPart = /^(?:lexicon|gazetteer|sample)\/|^(?:README|LICEN[CS]E)[^/]*$/i;
/** What the bundle says the rules are called. */
const kNameFile = "name";

/**
 * A bundle of the tables among some sources, by their paths in the folder; empty when there are none.
 * @param {{path: string, file?: File, bytes?: Uint8Array}[]} sources
 * @returns {Promise<Uint8Array>}
 */
async function bundleOfTables(sources) {
  const files = new Map();
  let called = "";
  for (const { path, file, bytes } of sources) {
    const [, folder = "", name] = kTable.exec(path) ?? [];
    if (!name) continue;
    called ||= folder.split("/").pop() || "own";
    files.set(name, bytes ?? new Uint8Array(await file.arrayBuffer()));
  }
  if (files.size === 0) return kNoRules;
  files.set(kNameFile, new TextEncoder().encode(called));
  const names = [...files.keys()].sort();
  return bundleOf(names.map((name) => ({ name, data: files.get(name) })));
}

const sameBytes = (a, b) => a.length === b.length && a.every((byte, at) => byte === b[at]);

class OwnRules {
  #core;
  #ingest;
  /** What readers are to be started with. */
  bundle = kNoRules;

  constructor(core, ingest) {
    this.#core = core;
    this.#ingest = ingest;
  }

  /** Takes rules out of what was dropped and asks whether to use them. @returns {Promise<object[]>} what is left to be opened */
  async takeFrom(sources) {
    const table = sources.find(({ path, error }) => !error && kTable.test(path));
    if (!table) return sources;
    const [, folder] = kTable.exec(table.path);
    const begin = folder ? `${folder}/` : "";
    const isPart = ({ path }) => path.startsWith(begin) && kPart.test(path.slice(begin.length));
    const parts = sources.filter(isPart);
    const samples = parts.filter(({ path }) => path.startsWith(`${begin}sample/`));
    const rest = sources.filter((source) => !isPart(source));
    try {
      const bundle = await bundleOfTables(parts);
      const { sources: again, lost } = this.#ingest.sourcesAtHand();
      const choice = await this.#ask(folder?.split("/").pop() ?? "", again.length, lost, samples.length);
      if (choice === "use") await this.use(bundle, samples);
    } catch (error) {
      await this.#tell(error);
    }
    return rest;
  }

  /**
   * Uses a bundle from now on, and reads again what is open, or, where nothing of the user's is, `samples`.
   * Fails, and changes nothing, when the rules cannot be used.
   */
  async use(bundle, samples = []) {
    const before = this.bundle;
    this.bundle = bundle;
    const { sources } = this.#ingest.sourcesAtHand();
    try {
      await this.#ingest.startAnew();
    } catch (error) {
      this.bundle = before;
      throw error;
    }
    this.#core.check(this.#core.send("cs_use_rules", bundle));
    return this.#ingest.open(sources.length > 0 ? sources : samples);
  }

  /** A saved corpus may have brought rules of its own: what is opened beside it is read with them too. */
  async follow() {
    const bundle = this.#core.bytes(this.#core.call("cs_rules")).slice();
    if (sameBytes(bundle, this.bundle)) return;
    this.bundle = bundle;
    this.#core.check(this.#core.send("cs_use_rules", bundle));
    this.#ingest.rulesCame();
  }

  #ask(name, again, lost, samples) {
    const what =
      again > 0 ? `${countOf(again, "file")} that ${again === 1 ? "is" : "are"} open will be read again with them.`
      : samples > 0 ? "The samples of the folder will be read with them."
      : "What you open from now on will be read with them.";
    const gone = lost.length === 0 ? "" :
      ` ${countOf(lost.length, "file")} cannot be read again and will be closed: “${lost.slice(0, 3).join("”, “")}”` +
        `${lost.length > 3 ? " and others" : ""}. Save the corpus first if you need it.`;
    return askWith(`Use the rules “${name || "own"}”?`,
      `This folder holds tables of rules. They take the place of the built-in ones of the same name. ${what}${gone}`,
      [["", "Leave them"], ["use", "Use these rules"]]);
  }

  #tell({ message }) {
    return askWith("These rules cannot be used", `${message} Nothing was changed.`, [["", "Close"]]);
  }
}
