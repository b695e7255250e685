// The bundle of assets (assets/tools/pack.mjs), read back by the description of its format.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, source } from "../../assets/tools/pack.mjs";

function unpack(bytes) {
  assert.equal(bytes.toString("latin1", 0, 8), "CSBUNDLE");
  assert.equal(bytes.readUInt32LE(8), 1);
  const count = bytes.readUInt32LE(12);
  let name = 16 + 16 * count;
  const files = [];
  for (let i = 0; i < count; i += 1) {
    const nameSize = bytes.readUInt32LE(16 + 16 * i);
    const dataSize = bytes.readUInt32LE(20 + 16 * i);
    const offset = Number(bytes.readBigUInt64LE(24 + 16 * i));
    const data = bytes.subarray(offset, offset + dataSize);
    assert.equal(data.length, dataSize);
    files.push([bytes.toString("utf8", name, name + nameSize), data.toString("utf8")]);
    name += nameSize;
  }
  return files;
}

const file = (name, data) => ({ name, data: Buffer.from(data) });

test("files come back, sorted by the bytes of their names", () => {
  const bytes = pack([file("b/ї.tsv", "два"), file("a", ""), file("Z", "1\0\xff2")]);
  assert.deepEqual(unpack(bytes), [["Z", "1\0\xff2"], ["a", ""], ["b/ї.tsv", "два"]]);
});

test("an empty bundle is a header", () => {
  assert.deepEqual(unpack(pack([])), []);
  assert.equal(pack([]).length, 16);
});

test("a name may stand once only", () => {
  assert.throws(() => pack([file("a", "1"), file("a", "2")]), /two files are called a/);
});

test("the C++ literal says every byte again", () => {
  const all = Buffer.from(Array.from({ length: 256 * 9 }, (_, i) => (i * 7) % 256));
  const text = source(all, "BuiltinTest");
  const literal = text.slice(text.indexOf("=\n") + 2, text.indexOf(";\n}"));
  const bytes = [];
  for (const line of literal.split("\n")) {
    const inner = /^"(.*)"$/.exec(line)[1];
    for (const [, octal, plain] of inner.matchAll(/\\(\d{3})|([^"\\])/g)) {
      bytes.push(octal ? parseInt(octal, 8) : plain.charCodeAt(0));
    }
  }
  assert.deepEqual(Buffer.from(bytes), all);
  assert.match(text, /BuiltinTest\(\) \{ return \{kBytes, 2304\}; \}/);
});
