// `claimscope export`, judged by other programs: Python's csv, xml and jsonschema.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { kExportArticles } from "../support/export_articles.mjs";

const cli = process.env.CLAIMSCOPE_CLI ?? fileURLToPath(new URL("../../build/release/claimscope", import.meta.url));
const schemas = fileURLToPath(new URL("schemas", import.meta.url));
let folder;

function run(...args) {
  return spawnSync(cli, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
}
function exported(format, ...args) {
  const result = run("export", "--format", format, "articles.ndjson", ...args);
  assert.equal(result.status, 0, result.stderr);
  writeFileSync(join(folder, `x.${format}`), result.stdout);
  return result.stdout;
}
function python(code, ...args) {
  // Debian's own Python has Debian's modules.
  const result = spawnSync("/usr/bin/python3", ["-c", code, ...args], { cwd: folder, encoding: "utf8" });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
}
const hasModule = (name) => spawnSync("/usr/bin/python3", ["-c", `import ${name}`]).status === 0;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "claimscope-export-"));
  writeFileSync(join(folder, "articles.ndjson"), kExportArticles);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("what is not understood is said", () => {
  for (const args of [["export", "articles.ndjson"], ["export", "--format", "docx", "articles.ndjson"],
    ["stats", "--format", "csv", "articles.ndjson"], ["export", "--format", "csv", "--query", "v1&kind=meteor", "articles.ndjson"]]) {
    const result = run(...args);
    assert.equal(result.status, 2, args.join(" "));
    assert.equal(result.stdout, "");
    assert.match(result.stderr, /\w/);
  }
});

test("a link, a whole address and a search ask the same", () => {
  const rows = exported("csv", "--query", "v1&kind=strike&side=ukraine").split("\r\n").length;
  assert.ok(rows > 2);
  assert.equal(
    exported("csv", "--query", "https://host.example/claims/#v1&kind=strike&side=ukraine"),
    exported("csv", "--query", "v1&side=ukraine&kind=strike"),
  );
  assert.equal(exported("csv", "--query", "kind:strike side:ukraine").split("\r\n").length, rows);
});

test("Python's csv reads the tables; every row has every column, none begins a formula", () => {
  for (const format of ["csv", "tsv"]) exported(format);
  const claims = python(
    `import csv, sys
rows = list(csv.DictReader(open("x.csv", newline="", encoding="utf-8"), strict=True))
tabs = list(csv.DictReader(open("x.tsv", newline="", encoding="utf-8"), strict=True, delimiter="\\t"))
assert rows == tabs and rows
for row in rows:
    assert None not in row and None not in row.values(), row
    for key, value in row.items():
        if key in ("lat", "lon", "value", "value_max", "si_value", "claim"):
            value == "" or float(value)
        else:
            assert not value.startswith(("=", "+", "-", "@", "\\t", "\\r")), (key, value)
    assert row["program"].startswith("Claimscope ") and row["corpus"].startswith("sha256:") and row["rule"]
print(len(rows))`,
  );
  assert.equal(Number(claims), exported("ndjson").trim().split("\n").length - 1);
});

// As the page knows an article again (src/base/hash.h).
function hashOf(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

test("reviews correct claims and leave them out; without them nothing is said of them", () => {
  const parse = (lines) => lines.trim().split("\n").map((line) => JSON.parse(line));
  const texts = new Map(parse(run("clean", "--one-by-one", "articles.ndjson").stdout).map(({ article, text }) => [article, text]));
  const [, ...plain] = parse(exported("ndjson"));
  assert.ok(plain.every((line) => !("review" in line)));
  const review = ({ article, span, quote }, said) =>
    JSON.stringify({ text: hashOf(texts.get(article)), span: span.join("-"), quote, ...said });
  const [corrected, rejected] = plain;
  writeFileSync(join(folder, "reviews.ndjson"), [
    review(corrected, { verdict: "corrected", claimant: "Somebody quite else", from: "2031-01-02", to: "2031-01-02" }),
    review(rejected, { verdict: "rejected" })].join("\n"));
  const [head, ...said] = parse(exported("ndjson", "--reviews", "reviews.ndjson"));
  assert.equal(said.length, plain.length - 1);
  assert.equal(head.claimscope.rejected, 1);
  const now = said.find(({ review: verdict }) => verdict === "corrected");
  assert.equal(now.claimant, "Somebody quite else");
  assert.equal(now.quote, corrected.quote);
  assert.equal(said.indexOf(now), said.findLastIndex(({ time }) => time.to !== null));  // by its new day
  const shown = exported("csv", "--reviews", "reviews.ndjson", "--query", "v1&rejected=1");
  assert.equal(shown.match(/,rejected,/g).length, 1);
  // Another day of the claim is found by, and only by, the corrected one.
  assert.equal(parse(exported("ndjson", "--reviews", "reviews.ndjson", "--query", "v1&from=2031-01-01&to=2031-12-31")).length, 2);
  // In a saved corpus they travel, from one to the next too; without any the file is as it was.
  const index = (...args) => assert.equal(run("index", ...args).status, 0);
  index("articles.ndjson", "-o", "plain.claims");
  index("articles.ndjson", "--reviews", "reviews.ndjson", "-o", "said.claims");
  index("said.claims", "-o", "again.claims");
  assert.equal(readFileSync(join(folder, "plain.claims"))[8], 1);
  assert.equal(readFileSync(join(folder, "said.claims"))[8], 3);
  const ofCorpus = (file, ...more) => run("export", "--format", "csv", ...more, file).stdout.split("\n").length;
  assert.equal(ofCorpus("said.claims"), ofCorpus("plain.claims") - 1);
  assert.equal(ofCorpus("again.claims"), ofCorpus("plain.claims") - 1);
  assert.equal(ofCorpus("plain.claims", "--reviews", "reviews.ndjson"), ofCorpus("plain.claims") - 1);
  writeFileSync(join(folder, "later.ndjson"), review(rejected, { verdict: "accepted" }));
  assert.equal(ofCorpus("again.claims", "--reviews", "later.ndjson"), ofCorpus("plain.claims"), "the file said later wins");
  writeFileSync(join(folder, "bad.ndjson"), "no review\n");
  for (const file of ["bad.ndjson", "none.ndjson"]) {
    const result = run("export", "--format", "csv", "--reviews", file, "articles.ndjson");
    assert.equal(result.status, 2);
    assert.match(result.stderr, new RegExp(file));
  }
});

test("annotations, claims, GeoJSON and CSL keep to their schemas", (t) => {
  if (!hasModule("jsonschema")) return t.skip("SKIPPED: python3-jsonschema is not installed");
  for (const format of ["annotations", "jsonld", "geojson", "csl"]) {
    exported(format);
    const count = python(
      `import json, sys, jsonschema
format, schemas = sys.argv[1:]
schema = json.load(open(f"{schemas}/{format}.schema.json"))
jsonschema.Draft7Validator.check_schema(schema)
check = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
text = open(f"x.{format}", encoding="utf-8").read()
values = [json.loads(line) for line in text.splitlines()] if format == "annotations" else [json.loads(text)]
for value in values: check.validate(value)
print(len(values))`,
      format, schemas,
    );
    assert.ok(Number(count) >= 1, format);
  }
  // A schema that takes anything would show nothing.
  writeFileSync(join(folder, "x.annotations"), '{"type":"Annotation"}\n');
  const bad = spawnSync("/usr/bin/python3", ["-c",
    `import json, jsonschema; jsonschema.validate({"type": "Annotation"}, json.load(open("${schemas}/annotations.schema.json")))`]);
  assert.notEqual(bad.status, 0);
});

test("the quote of an annotation stands where its position says, in code points of the text", () => {
  const clean = run("clean", "--one-by-one", "articles.ndjson").stdout.trim().split("\n").map((line) => JSON.parse(line));
  const texts = new Map(clean.map((article) => [article.article, [...article.text]]));
  const annotations = exported("annotations").trim().split("\n").map((line) => JSON.parse(line));
  for (const { target, body } of annotations) {
    const text = texts.get(body.at(-1).claimscope.article);
    const [position, quote] = target.selector;
    assert.equal(text.slice(position.start, position.end).join(""), quote.exact);
    assert.ok(text.join("").includes(quote.prefix + quote.exact + quote.suffix));
  }
  assert.equal(new Set(annotations.map(({ id }) => id)).size, annotations.length);
});

test("points of the map data are where the places are; claims without one have no geometry", () => {
  const { features } = JSON.parse(exported("geojson"));
  const points = features.flatMap(({ geometry }) =>
    geometry === null ? [] : geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates);
  assert.ok(points.length >= 3);
  for (const [lon, lat] of points) assert.ok(lon > 20 && lon < 60 && lat > 43 && lat < 62, `${lon} ${lat}`);
  const odesa = features.find(({ properties }) => properties.places.includes("Odesa"));
  const [lon, lat] = [odesa.geometry.coordinates].flat(2);
  assert.ok(Math.abs(lon - 30.7) < 1 && Math.abs(lat - 46.5) < 1, `${lon} ${lat}`);
});

test("the chart is well-formed SVG whose bars add up; the report has every quote and no script", () => {
  exported("svg", "--query", "v1&stack=kind&per=day");
  exported("html");
  const found = python(`import xml.etree.ElementTree as ET, html.parser
root = ET.parse("x.svg").getroot()
assert root.tag == "{http://www.w3.org/2000/svg}svg"
width, height = (float(root.get(k)) for k in ("width", "height"))
bars = [r for r in root.iter("{http://www.w3.org/2000/svg}rect")]
for r in bars:
    x, y, w, h = (float(r.get(k)) for k in ("x", "y", "width", "height"))
    assert 0 <= x and x + w <= width + .01 and 0 <= y and y + h <= height + .01 and h > 0, r.attrib
class Page(html.parser.HTMLParser):
    quotes = 0
    def handle_starttag(self, tag, attributes):
        assert tag not in ("script", "iframe", "b"), tag
        assert not any(k.startswith("on") or k == "src" for k, v in attributes)
        self.quotes += tag == "blockquote"
page = Page()
page.feed(open("x.html", encoding="utf-8").read())
print(len(bars), page.quotes)`);
  const [bars, quotes] = found.split(" ").map(Number);
  assert.ok(bars > 5);
  assert.equal(quotes, exported("ndjson").trim().split("\n").length - 1);
});

test("chart and map are drawn by another renderer; the map shows what the link shows", (t) => {
  if (spawnSync("rsvg-convert", ["--version"]).status !== 0) return t.skip("SKIPPED: librsvg2-bin is not installed");
  const draw = (format, ...args) => {
    exported(format, ...args);
    const drawn = spawnSync("rsvg-convert", ["--zoom", "2", `x.${format}`], { cwd: folder, maxBuffer: 1 << 28 });
    assert.equal(drawn.status, 0, String(drawn.stderr));
    return drawn.stdout;
  };
  for (const format of ["svg", "map-svg"]) {
    const png = draw(format);
    assert.equal(png.readUInt32BE(16), 1920);
    assert.ok(png.length > 30_000, `${format} looks empty: ${png.length} bytes`);
  }
  const whole = exported("map-svg");
  const circles = (svg) => (svg.match(/<circle /g) ?? []).length;
  assert.ok(circles(whole) >= 4 && whole.includes("Claims per region:"));
  // Without its middle a dot is gone; from far away there are countries and no dots.
  assert.ok(circles(exported("map-svg", "--query", "v1&map=23.0,49.0,1.0")) < circles(whole));
  const world = exported("map-svg", "--query", "v1&map=world");
  assert.ok(circles(world) === 0 && world.includes("Claims per country:"));
  assert.equal(exported("map-svg", "--query", "v1&map=world"), world);
  assert.match(exported("map-svg", "--query", "v1&region=UA-51"), /stroke="#0B66C3"/);
});

test("NDJSON, JSON and annotations read back are the same claims", () => {
  const table = run("stats", "articles.ndjson").stdout;
  const plain = (text) => text.trim().split("\n").slice(1).map((line) => {
    const { span, claimant_span, cue, cue_span, status_words, status_span, quantities, time, places, ...rest } = JSON.parse(line);
    const bare = (list) => list.map(({ span: _, ...other }) => other);
    return { ...rest, from: time.from, to: time.to, quantities: bare(quantities), places: bare(places) };
  });
  const first = exported("ndjson");
  for (const format of ["ndjson", "annotations", "json"]) {
    exported(format);
    assert.equal(run("stats", `x.${format}`).stdout, table, format);
    const again = run("export", "--format", "ndjson", `x.${format}`).stdout;
    assert.deepEqual(plain(again), plain(first), format);
    // Once they are excerpts they stay what they are.
    writeFileSync(join(folder, "again.ndjson"), again);
    assert.equal(run("export", "--format", "ndjson", "again.ndjson").stdout, again, format);
  }
});

test("a saved corpus exports what the articles it was made of do", () => {
  const wanted = exported("ndjson");
  assert.equal(run("index", "articles.ndjson", "-o", "x.claims").status, 0);
  assert.equal(run("export", "--format", "ndjson", "x.claims").stdout, wanted);
});

test("references name every article once", () => {
  const bibtex = exported("bibtex");
  assert.equal(bibtex.match(/^@online\{[a-z0-9-]+,$/gm).length, 3);
  const keys = JSON.parse(exported("csl")).map(({ id }) => id);
  assert.equal(new Set(keys).size, 3);
  for (const key of keys) assert.ok(bibtex.includes(`{${key},`), key);
});
