// The queue of sources, with a reader and a page that do what is wanted when it is wanted.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const script = ["report.js", "ingest.js"].map((name) => readFileSync(new URL(`../../web/${name}`, import.meta.url), "utf8")).join("\n");
const kNone = { articles: 0, claims: 0, skipped: 0, repaired: 0 };
const kOpened = { articles: 3, claims: 8 };
const turn = () => new Promise((done) => setTimeout(done, 0));

/** Opens one saved corpus; its reader ends only when the page has opened it, or before. */
async function openSaved(readerEndsFirst) {
  const context = vm.createContext({ performance, setTimeout, clearTimeout, Blob, PageReader: class {}, Map, Set, Promise });
  const Ingest = vm.runInContext(`${script}\n;Ingest`, context);
  let opened;
  const page = {
    openSaved: () => new Promise((done) => (opened = () => done(kOpened))),
    progress() {}, joinArticles() {}, clear() {}, problem() {},
  };
  const reader = (hear) => ({
    async read([{ index: source, path, size: bytes }]) {
      const counts = { ...kNone, bytes };
      hear({ type: "saved", source });
      if (!readerEndsFirst) opened();
      await turn();
      hear({ type: "done", source, counts, report: { file: path, format: "", encoding: "", ...counts, problems: [] } });
      if (readerEndsFirst) opened();
      return { heapBytes: 0 };
    },
    stop() {},
  });
  const ingest = new Ingest(async (hear) => reader(hear), 1, page);
  const result = await ingest.open([{ path: "a.claims", size: 10, bytes: new Uint8Array(10) }]);
  return { result, report: ingest.report };
}

for (const readerEndsFirst of [true, false])
  test(`a saved corpus counts what it brought, its reader done ${readerEndsFirst ? "before" : "after"} it is open`, async () => {
    const { result, report } = await openSaved(readerEndsFirst);
    assert.equal(result.articles, 3);
    assert.equal(report.articles, 3);
    assert.equal(report.claims, 8);
    assert.equal(report.files.length, 1);
    assert.equal(report.files[0].articles, 3);
  });
