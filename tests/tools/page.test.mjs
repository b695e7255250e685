// The page packer and the server, on a small made-up page.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { serve } from "../../emscripten/serve.mjs";

const kPacker = fileURLToPath(new URL("../../emscripten/pack_html.mjs", import.meta.url));
const kWasm = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]);
const kRules = Buffer.from("the rules, as they travel");
const kSample = Buffer.from([0, 3, 1, 115, 9]); // a custom section
const kGlue = 'var createClaimscope = () => "</script><!-- \u2028"; // why\n';
const kSaid = "</script><!-- \u2028";
const saidBy = (glue) => new Function(`${glue}; return createClaimscope();`)();

let folder;
const path = (...names) => join(folder, ...names);

function packPage(extra = {}) {
  const files = {
    "web/index.html":
      "<!doctype html><title>t</title><!-- claimscope:styles --><p>p</p><!-- claimscope:scripts -->",
    "web/files.txt": "# order\nshared b.js\na.js\ntext worker.js\n",
    "web/a.js": "// a note\n/** Another\n * note. */\nglobalThis.order.push('a'); // stays\n",
    "web/b.js": "globalThis.order = ['b'];",
    "web/worker.js": "const w = '</script>';",
    "web/x.css": "p { margin: 0 }",
    "build/claimscope.js": kGlue,
    ...extra,
  };
  mkdirSync(path("web"), { recursive: true });
  mkdirSync(path("build"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
  writeFileSync(path("build/claimscope.wasm"), kWasm);
  writeFileSync(path("build/rules.wire"), kRules);
  writeFileSync(path("build/sample.section"), kSample);
  return spawnSync(process.execPath, [
    kPacker, "--page", path("web"), "--build", path("build"), "--version", "1.2.3", "--out", path("dist"),
    "--rules", path("build/rules.wire"), "--sample", path("build/sample.section"),
  ], { encoding: "utf8" });
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), "claimscope-page-"));
});
after(() => rmSync(folder, { recursive: true }));

// The one inline script of a page, and what the page's policy says of it.
function parts(html) {
  const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map((m) => m[1]);
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map((m) => m[1]);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
  return { scripts, styles, policy };
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function build(script) {
  return new Function(`${script}; return [CLAIMSCOPE_BUILD, globalThis.order];`)();
}

test("the offline page holds everything and may fetch nothing", () => {
  const packed = packPage();
  assert.equal(packed.status, 0, packed.stderr);
  const html = readFileSync(path("dist/claimscope.html"), "utf8");
  const { scripts, styles, policy } = parts(html);
  assert.equal(scripts.length, 1, "one classic script, not ended by what it holds");
  assert.ok(policy.includes(`script-src ${hash(scripts[0])} `));
  assert.ok(policy.includes(`style-src ${hash(styles[0])};`));
  assert.ok(policy.includes("connect-src 'none'") && policy.includes("default-src 'none'"));
  assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|'self'/);
  const [found, order] = build(scripts[0]);
  assert.deepEqual(order, ["b", "a"]);
  assert.ok(!/ note|stays/.test(scripts[0]), "comments stay at home");
  assert.equal(found.mode, "inline");
  assert.equal(found.version, "1.2.3");
  assert.equal(new Function(`${found.texts["worker.js"]}; return w;`)(), "</script>");
  assert.deepEqual(found.shared, ["b.js"]);
  const block = /<script id="claimscope-module" type="application\/octet-stream">([^<]*)<\/script>/.exec(html)[1];
  const unpacked = execFileSync("xz", ["-dc"], { input: Buffer.from(block, "base64") });
  const size = unpacked.readUInt32LE(0);
  const glue = unpacked.subarray(4, 4 + size).toString();
  assert.equal(saidBy(glue), kSaid);
  assert.doesNotMatch(glue, /why/);
  assert.deepEqual(unpacked.subarray(4 + size), Buffer.concat([kWasm, kSample]));
  const rules = /<script id="claimscope-rules" type="application\/octet-stream">([^<]*)<\/script>/.exec(html)[1];
  assert.deepEqual(execFileSync("xz", ["-dc"], { input: Buffer.from(rules, "base64") }), kRules);
});

test("the hosted page names its files by content; its module has the sample in it", () => {
  assert.equal(packPage().status, 0);
  const [found] = build(parts(readFileSync(path("dist/site/index.html"), "utf8")).scripts[0]);
  assert.equal(found.mode, "site");
  assert.match(found.wasmUrl, /^claimscope\.[0-9a-f]{8}\.wasm$/);
  assert.match(found.glueUrl, /^claimscope\.[0-9a-f]{8}\.js$/);
  assert.ok(!readFileSync(path("dist/site/index.html"), "utf8").includes("claimscope-module"));
  const wasm = readFileSync(path("dist/site", found.wasmUrl));
  assert.deepEqual(wasm, Buffer.concat([kWasm, kSample]));
  assert.equal(WebAssembly.Module.customSections(new WebAssembly.Module(wasm), "s").length, 1);
  assert.match(found.rulesUrl, /^claimscope\.[0-9a-f]{8}\.rules$/);
  assert.deepEqual(gunzipSync(readFileSync(path("dist/site", found.rulesUrl))), kRules);
  assert.equal(saidBy(readFileSync(path("dist/site", found.glueUrl), "utf8")), kSaid);
});

test("a page without its marks, or a script that would end itself, is refused", () => {
  const unmarked = packPage({ "web/index.html": "<p>" });
  assert.notEqual(unmarked.status, 0);
  assert.match(unmarked.stderr, /claimscope:styles/);
  const ending = packPage({ "web/a.js": "const s = '</script>';" });
  assert.notEqual(ending.status, 0);
  assert.match(ending.stderr, /a\.js/);
});

function fetchRaw(port, target, method = "GET") {
  return new Promise((done, refuse) => {
    get({ host: "127.0.0.1", port, path: target, method }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    }).on("error", refuse).end();
  });
}

test("the server gives files of its folder, with their types, and nothing beside it", async () => {
  packPage();
  writeFileSync(path("secret.txt"), "secret");
  const { server, port } = await serve(path("dist/site"), 0);
  try {
    const index = await fetchRaw(port, "/?x=1");
    assert.equal(index.status, 200);
    assert.equal(index.headers["content-type"], "text/html; charset=utf-8");
    assert.equal(index.headers["cache-control"], "no-cache");
    const name = /claimscope\.[0-9a-f]{8}\.wasm/.exec(index.body.toString())[0];
    const wasm = await fetchRaw(port, `/${name}?v=1`);
    assert.match(wasm.headers["cache-control"], /immutable/);
    assert.equal(wasm.headers["content-type"], "application/wasm");
    assert.deepEqual(wasm.body, Buffer.concat([kWasm, kSample]));
    assert.equal((await fetchRaw(port, `/${name}`, "HEAD")).headers["content-length"], "13");
    for (const target of ["/../../secret.txt", "/%2e%2e/%2e%2e/secret.txt", "/..%2f..%2fsecret.txt",
      "/%00", "/%E0%A4", "/none.txt"]) {
      assert.equal((await fetchRaw(port, target)).status, 404, target);
    }
    assert.equal((await fetchRaw(port, "/", "POST")).status, 405);
  } finally {
    server.close();
  }
});

test("a taken port gives way to the next", async () => {
  const first = await serve(folder, 0);
  const second = await serve(folder, first.port);
  try {
    assert.notEqual(second.port, first.port);
  } finally {
    first.server.close();
    second.server.close();
  }
});

test("a wrong port is refused with how to use it", () => {
  const script = fileURLToPath(new URL("../../emscripten/serve.mjs", import.meta.url));
  assert.throws(() => execFileSync(process.execPath, [script, ".", "99999"], { stdio: "pipe" }),
    /usage: node serve\.mjs/);
});
