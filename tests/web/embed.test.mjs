// <claim-explorer>: every attribute that web/README.md lists does what it says, when it is set and when it changes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { close, inTime, kRoot, launch, served } from "./browser.mjs";

let context;
let page;

before(async () => {
  const browser = await launch();
  context = await browser.newContext({ viewport: { width: 900, height: 700 } });
  page = await context.newPage();
  const host = await served("site/host.html");
  const script = '<!doctype html><title>Host</title><script type="module" src="./claimscope-element.mjs"></script>';
  await page.route(host, (route) => route.fulfill({ contentType: "text/html", body: script }));
  await page.goto(host);
  await page.evaluate(() => customElements.whenDefined("claim-explorer"));
});
after(async () => {
  await context?.close();
  await close();
});

/** A new explorer with these attributes; answers with its state once `wanted`, a function of the state, holds. */
async function explorer(attributes, wanted = () => true) {
  return inTime(
    page.evaluate(
      async ([given, text]) => {
        const holds = new Function(`return ${text}`)();
        document.body.replaceChildren();
        const made = document.createElement("claim-explorer");
        window.told = [];
        for (const name of ["ready", "error", "progress", "selection", "claim-click"])
          made.addEventListener(name, ({ detail }) => window.told.push([name, detail]));
        for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
        made.setAttribute("loading", "eager");
        document.body.append(made);
        for (;;) {
          const state = await made.getState();
          if (state.corpus.articles > 0 && holds(state)) return state;
          await new Promise((done) => setTimeout(done, 50));
        }
      },
      [attributes, String(wanted)],
    ),
    `not as asked for: ${JSON.stringify(attributes)}`,
  );
}

/** Changes an attribute of the explorer on show. */
const change = (name, value, wanted) =>
  inTime(
    page.evaluate(
      async ([attribute, now, text]) => {
        const holds = new Function(`return ${text}`)();
        const made = document.querySelector("claim-explorer");
        if (now === null) made.removeAttribute(attribute);
        else made.setAttribute(attribute, now);
        while (!holds(await made.getState())) await new Promise((done) => setTimeout(done, 50));
      },
      [name, value, String(wanted)],
    ),
    `${name} does not change`,
  );

const kCorpus = "./demo/articles.ndjson";

test("the parts of a view: from, to, regions, kinds, sides, statuses, query, view, stack, per", async () => {
  const given = {
    from: "2025-01-01", to: "2025-06-30", regions: "UA-59,RU-BEL", kinds: "strike,territory", sides: "russia,ukraine",
    statuses: "unverified,asserted", query: "drone OR village", view: "map", stack: "side", per: "week",
  };
  const { query, view, stack, per } = await explorer(given);
  assert.deepEqual(query.days, { from: given.from, to: given.to });
  for (const part of ["regions", "kinds", "sides", "statuses"])
    assert.deepEqual([...query[part]].sort(), given[part].split(",").sort(), part);
  assert.equal(query.text, given.query);
  assert.deepEqual([view, stack, per], ["map", "side", "week"]);
  await change("kinds", "casualties", ({ query }) => query.kinds.join() === "casualties");
  await change("view", "compare", ({ view }) => view === "compare");
  await change("from", "2025-05-01", ({ query }) => query.days.from === "2025-05-01");
  await change("query", null, ({ query }) => query.text === "");
});

test("one of from and to is one day", async () => {
  const { query } = await explorer({ from: "2025-05-21" });
  assert.deepEqual(query.days, { from: "2025-05-21", to: "2025-05-21" });
});

test("every view has its name; timeline is the chart with the claims", async () => {
  for (const name of ["claims", "map", "context", "compare", "overview"]) assert.equal((await explorer({ view: name })).view, name);
  assert.equal((await explorer({ view: "timeline" })).view, "claims");
  await explorer({ view: "chart", corpus: kCorpus }, ({ corpus }) => corpus.articles === 8);
  const frame = await (await page.locator("claim-explorer iframe").elementHandle()).contentFrame();
  await frame.locator("#chart-alone").waitFor();
});

test("corpus: articles of the page's host, and others when it changes; what cannot be had is told", async () => {
  const articles = readFileSync(`${kRoot}/web/demo/articles.ndjson`, "utf8").trim().split("\n").length;
  const { corpus } = await explorer({ corpus: kCorpus });
  assert.equal(corpus.articles, articles);
  await page.evaluate(() => document.querySelector("claim-explorer").setAttribute("corpus", "./nowhere.ndjson"));
  await inTime(page.waitForFunction(() => window.told.some(([name]) => name === "error")), "no error");
  const [, error] = await page.evaluate(() => window.told.find(([name]) => name === "error"));
  assert.match(error.message, /nowhere\.ndjson cannot be had \(404\)/);
});

test("link: a whole address or what follows its #, in place of the parts", async () => {
  for (const link of ["v1&kind=strike&view=overview", "https://example.org/claims/#v1&kind=strike&view=overview"]) {
    const { query, view } = await explorer({ link, kinds: "territory", view: "map" });
    assert.deepEqual([query.kinds, view], [["strike"], "overview"]);
  }
});

test("theme: light, dark or as the system has it", async () => {
  assert.equal((await explorer({ theme: "dark" }, ({ theme }) => theme === "dark")).theme, "dark");
  await change("theme", "light", ({ theme }) => theme === "light");
  await change("theme", null, ({ theme }) => theme === "system");
});

test("height and label: of the frame, 480 pixels and a name of its own without them", async () => {
  const seen = () => page.evaluate(() => {
    const made = document.querySelector("claim-explorer");
    const { width, height } = made.querySelector("iframe").getBoundingClientRect();
    return { width, height, title: made.querySelector("iframe").title };
  });
  await explorer({});
  assert.deepEqual({ ...(await seen()), width: 0 }, { width: 0, height: 480, title: "Claims in news articles" });
  await explorer({ height: "333", label: "Claims of May" });
  const { width, height, title } = await seen();
  assert.deepEqual([height, title], [333, "Claims of May"]);
  assert.ok(width > 800, "as wide as there is room");
  await page.evaluate(() => document.querySelector("claim-explorer").setAttribute("height", "no number"));
  assert.equal((await seen()).height, 480);
});

test("loading: lazy unless it is eager; start() does it now", async () => {
  const seen = await page.evaluate(async () => {
    document.body.innerHTML = '<p style="height: 5000px">Far above.</p><claim-explorer></claim-explorer>';
    const made = document.querySelector("claim-explorer");
    await new Promise((done) => setTimeout(done, 500));
    const before = made.querySelector("iframe") !== null;
    made.start();
    return { before, after: made.querySelector("iframe") !== null, articles: (await made.getState()).corpus.articles };
  });
  assert.deepEqual([seen.before, seen.after], [false, true]);
});

test("what cannot be understood is ignored, and told", async () => {
  const { query } = await explorer({ from: "tomorrow", kinds: "strike" });
  assert.deepEqual([query.days, query.kinds], [null, ["strike"]]);
  await inTime(page.waitForFunction(() => window.told.some(([name]) => name === "error")), "nothing was told");
  const [, error] = await page.evaluate(() => window.told.find(([name]) => name === "error"));
  assert.equal(error.code, "invalid");
});
