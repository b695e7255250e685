// Claimscope without its interface, for browsers, workers and Node 18 or later: articles in; claims,
// counts and search out. claimscope.d.ts describes every function; example.mjs shows them.
import createGlue from "./claimscope-glue.mjs";

const kCodes = ["ok", "invalid", "unsupported", "not-found", "too-large", "io"];
const kPieceBytes = 1 << 20;
const kPageClaims = 500;

/** A failure with a code and a sentence in plain English. */
export class ClaimscopeError extends Error {
  constructor(code, message) {
    super(message);
    this.name = "ClaimscopeError";
    this.code = code;
  }
}

// The bytes of a file beside this module, in a browser and in Node.
async function bytesBeside(name) {
  const url = new URL(name, import.meta.url);
  if (url.protocol === "file:" && typeof process === "object") {
    const { readFile } = await import("node:fs/promises");
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new ClaimscopeError("io", `${name} is missing (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

function toBytes(data) {
  if (typeof data === "string") return new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

// Lists of names, which may have commas: one a line, in the singular.
const kNameLists = { claimants: "claimant", places: "place", sources: "source", languages: "language" };
const kShortFacets = ["region", "kind", "side", "status"];

// "name<TAB>value" a line.
function toLines({ amount, ...question }) {
  const lines = [];
  const put = (name, value) => lines.push(`${name}\t${String(value).replace(/[\n\t]/g, " ")}`);
  for (const [name, value] of Object.entries({ ...question, ...amount })) {
    if (value === undefined || value === null) continue;
    if (name in kNameLists) for (const each of value) put(kNameLists[name], each);
    else put(name, Array.isArray(value) ? value.join(",") : value);
  }
  return lines.join("\n");
}

export class Claimscope {
  #glue;
  #decoder = new TextDecoder();
  #encoder = new TextEncoder();

  static async create({ wasm, rules } = {}) {
    const claimscope = new Claimscope();
    const module =
      wasm instanceof WebAssembly.Module
        ? wasm
        : await WebAssembly.compile(wasm ?? (await bytesBeside("claimscope.wasm")));
    const stopped = (error) =>
      new ClaimscopeError("stopped", `Claimscope could not start: ${error.message ?? error}`);
    claimscope.#glue = await new Promise((done, refuse) => {
      createGlue({
        emit() {},
        instantiateWasm(imports, use) {
          WebAssembly.instantiate(module, imports).then(
            (instance) => use(instance, module),
            (error) => refuse(stopped(error)),
          );
          return {};
        },
      }).then(done, (error) => refuse(stopped(error)));
    });
    const bundle = rules === null ? new Uint8Array() : (rules ?? (await bytesBeside("claimscope.rules")));
    claimscope.#send("cs_core_start", toBytes(bundle));
    return claimscope;
  }

  get version() {
    return this.#text(this.#live()._cs_version());
  }

  memory() {
    return this.#live().HEAPU8.length;
  }

  add(data, { name = "articles", format = "" } = {}) {
    const bytes = toBytes(data);
    this.#send("cs_core_begin", this.#encoder.encode(`${format}\n${name}`));
    return this.#within(() => {
      for (let at = 0; at < bytes.length; at += kPieceBytes) {
        this.#put(bytes.subarray(at, at + kPieceBytes));
        this.#glue._cs_core_push();
      }
      return JSON.parse(this.#text(this.#glue._cs_core_end()));
    });
  }

  addSnapshot(data) {
    this.#send("cs_core_add_snapshot", toBytes(data));
  }

  query(question = {}) {
    return this.#ask(0, question);
  }

  counts({ per = "day", by = kShortFacets, ...question } = {}) {
    const { total, articles, days, ...facets } = this.#ask(1, { per, by, ...question });
    const counts = { total, articles, days };
    for (const facet of by) counts[facet] = facets[facet];
    return counts;
  }

  search(text, { limit = 10 } = {}) {
    return this.#ask(2, { text, limit });
  }

  article(id) {
    this.#send("cs_core_article", this.#encoder.encode(id));
    const found = JSON.parse(this.#output());
    return found && { ...found.article, claims: found.claims };
  }

  *claims(question = {}) {
    for (let offset = 0; ; offset += kPageClaims) {
      const { hits } = this.query({ ...question, offset, limit: kPageClaims });
      yield* hits;
      if (hits.length < kPageClaims) return;
    }
  }

  save() {
    this.#send("cs_core_save", new Uint8Array());
    const at = this.#glue._cs_out();
    return this.#glue.HEAPU8.slice(at, at + this.#glue._cs_out_size());
  }

  free() {
    this.#glue = null;
  }

  #live() {
    if (!this.#glue) throw new ClaimscopeError("invalid", "This Claimscope was freed.");
    return this.#glue;
  }

  #ask(what, question) {
    this.#send("cs_core_ask", this.#encoder.encode(toLines(question)), what);
    return JSON.parse(this.#output());
  }

  // Where memory ends the module stops within the call: its stack is set back, what the reading held is given back.
  #within(call) {
    const stack = this.#live().stackSave();
    try {
      return call();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#glue.stackRestore(stack);
      this.#glue._cs_core_recover();
      throw new ClaimscopeError("memory", "Memory ended here. What was added before is still there to be asked.");
    }
  }

  #put(bytes) {
    const at = this.#live()._cs_in(bytes.length);
    this.#glue.HEAPU8.set(bytes, at);
  }

  // Calls a function that takes a block and answers with a status.
  #send(name, bytes, ...numbers) {
    const status = this.#within(() => {
      this.#put(bytes);
      return this.#glue[`_${name}`](...numbers);
    });
    if (status !== 0) throw new ClaimscopeError(kCodes[status] ?? "invalid", this.#output());
  }

  #output() {
    return this.#text(this.#glue._cs_out());
  }

  #text(at) {
    return this.#decoder.decode(this.#glue.HEAPU8.subarray(at, at + this.#glue._cs_out_size()));
  }
}
