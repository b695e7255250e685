// Files of every sort come in: dropped, chosen, pasted, broken, empty, huge; a cancel; no worker to be had.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { kArticles, kMangled, kPicture, ndjson } from "./articles.mjs";
import { close, kPatienceMs, kWays, openPage, wait } from "./browser.mjs";

after(close);

const reasons = ({ problems }) => problems.map(({ reason }) => reason).join(" / ");

async function assertAlive(explorer, articles) {
  const result = await explorer.open([{ name: "alive.ndjson", bytes: ndjson(3) }]);
  assert.equal(result.articles, 3, reasons(result));
  assert.equal((await explorer.state()).corpus.articles, articles + 3);
}

test("one's own files replace the sample, further ones are added, the same again is known", async () => {
  const explorer = await openPage();
  const first = await explorer.open(kArticles);
  assert.equal(first.articles, 5, reasons(first));
  assert.ok(first.claims >= 5, `${first.claims} claims`);
  assert.deepEqual(first.problems, []);
  assert.equal((await explorer.state()).corpus.articles, 5);
  const more = await explorer.open([{ name: "more.ndjson", bytes: ndjson(100) }]);
  assert.equal(more.articles, 100);
  assert.equal((await explorer.state()).corpus.articles, 105);
  const again = await explorer.open([{ name: "more.ndjson", bytes: ndjson(100) }]);
  assert.ok(again.known > 0);
  assert.equal((await explorer.state()).corpus.articles, 105);
  await explorer.done();
});

test("bad input: a message each, the good records kept, the page alive", async () => {
  const explorer = await openPage();
  const empty = await explorer.open([{ name: "empty.txt", bytes: "" }]);
  assert.equal(empty.articles, 0);
  assert.equal(empty.problems[0].source, "empty.txt");
  assert.match(empty.problems[0].reason, /empty/i);

  const picture = await explorer.open([kPicture]);
  assert.equal(picture.articles, 0);
  assert.equal(picture.problems[0].source, "articles.json");
  assert.ok(picture.problems[0].reason.length > 10);
  assert.ok(
    (await explorer.state()).corpus.articles >= 24,
    "the sample stays while nothing else could be read",
  );

  const tenth = await explorer.open([
    { name: "tenth.ndjson", bytes: ndjson(100, (i) => i % 10 === 9) },
  ]);
  assert.equal(tenth.articles, 90, reasons(tenth));
  assert.equal(tenth.skipped, 10);
  assert.equal(tenth.problems[0].line, 10);
  const told = tenth.problems.reduce((sum, { count }) => sum + count, 0);
  assert.equal(told, 10);

  const mangled = await explorer.open([kMangled]);
  assert.equal(mangled.articles, 1, reasons(mangled));
  assert.equal(mangled.repaired, 1);
  assert.equal(mangled.problems[0].kind, "repaired");
  assert.equal((await explorer.state()).corpus.articles, 91);

  await explorer.screenshot("bad-input");
  await assertAlive(explorer, 91);
  await explorer.done();
});

for (const way of kWays) {
  test(`a folder dropped, files chosen, ${way}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "claimscope-"));
    mkdirSync(join(folder, "deep/deeper"), { recursive: true });
    for (const { name, bytes } of kArticles) writeFileSync(join(folder, "deep", name), bytes);
    writeFileSync(join(folder, "deep/deeper/lines.ndjson"), ndjson(200));
    writeFileSync(join(folder, "deep/deeper/articles.json"), Buffer.from(kPicture.bytes));
    const explorer = await openPage({ way });
    await explorer.drop([join(folder, "deep")]);
    await explorer.page.waitForFunction(() => window.claimscope.state().corpus.articles === 205);
    await explorer.idle();
    const extra = join(folder, "extra.ndjson");
    writeFileSync(extra, ndjson(7).replaceAll("Odesa", "Lviv"));
    const chooser = explorer.page.waitForEvent("filechooser");
    await explorer.command("open-files");
    await (await chooser).setFiles([extra]);
    await explorer.page.waitForFunction(() => window.claimscope.state().corpus.articles === 212);
    rmSync(folder, { recursive: true });
    await explorer.done();
  });
}

test("text pasted is an article", async () => {
  const explorer = await openPage();
  await explorer.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.getElementById("canvas").dispatchEvent(event);
  }, kArticles[1].bytes);
  await explorer.idle();
  assert.equal((await explorer.state()).corpus.articles, 1);
  await explorer.done();
});

// Makes a file in the page: megabytes of NDJSON, the same lines over and over with other numbers.
const openBig = ([megabytes, cancels]) => {
  const line = (i) =>
    `{"title":"Report ${i}","date":"2025-03-${10 + (i % 18)}","text":"Ukraine's air force said it had shot down ` +
    `${i % 60} drones over the Odesa region. ${"Nothing else was said about the night. ".repeat(100)}"}\n`;
  const parts = [];
  for (let i = 0, size = 0; size < megabytes << 20; i++) {
    parts.push(line(i));
    size += parts.at(-1).length;
  }
  const file = new File(parts, "big.ndjson");
  const lines = parts.length;
  parts.length = 0;
  let began = 0;
  if (cancels) {
    window.claimscope.on("progress", ({ isSample, articles }) => {
      if (isSample || articles === 0 || began > 0) return;
      began = performance.now();
      window.claimscope.cancel();
    });
  }
  const reading = window.claimscope.open([file]);
  return reading.then((result) => ({ ...result, lines, ms: performance.now() - began }));
};

test("a cancel ends the reading of a big file soon and keeps what was read", async () => {
  const explorer = await openPage();
  const result = await explorer.page.evaluate(openBig, [60, true]);
  assert.equal(result.cancelled, true);
  // 200 ms are asked of a machine that has nothing else to do (measure_reading.mjs).
  assert.ok(result.ms < 1500, `took ${result.ms} ms`);
  assert.ok(result.articles > 0 && result.articles < result.lines, `${result.articles} articles`);
  await explorer.idle();
  const { articles } = (await explorer.state()).corpus;
  assert.equal(articles, result.articles);
  await assertAlive(explorer, articles);
  await explorer.done();
});

test("a big file is read to its end while the page goes on drawing", async () => {
  const megabytes = Number(process.env.CLAIMSCOPE_BIG_MB ?? 24);
  const explorer = await openPage();
  const reading = explorer.page.evaluate(openBig, [megabytes, false]);
  await wait(1000);
  const { x, y } = await explorer.page.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 }));
  const before = await explorer.frames();
  for (let i = 0; i < 10; i++) await explorer.page.mouse.move(x + i, y);
  await wait(200);
  assert.ok((await explorer.frames()) > before, "no frame was drawn meanwhile");
  const result = await reading;
  assert.equal(result.articles, result.lines);
  await explorer.idle();
  assert.equal((await explorer.state()).corpus.articles, result.lines);
  await explorer.done();
});

test("where no worker can start the page reads by itself, and the same", async () => {
  const before = () => {
    window.Worker = class {
      constructor() {
        throw new Error("no workers here");
      }
    };
  };
  const alone = await openPage({ before });
  const usual = await openPage();
  const files = [...kArticles, { name: "lines.ndjson", bytes: ndjson(50, (i) => i === 20) }];
  const [a, b] = [await alone.open(files), await usual.open(files)];
  assert.deepEqual(a, b);
  assert.deepEqual((await alone.state()).counts, (await usual.state()).counts);
  await alone.done();
  await usual.done();
});

test("the corpus is the same whatever the number of workers", async () => {
  const cores = (n) => `Object.defineProperty(navigator, "hardwareConcurrency", { value: ${n} })`;
  const files = Array.from({ length: 300 }, (_, i) => ({
    name: `f${i}.ndjson`,
    bytes: ndjson(1 + (i % 5)).replaceAll("Report ", `Report ${i}.`),  // the same articles count once
  }));
  const states = [];
  for (const n of [2, 5]) {
    const explorer = await openPage({ before: cores(n) });
    const result = await explorer.open(files);
    await explorer.command("select-claim", { index: 40 });
    await explorer.idle();
    states.push({ result, state: await explorer.state() });
    await explorer.done();
  }
  assert.deepEqual(states[0], states[1]);
});

test("fields of unknown names: asked once, read again, remembered", async () => {
  const folder = mkdtempSync(join(tmpdir(), "claimscope-"));
  const table = (count, word) =>
    `Kopfzeile;Inhalt;Tag\n` +
    Array.from(
      { length: count },
      (_, i) => `${word} ${i};Ukraine's air force said it had shot down ${i + 2} drones.;2025-03-05`,
    ).join("\n");
  writeFileSync(join(folder, "first.csv"), table(4, "First"));
  writeFileSync(join(folder, "second.csv"), table(3, "Second"));
  try {
    const explorer = await openPage();
    await explorer.drop([join(folder, "first.csv")]);
    const dialog = explorer.page.getByRole("dialog", { name: "Which field is which?" });
    await dialog.waitFor();
    await dialog.getByLabel("Text of the article").selectOption("Inhalt");
    await dialog.getByLabel("Title").selectOption("Kopfzeile");
    await dialog.getByLabel("Date of publication").selectOption("Tag");
    await explorer.screenshot("mapping");
    await dialog.getByRole("button", { name: "Read again" }).click();
    // A dialog that is closing has no role any more, though what it was answered is still to be taken up.
    await explorer.page.waitForFunction(() => window.claimscope.state().corpus.articles === 4);
    await explorer.idle();
    assert.equal((await explorer.state()).counts.undated, 0);
    await explorer.drop([join(folder, "second.csv")]);
    await explorer.page.waitForFunction(() => window.claimscope.state().corpus.articles === 7);
    assert.equal(await dialog.count(), 0);
    await explorer.done();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("while articles are read every view shows what is there, and a search goes on with what comes", async () => {
  const explorer = await openPage({ before: () => Object.defineProperty(navigator, "hardwareConcurrency", { get: () => 2 }) });
  const { page } = explorer;
  // Long enough a file for a view to be used meanwhile.
  const file = ndjson(30_000);
  await page.evaluate((text) => {
    window.over = false;
    window.claimscope.open([{ name: "many.ndjson", bytes: text }]).then(() => (window.over = true));
  }, file);
  const during = () =>
    page.waitForFunction(() => {
      const { progress, corpus } = window.claimscope.state();
      return progress.running && !progress.is_sample && corpus.claims > 0;
    });
  await during();
  await page.evaluate(() => window.claimscope.command("search", { q: "wounded " }));
  const seen = [];
  for (const view of ["map", "context", "compare", "overview", "claims"]) {
    seen.push(
      await page.evaluate(async (name) => {
        const { claimscope } = window;
        claimscope.command("set-view", { view: name });
        const frames = claimscope.frames;
        while (claimscope.frames < frames + 2) await new Promise((done) => requestAnimationFrame(done));
        const labels = claimscope.items().map(({ label }) => label);
        return { name, over: window.over, claims: claimscope.state().counts.claims, labels };
      }, view),
    );
  }
  for (const { name, claims, labels } of seen) {
    assert.ok(claims > 0, `${name}: ${claims}`);
    const wanted = { map: /^World$/, context: /^place 0$/, compare: /^first side$/, overview: /articles?$/, claims: /^claim 0$/ };
    assert.ok(labels.some((label) => wanted[name].test(label)), `${name}: ${labels.join(" | ")}`);
  }
  assert.equal(seen[0].over, false, "the file is long enough for a view to be used meanwhile");
  await page.waitForFunction(() => window.over, null, { timeout: kPatienceMs });
  await explorer.idle();
  const state = await explorer.state();
  assert.equal(state.corpus.articles, 30_000);
  assert.equal(state.counts.articles, 30_000, "the search has found what came after it was typed");
  await explorer.done();
});

test("while one's own articles take the place of the sample, nobody says that nothing was read", async () => {
  const explorer = await openPage();
  const { seen, frames } = await explorer.page.evaluate(async (text) => {
    const { claimscope } = window;
    let over = false;
    const reading = claimscope.open([{ name: "many.ndjson", bytes: text }]).then(() => (over = true));
    const told = new Set();
    let looked = 0;
    while (!over) {
      await new Promise((done) => setTimeout(done));
      const { progress } = claimscope.state();
      if (over || progress.is_sample) continue;
      looked++;
      told.add(`running ${progress.running}`);
      for (const { label } of claimscope.items()) if (label.startsWith("opened:")) told.add(label);
    }
    await reading;
    return { seen: [...told], frames: looked };
  }, ndjson(20_000));
  assert.ok(frames > 3, `${frames}`);
  assert.deepEqual(seen, ["running true"]);
  await explorer.done();
});

test("reviews are known by what they hold: dropped on the page they are taken over and told", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "claimscope-reviews-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const first = await openPage();
  await first.open(kArticles);
  const { counts } = await first.state();
  await first.command("select-claim", { index: 0 });
  await first.command("reject-claim");
  await first.command("select-claim", { index: 1 });
  await first.command("accept-claim");
  await first.idle();
  const saving = first.page.waitForEvent("download");
  await first.command("save-reviews");
  const lines = readFileSync(await (await saving).path(), "utf8");
  assert.equal(lines.trim().split("\n").length, 2);
  await first.done();

  const second = await openPage();
  await second.open(kArticles);
  assert.equal((await second.state()).counts.claims, counts.claims);
  const path = join(folder, "notes.txt");
  writeFileSync(path, `\uFEFF${lines}not a review\n`);
  await second.drop([path]);
  await second.page.waitForFunction(() => window.claimscope.state().review.rejected === 1, null, { timeout: kPatienceMs });
  await second.idle();
  const state = await second.state();
  assert.equal(state.review.accepted, 1);
  assert.equal(state.counts.claims, counts.claims - 1);
  assert.equal(state.corpus.articles, 5, "it is no article");
  assert.match(state.notice, /Reviews of 2 claims taken over from notes\.txt; 2 claims here are reviewed now; 1 line could not/);
  assert.ok((await second.items()).some(({ label }) => label.startsWith("notice: Reviews of 2 claims")));
  await second.page.waitForTimeout(400);
  assert.match(await second.page.getByRole("status").first().textContent(), /Reviews of 2 claims taken over/);
  // Together with articles, as a program opens them, and before them.
  const both = await second.open([
    { name: "r.ndjson", bytes: lines },
    { name: "more.ndjson", bytes: ndjson(3) },
  ]);
  assert.equal(both.reviews, 1);
  assert.equal(both.articles, 3);
  const article = await second.open([{ name: "a.ndjson", bytes: '{"text":"12","span":"soon"}\n' }]);
  assert.equal(article.reviews, 0);
  await second.done();
});
