// Names as numbers: what claims or articles are called by, dictionary-coded over all segments.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "index/segment.h"

namespace claimscope {

// One name per entry, or several: those of entry i are values[begins[i]] to values[begins[i + 1]].
struct NameColumn {
  std::vector<std::string_view> names;  // ascending
  std::vector<uint32_t> begins;         // empty: one value per entry
  std::vector<uint32_t> values;         // into `names`
  std::vector<double> least, most;      // beside `values`, for amounts

  std::span<const uint32_t> At(uint32_t entry) const {
    if (begins.empty()) return {&values[entry], 1};
    return {values.data() + begins[entry], begins[entry + 1] - begins[entry]};
  }
  // The number of a name, or names.size().
  uint32_t Find(std::string_view name) const;
};

// Collects the values of one segment after the other as string numbers, then joins them.
class NameJoiner {
 public:
  explicit NameJoiner(std::span<const Segment* const> segments) : segments_(segments) {
    numbers_.resize(segments.size());
  }
  // The number of a string of a segment, in the order in which they are first met.
  uint32_t NumberOf(size_t segment, uint32_t string);
  // Puts the names in order and renumbers the values.
  void Finish(NameColumn* column);

 private:
  std::span<const Segment* const> segments_;
  std::vector<std::vector<uint32_t>> numbers_;  // per segment and string; 0: not met, else number+1
  std::vector<std::string_view> met_;           // a name may be met in several segments
};

}  // namespace claimscope
