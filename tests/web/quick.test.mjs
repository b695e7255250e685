// Quick hands in a real browser: clicks and letters that come faster than frames.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, openPage, wait } from "./browser.mjs";

after(close);

test("ten of ten instant clicks on a check box are heard", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  const { x, y, w, h } = await explorer.item(/^Kharkiv$/);
  for (let i = 0; i < 10; ++i) {
    await page.mouse.move(900, 400 + i);
    await explorer.idle();
    await page.mouse.click(x + w / 2, y + h / 2);
    await explorer.idle();
    const { regions } = (await explorer.state()).query;
    assert.deepEqual(regions, i % 2 === 0 ? ["UA-63"] : [], `click ${i + 1}`);
  }
  // And when all of it comes in one go.
  await page.evaluate(
    ([left, top]) => {
      const canvas = document.getElementById("canvas");
      for (const type of ["mousemove", "mousedown", "mouseup"]) {
        const init = { clientX: left, clientY: top, bubbles: true, button: 0 };
        canvas.dispatchEvent(new MouseEvent(type, init));
      }
    },
    [x + w / 2, y + h / 2],
  );
  await explorer.idle();
  assert.deepEqual((await explorer.state()).query.regions, ["UA-63"]);
  await explorer.done();
});

test("/ and a word typed at once stand in the search, Enter leads to the first claim", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await page.mouse.move(640, 500);
  await explorer.idle();
  await page.keyboard.type("/drone");
  await explorer.idle();
  assert.equal((await explorer.state()).query.text, "drone");
  await page.keyboard.press("Enter");
  await explorer.idle();
  assert.equal((await explorer.state()).selection?.index, 0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await explorer.idle();
  const state = await explorer.state();
  assert.equal(state.selection.index, 1);
  assert.equal(state.reader_open, true);
  await explorer.done();
});

test("Ctrl+K opens the palette, and what is typed at once finds a command", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await page.keyboard.press("Control+K");
  await page.keyboard.type("overview");
  await page.keyboard.press("Enter");
  await explorer.idle();
  assert.equal((await explorer.state()).view, "overview");
  await explorer.done();
});

test("a link is copied, and a notice says so for a while", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await explorer.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await explorer.command("only-region", { code: "UA-63" });
  await explorer.command("copy-link");
  await wait(300);
  await explorer.idle();
  await explorer.item("notice: Link copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#v1&region=UA-63$/);
  await wait(6500);
  await explorer.idle();
  assert.ok(!(await explorer.items()).some(({ label }) => label.startsWith("notice")));
  await explorer.done();
});
