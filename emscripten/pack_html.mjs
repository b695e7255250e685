// Makes the two pages out of the page's sources and the wasm module:
//
//   OUT/claimscope.html   everything inside, opens from disk, makes no request
//   OUT/site/             the same page to be served, with the module as two files beside it
//
//   node pack_html.mjs --page web --build build/web --version 0.1.0 --out dist
//
// index.html holds <!-- claimscope:styles --> and <!-- claimscope:scripts -->. The styles are the
// folder's *.css by name; the scripts are the classic scripts listed in files.txt, joined in that order
// into one inline script after this constant:
//
//   CLAIMSCOPE_BUILD = {
//     version,           of package.json
//     mode: "inline",    wasmGzipBase64: the module gzipped, in base64; glueText: emcc's JavaScript
//     mode: "site",      wasmUrl, glueUrl: relative addresses, changed when the content changes
//     texts              {name: text} of the files marked "text NAME" in files.txt (a worker's source)
//   }
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

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

function readSources(folder) {
  const scripts = [];
  const texts = {};
  for (const line of readFileSync(join(folder, "files.txt"), "utf8").split("\n")) {
    const words = line.replace(/#.*/, "").trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) continue;
    const isText = words[0] === "text";
    const name = words[isText ? 1 : 0];
    const source = readFileSync(join(folder, name), "utf8");
    if (isText) {
      texts[name] = source;
      continue;
    }
    if (/<\/script|<!--/i.test(source)) fail(`${name} contains "</script" or "<!--": split the string`);
    scripts.push(`// ${name}\n${source.trimEnd()}\n`);
  }
  const styles = readdirSync(folder)
    .filter((name) => name.endsWith(".css"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8").trimEnd());
  return { html: readFileSync(join(folder, "index.html"), "utf8"), scripts, styles, texts };
}

const sha256 = (data, encoding) => createHash("sha256").update(data).digest(encoding);

// Nothing may run but this very script, the module, and workers and glue made from blobs; nothing may
// be fetched but what `connect` names.
function policy(script, style, scriptSources, connect) {
  return [
    "default-src 'none'",
    `script-src 'sha256-${sha256(script, "base64")}' 'wasm-unsafe-eval' blob: ${scriptSources}`.trim(),
    "worker-src blob:",
    `style-src 'sha256-${sha256(style, "base64")}'`,
    "img-src data: blob:",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function replaceOnce(html, mark, text) {
  const parts = html.split(mark);
  if (parts.length !== 2) fail(`index.html must contain ${mark} exactly once`);
  return parts.join(text);
}

function page(sources, build, scriptSources, connect) {
  const script = `\n"use strict";\nconst CLAIMSCOPE_BUILD = ${inlineJson(build)};\n${sources.scripts.join("\n")}`;
  const style = `\n${sources.styles.join("\n")}\n`;
  const meta =
    `<meta http-equiv="Content-Security-Policy" content="${policy(script, style, scriptSources, connect)}">`;
  let html = replaceOnce(
    sources.html,
    "<!-- claimscope:styles -->",
    `${meta}\n<style>${style}</style>`,
  );
  html = replaceOnce(html, "<!-- claimscope:scripts -->", `<script>${script}</script>`);
  return html;
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
      version: { type: "string" },
      out: { type: "string" },
    },
  });
  if (!args.page || !args.build || !args.out) fail("--page, --build and --out are needed");
  const sources = readSources(args.page);
  const wasm = readFileSync(join(args.build, "claimscope.wasm"));
  const glue = readFileSync(join(args.build, "claimscope.js"), "utf8");
  const common = { version: args.version ?? "0", texts: sources.texts };

  const inline = page(
    sources,
    {
      ...common,
      mode: "inline",
      wasmGzipBase64: gzipSync(wasm, { level: 9 }).toString("base64"),
      glueText: glue,
    },
    "",
    "'none'",
  );
  const tag = (data) => sha256(data, "hex").slice(0, 8);
  const site = page(
    sources,
    {
      ...common,
      mode: "site",
      wasmUrl: `claimscope.wasm?v=${tag(wasm)}`,
      glueUrl: `claimscope.js?v=${tag(glue)}`,
    },
    "'self'",
    "'self'",
  );

  const siteFolder = join(args.out, "site");
  rmSync(siteFolder, { recursive: true, force: true });
  mkdirSync(siteFolder, { recursive: true });
  writeFileSync(join(siteFolder, "index.html"), site);
  writeFileSync(join(siteFolder, "claimscope.js"), glue);
  writeFileSync(join(siteFolder, "claimscope.wasm"), wasm);
  writeFileSync(join(args.out, "claimscope.html"), inline);
  console.log(`claimscope.wasm ${kilobytes(wasm)}, claimscope.html ${kilobytes(inline)}`);
}

main();
