// Packs files into one bundle, and the bundle into a C++ source that returns its bytes.
//
//   node pack.mjs LIST OUT.bundle [OUT.cc FUNCTION]
//
// LIST has one "name<TAB>path" per line. A bundle is, little endian:
//
//   offset 0   8 bytes  "CSBUNDLE"
//          8   u32      version, 1
//         12   u32      count of files
//         16   count x { u32 name_size, u32 data_size, u64 data_offset from the bundle's start }
//         ..   the names, one after another, UTF-8, "/" between folders, sorted by their bytes
//         ..   the data, in the same order
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const kHeaderSize = 16;
const kEntrySize = 16;

export function pack(files) {
  const sorted = files
    .map(({ name, data }) => ({ name: Buffer.from(name, "utf8"), data }))
    .sort((a, b) => Buffer.compare(a.name, b.name));
  const twice = sorted.find((file, i) => i > 0 && file.name.equals(sorted[i - 1].name));
  if (twice) throw new Error(`two files are called ${twice.name}`);

  const header = Buffer.alloc(kHeaderSize + kEntrySize * sorted.length);
  header.write("CSBUNDLE", 0, "latin1");
  header.writeUInt32LE(1, 8);
  header.writeUInt32LE(sorted.length, 12);
  let offset = header.length + sorted.reduce((sum, file) => sum + file.name.length, 0);
  sorted.forEach((file, i) => {
    const at = kHeaderSize + kEntrySize * i;
    header.writeUInt32LE(file.name.length, at);
    header.writeUInt32LE(file.data.length, at + 4);
    header.writeBigUInt64LE(BigInt(offset), at + 8);
    offset += file.data.length;
  });
  return Buffer.concat([header, ...sorted.map((f) => f.name), ...sorted.map((f) => f.data)]);
}

// A string literal compiles many times faster than a list of numbers. Bytes that are not plain
// characters are three octal digits, which no following digit can lengthen.
function literal(bytes) {
  const escape = Array.from({ length: 256 }, (_, byte) => {
    const plain = byte >= 32 && byte < 127 && byte !== 34 && byte !== 63 && byte !== 92;
    return plain ? String.fromCharCode(byte) : "\\" + byte.toString(8).padStart(3, "0");
  });
  const lines = [];
  for (let begin = 0; begin < bytes.length; begin += 1024) {
    let line = "";
    for (const byte of bytes.subarray(begin, begin + 1024)) line += escape[byte];
    lines.push(`"${line}"`);
  }
  return lines.join("\n");
}

export function source(bytes, name) {
  return `// Made by assets/tools/pack.mjs.
#include "assets/builtin.h"

namespace claimscope {
namespace {
alignas(16) const char kBytes[] =
${literal(bytes)};
}  // namespace

std::string_view ${name}() { return {kBytes, ${bytes.length}}; }

}  // namespace claimscope
`;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const [list, bundlePath, sourcePath, name] = process.argv.slice(2);
  if (!bundlePath) {
    console.error("usage: node pack.mjs LIST OUT.bundle [OUT.cc FUNCTION]");
    process.exit(2);
  }
  const files = readFileSync(list, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const tab = line.indexOf("\t");
      return { name: line.slice(0, tab), data: readFileSync(line.slice(tab + 1)) };
    });
  const bytes = pack(files);
  writeFileSync(bundlePath, bytes);
  if (sourcePath) writeFileSync(sourcePath, source(bytes, name));
}
