// Claims per region out of files of articles, in Node:  node example.mjs FILE...
import { readFileSync } from "node:fs";
import { Claimscope } from "./claimscope.mjs";

const claimscope = await Claimscope.create();
for (const name of process.argv.slice(2)) {
  const bytes = readFileSync(name);
  if (name.endsWith(".claims")) {
    claimscope.addSnapshot(bytes);
    continue;
  }
  const { articles, claims, problems } = claimscope.add(bytes, { name });
  console.error(`${name}: ${articles} articles, ${claims} claims`);
  for (const { line, reason } of problems) console.error(`${name}:${line}: ${reason}`);
}

const { total, region } = claimscope.counts({ by: ["region"], per: "month" });
console.log(`${total} claims`);
for (const [code, count] of Object.entries(region)) console.log(`${code}\t${count}`);

const { hits } = claimscope.query({ kinds: ["territory"], limit: 3, order: "-date" });
for (const { claimant, quote, time } of hits) console.log(`${time.to}\t${claimant}\t${quote}`);
claimscope.free();
