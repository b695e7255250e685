// A question put to the segments one by one: which rows can pass, and the names that all segments
// share.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "model/query.h"

namespace claimscope {

// Region codes of all segments, ascending; and each segment's own numbers mapped to them.
struct RegionDictionary {
  explicit RegionDictionary(std::span<const Segment* const> segments);

  std::vector<std::string_view> codes;
  std::vector<std::vector<uint32_t>> of_segment;  // segment, its region -> index into codes
};

struct RowRange {
  uint32_t begin, end;
};

constexpr uint8_t FacetBit(Facet facet) {
  return static_cast<uint8_t>(1u << static_cast<unsigned>(facet));
}

// One segment under a query, without its days. A row's profile says which facets it fails, its
// article whether it holds the words.
struct Filter {
  Filter(const Segment& segment, const Query& query);

  // Rows per profile whose article holds the words, whatever facets they fail.
  std::vector<uint32_t> CountProfiles(RowRange rows) const;
  // 1 for a row that passes every facet and holds the words.
  uint8_t Passes(uint32_t row) const {
    return passes[profiles[row]] & (all_articles ? uint8_t{1} : matching[articles[row]]);
  }

  std::span<const uint32_t> profiles, articles;  // columns of the segment
  std::vector<uint8_t> fails;     // per profile: FacetBit of region, kind, side, status
  std::vector<uint8_t> passes;    // per profile: 1 where it fails none
  bool all_articles;              // the query has no word
  std::vector<uint8_t> matching;  // per article: 1 where it holds all words
};

// The rows on the days of a query; all rows, undated ones too, when it asks for no days.
RowRange RowsWithin(const Segment& segment, DayRange days);

}  // namespace claimscope
