// Saved corpora on the page: saved, opened again, searched, damaged; and one named in the address.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { ndjson } from "./articles.mjs";
import { close, kDist, kWays, openPage } from "./browser.mjs";

after(close);

/** The corpus on show as bytes. */
const save = (explorer) =>
  explorer.page.evaluate(async () =>
    Array.from(new Uint8Array(await (await window.claimscope.save()).arrayBuffer())),
  );

async function searched(explorer, q) {
  await explorer.command("search", { q });
  await explorer.idle();
  return (await explorer.state()).counts.claims;
}

for (const way of kWays) {
  test(`a saved corpus opens as it was left (${way})`, async () => {
    const first = await openPage({ way });
    await first.open([{ name: "all.ndjson", bytes: ndjson(60) }]);
    const before = (await first.state()).corpus;
    const hits = await searched(first, "12th");
    assert.ok(hits > 0 && hits < before.claims, `${hits} hits`);
    const bytes = await save(first);
    await first.done();

    const second = await openPage({ way });
    const result = await second.open([{ name: "week.claims", bytes }]);
    assert.equal(result.articles, before.articles);
    assert.equal(result.claims, before.claims);
    assert.deepEqual(result.problems, []);
    const { corpus } = await second.state();
    assert.equal(corpus.articles, before.articles, "the sample has given way");
    assert.equal(corpus.claims, before.claims);
    assert.equal(await searched(second, "12th"), hits);

    const more = await second.open([{ name: "more.ndjson", bytes: ndjson(3) }]);
    assert.equal(more.articles, 3);
    const again = await second.open([{ name: "copy.claims", bytes }]);
    assert.equal(again.articles, 0);
    assert.ok(again.known > 0);
    assert.deepEqual(await save(second).then((twice) => twice.length > bytes.length), true);
    await second.done();
  });
}

test("what was said in review travels in the saved corpus, and what this reader said of it stays", async () => {
  const first = await openPage();
  await first.open([{ name: "all.ndjson", bytes: ndjson(20) }]);
  await first.command("next-claim");
  await first.command("reject-claim");
  await first.command("next-claim");
  await first.command("correct-claim", { claimant: "Somebody else" });
  await first.idle();
  const { counts } = await first.state();
  const bytes = await save(first);
  await first.done();

  const second = await openPage();
  const before = await second.open([{ name: "all.ndjson", bytes: ndjson(20) }]);
  assert.equal(counts.claims, before.claims - 1);
  await second.open([{ name: "week.claims", bytes }]);
  await second.idle();
  assert.equal((await second.state()).counts.claims, counts.claims);
  assert.match((await second.page.evaluate(() => localStorage.getItem("claimscope.reviews"))), /Somebody else/);
  // Said anew here: the file does not say it again.
  await second.page.evaluate(() => {
    const lines = localStorage.getItem("claimscope.reviews").replace(/"rejected"/, '"accepted"');
    window.claimscope.command("load-reviews", { lines });
  });
  await second.open([{ name: "again.claims", bytes }]);
  await second.idle();
  assert.equal((await second.state()).counts.claims, before.claims);
  await second.done();
});

test("quotes and the reader's text are read from the file when they are shown", async () => {
  const first = await openPage();
  await first.open([{ name: "all.ndjson", bytes: ndjson(20) }]);
  const bytes = await save(first);
  await first.done();
  const second = await openPage();
  await second.open([{ name: "week.claims", bytes }]);
  await second.command("next-claim");
  await second.idle();
  await second.idle();
  assert.match((await second.state()).selection.quote, /\w+ \w+ \w+/);
  await second.screenshot("saved-corpus");
  await second.done();
});

test("a damaged or newer saved corpus is refused with the reason", async () => {
  const explorer = await openPage();
  await explorer.open([{ name: "all.ndjson", bytes: ndjson(20) }]);
  const bytes = await save(explorer);
  const newer = [...bytes];
  newer[8] = 99;
  const damaged = [...bytes];
  damaged[200] ^= 1;
  const cases = [
    [newer, /newer version/],
    [damaged, /damaged/],
    [bytes.slice(0, 20), /damaged/],
    [bytes.slice(0, -8), /damaged/],
  ];
  for (const [file, reason] of cases) {
    const result = await explorer.open([{ name: "bad.claims", bytes: file }]);
    assert.equal(result.articles, 0);
    assert.equal(result.skipped, 1);
    assert.match(result.problems[0].reason, reason);
    assert.equal(result.problems[0].source, "bad.claims");
  }
  assert.equal((await explorer.state()).corpus.articles, 20);
  await explorer.done();
});

test("a corpus named in the address takes the place of the sample", async () => {
  const folder = join(kDist, "site", "test-corpora");
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, "week.ndjson"), ndjson(7));
    const explorer = await openPage({ way: "served", hash: "?corpus=test-corpora/week.ndjson" });
    assert.equal((await explorer.state()).corpus.articles, 7);
    await explorer.done();
    const lost = await openPage({ way: "served", hash: "?corpus=test-corpora/none.ndjson" });
    assert.equal((await lost.state()).corpus.articles, 0);
    const { files } = await lost.page.evaluate(() => window.claimscope.report());
    assert.equal(files[0].skipped, 1);
    lost.complaints.length = 0; // the browser's own word on the 404
    await lost.done();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a map that is none is told, and nothing is read", async () => {
  const explorer = await openPage();
  const message = await explorer.page.evaluate(() =>
    window.claimscope
      .open([{ name: "a.ndjson", bytes: "{}" }], { map: { body: "x" } })
      .then(() => "", (error) => error.message),
  );
  assert.match(message, /body/);
  await explorer.done();
});
