// Claimscope beside its peers: the same made corpus, rows and questions, each contender in a Node and in a page of its own.
//
//   node peers.mjs [--articles 10000] [--rows 1000000] [--file REAL.ndjson] [--in node,chromium] [--only NAME,…] [--runs 5] [--seconds 300]
//
// Needs build/web/claimscope_bench_peers.mjs, dist/core/ and the peers in build/bench/node_modules: `make bench` sees to
// them. --articles 0 or --rows 0 leaves those jobs out. Times are medians of --runs samples around the call from JavaScript, of the
// processor where the machine tells it (measure.mjs); counts of all contenders must agree, or the row says so.
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync, copyFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { articlesOf } from "./articles.mjs";
import { makeArticles, makeBrushes, makeQuestions, makeRows } from "./made.mjs";
import { printTables } from "./table.mjs";

const kRoot = resolve(fileURLToPath(new URL("../../..", import.meta.url)));
const kHere = join(kRoot, "tests/bench/peers");
const kFolder = join(kRoot, "build/bench");
const { values: options } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    rows: { type: "string", default: "1000000" },
    file: { type: "string" },
    in: { type: "string", default: "node,chromium" },
    only: { type: "string" },
    runs: { type: "string", default: "5" },
    seconds: { type: "string", default: "300" }, // for each contender; one that takes longer is told and left out
  },
});
const articleCount = Number(options.articles);
const rowCount = Number(options.rows);
const mostMs = Number(options.seconds) * 1000;
const isMeant = (name) => !options.only || options.only.split(",").includes(name);
const kText = ["claimscope", "json_parse", "json_parse_text", "duckdb", "fts5", "minisearch", "flexsearch", "orama", "core"];
const kRows = ["claimscope", "typed_arrays", "crossfilter", "duckdb", "arquero"];
// Above so many articles or rows they take minutes, and gigabytes.
const kMost = { minisearch: [10000], flexsearch: [10000], orama: [2000], crossfilter: [Infinity, 2e6], arquero: [Infinity, 2e6] };

async function writeCorpus(path) {
  if (options.file) return copyFileSync(options.file, path);
  const out = createWriteStream(path);
  for (const line of makeArticles(articleCount)) if (!out.write(`${line}\n`)) await once(out, "drain");
  out.end();
  await once(out, "finish");
}

// The beginning of the corpus, up to the end of a line.
function headOf(path) {
  const head = Buffer.alloc(Math.min(60e6, statSync(path).size));
  readSync(openSync(path, "r"), head, 0, head.length, 0);
  return head.subarray(0, head.lastIndexOf(10) + 1);
}

// The peers and the contenders as scripts: for Node beside node_modules, for the page with everything in.
async function bundle() {
  const require = createRequire(join(kFolder, "package.json"));
  const { build } = require("esbuild");
  const names = [...new Set([...kText, ...kRows])];
  const common = { entryPoints: names.map((name) => join(kHere, "contenders", `${name}.mjs`)), bundle: true, format: "esm", logLevel: "error" };
  await build({ ...common, outdir: join(kFolder, "node"), platform: "node", packages: "external" });
  const duckdb = join(kFolder, "node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs");
  await build({
    ...common, outdir: join(kFolder, "page"), platform: "browser", nodePaths: [join(kFolder, "node_modules")],
    alias: { "@duckdb/duckdb-wasm/blocking": duckdb },
  });
  await build({ ...common, entryPoints: [join(kHere, "env_page.mjs")], outdir: join(kFolder, "page") });
  writeFileSync(join(kFolder, "node/package.json"), '{"type": "module"}');
}

const kTypes = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".html": "text/html" };
const kFolders = { data: kFolder, page: join(kFolder, "page"), node_modules: join(kFolder, "node_modules"), ours: join(kRoot, "build/web"), core: join(kRoot, "dist/core") };

// On the bench's own folders; isolated, so that the clock of the page is fine.
async function serveBench() {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname).slice(1);
    const slash = path.indexOf("/");
    const file = slash < 0 ? join(kFolder, path) : join(kFolders[path.slice(0, slash)] ?? kFolder, path.slice(slash + 1));
    const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
    if (path.includes("..") || !existsSync(file)) return response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, "Content-Type": kTypes[extname(file)] ?? "application/octet-stream", "Content-Length": statSync(file).size });
    createReadStream(file).pipe(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function runInNode(name, settingPath) {
  const flags = ["--max-old-space-size=8000", join(kHere, "env_node.mjs"), name, settingPath];
  const out = execFileSync(process.execPath, flags, { encoding: "utf8", maxBuffer: 1 << 26, timeout: mostMs, stdio: ["ignore", "pipe", "pipe"] });
  return JSON.parse(out.trim().split("\n").at(-1));
}

async function runInPage(name, browser, address) {
  const page = await browser.newPage();
  const session = await browser.newBrowserCDPSession();
  const used = new Map(); // by file, ms
  const folders = [];
  // Of all threads of all pages, as Node tells it of its own: what collects garbage or compiles beside counts too. What a thread
  // had used when it ended stays.
  const update = () => {
    for (const folder of folders) {
      let threads = [];
      try {
        threads = readdirSync(folder);
      } catch {} // the process ended
      for (const thread of threads) {
        const file = `${folder}/${thread}/schedstat`;
        try {
          used.set(file, Number(readFileSync(file, "utf8").split(" ")[0]) / 1e6);
        } catch {} // the thread ended
      }
    }
    return [...used.values()].reduce((sum, ms) => sum + ms, 0);
  };
  await page.exposeFunction("cpuMs", async () => {
    if (folders.length === 0) {
      const { processInfo } = await session.send("SystemInfo.getProcessInfo");
      for (const { type, id } of processInfo) if (type === "renderer") folders.push(`/proc/${id}/task`);
    }
    return update();
  });
  await page.goto(`${address}/bench.html?contender=${name}`);
  await page.waitForFunction(() => window.results || window.failure, null, { timeout: mostMs, polling: 200 });
  const { results, failure } = await page.evaluate(() => ({ results: window.results, failure: window.failure }));
  await page.close();
  if (failure) throw new Error(failure);
  return results;
}

// The loop compiled for this machine, where `make bench` built it.
function runNative(brushes) {
  const program = join(kRoot, "build/release/claimscope_bench_loop");
  if (!existsSync(program)) return undefined;
  const path = join(kFolder, "brushes.tsv");
  writeFileSync(path, Object.entries(brushes).flatMap(([group, of]) => of.map(({ from, to, region, kind }) => `${group}\t${from}\t${to}\t${region}\t${kind}\n`)).join(""));
  const lines = execFileSync(program, [join(kFolder, "rows.bin"), path], { encoding: "utf8" }).trim().split("\n");
  const results = {};
  for (const [group, ms, digest] of lines.map((line) => line.split("\t"))) {
    // It makes no chart anew.
    if (group !== "filters changed") results[group] = { ms: Number(ms), count: Number(digest), runs: 7 };
  }
  return results;
}

async function runAll(contenders, hasText, plan) {
  const results = {};
  const settingPath = join(kFolder, "setting.json");
  const setting = { data: kFolder, folder: kFolder, ours: join(kRoot, "build/web/claimscope_bench_peers.mjs"), core: join(kRoot, "dist/core/claimscope.mjs"), hasText, plan, runs: Number(options.runs) };
  writeFileSync(settingPath, JSON.stringify(setting));
  const inChromium = options.in.includes("chromium");
  const server = inChromium && (await serveBench());
  const { chromium } = await import("playwright-core");
  for (const where of options.in.split(",")) {
    const of = (results[where] = {});
    for (const name of contenders.filter(isMeant)) {
      process.stderr.write(`${where}: ${name} …\n`);
      // A browser each: what one leaves behind does not slow the next.
      const browser = where === "chromium" && (await chromium.launch({
        executablePath: process.env.CLAIMSCOPE_CHROMIUM ?? "/usr/bin/chromium",
        args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--js-flags=--max-old-space-size=8000"],
      }));
      try {
        of[name] = browser ? await runInPage(name, browser, `http://127.0.0.1:${server.address().port}`) : runInNode(name, settingPath);
      } catch (error) {
        const told = String(error.stderr || error.stack || error);
        console.error(`${where}: ${name}: ${told.slice(Math.max(0, told.lastIndexOf("Error:"))).slice(0, 800)}`);
        process.exitCode = 1;
      }
      if (browser) await browser.close();
    }
  }
  if (server) {
    server.close();
    server.closeAllConnections();
  }
  return results;
}

const fits = (which, count) => (name) => count <= (kMost[name]?.[which] ?? Infinity);

mkdirSync(kFolder, { recursive: true });
await bundle();
writeFileSync(join(kFolder, "bench.html"), '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="page/env_page.js"></script>');
let agree = true;
if (articleCount > 0 || options.file) {
  const corpus = join(kFolder, "corpus.ndjson");
  await writeCorpus(corpus);
  const articles = articlesOf(headOf(corpus));
  const questions = makeQuestions(articles);
  const share = statSync(corpus).size / headOf(corpus).length;
  const lines = options.file ? Math.round(articles.length * share) : articleCount;
  const textBytes = share * articles.reduce((sum, { title, text }) => sum + Buffer.byteLength(title) + Buffer.byteLength(text), 0);
  const sizes = { fileBytes: statSync(corpus).size, textBytes };
  console.log(`${lines} articles, ${(sizes.fileBytes / 1e6).toFixed(1)} MB of NDJSON, ${(textBytes / 1e6).toFixed(1)} MB of text; Node ${process.version}`);
  for (const { name, is, words } of questions) console.log(`  ${name}: ${is} ${words.join(" ")}`);
  const results = await runAll(kText.filter(fits(0, lines)), true, { questions, brushes: {} });
  for (const [where, of] of Object.entries(results)) agree = printTables(where, of, sizes) && agree;
}
if (rowCount > 0) {
  writeFileSync(join(kFolder, "rows.bin"), makeRows(rowCount));
  const brushes = makeBrushes();
  console.log(`\n${rowCount} claims over 1200 days; each brush: claims, and claims per region, kind and side`);
  const results = await runAll(kRows.filter(fits(1, rowCount)), false, { questions: [], brushes });
  const native = runNative(brushes);
  for (const [where, of] of Object.entries(results)) {
    agree = printTables(where, native ? { ...of, "native loop": native } : of, {}) && agree;
  }
}
if (!agree) process.exitCode = 1;
