// Exports: the core writes what passes the filters piece by piece; here the pieces become a file.

/** Exporting goes on for this long before frames come in between. */
const kExportSliceMs = 40;
/** Until texts that are still on their way are looked for again. */
const kExportWaitMs = 50;
const kPngScale = 2;
/** As src/exports/exports.h counts them. */
const kExportSteps = ["more", "waits", "done", "given up"];

class Exports {
  #core;
  #kinds;
  #bring;
  #queue = Promise.resolve();

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
      return navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    }
    const file = await this.make(format);
    offer(file, file.name);
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
    const pieces = [];
    try {
      for (let step = "more"; step !== "done"; ) {
        signal?.throwIfAborted();
        step = this.#slice(pieces);
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
    return new File(pieces, `claims${ending}`, { type });
  }

  #slice(pieces) {
    const began = performance.now();
    for (;;) {
      pieces.push(this.#core.bytes(this.#core.call("cs_export_next")));
      const step = kExportSteps[this.#core.call("cs_export_step")];
      if (step !== "more" || performance.now() - began > kExportSliceMs) return step;
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
