#include <algorithm>

#include "query/claim_columns.h"
#include "query/search_mask.h"

namespace claimscope {
namespace {

std::vector<uint8_t> FailsOf(const ClaimTable::Columns& columns, const Query& query) {
  std::vector<uint8_t> region_fails;
  for (const std::string_view code : columns.region_codes) {
    const bool passes =
        query.regions.empty() ||
        std::find(query.regions.begin(), query.regions.end(), code) != query.regions.end();
    region_fails.push_back(passes ? 0 : FacetBit(Facet::kRegion));
  }
  const auto fails = [](uint32_t wanted, uint8_t value, Facet facet) {
    return wanted == 0 || (wanted >> value & 1) != 0 ? 0 : FacetBit(facet);
  };
  const int left_out = (query.count_copies ? 0 : kCopied) | (query.count_retold ? 0 : kRetold);
  std::vector<uint8_t> out;
  out.reserve(columns.profile_table.size());
  for (const auto& p : columns.profile_table) {
    out.push_back(static_cast<uint8_t>(
        region_fails[p.region] | fails(query.kinds, p.kind, Facet::kKind) |
        fails(query.sides, p.side, Facet::kSide) | fails(query.statuses, p.status, Facet::kStatus) |
        ((p.told & left_out) != 0 ? kCopyBit : 0)));
  }
  return out;
}

}  // namespace

const uint8_t* ClaimTable::Columns::RowsAnswering(const std::string& text) const {
  if (text.empty()) return nullptr;
  if (searched_.text != text) {
    const SearchNode root = ParseSearch(text).root;
    searched_ = {text, {}};
    if (root.is != SearchNode::Is::kNothing) {
      SearchMask mask = Evaluate(root, *this);
      ToClaims(*this, &mask);
      searched_.rows = std::move(mask.passes);
    }
  }
  return searched_.rows.empty() ? nullptr : searched_.rows.data();
}

Filter::Filter(const ClaimTable::Columns& columns, const Query& query)
    : fails(FailsOf(columns, query)), answering(columns.RowsAnswering(query.text)) {
  passes.reserve(fails.size());
  for (const uint8_t fail : fails) passes.push_back(fail == 0 ? 1 : 0);
}

std::vector<uint32_t> Filter::CountProfiles(const ClaimTable::Columns& columns,
                                            RowRange rows) const {
  using Columns = ClaimTable::Columns;
  std::vector<uint32_t> counts(fails.size());
  const uint32_t* const profiles = columns.profiles.data();
  if (answering != nullptr) {
    for (uint32_t row = rows.begin; row < rows.end; ++row) counts[profiles[row]] += answering[row];
    return counts;
  }
  const auto count = [&](uint32_t begin, uint32_t end) {
    for (uint32_t row = begin; row < end; ++row) ++counts[profiles[row]];
  };
  const uint32_t first = (rows.begin + Columns::kSumRows - 1) / Columns::kSumRows;
  const uint32_t last = rows.end / Columns::kSumRows;
  if (first >= last || columns.profile_sums.empty()) {
    count(rows.begin, rows.end);
    return counts;
  }
  const size_t width = counts.size();
  const uint32_t* const before = columns.profile_sums.data() + first * width;
  const uint32_t* const after = columns.profile_sums.data() + last * width;
  for (size_t profile = 0; profile < width; ++profile) {
    counts[profile] = after[profile] - before[profile];
  }
  count(rows.begin, first * Columns::kSumRows);
  count(last * Columns::kSumRows, rows.end);
  return counts;
}

}  // namespace claimscope
