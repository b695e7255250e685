#include "query/query.h"

#include <algorithm>
#include <array>

#include "query/corpus.h"
#include "query/histogram.h"

namespace claimscope {
namespace {

// Claims per value of each facet, under all parts of the query but the facet's own.
struct FacetTotals {
  std::vector<uint32_t> regions;
  std::array<uint32_t, kKindCount> kinds{};
  std::array<uint32_t, kSideCount> sides{};
  std::array<uint32_t, kClaimStatusCount> statuses{};
  uint32_t hits = 0;
};

void AddProfile(const Segment::Profile& profile, uint32_t region, uint8_t fails, uint32_t count,
                FacetTotals* totals) {
  const auto counts_in = [&](Facet facet) { return (fails & ~FacetBit(facet)) == 0; };
  if (counts_in(Facet::kRegion)) totals->regions[region] += count;
  if (counts_in(Facet::kKind)) totals->kinds[profile.kind] += count;
  if (counts_in(Facet::kSide)) totals->sides[profile.side] += count;
  if (counts_in(Facet::kStatus)) totals->statuses[profile.status] += count;
  if (fails == 0) totals->hits += count;
}

void SortByCount(std::vector<FacetCount>* counts) {
  std::stable_sort(counts->begin(), counts->end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.claims > b.claims; });
}

// Region codes that some claim has, and those that the query names: a ticked one can be unticked.
std::vector<FacetCount> RegionCounts(const std::vector<std::string_view>& codes,
                                     const std::vector<uint32_t>& totals, const Query& query) {
  std::vector<FacetCount> out;
  for (size_t i = 0; i < codes.size(); ++i) out.push_back({std::string(codes[i]), totals[i]});
  for (const std::string& code : query.regions) {
    const auto is_code = [&](const FacetCount& count) { return count.value == code; };
    if (std::none_of(out.begin(), out.end(), is_code)) out.push_back({code, 0});
  }
  std::sort(out.begin(), out.end(),
            [](const FacetCount& a, const FacetCount& b) { return a.value < b.value; });
  SortByCount(&out);
  return out;
}

template <typename E, size_t N>
std::vector<FacetCount> EnumCounts(const std::array<uint32_t, N>& totals) {
  std::vector<FacetCount> out;
  for (size_t i = 0; i < N; ++i) {
    out.push_back({std::string(NameOf(static_cast<E>(i))), totals[i]});
  }
  SortByCount(&out);
  return out;
}

// Appends the hits of one segment, in the order of its rows; says in how many articles they stand.
uint32_t AppendHits(const Filter& filter, uint32_t segment, uint32_t article_count, RowRange rows,
                    size_t* size, std::vector<Hit>* hits) {
  std::vector<uint8_t> seen(article_count);
  size_t at = *size;
  Hit* const out = hits->data();
  for (uint32_t row = rows.begin; row < rows.end; ++row) {
    const uint8_t passes = filter.Passes(row);
    out[at] = {segment, row};
    at += passes;
    seen[filter.articles[row]] |= passes;
  }
  *size = at;
  return static_cast<uint32_t>(std::count(seen.begin(), seen.end(), 1));
}

// Segments are each in order of the day; now all together, undated last (a counting sort, which
// keeps the order of segments and rows within a day).
void SortByDay(std::span<const Segment* const> segments, std::vector<Hit>* hits) {
  constexpr int64_t kMostDays = 1 << 20;
  const auto day_of = [&](Hit hit) { return segments[hit.segment]->anchor_days()[hit.row]; };
  int64_t first = Day::kUnknown;
  int64_t last = Day::kUnknown;
  for (const Hit hit : *hits) {
    const int32_t day = day_of(hit);
    if (day == Day::kUnknown) continue;
    if (first == Day::kUnknown || day < first) first = day;
    if (last == Day::kUnknown || day > last) last = day;
  }
  const int64_t days = first == Day::kUnknown ? 0 : last - first + 1;
  const auto key_of = [&](Hit hit) {
    const int32_t day = day_of(hit);
    return day == Day::kUnknown ? days : day - first;
  };
  if (days > kMostDays) {
    std::stable_sort(hits->begin(), hits->end(),
                     [&](Hit a, Hit b) { return key_of(a) < key_of(b); });
    return;
  }
  std::vector<uint32_t> next(static_cast<size_t>(days) + 2);
  for (const Hit hit : *hits) ++next[static_cast<size_t>(key_of(hit)) + 1];
  for (size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<Hit> sorted(hits->size());
  for (const Hit hit : *hits) sorted[next[static_cast<size_t>(key_of(hit))]++] = hit;
  hits->swap(sorted);
}

}  // namespace

Answer Ask(std::span<const Segment* const> segments, const Query& query, Per per,
           const Histogram* known) {
  const RegionDictionary regions(segments);
  std::vector<Filter> filters;
  filters.reserve(segments.size());
  FacetTotals totals;
  totals.regions.resize(regions.codes.size());
  for (size_t s = 0; s < segments.size(); ++s) {
    const Filter& filter = filters.emplace_back(*segments[s], query);
    const auto& table = segments[s]->profile_table();
    const std::vector<uint32_t> counts = filter.CountProfiles(RowsWithin(*segments[s], query.days));
    for (size_t p = 0; p < table.size(); ++p) {
      AddProfile(table[p], regions.of_segment[s][table[p].region], filter.fails[p], counts[p],
                 &totals);
    }
  }

  Answer answer;
  answer.regions = RegionCounts(regions.codes, totals.regions, query);
  answer.kinds = EnumCounts<Kind>(totals.kinds);
  answer.sides = EnumCounts<Side>(totals.sides);
  answer.statuses = EnumCounts<ClaimStatus>(totals.statuses);
  answer.histogram = known != nullptr ? *known : MakeHistogram(segments, regions, filters, per);

  answer.hits.resize(totals.hits + size_t{1});  // one more for the write that does not count
  size_t size = 0;
  for (size_t s = 0; s < segments.size(); ++s) {
    answer.articles +=
        AppendHits(filters[s], static_cast<uint32_t>(s), segments[s]->article_count(),
                   RowsWithin(*segments[s], query.days), &size, &answer.hits);
  }
  answer.hits.resize(size);
  if (segments.size() > 1) SortByDay(segments, &answer.hits);
  return answer;
}

}  // namespace claimscope
