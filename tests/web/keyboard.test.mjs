// The whole of it by keyboard alone: no mouse is moved here.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, openPage } from "./browser.mjs";

after(close);

/** Presses a key until the widget that has the keyboard's focus is the wanted one. */
async function tabTo(explorer, label, key = "Tab", most = 80) {
  const passed = [];
  for (let i = 0; i < most; i++) {
    await explorer.page.keyboard.press(key);
    await explorer.idle();
    const focused = await focusOf(explorer);
    if (label instanceof RegExp ? label.test(focused) : focused === label) return;
    passed.push(focused);
  }
  assert.fail(`${key} does not lead to ${label}: ${passed.join(" | ")}`);
}

async function focusOf(explorer) {
  return (await explorer.items()).find(({ focused }) => focused)?.label ?? "";
}

async function press(explorer, ...keys) {
  for (const key of keys) await explorer.page.keyboard.press(key);
  await explorer.idle();
}

/** By the palette, as people do who know no shortcut. */
async function choose(explorer, words) {
  await press(explorer, "Control+k");
  await explorer.page.keyboard.type(words);
  await explorer.idle();
  await press(explorer, "Enter");
}

test("dates are typed, and chosen from the usual ones, by keyboard", async () => {
  const explorer = await openPage();
  const all = await explorer.state();
  await tabTo(explorer, "Date");
  await press(explorer, "Tab"); // the first of the two fields
  await explorer.page.keyboard.type("May 2025");
  await press(explorer, "Enter");
  assert.deepEqual((await explorer.state()).query.days, { from: "2025-05-01", to: "2025-05-31" });
  await press(explorer, "Tab");
  await explorer.page.keyboard.type("tomorrow");
  await press(explorer, "Enter");
  assert.ok((await explorer.items()).some(({ label }) => label.startsWith("date note: ")), "what to write is told");
  assert.deepEqual((await explorer.state()).query.days, { from: "2025-05-01", to: "2025-05-31" });
  await explorer.command("clear-all");
  await explorer.idle();
  await tabTo(explorer, /^Last 30 days$/);
  await press(explorer, "Enter");
  const { query, counts } = await explorer.state();
  assert.ok(query.days.from < query.days.to);
  assert.ok(counts.claims > 0 && counts.claims <= all.counts.claims);
  await explorer.done();
});

test("an export is chosen and carried out by keyboard, from the palette on", async () => {
  const explorer = await openPage();
  await choose(explorer, "export");
  await press(explorer, "Tab");
  assert.notEqual(await focusOf(explorer), "", "one Tab leads into the sheet");
  await tabTo(explorer, /CSV/);
  const [file] = await Promise.all([explorer.page.waitForEvent("download"), press(explorer, "Enter")]);
  assert.match(file.suggestedFilename(), /csv/);
  await explorer.done();
});
