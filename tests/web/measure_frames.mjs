// Measures frames while articles are read in Chromium, and what else keeps the page from drawing: left alone, while days
// are chosen by a drag, while the table is scrolled, while words are typed, while each claim counts once, while two sides are
// compared. What is found once all is read is measured too.
//
//   node tests/web/measure_frames.mjs [TIMES...] [part of an act's name]
//
// The corpus is ../shared's 759 articles, TIMES over (1 10), as one NDJSON file. Figures are CPU time of the page's thread,
// by the browser's own clock of it: a frame is step, draw lists and the calls of WebGL; what its software makes of them runs
// in another process. "tasks" are all else the page does in one piece.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, kShared, launch, openPage, wait } from "./browser.mjs";

const kCorpus = join(kShared, "corpus/news-2025-05-21.ndjson.gz");
const kFrameMs = 16;
const words = process.argv.slice(2);
const all = words.map(Number).filter((times) => times > 0);
const wanted = words.find((word) => Number.isNaN(Number(word))) ?? "";
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const row = (what, value) => console.log(`${what.padEnd(34)} ${value}`);

if (!existsSync(kCorpus)) {
  row("frames", `skipped: ${kCorpus} is not there`);
  process.exit(0);
}
const base64 = gunzipSync(readFileSync(kCorpus)).toString("base64");

// Nothing is drawn of what a frame hands to WebGL: its software would take the processor from page and readers.
const kDrawNothing = `
  for (const name of ["drawElements", "drawArrays", "clear"]) WebGL2RenderingContext.prototype[name] = () => {};
`;

/** What a user does meanwhile, a little each time it is called, about 60 times a second. */
const kActs = {
  "left alone": () => {},
  "days dragged": ({ page }, { plot }, n) => {
    const at = (share) => page.mouse.move(plot.x + plot.w * share, plot.y + plot.h / 2);
    if (n > 0) return at(0.3 + 0.5 * Math.abs(Math.sin(n / 40)));
    return at(0.2).then(() => page.mouse.down());
  },
  "table scrolled": ({ page }, { table }, n) => {
    if (n > 0) return page.mouse.wheel(0, n % 80 < 60 ? 40 : -60);
    return page.mouse.move(table.x + table.w / 2, table.y + table.h / 2);
  },
  "words typed": ({ page }, { search }, n) => {
    if (n === 0) return page.mouse.click(search.x + search.w / 2, search.y + search.h / 2);
    const text = "drone strike ";
    const key = Math.floor(n / 4) % 30;
    if (n % 4 > 0) return null;
    return page.keyboard.press(key < text.length ? text[key].replace(" ", "Space") : "Backspace");
  },
  "each claim once": (explorer, _, n) => n === 120 && explorer.command("count-by", { what: "distinct" }),
  "two sides compared": (explorer, _, n) => n === 120 && explorer.command("set-view", { view: "compare" }),
};

async function places(explorer) {
  const items = await explorer.items();
  const find = (label) => {
    const item = items.find((one) => label.test(one.label));
    if (!item) throw new Error(`${label} of ${items.map((one) => one.label).join(" | ")}`);
    return item;
  };
  return { plot: find(/^timeline$/), table: find(/claims table/), search: find(/^Search$/) };
}

async function traced(act) {
  const session = await (await launch()).newBrowserCDPSession();
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const over = new Promise((done) => session.on("Tracing.tracingComplete", done));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "toplevel"], excludedCategories: ["*"] },
  });
  await act();
  await session.send("Tracing.end");
  await over;
  await session.detach();
  return events;
}

/** The page's thread is the one that fires frames; ms of CPU each. */
function timesOf(events) {
  const frames = events.filter(({ name, ph }) => name === "FireAnimationFrame" && ph === "X");
  const { pid, tid } = frames[0] ?? {};
  const mine = (event) => event.pid === pid && event.tid === tid && event.ph === "X";
  const tasks = events.filter((event) => mine(event) && /RunTask$/.test(event.name));
  const drawn = (task) => frames.some(({ ts }) => ts >= task.ts && ts <= task.ts + task.dur);
  const ms = (list) => list.map(({ tdur, dur }) => (tdur ?? dur) / 1000);
  return { frames: ms(frames.filter(mine)), tasks: ms(tasks.filter((task) => !drawn(task))) };
}

async function measure(times, name, act) {
  const explorer = await openPage({ before: kDrawNothing });
  await explorer.page.evaluate(
    ([text, count]) => {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      window.news = new File(Array(count).fill(bytes), "news.ndjson");
    },
    [base64, times],
  );
  const where = await places(explorer);
  let seconds = 0;
  const events = await traced(async () => {
    let over = false;
    const reading = explorer.page.evaluate(async () => {
      const began = performance.now();
      await window.claimscope.open([window.news]);
      return performance.now() - began;
    });
    reading.finally(() => (over = true));
    for (let n = 0; !over; ++n) {
      const acted = act(explorer, where, n);
      if (n === 0) await acted;
      else acted?.catch?.(() => {}); // the page closes under the last ones
      await wait(16);
    }
    seconds = (await reading) / 1000;
    await explorer.page.mouse.up(); // while a button is held the page is not at rest
    await explorer.idle();
  });
  const { frames, tasks } = timesOf(events);
  const slow = (list) => list.filter((ms) => ms > kFrameMs).length;
  const worst = (list) => Math.max(0, ...list).toFixed(1);
  row(
    `${times * 759} articles, ${name}`,
    `${frames.length} frames in ${seconds.toFixed(1)} s (${(frames.length / seconds).toFixed(0)} a second): ` +
      `median ${median(frames).toFixed(1)} ms, worst ${worst(frames)}, ${slow(frames)} over ${kFrameMs}; ` +
      `tasks: worst ${worst(tasks)}, ${slow(tasks)} over ${kFrameMs}`,
  );
  await explorer.context.close();
}

for (const times of all.length > 0 ? all : [1, 10]) {
  for (const [name, act] of Object.entries(kActs)) if (name.includes(wanted)) await measure(times, name, act);
}
await close();
