// Saved corpora (.claims files) on the page: the module says which bytes of which file it wants next, and they are read
// from the file only then.

/** @typedef {{articles: number, claims: number}} SavedCounts  `reviews`: what was said of its claims, of SavedFiles.open */

class SavedFiles {
  #core;
  #files = []; // by the module's numbers
  #refusals = new Map();
  #bringing = null;
  #lost;

  /** @param {(error: CoreError) => void} lost  hears of a part that cannot be had */
  constructor(core, lost) {
    this.#core = core;
    this.#lost = lost;
  }

  get busy() {
    return this.#bringing !== null;
  }

  /**
   * Adds a saved corpus to what is there.
   * @param {Blob} file
   * @returns {Promise<SavedCounts>}
   */
  async open(file) {
    const number = this.#core.call("cs_saved_open", file.size);
    this.#files[number] = file;
    await this.bring();
    const counts = this.#core.json("cs_saved_counts", number);
    if (counts) {
      const reviews = this.#core.text(this.#core.call("cs_saved_reviews", number));
      return { ...counts, reviews };
    }
    throw this.#refusals.get(number);
  }

  /** The module has been emptied. */
  clear() {
    this.#files = [];
    this.#refusals.clear();
  }

  /** Brings what is wanted, until nothing is; a frame follows whatever came. */
  async bring() {
    if (this.#core.json("cs_saved_next") === null) return;
    await (this.#bringing ??= this.#bringAll().finally(() => (this.#bringing = null)));
  }

  async #bringAll() {
    for (;;) {
      const files = this.#files;
      const range = this.#core.json("cs_saved_next");
      if (!range) return;
      const part = files[range.file].slice(range.begin, range.begin + range.size);
      // A file that was moved or changed gives nothing, which the module tells as such.
      const bytes = await part.arrayBuffer().catch(() => new ArrayBuffer(0));
      if (files !== this.#files) continue;
      try {
        this.#core.check(this.#core.send("cs_saved_give", new Uint8Array(bytes)));
      } catch (error) {
        if (this.#core.json("cs_saved_counts", range.file)) this.#lost(error);
        else this.#refusals.set(range.file, error);
      }
    }
  }

  /** The corpus on show as one file, with what was said of its claims in review or without. */
  async save(hearing, withReviews) {
    this.#core.call("cs_want_all");
    await this.bring();
    const parts = [];
    hearing.saved = (bytes) => parts.push(bytes);
    this.#core.check(this.#core.call("cs_save", Number(withReviews)));
    delete hearing.saved;
    return new Blob(parts, { type: "application/octet-stream" });
  }
}
