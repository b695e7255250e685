#include <algorithm>
#include <optional>

#include "query/claim_columns.h"
#include "query/quote_search.h"
#include "query/search_mask.h"

namespace claimscope {
namespace {

template <typename Names>
bool Holds(const std::vector<std::string>& wanted, const Names& name) {
  return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
}

bool IsExcept(const Query& query, Facet facet) { return (query.except & BitOf(facet)) != 0; }

std::vector<uint16_t> FailsOf(const ClaimTable::Columns& columns, const Query& query) {
  std::vector<uint16_t> region_fails;
  for (const std::string_view code : columns.region_codes) {
    const bool passes =
        query.regions.empty() || Holds(query.regions, code) != IsExcept(query, Facet::kRegion);
    region_fails.push_back(passes ? 0 : FacetBit(Facet::kRegion));
  }
  const auto fails = [&query](uint32_t wanted, uint8_t value, Facet facet) {
    const bool is_named = (wanted >> value & 1) != 0;
    return wanted == 0 || is_named != IsExcept(query, facet) ? 0 : FacetBit(facet);
  };
  const int left_out = (query.count_copies ? 0 : kCopied) | (query.count_retold ? 0 : kRetold);
  const bool asks_rejected = (query.reviews & BitOf(Verdict::kRejected)) != 0;
  const bool count_rejected =
      query.count_rejected || (asks_rejected && !IsExcept(query, Facet::kReview));
  std::vector<uint16_t> out;
  out.reserve(columns.profile_table.size());
  for (const auto& p : columns.profile_table) {
    out.push_back(static_cast<uint16_t>(
        region_fails[p.region] | fails(query.kinds, p.kind, Facet::kKind) |
        fails(query.sides, p.side, Facet::kSide) | fails(query.statuses, p.status, Facet::kStatus) |
        ((p.told & left_out) != 0 ? kCopyBit : 0) |
        ((p.told & kRejected) != 0 && !count_rejected ? FacetBit(Facet::kReview) : 0)));
  }
  return out;
}

// 1 per name that is wanted.
std::vector<uint8_t> Wanted(const NameColumn& column, const std::vector<std::string>& names) {
  std::vector<uint8_t> wanted(column.names.size() + 1);
  for (const std::string& name : names) wanted[column.Find(name)] = 1;
  wanted.back() = 0;  // of names that nobody has
  return wanted;
}

void FailNames(const ClaimTable::Columns& columns, Facet facet,
               const std::vector<std::string>& names, bool except, size_t entries,
               std::vector<uint16_t>* fails) {
  if (names.empty()) return;
  fails->resize(entries);
  const NameColumn& column = columns.Names(facet);
  const std::vector<uint8_t> wanted = Wanted(column, names);
  for (uint32_t i = 0; i < entries; ++i) {
    const auto values = column.At(i);
    const bool is_named =
        std::any_of(values.begin(), values.end(), [&](uint32_t v) { return wanted[v] != 0; });
    if (is_named == except) (*fails)[i] |= FacetBit(facet);
  }
}

void FailReviews(const ClaimTable::Columns& columns, const Query& query,
                 std::vector<uint16_t>* fails) {
  if (query.reviews == 0) return;
  fails->resize(columns.hits.size());
  const bool except = IsExcept(query, Facet::kReview);
  for (size_t row = 0; row < fails->size(); ++row) {
    const int verdict = columns.verdicts.empty() ? 0 : columns.verdicts[row];
    const bool is_named = (query.reviews >> verdict & 1) != 0;
    if (is_named == except) (*fails)[row] |= FacetBit(Facet::kReview);
  }
}

void FailAmounts(const ClaimTable::Columns& columns, const AmountRange& range,
                 std::vector<uint16_t>* fails) {
  if (range.measure.empty()) return;
  const size_t entries = columns.hits.size();
  fails->resize(entries);
  const NameColumn& column = columns.Names(Facet::kMeasure);
  const uint32_t measure = column.Find(range.measure);
  for (uint32_t row = 0; row < entries; ++row) {
    bool passes = false;
    for (uint32_t i = column.begins[row]; i < column.begins[row + 1]; ++i) {
      passes = passes || (column.values[i] == measure && column.most[i] >= range.least &&
                          column.least[i] <= range.most);
    }
    if (!passes) (*fails)[row] |= FacetBit(Facet::kMeasure);
  }
}

}  // namespace

struct ClaimTable::Columns::Filtered {
  Query query;
  Filter filter;
  std::optional<Asking> charted;
  Histogram chart;
};

const Searched* ClaimTable::Columns::SearchFor(std::string_view text, bool in_claims) const {
  if (text.empty()) return nullptr;
  if (!searched_ || searched_->text != text || searched_->in_claims != in_claims) {
    const SearchNode root = ParseSearch(text).root;
    searched_ = std::make_shared<Searched>();
    searched_->text = text;
    searched_->in_claims = in_claims;
    searched_->words = WordsOf(root);
    searched_->asks = root.is != SearchNode::Is::kNothing;
    if (quotes) quotes->Keep(root);
    if (searched_->asks) searched_->mask = Evaluate(root, *this, in_claims);
  }
  return searched_->asks ? searched_.get() : nullptr;
}

ClaimTable::Columns::Filtered& ClaimTable::Columns::FilteredBy(const Query& query) const {
  Query without_days = query;
  without_days.days = {};
  auto at = std::find_if(filtered_.begin(), filtered_.end(),
                         [&](const auto& kept) { return kept->query == without_days; });
  if (at == filtered_.end()) {
    constexpr size_t kMostKept = 6;
    if (filtered_.size() == kMostKept) filtered_.erase(filtered_.begin());
    Filter filter(*this, without_days);
    filtered_.push_back(
        std::make_shared<Filtered>(Filtered{std::move(without_days), std::move(filter), {}, {}}));
    at = filtered_.end() - 1;
  }
  // The one used last goes last.
  std::rotate(at, at + 1, filtered_.end());
  return *filtered_.back();
}

const Filter& ClaimTable::Columns::FilterOf(const Query& query) const {
  return FilteredBy(query).filter;
}

const Histogram& ClaimTable::Columns::HistogramOf(const Query& query, const Asking& asking) const {
  Filtered& kept = FilteredBy(query);
  Asking chart(asking.per, asking.shown, asking.stack);
  if (kept.charted != chart) {
    kept.chart = MakeHistogram(*this, kept.filter, chart);
    kept.charted = chart;
  }
  return kept.chart;
}

void ClaimTable::Columns::Forget() {
  searched_.reset();
  filtered_.clear();
}

Filter::Filter(const ClaimTable::Columns& columns, const Query& query)
    : counts_articles(query.count_articles), fails(FailsOf(columns, query)) {
  passes.reserve(fails.size());
  for (const uint16_t fail : fails) passes.push_back(fail == 0 ? 1 : 0);
  const size_t all_articles = columns.first_articles.back(), rows = columns.hits.size();
  if (const Searched* const search = columns.SearchFor(query.text, query.text_in_claims)) {
    const SearchMask& mask = search->mask;
    row_fails.resize(rows);
    for (size_t row = 0; row < rows; ++row) {
      const size_t at = mask.of_claims ? row : columns.articles[row];
      row_fails[row] = mask.passes.Has(at) ? 0 : kTextBit;
    }
  }
  const auto fail_names = [&](Facet facet, const std::vector<std::string>& names, size_t entries,
                              std::vector<uint16_t>* into) {
    FailNames(columns, facet, names, IsExcept(query, facet), entries, into);
  };
  fail_names(Facet::kSource, query.sources, all_articles, &article_fails);
  fail_names(Facet::kLanguage, query.languages, all_articles, &article_fails);
  fail_names(Facet::kClaimant, query.claimants, rows, &row_fails);
  fail_names(Facet::kPlace, query.places, rows, &row_fails);
  FailAmounts(columns, query.amount, &row_fails);
  FailReviews(columns, query, &row_fails);
  if (article_fails.empty() && row_fails.empty()) return;
  holds.resize(rows);
  for (size_t row = 0; row < rows; ++row) {
    const bool article_holds = article_fails.empty() || article_fails[columns.articles[row]] == 0;
    const bool row_holds = row_fails.empty() || row_fails[row] == 0;
    holds[row] = article_holds && row_holds ? 1 : 0;
  }
}

std::vector<uint32_t> Filter::CountProfiles(const ClaimTable::Columns& columns,
                                            RowRange rows) const {
  std::vector<uint32_t> counts(fails.size());
  const uint32_t* const profiles = columns.profiles.data();
  if (!holds.empty()) {
    for (uint32_t row = rows.begin; row < rows.end; ++row) counts[profiles[row]] += holds[row];
    return counts;
  }
  const auto count = [&](uint32_t begin, uint32_t end) {
    for (uint32_t row = begin; row < end; ++row) ++counts[profiles[row]];
  };
  const uint32_t first = (rows.begin + columns.sum_rows - 1) / columns.sum_rows;
  const uint32_t last = rows.end / columns.sum_rows;
  if (first >= last) {
    count(rows.begin, rows.end);
    return counts;
  }
  const size_t width = counts.size();
  const uint32_t* const before = columns.profile_sums.data() + first * width;
  const uint32_t* const after = columns.profile_sums.data() + last * width;
  for (size_t profile = 0; profile < width; ++profile) {
    counts[profile] = after[profile] - before[profile];
  }
  count(rows.begin, first * columns.sum_rows);
  count(last * columns.sum_rows, rows.end);
  return counts;
}

std::array<uint32_t, kVerdictCount> Filter::CountReviews(const ClaimTable::Columns& columns,
                                                         RowRange rows) const {
  std::array<uint32_t, kVerdictCount> counts{};
  const uint16_t others = static_cast<uint16_t>(~FacetBit(Facet::kReview));
  for (uint32_t row = rows.begin; row < rows.end; ++row) {
    uint16_t failed = fails[columns.profiles[row]];
    if (!row_fails.empty()) failed |= row_fails[row];
    if (!article_fails.empty()) failed |= article_fails[columns.articles[row]];
    if ((failed & others) == 0) ++counts[columns.verdicts.empty() ? 0 : columns.verdicts[row]];
  }
  return counts;
}

std::vector<uint32_t> Filter::CountNames(const ClaimTable::Columns& columns, RowRange rows,
                                         Facet facet, bool by_article) const {
  const NameColumn& column = columns.Names(facet);
  std::vector<uint32_t> counts(column.names.size());
  const bool per_article = facet == Facet::kSource || facet == Facet::kLanguage;
  const uint16_t others = static_cast<uint16_t>(~FacetBit(facet));
  std::vector<uint32_t> seen(column.names.size(), ~0u);  // a claim counts once for each name
  std::vector<uint64_t> found;                           // name << 32 | article
  for (uint32_t row = rows.begin; row < rows.end; ++row) {
    if (passes[columns.profiles[row]] == 0) continue;
    uint16_t failed = row_fails.empty() ? uint16_t{0} : row_fails[row];
    if (!article_fails.empty()) failed |= article_fails[columns.articles[row]];
    if ((failed & others) != 0) continue;
    for (const uint32_t name : column.At(per_article ? columns.articles[row] : row)) {
      counts[name] += seen[name] == row ? 0 : 1;
      seen[name] = row;
      if (by_article) found.push_back(uint64_t{name} << 32 | columns.articles[row]);
    }
  }
  if (!by_article) return counts;
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  counts.assign(counts.size(), 0);
  for (const uint64_t one : found) ++counts[one >> 32];
  return counts;
}

}  // namespace claimscope
