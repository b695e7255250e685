// One contender in a Node of its own:  node env_node.mjs CONTENDER SETTING.json     prints its results as JSON.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { articlesOf } from "./articles.mjs";
import { runJobs } from "./measure.mjs";

const [name, path] = process.argv.slice(2);
const setting = JSON.parse(readFileSync(path, "utf8"));
const bytes = async (file) => new Uint8Array(readFileSync(join(setting.data, file)));
const env = {
  isPage: false,
  hasText: setting.hasText,
  ours: pathToFileURL(setting.ours).href,
  core: pathToFileURL(setting.core).href,
  ourWasm: async () => readFileSync(setting.ours.replace(/mjs$/, "wasm")),
  rules: async () => new Uint8Array(readFileSync(join(dirname(setting.core), "claimscope.rules"))),
  bytes,
  articles: async () => articlesOf(await bytes("corpus.ndjson")),
  peerFile: (file) => join(setting.folder, "node_modules", file),
};
globalThis.benchClock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const { create } = await import(pathToFileURL(join(setting.folder, "node", `${name}.js`)).href);
const results = await runJobs(await create(env), setting.plan, setting.runs);
process.stdout.write(`\n${JSON.stringify(results)}\n`, () => process.exit());
