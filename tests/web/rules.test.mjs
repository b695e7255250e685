// Rules of one's own: a folder dropped on the page, read again with them, saved with them, and back.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { close, kWays, openPage } from "./browser.mjs";

after(close);

const kPack = fileURLToPath(new URL("../../assets/packs/epidemic", import.meta.url));
const kSamples = readdirSync(join(kPack, "sample")).map((name) => join(kPack, "sample", name));

const kinds = async (explorer) => (await explorer.items()).map(({ label }) => label);
const articles = (explorer, count) =>
  explorer.page.waitForFunction((n) => window.claimscope.state().corpus.articles === n, count);
async function answer(explorer, button) {
  await explorer.page.click(`dialog[open] button:text-is("${button}")`);
}
async function useRules(explorer, name, count) {
  await explorer.page.waitForFunction((n) => window.claimscope.state().rules === n, name);
  await articles(explorer, count);
  await explorer.idle();
}

/** A page that reads the samples of the pack with its rules. */
async function openPack() {
  const explorer = await openPage();
  await explorer.drop([kPack]);
  await answer(explorer, "Use these rules");
  await useRules(explorer, "epidemic", 3);
  return explorer;
}

for (const way of kWays) {
  test(`a folder of rules is asked about, reads what is open again, and gives way again (${way})`, async () => {
    const explorer = await openPage({ way });
    await explorer.drop(kSamples);
    await articles(explorer, 3);
    await explorer.idle();
    const before = await explorer.state();
    assert.equal(before.rules, "");

    await explorer.drop([kPack]);
    await explorer.page.waitForSelector("dialog[open]");
    assert.match(await explorer.page.textContent("dialog[open]"), /epidemic.*3 files that are open will be read again/s);
    await explorer.screenshot(`rules-dialog-${way}`);
    await answer(explorer, "Leave them");
    assert.equal((await explorer.state()).rules, "");
    assert.equal((await explorer.state()).corpus.articles, 3, "neither tables nor samples became articles");

    await explorer.drop([kPack]);
    await answer(explorer, "Use these rules");
    await useRules(explorer, "epidemic", 3);
    await explorer.command("only-kind", { name: "infections" });
    await explorer.idle();
    assert.ok((await explorer.state()).counts.claims >= 3);
    assert.ok((await kinds(explorer)).some((label) => /Infections/.test(label)), (await kinds(explorer)).join(" | "));
    await explorer.command("clear-all");
    await explorer.command("set-view", { view: "overview" });
    await explorer.idle();
    await explorer.screenshot(`rules-overview-${way}`);
    await explorer.click("use-builtin-rules");
    await useRules(explorer, "", 3);
    assert.equal((await explorer.state()).corpus.claims, before.corpus.claims);
    await assert.rejects(explorer.command("only-kind", { name: "infections" }));
    await explorer.done();
  });
}

test("the samples of a pack are read where nothing of one's own is open", async () => {
  const explorer = await openPack();
  await explorer.done();
});

test("articles in the folder beside its rules are read though the rules are not used", async () => {
  const folder = mkdtempSync(join(tmpdir(), "claimscope-"));
  cpSync(kPack, join(folder, "fever"), { recursive: true });
  cpSync(kSamples[0], join(folder, "fever", "mine.txt"));
  const explorer = await openPage();
  await explorer.drop([join(folder, "fever")]);
  await answer(explorer, "Leave them");
  await articles(explorer, 1);
  assert.equal((await explorer.state()).rules, "");
  rmSync(folder, { recursive: true });
  await explorer.done();
});

test("a saved corpus brings the rules it was read with; others are refused beside it", async () => {
  const explorer = await openPack();
  const { corpus } = await explorer.state();
  const bytes = await explorer.page.evaluate(async () =>
    Array.from(new Uint8Array(await (await window.claimscope.save()).arrayBuffer())));
  await explorer.done();

  const second = await openPage();
  assert.deepEqual((await second.open([{ name: "fever.claims", bytes }])).problems, []);
  assert.equal((await second.state()).rules, "epidemic");
  assert.equal((await second.state()).corpus.claims, corpus.claims);
  const text = "Fever spreads\n\n date 2031-03-10\n\nThe health ministry said on Monday that 77 new cases of fever had been confirmed.\n";
  const more = await second.open([{ name: "more.txt", bytes: text }]);
  assert.equal(more.articles, 1);
  await second.command("only-kind", { name: "infections" });
  await second.command("search", { q: "77" });
  await second.idle();
  assert.equal((await second.state()).counts.claims, 1, "what is opened beside it is read with its rules");
  await second.done();

  const third = await openPage();
  await third.open([{ name: "own.txt", bytes: text }]);
  const refused = await third.open([{ name: "fever.claims", bytes }]);
  assert.equal(refused.articles, 0);
  assert.match(refused.problems[0].reason, /rules “epidemic”.*built-in rules/);
  assert.equal((await third.state()).rules, "");
  await third.done();
});

test("rules with a mistake are told with table and line, and change nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "claimscope-"));
  const explorer = await openPage();
  await explorer.drop(kSamples);
  await articles(explorer, 3);
  await explorer.idle();
  const before = await explorer.state();
  const wrong = {
    broken: ["lexicon/kinds.tsv", "kind\tpredicate\nnonsense\n", /lexicon\/kinds\.tsv/],
    misspelt: ["lexicon/kindlist.tsv", "kind\tlabel\n", /kindlist\.tsv: there is no table of this name/],
  };
  for (const [name, [table, text, complaint]] of Object.entries(wrong)) {
    mkdirSync(join(folder, name, "lexicon"), { recursive: true });
    if (name === "broken") cpSync(join(kPack, "lexicon"), join(folder, name, "lexicon"), { recursive: true });
    writeFileSync(join(folder, name, table), text);
    await explorer.drop([join(folder, name)]);
    await answer(explorer, "Use these rules");
    await explorer.page.waitForSelector('h2:text-is("These rules cannot be used")');
    assert.match(await explorer.page.textContent("dialog[open]"), complaint);
    await explorer.screenshot(`rules-${name}`);
    await answer(explorer, "Close");
    const after = await explorer.state();
    assert.equal(after.rules, "");
    assert.deepEqual(after.corpus, before.corpus);
  }
  rmSync(folder, { recursive: true });
  await explorer.done();
});
