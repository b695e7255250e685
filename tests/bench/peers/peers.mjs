// Claimscope beside its peers: the same made corpus, rows and questions, one after the other, in this Node.
//
//   node peers.mjs FOLDER CLAIMSCOPE_BENCH_PEERS.js [ARTICLES] [ROWS]      (make bench-peers)
//
// FOLDER has the peers in node_modules; the corpus is made there. Counts of all contenders must agree, else the table
// says so. Times are medians of at least 5 runs; of ours, within wasm, of the peers, around the call.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, bench, articleCount = 10000, rowCount = 1e6] = process.argv
  .slice(2)
  .map((value, i) => (i < 2 ? resolve(value) : Number(value)));
const require = createRequire(join(folder, "package.json"));
const importPeer = (path) => import(pathToFileURL(require.resolve(path)));

// SplitMix-like, seeded.
let state = 42;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

// Words by Zipf's law, as long as English ones: frequent ones short.
const kVocabulary = 60000;
const vocabulary = [];
const cumulated = [];
{
  const seen = new Set();
  let sum = 0;
  for (let rank = 0; rank < kVocabulary; rank++) {
    const least = rank < 30 ? 2 : rank < 500 ? 4 : 5;
    let word;
    do {
      word = "";
      const size = least + Math.floor(random() * (rank < 30 ? 2 : 6));
      for (let i = 0; i < size; i++) word += "etaoinshrdlucmfwypvbgk"[Math.floor(random() ** 1.4 * 22)];
    } while (seen.has(word));
    seen.add(word);
    vocabulary.push(word);
    sum += 1 / (rank + 2.7) ** 1.03;
    cumulated.push(sum);
  }
}
function anyWord() {
  const wanted = random() * cumulated.at(-1);
  let low = 0;
  let high = kVocabulary - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return vocabulary[low];
}
function sentence(words) {
  const out = [];
  for (let i = 0; i < words; i++) out.push(anyWord());
  return out[0][0].toUpperCase() + out.join(" ").slice(1);
}

function makeCorpus() {
  const articles = [];
  for (let i = 0; i < articleCount; i++) {
    const text = [];
    for (let s = 6 + Math.floor(random() * 36); s > 0; s--) text.push(sentence(8 + Math.floor(random() * 20)) + ".");
    articles.push({ title: sentence(5 + Math.floor(random() * 7)), text: text.join(" ") });
  }
  return articles;
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
function measure(run, runs = 5) {
  const times = [];
  let sum = 0;
  let value;
  while (times.length < runs || (sum < 50 && times.length < 2000)) {
    const begin = performance.now();
    value = run();
    times.push(performance.now() - begin);
    sum += times.at(-1);
  }
  return { ms: median(times), count: value };
}

const results = new Map(); // job -> {contender: {ms, count}}
function note(contender, job, result) {
  if (!results.has(job)) results.set(job, {});
  results.get(job)[contender] = result;
}

const articles = makeCorpus();
const ndjson = articles.map((article) => JSON.stringify(article)).join("\n") + "\n";
const textBytes = articles.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
// Questions by the rank of their words: frequent, middling and rare ones.
const w = (rank) => vocabulary[rank];
const phrase = (rank) => {
  for (const { text } of articles) {
    const words = text.toLowerCase().replaceAll(".", "").split(" ");
    const at = words.indexOf(w(rank));
    if (at >= 0 && at + 1 < words.length) return [words[at], words[at + 1]];
  }
  return [w(0), w(1)];
};
const [first, second] = phrase(60);
const questions = [
  ["term, frequent", `${w(5)} `, w(5)],
  ["term, middling", `${w(300)} `, w(300)],
  ["term, rare", `${w(20000)} `, w(20000)],
  ["two words", `${w(80)} ${w(400)} `, `${w(80)} ${w(400)}`],
  ["phrase", `"${first} ${second}"`, `"${first} ${second}"`],
  ["phrase, frequent", `"${w(0)} ${w(1)}"`, `"${w(0)} ${w(1)}"`],
  ["prefix", `${w(900).slice(0, 4)}* `, `${w(900).slice(0, 4)}*`],
  ["near", `near/5(${w(100)} ${w(200)}) `, `NEAR(${w(100)} ${w(200)}, 4)`],
];

function runOurs() {
  const paths = ["corpus.ndjson", "questions.tsv", "rows.bin", "brushes.txt"].map((name) => join(folder, name));
  writeFileSync(paths[0], ndjson);
  writeFileSync(paths[1], questions.map(([name, ours]) => `${name}\t${ours}\n`).join(""));
  writeFileSync(paths[2], rows.bytes);
  writeFileSync(paths[3], brushes.map(({ group, from, to, region, kind }) => `${group} ${from} ${to} ${region} ${kind}\n`).join(""));
  const ran = spawnSync(process.execPath, [bench, ...paths], { encoding: "utf8", maxBuffer: 1 << 26, cwd: dirname(bench) });
  if (ran.status !== 0) throw new Error(`claimscope_bench_peers: ${ran.stderr}`);
  for (const line of ran.stdout.split("\n").filter(Boolean)) {
    const { job, ms, count } = JSON.parse(line);
    note("claimscope", job, { ms, count });
  }
}

function runJson() {
  note("JSON.parse", "read", measure(() => {
    let read = 0;
    for (const line of ndjson.split("\n")) if (line) read += JSON.parse(line) ? 1 : 0;
    return read;
  }));
}

async function runSqlite() {
  const { default: init } = await importPeer("@sqlite.org/sqlite-wasm");
  const sqlite = await init({ print() {}, printErr() {} });
  let db;
  const build = () => {
    db?.close();
    db = new sqlite.oo1.DB(":memory:");
    db.exec("create virtual table t using fts5(title, text, content='')");
    db.exec("begin");
    const insert = db.prepare("insert into t(rowid, title, text) values (?, ?, ?)");
    articles.forEach(({ title, text }, i) => insert.bind([i + 1, title, text]).stepReset());
    insert.finalize();
    db.exec("commit");
    db.exec("insert into t(t) values('optimize')");
    return articles.length;
  };
  note("sqlite fts5", "build", measure(build, 3));
  const size = db.selectValue("select sum(length(block)) from t_data");
  note("sqlite fts5", "size", { ms: 0, count: size });
  for (const [name, , text] of questions) {
    const all = db.prepare("select count(*) from t where t match ?");
    note("sqlite fts5", name, measure(() => {
      all.bind([text]).step();
      const count = all.getInt(0);
      all.reset();
      return count;
    }));
    all.finalize();
    const best = db.prepare("select rowid from t where t match ? order by bm25(t, 4.0, 1.0) limit 10");
    const { ms } = measure(() => {
      best.bind([text]);
      while (best.step()) best.getInt(0);
      best.reset();
    });
    best.finalize();
    note("sqlite fts5", `best ${name}`, { ms });
  }
  db.close();
}

async function runMiniSearch() {
  if (articleCount > 20000) return; // minutes, and gigabytes
  const { default: MiniSearch } = await importPeer("minisearch");
  let mini;
  note("minisearch", "build", measure(() => {
    mini = new MiniSearch({ fields: ["title", "text"], tokenize: (text) => text.split(/[ .]+/).filter(Boolean) });
    mini.addAll(articles.map((article, id) => ({ id, ...article })));
    return articles.length;
  }, 1));
  for (const [name, , text] of questions) {
    if (/["(*]/.test(text)) continue;
    const result = measure(() => mini.search(text, { combineWith: "AND", boost: { title: 4 } }).length);
    note("minisearch", name, result);
    note("minisearch", `best ${name}`, { ms: result.ms });
  }
}

const kDays = 1200;
const kFirstDay = 20000;
function makeRows() {
  const bytes = new Uint8Array(rowCount * 8);
  const view = new DataView(bytes.buffer);
  const columns = { day: new Int32Array(rowCount), region: new Uint16Array(rowCount), kind: new Uint8Array(rowCount), side: new Uint8Array(rowCount) };
  const skewed = (limit) => Math.floor(random() * Math.floor(random() * limit + 1));
  for (let i = 0; i < rowCount; i++) {
    view.setInt32(i * 8, (columns.day[i] = kFirstDay + Math.floor(random() * kDays)), true);
    view.setUint16(i * 8 + 4, (columns.region[i] = skewed(40)), true);
    bytes[i * 8 + 6] = columns.kind[i] = skewed(8);
    bytes[i * 8 + 7] = columns.side[i] = skewed(7);
  }
  return { bytes, columns };
}
function makeBrushes() {
  const brushes = [];
  const at = () => kFirstDay + Math.floor(random() * (kDays - 200));
  for (let i = 0; i < 60; i++) {
    const from = at();
    brushes.push({ group: "window", from, to: from + 30 + Math.floor(random() * 170), region: -1, kind: -1 });
    brushes.push({ group: "drag", from: kFirstDay + 300 + i, to: kFirstDay + 400 + 2 * i, region: -1, kind: -1 });
    brushes.push({ group: "filtered", from, to: from + 90, region: Math.floor(random() * 20), kind: Math.floor(random() * 4) });
    brushes.push({ group: "kind", from: kFirstDay, to: kFirstDay + kDays, region: -1, kind: i % 8 });
  }
  return brushes;
}

async function runCrossfilter() {
  if (rowCount > 2e6) return;
  const { default: crossfilter } = await importPeer("crossfilter2");
  const { day, region, kind, side } = rows.columns;
  const all = crossfilter(Array.from({ length: rowCount }, (_, i) => i));
  const dimensions = { day: all.dimension((i) => day[i]), region: all.dimension((i) => region[i]), kind: all.dimension((i) => kind[i]), side: all.dimension((i) => side[i]) };
  const groups = [dimensions.region.group(), dimensions.kind.group(), dimensions.side.group(),
    all.dimension((i) => day[i] * 64 + region[i]).group()];
  const total = all.groupAll();
  for (const group of ["window", "drag", "filtered", "kind"]) {
    const times = [];
    let sum = 0;
    for (const brush of brushes.filter((brush) => brush.group === group)) {
      const begin = performance.now();
      dimensions.day.filterRange([brush.from, brush.to + 1]);
      dimensions.region.filter(brush.region < 0 ? null : brush.region);
      dimensions.kind.filter(brush.kind < 0 ? null : brush.kind);
      for (const counted of groups) counted.all();
      sum += total.value();
      times.push(performance.now() - begin);
    }
    for (const dimension of Object.values(dimensions)) dimension.filterAll();
    note("crossfilter2", group, { ms: median(times), count: sum });
  }
}

async function runDuckdb() {
  const duckdb = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
  const dist = dirname(require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs"));
  const bundles = { mvp: { mainModule: join(dist, "duckdb-mvp.wasm"), mainWorker: "" }, eh: { mainModule: join(dist, "duckdb-eh.wasm"), mainWorker: "" } };
  const db = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate();
  const connection = db.connect();
  const arrow = require("apache-arrow");
  const table = arrow.tableFromArrays(rows.columns);
  connection.insertArrowFromIPCStream(arrow.tableToIPC(table, "stream"), { name: "raw", create: true });
  connection.query("create table c as select * from raw order by day");
  for (const group of ["window", "drag", "filtered", "kind"]) {
    const times = [];
    let sum = 0;
    for (const { from, to, region, kind } of brushes.filter((brush) => brush.group === group).slice(0, 20)) {
      const days = `day between ${from} and ${to}`;
      const of = (name, value) => (value < 0 ? "" : ` and ${name} = ${value}`);
      const begin = performance.now();
      connection.query(`select region, count(*) from c where ${days}${of("kind", kind)} group by region`).toArray();
      const kinds = connection.query(`select kind, count(*) n from c where ${days}${of("region", region)} group by kind`);
      connection.query(`select side, count(*) from c where ${days}${of("region", region)}${of("kind", kind)} group by side`).toArray();
      // As with ours, the chart of all days stays while days are chosen.
      if (group === "filtered" || group === "kind") {
        connection.query(`select day, region, count(*) from c where true${of("region", region)}${of("kind", kind)} group by day, region`).toArray();
      }
      const total = connection.query(`select count(*) n from c where ${days}${of("region", region)}${of("kind", kind)}`);
      kinds.toArray();
      sum += Number(total.toArray()[0].n);
      times.push(performance.now() - begin);
    }
    note("duckdb", group, { ms: median(times), count: group === "none" ? sum : undefined });
  }
}

function printTable() {
  const contenders = ["claimscope", "JSON.parse", "sqlite fts5", "minisearch", "crossfilter2", "duckdb"];
  const megabytes = textBytes / 1e6;
  console.log(`\n${articleCount} articles, ${megabytes.toFixed(1)} MB of text; ${rowCount} claims; Node ${process.version}\n`);
  console.log(["job", ...contenders, "ratio to the fastest peer", ""].join(" | "));
  for (const [job, by] of results) {
    if (job === "table") continue;
    const ours = by.claimscope;
    const cells = contenders.map((name) => {
      const result = by[name];
      if (!result) return "";
      if (job === "size") return (result.count / textBytes).toFixed(3);
      if (job === "build") return `${(megabytes / result.ms * 1e3).toFixed(1)} MB/s`;
      if (job === "read") return `${(ndjson.length / 1e3 / result.ms).toFixed(1)} MB/s`;
      return `${result.ms.toFixed(3)} ms`;
    });
    const peers = contenders.slice(1).filter((name) => by[name]);
    const value = (result) => (job === "size" ? result.count : result.ms);
    const ratio = ours && peers.length > 0 ? (Math.min(...peers.map((name) => value(by[name]))) / value(ours)).toFixed(1) : "";
    const counts = peers.map((name) => by[name].count).filter((count) => count !== undefined && job !== "size");
    const differ = ours && counts.some((count) => count !== ours.count);
    console.log([job, ...cells, ratio, differ ? `COUNTS DIFFER: ${ours.count} / ${counts.join(" / ")}` : ""].join(" | "));
    if (differ) process.exitCode = 1;
  }
}

const rows = makeRows();
const brushes = makeBrushes();
runOurs();
runJson();
for (const run of [runSqlite, runMiniSearch, runCrossfilter, runDuckdb]) {
  try {
    await run();
  } catch (error) {
    console.error(`${run.name}: ${error.stack ?? error}`);
    process.exitCode = 1;
  }
}
printTable();
process.exit();
