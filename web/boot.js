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

// The offline file carries the module gzipped, in base64.
function unpackModule(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
}

async function fetchPart(url) {
  const response = await fetch(url);
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
  const inline = build.mode === "inline";
  const glue = inline
    ? build.glueText
    : fetchPart(build.glueUrl).then((response) => response.text());
  const stream = inline
    ? unpackModule(build.wasmGzipBase64)
    : (await fetchPart(build.wasmUrl)).body;
  // A response of our own: some servers do not know what type a .wasm file has.
  const wasm = new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  const [module, glueText] = await Promise.all([WebAssembly.compileStreaming(wasm), glue]);
  mark("compiled");
  return { module, glueText };
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
