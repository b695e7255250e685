// The example for notebooks in Chromium: a file chosen becomes a table of months.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, launch, served } from "../web/browser.mjs";

after(close);

test("the example for a notebook shows claims per month and region", async () => {
  const browser = await launch();
  const page = await browser.newPage();
  const failures = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  await page.goto(await served("core/notebook.html"));
  const text = "At least 12 people were killed in a missile strike on Kharkiv, the governor said.";
  const record = JSON.stringify({ title: "Report", date: "2025-06-30", source: "Field Post", text });
  // The example listens once its module is there.
  await page.waitForFunction(() => document.getElementById("file").onchange);
  await page.setInputFiles("#file", { name: "made.ndjson", mimeType: "application/json", buffer: Buffer.from(record) });
  await page.waitForFunction(() => document.getElementById("table").textContent !== "");
  const lines = (await page.textContent("#table")).split("\n").map((line) => line.split("\t"));
  assert.equal(lines[0][0], "month");
  assert.ok(lines[0].includes("UA-63"), lines[0].join(" "));
  assert.equal(lines[1][0], "2025-06");
  assert.deepEqual(failures, []);
  await page.close();
});
