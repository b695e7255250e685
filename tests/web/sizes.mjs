// What the finished pages weigh, beside what they may: node tests/web/sizes.mjs [DIST]
//
// Exits with 1 when something is heavier than it may be.
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const kMostRaw = 2_000_000;
const kMostGzipped = 1_000_000;
const kMostFirstLoad = 900_000; // brotli

const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** What is fetched until the sample corpus is on show; tests/web/carry.test.mjs compares the browser's own list. */
export function firstLoadOf(dist) {
  const isFirst = /^(index\.html|claimscope\.[0-9a-f]{8}\.(wasm|js))$/;
  return readdirSync(join(dist, "site")).filter((name) => isFirst.test(name)).sort();
}

/** @returns {{file: string, text: string, isTooLarge: boolean}[]} */
export function sizes(dist) {
  const offline = readFileSync(join(dist, "claimscope.html"));
  const rows = [];
  const add = (file, text, isTooLarge) => rows.push({ file, text, isTooLarge });
  add(
    "claimscope.html",
    `${kB(offline.length)} (at most ${kB(kMostRaw)}), gzipped ${kB(gzipped(offline))} (at most ${kB(kMostGzipped)})`,
    offline.length > kMostRaw || gzipped(offline) > kMostGzipped,
  );
  let first = 0;
  for (const name of firstLoadOf(dist)) {
    const bytes = readFileSync(join(dist, "site", name));
    const small = brotli(bytes);
    first += small;
    add(`site/${name}`, `${kB(bytes.length)}, brotli ${kB(small)}`, false);
  }
  add("site: first load", `brotli ${kB(first)} (at most ${kB(kMostFirstLoad)})`, first > kMostFirstLoad);
  return rows;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const rows = sizes(process.argv[2] ?? fileURLToPath(new URL("../../dist", import.meta.url)));
  for (const { file, text, isTooLarge } of rows)
    console.log(`${file.padEnd(36)} ${text}${isTooLarge ? "  TOO LARGE" : ""}`);
  process.exitCode = rows.some(({ isTooLarge }) => isTooLarge) ? 1 : 0;
}
