// How fast each stage is as wasm beside the same sources compiled for this machine: claimscope_bench of both builds, in
// turns, the best of each.
//
//   node tests/bench/wasm_native.mjs [FILE] [TIMES]     FILE: a source of articles (the sample); TIMES: 3
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const kRoot = fileURLToPath(new URL("../..", import.meta.url));
const kBuilds = {
  native: [`${kRoot}build/release/claimscope_bench`],
  wasm: [process.execPath, `${kRoot}build/web/claimscope_bench.js`],
};
const kToReach = { "clean + extract": 0.6 };
const [file = "", times = "3"] = process.argv.slice(2);

for (const command of Object.values(kBuilds)) {
  const program = command.at(-1);
  if (existsSync(program)) continue;
  console.error(`${program} is not built; make bench-ratio builds it.`);
  process.exit(1);
}

const best = { native: new Map(), wasm: new Map() };
for (let run = 0; run < Number(times); run++) {
  for (const [build, [program, ...args]] of Object.entries(kBuilds)) {
    const told = execFileSync(program, [...args, "--stages", ...(file ? [file] : [])], { encoding: "utf8" });
    for (const [, stage, speed] of told.matchAll(/^ {2}(\S.*?) +[\d.]+ ms +([\d.]+) MB\/s$/gm)) {
      best[build].set(stage, Math.max(best[build].get(stage) ?? 0, Number(speed)));
    }
  }
}
console.log(`${"MB/s of text".padEnd(24)} ${"native".padStart(8)} ${"wasm".padStart(8)} ${"ratio".padStart(6)}`);
for (const [stage, native] of best.native) {
  const wasm = best.wasm.get(stage);
  const wanted = kToReach[stage] ? `  (to reach: ${kToReach[stage]})` : "";
  console.log(`${stage.padEnd(24)} ${native.toFixed(1).padStart(8)} ${wasm.toFixed(1).padStart(8)} ${(wasm / native).toFixed(2).padStart(6)}${wanted}`);
}
