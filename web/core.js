// The functions of src/host/web/abi.h, from JavaScript: strings and bytes in, strings and bytes out.
// Also runs in the worker.

/** A failure with a code and a sentence for the user. */
class CoreError extends Error {
  constructor(code, message, detail = "") {
    super(message);
    this.name = "CoreError";
    this.code = code;
    this.detail = detail;
  }
}

class Core {
  #glue = null;
  #encoder = new TextEncoder();
  #decoder = new TextDecoder();

  /**
   * An instance of the compiled module.
   * @param {Function} createGlue  emcc's function
   * @param {WebAssembly.Module} module
   * @param {(name: string, bytes: Uint8Array) => void} emit  hears the module's events; the bytes are its own copy
   * @param {HTMLCanvasElement} [canvas]
   */
  static create(createGlue, module, emit, canvas) {
    const core = new Core();
    return new Promise((done, refuse) => {
      createGlue({
        canvas,
        emit: (name, nameSize, at, size) => emit(core.#read(name, nameSize), core.#copy(at, size)),
        instantiateWasm: (imports, use) => {
          WebAssembly.instantiate(module, imports).then((made) => use(made, module), refuse);
          return {};
        },
        onAbort: (why) =>
          refuse(new CoreError("stopped", "Claimscope could not start.", String(why))),
      }).then((glue) => {
        core.#glue = glue;
        done(core);
      }, refuse);
    });
  }

  /** Calls a function of the module that takes numbers. */
  call(name, ...numbers) {
    return this.#glue[`_${name}`](...numbers);
  }

  /** Calls one that takes a block (a string or bytes), then numbers. */
  send(name, block, ...numbers) {
    const bytes = typeof block === "string" ? this.#encoder.encode(block) : block;
    const at = this.call("cs_in", bytes.length);
    this.#glue.HEAPU8.set(bytes, at);
    return this.call(name, ...numbers);
  }

  /** The text that the last call gave. */
  text(address) {
    return this.#read(address, this.call("cs_out_size"));
  }

  /** The bytes that the last call gave, as a copy. */
  bytes(address) {
    return this.#copy(address, this.call("cs_out_size"));
  }

  json(name, ...numbers) {
    return JSON.parse(this.text(this.call(name, ...numbers)));
  }

  /** Throws when a function that answers with a status did not succeed. */
  check(status) {
    if (status === 0) return;
    throw new CoreError(Core.codes[status] ?? "invalid", this.text(this.call("cs_out")));
  }

  get heapBytes() {
    return this.#glue.HEAPU8.length;
  }

  // The heap's views change whenever it grows: each is taken anew.
  #read(at, size) {
    return this.#decoder.decode(this.#glue.HEAPU8.subarray(at, at + size));
  }
  #copy(at, size) {
    return this.#glue.HEAPU8.slice(at, at + size);
  }
}

/** Codes of src/base/status.h, in its order. */
Core.codes = ["ok", "invalid", "unsupported", "not-found", "too-large", "io"];
