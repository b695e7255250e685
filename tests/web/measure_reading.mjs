// Measures reading in Chromium against JSON.parse per line in the same page: one worker, with claims and without, two
// workers, memory, a cancel.
//
//   node tests/web/measure_reading.mjs [TIMES]
//
// The corpus is ../shared's 759 articles TIMES over (40), as one NDJSON file. Ratios within one run; the medians of 3.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, kShared, openPage } from "./browser.mjs";

const kCorpus = join(kShared, "corpus/news-2025-05-21.ndjson.gz");
const times = Number(process.argv[2] ?? 40);
const row = (what, value) => console.log(`${what.padEnd(60)} ${value}`);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

if (!existsSync(kCorpus)) {
  row("reading", `skipped: ${kCorpus} is not there`);
  process.exit(0);
}
const base64 = gunzipSync(readFileSync(kCorpus)).toString("base64");

async function pageWith(workers) {
  return openPage({
    before: `Object.defineProperty(navigator, "hardwareConcurrency", { get: () => ${workers + 1} });`,
  });
}

/** Runs `what` in a page that has the corpus as `file`. */
async function inPage(workers, what) {
  const explorer = await pageWith(workers);
  const result = await explorer.page.evaluate(
    async ([text, count, code]) => {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const file = new File(Array(count).fill(bytes), "news.ndjson");
      return await new Function("file", `return (${code})(file)`)(file);
    },
    [base64, times, what.toString()],
  );
  await explorer.done();
  return result;
}

const parse = async (file) => {
  const began = performance.now();
  let records = 0;
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines) if (JSON.parse(line)) records++;
  }
  return { records, ms: performance.now() - began, bytes: file.size };
};

const read = async (file) => {
  const began = performance.now();
  const { articles, claims } = await window.claimscope.open([file]);
  const ms = performance.now() - began;
  return { articles, claims, ms, ...window.claimscope.memory() };
};

const readBare = async (file) => {
  const began = performance.now();
  const { articles } = await window.claimscope.open([file], { claims: false });
  return { articles, ms: performance.now() - began };
};

const cancel = async (file) => {
  const reading = window.claimscope.open([file]);
  await new Promise((done) => setTimeout(done, 2000));
  const began = performance.now();
  window.claimscope.cancel();
  const { articles } = await reading;
  return { articles, ms: performance.now() - began };
};

const parsed = [];
const alone = [];
const bare = [];
const both = [];
for (let run = 0; run < 3; run++) {
  parsed.push(await inPage(1, parse));
  alone.push(await inPage(1, read));
  bare.push(await inPage(1, readBare));
  both.push(await inPage(2, read));
}
const rate = (results) => parsed[0].bytes / 1000 / median(results.map(({ ms }) => ms));
row("file, articles, claims", `${(parsed[0].bytes / 1e6).toFixed(0)} MB, ${alone[0].articles}, ${alone[0].claims}`);
row("JSON.parse per line", `${rate(parsed).toFixed(1)} MB/s`);
row("read by one worker, claims and all", `${rate(alone).toFixed(1)} MB/s`);
row("  of JSON.parse (to reach: 0.5)", (rate(alone) / rate(parsed)).toFixed(2));
row("read by one worker, cleaned and indexed without claims", `${rate(bare).toFixed(1)} MB/s`);
row("  of JSON.parse (to reach: 3)", (rate(bare) / rate(parsed)).toFixed(2));
row("two workers against one (to reach: 1.7)", (rate(both) / rate(alone)).toFixed(2));
const held = parsed[0].bytes;
row(
  "memory of page and worker over the bytes of the file (to reach: 2.0)",
  ((alone[0].page + alone[0].workers) / held).toFixed(2),
);
const stopped = await inPage(1, cancel);
row("a cancel has stopped after (to reach: 200 ms)", `${Math.round(stopped.ms)} ms, ${stopped.articles} articles kept`);
await close();
