// Exports of the page: the same bytes as the command line, files to keep, and read back.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { close, kRoot, launch, openPage } from "./browser.mjs";
import { kExportArticles } from "../support/export_articles.mjs";

const kFormats = ["csv", "tsv", "json", "ndjson", "annotations", "jsonld", "geojson", "svg", "map-svg", "html", "bibtex", "csl"];
const kView = "v1&kind=territory,casualties,strike&stack=kind&per=week&map=35,49,14";
const cli = process.env.CLAIMSCOPE_CLI ?? join(kRoot, "build/release/claimscope");
let explorer;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "claimscope-exports-"));
  await launch();
  explorer = await openPage();
  await explorer.open([{ name: "articles.ndjson", bytes: kExportArticles }]);
  await explorer.page.evaluate((hash) => (location.hash = hash), kView);
  await explorer.idle();
});
after(async () => {
  await explorer?.done();
  await close();
  rmSync(folder, { recursive: true, force: true });
});

const make = (format, options) =>
  explorer.page.evaluate(
    async ([name, given]) => {
      const file = await window.claimscope.export(name, given);
      const bytes = new Uint8Array(await file.arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 4096)
        text += String.fromCharCode(...bytes.subarray(at, at + 4096));
      return { name: file.name, type: file.type, base64: btoa(text) };
    },
    [format, options],
  );
const bytesOf = (file) => Buffer.from(file.base64, "base64");

test("every text format has the bytes of the command line", async (t) => {
  if (!existsSync(cli)) return t.skip(`SKIPPED: ${cli} is not built`);
  writeFileSync(join(folder, "articles.ndjson"), kExportArticles);
  for (const format of kFormats) {
    const args = ["export", "--format", format, "--query", kView, "articles.ndjson"];
    const wanted = execFileSync(cli, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    const file = await make(format);
    assert.ok(wanted.length > 200, format);
    assert.equal(bytesOf(file).toString(), wanted.toString(), format);
    assert.match(file.name, /^claims\./);
  }
});

test("what was corrected and rejected counts at once, is exported so, as by the command line, and is undone", async (t) => {
  const reviewed = await openPage();
  const { page } = reviewed;
  await reviewed.open([{ name: "articles.ndjson", bytes: kExportArticles }]);
  const before = (await reviewed.state()).counts.claims;
  await reviewed.click("claim 0");
  await page.keyboard.press("r");
  await reviewed.idle();
  assert.equal((await reviewed.state()).counts.claims, before - 1);
  await reviewed.click("claim 1");
  await page.keyboard.press("e");
  await reviewed.idle();
  await reviewed.click("Right claimant");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Somebody quite else");
  await reviewed.click("Save");
  assert.equal((await reviewed.state()).selection.claimant, "Somebody quite else");
  const saving = page.waitForEvent("download");
  await reviewed.command("save-reviews");
  const lines = readFileSync(await (await saving).path());
  await reviewed.command("export");
  await reviewed.idle();
  await reviewed.screenshot("export-reviewed");
  await reviewed.command("export");
  const written = await page.evaluate(async () => (await window.claimscope.export("csv")).text());
  assert.match(written, /Somebody quite else/);
  assert.equal(written.split("\r\n").length, before - 1 + 2);
  if (existsSync(cli)) {
    writeFileSync(join(folder, "articles.ndjson"), kExportArticles);
    writeFileSync(join(folder, "reviews.ndjson"), lines);
    const args = ["export", "--format", "csv", "--reviews", "reviews.ndjson", "articles.ndjson"];
    const wanted = execFileSync(cli, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
    assert.equal(written, wanted.toString());
  } else {
    t.diagnostic(`${cli} is not built: not compared with the command line`);
  }
  // The same excerpts open again with the same counts.
  const again = await openPage();
  const kept = await page.evaluate(async () => (await window.claimscope.export("ndjson")).text());
  await again.open([{ name: "kept.ndjson", bytes: kept }]);
  assert.equal((await again.state()).counts.claims, before - 1);
  await again.done();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await reviewed.idle();
  const undone = await reviewed.state();
  assert.equal(undone.counts.claims, before);
  assert.notEqual(undone.selection.claimant, "Somebody quite else");
  await reviewed.done();
});

test("chart and map are pictures that the browser draws, at any scale", async () => {
  for (const [picture, drawing, name] of [["png", "svg", "claims.png"], ["map-png", "map-svg", "claims.map.png"]]) {
    const file = await make(picture, { scale: 3 });
    const png = bytesOf(file);
    assert.equal(file.name, name);
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    const svg = bytesOf(await make(drawing)).toString();
    const [width, height] = ["width", "height"].map((side) => Number(new RegExp(` ${side}="([\\d.]+)"`).exec(svg)[1]));
    assert.equal(png.readUInt32BE(16), Math.round(width * 3));
    assert.equal(png.readUInt32BE(20), Math.round(height * 3));
    assert.ok(png.length > 20_000, `${picture} looks empty: ${png.length} bytes`);
    // What it shows, and how it was made.
    assert.match(svg, /<title>\d+ claims? in \d+ articles? · .*20\d\d<\/title>/);
    assert.match(svg, /#v1&amp;kind=territory,casualties,strike.*sha256:/s);
  }
});

test("the chart is copied as a picture", async () => {
  const hosted = await openPage({ way: "served", permissions: ["clipboard-read", "clipboard-write"] });
  await hosted.open([{ name: "articles.ndjson", bytes: kExportArticles }]);
  await hosted.page.bringToFront();
  await hosted.command("export");
  await hosted.idle();
  await hosted.click("Copy the chart");
  const copied = await hosted.page.evaluate(async () => {
    for (let tries = 0; tries < 100; tries++) {
      const [item] = await navigator.clipboard.read();
      if (item?.types.includes("image/png")) {
        const { width, height } = await createImageBitmap(await item.getType("image/png"));
        return { width, height };
      }
      await new Promise((done) => setTimeout(done, 100));
    }
    return null;
  });
  assert.equal(copied?.width, 1920);
  await hosted.done();
});

test("a format is chosen in the list, and the file is downloaded", async () => {
  await explorer.command("export");
  await explorer.idle();
  const download = explorer.page.waitForEvent("download");
  await explorer.click("Table (CSV)");
  const file = await download;
  assert.equal(file.suggestedFilename(), "claims.csv");
  const rows = readFileSync(await file.path(), "utf8").split("\r\n");
  assert.match(rows[0], /^article,claim,title,/);
  await assert.rejects(explorer.page.evaluate(() => window.claimscope.export("docx")), /no format "docx"/);
});

test("Parquet of the hosted page is read by another program; the offline file says that it has none", async () => {
  await assert.rejects(explorer.page.evaluate(() => window.claimscope.export("parquet")), /hosted page only/);
  const hosted = await openPage({ way: "served" });
  await hosted.open([{ name: "articles.ndjson", bytes: kExportArticles }]);
  const made = await hosted.page.evaluate(async () => {
    const [parquet, ndjson] = [await window.claimscope.export("parquet"), await window.claimscope.export("ndjson")];
    return { parquet: [...new Uint8Array(await parquet.arrayBuffer())], ndjson: await ndjson.text() };
  });
  await hosted.done();
  const { parquetMetadata, parquetReadObjects } = await import("hyparquet");
  const file = new Uint8Array(made.parquet).buffer;
  const rows = await parquetReadObjects({ file });
  const lines = made.ndjson.trim().split("\n").map((line) => JSON.parse(line));
  const kept = parquetMetadata(file).key_value_metadata.find(({ key }) => key === "claimscope");
  assert.deepEqual(JSON.parse(kept.value), lines[0].claimscope);
  assert.equal(rows.length, lines.length - 1);
  rows.forEach((row, i) => {
    const claim = lines[i + 1];
    for (const key of ["article", "claim", "title", "quote", "kind", "side", "status", "region", "rule"])
      assert.equal(row[key], claim[key], key);
    assert.equal(row.from, claim.time.from);
    assert.equal(row.value, claim.quantities[0]?.value ?? null);
  });
});

test("a long export shows how far it is, can be cancelled, and leaves the next one alone", async () => {
  // Thousands of copies of the articles, told apart by their outlets.
  const lines = kExportArticles.trim().split("\n").map((line) => JSON.parse(line));
  const many = Array.from({ length: 1500 }, (_, i) =>
    lines.map((article) => JSON.stringify({ ...article, source: `Outlet ${i}`, url: `https://example.org/${i}` })).join("\n")).join("\n");
  const page = await openPage();
  await page.open([{ name: "many.ndjson", bytes: many }]);
  const bar = page.page.locator("#export-bar");
  assert.ok(!(await bar.isVisible()));
  await page.page.evaluate(() => {
    // Between the slices of an export others have their turn: here they take long.
    window.realTimeout = window.setTimeout;
    window.setTimeout = (f, wait, ...rest) => window.realTimeout(f, wait || 4000, ...rest);
  });
  await page.command("export-as", { format: "html" });
  await bar.waitFor();
  assert.match(await bar.textContent(), /Writing the export/);
  await bar.locator("button").click();
  await bar.waitFor({ state: "hidden" });
  await page.page.evaluate(() => void (window.setTimeout = window.realTimeout));
  const told = await page.page.evaluate(async () => {
    const steps = [];
    const stopping = new AbortController();
    stopping.abort();
    const stopped = await window.claimscope.export("csv", { signal: stopping.signal }).then(() => "went on", ({ name }) => name);
    const file = await window.claimscope.export("csv", { onProgress: (done) => steps.push(done) });
    return { steps, stopped, rows: (await file.text()).split("\r\n").length, claims: window.claimscope.state().counts.claims };
  });
  assert.equal(told.stopped, "AbortError");
  assert.ok(told.rows - 2 === told.claims && told.claims > 5000, `${told.rows} rows, ${told.claims} claims`);
  assert.ok(told.steps.length >= 2 && told.steps.at(-1) === 1, String(told.steps));
  assert.deepEqual(told.steps, [...told.steps].sort((a, b) => a - b));
  await page.done();
});

test("NDJSON and annotations open again and give the same counts", async () => {
  // Regions that nothing counts are listed while some claim of the corpus has them. Kinds are what the view filters by:
  // their counts tell of claims that were not exported.
  const counts = ({ counts: { claims, articles, regions, sides, statuses } }) => {
    const some = (list) => Object.fromEntries(Object.entries(list).filter(([, n]) => n > 0));
    return { claims, articles, lists: [regions, sides, statuses].map(some) };
  };
  const before = counts(await explorer.state());
  assert.ok(before.claims >= 5);
  for (const format of ["ndjson", "annotations"]) {
    const file = await make(format);
    const other = await openPage();
    await other.open([{ name: file.name, bytes: [...bytesOf(file)] }]);
    const found = await other.page.evaluate(async (hash) => {
      location.hash = hash;
      await new Promise((done) => setTimeout(done, 50));
      await window.claimscope.idle();
      return window.claimscope.state();
    }, kView);
    assert.deepEqual(counts(found), before, format);
    await other.done();
  }
});
