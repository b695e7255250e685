// What the browser keeps of a visit: offered again, restored, forgotten.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kExportArticles } from "../support/export_articles.mjs";
import { addressOf, close, inTime, launch, wait } from "./browser.mjs";

const kView = "v1&kind=strike";
let browser;

before(async () => {
  browser = await launch();
});
after(close);

async function visit(context, address) {
  const page = await context.newPage();
  await page.goto(address, { timeout: 120_000 });
  await inTime(page.evaluate(() => window.claimscope.ready.then(() => window.claimscope.idle())), "no start");
  return page;
}
const state = (page) => page.evaluate(() => window.claimscope.idle().then(() => window.claimscope.state()));
for (const way of ["served", "file"]) {
  test(`the last visit is offered, restored and forgotten (${way})`, async () => {
    const address = await addressOf(way);
    const context = await browser.newContext();
    try {
      const first = await visit(context, address);
      await wait(2500);
      assert.ok(!(await first.locator("#session-bar").isVisible()), "nothing is offered at first");
      await first.evaluate((bytes) => window.claimscope.open([{ name: "a.ndjson", bytes }]), kExportArticles);
      await first.evaluate((hash) => (location.hash = hash), kView);
      const before = await state(first);
      await wait(4000);
      await first.close();

      const second = await visit(context, address);
      const offer = second.locator("#session-bar");
      await offer.waitFor();
      assert.match(await second.locator("#session-note").textContent(), /3 articles/);
      assert.equal((await state(second)).corpus.articles, 0, "nothing, not the sample either, before it is wanted");
      await offer.locator('button[value="restore"]').click();
      await inTime(second.waitForFunction(() => window.claimscope.state().corpus.articles === 3), "not restored");
      const after = await state(second);
      assert.deepEqual(after.counts, before.counts);
      assert.deepEqual(after.query, before.query);

      const kept = (page) => page.evaluate(() => Object.keys(localStorage).sort());
      await second.evaluate(() => {
        window.claimscope.command("next-claim");
        window.claimscope.command("accept-claim");
        localStorage.setItem("claimscope-fields", "text=story");
        localStorage.setItem("another page's", "stays");
      });
      await second.evaluate(() => window.claimscope.idle());
      assert.deepEqual(await kept(second), ["another page's", "claimscope-fields", "claimscope.reviews"]);
      // Asked first, and kept unless it is said.
      const dialog = second.getByRole("dialog");
      await second.evaluate(() => window.claimscope.command("forget"));
      await dialog.waitFor();
      assert.match(await dialog.textContent(), /3 articles that are open.*copy of 3 articles.*reviews of 1 claim /);
      await second.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      assert.equal((await state(second)).corpus.articles, 3);
      assert.equal((await kept(second)).length, 3);
      await second.evaluate(() => window.claimscope.command("forget"));
      // Waited for from before the click: a quick page has loaded anew when the click is done.
      const loaded = second.waitForEvent("load");
      await dialog.getByRole("button", { name: "Forget everything" }).click();
      await loaded;
      assert.deepEqual(await kept(second), ["another page's"]);
      await inTime(second.evaluate(() => window.claimscope.ready.then(() => window.claimscope.idle())), "no start");
      assert.equal((await state(second)).progress.is_sample, true);
      await wait(1500);
      assert.ok(!(await second.locator("#session-bar").isVisible()));
      await second.close();
      const third = await visit(context, address);
      await wait(500);
      assert.ok(!(await third.locator("#session-bar").isVisible()), "forgotten");
    } finally {
      await context.close();
    }
  });
}

test("after a reload the sample does not come under the filters of the visit before", async () => {
  const address = await addressOf("file");
  const context = await browser.newContext();
  try {
    const page = await visit(context, address);
    await page.evaluate((bytes) => window.claimscope.open([{ name: "a.ndjson", bytes }]), kExportArticles);
    await page.evaluate((hash) => (location.hash = hash), kView);
    await state(page);
    await wait(4000);
    await page.reload();
    await inTime(page.evaluate(() => window.claimscope.ready.then(() => window.claimscope.idle())), "no start");
    assert.equal((await state(page)).corpus.articles, 0);
    await page.locator('#session-bar button[value=""]').click();
    await inTime(page.waitForFunction(() => window.claimscope.state().corpus.articles > 0), "no sample");
    const { query, progress } = await state(page);
    assert.equal(progress.is_sample, true);
    assert.deepEqual(query.kinds, []);
    assert.doesNotMatch(await page.evaluate(() => location.hash), /kind/);
  } finally {
    await context.close();
  }
});
