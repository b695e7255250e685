// Finding a byte in a long text, sixteen at a time where there is SIMD. The C library's memchr is
// written for the machine natively; emcc's goes by four bytes.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace claimscope {

// The same without SIMD, for the end of a text and for comparison.
inline size_t FindByteOneByOne(std::string_view text, char byte, size_t at) {
  while (at < text.size() && text[at] != byte) ++at;
  return at < text.size() ? at : std::string_view::npos;
}

// The first `byte` from `at` on, or npos.
inline size_t FindByte(std::string_view text, char byte, size_t at = 0) {
#ifdef __wasm_simd128__
  const v128_t wanted = wasm_i8x16_splat(byte);
  for (; at + 16 <= text.size(); at += 16) {
    const uint32_t found = wasm_i8x16_bitmask(wasm_i8x16_eq(wasm_v128_load(&text[at]), wanted));
    if (found != 0) return at + static_cast<size_t>(std::countr_zero(found));
  }
  return FindByteOneByOne(text, byte, at);
#else
  return text.find(byte, at);
#endif
}

// The first of three bytes from `at` on, or npos.
inline size_t FindAnyOf(std::string_view text, char a, char b, char c, size_t at = 0) {
#ifdef __wasm_simd128__
  const v128_t wanted_a = wasm_i8x16_splat(a), wanted_b = wasm_i8x16_splat(b),
               wanted_c = wasm_i8x16_splat(c);
  for (; at + 16 <= text.size(); at += 16) {
    const v128_t bytes = wasm_v128_load(&text[at]);
    const v128_t equal =
        wasm_v128_or(wasm_v128_or(wasm_i8x16_eq(bytes, wanted_a), wasm_i8x16_eq(bytes, wanted_b)),
                     wasm_i8x16_eq(bytes, wanted_c));
    const uint32_t found = wasm_i8x16_bitmask(equal);
    if (found != 0) return at + static_cast<size_t>(std::countr_zero(found));
  }
#else
  constexpr uint64_t kOnes = 0x0101010101010101ull;
  const auto repeat = [](char byte) { return kOnes * static_cast<unsigned char>(byte); };
  const auto zeros = [](uint64_t x) { return (x - kOnes) & ~x & (kOnes << 7); };
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    const uint64_t found =
        zeros(word ^ repeat(a)) | zeros(word ^ repeat(b)) | zeros(word ^ repeat(c));
    if (found != 0) break;
  }
#endif
  while (at < text.size() && text[at] != a && text[at] != b && text[at] != c) ++at;
  return at < text.size() ? at : std::string_view::npos;
}

}  // namespace claimscope
