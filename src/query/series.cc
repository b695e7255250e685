// The series of the stacked chart: which values have one of their own, and in which order.
#include <algorithm>
#include <numeric>

#include "model/names.h"
#include "query/claim_columns.h"

namespace claimscope {
namespace {

// What is none of the others, however much it is: it comes last.
std::string_view NoneOf(Facet stack) { return stack == Facet::kClaimant ? "outlet" : "-"; }

constexpr uint32_t kUnnamed = 0xFFFFFFFF;

SeriesMap ByCount(const std::vector<std::string_view>& names, std::string_view none,
                  const std::vector<uint32_t>& totals) {
  std::vector<uint32_t> order(names.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return totals[a] > totals[b]; });
  SeriesMap map;
  map.of.resize(names.size());
  uint32_t last = static_cast<uint32_t>(names.size());
  for (const uint32_t value : order) {
    if (totals[value] == 0) break;
    if (names[value] == none) {
      last = value;
      continue;
    }
    if (map.names.size() < kMaxSeries) {
      map.names.emplace_back(names[value]);
    } else if (map.names.size() == kMaxSeries) {
      map.names.emplace_back("other");
    }
    map.of[value] = static_cast<uint32_t>(map.names.size() - 1);
  }
  if (last == names.size()) return map;
  map.of[last] = static_cast<uint32_t>(map.names.size());
  map.names.emplace_back(none);
  return map;
}

// What the pack has no name for (it was saved under another one) comes last, as "other".
template <typename E>
SeriesMap InOrder(const std::vector<uint32_t>& totals) {
  SeriesMap map;
  map.of.assign(totals.size(), kUnnamed);
  ForEachNamed<E>([&](E value) {
    const auto i = static_cast<size_t>(value);
    map.of[i] = static_cast<uint32_t>(map.names.size());
    if (totals[i] > 0) map.names.emplace_back(NameOf(value));
  });
  const auto other = static_cast<uint32_t>(std::find(map.names.begin(), map.names.end(), "other") -
                                           map.names.begin());
  for (size_t i = 0; i < totals.size(); ++i) {
    if (map.of[i] != kUnnamed) continue;
    map.of[i] = other;
    if (totals[i] > 0 && other == map.names.size()) map.names.emplace_back("other");
  }
  return map;
}

}  // namespace

SeriesMap NameSeries(const ClaimTable::Columns& columns, Facet stack,
                     const std::vector<uint32_t>& totals) {
  switch (stack) {
    case Facet::kKind:
      return InOrder<Kind>(totals);
    case Facet::kSide:
      return InOrder<Side>(totals);
    case Facet::kStatus:
      return InOrder<ClaimStatus>(totals);
    case Facet::kClaimant:
      return ByCount(columns.Names(stack).names, NoneOf(stack), totals);
    default:
      return ByCount(columns.region_codes, NoneOf(stack), totals);
  }
}

}  // namespace claimscope
