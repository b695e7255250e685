// Splits a module as web/split_code.js tells, and looks that it becomes the same again there. A module with an instruction
// that is not known there stays as it is: null.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const kCode = 10; // the section with the functions

/** @param {Buffer} wasm  @param {string} script  the path of web/split_code.js  @returns {Buffer?} */
export function splitCode(wasm, script) {
  const names = "{ kStreams, kPlainBytes, kAlignments, operandsOf, mergedCode }";
  const page = vm.runInThisContext(`(() => {${readFileSync(script, "utf8")}\nreturn ${names}; })()`);
  const streams = new Map(["before", "after", "ops", ...page.kStreams].map((name) => [name, []]));
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const put = (name, from) => streams.get(name).push(wasm.subarray(from, at));
  const take = (name) => {
    const from = at;
    const value = number();
    put(name, from);
    return value;
  };
  const plain = (name, bytes) => {
    at += bytes;
    put(name, at - bytes);
  };
  let end = 0;
  for (;;) {
    if (at >= wasm.length) return null;
    const id = wasm[at++];
    const size = number();
    end = at + size;
    if (id === kCode) break;
    at = end;
  }
  let functions = number();
  streams.get("before").push(wasm.subarray(0, at));
  for (; functions > 0; functions--) {
    const size = take("s");
    const bodyEnd = at + size;
    for (let locals = take("x"); locals > 0; locals--) {
      take("x");
      plain("x", 1);
    }
    while (at < bodyEnd) {
      const op = wasm[at];
      plain("ops", 1);
      const operands = page.operandsOf(op, op >= 0xfc ? take("ops") : 0);
      if (operands === null) return null;
      for (const letter of operands) {
        const bytes = page.kPlainBytes[letter];
        if (bytes) plain(letter, bytes);
        else if (letter === "R") for (let left = take("r"); left >= 0; left--) take("r");
        else if (letter === "a" && op < 0xfc) streams.get("a").push(Buffer.from([wasm[at++] ^ page.kAlignments[op - 0x28]]));
        else take(letter);
      }
    }
    if (at !== bodyEnd) return null;
  }
  if (at !== end) return null;
  streams.get("after").push(wasm.subarray(at));
  const joined = [...streams.values()].map((parts) => Buffer.concat(parts));
  const head = Buffer.alloc(4 + 4 * joined.length);
  head.writeUInt32LE(joined.length, 0);
  joined.forEach(({ length }, i) => head.writeUInt32LE(length, 4 + 4 * i));
  const split = Buffer.concat([head, ...joined]);
  if (!wasm.equals(Buffer.from(page.mergedCode(new Uint8Array(split))))) throw new Error("split_code: the module does not come out as it went in");
  return split;
}
