// The views as they look, kept as pictures in tests/web/screens: views x light and dark x wide and narrow.
//
// When a change is meant: CLAIMSCOPE_SCREENS=keep node --test tests/web/screens.test.mjs, look at each, and commit
// them. A picture that differs is left in build/screenshots beside what was expected.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { close, kRoot, openPage } from "./browser.mjs";
import { madeClaims } from "./made_claims.mjs";
import { decodePng, differences, encodePng } from "./pictures.mjs";

after(close);

const kScreens = join(kRoot, "tests/web/screens");
const kOut = join(kRoot, "build/screenshots");
const kKeep = process.env.CLAIMSCOPE_SCREENS === "keep";
const kMostBytes = 1 << 20;

const kWide = { width: 1280, height: 800 };
const kNarrow = { width: 390, height: 760 };

const read = (index) => [
  ["select-claim", { index }],
  ["open-article", {}],
];
const kCopies = [
  ["select-claim", { article: "made/901.txt", claim: 1 }],
  ["open-article", {}],
  ["compare-copy", {}],
];
/** Name, size, whether dark, commands; the last part: without articles. */
const kPictures = [
  ["claims-wide-light", kWide, false, read(3)],
  ["claims-wide-dark", kWide, true, [["only-region", { code: "UA-59" }], ["toggle-kind", { name: "strike" }], ...read(1)]],
  ["claims-narrow-light", kNarrow, false, []],
  ["reader-narrow-dark", kNarrow, true, read(3)],
  ["map-wide-light", kWide, false, [["set-view", { view: "map" }]]],
  ["map-narrow-dark", kNarrow, true, [["set-view", { view: "map" }]]],
  ["context-wide-dark", kWide, true, [["search", { q: "drones" }], ["set-view", { view: "context" }]]],
  ["compare-wide-light", kWide, false, [["set-view", { view: "compare" }]]],
  ["compare-narrow-light", kNarrow, false, [["set-view", { view: "compare" }]]],
  ["overview-wide-dark", kWide, true, [["set-view", { view: "overview" }]]],
  ["copies-wide-light", kWide, false, kCopies],
  ["copies-narrow-dark", kNarrow, true, kCopies],
  ["filters-narrow-light", kNarrow, false, [["toggle-filters", {}]]],
  ["nothing-found-wide-light", kWide, false, [["search", { q: "zeppelin" }], ["set-view", { view: "context" }]]],
];

async function openAs(size, dark, commands) {
  const explorer = await openPage({ dark, viewport: size, deviceScaleFactor: 1, reducedMotion: "reduce" });
  await explorer.open([madeClaims()]);
  for (const [name, args] of commands) {
    await explorer.command(name, args);
    await explorer.idle();
  }
  return explorer;
}

const pictureOf = async (explorer) =>
  decodePng(explorer.page, await explorer.page.screenshot({ animations: "disabled" }));

function leave(name, picture) {
  mkdirSync(kOut, { recursive: true });
  writeFileSync(join(kOut, `${name}.png`), encodePng(picture));
}

for (const [name, size, dark, commands] of kPictures) {
  test(`${name} looks as it did`, async () => {
    const explorer = await openAs(size, dark, commands);
    const made = await pictureOf(explorer);
    const file = join(kScreens, `${name}.png`);
    if (kKeep) {
      mkdirSync(kScreens, { recursive: true });
      writeFileSync(file, encodePng(made));
    }
    assert.ok(existsSync(file), `${file} is missing: keep it first`);
    const kept = await decodePng(explorer.page, readFileSync(file));
    const found = differences(kept, made);
    if (found.length > 0) leave(`differs-${name}`, made);
    assert.deepEqual(found, []);
    await explorer.done();
  });
}

test("a broken layout is told, and noise is not", async () => {
  const explorer = await openAs(kWide, false, read(3));
  const whole = await pictureOf(explorer);
  const kept = await decodePng(explorer.page, encodePng(whole));
  assert.deepEqual(differences(kept, whole), []);

  // Every edge a shade darker or lighter, as another rasteriser might have it.
  const noisy = { ...whole, pixels: Buffer.from(whole.pixels) };
  for (let at = 0; at < noisy.pixels.length; at++)
    if (at % 4 < 3) noisy.pixels[at] = Math.max(0, Math.min(255, noisy.pixels[at] + ((at * 7919) % 9) - 4));
  assert.deepEqual(differences(whole, noisy), []);

  const changes = [
    ["resize-panel", { panel: "filters", size: "292" }],
    ["resize-panel", { panel: "reader", size: "380" }],
    ["set-theme", { theme: "dark" }],
    ["set-per", { per: "week" }],
    ["select-claim", { index: 4 }],
    ["toggle-kind", { name: "strike" }],
  ];
  for (const [name, args] of changes) {
    const other = await openAs(kWide, false, read(3));
    await other.command(name, args);
    await other.idle();
    assert.notDeepEqual(differences(whole, await pictureOf(other)), [], `${name} was not seen`);
    await other.done();
  }
  // One line of text that moved by two pixels.
  const moved = { ...whole, pixels: Buffer.from(whole.pixels) };
  const row = whole.width * 4;
  for (let y = 150; y < 420; y++) whole.pixels.copy(moved.pixels, y * row, (y - 2) * row, (y - 1) * row);
  assert.notDeepEqual(differences(whole, moved), []);
  assert.match(differences(whole, { width: 10, height: 10, pixels: Buffer.alloc(400) })[0], /pixels/);
  await explorer.done();
});

test("the kept pictures are few and small", () => {
  const files = readdirSync(kScreens);
  assert.deepEqual(files.sort(), kPictures.map(([name]) => `${name}.png`).sort());
  const bytes = files.reduce((sum, file) => sum + statSync(join(kScreens, file)).size, 0);
  assert.ok(bytes < kMostBytes, `${bytes} bytes`);
});
