// The module of the offline file travels with the parts of its instructions apart, each kind in a stream of its own, which
// xz makes a fourteenth smaller; here they become instructions again. Split by emscripten/split_code.mjs.
//
//   u32 how many streams, u32 size of each; the streams: all before the functions and all after them (as they are; the
//   size of the functions' section is among the first), then those of kStreams
//
// Numbers of streams are little endian; those within them as wasm has them (LEB128).

/**
 * A letter a stream: sizes of functions, their locals; then operands: (l)ocal, (g)lobal, (c)all, (t)ype, (z) table or
 * memory, b(r)anch, (b)lock, (i) 32 and (j) 64 bits, (a)lignment, (o)ffset, (f) 32 and (d) 64 bits of fraction, (v)ector,
 * la(n)e. An R is a list of branches.
 */
const kStreams = "slxgctzrbijaofdvn";
const kPlainBytes = { f: 4, d: 8, v: 16, n: 1 };
/** By how much loads and stores from 0x28 on are usually aligned: what is written is the difference. */
const kAlignments = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];

// The streams from which the operands of an instruction come; null: not known.
function operandsOf(op, sub) {
  if (op === 0xfd) {
    if (sub <= 11 || sub === 92 || sub === 93) return "ao";
    if (sub === 12 || sub === 13) return "v";
    if (sub >= 21 && sub <= 34) return "n";
    return sub >= 84 && sub <= 91 ? "aon" : "";
  }
  if (op === 0xfc) return sub <= 7 ? "" : sub === 10 ? "zz" : sub === 11 ? "z" : null;
  if (op >= 0x28 && op <= 0x3e) return "ao";
  if (op >= 0x20 && op <= 0x22) return "l";
  if (op >= 0x45 && op <= 0xc4) return "";
  if (op >= 2 && op <= 4) return "b";
  const known = { 0x0c: "r", 0x0d: "r", 0x0e: "R", 0x10: "c", 0x11: "tz", 0x23: "g", 0x24: "g", 0x3f: "z", 0x40: "z", 0x41: "i", 0x42: "j", 0x43: "f", 0x44: "d" };
  return known[op] ?? ([0, 1, 5, 0x0b, 0x0f, 0x1a, 0x1b].includes(op) ? "" : null);
}

/** @param {Uint8Array} split  @returns {Uint8Array} the module */
function mergedCode(split) {
  const view = new DataView(split.buffer, split.byteOffset);
  const count = view.getUint32(0, true);
  const ends = [];
  let at = 4 + 4 * count;
  const begins = Array.from({ length: count }, (_, i) => {
    const begin = at;
    ends.push((at += view.getUint32(4 + 4 * i, true)));
    return begin;
  });
  const out = new Uint8Array(split.length);
  const [ops, first] = [2, 3];
  const places = begins.slice();
  let size = 0;
  const plain = (stream, bytes) => {
    for (; bytes > 0; bytes--) out[size++] = split[places[stream]++];
  };
  const number = (stream) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = (out[size++] = split[places[stream]++]);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const streamOf = (letter) => kStreams.indexOf(letter.toLowerCase()) + first;
  const [alignments, offsets] = [streamOf("a"), streamOf("o")];
  // What most instructions have: nothing (0), one number (its stream), a place in memory (-2); the others go letter by
  // letter (-1).
  const simple = Int8Array.from({ length: 256 }, (_, op) => {
    const letters = op >= 0xfc ? null : operandsOf(op, 0);
    if (letters === "") return 0;
    if (letters === null || letters === "ao") return letters ? -2 : -1;
    return letters.length === 1 && letters !== "R" && !kPlainBytes[letters] ? streamOf(letters) : -1;
  });
  const sizes = kStreams.indexOf("s") + first;
  const heads = kStreams.indexOf("x") + first;
  plain(0, ends[0] - begins[0]);
  while (places[sizes] < ends[sizes]) {
    const body = number(sizes);
    const end = size + body;
    for (let locals = number(heads); locals > 0; locals--) {
      number(heads);
      plain(heads, 1);
    }
    while (size < end) {
      const op = (out[size++] = split[places[ops]++]);
      if (simple[op] > 0) number(simple[op]);
      if (simple[op] >= 0) continue;
      if (simple[op] === -2) {
        out[size++] = split[places[alignments]++] ^ kAlignments[op - 0x28];
        number(offsets);
        continue;
      }
      for (const letter of operandsOf(op, op >= 0xfc ? number(ops) : 0)) {
        const stream = streamOf(letter);
        if (kPlainBytes[letter]) plain(stream, kPlainBytes[letter]);
        else if (letter === "R") for (let left = number(stream); left >= 0; left--) number(stream);
        else number(stream);
      }
    }
  }
  plain(1, ends[1] - begins[1]);
  return out.subarray(0, size);
}
