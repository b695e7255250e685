// The thin path by hand: open articles, drag on the chart, tick a region, open a claim; light and dark, both ways.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { kArticles } from "./articles.mjs";
import { close, kShared, kWays, openPage } from "./browser.mjs";

after(close);

/** A real drag over the chart, from one part of its width to another. */
async function dragOnChart(explorer, from, to) {
  const { x, y, w, h } = await explorer.item("timeline");
  const { mouse } = explorer.page;
  await mouse.move(x + w * from, y + h / 2);
  await explorer.idle();
  await mouse.down();
  for (let i = 1; i <= 8; i++) await mouse.move(x + w * (from + ((to - from) * i) / 8), y + h / 2);
  await mouse.up();
  await explorer.idle();
}

const sum = (counts) => Object.values(counts).reduce((all, count) => all + count, 0);

for (const way of kWays) {
  test(`from five articles to one claim in its article, by mouse, ${way}`, async () => {
    const explorer = await openPage({ way });
    await explorer.open(kArticles);
    const all = await explorer.state();
    assert.equal(all.corpus.articles, 5);
    assert.ok(all.counts.claims >= 5);
    assert.equal(sum(all.counts.kinds), all.counts.claims, "the kinds add up to the claims");

    await dragOnChart(explorer, 0.25, 0.8);
    const days = await explorer.state();
    assert.ok(days.query.days.from > all.corpus.days.from, JSON.stringify(days.query.days));
    assert.ok(days.query.days.to < all.corpus.days.to, JSON.stringify(days.query.days));
    assert.ok(days.counts.claims > 0 && days.counts.claims < all.counts.claims);
    await explorer.screenshot(`days-${way}`);

    await explorer.click("Donetsk");
    const region = await explorer.state();
    assert.deepEqual(region.query.regions, ["UA-14"]);
    assert.equal(region.counts.claims, days.counts.regions["UA-14"]);
    assert.ok(region.counts.claims > 0);
    assert.deepEqual(region.counts.regions, days.counts.regions, "a list does not narrow itself");
    await explorer.page.waitForFunction(() => location.hash.includes("UA-14"));

    await explorer.click("claim 0");
    const read = await explorer.state();
    assert.equal(read.selection.article, "donetsk.txt");
    assert.equal(read.reader_open, true);
    assert.ok(
      (await explorer.items()).some(({ label }) => /Pokrovsk/.test(label) || /reader/i.test(label)),
    );
    await explorer.screenshot(`reader-${way}`);
    const told = await explorer.page.locator("#summary").textContent();
    assert.match(told, new RegExp(`^${region.counts.claims} claim.* of `));

    await explorer.page.emulateMedia({ colorScheme: "dark" });
    await explorer.idle();
    await explorer.screenshot(`reader-dark-${way}`);

    // Every step back.
    await explorer.page.keyboard.press("Control+z");
    await explorer.idle();
    assert.deepEqual((await explorer.state()).query.regions, []);
    await explorer.page.keyboard.press("Control+z");
    await explorer.idle();
    assert.equal((await explorer.state()).counts.claims, all.counts.claims);
    await explorer.done();
  });
}

test("a claim opened tells the page that shows it", async () => {
  const explorer = await openPage();
  await explorer.page.evaluate(() => {
    window.told = [];
    window.claimscope.on("selection", (selection) => window.told.push(selection));
  });
  await explorer.click("claim 1");
  const told = await explorer.page.evaluate(() => window.told);
  assert.equal(told.length, 1);
  assert.deepEqual(told[0], (await explorer.state()).selection);
  await assert.rejects(explorer.command("no-such-thing"), /no command/);
  await explorer.done();
});

for (const [name, options] of Object.entries({
  phone: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true },
  wide: { viewport: { width: 2560, height: 1440 } },
})) {
  test(`is usable on a ${name} screen`, async () => {
    const explorer = await openPage(options);
    await explorer.screenshot(name);
    if (options.hasTouch) {
      const { x, y, w, h } = await explorer.item("claim 0");
      await explorer.page.touchscreen.tap(x + w / 2, y + h / 2);
      await explorer.idle();
    } else {
      await explorer.click("claim 0");
    }
    assert.equal((await explorer.state()).reader_open, true);
    await explorer.screenshot(`${name}-reader`);
    await explorer.done();
  });
}

const seeds = join(kShared, "corpus/seeds");
const news = join(kShared, "corpus/news-2025-05-21.ndjson.gz");

test(
  "the five articles it was made for",
  { skip: !existsSync(seeds) && `${seeds} is not there` },
  async () => {
    const explorer = await openPage();
    const files = readdirSync(seeds).filter((name) => name.endsWith(".txt"));
    const result = await explorer.open(
      files.map((name) => ({ name, bytes: [...readFileSync(join(seeds, name))] })),
    );
    assert.equal(result.articles, files.length);
    assert.ok(result.claims >= 5 * files.length, `${result.claims} claims`);
    const { counts } = await explorer.state();
    assert.ok(counts.regions["UA-59"] > 0, "claims about Sumy");
    await explorer.screenshot("seeds");
    await explorer.click("claim 3");
    await explorer.screenshot("seeds-reader");
    await explorer.done();
  },
);

test("a day of real news", { skip: !existsSync(news) && `${news} is not there` }, async () => {
  const explorer = await openPage();
  await explorer.drop([news]);
  await explorer.page.waitForFunction(
    () =>
      window.claimscope.state().progress.files_total > 0 ||
      !window.claimscope.state().progress.is_sample,
  );
  await explorer.screenshot("news-progress");
  await explorer.idle();
  const { corpus } = await explorer.state();
  assert.equal(corpus.articles, 759);
  assert.ok(corpus.claims > 1000, `${corpus.claims} claims`);
  await explorer.screenshot("news");
  await explorer.done();
});

test("a finger scrolls the table and drags on the chart", async () => {
  const viewport = { width: 800, height: 900 };
  const explorer = await openPage({ viewport, deviceScaleFactor: 2, hasTouch: true });
  const session = await explorer.context.newCDPSession(explorer.page);
  // A frame of a quick screen apart, however late a busy machine sends them.
  const swipe = async (x, y, dx, dy) => {
    let timestamp = Date.now() / 1000;
    const touch = (type, touchPoints) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp: (timestamp += 0.016) });
    await touch("touchStart", [{ x, y }]);
    for (let i = 1; i <= 8; i++)
      await touch("touchMove", [{ x: x + (dx * i) / 8, y: y + (dy * i) / 8 }]);
    await touch("touchEnd", []);
    await explorer.idle();
  };
  const first = async () => (await explorer.item(/^claim \d+$/)).label;
  const row = await explorer.item("claim 3");
  assert.equal(await first(), "claim 0");
  await swipe(row.x + row.w / 2, row.y + row.h, 0, -200);
  assert.notEqual(await first(), "claim 0");
  assert.equal((await explorer.state()).selection, null);
  const { x, y, w, h } = await explorer.item("timeline");
  await swipe(x + w * 0.3, y + h / 2, w * 0.4, 0);
  assert.ok((await explorer.state()).query.days, "days are chosen");
  await explorer.done();
});
