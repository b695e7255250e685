// SHA-256 (FIPS 180-4): names contents so that anybody can check them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace claimscope {

class Sha256 {
 public:
  using Digest = std::array<uint8_t, 32>;

  void Add(std::string_view bytes);
  // Nothing may be added afterwards.
  Digest Finish();

 private:
  void Block(const uint8_t* bytes);

  std::array<uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<uint8_t, 64> rest_{};
  uint64_t size_bytes_ = 0;
};

// Lower case.
std::string HexOf(const Sha256::Digest& digest);

}  // namespace claimscope
