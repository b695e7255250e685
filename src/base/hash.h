// 64-bit FNV-1a: for content identity and dictionaries, not against an adversary.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimscope {

constexpr uint64_t kFnvBasis = 0xcbf29ce484222325ull;

constexpr uint64_t HashBytes(std::string_view bytes, uint64_t seed = kFnvBasis) {
  uint64_t h = seed;
  for (char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  return h;
}

}  // namespace claimscope
