// Opens the finished page in Chromium, served or from disk, and lets no error or request pass unseen.
//
// CLAIMSCOPE_DIST names the folder with claimscope.html and site/ (default: dist). CLAIMSCOPE_CHROMIUM the browser.
import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../emscripten/serve.mjs";

export const kRoot = resolve(fileURLToPath(new URL("../..", import.meta.url)));
export const kDist = resolve(process.env.CLAIMSCOPE_DIST ?? join(kRoot, "dist"));
export const kShared = resolve(kRoot, "../shared");
const kScreenshots = join(kRoot, "build/screenshots");

const kFlags = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

const kBrowser = { executablePath: process.env.CLAIMSCOPE_CHROMIUM ?? "/usr/bin/chromium", args: kFlags };

/** On a machine that has much else to do. */
export const kPatienceMs = 120_000;

/** The two ways in which the page comes to people. */
export const kWays = ["served", "file"];

let browser = null;
let server = null;

/** The one browser of a test file; a second one left open would keep the tests from ending. */
export async function launch() {
  if (browser) return browser;
  if (!existsSync(join(kDist, "claimscope.html"))) {
    throw new Error(`${kDist}/claimscope.html is missing: build the page first (make web)`);
  }
  return (browser = await chromium.launch(kBrowser));
}

export async function close() {
  await browser?.close();
  server?.server.close();
  server?.server.closeAllConnections?.();
  browser = server = null;
}

/** The address of a file of the dist folder, over HTTP. */
export async function served(path) {
  server ??= await serve(kDist, 0);
  return `http://127.0.0.1:${server.port}/${path}`;
}

export async function addressOf(way) {
  if (way === "file") return pathToFileURL(join(kDist, "claimscope.html")).href;
  return served("site/");
}

/**
 * A page that has come to rest with the sample corpus.
 * @param {object} options  way: "served" or "file"; hash; dark; before: a function that runs on the page first; onRequest: hears every address asked for;
 *   profile: a folder for a profile of its own, as people have one (else nothing is kept on disk, large files included);
 *   and Playwright's viewport, deviceScaleFactor, hasTouch
 */
export async function openPage(options = {}) {
  const { way = "file", hash = "", dark = false, before, onRequest, profile, ...rest } = options;
  const look = {
    viewport: { width: 1280, height: 800 },
    colorScheme: dark ? "dark" : "light",
    ...rest,
  };
  const context = profile
    ? await chromium.launchPersistentContext(profile, { ...kBrowser, ...look })
    : await (await launch()).newContext(look);
  context.setDefaultTimeout(kPatienceMs);
  const page = await context.newPage();
  const address = await addressOf(way);
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    onRequest?.(url);
    const own = new URL("./", address).href;
    const allowed = way === "file" ? url.split("#")[0] === address : url.startsWith(own);
    if (!allowed && !url.startsWith("blob:")) complaints.push(`asked for ${url}`);
  });
  if (way === "file") await context.setOffline(true);
  if (before) await page.addInitScript(before);
  await page.goto(address + hash, { timeout: kPatienceMs });
  await inTime(
    page.evaluate(() => window.claimscope.ready.then(() => window.claimscope.idle())),
    "the page does not start",
  );
  return new Explorer(page, context, complaints);
}

export class Explorer {
  constructor(page, context, complaints) {
    this.page = page;
    this.context = context;
    this.complaints = complaints;
  }

  state() {
    return this.page.evaluate(() => window.claimscope.state());
  }
  frames() {
    return this.page.evaluate(() => window.claimscope.frames);
  }
  /** Never while a button is held: a page in use is not at rest. */
  idle() {
    return inTime(
      this.page.evaluate(() => window.claimscope.idle()),
      "the page does not come to rest",
    );
  }
  command(name, args) {
    return this.page.evaluate(([n, a]) => window.claimscope.command(n, a), [name, args]);
  }
  items() {
    return this.page.evaluate(() => window.claimscope.items());
  }

  /** The only widget with this label (a string, or a pattern it must match). */
  async item(label) {
    const items = await this.items();
    const hits = items.filter((item) =>
      label instanceof RegExp ? label.test(item.label) : item.label === label,
    );
    const labels = items.map((item) => item.label).join(" | ");
    assert.ok(hits.length > 0, `nothing is labelled ${label}; there are ${labels}`);
    return hits[0];
  }

  /** A real click in the middle of a widget. */
  async click(label) {
    const { x, y, w, h } = await this.item(label);
    await this.page.mouse.move(x + w / 2, y + h / 2);
    await this.idle();
    await this.page.mouse.down();
    await this.page.mouse.up();
    await this.idle();
  }

  /** Opens {name, bytes: string or number[]}[] as a host page would. */
  open(files) {
    const plain = files.map(({ name, bytes }) => ({
      name,
      bytes: typeof bytes === "string" ? bytes : Buffer.from(bytes).toString("base64"),
      coded: typeof bytes !== "string",
    }));
    return this.page.evaluate(async (list) => {
      const decode = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const files = list.map(({ name, bytes, coded }) => ({
        name,
        bytes: coded ? decode(bytes) : bytes,
      }));
      const result = await window.claimscope.open(files);
      await window.claimscope.idle();
      return result;
    }, plain);
  }

  /** Drops files or folders of the disk on the page, as the hand does. */
  async drop(paths) {
    const session = await this.context.newCDPSession(this.page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await session.send("Input.dispatchDragEvent", { type, x: 640, y: 400, data });
    }
    await session.detach();
  }

  async screenshot(name) {
    mkdirSync(kScreenshots, { recursive: true });
    await this.page.screenshot({ path: join(kScreenshots, `${name}.png`) });
  }

  /** Fails when the page complained of anything, then closes it. */
  async done() {
    await this.context.close();
    assert.deepEqual(this.complaints, []);
  }
}

/** The promise, or an error in its place when it takes longer than anything here may. */
export function inTime(promise, complaint) {
  let timer;
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(complaint)), kPatienceMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export const wait = (ms) => new Promise((done) => setTimeout(done, ms));
