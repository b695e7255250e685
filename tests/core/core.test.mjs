// The core module as another program uses it. Run by ctest after the web build; by hand: node --test tests/core
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const dist = process.env.CLAIMSCOPE_DIST ?? "dist";
const path = (name) => join(dist, "core", name);
const { Claimscope, ClaimscopeError } = await import(pathToFileURL(path("claimscope.mjs")));

const record = (n, day, text) =>
  JSON.stringify({ title: `Report ${n}`, date: day, source: "Field Post", url: `https://field.example/${n}`, text });
const kSumy = "Ukrainian forces liberated two settlements in the Sumy region, the General Staff said.";
const kLosses = "Russia lost more than 1,200 troops over the past day, the General Staff said.";
const kStrike = "At least 12 people were killed in a missile strike on Kharkiv, the governor said.";
const kArticles = [
  record(1, "2025-06-28", `${kSumy} Rain fell on the bridges of the north.`),
  record(2, "2025-06-29", `${kLosses} Markets were closed.`),
  record(3, "2025-06-30", `${kStrike} The bridges stayed open.`),
].join("\n");

async function withArticles() {
  const claimscope = await Claimscope.create();
  const added = claimscope.add(`${kArticles}\n{"title": "cut off\n`, { name: "made.ndjson" });
  return { claimscope, added };
}

test("articles go in, and what could not be read is named", async () => {
  const { claimscope, added } = await withArticles();
  assert.equal(added.articles, 3);
  assert.ok(added.claims >= 3);
  assert.equal(added.skipped, 1);
  assert.equal(added.problems[0].line, 4);
  assert.match(claimscope.version, /^\d+\./);
  assert.equal(claimscope.add(kArticles, { name: "made.ndjson" }).articles, 3);
  claimscope.free();
  assert.throws(() => claimscope.query(), ClaimscopeError);
});

test("claims, counts and articles answer the same question", async () => {
  const { claimscope } = await withArticles();
  const all = claimscope.query();
  assert.equal(all.total, all.hits.length);
  assert.deepEqual([...claimscope.claims()], all.hits);
  const days = all.hits.map(({ time }) => time.to);
  assert.deepEqual(days, [...days].sort());
  assert.deepEqual(claimscope.query({ order: "-date" }).hits, [...all.hits].reverse());
  assert.deepEqual(claimscope.query({ offset: 1, limit: 1 }).hits, [all.hits[1]]);

  const sumy = claimscope.query({ regions: ["UA-59"] });
  assert.ok(sumy.total > 0 && sumy.hits.every(({ region }) => region === "UA-59"));
  assert.equal(claimscope.query({ text: "region:sumy" }).total, sumy.total);
  const bridges = claimscope.query({ text: "bridges -rain" });
  assert.ok(bridges.total > 0 && bridges.hits.every(({ article }) => article.endsWith("#3")));
  assert.equal(claimscope.query({ from: "2025-06-29", to: "2025-06-29" }).total,
    all.hits.filter(({ time }) => time.to === "2025-06-29").length);

  const counts = claimscope.counts({ by: ["region", "kind"], per: "week" });
  assert.equal(counts.total, all.total);
  assert.equal(Object.values(counts.kind).reduce((sum, count) => sum + count), all.total);
  assert.equal(counts.side, undefined);
  assert.equal(counts.days.per, "week");
  assert.equal(counts.days.counts.reduce((sum, count) => sum + count) + counts.days.undated, all.total);

  const { total } = all;
  for (const per of ["day", "quarter", "year"]) {
    const { days } = claimscope.counts({ per, stack: "kind" });
    assert.equal(days.per, per);
    assert.equal(days.counts.reduce((sum, count) => sum + count) + days.undated, total);
    assert.equal(days.published.reduce((sum, count) => sum + count), 3);
    assert.ok(days.series.every((kind) => kind in claimscope.counts({ by: ["kind"] }).kind));
  }
  assert.deepEqual(claimscope.counts({ per: "year" }).days.buckets, ["2025-01-01"]);
  const { source, claimant, measure } = claimscope.counts({ by: ["source", "claimant", "measure"] });
  assert.deepEqual(source, { "Field Post": total });
  const [name, count] = Object.entries(claimant)[0];
  assert.equal(claimscope.query({ claimants: [name] }).total, count);
  assert.equal(claimscope.query({ sources: ["Field Post"] }).total, total);
  assert.equal(claimscope.query({ sources: ["Another, Post"] }).total, 0);
  const people = Object.keys(measure)[0];
  assert.equal(claimscope.query({ amount: { measure: people } }).total, measure[people]);
  assert.equal(claimscope.query({ amount: { measure: people, least: 1e9 } }).total, 0);
  // Told twice, it is one claim.
  claimscope.add(kArticles.replaceAll("Field Post", "Other Post"), { name: "again.ndjson" });
  assert.equal(claimscope.query().total, 2 * total);
  assert.equal(claimscope.query({ count: "distinct" }).total, total);
  assert.equal(claimscope.counts({ count: "distinct" }).total, total);

  const found = claimscope.search("bridges");
  assert.equal(found.total, 4);
  assert.ok(found.hits[0].score >= found.hits[1].score);
  const article = claimscope.article(found.hits[0].article);
  assert.match(article.text, /bridges/);
  assert.ok(article.claims.length > 0);
  assert.equal(claimscope.article("nowhere"), null);
  claimscope.free();
});

test("mistakes are told by a code and a sentence", async () => {
  const { claimscope } = await withArticles();
  for (const question of [{ from: "soon" }, { kinds: ["rumour"] }, { limit: -1 }]) {
    assert.throws(() => claimscope.query(question), { name: "ClaimscopeError", code: "invalid" });
  }
  assert.throws(() => claimscope.counts({ by: ["colour"] }), /no facet "colour"/);
  assert.throws(() => claimscope.counts({ per: "decade" }), /not per "decade"/);
  assert.throws(() => claimscope.counts({ stack: "place" }), /not by place/);
  assert.throws(() => claimscope.query({ amount: { measure: "people", least: "many" } }), /not an amount/);
  assert.throws(() => claimscope.addSnapshot(new Uint8Array(100)), /not a saved corpus/);
  const { problems, total } = claimscope.query({ text: "bridges kind:rumour" });
  assert.equal(problems[0].begin, 13);
  assert.ok(total > 0);
  claimscope.free();
});

test("facets count articles when they are asked to", async () => {
  const { claimscope } = await withArticles();
  claimscope.add(record(9, "2025-07-01", `${kSumy} ${kLosses} ${kStrike}`), { name: "more.ndjson" });
  const mentions = claimscope.counts({ by: ["status", "source"] });
  const articles = claimscope.counts({ by: ["status", "source"], count: "articles" });
  assert.deepEqual(articles.source, { "Field Post": 4 });
  assert.ok(mentions.source["Field Post"] > 4);
  assert.equal(articles.total, mentions.total);
  assert.deepEqual(articles.days.buckets, mentions.days.buckets);
  const sum = ({ days }) => days.counts.flat().reduce((all, count) => all + count, 0);
  assert.ok(sum(articles) > 0);
  assert.ok(sum(articles) < sum(mentions));
  claimscope.free();
});

test("a format that is given is taken, whatever the bytes look like", async () => {
  const claimscope = await Claimscope.create();
  const listed = `{"title": "one", "text": "${kStrike}"}\n{"title": "two", "text": "${kSumy}"}\n`;
  assert.equal(claimscope.add(listed, { name: "told" }).articles, 2);
  assert.equal(claimscope.add(listed, { name: "given", format: "text" }).articles, 1);
  const one = claimscope.search("two").hits.find(({ article }) => article.startsWith("given"));
  assert.match(claimscope.article(one.article).text, /"title": "one"/);
  assert.equal(claimscope.add("title,text\nx,Rain fell.\n", { name: "table", format: "csv" }).articles, 1);
  assert.throws(() => claimscope.add(listed, { format: "word" }), /no format "word"/);
  claimscope.free();
});

test("when memory ends that is said, and what was added can be asked", async () => {
  const { grow } = WebAssembly.Memory.prototype;
  const claimscope = await Claimscope.create();
  const most = claimscope.memory() + (24 << 20);
  const before = claimscope.add(kArticles, { name: "made.ndjson" });
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > most) throw new RangeError("no more");
    return grow.call(this, pages);
  };
  try {
    const many = (from) =>
      Array.from({ length: 400 }, (_, i) => record(from + i, "2025-06-30", `${kStrike} ${`Word${from + i} of rain ${i}. `.repeat(400)}`)).join("\n");
    assert.throws(() => {
      for (let n = 0; n < 40; n++) claimscope.add(many(1000 + n * 400), { name: `many-${n}.ndjson` });
    }, { name: "ClaimscopeError", code: "memory", message: /Memory ended/ });
    assert.ok(claimscope.query({ limit: 5 }).total >= before.claims);
    assert.ok(claimscope.search("bridges").total > 0);
    const { total } = claimscope.counts();
    assert.equal(claimscope.add(record(7, "2025-06-30", kSumy), { name: "small.ndjson" }).articles, 1);
    assert.ok(claimscope.counts().total > total);
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
  claimscope.free();
});

test("a saved corpus opens without the rules and answers the same", async () => {
  const { claimscope } = await withArticles();
  const saved = claimscope.save();
  const reader = await Claimscope.create({ rules: null });
  assert.throws(() => reader.add("text"), /without the rules/);
  reader.addSnapshot(saved);
  assert.deepEqual(reader.counts(), claimscope.counts());
  assert.deepEqual(reader.query({ text: '"the bridges"' }), claimscope.query({ text: '"the bridges"' }));
  assert.deepEqual(reader.query(), claimscope.query());
  assert.deepEqual(Buffer.from(reader.save()), Buffer.from(saved));
  const damaged = Uint8Array.from(saved);
  damaged[damaged.length - 20] ^= 1;
  const other = await Claimscope.create({ rules: null });
  other.addSnapshot(damaged); // texts are checked when they are needed
  assert.equal(other.counts().total, reader.counts().total);
  assert.throws(() => other.query(), /damaged at byte/);
  for (const each of [claimscope, reader, other]) each.free();
});

test("the example for Node runs", () => {
  const folder = mkdtempSync(join(tmpdir(), "claimscope-core-"));
  writeFileSync(join(folder, "made.ndjson"), kArticles);
  const ran = spawnSync(process.execPath, [path("example.mjs"), join(folder, "made.ndjson")], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /^UA-59\t\d+$/m);
});
