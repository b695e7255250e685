// The archive in which the sample corpus is read when the page is built.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { tar } from "../../emscripten/sample.mjs";

test("other programs read the archive", () => {
  const archive = tar([{ name: "a.txt", data: Buffer.from("First.") }, { name: "b.txt", data: Buffer.from("Second.") }]);
  assert.equal(archive.length % 512, 0);
  const run = (...args) => execFileSync("tar", args, { input: archive, encoding: "utf8" });
  assert.equal(run("-tf", "-"), "a.txt\nb.txt\n");
  assert.equal(run("-xOf", "-", "b.txt"), "Second.");
});
