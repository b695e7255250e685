// `claimscope page`: what is too large for a page is refused before anything is written.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

const cli = resolve(process.env.CLAIMSCOPE_CLI ?? "build/dev/claimscope");
const folder = mkdtempSync(join(tmpdir(), "claimscope-page-"));
after(() => rmSync(folder, { recursive: true }));

const out = join(folder, "out.html");
writeFileSync(join(folder, "page.html"), '<!doctype html>\n<script id="claimscope-module">AAAA</script>\n');
// Words that do not repeat, two megabytes of them.
const words = Array.from({ length: 300_000 }, (_, i) => `w${(i * 2654435761) % 4294967296}`).join(" ");
writeFileSync(join(folder, "a.ndjson"), `${JSON.stringify({ title: "Long", text: words })}\n`);
const page = (...options) =>
  spawnSync(cli, ["page", "a.ndjson", "-o", out, "--page", "page.html", ...options], { cwd: folder, encoding: "utf8" });

test("a corpus of more than a page may have is refused, with its size and what to do instead", () => {
  const { status, stderr } = page("--at-most", "1");
  assert.equal(status, 2, stderr);
  assert.match(stderr, /too large for one page: it has \d+ MB, a page may have 1\. Save it with `claimscope index`/);
  assert.ok(!existsSync(out), "nothing is written");
});

test("the same corpus within the limit becomes a page", () => {
  const { status, stderr } = page("--at-most", "100");
  assert.equal(status, 0, stderr);
  assert.match(readFileSync(out, "utf8"), /<script id="claimscope-corpus"[^>]*>H4sI/);
});

test("reviews go with the page, and a file that holds something else is refused", () => {
  const review = { text: "00000000000000ff", span: "0-12", verdict: "rejected", quote: 'a "quote" & more' };
  writeFileSync(join(folder, "reviews.ndjson"), `${JSON.stringify(review)}\n`);
  const { status, stderr } = page("--reviews", "reviews.ndjson");
  assert.equal(status, 0, stderr);
  const [, said] = /data-reviews="([^"]*)"/.exec(readFileSync(out, "utf8"));
  const names = { "&quot;": '"', "&amp;": "&", "&lt;": "<", "&gt;": ">" };
  const back = JSON.parse(said.replace(/&\w+;/g, (name) => names[name]));
  assert.equal(back.verdict, "rejected");
  assert.equal(back.quote, review.quote);
  const wrong = page("--reviews", "a.ndjson");
  assert.notEqual(wrong.status, 0);
  assert.match(wrong.stderr, /does not hold reviews alone/);
  const missing = page("--reviews", "nowhere.ndjson");
  assert.match(missing.stderr, /reviews cannot be read/);
});

test("a limit is a number that browsers take", () => {
  for (const limit of ["0", "-1", "many", "2049"]) {
    const { status, stderr } = page("--at-most", limit);
    assert.equal(status, 2);
    assert.match(stderr, /--at-most is a number of megabytes, 1 to 2048/);
  }
  const elsewhere = spawnSync(cli, ["extract", "a.ndjson", "--at-most", "1"], { cwd: folder, encoding: "utf8" });
  assert.equal(elsewhere.status, 2);
  assert.match(elsewhere.stderr, /belong to page/);
});
