// From navigation to a compiled module, with the times it took.

/** Milliseconds since navigation, by name. */
const timings = {};

function mark(name) {
  timings[name] = performance.now();
  performance.mark(`claimscope:${name}`);
}

// What stands on the page until the first frame is drawn; afterwards only a failure brings it back.
const bootScreen = {
  say(text) {
    document.getElementById("boot-text").textContent = text;
  },
  hide() {
    document.getElementById("boot").hidden = true;
  },
  fail(text, detail = "") {
    const boot = document.getElementById("boot");
    boot.hidden = false;
    boot.classList.add("failed");
    this.say(text);
    document.getElementById("boot-detail").textContent = detail;
  },
};

/** The text of a data block of the page, or null when there is none of that id. */
function blockText(id) {
  return document.getElementById(id)?.textContent ?? null;
}

/** The offline file carries emcc's glue and the module in one block. */
async function unpackModule() {
  const bytes = await unpacked(blockText("claimscope-module"));
  const glueSize = new DataView(bytes).getUint32(0, true);
  const glueText = new TextDecoder().decode(new Uint8Array(bytes, 4, glueSize));
  const packed = new Uint8Array(bytes, 4 + glueSize);
  const wasm = CLAIMSCOPE_BUILD.split ? mergedCode(packed) : packed;
  mark("unpacked");
  const module = await WebAssembly.compile(wasm);
  mark("compiled");
  return { module, glueText };
}

async function fetchPart(url) {
  const response = await fetch(url).catch(() => ({ ok: false, status: "no answer" }));
  if (!response.ok)
    throw new CoreError("io", `A part of the page is missing: ${url}.`, String(response.status));
  return response;
}

/** @returns {Promise<{module: WebAssembly.Module, glueText: string}>} */
async function loadModule() {
  if (typeof WebAssembly !== "object") {
    throw new CoreError(
      "unsupported",
      "This browser cannot run WebAssembly. Any browser of the last years can.",
    );
  }
  const build = CLAIMSCOPE_BUILD;
  if (build.mode === "inline") return unpackModule();
  const glue = fetchPart(build.glueUrl).then((response) => response.text());
  const stream = (await fetchPart(build.wasmUrl)).body;
  // A response of our own: some servers do not know what type a .wasm file has.
  const wasm = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  const [module, glueText] = await Promise.all([WebAssembly.compileStreaming(wasm), glue]);
  mark("compiled");
  return { module, glueText };
}

let rules = null;

/** What unpack.js makes rules of: only who reads articles needs them. @returns {Promise<Uint8Array|string>} */
function loadRules() {
  if (CLAIMSCOPE_BUILD.mode === "inline") return Promise.resolve(blockText("claimscope-rules"));
  rules ??= fetchRules().then((bytes) => new Uint8Array(bytes));
  rules.catch(() => (rules = null)); // another time it may be there
  return rules;
}

async function fetchRules() {
  const bytes = await (await fetchPart(CLAIMSCOPE_BUILD.rulesUrl)).arrayBuffer();
  const isPacked = new DataView(bytes).getUint16(0) === 0x1f8b; // no host has unpacked it on its way
  if (!isPacked) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** Runs emcc's glue, from a blob because the page allows no eval. Answers with its function. */
function loadGlue(glueText) {
  const url = URL.createObjectURL(new Blob([glueText], { type: "text/javascript" }));
  const script = document.createElement("script");
  script.src = url;
  return new Promise((done, refuse) => {
    script.onload = () => done(globalThis.createClaimscope);
    script.onerror = () =>
      refuse(new CoreError("stopped", "Claimscope could not start.", "The glue did not load."));
    document.head.append(script);
  }).finally(() => URL.revokeObjectURL(url));
}
