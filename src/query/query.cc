#include "query/query.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/bit_set.h"
#include "base/stable_sort.h"
#include "model/names.h"
#include "query/claim_columns.h"

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

void AddProfile(const ClaimTable::Columns::Profile& profile, uint16_t fails, uint32_t count,
                FacetTotals* totals) {
  const auto counts_in = [&](Facet facet) { return (fails & ~FacetBit(facet)) == 0; };
  if (counts_in(Facet::kRegion)) totals->regions[profile.region] += count;
  if (counts_in(Facet::kKind)) totals->kinds[profile.kind] += count;
  if (counts_in(Facet::kSide)) totals->sides[profile.side] += count;
  if (counts_in(Facet::kStatus)) totals->statuses[profile.status] += count;
  if (fails == 0) totals->hits += count;
}

// Articles per value, of those with a claim that passes.
void CountArticles(const ClaimTable::Columns& columns, const Filter& filter, RowRange rows,
                   FacetTotals* totals) {
  const size_t articles = columns.first_articles.back();
  BitSet regions(articles * totals->regions.size()), kinds(articles * kKindCount);
  BitSet sides(articles * kSideCount), statuses(articles * kClaimStatusCount);
  for (uint32_t row = rows.begin; row < rows.end; ++row) {
    if (!filter.holds.empty() && filter.holds[row] == 0) continue;
    const auto& profile = columns.profile_table[columns.profiles[row]];
    const uint16_t fails = filter.fails[columns.profiles[row]];
    const auto add = [&](Facet facet, size_t value, BitSet* seen, uint32_t* total) {
      const size_t at = value * articles + columns.articles[row];
      if ((fails & ~FacetBit(facet)) != 0 || seen->Has(at)) return;
      seen->Add(at);
      ++*total;
    };
    add(Facet::kRegion, profile.region, &regions, &totals->regions[profile.region]);
    add(Facet::kKind, profile.kind, &kinds, &totals->kinds[profile.kind]);
    add(Facet::kSide, profile.side, &sides, &totals->sides[profile.side]);
    add(Facet::kStatus, profile.status, &statuses, &totals->statuses[profile.status]);
  }
}

void SortByCount(std::vector<FacetCount>* counts) {
  StableSort(counts, [](const FacetCount& a, const FacetCount& b) { return a.claims > b.claims; });
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
  StableSort(&out, [](const FacetCount& a, const FacetCount& b) { return a.value < b.value; });
  SortByCount(&out);
  return out;
}

template <typename E, size_t N>
std::vector<FacetCount> EnumCounts(const std::array<uint32_t, N>& totals) {
  std::vector<FacetCount> out;
  ForEachNamed<E>([&](E value) {
    out.push_back({std::string(NameOf(value)), totals[static_cast<size_t>(value)]});
  });
  SortByCount(&out);
  return out;
}

// The hits among the rows; says in how many articles they stand. `hits` comes with memory to use.
uint32_t TakeHits(const ClaimTable::Columns& columns, const Filter& filter, RowRange rows,
                  uint32_t count, std::vector<Hit>* hits) {
  std::vector<uint8_t> seen(columns.first_articles.back());
  const auto from = columns.hits.begin() + rows.begin;
  if (count == rows.end - rows.begin) {
    hits->assign(from, from + count);
    for (uint32_t row = rows.begin; row < rows.end; ++row) seen[columns.articles[row]] = 1;
    return static_cast<uint32_t>(std::count(seen.begin(), seen.end(), 1));
  }
  hits->resize(count + size_t{1});  // one more for the write that does not count
  Hit* out = hits->data();
  const uint32_t* const articles = columns.articles.data();
  const uint32_t* const profiles = columns.profiles.data();
  const uint8_t* const passing = filter.passes.data();
  const uint8_t* const holds = filter.holds.empty() ? nullptr : filter.holds.data();
  const Hit* const all = columns.hits.data();
  uint8_t* const marks = seen.data();
  for (uint32_t row = rows.begin; row < rows.end; ++row) {
    const uint32_t article = articles[row];
    uint8_t passes = passing[profiles[row]];
    if (holds != nullptr) passes &= holds[row];
    *out = all[row];
    out += passes;
    marks[article] |= passes;
  }
  hits->pop_back();
  return static_cast<uint32_t>(std::count(seen.begin(), seen.end(), 1));
}

}  // namespace

ClaimTable::ClaimTable(std::vector<const Segment*> segments,
                       std::span<const std::vector<uint8_t>> copies)
    : columns_(std::make_unique<Columns>(std::move(segments), copies)) {}
ClaimTable::ClaimTable(ClaimTable&&) noexcept = default;
ClaimTable& ClaimTable::operator=(ClaimTable&&) noexcept = default;
ClaimTable::~ClaimTable() = default;

void ClaimTable::KeepQuotes(std::shared_ptr<QuoteSearch> quotes) {
  columns_->quotes = std::move(quotes);
}

void ClaimTable::NameRegions(const RegionNames* names) {
  columns_->region_names = names;
  columns_->Forget();
}

void ClaimTable::SetReviews(std::span<const ReviewedClaim> reviewed) {
  columns_->SetReviews(reviewed);
}

void ClaimTable::Recycle(Answer&& answer) const {
  if (answer.hits.capacity() > columns_->spare_hits.capacity()) {
    columns_->spare_hits = std::move(answer.hits);
  }
}

const std::vector<std::string_view>& ClaimTable::Names(Facet facet) const {
  return columns_->Names(facet).names;
}

Answer ClaimTable::Ask(const Query& query, const Asking& asking, const Histogram* known) const {
  return Answered(query, asking, known, true);
}

Answer ClaimTable::Count(const Query& query, const Asking& asking, const Histogram* known) const {
  return Answered(query, asking, known, false);
}

Answer ClaimTable::Answered(const Query& query, const Asking& asking, const Histogram* known,
                            bool with_hits) const {
  const Columns& columns = *columns_;
  const Filter& filter = columns.FilterOf(query);
  const RowRange rows = RowsWithin(columns, query.days);
  FacetTotals totals;
  totals.regions.resize(columns.region_codes.size());
  const std::vector<uint32_t> counts = filter.CountProfiles(columns, rows);
  for (size_t p = 0; p < counts.size(); ++p) {
    if (counts[p] > 0) AddProfile(columns.profile_table[p], filter.fails[p], counts[p], &totals);
  }
  if (query.count_articles) {
    const uint32_t hits = totals.hits;
    totals = {};
    totals.hits = hits;
    totals.regions.resize(columns.region_codes.size());
    CountArticles(columns, filter, rows, &totals);
  }

  Answer answer;
  answer.regions = RegionCounts(columns.region_codes, totals.regions, query);
  answer.kinds = EnumCounts<Kind>(totals.kinds);
  answer.sides = EnumCounts<Side>(totals.sides);
  answer.statuses = EnumCounts<ClaimStatus>(totals.statuses);
  for (const Facet facet :
       {Facet::kClaimant, Facet::kPlace, Facet::kSource, Facet::kLanguage, Facet::kMeasure}) {
    if ((asking.lists & BitOf(facet)) == 0) continue;
    answer.names[static_cast<size_t>(facet)] =
        filter.CountNames(columns, rows, facet, query.count_articles);
  }
  // Without a review all that pass are of one kind.
  if (columns.verdicts.empty() && query.reviews == 0)
    answer.reviews[0] = totals.hits;
  else
    answer.reviews = filter.CountReviews(columns, rows);
  answer.histogram = known != nullptr ? *known : columns.HistogramOf(query, asking);
  answer.claims = totals.hits;
  if (with_hits) {
    answer.hits = std::exchange(columns.spare_hits, {});
    answer.articles = TakeHits(columns, filter, rows, totals.hits, &answer.hits);
  }
  return answer;
}

Answer Ask(std::span<const Segment* const> segments, const Query& query, const Asking& asking,
           const Histogram* known) {
  return ClaimTable({segments.begin(), segments.end()}).Ask(query, asking, known);
}

}  // namespace claimscope
