// simdjson has no kernel for WebAssembly. Its kernel for SSE4.2 is one all the same: emcc
// translates the intrinsics to 128-bit SIMD. What it lacks stands here, found in place of the
// compiler's own header of this name (cmake/third_party.cmake).
#pragma once

#include <smmintrin.h>

#include <cstdint>

// Here always with a second factor of ones: then the product without carries is, bit by bit, the
// xor of all bits up to this one.
static inline __m128i _mm_clmulepi64_si128(__m128i a, __m128i ones, int) {
  (void)ones;
  uint64_t bits = static_cast<uint64_t>(wasm_i64x2_extract_lane(reinterpret_cast<v128_t>(a), 0));
  for (int step = 1; step < 64; step <<= 1) bits ^= bits << step;
  return reinterpret_cast<__m128i>(wasm_i64x2_make(static_cast<int64_t>(bits), 0));
}

static inline long long _popcnt64(long long bits) {
  return __builtin_popcountll(static_cast<unsigned long long>(bits));
}

// simdjson asks for it wherever addresses have 32 bits.
static inline uint64_t _umul128(uint64_t a, uint64_t b, uint64_t* high) {
  const auto product = static_cast<unsigned __int128>(a) * b;
  *high = static_cast<uint64_t>(product >> 64);
  return static_cast<uint64_t>(product);
}
