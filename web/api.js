// window.claimscope: what host pages and tests drive the explorer by. README.md has it as a table.

const kEvents = ["ready", "progress", "selection", "error"];

class Api {
  #core;
  #ingest;
  #openAll;
  #canvas;
  #others; // who may be busy, besides the reading
  #saveCorpus;
  #exports;
  #makePage;
  #forget;
  #ownRules;
  #listeners = new Map(kEvents.map((name) => [name, new Set()]));
  #whenIdle = [];
  #becomeReady;
  ready = new Promise((done) => (this.#becomeReady = done));
  timings = timings;
  version = CLAIMSCOPE_BUILD.version;

  start(core, ingest, openAll, canvas, others, saveCorpus, exports, makePage, forget, ownRules) {
    this.#others = others;
    this.#saveCorpus = saveCorpus;
    this.#exports = exports;
    this.#makePage = makePage;
    this.#forget = forget;
    this.#ownRules = ownRules;
    this.#core = core;
    this.#ingest = ingest;
    this.#openAll = openAll;
    this.#canvas = canvas;
    mark("ready");
    this.#becomeReady(this);
    this.tell("ready", {});
  }

  /**
   * Reads files (File objects or {name, bytes}); resolves when they are read.
   * @param {{map?: {[part: string]: string}, claims?: boolean}} [options]  map: what fields are called there, such as
   *   {text: "story"}; claims false: articles are cleaned, dated and made searchable without claims, several times as fast
   */
  async open(files, { map = {}, claims = true } = {}) {
    const lines = Object.entries(map).map(([part, name]) => `${part}=${name}`);
    this.#core.check(this.#core.send("cs_check_map", lines.join("\n")));
    const sources = toSources(files);
    for (const source of sources) Object.assign(source, { map: lines.join("\n"), claims });
    return this.#openAll(sources);
  }

  /**
   * Reads with rules of one's own from now on, and again what is open: files of a folder laid out as assets/, with their
   * paths; none: the built-in ones. Resolves to what `open` does of what was read again.
   */
  async useRules(files) {
    return this.#ownRules.use(await bundleOfTables(toSources(files)));
  }

  /** The corpus on show as a saved one, a Blob: articles, claims and search index. */
  save() {
    return this.#saveCorpus();
  }

  /** What was read, skipped and repaired of the corpus on show, file by file: what `claimscope --report` writes. */
  report() {
    return this.#ingest.report.toJSON();
  }

  /**
   * What passes the filters now, as a file that nothing has saved yet.
   * @param {string} format  csv, tsv, json, ndjson, annotations, jsonld, geojson, svg, png, map-svg, map-png, html, bibtex, csl
   * @param {{scale?: number, onProgress?: (done: number) => void, signal?: AbortSignal}} [options]
   *   scale: of a PNG, pixels per unit of the picture
   * @returns {Promise<File>}
   */
  export(format, options = {}) {
    return this.#exports.make(format, options);
  }

  /** The offline page with the corpus on show and the view inside. @returns {Promise<File>} */
  page() {
    return this.#makePage();
  }

  /** Deletes what this browser keeps of the last visit, and starts anew. */
  forget() {
    return this.#forget();
  }

  /** Gives a command of the explorer, with its arguments as an object. Throws when it cannot be done. */
  command(name, args = {}) {
    const pairs = Object.entries(args).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    this.#core.check(this.#core.send("cs_command", `${name}?${pairs.join("&")}`));
  }

  cancel() {
    this.#ingest.cancel();
  }

  state() {
    return this.#core.json("cs_state");
  }

  /** Every widget on show: its label, and its rectangle in CSS pixels of the window. */
  items() {
    const { left, top } = this.#canvas.getBoundingClientRect();
    return this.#core
      .json("cs_items")
      .map((item) => ({ ...item, x: item.x + left, y: item.y + top }));
  }

  /** Resolves when nothing is being read and no frame is due. */
  async idle() {
    await this.#ingest.idle();
    if (this.#isStill()) return;
    await new Promise((done) => this.#whenIdle.push(done));
  }

  /** Frames drawn so far. */
  get frames() {
    return this.#core ? this.#core.call("cs_frames") : 0;
  }

  /** Bytes held: by the page's module and by the workers' modules. */
  memory() {
    return { page: this.#core.heapBytes, workers: this.#ingest.heapBytes };
  }

  on(event, listener) {
    this.#of(event).add(listener);
  }
  off(event, listener) {
    this.#of(event).delete(listener);
  }
  #of(event) {
    const listeners = this.#listeners.get(event);
    if (!listeners)
      throw new CoreError("not-found", `There is no event "${event}", only ${kEvents.join(", ")}.`);
    return listeners;
  }

  tell(event, detail) {
    for (const listener of this.#listeners.get(event)) listener(detail);
  }

  #isStill() {
    return !this.#ingest.busy && !this.#others.some(({ busy }) => busy) && (document.hidden || this.#core.call("cs_frame_pending") === 0);
  }

  /** Call after a frame: lets those go on who wait for stillness. */
  rest() {
    if (this.#whenIdle.length > 0 && this.#isStill())
      for (const done of this.#whenIdle.splice(0)) done();
  }
}
