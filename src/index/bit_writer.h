// Appends numbers of a few bits each, the lowest bit first; what is left of a byte when it goes is
// 0.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

namespace claimscope {

class BitWriter {
 public:
  explicit BitWriter(std::string* out) : out_(out) {}
  BitWriter(const BitWriter&) = delete;
  ~BitWriter() {
    for (; held_ > 0; held_ -= std::min(held_, 8u), bits_ >>= 8) {
      buffer_[used_++] = static_cast<char>(bits_);
    }
    out_->append(buffer_, used_);
  }
  // `value` fits into `width` bits, 32 at most.
  void Put(uint32_t value, uint32_t width) {
    bits_ |= uint64_t{value} << held_;
    held_ += width;
    if (held_ < 32) return;
    const auto full = static_cast<uint32_t>(bits_);
    std::memcpy(buffer_ + used_, &full, sizeof full);
    used_ += sizeof full;
    bits_ >>= 32;
    held_ -= 32;
    if (used_ + 2 * sizeof full <= sizeof buffer_) return;
    out_->append(buffer_, used_);
    used_ = 0;
  }
  // The codes of Golomb and Rice: so many zeros and a one; with `k` bits as they are behind it.
  void PutUnary(uint32_t value) {
    for (; value >= 24; value -= 24) Put(0, 24);
    Put(1u << value, value + 1);
  }
  void PutRice(uint32_t value, uint32_t k) {
    PutUnary(value >> k);
    Put(value & ((1u << k) - 1), k);
  }
  // One of `count` values, in as few bits as they can be told apart by.
  void PutEvenly(uint32_t value, uint32_t count) {
    const auto width = static_cast<uint32_t>(std::bit_width(count - 1));
    const uint32_t short_ones = (1u << width) - count;
    if (width == 0) return;
    if (value < short_ones) {
      Put(value, width - 1);
      return;
    }
    Put((value + short_ones) >> 1, width - 1);
    Put((value + short_ones) & 1, 1);
  }

 private:
  std::string* out_;
  char buffer_[128];  // always room for eight more
  size_t used_ = 0;
  uint64_t bits_ = 0;
  uint32_t held_ = 0;
};

}  // namespace claimscope
