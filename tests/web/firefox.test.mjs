// The pages in Firefox ESR, from disk and served: WebDriver BiDi through puppeteer-core, on a made-up screen (Xvfb), because
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
import { serve } from "../../emscripten/serve.mjs";
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

/** A page that asks for nothing but what begins with `own`. */
async function visit(address, own) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(blob|data):/.test(url) && !url.startsWith(own)) complaints.push(url);
  });
  await page.goto(address);
  return { page, complaints };
}

async function open(path, hash = "") {
  const made = await visit(pathToFileURL(path).href + hash, "file:");
  await made.page.evaluate(() => window.claimscope.ready.then(() => window.claimscope.idle()));
  return made;
}

async function withSite(use) {
  const { server, port } = await serve(join(kDist, "site"), 0);
  try {
    await use(`http://127.0.0.1:${port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
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

test("the hosted page starts, follows its link, reads and writes Parquet", { skip: why || false }, async () => {
  await withSite(async (site) => {
    const { page, complaints } = await visit(`${site}#v1&kind=strike`, site);
    const seen = await page.evaluate(async (bytes) => {
      await window.claimscope.ready;
      await window.claimscope.idle();
      const [sample, hash] = [window.claimscope.state(), location.hash];
      const read = await window.claimscope.open([{ name: "a.ndjson", bytes }]);
      await window.claimscope.idle();
      const parquet = new Uint8Array(await (await window.claimscope.export("parquet")).arrayBuffer());
      return { sample, read, state: window.claimscope.state(), magic: String.fromCharCode(...parquet.slice(-4)), hash };
    }, kExportArticles);
    assert.ok(seen.sample.counts.claims > 10 && seen.sample.counts.claims < seen.sample.corpus.claims);
    assert.equal(seen.read.articles, 3);
    assert.equal(seen.state.corpus.articles, 3);
    assert.equal(seen.magic, "PAR1");
    assert.equal(seen.hash, "#v1&kind=strike");
    assert.deepEqual(complaints, []);
    await page.close();
  });
});

test("the demo article: three explorers, each with its view, that answer their page", { skip: why || false }, async () => {
  await withSite(async (site) => {
    const { page, complaints } = await visit(`${site}demo/`, site);
    await page.setViewport({ width: 900, height: 600 });
    const seen = await inTime(page.evaluate(async () => {
      const explorers = [...document.querySelectorAll("claim-explorer")];
      const lazy = explorers.filter((one) => one.querySelector("iframe") ?? one.shadowRoot?.querySelector("iframe")).length;
      const states = [];
      for (const explorer of explorers) {
        await explorer.start();
        for (;;) {
          const state = await explorer.getState().catch(() => null);
          if (state?.corpus.articles === 8) {
            states.push(state.counts.claims);
            break;
          }
          await new Promise((done) => setTimeout(done, 100));
        }
      }
      const refused = await explorers[1].command("no-such-command").catch(({ code }) => code);
      return { lazy, states, refused };
    }), "the explorers do not start");
    assert.ok(seen.lazy < 3, "those far below have not started");
    assert.equal(seen.states.length, 3);
    assert.ok(seen.states[1] > 3 && seen.states[1] < seen.states[0], seen.states.join());
    assert.equal(seen.refused, "not-found");
    assert.deepEqual(complaints, []);
    await page.close();
  });
});
