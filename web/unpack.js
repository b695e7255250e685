// Blocks of the offline file: xz, in base64 (emscripten/pack_html.mjs). Also runs in the worker.

/** @returns {Promise<ArrayBuffer>} */
function unpacked(text) {
  const { XzReadableStream } = globalThis["xz-decompress"];
  return new Response(new XzReadableStream(new Blob([bytesOfBase64(text)]).stream())).arrayBuffer();
}

function bytesOfBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** @param {Uint8Array|string} rules  as they travel (wire.js), or a block of the offline file */
async function bundleOfRules(rules) {
  return bundleOfWire(typeof rules === "string" ? new Uint8Array(await unpacked(rules)) : rules);
}
