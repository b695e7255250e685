// Reads the sample corpus with the page's own module and reader, in Node, and keeps what the reader told as a section of
// the module (web/built_sample.js tells its form), so that the page shows it without reading anything.
//
//   node sample.mjs web build/web rules.wire assets/sample OUT.section
import { readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const kSection = "claimscope-sample";
/** The sample corpus is shown under this name. */
const kSample = "sample";
const kParts = ["core.js", "line_cuts.js", "wire.js", "unpack.js", "reader.js"];

// Several files as one source, whose articles share a segment.
export function tar(files) {
  const blocks = files.flatMap(({ name, data }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0, "utf8");
    header.write("0000644\0" + "0000000\0".repeat(2), 100, "latin1");
    header.write(`${data.length.toString(8).padStart(11, "0")}\0${"0".repeat(11)}\0${" ".repeat(8)}0`, 124, "latin1");
    header.write("ustar\0" + "00", 257, "latin1");
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
    return [header, data, Buffer.alloc(-data.length & 511)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** The files of the sample corpus as one source. */
export function sampleArchive(folder) {
  const names = readdirSync(folder).filter((name) => name !== "README.md").sort();
  return tar(names.map((name) => ({ name, data: readFileSync(join(folder, name)) })));
}

async function readSample(page, build, rules, folder) {
  const scripts = kParts.map((name) => readFileSync(join(page, name), "utf8")).join("\n");
  const names = "{ Core, Reader }";
  const { Core, Reader } = vm.runInThisContext(`(() => {${scripts}\nreturn ${names}; })()`);
  const createGlue = createRequire(import.meta.url)(resolve(build, "claimscope.js"));
  const module = await WebAssembly.compile(readFileSync(join(build, "claimscope.wasm")));
  const events = [];
  const reader = new Reader((event) => events.push(event), 1 << 20);
  const core = await Core.create(createGlue, module, (name, bytes) => reader.hear(name, bytes));
  await reader.start(core, new Uint8Array(rules), new Uint8Array());
  const bytes = new Uint8Array(sampleArchive(folder));
  const sources = [{ path: kSample, size: bytes.length, bytes, index: 0 }];
  await reader.read(sources);
  const bare = (segment) => {
    core.check(core.send("cs_without_words", segment));
    return core.bytes(core.call("cs_out"));
  };
  const told = events.map((event) => (event.type === "segment" ? { ...event, bytes: bare(event.bytes) } : event));
  return sources.map(({ path, size, index }) => ({ path, size, events: told.filter(({ source }) => source === index) }));
}

function leb(number) {
  const bytes = [];
  for (; number >= 128; number >>= 7) bytes.push((number & 127) | 128);
  return Buffer.from([...bytes, number]);
}

/** @returns {Promise<Buffer>} a custom section of a wasm module */
async function sampleSection(page, build, rules, folder) {
  const blocks = [];
  const directory = (await readSample(page, build, rules, folder)).map(({ path, size, events }) => {
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

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const [page, build, rules, folder, out] = process.argv.slice(2);
  if (!out) {
    console.error("usage: node sample.mjs PAGE_FOLDER BUILD_FOLDER RULES.wire SAMPLE_FOLDER OUT.section");
    process.exit(2);
  }
  writeFileSync(out, await sampleSection(page, build, readFileSync(rules), folder));
}
