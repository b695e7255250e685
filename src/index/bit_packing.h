// Small whole numbers in few bits: blocks of up to 128 values, each block in the bits that most of
// its values need; the few that need more keep their upper bits apart.
//
// Method: patched frame of reference (Zukowski, Heman, Nes and Boncz, "Super-Scalar RAM-CPU Cache
// Compression", ICDE 2006), the width chosen for the fewest bytes (Yan, Ding and Suel, "Inverted
// Index Compression and Query Processing with Optimized Document Ordering", WWW 2009), packed in
// the four-lane layout of BP128 (Lemire and Boytsov, "Decoding billions of integers per second
// through vectorization", Software: Practice and Experience 45(1), 2015). A full block of 128 is
// four lanes side by side, so that four values are unpacked at once with 128-bit SIMD (the
// compiler's vectors: wasm, x86, ARM; plain code elsewhere, the same bytes). A shorter block is one
// run of bits, lowest first.
//
//   block   u8 width w (0 to 32), + 64 when some values are larger
//           then only: u8 how many (e), u8 further bits x
//           packed lower w bits of all values; then u8 index of each larger value, packed upper x
//           bits of each
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace claimscope {

constexpr size_t kPackedBlock = 128;

constexpr size_t PackedSize(size_t count, uint32_t width) { return (count * width + 7) / 8; }

// Appends PackedSize(count, width) bytes; every value fits into `width` bits, count <= 128.
void PackBits(const uint32_t* values, size_t count, uint32_t width, std::string* out);
// Reads PackedSize(count, width) bytes, no more; width <= 32.
void UnpackBits(const char* in, size_t count, uint32_t width, uint32_t* values);

// Appends a block of 1 to 128 values.
void PutBlock(const uint32_t* values, size_t count, std::string* out);
// The bytes of the block that begins with `in`, 0 when they are not a block of so many values.
// `values` null: only skipped.
size_t GetBlock(std::string_view in, size_t count, uint32_t* values);

}  // namespace claimscope
