// The rules on their way to the page: smaller, and the same when they arrive.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";
import { wire } from "../../assets/tools/wire.mjs";

const script = readFileSync(new URL("../../web/wire.js", import.meta.url), "utf8");
const file = (name, text) => ({ name, data: Buffer.from(text) });
const kPlaces = "# name\tcountry\tregion\tlat\tlon\tpopulation\n";

function arrived(bytes) {
  const context = vm.createContext({ TextDecoder, TextEncoder, bytes: new Uint8Array(bytes) });
  const files = vm.runInContext(`${script}\n;filesOfWire(bytes)`, context);
  return new Map(files.map(({ name, data }) => [name, Buffer.from(data).toString()]));
}

test("tables come without comments, with their fields where they were", () => {
  const table = "# word\tlist\tnote\n# said\n\nhryvnia\ta|b\n\t\tx\nобласть\n";
  const files = arrived(wire([file("lexicon/t.tsv", table), file("other.bin", "as it is")], script));
  assert.equal(files.get("lexicon/t.tsv"), "# word\tlist\tnote\nhryvnia\ta|b\t\n\t\tx\nобласть\t\t\n");
  assert.equal(files.get("other.bin"), "as it is");
});

test("places come as they went, also across the date line and the equator", () => {
  const rows = [
    "Aba\tNG\t\t5.12\t7.37\t500000", "Anadyr\tRU\tRU-CHU\t64.73\t177.5\t13000", "Lavrentiya\tRU\tRU-CHU\t65.58\t-171\t",
    "Zvizdal\tUA\tUA-18\t51.1\t28.9\t", "Zvizdal\tUA\tUA-18\t51.4\t-0.5\t97", "Suva\tZZ\t\t-18.14\t178.44\t77000",
  ];
  const files = arrived(wire([file("gazetteer/places.tsv", `${kPlaces}${rows.join("\n")}\n`)], script));
  assert.deepEqual(files.get("gazetteer/places.tsv").trim().split("\n").slice(1).map((row) => row.trimEnd()),
    rows.map((row) => row.trimEnd()));
});

test("what would not come out as it went in is refused", () => {
  for (const row of ["Aba\tNG\t\t5.123\t7.37\t5", "Aba\tNG\t\t5.1\t7.37\t12345"])
    assert.throws(() => wire([file("gazetteer/places.tsv", `${kPlaces}${row}\n`)], script), /place/);
});
