// Makes the two pages out of the page's sources and the wasm module:
//
//   OUT/claimscope.html   everything inside, opens from disk, makes no request
//   OUT/site/             the same page to be served, with the module as two files beside it, named by
//                         their content; a service worker, a manifest, the embed element, the
//                         offline page for "Save as page", the writer of Parquet files
//
//   node pack_html.mjs --page web --build build/web --version 0.1.0 --out dist
//                      --rules build/web/assets/rules.wire --sample build/web/sample.section
//
// index.html holds <!-- claimscope:styles --> and <!-- claimscope:scripts -->. The styles are the
// folder's *.css by name; the scripts are the classic scripts listed in files.txt, joined in that order
// into one inline script after this constant:
//
//   CLAIMSCOPE_BUILD = {
//     version,           of package.json
//     mode: "inline"     the module is in the page: see below
//     mode: "site",      wasmUrl, glueUrl: relative addresses, changed when the content changes
//     rulesUrl           what reading articles needs, gzipped: web/wire.js tells its form
//     shared             the files marked "shared NAME" in files.txt, which the worker has too
//     texts              {name: text} of the files marked "text NAME", the rest of the worker's source
//   }
//
// The offline page holds the module in a data block before the script, <script id="claimscope-module"
// type="application/octet-stream">, in base64: xz (a quarter smaller than gzip) of u32 little endian
// size of emcc's JavaScript, that JavaScript, the wasm (when `split` is true, as web/split_code.js tells); after it, likewise, the rules, id="claimscope-rules".
// The module has the sample corpus in a section of its own (sample.mjs). Scripts marked "offline" in files.txt are in
// that page alone.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { splitCode } from "./split_code.mjs";

function fail(message) {
  console.error(`pack_html: ${message}`);
  process.exit(1);
}

// A JavaScript literal of `value` that cannot end or disturb the <script> around it.
function inlineJson(value) {
  return JSON.stringify(value)
    .replace(/<(?=\/|!--|script)/gi, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

// What a script says, in fewer letters: the names that other files see stay.
function shortened(source, name) {
  const { status, stdout, stderr } = spawnSync("terser", ["--compress", "passes=2", "--mangle"], {
    input: source,
    encoding: "utf8",
    // Where Debian keeps what terser needs, which a node that is not Debian's does not know.
    env: { ...process.env, NODE_PATH: "/usr/share/nodejs" },
  });
  if (status !== 0) fail(`terser: ${name}: ${stderr}`);
  return stdout.trimEnd();
}

function readSources(folder) {
  const scripts = [];
  const texts = {};
  const shared = [];
  for (const line of readFileSync(join(folder, "files.txt"), "utf8").split("\n")) {
    const words = line.replace(/#.*/, "").trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) continue;
    const isText = words[0] === "text";
    const isOffline = words.includes("offline");
    const name = words.at(-1);
    const source = readFileSync(join(folder, name), "utf8");
    if (isText) {
      texts[name] = shortened(source, name);
      continue;
    }
    if (/<\/script|<!--/i.test(source)) fail(`${name} contains "</script" or "<!--": split the string`);
    if (words[0] === "shared") shared.push({ isOffline, name });
    scripts.push({ isOffline, text: `// ${name}\n${name.endsWith(".min.js") ? source.trimEnd() : shortened(source, name)}\n` });
  }
  const styles = readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").replace(/\n\s+/g, "\n").trimEnd());
  return { html: readFileSync(join(folder, "index.html"), "utf8"), scripts, styles, texts, shared };
}

const sha256 = (data, encoding) => createHash("sha256").update(data).digest(encoding);

// Nothing may run but this very script, the module, and workers and glue made from blobs; nothing may
// be fetched but from `own`, the page's host, where it has one.
function policy(script, style, own) {
  return [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script, "base64")}' 'wasm-unsafe-eval' blob: ${own}`.trim(),
    `worker-src blob: ${own}`.trim(),
    `style-src 'sha256-${sha256(style, "base64")}'`,
    `img-src data: blob: ${own}`.trim(),
    `connect-src ${own || "'none'"}`,
    ...(own ? [`manifest-src ${own}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function replaceOnce(html, mark, text) {
  const parts = html.split(mark);
  if (parts.length !== 2) fail(`index.html must contain ${mark} exactly once`);
  return parts.join(text);
}

// Smaller by a quarter than gzip. The decoder of the page (xz-decompress) knows CRC32 alone; pb=0
// suits wasm, whose instructions are not aligned.
function xz(data) {
  const args = ["--format=xz", "--check=crc32", "--lzma2=preset=9e,lc=2,pb=0", "--stdout"];
  const { status, stdout, stderr } = spawnSync("xz", args, { input: data, maxBuffer: 1 << 28 });
  if (status !== 0) fail(`xz: ${stderr}`);
  return stdout;
}

function block(name, data) {
  const packed = xz(data).toString("base64");
  return `<script id="claimscope-${name}" type="application/octet-stream">${packed}</script>\n`;
}

function moduleBlock(wasm, glue) {
  const text = Buffer.from(glue);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  return block("module", Buffer.concat([size, text, wasm]));
}

function page(sources, facts, own, blocks = "") {
  const isHere = ({ isOffline }) => !isOffline || facts.mode === "inline";
  const build = { ...facts, shared: sources.shared.filter(isHere).map(({ name }) => name) };
  const scripts = sources.scripts.filter(isHere);
  const joined = scripts.map(({ text }) => text).join("\n");
  const script = `\n"use strict";\nconst CLAIMSCOPE_BUILD = ${inlineJson(build)};\n${joined}`;
  const style = `\n${sources.styles.join("\n")}\n`;
  const meta =
    `<meta http-equiv="Content-Security-Policy" content="${policy(script, style, own)}">`;
  const links = own ? '<link rel="manifest" href="manifest.webmanifest">\n' : "";
  let html = replaceOnce(
    sources.html,
    "<!-- claimscope:styles -->",
    `${meta}\n${links}<style>${style}</style>`,
  );
  html = replaceOnce(html, "<!-- claimscope:scripts -->", `${blocks}<script>${script}</script>`);
  return html;
}

// A module of npm with all that it imports, as files that import each other by relative names.
function copyModules(entry, folder) {
  const names = new Map(); // by path
  const visit = (path) => {
    if (names.has(path)) return names.get(path);
    const [, name, file] = /node_modules\/([^/]+)\/src\/(.+)$/.exec(path);
    const target = name === "hyparquet-writer" ? file : `${name}-${file}`;
    names.set(path, target);
    const source = readFileSync(path, "utf8").replace(
      /^((?:import|export) (?:\*|\{[^}]*\}|\w+) from )'([^']+)'/gm,
      (_, begin, from) => {
        const next = from.startsWith(".")
          ? join(dirname(path), from)
          : join(modules, from.includes("/") ? from : `${from}/src/index.js`);
        return `${begin}'./${visit(next)}'`;
      },
    );
    writeFileSync(join(folder, target), source);
    return target;
  };
  const modules = entry.slice(0, entry.indexOf("node_modules") + "node_modules".length);
  mkdirSync(folder, { recursive: true });
  visit(entry);
}

function kilobytes(data) {
  const gzipped = gzipSync(data, { level: 9 }).length;
  return `${(Buffer.byteLength(data) / 1000).toFixed(0)} kB (${(gzipped / 1000).toFixed(0)} kB gzipped)`;
}

function main() {
  const { values: args } = parseArgs({
    options: {
      page: { type: "string" },
      build: { type: "string" },
      rules: { type: "string" },
      sample: { type: "string" },
      version: { type: "string" },
      out: { type: "string" },
    },
  });
  for (const name of ["page", "build", "rules", "sample", "out"])
    if (!args[name]) fail(`--${name} is needed`);
  const sources = readSources(args.page);
  const wasm = Buffer.concat([readFileSync(join(args.build, "claimscope.wasm")), readFileSync(args.sample)]);
  const glue = shortened(readFileSync(join(args.build, "claimscope.js"), "utf8"), "claimscope.js");
  const rules = readFileSync(args.rules);
  const rulesPacked = gzipSync(rules, { level: 9 });
  const common = { version: args.version ?? "0", texts: sources.texts };

  const script = join(args.page, "split_code.js");
  const split = existsSync(script) ? splitCode(wasm, script) : null;
  const inline = page(
    sources,
    { ...common, mode: "inline", split: split !== null },
    "",
    moduleBlock(split ?? wasm, glue) + block("rules", rules),
  );
  const tag = (data) => sha256(data, "hex").slice(0, 8);
  const wasmUrl = `claimscope.${tag(wasm)}.wasm`;
  const glueUrl = `claimscope.${tag(glue)}.js`;
  const rulesUrl = `claimscope.${tag(rulesPacked)}.rules`;
  const site = page(
    sources,
    { ...common, mode: "site", wasmUrl, glueUrl, rulesUrl, offlineUrl: "claimscope.html" },
    "'self'",
  );

  const siteFolder = join(args.out, "site");
  rmSync(siteFolder, { recursive: true, force: true });
  mkdirSync(siteFolder, { recursive: true });
  writeFileSync(join(siteFolder, "index.html"), site);
  writeFileSync(join(siteFolder, glueUrl), glue);
  writeFileSync(join(siteFolder, wasmUrl), wasm);
  writeFileSync(join(siteFolder, rulesUrl), rulesPacked);
  const worker = join(args.page, "service_worker.js");
  if (existsSync(worker)) {
    const files = { tag: tag(site), files: [wasmUrl, glueUrl, rulesUrl, "manifest.webmanifest", "icon.svg"] };
    const text = `const CLAIMSCOPE_SITE = ${JSON.stringify(files)};\n${readFileSync(worker, "utf8")}`;
    writeFileSync(join(siteFolder, "service_worker.js"), text);
  }
  for (const name of ["manifest.webmanifest", "icon.svg", "claimscope-element.mjs"]) {
    if (existsSync(join(args.page, name)))
      copyFileSync(join(args.page, name), join(siteFolder, name));
  }
  const parquet = resolve(args.page, "../node_modules/hyparquet-writer/src/index.js");
  if (existsSync(parquet)) copyModules(parquet, join(siteFolder, "parquet"));
  const demo = join(args.page, "demo");
  if (existsSync(demo)) cpSync(demo, join(siteFolder, "demo"), { recursive: true });
  writeFileSync(join(siteFolder, "claimscope.html"), inline);
  writeFileSync(join(args.out, "claimscope.html"), inline);
  console.log(`claimscope.wasm ${kilobytes(wasm)}, claimscope.html ${kilobytes(inline)}`);
}

main();
