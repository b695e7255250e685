// Reads sources into segments, with an instance of the module. The same in a worker and on the page.

/** Bytes handed to the module at a time, at most. */
const kPieceBytes = 256 << 10;
/** Pieces become smaller where reading one takes longer than this (archives, long articles), so that a cancel is heard. */
const kPieceMs = 60;
const kLeastPieceBytes = 2 << 10;
/** On the page, where the pieces are what stands between two frames. */
const kPieceBytesOnPage = 16 << 10;
const kProgressEveryMs = 100;
/** A file of one record a line that is larger than this is read in parts. */
const kWholeBytes = 16 << 20;
const kPartBytes = 8 << 20;
const kHeadBytes = 1 << 20;
const kLookBytes = 4 << 20;
/** What a saved corpus begins with. */
const kSavedMagic = "CLCORPUS";

const kNothingRead = { bytes: 0, articles: 0, claims: 0, skipped: 0, repaired: 0 };

class Reader {
  #core;
  #emit;
  #pieceBytes;
  #cancelled = false;
  #source = null;
  #lost = null; // the problem, when the source could not be had to its end
  #map = "";

  /**
   * @param {(event: ReaderEvent) => void} emit
   * @param {number} pieceBytes
   */
  constructor(emit, pieceBytes) {
    this.#emit = emit;
    this.#pieceBytes = pieceBytes;
  }

  /**
   * Loads the rules. The module's events must come to `hear` from now on.
   * @param {Uint8Array|string} rules  as unpack.js takes them
   * @param {Uint8Array} own  the user's own tables, a bundle; may be empty
   */
  async start(core, rules, own) {
    this.#core = core;
    const bundle = await bundleOfRules(rules);
    const both = new Uint8Array(own.length + bundle.length);
    both.set(own);
    both.set(bundle, own.length);
    core.check(core.send("cs_reader_start", both, own.length));
  }

  /** The module's events. */
  hear(name, bytes) {
    if (this.#source === null) return;
    const source = this.#source.index;
    if (name === "segment") this.#emit({ type: "segment", source, bytes });
    if (name === "problem") {
      this.#emit({ type: "problem", source, problem: JSON.parse(new TextDecoder().decode(bytes)) });
    }
  }

  cancel() {
    this.#cancelled = true;
  }

  /** @param {Source[]} sources */
  async read(sources) {
    this.#cancelled = false;
    for (const source of sources) {
      if (this.#cancelled) break;
      await this.#readOne(source);
    }
    this.#source = null;
    return { cancelled: this.#cancelled, heapBytes: this.#core.heapBytes };
  }

  async #readOne(source) {
    this.#source = source;
    this.#lost = null;
    this.#use(source.map ?? "");
    this.#core.call("cs_reader_claims", Number(source.claims !== false));
    if (await this.#isDivisible(source)) {
      await this.#divide(source);
      return;
    }
    const { part } = source;
    if (part) {
      this.#core.send("cs_part_begin", source.path, part.begin, part.lines, part.records);
    } else {
      this.#core.send("cs_source_begin", source.path);
    }
    let told = performance.now();
    let isFirst = true;
    try {
      for await (const piece of this.#pieces(source)) {
        if (this.#cancelled) break;
        if (isFirst && this.#isSaved(piece)) return this.#leaveSaved(source);
        isFirst = false;
        this.#core.send("cs_source_push", piece);
        if (performance.now() - told < kProgressEveryMs) continue;
        told = performance.now();
        this.#emit({ type: "progress", source: source.index, counts: this.#counts() });
      }
    } catch (error) {
      // A RangeError is a stack that overflowed: the instance cannot be trusted any more.
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) throw error;
      const reason = `The file could not be read to its end (${error.name}). It may have been moved or changed.`;
      this.#lost = {
        kind: "skipped",
        source: source.path,
        record: 0,
        line: 0,
        offset: 0,
        reason,
      };
      this.#emit({ type: "problem", source: source.index, problem: this.#lost });
    }
    this.#core.call(this.#cancelled || this.#lost ? "cs_source_cancel" : "cs_source_end");
    this.#emit({ type: "done", source: source.index, counts: this.#counts(), report: this.#report() });
  }

  async #isDivisible({ file, size, part }) {
    if (!file || part || size <= kWholeBytes) return false;
    try {
      const head = new Uint8Array(await file.slice(0, kHeadBytes).arrayBuffer());
      return this.#core.send("cs_has_lines", head) === 1;
    } catch {
      return false; // told when it is read
    }
  }

  // Tells the parts of a file, which any reader may read.
  async #divide(source) {
    const { index, file, size } = source;
    const cuts = new LineCuts(kPartBytes);
    let begin = { begin: 0, lines: 0, records: 0 };
    const tell = (end, isLast) =>
      this.#emit({ type: "part", source: index, ...begin, size: end - begin.begin, isLast });
    let at = 0;
    while (at < size && !this.#cancelled) {
      await this.#breathe();
      const block = await file
        .slice(at, at + kLookBytes)
        .arrayBuffer()
        .catch(() => null);
      if (!block || block.byteLength === 0) break; // told by whoever reads the last part
      for (const cut of cuts.push(new Uint8Array(block))) {
        tell(cut.begin, false);
        begin = cut;
      }
      at += block.byteLength;
    }
    if (!this.#cancelled) tell(size, true);
    this.#emit({ type: "done", source: index, counts: kNothingRead, report: null });
  }

  /**
   * The segment with days that were found for some of its articles.
   * @param {number[]} days  article, day, basis; article, day, basis; ...
   */
  redate(bytes, days) {
    const block = new Uint8Array(days.length * 4 + bytes.length);
    block.set(new Uint8Array(Int32Array.from(days).buffer));
    block.set(bytes, days.length * 4);
    this.#core.check(this.#core.send("cs_redate", block, days.length / 3));
    return { bytes: this.#core.bytes(this.#core.call("cs_out")) };
  }

  #isSaved(piece) {
    return String.fromCharCode(...piece.subarray(0, kSavedMagic.length)) === kSavedMagic;
  }

  #leaveSaved({ index, size }) {
    this.#core.call("cs_source_cancel");
    const report = { ...this.#report(), bytes: size, format: "saved corpus" };
    this.#emit({ type: "saved", source: index, counts: { ...this.#counts(), bytes: size }, report });
  }

  // What the fields of the sources to come are called.
  #use(map) {
    if (map === this.#map) return;
    this.#core.check(this.#core.send("cs_reader_map", map));
    this.#map = map;
  }

  #report() {
    const report = this.#core.json("cs_source_report");
    if (this.#lost) {
      report.skipped++;
      report.problems.push({ ...this.#lost, count: 1 });
    }
    return report;
  }

  #counts() {
    const counts = this.#core.json("cs_source_counts");
    return { ...counts, skipped: counts.skipped + (this.#lost ? 1 : 0) };
  }

  // The source in pieces; the next piece of a file is on its way while the last one is read.
  async *#pieces({ file, bytes, size, error }) {
    if (error) throw new DOMException("", error);
    const pieceAt = (at) => {
      if (bytes) return bytes.subarray(at, at + this.#pieceBytes);
      const piece = file.slice(at, at + this.#pieceBytes).arrayBuffer();
      piece.catch(() => {}); // awaited below, unless the reading was cancelled before
      return piece;
    };
    let step = this.#pieceBytes;
    let next = size > 0 ? pieceAt(0) : null;
    for (let at = 0; at < size; ) {
      const piece = await next;
      const block = new Uint8Array(piece.buffer ?? piece, piece.byteOffset ?? 0, piece.byteLength);
      at += block.length;
      if (block.length === 0) throw new DOMException("", "NotReadableError"); // the file became shorter
      if (at < size) next = pieceAt(at);
      // The same bytes in parts: results do not depend on the cut.
      for (let from = 0; from < block.length && !this.#cancelled; ) {
        await this.#breathe();
        const part = block.subarray(from, from + step);
        from += part.length;
        const began = performance.now();
        yield part;
        const took = performance.now() - began;
        if (took > kPieceMs) step = Math.max(kLeastPieceBytes, step >> 2);
        else if (took < kPieceMs / 8) step = Math.min(this.#pieceBytes, step << 1);
      }
    }
  }

  // Lets messages (a cancel) and, on the page, frames come in between.
  #breathe() {
    return new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        done();
      };
      channel.port2.postMessage(0);
    });
  }
}
