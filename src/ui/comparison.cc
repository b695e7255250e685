#include "ui/comparison.h"

#include <algorithm>

namespace claimscope {
namespace {

// The amounts of a claim in one measure, with what the record says of their scope.
void AddAmounts(const Session& session, Hit hit, uint8_t side, ComparedSides* out) {
  const Segment& segment = session.workspace().SegmentAt(hit.segment);
  const Day day{segment.anchor_days()[hit.row]};
  if (!day.known()) return;
  std::vector<Segment::Amount> amounts;
  segment.AppendAmountsOf(hit.row, &amounts);
  for (size_t i = 0; i < amounts.size(); ++i) {
    if (segment.StringAt(amounts[i].measure) != out->measure) continue;
    if (out->amounts.size() == kMostAmounts) {
      out->is_cut = true;
      return;
    }
    const Scope scope = segment.ClaimAt(hit.row).quantities[i].scope;
    out->amounts.push_back({hit, day, amounts[i].least, std::max(amounts[i].least, amounts[i].most),
                            side, scope == Scope::kCumulative});
  }
}

void CountMeasures(const Session& session, const Answer& answer, ComparedSides* out) {
  const auto& names = session.NamesOf(Facet::kMeasure);
  const auto& counts = answer.names[static_cast<size_t>(Facet::kMeasure)];
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    const auto at = std::find_if(out->measures.begin(), out->measures.end(),
                                 [&](const FacetCount& m) { return m.value == names[i]; });
    if (at == out->measures.end()) {
      out->measures.push_back({std::string(names[i]), counts[i]});
    } else {
      at->claims += counts[i];
    }
  }
}

}  // namespace

ComparedSides Compare(const Session& session) {
  ComparedSides out;
  out.sides = session.state.compared;
  for (size_t i = 0; i < 2; ++i) {
    Query query = QuestionOf(session.state);
    query.sides = BitOf(out.sides[i]);
    query.except &= ~BitOf(Facet::kSide);
    Answer answer = session.Look(
        query, Asking(session.per(), session.chart_days(), Facet::kSide, BitOf(Facet::kMeasure)));
    CountMeasures(session, answer, &out);
    out.charts[i] = std::move(answer.histogram);
    out.claims[i] = static_cast<uint32_t>(answer.hits.size());
    out.hits[i] = std::move(answer.hits);
  }
  std::stable_sort(out.measures.begin(), out.measures.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.claims > b.claims; });
  const std::string& wanted = session.state.compared_measure;
  const bool has_wanted = std::any_of(out.measures.begin(), out.measures.end(),
                                      [&](const FacetCount& m) { return m.value == wanted; });
  if (!out.measures.empty()) out.measure = has_wanted ? wanted : out.measures[0].value;
  for (uint8_t side = 0; side < 2 && !out.measure.empty(); ++side) {
    for (const Hit hit : out.hits[side]) AddAmounts(session, hit, side, &out);
  }
  std::stable_sort(out.amounts.begin(), out.amounts.end(),
                   [](const ComparedAmount& a, const ComparedAmount& b) { return a.day < b.day; });
  return out;
}

}  // namespace claimscope
