// The reader: copies and what they differ in, the article as its file has it, what a date was taken for; files known again.
import assert from "node:assert/strict";
import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { after, test } from "node:test";
import { kArticles, ndjson } from "./articles.mjs";
import { close, inTime, openPage } from "./browser.mjs";
import { madeClaims } from "./made_claims.mjs";

after(close);

const problemsOf = ({ problems }) => problems.map(({ reason }) => reason);

/** Waits until the state is as it should be. */
const until = (explorer, what) =>
  inTime(
    explorer.page.evaluate(async (source) => {
      const holds = new Function("state", "items", `return ${source}`);
      while (!holds(window.claimscope.state(), window.claimscope.items()))
        await new Promise((done) => setTimeout(done, 30));
    }, what),
    `never: ${what}`,
  );

/** The article in the page of text, once it says so; that follows the explorer a moment later. */
async function told(explorer, pattern) {
  await inTime(
    explorer.page.evaluate(async (source) => {
      const part = document.getElementById("text-article");
      const says = new RegExp(source);
      while (!says.test(part.textContent)) await new Promise((done) => setTimeout(done, 50));
    }, pattern.source),
    `the text never says ${pattern}`,
  );
  return explorer.page.locator("#text-article").evaluate((part) => part.textContent);
}

for (const [size, dark] of [[{ width: 1280, height: 800 }, false], [{ width: 390, height: 760 }, true]]) {
  test(`what two copies differ in, by mouse and keys, ${size.width} wide`, async () => {
    const explorer = await openPage({ viewport: size, dark });
    await explorer.open([madeClaims()]);
    await explorer.command("select-claim", { article: "made/901.txt", claim: 1 });
    await explorer.command("open-article");
    await explorer.idle();
    await explorer.click(/^Copy: Northern Wire/);
    assert.equal((await explorer.state()).beside, "made/902.txt");
    await explorer.screenshot(`differences-${size.width}`);
    await explorer.page.keyboard.press("n");
    await explorer.idle();
    assert.equal((await explorer.state()).beside, "made/902.txt");
    await explorer.page.keyboard.press("Escape");
    await explorer.idle();
    assert.equal((await explorer.state()).beside, "");
    assert.equal((await explorer.state()).reader_open, true);
    await explorer.page.keyboard.press("d");
    await explorer.idle();
    assert.equal((await explorer.state()).beside, "made/902.txt");
    await until(explorer, 'location.hash.includes("beside=made")');
    // The same for who reads the page as text.
    await explorer.page.keyboard.press("t");
    await told(explorer, /only in Northern Wire/);
    assert.ok((await explorer.page.locator("#text-article ins").count()) > 0);
    assert.ok((await explorer.page.locator("#text-article del mark").count()) > 0, "claims of the other one");
    await explorer.page.locator("#text-close-copy").click();
    await told(explorer, /What differs from Northern Wire/);
    await explorer.page.locator("#text-copy-0").click();
    await explorer.idle();
    assert.equal((await explorer.state()).beside, "made/902.txt");
    await explorer.done();
  });
}

test("the same file under another name is known, told as what, and counted as skipped", async () => {
  const explorer = await openPage();
  const first = await explorer.open([{ name: "june/report.ndjson", bytes: ndjson(40) }]);
  assert.equal(first.articles, 40);
  const again = await explorer.open([
    { name: "copy of report.ndjson", bytes: ndjson(40) },
    { name: "other.ndjson", bytes: ndjson(41) },
  ]);
  assert.equal((await explorer.state()).corpus.articles, 81);
  assert.equal(again.known, 1);
  assert.equal(again.articles, 41);
  assert.equal(again.skipped, 40);
  assert.deepEqual(problemsOf(again), ["Already open as “june/report.ndjson”; it was not added again."]);
  const file = again.files.find((one) => one.file === "copy of report.ndjson");
  assert.equal(file.articles, 0);
  assert.equal(file.skipped, 40);
  assert.equal(file.problems[0].count, 40);
  const same = await explorer.open([{ name: "other.ndjson", bytes: ndjson(41) }]);
  assert.deepEqual(problemsOf(same), ["Already open; it was not added again."]);
  const { totals } = await explorer.page.evaluate(() => window.claimscope.report());
  assert.equal(totals.articles, 81);
  await explorer.done();
});

test("show in the source: the record and the claim's bytes, of files, tables and pages; or why not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "claimscope-"));
  const explorer = await openPage();
  const { page } = explorer;
  await explorer.command("select-claim", { index: 0 });
  await explorer.command("show-source");
  await told(explorer, /part of this page/);
  await explorer.command("show-source");

  const lines = ndjson(5);
  const html = `<html><head><title>Ice</title><meta name="author" content="Jo Doe"></head><body><article><h1>Ice</h1><p>On 3 May 2025 Ukraine&#8217;s air force <i>said</i> it had shot down 27 drones over the Odesa region.</p><p>The mayor of the town thanked the crews and asked all families to stay in shelters until the morning.</p></article></body></html>`;
  writeFileSync(join(folder, "lines.ndjson"), lines);
  writeFileSync(join(folder, "page.html"), html);
  writeFileSync(join(folder, "packed.txt.gz"), gzipSync(kArticles[0].bytes));
  await explorer.drop(["lines.ndjson", "page.html", "packed.txt.gz"].map((name) => join(folder, name)));
  await until(explorer, "state.corpus.articles === 7 && !state.progress.running");
  await explorer.idle();

  await explorer.command("select-claim", { article: "lines.ndjson#3", claim: 1 });
  await explorer.command("open-article");
  await explorer.idle();
  await explorer.click("Show in the source");
  await until(explorer, 'items.some(({ label }) => label === "mark 1")');
  const where = await told(explorer, /lines.ndjson, bytes/);
  await explorer.screenshot("source");
  const record = lines.split("\n")[2];
  const raw = await page.locator("#text-article pre").evaluate((pre) => pre.textContent);
  assert.equal(raw.trim(), record);
  const marked = await page.locator("#text-article pre mark").first().evaluate((mark) => mark.textContent);
  assert.ok(record.includes(marked) && /shot down 3 drones/.test(marked), marked);
  const begin = Buffer.byteLength(lines.split("\n").slice(0, 2).join("\n")) + 1;
  assert.ok(where.includes(`lines.ndjson, bytes ${begin.toLocaleString("en")} to `), where);

  await page.keyboard.press("Escape");
  await explorer.idle();
  await explorer.command("select-claim", { article: "page.html", claim: 1 });
  await explorer.command("show-source");
  await until(explorer, 'items.some(({ label }) => label === "mark 1")');
  await told(explorer, /page.html, bytes/);
  const tagged = await page.locator("#text-article pre mark").first().evaluate((mark) => mark.textContent);
  assert.match(tagged, /<i>said<\/i> it had shot down 27 drones/);
  await told(explorer, /by Jo Doe/);

  await explorer.command("select-claim", { article: "packed.txt.gz", claim: 1 });
  await explorer.command("show-source");
  await told(explorer, /packed/);

  // A file that is gone says so.
  rmSync(join(folder, "lines.ndjson"));
  await explorer.command("select-claim", { article: "lines.ndjson#2", claim: 1 });
  await explorer.command("show-source");
  await told(explorer, /can no longer be read/);
  rmSync(folder, { recursive: true });
  await explorer.done();
});

test("a date and a place say what they were taken for; the search is ready when it is asked for", async () => {
  const explorer = await openPage();
  await explorer.open([
    { name: "a.txt", bytes: `Tuesday, July 1, 2025\nThe Harbour Herald\nDrones over Odesa\n\nUkraine's air force said it had shot down 31 drones over Odesa last month, and that two of them fell near the port.\n` },
  ]);
  await explorer.click("claim 0");
  await explorer.command("open-article");
  await explorer.idle();
  const words = await explorer.item(/^resolved: “last month” → Jun 2025/);
  await explorer.page.mouse.move(words.x + words.w / 2, words.y + words.h / 2);
  await explorer.page.waitForTimeout(900);
  await explorer.idle();
  await explorer.screenshot("resolved");
  await explorer.item(/^resolved: “Odesa” → /);

  await explorer.command("set-view", { view: "context" });
  await explorer.idle();
  await explorer.click("Search…");
  await explorer.page.keyboard.type("port");
  await explorer.idle();
  assert.equal((await explorer.state()).query.text, "port");
  await explorer.done();
});
