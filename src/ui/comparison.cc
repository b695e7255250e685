#include "ui/comparison.h"
#include "base/stable_sort.h"

#include <algorithm>
#include <functional>

#include "ui/filter_words.h"
#include "ui/format.h"
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
                            std::hash<std::string>()(what), claim.quantities[i].bound});
  }
}

// Those of one of the two that are of the kind shown.
void AddAmounts(const Session& session, uint8_t side, ComparedSides* out) {
  for (const Hit hit : out->telling[side]) {
    if (out->is_cut) return;
    const Segment& segment = session.workspace().SegmentAt(hit.segment);
    if (segment.kinds()[hit.row] == static_cast<uint8_t>(out->kind))
      AddAmounts(session, hit, side, out);
  }
}

// The measure that is wanted, if there is such a one; else the one told most often.
void ChooseMeasure(ComparedSides* out) {
  StableSort(&out->measures,
             [](const FacetCount& a, const FacetCount& b) { return a.claims > b.claims; });
  const bool has_wanted = std::any_of(out->measures.begin(), out->measures.end(),
                                      [&](const FacetCount& m) { return m.value == out->measure; });
  if (!has_wanted) out->measure = out->measures.empty() ? "" : out->measures[0].value;
}

// Which kinds of claims tell amounts in the measure shown, and which of them is shown.
void ChooseKind(const Session& session, ComparedSides* out) {
  std::array<uint32_t, kKindCount> counts{};
  for (const std::vector<Hit>& of_one : out->telling) {
    for (const Hit hit : of_one)
      ++counts[session.workspace().SegmentAt(hit.segment).kinds()[hit.row]];
  }
  for (int i = 0; i < kKindCount; ++i) {
    if (counts[static_cast<size_t>(i)] > 0) out->kinds.push_back(static_cast<Kind>(i));
  }
  StableSort(&out->kinds, [&](Kind a, Kind b) {
    return counts[static_cast<size_t>(a)] > counts[static_cast<size_t>(b)];
  });
  if (out->kinds.empty()) return;
  const auto wanted = out->wanted_kind;
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

// The claims of one of the two that tell amounts in the measure shown: asked for as a filter, which
// is sooner than to look into each claim.
std::vector<Hit> HitsTelling(const Session& session, const ComparedSides& two, size_t place) {
  Query query = two.queries[place];
  const bool chosen = query.amount.measure == two.measure;
  if (chosen || query.amount.measure.empty()) {
    if (!chosen) query.amount = {};
    query.amount.measure = two.measure;
    return session.Look(query, Asking(Per::kYear)).hits;
  }
  // Another measure is chosen: few claims are left.
  std::vector<Hit> telling;
  std::vector<Segment::Amount> amounts;
  for (const Hit hit : session.Look(query, Asking(Per::kYear)).hits) {
    const Segment& segment = session.workspace().SegmentAt(hit.segment);
    amounts.clear();
    segment.AppendAmountsOf(hit.row, &amounts);
    for (const Segment::Amount& amount : amounts) {
      if (segment.StringAt(amount.measure) != two.measure) continue;
      telling.push_back(hit);
      break;
    }
  }
  return telling;
}

}  // namespace

std::string FormatAmount(const ComparedAmount& amount, double size) {
  std::string text = std::string(SignOf(amount.bound)) + FormatNumber(amount.least / size);
  if (amount.most > amount.least) text += "–" + FormatNumber(amount.most / size);
  return text;
}

ComparedSides BeginCompare(const Session& session) {
  ComparedSides out;
  out.columns = session.state.compared;
  for (size_t i = 0; i < 2; ++i) out.queries[i] = QuestionOf(session.state, out.columns[i]);
  out.asking = Asking(session.per(), session.chart_days(), Facet::kSide, BitOf(Facet::kMeasure));
  out.measure = session.state.compared_measure;
  out.wanted_kind = session.state.compared_kind;
  return out;
}

bool CompareOn(const Session& session, ComparedSides* two) {
  ComparedSides& out = *two;
  const size_t step = out.steps++, side = step % 2;
  if (step < 2) {
    Answer answer = session.Look(out.queries[side], out.asking, false);
    CountMeasures(session, answer, &out);
    out.charts[side] = std::move(answer.histogram);
    out.claims[side] = answer.claims;
    return false;
  }
  if (step == 2) ChooseMeasure(&out);
  if (out.measure.empty()) return out.is_known = true;
  if (step < 4) {
    out.telling[side] = HitsTelling(session, out, side);
    return false;
  }
  ChooseKind(session, &out);
  for (uint8_t i = 0; i < 2; ++i) AddAmounts(session, i, &out);
  StableSort(&out.amounts,
             [](const ComparedAmount& a, const ComparedAmount& b) { return a.day < b.day; });
  return out.is_known = true;
}

ComparedSides Compare(const Session& session) {
  ComparedSides out = BeginCompare(session);
  while (!CompareOn(session, &out)) continue;
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
