// A large file is read in parts by several workers, and comes to the same; where it may be cut.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import vm from "node:vm";
import { close, kRoot, openPage } from "./browser.mjs";

after(close);

const source = readFileSync(join(kRoot, "web/line_cuts.js"), "utf8");
const LineCuts = vm.runInThisContext(`${source}; LineCuts`);

function cutsOf(text, partBytes, blockBytes) {
  const bytes = new TextEncoder().encode(text);
  const cuts = new LineCuts(partBytes);
  const found = [];
  for (let at = 0; at < bytes.length; at += blockBytes)
    found.push(...cuts.push(bytes.subarray(at, at + blockBytes)));
  return found;
}

test("a file is cut between records only, wherever the blocks end", () => {
  const text =
    '{"a":"}\\n{"}\r\n  \n{"b":\n{"c":2}\n}\n{"d":3}\nnot json\n{"e":4}\n{"f":5}';
  for (const blockBytes of [1, 2, 3, 7, 1000]) {
    const cuts = cutsOf(text, 1, blockBytes);
    assert.deepEqual(
      cuts.map(({ begin }) => text.slice(begin, begin + 4)),
      ['{"b"', '{"d"', '{"f"'],
      `blocks of ${blockBytes}`,
    );
    for (const { begin, lines, records } of cuts) {
      const before = text.slice(0, begin);
      assert.equal(lines, before.split("\n").length - 1);
      assert.equal(records, before.split("\n").filter((line) => line.trim()).length);
    }
  }
  assert.deepEqual(cutsOf(text, 1000, 5), []);
});

// Some 40 MB: five parts.
const makeBig = `(() => {
  const lines = [];
  let seed = 1;
  const word = () => "word" + ((seed = (seed * 48271) % 2147483647) % 9973);
  const filling = (count) => Array.from({ length: count }, word).join(" ");
  for (let i = 0; i < 20000; i++) {
    const text = "The general staff said on Monday that it had shot down " + (1 + i % 60) + " drones over the Odesa region. " +
      "The paper has nothing to tell of it but " + filling(210) + ".";
    const line = JSON.stringify({ title: "Report " + i, date: "2025-03-" + String(1 + i % 28).padStart(2, "0"), text });
    lines.push(i % 5000 === 4999 ? line.slice(0, -10) : line);
  }
  return new File([lines.join("\\n") + "\\n"], "big.ndjson");
})()`;

async function readWith(cores) {
  const explorer = await openPage({
    before: `Object.defineProperty(navigator, "hardwareConcurrency", { get: () => ${cores} });`,
  });
  const read = await explorer.page.evaluate(async (code) => {
    const began = performance.now();
    const result = await window.claimscope.open([eval(code)]);
    const ms = performance.now() - began;
    await window.claimscope.idle();
    const saved = new Uint8Array(await (await window.claimscope.save()).arrayBuffer());
    const digest = await crypto.subtle.digest("SHA-256", saved);
    const report = window.claimscope.report();
    return { result, ms, report, bytes: saved.length, digest: Array.from(new Uint8Array(digest)) };
  }, makeBig);
  await explorer.done();
  return read;
}

test("a large file read by one worker and by three is the same corpus", async () => {
  const one = await readWith(2);
  const three = await readWith(4);
  assert.equal(one.result.articles, 19996);
  assert.equal(one.result.skipped, 4);
  assert.deepEqual(three.result, one.result);
  assert.deepEqual(three.digest, one.digest);
  assert.deepEqual(three.report, one.report);
  assert.equal(one.report.files.length, 1);
  assert.equal(one.report.files[0].articles, 19996);
  assert.deepEqual(
    one.result.problems.map(({ line, count }) => [line, count]),
    [[5000, 4]],
  );
});

test("an article without a day takes that of its copy, once all is read", async () => {
  const explorer = await openPage();
  const story =
    "Forces crossed the river at dawn and took the village of Novoselivka, the general staff said. " +
    "Shelling killed 12 people in Sumy yesterday, the mayor said. Engineers have begun to rebuild the bridge.";
  const line = (fields) => JSON.stringify({ title: "River", text: story, ...fields });
  await explorer.open([
    { name: "a.json", bytes: line({ date: "2025-03-05" }) },
    { name: "b.json", bytes: line({}) },
  ]);
  const { counts, corpus } = await explorer.state();
  assert.equal(corpus.articles, 2);
  assert.equal(counts.undated, 0);
  const again = await explorer.open([{ name: "b.json", bytes: line({}) }]);
  assert.ok(again.known > 0, "the same file is known though its segment was made anew");
  await explorer.done();
});
