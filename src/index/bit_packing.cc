#include "index/bit_packing.h"

#include <algorithm>
#include <cstring>

#include "index/bit_writer.h"

namespace claimscope {
namespace {

constexpr size_t kLanes = 4;
constexpr size_t kRows = kPackedBlock / kLanes;
using Lanes = uint32_t __attribute__((vector_size(16)));

Lanes LoadLanes(const char* in) {
  Lanes lanes;
  std::memcpy(&lanes, in, sizeof lanes);
  return lanes;
}

uint32_t MaskOf(uint32_t width) { return width == 32 ? ~0u : (1u << width) - 1; }

// Value 4 r + l is bits [r w, r w + w) of lane l; word k of lane l is 32-bit word 4 k + l.
void PackLanes(const uint32_t* values, uint32_t width, std::string* out) {
  uint32_t words[kLanes * 32] = {};
  for (size_t i = 0; i < kPackedBlock; ++i) {
    const size_t lane = i % kLanes;
    const size_t bit = i / kLanes * width;
    const uint64_t shifted = uint64_t{values[i]} << bit % 32;
    words[bit / 32 * kLanes + lane] |= static_cast<uint32_t>(shifted);
    if (bit % 32 + width > 32) {
      words[(bit / 32 + 1) * kLanes + lane] |= static_cast<uint32_t>(shifted >> 32);
    }
  }
  out->append(reinterpret_cast<const char*>(words), width * kLanes * sizeof(uint32_t));
}

void UnpackLanes(const char* in, uint32_t width, uint32_t* values) {
  const uint32_t one_mask = MaskOf(width);
  const Lanes mask = {one_mask, one_mask, one_mask, one_mask};
  Lanes word = LoadLanes(in);
  uint32_t shift = 0;
  uint32_t loaded = 1;
  for (size_t row = 0; row < kRows; ++row) {
    Lanes value = word >> shift;
    shift += width;
    if (shift >= 32 && loaded < width) {
      shift -= 32;
      word = LoadLanes(in + loaded * sizeof(Lanes));
      ++loaded;
      if (shift > 0) value |= word << (width - shift);
    }
    value &= mask;
    std::memcpy(values + row * kLanes, &value, sizeof value);
  }
}

constexpr unsigned kHasLarger = 64;

// The width with which the block takes the fewest bytes.
uint32_t BestWidth(const uint32_t* values, size_t count) {
  uint32_t with_width[33] = {};
  uint32_t widest = 0;
  for (size_t i = 0; i < count; ++i) {
    const auto width = static_cast<uint32_t>(std::bit_width(values[i]));
    ++with_width[width];
    widest = std::max(widest, width);
  }
  uint32_t best = widest;
  size_t best_size = PackedSize(count, widest);
  size_t larger = 0;
  for (uint32_t width = widest; width-- > 0;) {
    larger += with_width[width + 1];
    const size_t size = PackedSize(count, width) + 2 + larger + PackedSize(larger, widest - width);
    if (size >= best_size) continue;
    best = width;
    best_size = size;
  }
  return best;
}

}  // namespace

void PutBlock(const uint32_t* values, size_t count, std::string* out) {
  const uint32_t width = BestWidth(values, count);
  const uint32_t mask = MaskOf(width);
  uint32_t lower[kPackedBlock], upper[kPackedBlock];
  std::string indexes;
  uint32_t all = 0;
  for (size_t i = 0; i < count; ++i) {
    lower[i] = values[i] & mask;
    if (values[i] <= mask) continue;
    upper[indexes.size()] = values[i] >> width;
    all |= upper[indexes.size()];
    indexes.push_back(static_cast<char>(i));
  }
  out->push_back(static_cast<char>(indexes.empty() ? width : width + kHasLarger));
  const auto upper_width = static_cast<uint32_t>(std::bit_width(all));
  if (!indexes.empty()) {
    out->push_back(static_cast<char>(indexes.size()));
    out->push_back(static_cast<char>(upper_width));
  }
  PackBits(lower, count, width, out);
  out->append(indexes);
  PackBits(upper, indexes.size(), upper_width, out);
}

size_t GetBlock(std::string_view in, size_t count, uint32_t* values) {
  const auto byte = [in](size_t at) { return static_cast<unsigned char>(in[at]); };
  if (in.empty()) return 0;
  const bool has_larger = byte(0) >= kHasLarger;
  const uint32_t width = byte(0) % kHasLarger;
  size_t at = 1;
  if (width > 32 || byte(0) >= 2 * kHasLarger || (has_larger && in.size() < 3)) return 0;
  const size_t larger = has_larger ? byte(1) : 0;
  const uint32_t upper_width = has_larger ? byte(2) : 0;
  if (has_larger) at = 3;
  const size_t size = PackedSize(count, width), upper_size = PackedSize(larger, upper_width);
  if (larger > count || width + upper_width > 32) return 0;
  if (in.size() - at < size + larger + upper_size) return 0;
  if (values != nullptr) {
    UnpackBits(in.data() + at, count, width, values);
    uint32_t upper[kPackedBlock];
    UnpackBits(in.data() + at + size + larger, larger, upper_width, upper);
    for (size_t i = 0; i < larger; ++i) {
      const size_t index = byte(at + size + i);
      if (index >= count) return 0;
      if (width < 32) values[index] |= upper[i] << width;
    }
  }
  return at + size + larger + upper_size;
}

void PackBits(const uint32_t* values, size_t count, uint32_t width, std::string* out) {
  if (width == 0) return;
  if (count == kPackedBlock) {
    PackLanes(values, width, out);
    return;
  }
  BitWriter bits(out);
  for (size_t i = 0; i < count; ++i) bits.Put(values[i], width);
}

void UnpackBits(const char* in, size_t count, uint32_t width, uint32_t* values) {
  if (width == 0) {
    std::memset(values, 0, count * sizeof *values);
    return;
  }
  if (count == kPackedBlock) {
    UnpackLanes(in, width, values);
    return;
  }
  const uint32_t mask = MaskOf(width);
  uint64_t bits = 0;
  uint32_t held = 0;
  for (size_t i = 0; i < count; ++i) {
    for (; held < width; held += 8) {
      bits |= uint64_t{static_cast<unsigned char>(*in++)} << held;
    }
    values[i] = static_cast<uint32_t>(bits) & mask;
    bits >>= width;
    held -= width;
  }
}

}  // namespace claimscope
