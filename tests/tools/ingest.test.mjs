// The queue of sources, with a reader and a page that do what is wanted when it is wanted.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const script = ["report.js", "ingest.js"].map((name) => readFileSync(new URL(`../../web/${name}`, import.meta.url), "utf8")).join("\n");
const kNone = { articles: 0, claims: 0, skipped: 0, repaired: 0 };
const kOpened = { articles: 3, claims: 8 };
const turn = () => new Promise((done) => setTimeout(done, 0));

/**
 * Opens one saved corpus.
 * @param {"first"|"last"|"stopped"} reader  ends before or after the page has opened it, or is stopped by the rules that it
 *   brings, before it could end
 */
async function openSaved(reader) {
  const context = vm.createContext({ performance, setTimeout, clearTimeout, Blob, PageReader: class {}, Map, Set, Promise });
  const Ingest = vm.runInContext(`${script}\n;Ingest`, context);
  let opened;
  const page = {
    openSaved: () => new Promise((done) => (opened = () => done(kOpened))),
    progress() {}, joinArticles() {}, clear() {}, problem() {},
  };
  const makeReader = (hear) => {
    let stopped;
    return {
      async read([{ index: source, path, size: bytes }]) {
        const counts = { ...kNone, bytes };
        const report = { file: path, format: "", encoding: "", ...counts, problems: [] };
        hear({ type: "saved", source, counts, report });
        if (reader !== "first") opened();
        if (reader === "stopped") {
          setTimeout(() => ingest.rulesCame(), 0);
          await new Promise((_, refuse) => (stopped = () => refuse(new Error("The reader was stopped."))));
        }
        await turn();
        if (reader === "first") opened();
        return { heapBytes: 0 };
      },
      stop: () => stopped?.(),
    };
  };
  const ingest = new Ingest(async (hear) => makeReader(hear), 1, page);
  const result = await ingest.open([{ path: "a.claims", size: 10, bytes: new Uint8Array(10) }]);
  await turn();
  await turn();
  return { result, report: ingest.report };
}

for (const [reader, what] of [["first", "ends before it is open"], ["last", "ends after it is open"], ["stopped", "is stopped by its rules"]])
  test(`a saved corpus counts what it brought, though its reader ${what}`, async () => {
    const { result, report } = await openSaved(reader);
    assert.equal(result.articles, 3);
    assert.equal(report.articles, 3);
    assert.equal(report.claims, 8);
    assert.equal(report.skipped, 0);
    assert.equal(report.problems.length, 0);
    assert.equal(report.files.length, 1);
    assert.equal(report.files[0].articles, 3);
  });
