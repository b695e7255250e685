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

  // Claims per profile in rows [0, n kSumRows), one after the other: a range of rows is counted
  // from two of them and what is left at its ends.
  static constexpr uint32_t kSumRows = 1 << 14;
  std::vector<uint32_t> profile_sums;

  // Memory of an answer that is not needed any more, for the next one.
  mutable std::vector<Hit> spare_hits;

  // For region: by name; may be null.
  const RegionNames* region_names = nullptr;
  // How much the length of each article weakens a word in it; made when first wanted.
  mutable std::vector<float> length_norms;

  // The claims that answer a search, 1 per row; null for all of them, when it asks for nothing.
  // Kept until another search.
  const uint8_t* RowsAnswering(const std::string& text) const;

 private:
  struct Searched {
    std::string text;
    std::vector<uint8_t> rows;  // empty: all
  };
  mutable Searched searched_;

  void JoinRegions(std::vector<std::vector<uint32_t>>* region_of);
  std::vector<std::vector<uint32_t>> JoinProfiles();
  void SortHits();
  void MarkCopies(std::span<const std::vector<uint8_t>> copies);
  void SumProfiles();
};

struct RowRange {
  uint32_t begin, end;
};

// What is told again and not asked for fails this, which no facet leaves out.
constexpr uint8_t kCopyBit = 0x80;
constexpr uint8_t FacetBit(Facet facet) {
  return static_cast<uint8_t>(1u << static_cast<unsigned>(facet));
}

// A query without its days: a row's profile says which facets it fails, a mask whether it answers
// the search.
struct Filter {
  Filter(const ClaimTable::Columns& columns, const Query& query);

  // Rows per profile that answer the search, whatever facets they fail.
  std::vector<uint32_t> CountProfiles(const ClaimTable::Columns& columns, RowRange rows) const;

  std::vector<uint8_t> fails;   // per profile: FacetBit of region, kind, side, status
  std::vector<uint8_t> passes;  // per profile: 1 where it fails none
  const uint8_t* answering;     // per row, as Columns::RowsAnswering
};

// The rows on the days of a query; all rows, undated ones too, when it asks for no days.
RowRange RowsWithin(const ClaimTable::Columns& columns, DayRange days);

// The days of the query play no part. `shown`: unknown for the days of all claims.
Histogram MakeHistogram(const ClaimTable::Columns& columns, const Filter& filter, Per per,
                        DayRange shown);

}  // namespace claimscope
