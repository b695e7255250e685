// The views by hand: map, words in context, compare, overview; review of claims; the browser's back and forward; fingers.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { close, kShared, openPage } from "./browser.mjs";

after(close);

const kNarrow = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true };

async function tap(explorer, label) {
  const { x, y, w, h } = await explorer.item(label);
  await explorer.page.touchscreen.tap(x + w / 2, y + h / 2);
  await explorer.idle();
}

for (const dark of [false, true]) {
  const theme = dark ? "dark" : "light";

  test(`the map: a click filters, a box chooses several, the wheel leads to the world, ${theme}`, async () => {
    const explorer = await openPage({ dark });
    const { mouse, keyboard } = explorer.page;
    await explorer.click("View: Map");
    const all = await explorer.state();
    assert.equal(all.view, "map");
    await explorer.screenshot(`map-${theme}`);
    await explorer.click("region UA-65");
    const one = await explorer.state();
    if (one.query.regions.length > 0) {
      assert.deepEqual(one.query.regions, ["UA-65"]);
      assert.equal(one.counts.claims, all.counts.regions["UA-65"]);
    } else {
      // The region's town lies on its middle.
      assert.equal(one.query.places.length, 1);
    }
    await explorer.screenshot(`map-chosen-${theme}`);
    await explorer.command("clear-all");
    // Shift and a drag: a box.
    const map = await explorer.item("map");
    await keyboard.down("Shift");
    await mouse.move(map.x + map.w * 0.5, map.y + map.h * 0.2);
    await mouse.down();
    for (let i = 1; i <= 6; i++)
      await mouse.move(map.x + map.w * (0.5 + 0.06 * i), map.y + map.h * (0.2 + 0.12 * i));
    await mouse.up();
    await keyboard.up("Shift");
    await explorer.idle();
    const several = await explorer.state();
    assert.ok(several.query.regions.length > 1, JSON.stringify(several.query.regions));
    await explorer.command("clear-all");
    // A drag moves it and chooses nothing.
    await mouse.move(map.x + map.w * 0.4, map.y + map.h * 0.5);
    await mouse.down();
    await mouse.move(map.x + map.w * 0.5, map.y + map.h * 0.6, { steps: 5 });
    await mouse.up();
    await explorer.idle();
    const moved = await explorer.state();
    assert.equal(moved.map.shows, "place");
    assert.deepEqual(moved.query.regions, []);
    await mouse.wheel(0, 1500);
    await explorer.idle();
    assert.ok((await explorer.items()).some(({ label }) => label === "region US"), "the world");
    await explorer.click("World");
    await explorer.screenshot(`map-world-${theme}`);
    await explorer.done();
  });

  test(`words in context, compare and overview, ${theme}`, async () => {
    const explorer = await openPage({ dark });
    await explorer.click("View: In context");
    await explorer.click("Search…");
    await explorer.page.keyboard.type("drones");
    await explorer.idle();
    assert.equal((await explorer.state()).query.text, "drones");
    await explorer.page.keyboard.press("Enter");
    await explorer.idle();
    await explorer.click("Word after");
    await explorer.screenshot(`context-${theme}`);
    await explorer.click("place 0");
    assert.equal((await explorer.state()).reader_open, true);
    await explorer.command("clear-all");
    await explorer.command("close-reader");

    await explorer.click("View: Compare");
    await explorer.screenshot(`compare-${theme}`);
    await explorer.click("pair 0 first");
    const opened = await explorer.state();
    assert.equal(opened.reader_open, true);
    assert.equal(opened.selection.side, "ukraine");
    await explorer.click("pair 0 second");
    assert.equal((await explorer.state()).selection.side, "russia");
    await explorer.command("close-reader");

    await explorer.click("Compare two filters instead");
    await explorer.command("only-kind", { name: "strike" });
    await explorer.click("Set B to the filter as it is");
    const { compare } = await explorer.state();
    assert.deepEqual(compare, { first: "v1", second: "v1&kind=strike" });
    await explorer.command("clear-all");
    await explorer.screenshot(`compare-filters-${theme}`);
    const link = await explorer.page.evaluate(() => location.hash);
    assert.match(link, /second=v1%26kind%3Dstrike|second=v1%26kind=strike/);
    await explorer.click("claims of the second");
    const narrowed = await explorer.state();
    assert.deepEqual([narrowed.view, narrowed.query.kinds], ["claims", ["strike"]]);
    await explorer.page.keyboard.press("Control+z");
    await explorer.page.goBack();
    await explorer.idle();
    await explorer.command("clear-all");
    await explorer.command("compare-sides");
    assert.deepEqual((await explorer.state()).compare, { first: "ukraine", second: "russia" });

    await explorer.click("View: Overview");
    await explorer.screenshot(`overview-${theme}`);
    assert.equal((await explorer.state()).view, "overview");
    await explorer.done();
  });

  test(`a claim is reviewed by key, and known again after a reload, ${theme}`, async () => {
    const explorer = await openPage({ way: "served", dark });
    const { page } = explorer;
    await explorer.click("claim 2");
    await page.keyboard.press("a");
    await explorer.idle();
    await page.keyboard.press("j");
    await page.keyboard.press("r");
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await explorer.idle();
    await explorer.click("Right unit");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("carts");
    await page.keyboard.press("Enter");
    await explorer.idle();
    await explorer.screenshot(`review-form-${theme}`);
    await explorer.click("Save");
    const said = await explorer.state();
    assert.deepEqual(said.review, { accepted: 1, rejected: 1, corrected: 1 });
    assert.equal(said.selection.correction.unit, "carts");
    await explorer.screenshot(`review-${theme}`);
    const saving = page.waitForEvent("download");
    await explorer.command("save-gold");
    const file = await saving;
    assert.equal(file.suggestedFilename(), "claimscope-gold.ndjson");

    await page.reload();
    await page.evaluate(() => window.claimscope.ready.then(() => window.claimscope.idle()));
    const again = await explorer.state();
    assert.deepEqual(again.review, said.review);
    await explorer.command("only-review", { name: "corrected" });
    const narrowed = await explorer.state();
    assert.equal(narrowed.counts.claims, 1);
    const drawn = narrowed.chart.bars.flatMap(({ claims }) => claims);
    assert.equal(
      drawn.reduce((sum, count) => sum + count, narrowed.counts.undated),
      1,
    );
    await page.waitForFunction(() => location.hash.includes("review=corrected"));
    await explorer.done();
  });
}

test("back and forward walk over the steps, a drag is one, undo and redo agree", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  const settled = async (part) => {
    await page.waitForFunction((text) => location.hash.includes(text), part);
    await explorer.idle();
  };
  const length = () => page.evaluate(() => history.length);
  await page.waitForTimeout(400);
  const before = await length();
  const { x, y, w, h } = await explorer.item("timeline");
  await page.mouse.move(x + w * 0.3, y + h / 2);
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) {
    await page.mouse.move(x + w * (0.3 + 0.04 * i), y + h / 2);
    await page.waitForTimeout(50);
  }
  await page.mouse.up();
  await explorer.idle();
  await settled("from=");
  assert.equal(await length(), before + 1, "one entry for a drag");
  const { days } = (await explorer.state()).query;
  await explorer.click("View: Map");
  await settled("view=map");
  await explorer.command("toggle-kind", { name: "strike" });
  await settled("kind=strike");
  assert.equal(await length(), before + 3);

  await page.goBack();
  await explorer.idle();
  const back = await explorer.state();
  assert.deepEqual([back.query.kinds, back.view, back.query.days], [[], "map", days]);
  assert.equal(back.can_redo, true);
  await page.goForward();
  await explorer.idle();
  assert.deepEqual((await explorer.state()).query.kinds, ["strike"]);
  // Undo goes back over the same entry.
  await page.keyboard.press("Control+z");
  await explorer.idle();
  await page.waitForFunction(() => !location.hash.includes("kind="));
  assert.equal(await length(), before + 3);
  await page.keyboard.press("Control+y");
  await explorer.idle();
  await settled("kind=strike");
  assert.equal(await length(), before + 3);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await explorer.idle();
  const first = await explorer.state();
  assert.deepEqual([first.query.kinds, first.view, first.query.days], [[], "claims", null]);
  await explorer.done();
});

test("usable at 360 x 640 by tap, long press, pinch and swipe", async () => {
  const explorer = await openPage(kNarrow);
  const session = await explorer.context.newCDPSession(explorer.page);
  // The times are those of a hand, however long the machine takes to tell them.
  let seconds = Date.now() / 1000;
  const touch = (type, ...touchPoints) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints, timestamp: (seconds += 0.012) });
  for (const view of ["Map", "In context", "Compare", "Overview", "Claims"]) {
    await tap(explorer, `View: ${view}`);
    await explorer.screenshot(`narrow-${view.toLowerCase().replace(" ", "-")}`);
  }
  // A swipe glides on after the finger has left.
  const first = async () => Number((await explorer.item(/^claim \d+$/)).label.slice(6));
  const row = await explorer.item("claim 1");
  await touch("touchStart", { x: 180, y: row.y + row.h });
  for (let i = 1; i <= 6; i++) {
    await touch("touchMove", { x: 180, y: row.y + row.h - 16 * i });
    await explorer.page.waitForTimeout(12);
  }
  await touch("touchEnd");
  await explorer.page.waitForTimeout(900);
  await explorer.idle();
  // The finger alone went less than two rows.
  assert.ok((await first()) > 2, `it glides, to ${await first()}`);
  assert.equal((await explorer.state()).selection, null);

  await tap(explorer, "View: Map");
  const map = await explorer.item("map");
  const [x, y] = [map.x + map.w / 2, map.y + map.h / 2];
  await touch("touchStart", { x: x - 30, y }, { x: x + 30, y });
  for (let i = 1; i <= 5; i++) await touch("touchMove", { x: x - 30 - 8 * i, y }, { x: x + 30 + 8 * i, y });
  await touch("touchEnd");
  await explorer.idle();
  const nearer = await explorer.state();
  assert.equal(nearer.map.shows, "place");
  assert.ok(nearer.map.across < 15, `${nearer.map.across} degrees`);
  // Long press: a tip, and no click.
  await touch("touchStart", { x, y });
  await explorer.page.waitForTimeout(1000);
  await explorer.screenshot("narrow-long-press");
  await touch("touchEnd");
  await explorer.idle();
  assert.deepEqual((await explorer.state()).query.regions, []);
  await tap(explorer, "View: Claims");
  await tap(explorer, /^claim \d+$/);
  assert.equal((await explorer.state()).reader_open, true);
  await tap(explorer, "Accept");
  assert.equal((await explorer.state()).review.accepted, 1);
  await explorer.screenshot("narrow-reader");
  await explorer.done();
});

const news = join(kShared, "corpus/news-2025-05-21.ndjson.gz");

test("a day of real news on every view", { skip: !existsSync(news) && `${news} is not there` }, async () => {
  const explorer = await openPage({ viewport: { width: 1600, height: 1000 } });
  await explorer.drop([news]);
  await explorer.page.waitForFunction(() => window.claimscope.state().corpus.articles > 700);
  await explorer.idle();
  for (const view of ["map", "compare", "overview", "context"]) {
    await explorer.command("set-view", { view });
    if (view === "context") await explorer.command("search", { q: "sanctions" });
    await explorer.idle();
    await explorer.screenshot(`news-${view}`);
  }
  await explorer.done();
});
