// The columns behind a ClaimTable, and a question put to them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "query/query.h"

namespace claimscope {

struct ClaimTable::Columns {
  Columns(std::vector<const Segment*> of, std::span<const std::vector<uint8_t>> copies);

  std::vector<const Segment*> segments;
  std::vector<uint32_t>
      first_articles;  // of each segment, in the numbering over all of them; and the total
  std::vector<std::string_view> region_codes;  // ascending

  // Claims that agree in region, kind, side and status, and in being told before or not.
  struct Profile {
    uint32_t region;  // in region_codes
    uint8_t kind, side, status;
    uint8_t told = 0;  // kCopied, kRetold
  };
  std::vector<Profile> profile_table;

  // One value per claim, in the order of hits.
  std::vector<Hit> hits;
  std::vector<int32_t> days;
  std::vector<uint32_t> profiles, articles;
  uint32_t dated_count = 0;

 private:
  void JoinRegions(std::vector<std::vector<uint32_t>>* region_of);
  std::vector<std::vector<uint32_t>> JoinProfiles();
  void SortHits();
  void MarkCopies(std::span<const std::vector<uint8_t>> copies);
};

struct RowRange {
  uint32_t begin, end;
};

// What is told again and not asked for fails this, which no facet leaves out.
constexpr uint8_t kCopyBit = 0x80;
constexpr uint8_t FacetBit(Facet facet) {
  return static_cast<uint8_t>(1u << static_cast<unsigned>(facet));
}

// A query without its days: a row's profile says which facets it fails, its article whether it
// holds the words.
struct Filter {
  Filter(const ClaimTable::Columns& columns, const Query& query);

  // Rows per profile whose article holds the words, whatever facets they fail.
  std::vector<uint32_t> CountProfiles(const ClaimTable::Columns& columns, RowRange rows) const;

  std::vector<uint8_t> fails;   // per profile: FacetBit of region, kind, side, status
  std::vector<uint8_t> passes;  // per profile: 1 where it fails none
  bool all_articles;            // the query has no word
  std::vector<uint8_t>
      matching;  // per article: 1 where it holds all words; empty when the query has no word
};

// The rows on the days of a query; all rows, undated ones too, when it asks for no days.
RowRange RowsWithin(const ClaimTable::Columns& columns, DayRange days);

// The days of the query play no part. `shown`: unknown for the days of all claims.
Histogram MakeHistogram(const ClaimTable::Columns& columns, const Filter& filter, Per per,
                        DayRange shown);

}  // namespace claimscope
