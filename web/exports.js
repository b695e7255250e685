// Exports: the core writes what passes the filters piece by piece; here the pieces become a file.

/** Exporting goes on for this long before frames come in between. */
const kExportSliceMs = 40;
/** Until texts that are still on their way are looked for again. */
const kExportWaitMs = 50;
const kPngScale = 2;
/** An export that takes longer shows how far it is. */
const kExportTellMs = 600;
/** So much of a file is held as pieces; then the browser takes it, which may put it on the disk. */
const kHeldBytes = 8 << 20;
/** As src/exports/exports.h counts them. */
const kExportSteps = ["more", "waits", "done", "given up"];

class Exports {
  #core;
  #kinds;
  #bring;
  #queue = Promise.resolve();
  #showing = null; // the export that the bar tells of

  /** @param {() => Promise<void>} bring  fetches the texts that the core waits for */
  constructor(core, bring) {
    this.#core = core;
    this.#bring = bring;
    this.#kinds = new Map(core.json("cs_exports").map((kind) => [kind.id, kind]));
  }

  /** Offers the file for download; "chart-copy": puts the chart into the clipboard. */
  async save(format) {
    if (format === "chart-copy") {
      const picture = this.make("png"); // a promise: the clipboard must be asked within the click
      await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
      return api.command("tell", { text: "Chart copied" });
    }
    const shown = this.#show();
    try {
      const file = await this.make(format, shown);
      offer(file, file.name);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    } finally {
      shown.end();
    }
  }

  // Options for `make` that show its progress, and end it when Cancel is pressed.
  #show() {
    const bar = document.getElementById("export-bar");
    const note = document.getElementById("export-note");
    const stopping = new AbortController();
    const mine = (this.#showing = {});
    bar.querySelector("button").onclick = () => stopping.abort();
    let begun = false;
    const timer = setTimeout(() => {
      if (this.#showing !== mine) return;
      note.textContent = "Writing the export…";
      bar.hidden = false;
      begun = true;
    }, kExportTellMs);
    return {
      signal: stopping.signal,
      onProgress: (done) => {
        if (begun) document.getElementById("export-progress").value = done;
      },
      end: () => {
        clearTimeout(timer);
        if (this.#showing === mine) bar.hidden = true;
      },
    };
  }

  /** One after another: the core writes one at a time. @returns {Promise<File>} */
  make(format, options = {}) {
    const made = this.#queue.then(() => {
      if (format === "png") return this.#makePng("svg", options);
      if (format === "map-png") return this.#makePng("map-svg", options);
      if (format === "parquet") return this.#makeParquet(options);
      return this.#makeText(format, options);
    });
    this.#queue = made.catch(() => {});
    return made;
  }

  async #makeText(format, { onProgress, signal } = {}) {
    this.#core.check(this.#core.send("cs_export_begin", format));
    const { ending, type } = this.#kinds.get(format);
    const parts = [];
    try {
      for (let step = "more"; step !== "done"; ) {
        signal?.throwIfAborted();
        step = this.#slice(parts);
        if (step === "given up") {
          const why = "The articles changed while they were exported. Try again.";
          throw new CoreError("invalid", why);
        }
        onProgress?.(this.#core.call("cs_export_done"));
        if (step === "waits") await this.#bring();
        const wait = step === "waits" ? kExportWaitMs : 0;
        if (step !== "done") await new Promise((done) => setTimeout(done, wait));
      }
    } finally {
      this.#core.call("cs_export_end");
    }
    await this.#checkKept(parts);
    return new File(parts, `claims${ending}`, { type });
  }

  // A browser that cannot keep so much says so only when it is read.
  async #checkKept(parts) {
    try {
      for (const part of parts) await part.slice(0, 1).arrayBuffer();
    } catch {
      const size = parts.reduce((bytes, part) => bytes + part.size, 0);
      const why = `The export has ${(size / 1e6).toFixed(0)} MB, more than this browser can keep. Narrow it down and export it in parts.`;
      throw new CoreError("too-large", why);
    }
  }

  // What is written leaves the page's own memory as a Blob.
  #slice(parts) {
    const began = performance.now();
    let pieces = [];
    let bytes = 0;
    const close = () => {
      if (pieces.length > 0) parts.push(new Blob(pieces));
      pieces = [];
      bytes = 0;
    };
    for (;;) {
      const piece = this.#core.bytes(this.#core.call("cs_export_next"));
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > kHeldBytes) close();
      const step = kExportSteps[this.#core.call("cs_export_step")];
      if (step !== "more" || performance.now() - began > kExportSliceMs) {
        close();
        return step;
      }
    }
  }

  async #makeParquet(options) {
    const json = await this.#makeText("json", options);
    const bytes = await parquetOf(await json.text());
    return new File([bytes], "claims.parquet", { type: "application/vnd.apache.parquet" });
  }

  async #makePng(format, { scale = kPngScale, ...options } = {}) {
    const svg = await this.#makeText(format, options);
    const image = new Image();
    const url = URL.createObjectURL(svg);
    try {
      await new Promise((done, refuse) => {
        image.onload = done;
        image.onerror = () => refuse(new CoreError("io", "The picture could not be drawn."));
        image.src = url;
      });
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
      if (!blob) throw new CoreError("too-large", "The picture is too large for this browser.");
      return new File([blob], svg.name.replace(/svg$/, "png"), { type: "image/png" });
    } finally {
      URL.revokeObjectURL(url);
    }
  }
}
