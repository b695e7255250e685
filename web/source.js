// An article as its file has it, while the file is at hand: read anew, since the page keeps no bytes of it.

/** Shown of a record at most. */
const kSourceBytes = 1 << 20;

const kPacked = [
  [0x1f, 0x8b],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x50, 0x4b, 0x03, 0x04],
];

/** Why a file that was never opened here, or is no longer, cannot be shown. */
function whyMissing(path, ingest) {
  if (ingest.isSample) return "The sample articles are a part of this page and stand in no file of yours.";
  const archive = path
    .split("/")
    .map((_, place, parts) => parts.slice(0, place).join("/"))
    .find((outer) => outer && ingest.fileAt(outer));
  if (archive)
    return `It stood packed in “${archive}”, and what is packed is not kept unpacked. Unpack it and open its files to see them here.`;
  return (
    "The file is not at hand: these articles were not read from it since this page was opened. They came from a saved " +
    "corpus, an earlier visit or another program. Open the file to see it here."
  );
}

/** @returns {Promise<{text: string, asIs: boolean}>} */
function decodeSource(bytes, charset) {
  const unicode = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  for (const [name, fatal] of [["utf-8", true], [unicode || charset, false], ["windows-1252", false]]) {
    if (!name || (unicode && name === "utf-8")) continue;
    try {
      return { text: new TextDecoder(name, { fatal, ignoreBOM: true }).decode(bytes), asIs: name === "utf-8" };
    } catch {
      // the next one
    }
  }
}

/** The place of a record as the explorer asks for it: its first byte, its end (0: that of the file), the path. */
async function readSource(argument, ingest) {
  const [begin, wanted, ...rest] = argument.split("\n");
  const path = rest.join("\n");
  const file = ingest.fileAt(path);
  if (!file) return { missing: whyMissing(path, ingest) };
  const from = Number(begin);
  const end = Math.min(Number(wanted) || file.size, file.size, from + kSourceBytes);
  try {
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    if (kPacked.some((magic) => magic.every((byte, place) => head[place] === byte)))
      return { missing: "The file is packed, and what was unpacked of it is not kept. Unpack it and open it to see it here." };
    const bytes = new Uint8Array(await file.slice(from, end).arrayBuffer());
    if (bytes.length === 0) return { missing: "The file is shorter than when it was read." };
    const charset = ingest.report.files.find((one) => one.file === path)?.encoding;
    return { ...decodeSource(bytes, charset), begin: from, end: from + bytes.length, total: file.size };
  } catch {
    return { missing: "The file can no longer be read: it was moved, changed or deleted since it was opened." };
  }
}

async function showSource(core, ingest, argument) {
  const { missing, text, asIs, begin = 0, end = 0, total = 0 } = await readSource(argument, ingest);
  core.send("cs_show_source", missing ?? text, Number(!missing), Number(Boolean(asIs)), begin, end, total);
}
