// Two ways to have sources read: in a worker, or, where no worker can start, on the page between frames.
// Both have start, read, redate, cancel, stop, and tell their events through the function given.

/** The page's script by parts: the worker is made of some of them (files.txt). */
const kPartsOfScript = new Map(
  Array.from(document.currentScript.textContent.matchAll(/^\/\/ (\S+\.js)\n([^]*?)(?=^\/\/ \S+\.js\n|(?![^]))/gm),
    ([, name, text]) => [name, text]),
);

class WorkerReader {
  #worker;
  #address;
  #waiting = new Map();
  #lastId = 0;

  /** @param {(event: ReaderEvent) => void} hear */
  constructor(glueText, hear) {
    const { shared, texts } = CLAIMSCOPE_BUILD;
    const parts = [glueText, ...shared.map((name) => kPartsOfScript.get(name)), ...Object.values(texts)];
    const source = parts.join("\n");
    this.#address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    this.#worker = new Worker(this.#address);
    this.#worker.onmessage = ({ data }) =>
      data.id === undefined ? hear(data) : this.#answer(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#fail({ code: "stopped", message: "The reader stopped.", detail: event.message ?? "" });
    };
  }

  async start(module, rules, own) {
    try {
      await this.#request({ type: "start", module, rules, own });
    } finally {
      URL.revokeObjectURL(this.#address);
    }
  }

  read(sources) {
    return this.#request({ type: "read", sources });
  }

  async redate(bytes, days) {
    return (await this.#request({ type: "redate", bytes, days })).bytes;
  }

  cancel() {
    return this.#request({ type: "cancel" });
  }

  stop() {
    this.#worker.terminate();
    this.#fail({ code: "stopped", message: "The reader was stopped.", detail: "" });
  }

  #request(message) {
    const id = ++this.#lastId;
    return new Promise((done, refuse) => {
      this.#waiting.set(id, { done, refuse });
      this.#worker.postMessage({ id, ...message });
    });
  }

  #answer({ id, error, ...answer }) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting.refuse(new CoreError(error.code, error.message, error.detail));
    else waiting.done(answer);
  }

  #fail({ code, message, detail }) {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { refuse } of waiting) refuse(new CoreError(code, message, detail));
  }
}

class PageReader {
  #reader;
  #core;

  constructor(core, hear) {
    this.#core = core;
    this.#reader = new Reader(hear, kPieceBytesOnPage);
  }

  /** The module's events, which come to the page's own instance here. */
  hear(name, bytes) {
    this.#reader.hear(name, bytes);
  }

  async start(rules, own) {
    return this.#reader.start(this.#core, rules, own);
  }
  read(sources) {
    return this.#reader.read(sources);
  }
  async redate(bytes, days) {
    return this.#reader.redate(bytes, days).bytes;
  }
  async cancel() {
    this.#reader.cancel();
  }
  stop() {}
}
