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
  if (env.hasText) {
    put(await env.rules());
    if (module._bench_rules() !== 0) throw new Error("the rules do not load");
    put(await env.bytes("corpus.ndjson"));
    module._bench_corpus();
  }
  return {
    read: env.hasText && (() => module._bench_read()),
    build: env.hasText && (() => module._bench_build()),
    ready: () => module._bench_open(),
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
