#include "ui/facet_rows.h"

#include <algorithm>

#include "base/strings.h"
#include "ui/format.h"
#include "ui/region_colors.h"

namespace claimscope {
namespace {

constexpr size_t kMostRows = 200;

uint32_t CountOf(const std::vector<FacetCount>& counts, std::string_view value) {
  for (const FacetCount& count : counts) {
    if (count.value == value) return count.claims;
  }
  return 0;
}

bool IsExcept(const Frame& frame, Facet facet) {
  return (frame.state().query.except & BitOf(facet)) != 0;
}

// In the order of the model: it groups what belongs together. Values the corpus does not hold are
// left out.
template <typename E>
FacetRows RowsOf(const Frame& frame, Facet facet, int count, const std::vector<FacetCount>& totals,
                 const std::vector<FacetCount>& counts, uint32_t chosen) {
  FacetRows out;
  out.except = IsExcept(frame, facet);
  for (int i = 0; i < count; ++i) {
    const E entry = static_cast<E>(i);
    FacetRow row;
    row.value = NameOf(entry);
    row.label = LabelOf(entry);
    row.meaning = Explain(entry);
    if (row.label.empty()) continue;  // the rule pack has no such one
    row.count = CountOf(counts, row.value);
    row.checked = (chosen >> i & 1) != 0;
    row.color = frame.theme.Of(entry);
    row.entry = i;
    if (CountOf(totals, row.value) > 0 || row.checked) out.rows.push_back(std::move(row));
  }
  out.all = out.rows.size();
  return out;
}

}  // namespace

FacetRows RegionRows(const Frame& frame, const FacetList& list) {
  const Session& session = frame.session;
  const std::vector<std::string>& chosen = frame.state().query.regions;
  const auto& known = session.corpus().regions();
  FacetRows out;
  out.except = IsExcept(frame, Facet::kRegion);
  out.all = known.size();
  const auto add = [&](std::string_view code, size_t place) {
    FacetRow row;
    row.value = code;
    row.label = session.regions().NameOf(code);
    row.meaning = ExplainName(Facet::kRegion, code);
    if (std::any_of(known.begin(), known.end(), [&](const FacetCount& other) {
          return other.value.size() > code.size() && other.value[code.size()] == '-' &&
                 StartsWith(other.value, code);
        })) {
      row.note = "as a whole";
      row.meaning = "claims about the country as a whole; its regions stand on their own";
    }
    row.count = CountOf(session.answer().regions, code);
    row.checked = std::find(chosen.begin(), chosen.end(), code) != chosen.end();
    row.color = code == "-" ? frame.theme.nowhere : RegionColor(frame, code);
    if (list.Shows(row.label, row.checked, place, known.size())) out.rows.push_back(std::move(row));
  };
  for (size_t i = 0; i < known.size(); ++i) add(known[i].value, i);
  for (const std::string& code : chosen) {
    const bool absent = std::none_of(known.begin(), known.end(),
                                     [&](const FacetCount& r) { return r.value == code; });
    if (absent) add(code, 0);
  }
  return out;
}

FacetRows KindRows(const Frame& frame) {
  const Session& session = frame.session;
  return RowsOf<Kind>(frame, Facet::kKind, kKindCount, session.corpus().kinds(),
                      session.answer().kinds, frame.state().query.kinds);
}

FacetRows SideRows(const Frame& frame) {
  const Session& session = frame.session;
  return RowsOf<Side>(frame, Facet::kSide, kSideCount, session.corpus().sides(),
                      session.answer().sides, frame.state().query.sides);
}

FacetRows StatusRows(const Frame& frame) {
  const Session& session = frame.session;
  return RowsOf<ClaimStatus>(frame, Facet::kStatus, kClaimStatusCount, session.corpus().statuses(),
                             session.answer().statuses, frame.state().query.statuses);
}

FacetRows ReviewRows(const Frame& frame) {
  const Reviews& reviews = frame.session.reviews;
  const uint32_t chosen = frame.state().query.reviews;
  FacetRows out;
  uint32_t reviewed = 0;
  for (int i = 1; i < kVerdictCount; ++i) reviewed += reviews.CountOf(static_cast<Verdict>(i));
  if (reviewed == 0 && chosen == 0 && !frame.state().query.count_rejected) return out;
  out.except = IsExcept(frame, Facet::kReview);
  for (int i = 0; i < kVerdictCount; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    FacetRow row;
    row.value = NameOf(verdict);
    row.label = LabelOf(verdict);
    row.meaning = Explain(verdict);
    row.count = frame.session.answer().reviews[static_cast<size_t>(i)];
    row.checked = (chosen >> i & 1) != 0;
    row.color = frame.theme.rest;
    row.entry = i;
    out.rows.push_back(std::move(row));
  }
  out.all = out.rows.size();
  return out;
}

FacetRows NameRows(const Frame& frame, Facet facet, const FacetList& list) {
  const Session& session = frame.session;
  const std::vector<std::string_view>& names = session.NamesOf(facet);
  const std::vector<uint32_t>& counts = session.answer().names[static_cast<size_t>(facet)];
  const std::vector<uint32_t>& order = session.corpus().OrderOf(facet);
  const std::vector<std::string>* chosen = NamesIn(frame.state().query, facet);
  FacetRows out;
  if (counts.size() != names.size()) return out;  // not counted yet
  out.except = IsExcept(frame, facet);
  out.all = order.size();
  for (size_t place = 0; place < order.size(); ++place) {
    const std::string_view name = names[order[place]];
    const bool checked = chosen != nullptr
                             ? std::find(chosen->begin(), chosen->end(), name) != chosen->end()
                             : frame.state().query.amount.measure == name;
    if (out.rows.size() >= kMostRows && !checked) continue;
    FacetRow row;
    row.label = LabelOfName(facet, name);
    row.meaning = ExplainName(facet, name);
    if (!list.Shows(row.label, checked, place, order.size())) continue;
    row.value = name;
    row.count = counts[order[place]];
    row.checked = checked;
    row.color = frame.theme.rest;
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace claimscope
