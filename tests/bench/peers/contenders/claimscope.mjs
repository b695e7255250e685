// Ours, as one instance of wasm: the same reader, index and table as the page's, called from JavaScript.
import { kKinds, kRegions, kSides } from "../made.mjs";
import { digestOf } from "../measure.mjs";

const kText = {
  term: ([word]) => `${word} `,
  and: (words) => `${words.join(" ")} `,
  phrase: (words) => `"${words.join(" ")}"`,
  prefix: ([word]) => `${word}*`,
  near: (words) => `near/5(${words.join(" ")})`,
};

export async function create(env) {
  const { default: createModule } = await import(env.ours);
  const wasm = await WebAssembly.compile(await env.ourWasm());
  const module = await new Promise((done, refuse) => {
    createModule({
      emit() {},
      instantiateWasm(imports, use) {
        WebAssembly.instantiate(wasm, imports).then((instance) => use(instance, wasm), refuse);
        return {};
      },
    }).then(done, refuse);
  });
  const encoder = new TextEncoder();
  const put = (bytes) => {
    const at = module._cs_in(bytes.length); // the memory may move here
    module.HEAPU8.set(bytes, at);
  };
  const ask = ({ is, words }, limit) => {
    put(encoder.encode(kText[is](words)));
    return module._bench_find(limit);
  };
  let corpus;
  if (env.hasText) {
    put(await env.rules());
    if (module._bench_rules() !== 0) throw new Error("the rules do not load");
    corpus = await env.bytes("corpus.ndjson");
  }
  // The bytes of the file are copied into the module's memory piece by piece: that counts too.
  const read = () => {
    module._bench_read_begin();
    for (let at = 0; at < corpus.length; at += 1 << 20) {
      put(corpus.subarray(at, at + (1 << 20)));
      module._bench_read_push();
    }
    return module._bench_read_end();
  };
  return {
    read: env.hasText && read,
    build: env.hasText && (() => module._bench_build()),
    ready() {
      corpus = undefined;
      module._bench_open();
    },
    indexBytes: () => module._bench_words_size(),
    find: (question) => ask(question, 0),
    best: (question) => Math.min(10, ask(question, 10)),
    async rows() {
      put(await env.bytes("rows.bin"));
      module._bench_rows();
    },
    brush({ from, to, region, kind }, group) {
      const at = module._bench_brush(from, to, region, kind, group === "filters changed" ? 1 : 0) / 4;
      const counts = new Uint32Array(module.HEAPU8.buffer, at * 4, 1 + kRegions + kKinds + kSides);
      return digestOf(counts[0], counts.subarray(1, 1 + kRegions), counts.subarray(1 + kRegions, 1 + kRegions + kKinds),
        counts.subarray(1 + kRegions + kKinds));
    },
  };
}
