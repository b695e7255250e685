// Runs of ASCII letters and digits, eight bytes at a time, and the hash of a word in the same
// steps: nearly every word of nearly every text comes by here.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace claimscope {

static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");

constexpr uint64_t kWordBasis = 0xcbf29ce484222325ull;

// One step for each eight bytes of a word, the last ones filled up with zeros.
constexpr uint64_t HashStep(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * 0x9E3779B97F4A7C15ull;
  return hash ^ hash >> 32;
}

// The same hash of bytes that come one by one. Zeros count for nothing at the end.
class WordHasher {
 public:
  constexpr void Add(unsigned char byte) {
    bytes_ |= uint64_t{byte} << (8 * count_);
    if (++count_ == 8) Step();
  }
  constexpr void Add(std::string_view bytes) {
    for (const char c : bytes) Add(static_cast<unsigned char>(c));
  }
  constexpr uint64_t Finish() {
    if (count_ != 0) Step();
    return hash_;
  }

 private:
  constexpr void Step() {
    hash_ = HashStep(hash_, bytes_);
    bytes_ = 0;
    count_ = 0;
  }

  uint64_t hash_ = kWordBasis, bytes_ = 0;
  unsigned count_ = 0;
};

struct AsciiRun {
  size_t end;     // the first byte that is neither letter nor digit
  uint64_t hash;  // of the bytes, capitals made small
  // Not 0: there is one. `inner`: a capital right after a small letter.
  uint64_t small, capitals, digits, inner;
  bool several;  // capitals
};

// Eight bytes of a text, zeros behind its end, and which of them are letters and digits.
struct AsciiBlock {
  AsciiBlock(std::string_view text, size_t at) {
    const size_t left = text.size() - at;
    if (left >= 8) {
      std::memcpy(&bytes, text.data() + at, 8);
    } else {
      std::memcpy(&bytes, text.data() + at, left);
    }
    const uint64_t low = bytes & ~kHighs, low_folded = folded() & ~kHighs;
    letters = (low_folded + (0x80 - 'a') * kOnes) & ~(low_folded + (0x7F - 'z') * kOnes) & ~bytes &
              kHighs;
    digits = (low + (0x80 - '0') * kOnes) & ~(low + (0x7F - '9') * kOnes) & ~bytes & kHighs;
  }

  // Capitals made small; digits have the bit anyway.
  uint64_t folded() const { return bytes | 0x20 * kOnes; }
  // How many of them stand before the first other byte.
  size_t run() const {
    const uint64_t stops = ~(letters | digits) & kHighs;
    return stops == 0 ? 8 : static_cast<size_t>(std::countr_zero(stops)) / 8;
  }

  static constexpr uint64_t kOnes = 0x0101010101010101ull, kHighs = 0x80 * kOnes;
  uint64_t bytes = 0;
  uint64_t letters, digits;  // the high bit of each such byte
};

// The size of the run of letters and digits that begins at `begin`. Its first `most` bytes,
// capitals made small, go to `out`, which has room for eight more.
inline size_t FoldAsciiRun(std::string_view text, size_t begin, size_t most, char* out) {
  for (size_t at = begin;;) {
    const AsciiBlock block(text, at);
    const size_t size = block.run();
    if (at - begin < most) {
      const uint64_t folded = block.folded();
      std::memcpy(out + (at - begin), &folded, 8);
    }
    at += size;
    if (size < 8) return at - begin;
  }
}

// The run that begins at a byte of the text; empty when it is neither letter nor digit.
inline AsciiRun ReadAsciiRun(std::string_view text, size_t begin) {
  AsciiRun run{begin, kWordBasis, 0, 0, 0, 0, false};
  uint64_t small_before = 0;  // of the last byte, where the next one's mark would be
  for (;;) {
    const AsciiBlock block(text, run.end);
    const uint64_t bytes = block.bytes, letters = block.letters, folded = block.folded();
    const size_t size = block.run();
    const uint64_t mask = size == 8 ? ~uint64_t{0} : (uint64_t{1} << (8 * size)) - 1;
    if (size != 0) run.hash = HashStep(run.hash, folded & mask);
    // The bit 32 of a letter tells its case.
    const uint64_t small = letters & mask & (bytes << 2), capitals = letters & mask & ~(bytes << 2);
    run.small |= small;
    run.several |= (run.capitals != 0 && capitals != 0) || (capitals & (capitals - 1)) != 0;
    run.capitals |= capitals;
    run.digits |= block.digits & mask;
    run.inner |= capitals & (small << 8 | small_before);
    small_before = small >> 56;
    run.end += size;
    if (size < 8) return run;
  }
}

}  // namespace claimscope
