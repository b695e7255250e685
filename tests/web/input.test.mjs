// Mouse, keyboard, clipboard, screen: what a browser does to a canvas, and that rest is rest.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, kWays, openPage, wait } from "./browser.mjs";

after(close);

test("at rest no frame is drawn", async () => {
  const explorer = await openPage();
  await explorer.page.mouse.move(640, 30);
  await wait(1500); // a hover may still have something to show
  await explorer.idle();
  const before = await explorer.frames();
  await wait(Number(process.env.CLAIMSCOPE_IDLE_MS ?? 3000));
  assert.equal(await explorer.frames(), before);
  await explorer.page.mouse.move(640, 300);
  await explorer.idle();
  assert.ok((await explorer.frames()) > before);
  await explorer.done();
});

test("the browser keeps its own keys", async () => {
  const explorer = await openPage();
  const kept = await explorer.page.evaluate(() => {
    const press = (key, code, keyCode, modifiers = {}) => {
      const init = { key, code, keyCode, bubbles: true, cancelable: true, ...modifiers };
      const event = new KeyboardEvent("keydown", init);
      document.getElementById("canvas").dispatchEvent(event);
      document.getElementById("canvas").dispatchEvent(new KeyboardEvent("keyup", init));
      return !event.defaultPrevented;
    };
    const ctrl = { ctrlKey: true };
    return {
      reload: press("r", "KeyR", 82, ctrl),
      address: press("l", "KeyL", 76, ctrl),
      tab: press("t", "KeyT", 84, ctrl),
      bigger: press("+", "Equal", 187, ctrl),
      print: press("p", "KeyP", 80, ctrl),
      f5: press("F5", "F5", 116),
      f12: press("F12", "F12", 123),
      tools: press("I", "KeyI", 73, { ctrlKey: true, shiftKey: true }),
      back: press("ArrowLeft", "ArrowLeft", 37, { altKey: true }),
      undo: press("z", "KeyZ", 90, ctrl),
      down: press("ArrowDown", "ArrowDown", 40),
    };
  });
  const { undo, down, ...browsers } = kept;
  for (const [name, wasKept] of Object.entries(browsers)) assert.ok(wasKept, `${name} was taken`);
  assert.ok(!undo && !down, "what the explorer uses must not also move the page");
  await explorer.done();
});

for (const way of kWays) {
  test(`types, copies and pastes in the search field, ${way}`, async () => {
    const explorer = await openPage({ way });
    const { page } = explorer;
    await explorer.command("focus-search");
    await explorer.idle();
    assert.equal(await page.evaluate(() => document.activeElement.id), "typing");
    await page.keyboard.type("drones Київ");
    await explorer.idle();
    assert.equal((await explorer.state()).query.text, "drones Київ");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+X");
    await wait(300);
    await explorer.idle();
    assert.equal((await explorer.state()).query.text, "");
    await page.keyboard.press("Control+V");
    await page.keyboard.press("Control+V");
    await wait(300);
    await explorer.idle();
    assert.equal((await explorer.state()).query.text, "drones Київdrones Київ");
    await page.keyboard.press("Escape");
    await explorer.done();
  });
}

test("an input method writes into the search field", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await explorer.command("focus-search");
  await explorer.idle();
  const session = await explorer.context.newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "東", selectionStart: 1, selectionEnd: 1 });
  await session.send("Input.imeSetComposition", {
    text: "東京",
    selectionStart: 2,
    selectionEnd: 2,
  });
  await session.send("Input.insertText", { text: "東京" });
  await wait(100);
  await explorer.idle();
  assert.equal((await explorer.state()).query.text, "東京");
  await explorer.done();
});

test("no key stays down when the focus goes", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await explorer.command("focus-search");
  await explorer.idle();
  await page.keyboard.down("Control");
  await page.evaluate(() => dispatchEvent(new FocusEvent("blur")));
  await explorer.idle();
  await page.evaluate(() => dispatchEvent(new FocusEvent("focus")));
  // The release happened elsewhere; a letter must come as a letter.
  await page.evaluate(() => document.getElementById("typing").focus());
  await page.keyboard.insertText("a");
  await wait(100);
  await explorer.idle();
  assert.equal((await explorer.state()).query.text, "a");
  await page.keyboard.up("Control");
  await explorer.done();
});

test("the canvas has the pixels of the screen at any size and zoom", async () => {
  for (const deviceScaleFactor of [1, 1.25, 2, 3]) {
    const explorer = await openPage({ deviceScaleFactor, viewport: { width: 1001, height: 701 } });
    const { page } = explorer;
    const canvas = () => page.evaluate(() => [window.canvas.width, window.canvas.height]);
    const pixels = (size) => Math.round(size * deviceScaleFactor);
    const near = (got, wanted) =>
      got.forEach((px, i) => assert.ok(Math.abs(px - wanted[i]) <= 1, `${got} is not ${wanted}`));
    near(await canvas(), [pixels(1001), pixels(701)]);
    // Rectangles are in CSS pixels whatever the scale: nothing lies outside of the window.
    for (const { x, y, w, h, label } of await explorer.items()) {
      assert.ok(
        x >= -1 && y >= -1 && x + w <= 1002 && y + h <= 702,
        `${label} at ${x},${y} ${w}×${h}`,
      );
    }
    await page.setViewportSize({ width: 640, height: 480 });
    await page.waitForFunction(([w]) => Math.abs(window.canvas.width - w) <= 1, [pixels(640)]);
    await explorer.idle();
    if (deviceScaleFactor === 2) await explorer.screenshot("small-at-2x");
    await explorer.done();
  }
});

test("light and dark follow the system at once", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  const brightness = async () => {
    const shot = await page.screenshot({ clip: { x: 600, y: 400, width: 8, height: 8 } });
    return page.evaluate(async (base64) => {
      const image = await createImageBitmap(await await fetchBlob(base64));
      const surface = new OffscreenCanvas(1, 1);
      const context = surface.getContext("2d");
      context.drawImage(image, 0, 0, 1, 1);
      const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
      return (r + g + b) / 3;
      function fetchBlob(text) {
        return new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], {
          type: "image/png",
        });
      }
    }, shot.toString("base64"));
  };
  assert.ok((await brightness()) > 150);
  await page.emulateMedia({ colorScheme: "dark" });
  await wait(100);
  await explorer.idle();
  assert.ok((await brightness()) < 100);
  await explorer.done();
});

test("a lost WebGL context comes back as it was", async () => {
  const explorer = await openPage();
  const { page } = explorer;
  await page.mouse.move(5, 5);
  await explorer.idle();
  const before = await page.screenshot();
  await page.evaluate(async () => {
    const loss = window.canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
    loss.loseContext();
    await new Promise((done) => setTimeout(done, 300));
    loss.restoreContext();
    await new Promise((done) => setTimeout(done, 300));
  });
  await explorer.idle();
  assert.ok(before.equals(await page.screenshot()), "the page looks different afterwards");
  await explorer.done();
});
