// A module whose instructions travel in streams becomes the same module again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { splitCode } from "../../emscripten/split_code.mjs";

const kScript = fileURLToPath(new URL("../../web/split_code.js", import.meta.url));
const section = (id, ...bytes) => [id, bytes.length, ...bytes];

/** A module with one function of type () -> () and these instructions; `after` follows the functions. */
function moduleOf(instructions, locals = [0], after = []) {
  const body = [...locals, ...instructions, 0x0b];
  assert.ok(body.length < 126);
  return Buffer.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 0, 0),
    ...section(3, 1, 0),
    ...section(4, 1, 0x70, 0, 1),
    ...section(5, 1, 0, 1),
    ...section(10, 1, body.length, ...body),
    ...after,
  ]);
}

const kInstructions = [
  ...[0x02, 0x40, 0x03, 0x40, 0x41, 0x80, 0x01, 0x0e, 2, 0, 1, 0, 0x0b, 0x0b], // block, loop, i32.const, br_table
  ...[0x41, 0x00, 0x04, 0x40, 0x0c, 0x00, 0x05, 0x0b], // if, br, else
  ...[0x41, 0x08, 0x28, 0x02, 0x90, 0x80, 0x01, 0x21, 0x00], // i32.load as it is aligned, local.set
  ...[0x41, 0x08, 0x20, 0x00, 0x36, 0x00, 0x04], // i32.store, less aligned
  ...[0x42, 0x7f, 0x1a, 0x43, 1, 2, 3, 4, 0x1a, 0x44, 1, 2, 3, 4, 5, 6, 7, 8, 0x1a], // i64, f32, f64
  ...[0x41, 0x00, 0x11, 0x00, 0x00, 0x10, 0x00], // call_indirect, call
  ...[0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 0x0a, 0, 0], // memory.copy
  ...[0x41, 0, 0xfd, 0x00, 0x04, 0x10, 0xfd, 0x15, 0x03, 0x1a], // v128.load, extract_lane
];

test("every kind of instruction comes out as it went in", () => {
  const wasm = moduleOf(kInstructions, [1, 1, 0x7f], section(0, 1, 0x78, 9, 9));
  assert.ok(WebAssembly.validate(wasm), "the module of this test is one");
  const split = splitCode(wasm, kScript); // looks itself that it becomes the same again
  assert.ok(split.length > wasm.length);
});

test("a module with an instruction that is not known, or without functions, stays as it is", () => {
  assert.equal(splitCode(moduleOf([0x12, 0x00]), kScript), null); // a tail call
  assert.equal(splitCode(moduleOf([0xfc, 0x0c, 0, 0]), kScript), null); // table.init
  assert.equal(splitCode(Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), kScript), null);
});
