// Makes the C source of the HTML parser's look-up of named characters ("&eacute;") anew: a sorted table
// instead of the parser's own state machine, which weighs 20 times as much in the page.
//
//   node char_refs.mjs char_ref.rl OUT.c
import { readFileSync, writeFileSync } from "node:fs";

const [input, output] = process.argv.slice(2);
const names = [];
const kRule = /^\s*'([^']+)'( \. ';'\?)? => \{output\[0\]=(0x[0-9a-f]+);(?:\s*output\[1\]=(0x[0-9a-f]+);)?\s*fbreak;\};/i;
for (const line of readFileSync(input, "utf8").split("\n")) {
  if (!line.includes("=>")) continue;
  const match = kRule.exec(line);
  if (!match) throw new Error(`char_refs: a rule of another form: ${line}`);
  const [, name, optional, first, second] = match;
  const text = String.fromCodePoint(...[first, second].filter(Boolean).map(Number));
  names.push([optional ? `${name};` : name, text]);
  if (optional) names.push([name, text]);
}
if (names.length < 2000) throw new Error(`char_refs: only ${names.length} names in ${input}`);
names.sort((a, b) => (a[0] < b[0] ? -1 : 1));

const escape = (text) =>
  [...Buffer.from(text)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
// Where every so-manieth name begins: all of them would be a tenth of what the page fetches of this table.
const kStep = 16;
const begins = [];
let at = 0;
for (const [i, [name, text]] of names.entries()) {
  if (i % kStep === 0) begins.push(at);
  at += Buffer.byteLength(name) + Buffer.byteLength(text) + 2;
}
if (at > 65535) throw new Error("char_refs: the table is too long for 16-bit offsets");
writeFileSync(output, `// Made by char_refs.mjs.
#include <string.h>
#include "char_ref.h"

// Each name and its text in UTF-8, each ended by a zero, ascending.
static const char kNames[] =
${names.map(([name, text]) => `  "${name}\\000${escape(text)}\\000"`).join("\n")};
enum { kSteps = ${begins.length}, kLongest = ${Math.max(...names.map(([n]) => n.length))} };
static const unsigned short kBegins[kSteps] = {${begins.join(",")}};

static const char* Find(const char* name, size_t size) {
  int low = 0;  // the last step whose first name does not come after this one
  int high = kSteps;
  while (high - low > 1) {
    const int mid = (low + high) / 2;
    const char* first = kNames + kBegins[mid];
    const int order = strncmp(first, name, size);
    if (order < 0 || (order == 0 && first[size] == 0)) low = mid; else high = mid;
  }
  const char* at = kNames + kBegins[low];
  const char* end = low + 1 < kSteps ? kNames + kBegins[low + 1] : kNames + sizeof kNames - 1;
  while (at < end) {
    const char* text = at + strlen(at) + 1;
    if (strncmp(at, name, size) == 0 && at[size] == 0) return text;
    at = text + strlen(text) + 1;
  }
  return 0;
}

static const unsigned char* Decode(const unsigned char* at, int* out) {
  if (*at < 0x80) { *out = at[0]; return at + 1; }
  if (*at < 0xE0) { *out = (at[0] & 0x1F) << 6 | (at[1] & 0x3F); return at + 2; }
  if (*at < 0xF0) { *out = (at[0] & 0xF) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F); return at + 3; }
  *out = (at[0] & 7) << 18 | (at[1] & 0x3F) << 12 | (at[2] & 0x3F) << 6 | (at[3] & 0x3F);
  return at + 4;
}

size_t match_named_char_ref(const char* str, size_t size, int output[2]) {
  output[0] = output[1] = kGumboNoChar;
  size_t word = 0;
  while (word < size && word < kLongest && ((str[word] >= 'a' && str[word] <= 'z') ||
         (str[word] >= 'A' && str[word] <= 'Z') || (str[word] >= '0' && str[word] <= '9'))) ++word;
  if (word < size && str[word] == ';') ++word;
  for (; word > 1; --word) {
    const char* text = Find(str, word);
    if (!text) continue;
    const unsigned char* at = Decode((const unsigned char*)text, &output[0]);
    if (*at) Decode(at, &output[1]);
    return word;
  }
  return 0;
}
`);
