// Measures the page in Chromium and prints a table: start, the 759 articles, memory, sizes.
//
//   node tests/web/measure.mjs [RUNS]
//
// The articles are those of ../shared, which a clone does not have; without them that part says so.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sizes } from "./sizes.mjs";
import { close, kDist, kShared, kWays, openPage } from "./browser.mjs";

const kCorpus = join(kShared, "corpus/news-2025-05-21.ndjson.gz");
const runs = Number(process.argv[2] ?? 3);

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ms = (number) => `${Math.round(number)} ms`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const row = (what, value) => console.log(`${what.padEnd(52)} ${value}`);

for (const { file, text } of sizes(kDist)) row(file, text);

for (const way of kWays) {
  const starts = [];
  for (let run = 0; run < runs; run++) {
    const explorer = await openPage({ way });
    starts.push(await explorer.page.evaluate(async () => {
      const { timings } = window.claimscope;
      const wasm = performance.getEntriesByType("resource").find(({ name }) => name.endsWith(".wasm"));
      if (!wasm) return { ...timings, compile: timings.compiled - timings.unpacked };
      // Served, it is compiled while it comes: the compile by itself, once more.
      const bytes = await (await fetch(wasm.name)).arrayBuffer();
      const began = performance.now();
      await WebAssembly.compile(bytes);
      return { ...timings, compile: performance.now() - began };
    }));
    await explorer.done();
  }
  const of = (name) => median(starts.map((start) => start[name]));
  row(`${way}: navigation to ready (median of ${runs})`, ms(of("ready")));
  row(
    `${way}: module compiled at, first frame after that`,
    `${ms(of("compiled"))}, ${ms(of("firstFrame") - of("compiled"))}`,
  );
  const usable = median(starts.map(({ ready, sample }) => Math.max(ready, sample)));
  const compile = median(starts.map(({ compile }) => compile));
  row(
    `${way}: usable (sample on show) at; the compile; beyond it`,
    `${ms(usable)}, ${ms(compile)}, ${ms(usable - compile)} (at most 1000 ms)`,
  );
}

if (!existsSync(kCorpus)) {
  row("759 articles", `skipped: ${kCorpus} is not there`);
} else {
  const base64 = readFileSync(kCorpus).toString("base64");
  for (const way of kWays) {
    const explorer = await openPage({ way });
    const result = await explorer.page.evaluate(async (text) => {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const file = new File([bytes], "news-2025-05-21.ndjson.gz");
      const began = performance.now();
      let firstSeen = 0;
      window.claimscope.on("progress", ({ isSample, articles }) => {
        if (!isSample && articles > 0) firstSeen ||= performance.now() - began;
      });
      const read = await window.claimscope.open([file]);
      const ms = performance.now() - began;
      await window.claimscope.idle();
      const joined = performance.now() - began;
      const memory = window.claimscope.memory();
      const js = performance.memory?.usedJSHeapSize ?? 0;
      return { ...read, ms, joined, firstSeen, memory, js };
    }, base64);
    row(`${way}: ${result.articles} articles read and shown in`, ms(result.ms));
    row(`${way}: first of them on the page after`, ms(result.firstSeen));
    row(`${way}: copies and days found between frames by`, ms(result.joined));
    row(
      `${way}: claims; skipped, repaired records`,
      `${result.claims}; ${result.skipped}, ${result.repaired}`,
    );
    row(
      `${way}: memory of page, workers, JavaScript`,
      [result.memory.page, result.memory.workers, result.js].map(mb).join(", "),
    );
    await explorer.screenshot(`news-${way}`);
    await explorer.done();
  }
}
await close();
