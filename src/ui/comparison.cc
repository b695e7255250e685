#include "ui/comparison.h"
#include "base/stable_sort.h"

#include <algorithm>
#include <functional>

#include "ui/filter_words.h"
#include "ui/labels.h"

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
    const Claim claim = segment.ClaimAt(hit.row);
    const std::string what = claim.quantities[i].of + "\n" + claim.quantities[i].unit + "\n" +
                             claim.region + "\n" + std::string(NameOf(claim.actor));
    out->amounts.push_back({hit, day, amounts[i].least, std::max(amounts[i].least, amounts[i].most),
                            side, claim.quantities[i].scope == Scope::kCumulative,
                            std::hash<std::string>()(what)});
  }
}

// Which kinds of claims tell amounts in the measure shown, and which of them is shown.
void ChooseKind(const Session& session, ComparedSides* out) {
  std::array<uint32_t, kKindCount> counts{};
  std::vector<Segment::Amount> amounts;
  for (const std::vector<Hit>& hits : out->hits) {
    for (const Hit hit : hits) {
      const Segment& segment = session.workspace().SegmentAt(hit.segment);
      amounts.clear();
      segment.AppendAmountsOf(hit.row, &amounts);
      const bool tells = std::any_of(amounts.begin(), amounts.end(), [&](const auto& amount) {
        return segment.StringAt(amount.measure) == out->measure;
      });
      if (tells) ++counts[segment.kinds()[hit.row]];
    }
  }
  for (int i = 0; i < kKindCount; ++i) {
    if (counts[static_cast<size_t>(i)] > 0) out->kinds.push_back(static_cast<Kind>(i));
  }
  std::stable_sort(out->kinds.begin(), out->kinds.end(), [&](Kind a, Kind b) {
    return counts[static_cast<size_t>(a)] > counts[static_cast<size_t>(b)];
  });
  if (out->kinds.empty()) return;
  const auto wanted = session.state.compared_kind;
  const auto at =
      wanted ? std::find(out->kinds.begin(), out->kinds.end(), *wanted) : out->kinds.begin();
  out->kind = at != out->kinds.end() ? *at : out->kinds[0];
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
  out.columns = session.state.compared;
  for (size_t i = 0; i < 2; ++i) {
    out.queries[i] = QuestionOf(session.state, out.columns[i]);
    Answer answer = session.Look(out.queries[i], Asking(session.per(), session.chart_days(),
                                                        Facet::kSide, BitOf(Facet::kMeasure)));
    CountMeasures(session, answer, &out);
    out.charts[i] = std::move(answer.histogram);
    out.claims[i] = static_cast<uint32_t>(answer.hits.size());
    out.hits[i] = std::move(answer.hits);
  }
  StableSort(&out.measures,
             [](const FacetCount& a, const FacetCount& b) { return a.claims > b.claims; });
  const std::string& wanted = session.state.compared_measure;
  const bool has_wanted = std::any_of(out.measures.begin(), out.measures.end(),
                                      [&](const FacetCount& m) { return m.value == wanted; });
  if (!out.measures.empty()) out.measure = has_wanted ? wanted : out.measures[0].value;
  if (out.measure.empty()) return out;
  ChooseKind(session, &out);
  for (uint8_t side = 0; side < 2; ++side) {
    for (const Hit hit : out.hits[side]) {
      const Segment& segment = session.workspace().SegmentAt(hit.segment);
      if (segment.kinds()[hit.row] == static_cast<uint8_t>(out.kind))
        AddAmounts(session, hit, side, &out);
    }
  }
  StableSort(&out.amounts,
             [](const ComparedAmount& a, const ComparedAmount& b) { return a.day < b.day; });
  return out;
}

bool ComparesFilters(const ComparedPair& columns) {
  return columns[0].what != Compared::What::kSide || columns[1].what != Compared::What::kSide;
}

std::string NameOfColumn(const Session& session, const Compared& column) {
  if (column.what == Compared::What::kSide) return std::string(LabelOf(column.side));
  const std::string words = FilterInWords(session, QuestionOf(session.state, column));
  return column.what == Compared::What::kNow ? "The filter now: " + words : words;
}

ImU32 ColorOf(const Theme& theme, const ComparedPair& columns, size_t place) {
  if (!ComparesFilters(columns)) return theme.Of(columns[place].side);
  return place == 0 ? theme.accent : theme.other;
}

void DrawColumnMark(ImDrawList* list, const Theme& theme, ImVec2 center,
                    const ComparedPair& columns, size_t place) {
  if (!ComparesFilters(columns)) return DrawMark(list, theme, center, columns[place].side);
  DrawBadge(list, theme, center, ColorOf(theme, columns, place), place == 0 ? "A" : "B");
}

}  // namespace claimscope
