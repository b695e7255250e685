// Reads sources into segments, with an instance of the module. The same in a worker and on the page.

/** Bytes handed to the module at a time: small enough that a cancel is heard soon. */
const kPieceBytes = 256 << 10;
/** On the page, where the pieces are what stands between two frames. */
const kPieceBytesOnPage = 16 << 10;
const kProgressEveryMs = 100;

class Reader {
  #core;
  #emit;
  #pieceBytes;
  #cancelled = false;
  #source = null;
  #lost = 0;

  /**
   * @param {(event: ReaderEvent) => void} emit
   * @param {number} pieceBytes
   */
  constructor(emit, pieceBytes) {
    this.#emit = emit;
    this.#pieceBytes = pieceBytes;
  }

  /** Loads the rules. The module's events must come to `hear` from now on. */
  start(core) {
    this.#core = core;
    core.check(core.call("cs_reader_start"));
    return core.json("cs_samples");
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
    this.#lost = 0;
    this.#core.send("cs_source_begin", source.path);
    let told = performance.now();
    try {
      for await (const piece of this.#pieces(source)) {
        if (this.#cancelled) break;
        this.#push(piece);
        if (performance.now() - told < kProgressEveryMs) continue;
        told = performance.now();
        this.#emit({ type: "progress", source: source.index, counts: this.#counts() });
      }
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error;
      this.#lost = 1;
      const reason = `The file could not be read to its end (${error.name}). It may have been moved or changed.`;
      const problem = {
        kind: "skipped",
        source: source.path,
        record: 0,
        line: 0,
        offset: 0,
        reason,
      };
      this.#emit({ type: "problem", source: source.index, problem });
    }
    this.#core.call(this.#cancelled || this.#lost ? "cs_source_cancel" : "cs_source_end");
    this.#emit({ type: "done", source: source.index, counts: this.#counts() });
  }

  #push(piece) {
    if (typeof piece === "number") this.#core.call("cs_source_push_sample", piece);
    else this.#core.send("cs_source_push", piece);
  }

  #counts() {
    const counts = this.#core.json("cs_source_counts");
    return { ...counts, skipped: counts.skipped + this.#lost };
  }

  // The source in pieces; the next piece of a file is on its way while the last one is read.
  async *#pieces({ file, bytes, sample, size, error }) {
    if (error) throw new DOMException("", error);
    if (sample !== undefined) {
      yield sample;
      return;
    }
    const step = this.#pieceBytes;
    const pieceAt = (at) => {
      if (bytes) return bytes.subarray(at, at + step);
      const piece = file.slice(at, at + step).arrayBuffer();
      piece.catch(() => {}); // awaited below, unless the reading was cancelled before
      return piece;
    };
    let next = size > 0 ? pieceAt(0) : null;
    for (let at = 0; at < size; at += step) {
      const piece = await next;
      if (at + step < size) next = pieceAt(at + step);
      await this.#breathe();
      yield new Uint8Array(piece.buffer ?? piece, piece.byteOffset ?? 0, piece.byteLength);
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
