// The page starts, served and from disk with the network off; a link, another page, a browser that cannot.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { addressOf, close, kDist, kWays, launch, openPage, served } from "./browser.mjs";

after(close);

for (const way of kWays) {
  test(`starts with the sample corpus, ${way}`, async () => {
    const explorer = await openPage({ way });
    const { page } = explorer;
    const state = await explorer.state();
    assert.ok(state.corpus.articles >= 24, `${state.corpus.articles} articles`);
    assert.ok(state.corpus.claims > state.corpus.articles, `${state.corpus.claims} claims`);
    assert.equal(await page.title(), "Claimscope");
    assert.equal(await page.locator("#boot").isVisible(), false);
    assert.match(await page.locator("#summary").textContent(), /claims in .*articles/);
    const { timings, marks } = await page.evaluate(() => ({
      timings: window.claimscope.timings,
      marks: performance.getEntriesByType("mark").map((mark) => mark.name),
    }));
    assert.ok(timings.compiled > 0 && timings.ready >= timings.firstFrame);
    assert.ok(marks.includes("claimscope:ready"));
    await explorer.screenshot(`sample-${way}`);
    await explorer.done();
  });

  test(`a link opens its view and follows it, ${way}`, async () => {
    const explorer = await openPage({ way, hash: "#v1&kind=strike" });
    const { page } = explorer;
    const all = await openPage({ way });
    assert.ok((await explorer.state()).counts.claims < (await all.state()).counts.claims);
    await all.done();
    await explorer.command("clear-all");
    await page.waitForFunction(() => !location.hash.includes("kind"));
    await explorer.command("only-region", { code: "UA-63" });
    await page.waitForFunction(() => location.hash.includes("UA-63"));
    await page.evaluate(() => (location.hash = "#v1&kind=territory"));
    await explorer.idle();
    await page.waitForFunction(() => location.hash === "#v1&kind=territory");
    assert.deepEqual((await explorer.state()).query?.regions ?? [], []);
    await explorer.done();
  });
}

test("what cannot be understood of a link is left out and told, and the rest is shown", async () => {
  const before = () => {
    window.told = [];
    addEventListener("DOMContentLoaded", () =>
      window.claimscope.on("error", (e) => window.told.push(e)),
    );
  };
  const explorer = await openPage({ hash: "#v1&from=tomorrow&kind=strike", before });
  const [first] = await explorer.page.evaluate(() => window.told);
  assert.equal(first.code, "invalid");
  assert.match(first.message, /tomorrow/);
  const { corpus, query } = await explorer.state();
  assert.ok(corpus.articles >= 24);
  assert.deepEqual([query.days, query.kinds], [null, ["strike"]]);
  await explorer.page.waitForFunction(() => location.hash === "#v1&kind=strike");
  await explorer.screenshot("link-left-out");
  await explorer.done();
});

test("lies in another page and leaves it the keyboard and the wheel", async () => {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 900, height: 600 } });
  const page = await context.newPage();
  const host = join(kDist, "site/embed-test.html");
  writeFileSync(
    host,
    `<!doctype html><title>Host</title><body style="height:3000px"><p>An article.</p>
     <iframe src="./#v1&kind=strike" width="800" height="400" title="Claims"></iframe>`,
  );
  await page.goto(await served("site/embed-test.html"));
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await frame.waitForFunction(() => window.claimscope);
  await frame.evaluate(() => window.claimscope.ready.then(() => window.claimscope.idle()));
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY");
  await page.mouse.move(400, 250);
  await page.mouse.wheel(0, 200);
  await page.waitForFunction(() => scrollY > 0);
  await context.close();
  rmSync(host);
});

test("says in plain words when it cannot draw", async () => {
  const browser = await launch();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
  await page.goto(await addressOf("file"));
  await page.locator("#boot.failed").waitFor();
  assert.match(await page.locator("#boot-text").textContent(), /WebGL 2/);
  await context.close();
});
