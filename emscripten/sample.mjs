// Reads the sample corpus with the page's own module and reader, in Node, and keeps what the reader told as a section of
// the module (web/built_sample.js tells its form), so that the hosted page shows it without reading anything.
//
//   node sample.mjs web build/web rules.wire OUT.section
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import vm from "node:vm";

const kSection = "claimscope-sample";
const kParts = ["core.js", "line_cuts.js", "wire.js", "unpack.js", "reader.js"];

async function readSample(page, build, rules) {
  const scripts = kParts.map((name) => readFileSync(join(page, name), "utf8")).join("\n");
  const names = "{ Core, Reader, filesOfWire }";
  const { Core, Reader, filesOfWire } = vm.runInThisContext(`(() => {${scripts}\nreturn ${names}; })()`);
  const createGlue = createRequire(import.meta.url)(resolve(build, "claimscope.js"));
  const module = await WebAssembly.compile(readFileSync(join(build, "claimscope.wasm")));
  const events = [];
  const reader = new Reader((event) => events.push(event), 1 << 20);
  const core = await Core.create(createGlue, module, (name, bytes) => reader.hear(name, bytes));
  await reader.start(core, new Uint8Array(rules));
  const { name: path, data: bytes } = filesOfWire(new Uint8Array(rules)).find(({ name }) => name === "sample");
  const sources = [{ path, size: bytes.length, bytes, index: 0 }];
  await reader.read(sources);
  return sources.map(({ path, size, index }) => ({ path, size, events: events.filter(({ source }) => source === index) }));
}

function leb(number) {
  const bytes = [];
  for (; number >= 128; number >>= 7) bytes.push((number & 127) | 128);
  return Buffer.from([...bytes, number]);
}

/** @returns {Promise<Buffer>} a custom section of a wasm module */
async function sampleSection(page, build, rules) {
  const blocks = [];
  const directory = (await readSample(page, build, rules)).map(({ path, size, events }) => {
    const { counts, report } = events.find(({ type }) => type === "done");
    const told = events.filter(({ type }) => type === "segment" || type === "problem").map(({ type, problem, bytes }) => {
      if (bytes) blocks.push(bytes);
      return { type, problem, size: bytes?.length };
    });
    return { path, size, counts, report, events: told };
  });
  const text = Buffer.from(JSON.stringify(directory));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  const name = Buffer.from(kSection);
  const content = Buffer.concat([leb(name.length), name, size, text, ...blocks]);
  return Buffer.concat([Buffer.from([0]), leb(content.length), content]);
}

const [page, build, rules, out] = process.argv.slice(2);
if (!out) {
  console.error("usage: node sample.mjs PAGE_FOLDER BUILD_FOLDER RULES.wire OUT.section");
  process.exit(2);
}
writeFileSync(out, await sampleSection(page, build, readFileSync(rules)));
