// The whole of it by keyboard alone: no mouse is moved here.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, openPage } from "./browser.mjs";

after(close);

/** Presses a key until the widget that has the keyboard's focus is the wanted one. */
async function tabTo(explorer, label, key = "Tab", most = 80) {
  const passed = [];
  for (let i = 0; i < most; i++) {
    await explorer.page.keyboard.press(key);
    await explorer.idle();
    const focused = await focusOf(explorer);
    if (label instanceof RegExp ? label.test(focused) : focused === label) return;
    passed.push(focused);
  }
  assert.fail(`${key} does not lead to ${label}: ${passed.join(" | ")}`);
}

async function focusOf(explorer) {
  return (await explorer.items()).find(({ focused }) => focused)?.label ?? "";
}

async function press(explorer, ...keys) {
  for (const key of keys) await explorer.page.keyboard.press(key);
  await explorer.idle();
}

/** By the palette, as people do who know no shortcut. */
async function choose(explorer, words) {
  await press(explorer, "Control+k");
  await explorer.page.keyboard.type(words);
  await explorer.idle();
  await press(explorer, "Enter");
}

test("dates are typed, and chosen from the usual ones, by keyboard", async () => {
  const explorer = await openPage();
  const all = await explorer.state();
  await tabTo(explorer, "Date");
  await press(explorer, "Tab"); // the first of the two fields
  await explorer.page.keyboard.type("May 2025");
  await press(explorer, "Enter");
  assert.deepEqual((await explorer.state()).query.days, { from: "2025-05-01", to: "2025-05-31" });
  await press(explorer, "Tab");
  await explorer.page.keyboard.type("tomorrow");
  await press(explorer, "Enter");
  assert.ok((await explorer.items()).some(({ label }) => label.startsWith("date note: ")), "what to write is told");
  assert.deepEqual((await explorer.state()).query.days, { from: "2025-05-01", to: "2025-05-31" });
  await explorer.command("clear-all");
  await explorer.idle();
  await tabTo(explorer, /^Last 30 days$/);
  await press(explorer, "Enter");
  const { query, counts } = await explorer.state();
  assert.ok(query.days.from < query.days.to);
  assert.ok(counts.claims > 0 && counts.claims <= all.counts.claims);
  await explorer.done();
});

test("an export is chosen and carried out by keyboard, from the palette on", async () => {
  const explorer = await openPage();
  await choose(explorer, "export");
  await press(explorer, "Tab");
  assert.notEqual(await focusOf(explorer), "", "one Tab leads into the sheet");
  await tabTo(explorer, /CSV/);
  const [file] = await Promise.all([explorer.page.waitForEvent("download"), press(explorer, "Enter")]);
  assert.match(file.suggestedFilename(), /csv/);
  await explorer.done();
});

test("the map is walked by the arrows, filters by Enter and is left by Escape", async () => {
  const explorer = await openPage({ hash: "#v1&view=map&map=ukraine" });
  const { page } = explorer;
  await tabTo(explorer, "map", "Shift+Tab");
  const told = async () => (await explorer.items()).find(({ label }) => label.startsWith("on the map: "));
  const cursor = async () => (await explorer.state()).map.cursor;
  const first = await cursor();
  assert.match(first, /^UA-/, "it begins where most is claimed");
  const { counts } = await explorer.state();
  const number = String(counts.regions[first]).replace(/(?=(\d{3})+$)/g, "");
  const before = await told();
  assert.ok(before.label.includes(`${number} claim`), before.label);
  // Away and back along one line, the focus staying on the map.
  await press(explorer, "ArrowLeft");
  const left = await told();
  assert.notEqual(await cursor(), first);
  assert.ok(left.x < before.x, "to the left");
  assert.equal(await focusOf(explorer), "map");
  await press(explorer, "ArrowUp");
  await press(explorer, "ArrowDown", "ArrowRight");
  assert.equal(await focusOf(explorer), "map");
  while ((counts.regions[await cursor()] ?? 0) === 0) await press(explorer, "ArrowRight");
  const chosen = await cursor();
  await explorer.screenshot("map-by-keyboard");
  await press(explorer, "Enter");
  assert.deepEqual((await explorer.state()).query.regions, [chosen]);
  assert.equal(await focusOf(explorer), "map");
  await press(explorer, "Space");
  assert.deepEqual((await explorer.state()).query.regions, []);
  await explorer.command("set-days", { from: "2025-05-01", to: "2025-05-31" });
  await press(explorer, "Escape");
  assert.equal(await focusOf(explorer), "");
  assert.equal(await told(), undefined);
  const after = await explorer.state();
  assert.equal(after.map.cursor, "");
  assert.ok(after.query.days, "Escape leaves the map and clears nothing");
  await page.mouse.move(640, 500); // the mouse has it again
  await explorer.done();
});

test("the arrows take the map with them, and walk countries where it shows the world", async () => {
  const explorer = await openPage({ hash: "#v1&view=map&map=ukraine" });
  await tabTo(explorer, "map", "Shift+Tab");
  for (let i = 0; i < 12; i++) await press(explorer, "ArrowLeft");
  const { map } = await explorer.state();
  assert.equal(map.shows, "place", "it moved");
  assert.doesNotMatch(map.cursor, /^UA/);
  assert.ok((await explorer.items()).some(({ label }) => label.startsWith("on the map: ")), "in sight");
  await explorer.command("fit-map", { what: "world" });
  await explorer.idle();
  for (let i = 0; i < 3; i++) await press(explorer, "ArrowRight");
  assert.match((await explorer.state()).map.cursor, /^[A-Z]{2}$/);
  await explorer.done();
});

test("the menus of Compare are opened, walked, chosen from and left by keyboard", async () => {
  const explorer = await openPage({ hash: "#v1&view=compare" });
  const compared = async () => (await explorer.state()).compare;
  const before = await compared();
  await tabTo(explorer, "compared kind", "Shift+Tab");
  await tabTo(explorer, "compared measure", "Shift+Tab", 2);
  await press(explorer, "Enter", "ArrowDown", "ArrowDown", "Enter");
  assert.equal(await focusOf(explorer), "compared measure", "the menu gives the focus back");
  await tabTo(explorer, "second side", "Shift+Tab");
  await press(explorer, "Space");
  assert.notEqual(await focusOf(explorer), "second side", "the focus is in the menu");
  await press(explorer, "Escape");
  assert.equal(await focusOf(explorer), "second side");
  await tabTo(explorer, "first side", "Shift+Tab", 3);
  await press(explorer, "Enter");
  await tabTo(explorer, "Third parties", "ArrowDown", 20);
  await press(explorer, "Enter");
  assert.deepEqual(await compared(), { ...before, first: "third" });
  assert.equal(await focusOf(explorer), "first side");
  await explorer.done();
});

test("a claim is corrected by keyboard: E, the form, Save, and on to the next claim", async () => {
  const explorer = await openPage();
  await press(explorer, "j", "e");
  const { selection } = await explorer.state();
  assert.equal(await focusOf(explorer), "Right kind", "the form has the keyboard");
  await tabTo(explorer, "Right region", "Tab", 4);
  await press(explorer, "Enter");
  await explorer.page.keyboard.type("sumy");
  await explorer.idle();
  await press(explorer, "Enter");
  await tabTo(explorer, "Right status", "Shift+Tab", 3);
  await press(explorer, "Tab", "Control+a"); // who says so
  await explorer.page.keyboard.type("Harbour office");
  await explorer.idle();
  await tabTo(explorer, "Right kind", "Shift+Tab", 5);
  await press(explorer, "Enter", "ArrowDown", "Enter");
  assert.equal(await focusOf(explorer), "Right kind");
  await tabTo(explorer, "Save", "Tab", 14);
  await press(explorer, "Enter");
  const saved = (await explorer.state()).selection;
  assert.equal(saved.verdict, "corrected");
  assert.equal(saved.claimant, "Harbour office");
  assert.equal(saved.region, "UA-59");
  assert.equal(saved.claim, selection.claim);
  assert.equal(await focusOf(explorer), `claim ${saved.index}`, "the table has it again");
  await press(explorer, "ArrowDown");
  const next = (await explorer.state()).selection;
  assert.equal(next.index, saved.index + 1, "the arrows are the table's again");
  await press(explorer, "e", "Escape");
  const left = await explorer.state();
  assert.equal(left.reader_open, true, "Escape closes the form, not the article");
  assert.ok(!(await explorer.items()).some(({ label }) => label === "Save"));
  assert.equal(await focusOf(explorer), `claim ${next.index}`);
  // From a control of the reader and back to it.
  await press(explorer, "F6");
  await tabTo(explorer, "Next claim of the article", "Tab", 4);
  await press(explorer, "e");
  assert.equal(await focusOf(explorer), "Right kind");
  await press(explorer, "Escape");
  assert.equal(await focusOf(explorer), "Next claim of the article");
  await press(explorer, "Escape");
  assert.ok(!(await explorer.state()).reader_open);
  assert.match(await focusOf(explorer), /^claim \d+$/, "in the table again");
  await explorer.done();
});

test("F6 leads from panel to panel and round, Shift+F6 back, also out of a text field", async () => {
  const explorer = await openPage({ viewport: { width: 1440, height: 900 } });
  const steps = async (key, count) => {
    const passed = [];
    for (let i = 0; i < count; i++) {
      await press(explorer, key);
      passed.push(await focusOf(explorer));
    }
    return passed;
  };
  assert.deepEqual(await steps("F6", 4), ["Date", "timeline", "claim 0", "Date"]);
  await press(explorer, "Shift+F6");
  await explorer.screenshot("panels-by-keyboard");
  await press(explorer, "ArrowDown", "Enter");
  const { reader_open: open, selection } = await explorer.state();
  assert.ok(open && selection.index === 0, "the keys are the table's there");
  await press(explorer, "F6");
  const reader = await focusOf(explorer);
  assert.match(reader, /claim/);
  assert.deepEqual(await steps("Shift+F6", 4), ["claim 0", "timeline", "Date", reader]);
  await press(explorer, "/", "F6");
  await explorer.page.keyboard.press("Enter");
  assert.equal(await focusOf(explorer), "Date", "out of the search, which loses the keyboard");
  await explorer.command("set-view", { view: "map" });
  await explorer.command("toggle-filters");
  await explorer.idle();
  assert.deepEqual(await steps("F6", 2), ["timeline", "map"]);
  await explorer.done();
});

test("on a phone the order of the claims is chosen beside them", async () => {
  const explorer = await openPage({ viewport: { width: 360, height: 740 } });
  await explorer.click("Order of the claims");
  await explorer.click("Place");
  assert.deepEqual(
    (({ sort, descending }) => ({ sort, descending }))(await explorer.state()),
    { sort: "place", descending: false },
  );
  await explorer.click("Turn the order round");
  assert.equal((await explorer.state()).descending, true);
  await explorer.screenshot("order-on-a-phone");
  await explorer.done();
});

test("all in the articles is offered only where that finds something", async () => {
  const explorer = await openPage();
  const offered = async () =>
    (await explorer.items()).some(({ label }) => label === "search in the other");
  const { counts } = await explorer.state();
  assert.ok(counts.claims > 0);
  await explorer.command("search", { q: "zzyzxq" });
  await explorer.idle();
  assert.equal((await explorer.state()).counts.claims, 0);
  assert.equal(await offered(), false);
  await explorer.command("search", { q: "said" });
  await explorer.idle();
  assert.equal(await offered(), true);
  await explorer.command("search-in", { where: "articles" });
  await explorer.idle();
  assert.ok((await explorer.state()).counts.claims > 0);
  await explorer.done();
});

test("from the search the arrows lead on to what it found, in whatever list that is", async () => {
  const explorer = await openPage();
  await press(explorer, "/");
  await explorer.page.keyboard.type("drone");
  await explorer.idle();
  await press(explorer, "ArrowDown");
  assert.equal((await explorer.state()).selection.index, 0);
  await press(explorer, "ArrowDown", "Enter");
  const read = await explorer.state();
  assert.deepEqual([read.selection.index, read.reader_open], [1, true]);
  await press(explorer, "Escape", "3", "/");
  await press(explorer, "ArrowDown");
  await press(explorer, "Enter");
  const place = async () => (await explorer.items()).find(({ label }) => label.startsWith("place of the claim: ")).label;
  assert.match(await place(), /^place of the claim: 1 of \d+ in context/);
  await press(explorer, "j");
  assert.match(await place(), /^place of the claim: 2 of \d+ in context/);
  // Escape leaves the search as it is; then it closes the article, then it clears the search.
  await press(explorer, "/", "Escape");
  const left = await explorer.state();
  assert.deepEqual([left.query.text, left.reader_open], ["drone", true]);
  await press(explorer, "Escape");
  assert.deepEqual([(await explorer.state()).query.text, (await explorer.state()).reader_open], ["drone", false]);
  await press(explorer, "Escape");
  assert.equal((await explorer.state()).query.text, "");
  await explorer.done();
});

test("with the keyboard in the reader Page Down and the like scroll the article", async () => {
  const explorer = await openPage({ viewport: { width: 1280, height: 560 } });
  await press(explorer, "j", "Enter", "F6");
  while (!/claim (shown|of the article)$/.test(await focusOf(explorer))) await press(explorer, "F6");
  // The marks in sight, and whether the link under the headline is.
  const seen = async () => {
    const labels = (await explorer.items()).map(({ label }) => label);
    const marks = labels.filter((label) => /^mark \d+$/.test(label)).map((label) => Number(label.slice(5)));
    return { first: Math.min(...marks), last: Math.max(...marks), head: labels.includes("Show in the source") };
  };
  await press(explorer, "Home");
  const before = (await explorer.state()).selection.index;
  const begin = await seen();
  assert.deepEqual([begin.first, begin.head], [1, true]);
  await press(explorer, "ArrowDown");
  assert.ok((await seen()).last > begin.last, "some lines further down");
  await press(explorer, "ArrowUp");
  assert.deepEqual(await seen(), begin);
  await press(explorer, "PageDown");
  const paged = await seen();
  assert.ok(paged.first > begin.first && paged.last > begin.last, JSON.stringify([begin, paged]));
  await press(explorer, "End");
  const end = await seen();
  assert.ok(end.first > paged.first);
  await press(explorer, "PageUp");
  assert.ok((await seen()).first < end.first);
  await press(explorer, "Home");
  assert.deepEqual(await seen(), begin);
  assert.equal((await explorer.state()).selection.index, before, "no other claim was chosen");
  await explorer.done();
});
