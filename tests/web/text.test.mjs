// The page as text: what a screen reader is told, what the keyboard does there, and that axe-core finds nothing in it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { kArticles } from "./articles.mjs";
import { close, kRoot, openPage } from "./browser.mjs";

after(close);

const kAxe = readFileSync(join(kRoot, "node_modules/axe-core/axe.min.js"), "utf8");

/** What axe-core holds against the page, as lines to read. */
async function complaints(explorer) {
  await explorer.page.evaluate(kAxe);
  const found = await explorer.page.evaluate(() => window.axe.run(document));
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target} ${failureSummary}`),
  );
}

/** The text follows the explorer a moment after that has come to rest. */
async function told(explorer) {
  await explorer.page.waitForTimeout(100);
  await explorer.idle();
  await explorer.page.waitForTimeout(600);
}

for (const dark of [false, true]) {
  test(`axe-core finds nothing, ${dark ? "dark" : "light"}`, async () => {
    const explorer = await openPage({ dark });
    await explorer.click("claim 0");
    await told(explorer);
    assert.deepEqual(await complaints(explorer), []);
    await explorer.page.keyboard.press("t");
    await explorer.idle();
    await told(explorer);
    assert.deepEqual(await complaints(explorer), []);
    await explorer.screenshot(`text-${dark ? "dark" : "light"}`);
    await explorer.page.setViewportSize({ width: 360, height: 640 });
    await told(explorer);
    assert.deepEqual(await complaints(explorer), []);
    await explorer.screenshot(`text-narrow-${dark ? "dark" : "light"}`);
    await explorer.done();
  });
}

test("the main job by the text alone: open, filter, read, review", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await explorer.open(kArticles);
  await page.keyboard.press("t");
  await told(explorer);
  const all = await explorer.state();
  await page.locator("#text-region-UA-14").check();
  await told(explorer);
  const region = await explorer.state();
  assert.deepEqual(region.query.regions, ["UA-14"]);
  assert.ok(region.counts.claims < all.counts.claims);
  assert.match(await page.getByRole("status").first().textContent(), /of \d+ claims in all/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "text-region-UA-14");
  const caption = page.locator("#text-claims caption");
  assert.equal(await caption.textContent(), `Claims 1 to ${region.counts.claims} of ${region.counts.claims}`);
  assert.equal(await page.locator("#text-claims tbody tr").count(), region.counts.claims);
  const bars = await page.locator("#text-chart tbody tr td:nth-child(2)").allTextContents();
  const dated = bars.reduce((sum, text) => sum + Number(text.replace(/\D/g, "")), 0);
  const { chart, counts } = region;
  assert.equal(dated + chart.before + chart.after + counts.undated, counts.claims, "the chart's rows add up");
  await page.locator("#text-claim-0").click();
  await told(explorer);
  assert.equal((await explorer.state()).reader_open, true);
  const marked = await page.locator('#text-article mark[aria-current="true"]').allTextContents();
  const { quote } = (await explorer.state()).selection;
  assert.ok(quote.startsWith(marked[0].slice(0, 20)), `${quote} / ${marked}`);
  await page.getByRole("button", { name: "Accept" }).click();
  await told(explorer);
  assert.equal((await explorer.state()).review.accepted, 1);
  // A review is a step of its own, taken back first.
  await page.getByRole("button", { name: "Undo" }).click();
  await told(explorer);
  assert.equal((await explorer.state()).review.accepted, 0);
  await page.getByRole("button", { name: "Undo" }).click();
  await told(explorer);
  assert.deepEqual((await explorer.state()).query.regions, []);
  await page.getByLabel("Search the articles").fill("Pokrovsk");
  await page.keyboard.press("Enter");
  await told(explorer);
  assert.equal((await explorer.state()).query.text, "Pokrovsk");
  await page.keyboard.press("Escape");
  await explorer.idle();
  assert.equal(await page.locator("#text").evaluate((e) => e.classList.contains("open")), false);
  await explorer.done();
});

test("long lists, amounts, what is counted and the order are there as text too", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await explorer.open(kArticles);
  await page.keyboard.press("t");
  await told(explorer);
  const all = (await explorer.state()).counts.claims;
  await page.getByRole("button", { name: "Place: show the list" }).click();
  await told(explorer);
  await page.locator("#text-place-Pokrovsk").check();
  await told(explorer);
  const placed = await explorer.state();
  assert.deepEqual(placed.query.places, ["Pokrovsk"]);
  assert.ok(placed.counts.claims < all);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Amount: show the list" }).click();
  await told(explorer);
  await page.locator("#text-measure").selectOption("drones");
  await told(explorer);
  await page.getByLabel("At least").fill("10");
  await page.keyboard.press("Enter");
  await told(explorer);
  const { amount } = (await explorer.state()).query;
  assert.equal(amount.measure, "drones");
  assert.equal(amount.least, 10);
  await page.locator("#text-measure").selectOption("");
  await told(explorer);
  assert.equal((await explorer.state()).query.amount, null);
  await page.getByLabel("Articles, not claims", { exact: true }).check();
  await told(explorer);
  const counted = await explorer.state();
  assert.equal(counted.query.countArticles, true);
  assert.ok(Object.values(counted.counts.statuses).every((count) => count <= 5), "five articles");
  assert.match(await page.locator("#text-chart caption").textContent(), /^Articles with claims per/);
  const bars = await page.locator("#text-chart tbody tr td:nth-child(2)").allTextContents();
  assert.ok(bars.reduce((sum, text) => sum + Number(text), 0) < all);
  assert.match(await page.evaluate(() => location.hash), /count=articles/);
  await page.getByLabel("Sort by").selectOption("source");
  await told(explorer);
  assert.equal((await explorer.state()).sort, "source");
  assert.deepEqual(await complaints(explorer), []);
  await explorer.done();
});

test("map, words in context, compare and overview are there as text, and lead to claims and articles", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await page.keyboard.press("t");
  await told(explorer);
  const view = async (name) => {
    await page.getByLabel(name, { exact: true }).check();
    await told(explorer);
    assert.deepEqual(await complaints(explorer), [], name);
    return page.locator("#text-view table");
  };
  const { counts } = await explorer.state();

  const [regions, places] = await (await view("Map")).all();
  const sums = await regions.locator("tbody td:nth-child(2)").allTextContents();
  assert.equal(sums.reduce((sum, text) => sum + Number(text), 0), counts.claims, "every claim is of one region or of none");
  assert.ok((await places.locator("tbody tr").count()) > 10);
  await regions.getByRole("button", { name: "Sumy", exact: true }).click();
  await told(explorer);
  const sumy = await explorer.state();
  assert.deepEqual(sumy.query.regions, ["UA-59"]);
  await page.getByRole("button", { name: "Undo" }).click();

  await page.locator("#text-search").fill("drones");
  await page.keyboard.press("Enter");
  await told(explorer);
  const lines = (await view("Words in context")).locator("tbody tr");
  assert.ok((await lines.count()) > 5);
  await page.getByLabel("Sort the lines by").selectOption("Word after");
  await told(explorer);
  assert.equal((await explorer.state()).context_sort, "right");
  const afters = await lines.evaluateAll((rows) => rows.map(({ cells }) => cells[2].textContent.trim().toLowerCase()));
  const first = afters.map((words) => words.match(/^[^a-z]*([a-z]*)/)[1]);
  assert.deepEqual(first, [...first].sort(), "by the word after");
  const word = lines.nth(1).getByRole("button");
  assert.match(await word.textContent(), /^drones$/i);
  await word.click();
  await told(explorer);
  assert.equal((await explorer.state()).reader_open, true);
  await page.getByRole("button", { name: "Close the article" }).click();
  await page.getByRole("button", { name: "Clear all filters" }).click();

  const tables = await view("Compare");
  const numbers = await tables.first().getByRole("button").allTextContents();
  const { sides } = (await explorer.state()).counts;
  assert.deepEqual(numbers.map(Number), [sides.ukraine, sides.russia]);
  const pairs = page.locator("#text-view table", { hasText: "contradiction" }).locator("tbody tr").first();
  assert.equal(await pairs.getByRole("button").count(), 2, "both quotes");
  await pairs.getByRole("button").last().click();
  await told(explorer);
  assert.equal((await explorer.state()).selection.side, "russia");
  await page.getByRole("button", { name: "Set A to the filter as it is" }).click();
  await page.locator("#text-kind-strike").check();
  await told(explorer);
  await page.locator("#text-view table").first().getByRole("button").last().click();
  await told(explorer);
  const shown = await explorer.state();
  assert.deepEqual([shown.view, shown.query.kinds, shown.compare.first], ["claims", ["strike"], "v1"]);

  const overview = await view("Overview");
  const cells = await overview.first().locator("tbody tr").first().locator("td").allTextContents();
  assert.deepEqual(cells, ["Articles", String(shown.corpus.articles)]);
  assert.equal(await overview.count(), 4);
  await explorer.screenshot("text-overview");
  await explorer.done();
});

test("every region can be chosen as text, and the text has the theme that was chosen", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await page.keyboard.press("t");
  await told(explorer);
  const find = page.locator("#text-find-region");
  const name = await page.locator("#text-all-region option").last().getAttribute("value");
  await find.fill(name);
  await find.press("Tab");
  await told(explorer);
  assert.equal((await explorer.state()).query.regions.length, 1);
  const paper = () => page.locator("#text").evaluate((text) => getComputedStyle(text).backgroundColor);
  assert.equal(await paper(), "rgb(255, 255, 255)");
  await explorer.command("set-theme", { theme: "dark" });
  await told(explorer);
  assert.equal(await paper(), "rgb(21, 24, 28)");
  assert.ok(await page.locator("#summary").isVisible());
  await explorer.done();
});

test("an article opened as text has the keyboard at its headline, and leads back to its row", async () => {
  const explorer = await openPage({ viewport: { width: 360, height: 640 } });
  const { page } = explorer;
  await page.keyboard.press("t");
  await told(explorer);
  await page.locator("#text-claim-7").click();
  await told(explorer);
  assert.equal(await page.evaluate(() => document.activeElement.id), "text-headline");
  const { y, height } = await page.locator("#text-headline").boundingBox();
  assert.ok(y >= 0 && y + height <= 640, `the headline is in sight: ${y}`);
  await page.getByRole("button", { name: "Back to the list" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "text-claim-7");
  await explorer.done();
});

test("a guess is said to be one, and what a status means is told, as text too", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await page.keyboard.press("t");
  await told(explorer);
  const guess = page.locator("#text-claims td span", { hasText: "(a guess)" }).first();
  assert.match(await guess.getAttribute("title"), /^a guess/);
  const status = page.locator("#text-status-asserted");
  assert.match(await status.getAttribute("title"), /does not tell whether it was checked/);
  assert.match(await page.locator("label", { has: status }).textContent(), /Only stated/);
  assert.match(await page.locator("#text-count-originals").getAttribute("title"), /word for word/);
  await explorer.done();
});
