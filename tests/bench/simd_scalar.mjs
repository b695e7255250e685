// The core module built with SIMD and without it: that both answer alike, byte for byte, and how much sooner the first does.
//   node simd_scalar.mjs FOLDER_WITH FOLDER_WITHOUT [MADE_ARTICLES]
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { makeArticles, makeQuestions } from "./peers/made.mjs";

const kRuns = 5;
const [, , withSimd = "dist/core", without = "build/web-scalar/dist/core", count = "2000"] = process.argv;
const sampleFolder = fileURLToPath(new URL("../../assets/sample/", import.meta.url));
const sample = readdirSync(sampleFolder, { recursive: true })
  .map((name) => join(sampleFolder, name))
  .filter((path) => statSync(path).isFile() && !path.endsWith("README.md"))
  .sort()
  .map((path) => ({ name: path, bytes: readFileSync(path) }));
const articles = [...makeArticles(Number(count))];
const made = [{ name: "made.ndjson", bytes: Buffer.from(articles.join("\n")) }];

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const timed = (run) => {
  const begin = cpuMs();
  const value = run();
  return { ms: cpuMs() - begin, value };
};
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const kText = {
  term: ([word]) => word, and: (words) => words.join(" "), phrase: (words) => `"${words.join(" ")}"`,
  prefix: ([word]) => `${word}*`, near: (words) => `near/5(${words.join(" ")})`,
};
const searches = makeQuestions(articles.map((line) => JSON.parse(line))).map(({ is, words }) => kText[is](words));
const questions = [
  {}, { kinds: ["strike"] }, { from: "2025-03-01", to: "2025-08-31" }, { text: "Pokrovsk OR Sumy", in: "claims" },
  { text: "qty:>20 -who:governor" }, { count: "distinct" }, { sides: ["ukraine"], regions: ["UA-59"] },
];

const builds = await Promise.all([withSimd, without].map((folder) => import(pathToFileURL(resolve(folder, "claimscope.mjs")))));
const opened = async ({ Claimscope }, files) => {
  const c = await Claimscope.create();
  const added = files.map(({ name, bytes }) => c.add(bytes, { name }));
  return { c, added };
};
function answers(c) {
  return [
    ...questions.map((question) => c.query({ ...question, limit: 200 })),
    ...questions.map((question) => c.counts({ ...question, by: ["region", "kind", "claimant", "place"], per: "week" })),
    ...searches.map((text) => c.search(text, { limit: 50 })),
  ];
}

for (const [what, files] of [["sample", sample], ["made articles", made]]) {
  const [fast, plain] = [await opened(builds[0], files), await opened(builds[1], files)];
  assert.deepEqual(plain.added, fast.added, `${what}: what was read differs`);
  assert.deepEqual(answers(plain.c), answers(fast.c), `${what}: the answers differ`);
  assert.ok(Buffer.compare(plain.c.save(), fast.c.save()) === 0, `${what}: the saved corpora differ`);
  console.log(`${what}: ${fast.c.counts().total} claims, ${questions.length * 2 + searches.length} answers and the saved corpus are the same`);
  plain.c.free();
  fast.c.free();
}

// The two in turn, so that what else runs slows both.
const jobs = { "read, extract and index": [[], []], "search, all made questions": [[], []] };
for (let run = 0; run < kRuns; run++) {
  for (const [i, build] of builds.entries()) {
    const c = await build.Claimscope.create();
    jobs["read, extract and index"][i].push(timed(() => c.add(made[0].bytes, { name: "made.ndjson" })).ms);
    const ask = () => searches.forEach((text) => c.search(text, { limit: 10 }));
    ask();
    jobs["search, all made questions"][i].push(timed(() => { for (let k = 0; k < 50; k++) ask(); }).ms / 50);
    c.free();
  }
}
for (const [job, times] of Object.entries(jobs)) {
  const [fast, plain] = times.map(median);
  console.log(`${job}: ${fast.toPrecision(4)} ms with SIMD, ${plain.toPrecision(4)} without: ${(plain / fast).toPrecision(3)} times`);
}
