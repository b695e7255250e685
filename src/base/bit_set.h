// Numbers below a limit as a set, a bit each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimscope {

class BitSet {
 public:
  BitSet() = default;
  explicit BitSet(size_t limit) : limit_(limit), words_((limit + 63) / 64) {}

  size_t limit() const { return limit_; }
  bool Has(size_t i) const { return (words_[i / 64] >> i % 64 & 1) != 0; }
  void Add(size_t i) { words_[i / 64] |= uint64_t{1} << i % 64; }
  void Remove(size_t i) { words_[i / 64] &= ~(uint64_t{1} << i % 64); }
  // Adds first + each of the numbers, which ascend.
  void AddAscending(const uint32_t* numbers, size_t count, size_t first) {
    uint64_t bits = 0;
    size_t at = 0;
    for (size_t i = 0; i < count; ++i) {
      const size_t number = first + numbers[i];
      if (number / 64 != at) {
        if (bits != 0) words_[at] |= bits;
        bits = 0;
        at = number / 64;
      }
      bits |= uint64_t{1} << number % 64;
    }
    if (bits != 0) words_[at] |= bits;
  }
  size_t Count() const {
    size_t count = 0;
    for (const uint64_t word : words_) count += static_cast<size_t>(std::popcount(word));
    return count;
  }
  bool IsEmpty() const {
    for (const uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }
  // False where none of [first, end) is there; true perhaps for a neighbour's sake.
  bool MayHaveWithin(size_t first, size_t end) const {
    for (size_t i = first / 64; i < (end + 63) / 64; ++i) {
      if (words_[i] != 0) return true;
    }
    return false;
  }
  // Of the same limit.
  void KeepThoseOf(const BitSet& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }
  void AddThoseOf(const BitSet& other) {
    for (size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  }
  void Invert() {
    for (uint64_t& word : words_) word = ~word;
    if (limit_ % 64 != 0) words_.back() &= (uint64_t{1} << limit_ % 64) - 1;
  }
  // Ascending; f may remove what it is called with.
  template <typename F>
  void ForEach(F f) const {
    for (size_t i = 0; i < words_.size(); ++i) {
      for (uint64_t word = words_[i]; word != 0; word &= word - 1) {
        f(static_cast<uint32_t>(i * 64 + static_cast<size_t>(std::countr_zero(word))));
      }
    }
  }

 private:
  size_t limit_ = 0;
  std::vector<uint64_t> words_;
};

}  // namespace claimscope
