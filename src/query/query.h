// Query: here are segments and a question, give me hits and counts.
//
// Rows are claims, named by (segment, row). Counting is a scan over dictionary-coded columns in the
// order of the day. A facet's counts apply every part of the query but its own (crossfilter rule).
// Order of hits: by anchor day, undated last; then segment, article, place in the text.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "index/segment.h"
#include "model/query.h"

namespace claimscope {

struct Hit {
  uint32_t segment;
  uint32_t row;
};

struct FacetCount {
  std::string value;  // region code, or NameOf the kind, side or status
  uint32_t claims = 0;
};

// Claims per day, week or month, stacked by region, over the days shown, or those of all claims.
// The days part of the query is left out: the chart draws the chosen range over the days it shows.
struct Histogram {
  Per per = Per::kDay;
  std::vector<Day> buckets;  // first day of each, ascending, without gaps
  // Regions by falling count, ties by code; at most kMaxSeries, and a further "other" at the end
  // for the rest.
  std::vector<std::string> series;
  std::vector<uint32_t> counts;  // buckets x series
  uint32_t undated = 0;
  uint32_t before = 0, after = 0;  // claims outside the days shown
};
constexpr size_t kMaxSeries = 8;
// Day ranges are never cut into more buckets than this; `per` is raised to a longer unit instead;
// what lies before the last kMaxBuckets months is counted in the first of them.
constexpr size_t kMaxBuckets = 4000;

struct Answer {
  std::vector<Hit> hits;
  uint32_t articles = 0;  // with at least one hit
  std::vector<FacetCount> regions, kinds, sides,
      statuses;  // by falling count; zero counts are kept
  Histogram histogram;
};

// The claims of several segments as one table, made when the corpus changes (linear in the claims,
// 20 bytes each) and asked as often as needed. Segments in the order in which they were added; they
// must outlive the table.
constexpr uint8_t kCopied = 1, kRetold = 2;

class ClaimTable {
 public:
  // `copies`: per segment a byte per row, kCopied where the claim only tells again what another
  // article of its group says, kRetold where it is not the first mention of its distinct claim;
  // none, or an empty entry: neither. Query::count_copies and count_retold leave them out.
  explicit ClaimTable(std::vector<const Segment*> segments,
                      std::span<const std::vector<uint8_t>> copies = {});
  ClaimTable(ClaimTable&&) noexcept;
  ClaimTable& operator=(ClaimTable&&) noexcept;
  ~ClaimTable();

  // The text of the query: words as WordReader cuts them, all of which an article must hold; the
  // last one may be the beginning of a word as long as nothing (a space) stands behind it. Facets
  // list every region that some claim has or the query names, and all kinds, sides and statuses;
  // ties by region code, or in the order of the enum. `known`: the histogram of the same question
  // with other days, taken as it is instead of being counted again. `shown`: the days of the
  // histogram; unknown: those of all claims.
  Answer Ask(const Query& query, Per per, const Histogram* known = nullptr,
             DayRange shown = {}) const;

  struct Columns;

 private:
  std::unique_ptr<Columns> columns_;
};

// The same for a single question.
Answer Ask(std::span<const Segment* const> segments, const Query& query, Per per,
           const Histogram* known = nullptr, DayRange shown = {});

// The day at which a bucket begins.
Day BucketOf(Day day, Per per);

}  // namespace claimscope
