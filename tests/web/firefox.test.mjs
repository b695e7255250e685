// The offline page in Firefox ESR, from disk: WebDriver BiDi through puppeteer-core, on a made-up screen (Xvfb), because
// Firefox has WebGL only with one.
//
// Skipped, and said so, where firefox-esr or Xvfb is not installed.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { kExportArticles } from "../support/export_articles.mjs";
import { inTime, kDist } from "./browser.mjs";

const kFirefox = process.env.CLAIMSCOPE_FIREFOX ?? "/usr/bin/firefox-esr";
const hasXvfb = spawnSync("sh", ["-c", "command -v Xvfb"]).status === 0;
const why = !existsSync(kFirefox)
  ? `SKIPPED: ${kFirefox} is not installed`
  : !hasXvfb && "SKIPPED: Xvfb is not installed";
let screen = null;
let browser = null;
let folder = null;

before(async () => {
  if (why) return;
  folder = mkdtempSync(join(tmpdir(), "claimscope-firefox-"));
  screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x800x24", "+extension", "GLX", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await inTime(new Promise((done) => screen.stdio[3].once("data", done)), "no screen");
  const { default: puppeteer } = await import("puppeteer-core");
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: kFirefox,
    headless: false,
    env: { ...process.env, DISPLAY: `:${String(number).trim()}`, LIBGL_ALWAYS_SOFTWARE: "1" },
    // Nothing of Firefox's own asks the network either.
    extraPrefsFirefox: { "network.dns.disabled": true, "webgl.force-enabled": true, "datareporting.policy.dataSubmissionEnabled": false },
    timeout: 120_000,
    protocolTimeout: 300_000,
  });
});
after(async () => {
  await browser?.close();
  screen?.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function open(path, hash = "") {
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|blob|data):/.test(request.url())) complaints.push(request.url());
  });
  await page.goto(pathToFileURL(path).href + hash);
  await page.evaluate(() => window.claimscope.ready.then(() => window.claimscope.idle()));
  return { page, complaints };
}

test("the offline page starts, reads, filters, exports and saves itself", { skip: why || false }, async () => {
  const { page, complaints } = await open(join(kDist, "claimscope.html"), "#v1&kind=strike");
  const sample = await page.evaluate(() => window.claimscope.state());
  assert.ok(sample.counts.claims > 10);
  assert.ok(sample.counts.claims < sample.corpus.claims);
  const made = await page.evaluate(async (bytes) => {
    await window.claimscope.open([{ name: "a.ndjson", bytes }]);
    await window.claimscope.idle();
    const csv = await (await window.claimscope.export("csv")).text();
    const saved = await (await window.claimscope.page()).text();
    return { state: window.claimscope.state(), csv, saved };
  }, kExportArticles);
  assert.equal(made.state.corpus.articles, 3);
  assert.equal(made.csv.split("\r\n").length - 2, made.state.counts.claims);
  const copy = join(folder, "copy.html");
  writeFileSync(copy, made.saved);
  await page.close();
  const second = await open(copy);
  const state = await second.page.evaluate(() => window.claimscope.state());
  assert.deepEqual(state.counts, made.state.counts);
  assert.deepEqual([...complaints, ...second.complaints], []);
});
