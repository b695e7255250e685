// The explorer carried elsewhere: saved as a page, served and then offline, embedded in an article.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { sampleArchive } from "../../emscripten/sample.mjs";
import { serve } from "../../emscripten/serve.mjs";
import { kExportArticles } from "../support/export_articles.mjs";
import { firstLoadOf } from "./sizes.mjs";
import { close, inTime, kDist, kPatienceMs, kRoot, launch, openPage, wait } from "./browser.mjs";

const kView = "v1&kind=territory,strike&stack=side";
const cli = process.env.CLAIMSCOPE_CLI ?? join(kRoot, "build/release/claimscope");
let browser;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "claimscope-carry-"));
  browser = await launch();
});
after(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

async function newContext(options) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(kPatienceMs);
  return context;
}

const ready = (page) =>
  inTime(page.evaluate(() => window.claimscope.ready.then(() => window.claimscope.idle())), "no start");

// A page from disk with the network off; any request fails the test.
async function openSaved(path) {
  const context = await newContext({ offline: true });
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("blob:") && request.url().split("#")[0] !== address)
      complaints.push(request.url());
  });
  await page.goto(address, { timeout: 120_000 });
  await ready(page);
  const state = await page.evaluate(() => window.claimscope.state());
  const hash = await page.evaluate(() => new Promise((done) => setTimeout(() => done(location.hash), 500)));
  return { state, hash, page, done: () => context.close().then(() => assert.deepEqual(complaints, [])) };
}

test("the offline page may ask for nothing", async () => {
  const explorer = await openPage();
  for (const attempt of [
    () => fetch("https://example.org/").then(() => "went", () => "refused"),
    () => fetch(location.href).then(() => "went", () => "refused"),
    () => new Promise((done) => {
      const image = new Image();
      image.onload = () => done("went");
      image.onerror = () => done("refused");
      image.src = "https://example.org/x.png";
    }),
  ]) {
    assert.equal(await explorer.page.evaluate(attempt), "refused");
  }
  // What was tried is told by the browser's tools too, though nothing went out.
  const blocked = explorer.complaints.splice(0).filter((text) => text !== "asked for https://example.org/x.png");
  assert.ok(blocked.length >= 3 && blocked.every((text) => /Content Security Policy/.test(text)), blocked.join("\n"));
  await explorer.done();
});

test("a saved page shows what its writer saw, and can be saved again", async () => {
  const explorer = await openPage();
  await explorer.open([{ name: "articles.ndjson", bytes: kExportArticles }]);
  await explorer.page.evaluate((hash) => (location.hash = hash), kView);
  await explorer.idle();
  const before = await explorer.state();
  await explorer.command("save-page");
  const note = explorer.page.locator("#page-note");
  await note.waitFor();
  assert.match(await note.textContent(), /^The file is \d\.\d MB and holds the whole text of all 3 articles/);
  const downloading = explorer.page.waitForEvent("download");
  await explorer.page.locator('#page-dialog button[value="save"]').click();
  const download = await downloading;
  const path = join(folder, "one.html");
  await download.saveAs(path);
  await explorer.done();

  const saved = await openSaved(path);
  assert.equal(saved.hash, `#${kView}`);
  assert.deepEqual(saved.state.counts, before.counts);
  assert.deepEqual(saved.state.query.kinds, ["territory", "strike"]);
  assert.deepEqual(saved.state.query, before.query);
  const again = join(folder, "two.html");
  const text = await saved.page.evaluate(async () => (await window.claimscope.page()).text());
  writeFileSync(again, text);
  await saved.done();
  assert.equal(text.match(/ data-view="v1/g).length, 1);
  const second = await openSaved(again);
  assert.deepEqual(second.state.counts, before.counts);
  await second.done();
});

test("a saved page has what its writer said of the claims, and no word of other corpora", async () => {
  const explorer = await openPage();
  await explorer.command("select-claim", { index: 0 });
  await explorer.command("reject-claim");
  await explorer.open([{ name: "articles.ndjson", bytes: kExportArticles }]);
  await explorer.command("select-claim", { index: 0 });
  await explorer.command("reject-claim");
  await explorer.command("select-claim", { index: 1 });
  await explorer.command("correct-claim", { claimant: 'The "Navy" <& Co>' });
  await explorer.idle();
  const before = await explorer.state();
  assert.equal(before.counts.reviews.rejected, 1);
  const path = join(folder, "reviewed.html");
  writeFileSync(path, await explorer.page.evaluate(async () => (await window.claimscope.page()).text()));
  await explorer.done();
  const saved = await openSaved(path);
  await saved.page.waitForFunction(() => window.claimscope.state().counts.reviews.rejected === 1, null, { timeout: 60_000 });
  const { counts } = await saved.page.evaluate(() => window.claimscope.state());
  assert.deepEqual(counts, before.counts);
  const kept = await saved.page.evaluate(() => localStorage.getItem("claimscope.reviews"));
  assert.equal(kept.trim().split("\n").length, 2);
  assert.ok(kept.includes("<& Co>"), kept);
  await saved.done();
});

test("`claimscope page` makes the same kind of page", async (t) => {
  if (!existsSync(cli)) return t.skip(`SKIPPED: ${cli} is not built`);
  writeFileSync(join(folder, "articles.ndjson"), kExportArticles);
  const path = join(folder, "cli.html");
  const args = ["page", "articles.ndjson", "-o", path, "--query", kView, "--page", join(kDist, "claimscope.html")];
  const made = spawnSync(cli, args, { cwd: folder, encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
  assert.match(made.stderr, /MB with the whole text of 3 articles/);
  const saved = await openSaved(path);
  assert.equal(saved.hash, `#${kView}`);
  const rows = execFileSync(cli, ["export", "--format", "ndjson", "--query", kView, "articles.ndjson"],
    { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  assert.equal(saved.state.counts.claims, rows.trim().split("\n").length - 1);
  await saved.done();
  const wrong = spawnSync(cli, ["page", "articles.ndjson", "-o", path, "--page", "articles.ndjson"], { cwd: folder, encoding: "utf8" });
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /no offline page/);
});

test("the hosted page fetches what sizes.mjs counts, and the rules once something is read", async () => {
  const asked = [];
  const hosted = await openPage({ way: "served", before: () => delete Navigator.prototype.serviceWorker, onRequest: (url) => asked.push(url) });
  const names = () => asked.filter((url) => !url.startsWith("blob:")).map((url) => new URL(url).pathname.replace(/^.*\//, "") || "index.html").sort();
  const { counts } = await hosted.state();
  assert.ok(counts.claims > 100 && counts.articles > 40, "the sample is there");
  assert.deepEqual(names(), firstLoadOf(kDist));
  const offline = await openPage();
  assert.deepEqual(counts, (await offline.state()).counts);
  await offline.open([{ name: "sample", bytes: sampleArchive(join(kRoot, "assets/sample")) }]);
  assert.deepEqual(counts, (await offline.state()).counts, "read when it was built, or now: the same");
  await offline.done();
  await hosted.open([{ name: "articles.ndjson", bytes: kExportArticles }]);
  assert.equal((await hosted.state()).counts.articles, 3);
  assert.equal(names().filter((name) => /^claimscope\.[0-9a-f]{8}\.rules$/.test(name)).length, 1);
  await hosted.done();
});

test("without its rules the hosted page says so, and goes on when they are there", async () => {
  // The service worker would fetch them on its own before they are barred.
  const hosted = await openPage({ way: "served", before: () => delete Navigator.prototype.serviceWorker });
  await hosted.page.route(/\.rules$/, (route) => route.abort());
  const read = await hosted.open([{ name: "articles.ndjson", bytes: kExportArticles }]);
  assert.equal(read.articles, 0);
  assert.equal(read.skipped, 1);
  await hosted.page.unroute(/\.rules$/);
  assert.equal((await hosted.open([{ name: "articles.ndjson", bytes: kExportArticles }])).articles, 3);
  assert.ok(hosted.complaints.splice(0).length > 0);
  await hosted.done();
});

test("the hosted page opens from any path, and after a visit without a network", async () => {
  const root = join(folder, "host");
  cpSync(join(kDist, "site"), join(root, "deep/er/path"), { recursive: true });
  const { server, port } = await serve(root, 0);
  const context = await newContext();
  try {
    const page = await context.newPage();
    const strange = [];
    const address = `http://127.0.0.1:${port}/deep/er/path/`;
    context.on("request", (request) => {
      if (!request.url().startsWith(address) && !request.url().startsWith("blob:")) strange.push(request.url());
    });
    await page.goto(`${address}#v1&kind=strike`);
    await ready(page);
    await inTime(page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) =>
      active.state === "activated" || new Promise((done) => active.addEventListener("statechange", done)))), "no worker");
    const manifest = await page.evaluate(() => fetch(document.querySelector("link[rel=manifest]").href).then((answer) => answer.json()));
    assert.equal(manifest.start_url, "./");
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    const later = await context.newPage();
    await later.goto(`${address}?x=1#v1&kind=strike`);
    await ready(later);
    assert.ok((await later.evaluate(() => window.claimscope.state())).counts.claims > 10);
    assert.deepEqual(strange, []);
  } finally {
    await context.close();
    server.close();
  }
});

// In the order in which they stand in the page, whichever started first.
const inFrames = async (page) => {
  for (let tries = 0; tries < 600; tries++) {
    const frames = page.frames().slice(1);
    if (frames.length === 3) {
      const placed = await Promise.all(
        frames.map(async (frame) => ({ frame, y: (await (await frame.frameElement()).boundingBox()).y })),
      );
      return placed.sort((a, b) => a.y - b.y).map(({ frame }) => frame);
    }
    await page.mouse.wheel(0, 300);
    await wait(100);
  }
  throw new Error("the explorers do not start");
};

// Does it until it has worked: what is turned or pressed while a browser is busy may come late, or be lost.
async function until(page, act, condition, argument, complaint) {
  for (let tries = 0; tries < 20; tries++) {
    await act();
    const worked = await page.waitForFunction(condition, argument, { timeout: 3000 }).catch(() => null);
    if (worked) return;
  }
  assert.fail(complaint);
}

// Where the page stands once the wheel's last turns have been carried out.
async function settled(page) {
  for (let before = -1, still = 0; ; ) {
    // Two frames drawn: what the browser had in hand is done.
    const now = await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY)))),
    );
    still = now === before ? still + 1 : 0;
    if (still === 2) return now;
    before = now;
    await wait(500);
  }
}

test("the demo article: three explorers, lazy, each with its view; keys and wheel are the page's", async () => {
  const { server, port } = await serve(join(kDist, "site"), 0);
  const context = await newContext({ viewport: { width: 900, height: 600 } });
  try {
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`http://127.0.0.1:${port}/demo/`, { timeout: 120_000 });
    assert.ok((await page.locator("claim-explorer iframe").count()) < 3, "those far below have not started");
    await page.mouse.move(450, 500);
    const frames = await inFrames(page);
    for (const frame of frames) await ready(frame);
    for (const frame of frames)
      await inTime(frame.waitForFunction(() => window.claimscope.state().corpus.articles === 8), "no corpus");
    const states = await Promise.all(frames.map((frame) => frame.evaluate(() => window.claimscope.idle().then(() => window.claimscope.state()))));
    assert.ok(
      states[1].counts.claims > 3 && states[1].counts.claims < states[0].counts.claims,
      JSON.stringify(states.map(({ counts, query }) => [counts.claims, query.regions, query.days])),
    );
    assert.equal(await frames[0].locator("#chart-alone").evaluate((image) => image.decode().then(() => image.naturalWidth)), 960);

    // The wheel over an explorer that nobody clicked scrolls the article; so do keys.
    await page.locator("#regions").scrollIntoViewIfNeeded();
    const box = await page.locator("#regions").boundingBox();
    await page.mouse.move(box.x + box.width / 2, box.y + 200);
    const at = await settled(page);
    await until(page, () => page.mouse.wheel(0, -200), (before) => scrollY < before, at, "the wheel was taken");
    const top = await settled(page);
    await until(page, () => page.keyboard.press("PageDown"), (before) => scrollY > before, top, "the key was taken");

    // The element answers, and tells of a claim that is clicked.
    const told = await page.evaluate(async () => {
      const explorer = document.getElementById("regions");
      const claims = (await explorer.getState()).counts.claims;
      await explorer.command("clear-all");
      const all = (await explorer.getState()).counts.claims;
      const refused = await explorer.command("no-such-command").catch(({ code }) => code);
      explorer.setAttribute("kinds", "strike");
      explorer.setAttribute("height", "400");
      return { claims, all, refused, height: explorer.getBoundingClientRect().height };
    });
    assert.ok(told.all > told.claims, JSON.stringify(told));
    assert.equal(told.refused, "not-found");
    assert.ok(Math.abs(told.height - 400) < 3);
    await inTime(frames[1].waitForFunction(() => window.claimscope.state().query.kinds.join() === "strike"), "the attribute did nothing");
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    server.close();
    server.closeAllConnections();
  }
});

test("a stranger may open articles and give commands, and is told nothing", async () => {
  const { server, port } = await serve(join(kDist, "site"), 0);
  const html = `<!doctype html><script type="module" src="http://127.0.0.1:${port}/claimscope-element.mjs"></script>
    <claim-explorer loading="eager" link="v1&kind=strike"></claim-explorer>`;
  mkdirSync(join(folder, "stranger"));
  writeFileSync(join(folder, "stranger/index.html"), html);
  const stranger = await serve(join(folder, "stranger"), 0);
  const context = await newContext();
  try {
    const page = await context.newPage();
    // Another port is another host; a module may come from elsewhere only with leave.
    await page.route("**/claimscope-element.mjs", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
    });
    await page.goto(`http://127.0.0.1:${stranger.port}/`);
    const told = await inTime(page.evaluate(async (articles) => {
      const explorer = document.querySelector("claim-explorer");
      const heard = [];
      for (const name of ["ready", "progress", "selection", "claim-click"])
        explorer.addEventListener(name, () => heard.push(name));
      const opened = await explorer.open([{ name: "a.ndjson", bytes: articles }]);
      await explorer.command("clear-all");
      const state = await explorer.getState().catch(({ code }) => code);
      return { opened, state, heard: [...new Set(heard)] };
    }, kExportArticles), "the stranger waits");
    assert.deepEqual(told.opened, {});
    assert.equal(told.state, "unsupported");
    assert.ok(!told.heard.includes("progress") && !told.heard.includes("selection"), told.heard.join());
  } finally {
    await context.close();
    stranger.server.close();
    stranger.server.closeAllConnections();
    server.close();
    server.closeAllConnections();
  }
});
