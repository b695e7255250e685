// A large corpus exported on the page, with progress: times, sizes, memory, what others see meanwhile.
//
//   node tests/web/measure_exports.mjs [CLAIMS] [FORMAT...]      (1000000; csv ndjson annotations jsonld)
//
// Exits with 1 when an export is not whole, tells no progress or keeps the page from drawing for long.
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { close, kRoot, openPage } from "./browser.mjs";

const kLongestPauseMs = 1000;
const wanted = Number(process.argv[2] ?? 1_000_000);
const formats = process.argv.length > 3 ? process.argv.slice(3) : ["csv", "ndjson", "annotations", "jsonld"];
const cli = process.env.CLAIMSCOPE_CLI ?? join(kRoot, "build/release/claimscope");
if (!existsSync(cli)) throw new Error(`${cli} is not built: make cli`);
const folder = mkdtempSync(join(tmpdir(), "claimscope-many-"));

// Claims as an export writes them, twenty to an article.
function writeClaims(path) {
  const file = openSync(path, "w");
  let text = `${JSON.stringify({ claimscope: { program: "made", query: "", corpus: "" } })}\n`;
  const kinds = ["territory", "casualties", "equipment", "strike", "humanitarian"];
  const sides = ["ukraine", "russia", "ally", "third", "independent"];
  const regions = ["UA-59", "UA-63", "UA-14", "UA-23", "RU-KRS", "RU-BEL", "UA-12", "-"];
  for (let i = 0; i < wanted; i++) {
    const [article, at] = [Math.floor(i / 20), i % 20];
    const quote = `Speaker ${i % 997} said that ${i} of them held line ${(i * 7919) % 100003} by evening.`;
    const day = new Date(Date.UTC(2024, 0, 1 + (article % 700))).toISOString().slice(0, 10);
    const span = [at * 100, at * 100 + quote.length];
    text += `${JSON.stringify({
      article: `made/${article}.txt`, span, quote, kind: kinds[i % 5], claimant: `Speaker ${i % 997}`, side: sides[i % 5 ^ i % 3] ?? "unknown",
      mode: "indirect", status: "asserted", quantities: [{ value: i, value_max: i, unit: "people", si_value: i, si_unit: "people", bound: "exact", scope: "none", of: "" }],
      time: { from: day, to: day, basis: "explicit" }, places: [], region: regions[i % 8], actor: "unknown", rule: "made",
      title: `Report ${article}`, date: day, date_basis: "field", source: `Outlet ${article % 50}`, author: "", url: "", language: "en" })}\n`;
    if (text.length > 1 << 22) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
}

function corpus() {
  const [lines, saved] = [join(folder, "many.ndjson"), join(folder, "many.claims")];
  writeClaims(lines);
  const made = spawnSync(cli, ["index", lines, "-o", saved], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (made.status !== 0) throw new Error(made.stderr.slice(0, 2000));
  rmSync(lines);
  return saved;
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const mb = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
let isGood = true;
try {
  const saved = corpus();
  console.log(`${wanted} claims, ${mb(statSync(saved).size)} as a saved corpus`);
  // Each on a page of its own: what one left behind in the browser's store of files would count against the next.
  for (const format of formats) {
    const explorer = await openPage({ way: "file", profile: join(folder, format) });
    await explorer.drop([saved]);
    const read = () => window.claimscope.report().files.some(({ file }) => file === "many.claims");
    await explorer.page.waitForFunction(read, null, { timeout: 300_000 });
    const { claims } = (await explorer.state()).corpus;
    if (claims !== wanted)
      throw new Error(`${claims} claims: ${JSON.stringify((await explorer.page.evaluate(() => window.claimscope.report())).files)}`);
    await explorer.idle();
    const seen = await explorer.page.evaluate(async (name) => {
      const told = [];
      let [last, longest, going] = [performance.now(), 0, true];
      const draw = () => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        if (going) requestAnimationFrame(draw);
      };
      requestAnimationFrame(draw);
      const began = performance.now();
      const file = await window.claimscope
        .export(name, { onProgress: (done) => told.push(done) })
        .catch((error) => error);
      if (file instanceof Error) return { refused: file.message };
      const took = performance.now() - began;
      going = false;
      // Line breaks, counted a slice at a time: the whole would not fit into one string.
      let lines = 0;
      for (let at = 0; at < file.size; at += 1 << 24)
        for (const byte of new Uint8Array(await file.slice(at, at + (1 << 24)).arrayBuffer())) if (byte === 10) lines++;
      const ascends = told.every((done, i) => i === 0 || done >= told[i - 1]);
      return { took, longest, size: file.size, lines, told: told.length, ascends, last: told.at(-1), memory: window.claimscope.memory().page };
    }, format);
    if (seen.refused) {
      isGood = false;
      console.log(`${format.padEnd(12)} refused: ${seen.refused}`);
      await explorer.done();
      continue;
    }
    const isWhole = format === "json" || format === "jsonld" || seen.lines >= wanted;
    const isFine = isWhole && seen.told > 10 && seen.ascends && seen.last === 1 && seen.longest <= kLongestPauseMs;
    isGood &&= isFine;
    console.log(`${format.padEnd(12)} ${seconds(seen.took)}, ${mb(seen.size)}, ${seen.lines} lines; progress told ${seen.told} times; ` +
      `longest pause between frames ${seen.longest.toFixed(0)} ms (at most ${kLongestPauseMs}); heap ${mb(seen.memory)}${isFine ? "" : "  NOT AS IT SHOULD"}`);
    await explorer.done();
  }
} finally {
  await close();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = isGood ? 0 : 1;
