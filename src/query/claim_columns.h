// The columns behind a ClaimTable, and a question put to them.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "query/name_column.h"
#include "query/query.h"

namespace claimscope {

class QuoteSearch;
struct Filter;
struct Searched;

struct ClaimTable::Columns {
  Columns(std::vector<const Segment*> of, std::span<const std::vector<uint8_t>> copies);

  std::vector<const Segment*> segments;
  std::vector<uint32_t>
      first_articles;  // of each segment, in the numbering over all of them; and the total
  std::vector<std::string_view> region_codes;  // ascending
  std::vector<int32_t> article_days;           // of the dated articles, ascending

  // Claims that agree in region, kind, side and status, and in being told before or rejected.
  struct Profile {
    uint32_t region;  // in region_codes
    uint8_t kind, side, status;
    uint8_t told = 0;  // kCopied, kRetold, kRejected

    friend bool operator==(const Profile&, const Profile&) = default;
  };
  std::vector<Profile> profile_table;

  // One value per claim, in the order of hits.
  std::vector<Hit> hits;
  std::vector<int32_t> days;
  std::vector<uint32_t> profiles, articles;
  uint32_t dated_count = 0;

  // Claims per profile in rows [0, n sum_rows), one after the other: a range of rows is counted
  // from two of them and what is left at its ends. As many rows as there are profiles, so that the
  // sums take no more than the profiles of the rows.
  uint32_t sum_rows = 1;
  std::vector<uint32_t> profile_sums;

  // Memory of an answer that is not needed any more, for the next one.
  mutable std::vector<Hit> spare_hits;

  std::vector<uint8_t> verdicts;   // in the order of hits; empty: nothing was reviewed
  std::vector<uint32_t> rejected;  // rows
  void SetReviews(std::span<const ReviewedClaim> reviewed);

  // For region: by name; may be null.
  const RegionNames* region_names = nullptr;
  // What was read of the claims' own words, shared with the tables before and after; may be null.
  std::shared_ptr<QuoteSearch> quotes;
  // How much the length of each article weakens a word in it; made when first wanted.
  mutable std::vector<float> length_norms;

  // Of each article, 0 between two questions: memory that need not be made anew.
  mutable std::vector<float> scores;

  // A search and what it is answered by; null when it asks for nothing. Kept until another one.
  const Searched* SearchFor(std::string_view text, bool in_claims = false) const;
  // A query without its days: the last few are kept, for while days are dragged nothing else
  // changes, of what is shown and of what it is compared with.
  const Filter& FilterOf(const Query& query) const;
  const Histogram& HistogramOf(const Query& query, const Asking& asking) const;
  // What was kept does not hold any more.
  void Forget();

  // Of a claimant, place or measure: per claim; of a source or language: per article. Made when
  // first asked for: most questions need none of them.
  const NameColumn& Names(Facet facet) const;

 private:
  struct Filtered;
  mutable std::shared_ptr<Searched> searched_;
  mutable std::vector<std::shared_ptr<Filtered>> filtered_;
  Filtered& FilteredBy(const Query& query) const;

  void JoinRegions(std::vector<std::vector<uint32_t>>* region_of);
  std::vector<std::vector<uint32_t>> JoinProfiles();
  void SortHits();
  void MarkCopies(std::span<const std::vector<uint8_t>> copies);
  void MarkRejected(uint32_t row, bool is_rejected);
  void SumProfiles();

  mutable std::array<std::unique_ptr<NameColumn>, kFacetCount> names_;
};

struct RowRange {
  uint32_t begin, end;
};

// What is told again and not asked for fails this, which no facet leaves out.
constexpr uint16_t kCopyBit = 1u << (kFacetCount + 1);
constexpr uint16_t FacetBit(Facet facet) {
  return static_cast<uint16_t>(1u << static_cast<unsigned>(facet));
}
// What a profile fails when its claims are not counted at all: told again, or rejected.
constexpr uint16_t kUncounted = kCopyBit | FacetBit(Facet::kReview);
// The claim does not answer the search: of no facet.
constexpr uint16_t kTextBit = 1u << kFacetCount;

// A query without its days. What a row fails is found in three places: by its profile (region,
// kind, side, status), by its article (source, language), by itself (the search, claimant, places,
// amounts).
struct Filter {
  Filter(const ClaimTable::Columns& columns, const Query& query);

  // Rows per profile that fail by neither article nor row, whatever their profile fails.
  std::vector<uint32_t> CountProfiles(const ClaimTable::Columns& columns, RowRange rows) const;
  // Rows, or articles of such rows, per name that fail nothing but this facet.
  std::vector<uint32_t> CountNames(const ClaimTable::Columns& columns, RowRange rows, Facet facet,
                                   bool by_article) const;
  // The same per verdict.
  std::array<uint32_t, kVerdictCount> CountReviews(const ClaimTable::Columns& columns,
                                                   RowRange rows) const;

  bool counts_articles;                 // Query::count_articles
  std::vector<uint16_t> fails;          // per profile
  std::vector<uint8_t> passes;          // per profile: 1 where it fails none
  std::vector<uint16_t> article_fails;  // per article; empty when the query asks nothing of them
  std::vector<uint16_t> row_fails;      // per row; empty when the query asks nothing of them
  std::vector<uint8_t> holds;           // per row: 1 where neither fails; empty when both are
};

// The rows on the days of a query; all rows, undated ones too, when it asks for no days.
RowRange RowsWithin(const ClaimTable::Columns& columns, DayRange days);

// The days of the query play no part.
Histogram MakeHistogram(const ClaimTable::Columns& columns, const Filter& filter,
                        const Asking& asking);

// Which series of a stacked chart each value goes to.
struct SeriesMap {
  std::vector<std::string> names;
  std::vector<uint32_t> of;  // per value of the facet
};
SeriesMap NameSeries(const ClaimTable::Columns& columns, Facet stack,
                     const std::vector<uint32_t>& totals);

}  // namespace claimscope
