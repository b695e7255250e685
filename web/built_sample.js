// The sample corpus as it was read when the page was built: what a reader told of it, in a section of the module. The page
// shows it without reading anything, the hosted one without the rules, which are fetched when something is read. Made by
// emscripten/sample.mjs; the segments go without their words, which are made again on the page.
//
//   u32 size of the directory, little endian; the directory, JSON: [{path, size, counts, report, events}] by source, an
//   event being {type: "problem", problem} or {type: "segment", size}; then the segments, one after another

const kSampleSection = "claimscope-sample";

/** @param {WebAssembly.Module} module  @returns {object[]} sources with what came of them, for Ingest */
function builtSample(module) {
  const [section] = WebAssembly.Module.customSections(module, kSampleSection);
  const bytes = new Uint8Array(section);
  const directoryEnd = 4 + new DataView(section).getUint32(0, true);
  let at = directoryEnd;
  const sources = JSON.parse(new TextDecoder().decode(bytes.subarray(4, directoryEnd)));
  return sources.map(({ path, size, counts, report, events }) => ({
    path,
    size,
    counts,
    events: events
      .map(({ type, problem, size }) =>
        type === "segment" ? { type, isBare: true, bytes: bytes.subarray(at, (at += size)) } : { type, problem })
      .concat({ type: "done", report }),
  }));
}
