// What the core module gives agrees with what claimscope.d.ts declares, name by name and word by word.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { disagreements, readDeclarations, wordsOf } from "./declared_types.mjs";

const folder = pathToFileURL(resolve(process.env.CLAIMSCOPE_DIST ?? "dist", "core") + "/");
const options = existsSync(new URL("claimscope.wasm", folder)) ? {} : { skip: "dist/core is not built" };
const { types, methods } = readDeclarations(readFileSync(new URL("../../web/core/claimscope.d.ts", import.meta.url), "utf8"));
const agrees = (value, type, what) => assert.deepEqual(disagreements(types, value, type, what), []);

const kArticles = [
  {
    id: "a", date: "2025-05-21", source: "Field Post", url: "https://example.org/a", title: "A bridge and a village",
    text: 'Russian forces captured Pokrovsk on 20 May 2025, the Russian Defence Ministry said. "We hold the town," Zelensky said. ' +
      "Between 20 and 30 drones were shot down over Sumy Oblast, the air force said. The claim could not be verified.",
  },
  { id: "b", text: "Nothing is claimed here." },
  { id: "c", title: 7, text: ["not", "a text"] },
  { id: "d", headline_of_it: "x", remark: "What no field is known to hold is told with the names of the fields." },
];
const lines = kArticles.map((article) => JSON.stringify(article)).join("\n") + "\n{broken\n";

async function open() {
  const { Claimscope } = await import(new URL("claimscope.mjs", folder));
  return Claimscope;
}

test("the checker itself finds what is missing, wrong and not declared", () => {
  const made = readDeclarations("export type Size = \"s\" | \"m\";\nexport interface Box {\n  size: Size; at?: [number, number];\n}\nexport class Claimscope {\n  f(): Box;\n}\n");
  assert.deepEqual(disagreements(made.types, { size: "m", at: [1, 2] }, "Box"), []);
  assert.equal(disagreements(made.types, { size: "l" }, "Box").length, 1);
  assert.equal(disagreements(made.types, {}, "Box").length, 1);
  assert.equal(disagreements(made.types, { size: "s", weight: 1 }, "Box").length, 1);
  assert.equal(disagreements(made.types, { size: "s", at: [1] }, "Box").length, 1);
  assert.equal(made.methods.f.returns, "Box");
});

test("the class has the functions that are declared, and no others", options, async () => {
  const Claimscope = await open();
  const has = Object.getOwnPropertyNames(Claimscope.prototype).filter((name) => name !== "constructor");
  const declared = Object.keys(methods).filter((name) => !methods[name].isStatic);
  assert.deepEqual(has.sort(), declared.sort());
  assert.equal(typeof Claimscope.create, "function");
});

test("what the functions give is what is declared", options, async () => {
  const c = await (await open()).create();
  agrees(c.version, methods.version.returns, "version");
  agrees(c.memory(), methods.memory.returns, "memory()");
  const added = c.add(lines, { name: "made.ndjson" });
  agrees(added, methods.add.returns, "add()");
  assert.ok(added.problems.length > 0 && added.claims > 0);
  const hits = c.query({ text: "captured OR drones kind:rumour" });
  agrees(hits, methods.query.returns, "query()");
  assert.ok(hits.problems.length > 0 && hits.hits.length > 1);
  for (const claim of c.claims()) agrees(claim, "Claim", "claims()");
  for (const stack of ["region", "kind", "side", "status", "claimant"]) {
    agrees(c.counts({ by: wordsOf(types, "Facet"), stack, per: "week" }), methods.counts.returns, "counts()");
  }
  agrees(c.search("village"), methods.search.returns, "search()");
  assert.equal(c.search("village").total, 1);
  for (const id of ["a", "b", "nowhere"]) agrees(c.article(id), methods.article.returns, `article("${id}")`);
  assert.ok(c.save() instanceof Uint8Array);
  c.free();
});

test("every word that is declared is taken, another is not", options, async () => {
  const Claimscope = await open();
  const c = await Claimscope.create();
  c.add(lines, { name: "made.ndjson" });
  const lists = { kinds: "Kind", sides: "Side", statuses: "Status" };
  for (const [name, type] of Object.entries(lists)) {
    for (const word of wordsOf(types, type)) c.query({ [name]: [word] });
    assert.throws(() => c.query({ [name]: ["rumour"] }), { name: "ClaimscopeError", code: "invalid" });
  }
  for (const per of wordsOf(types, "Per")) assert.equal(c.counts({ per }).days.per, per);
  assert.throws(() => c.counts({ per: "hour" }), { code: "invalid" });
  for (const facet of wordsOf(types, "Facet")) assert.equal(typeof c.counts({ by: [facet] })[facet], "object", facet);
  assert.throws(() => c.counts({ by: ["mood"] }), { code: "invalid" });
  for (const format of wordsOf(types, "Format")) c.add("", { format });
  assert.throws(() => c.add("x", { format: "docx" }), { code: "invalid" });
  c.free();
});
