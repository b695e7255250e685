// One contender in a page: ?contender=NAME. Leaves its results in window.results, or window.failure.
import { articlesOf } from "./articles.mjs";
import { runJobs } from "./measure.mjs";

const name = new URLSearchParams(location.search).get("contender");
const at = (path) => new URL(path, location.origin).href;
const bytes = async (path) => new Uint8Array(await (await fetch(at(path))).arrayBuffer());
if (window.cpuMs && (await window.cpuMs()) > 0) {
  globalThis.benchClock = () => window.cpuMs();
  globalThis.benchSampleMs = 100; // the clock is asked across processes: milliseconds
}
try {
  const setting = await (await fetch(at("setting.json"))).json();
  const env = {
    isPage: true,
    hasText: setting.hasText,
    ours: at("ours/claimscope_bench_peers.mjs"),
    core: at("core/claimscope.mjs"),
    ourWasm: () => bytes("ours/claimscope_bench_peers.wasm"),
    rules: () => bytes("core/claimscope.rules"),
    bytes: (file) => bytes(`data/${file}`),
    articles: async () => articlesOf(await bytes("data/corpus.ndjson")),
    peerFile: (file) => at(`node_modules/${file}`),
  };
  const { create } = await import(at(`page/${name}.js`));
  window.results = await runJobs(await create(env), setting.plan, setting.runs);
} catch (error) {
  window.failure = String(error?.stack ?? error);
}
