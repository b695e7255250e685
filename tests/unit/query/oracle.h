// The plain meaning of a question, claim by claim: what Ask must answer, however it counts.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/words.h"
#include "query/query.h"
#include "tests/support/made_corpus.h"

namespace claimscope {

struct OracleClaim {
  uint32_t segment, article;
  Claim claim;
  std::set<std::string> words;  // of its article
  std::string source, language;
  Day day() const { return AnchorDay(claim.time); }
};

inline std::set<std::string> WordsOf(const Article& article) {
  std::set<std::string> words;
  for (const std::string& text : {article.title, article.text}) {
    for (WordReader reader(text); reader.Next();) words.emplace(reader.folded());
  }
  return words;
}

inline bool HoldsText(const std::set<std::string>& words, std::string_view text) {
  for (WordReader reader(text); reader.Next();) {
    const std::string word(reader.folded());
    const bool is_open = reader.end() == text.size();
    const auto at = words.lower_bound(word);
    if (at == words.end() || (is_open ? at->compare(0, word.size(), word) != 0 : *at != word)) {
      return false;
    }
  }
  return true;
}

// Whether one of the names is wanted, or, where the list names what is left out, none is.
inline bool IsWanted(const std::vector<std::string>& wanted, const std::set<std::string>& names,
                     bool except) {
  if (wanted.empty()) return true;
  bool is_named = false;
  for (const std::string& name : wanted) is_named = is_named || names.count(name) > 0;
  return is_named != except;
}

inline std::set<std::string> PlacesOf(const Claim& claim) {
  std::set<std::string> names;
  for (const PlaceMention& place : claim.places) names.insert(place.name);
  return names;
}

inline bool TellsAmount(const Claim& claim, const AmountRange& range) {
  if (range.measure.empty()) return true;
  for (const Quantity& q : claim.quantities) {
    const double scale = q.si_unit.empty() || q.value == 0 ? 1 : q.si_value / q.value;
    if (MeasureOf(q) == range.measure && q.value_max * scale >= range.least &&
        q.value * scale <= range.most) {
      return true;
    }
  }
  return false;
}

inline bool Passes(const OracleClaim& c, const Query& q, Facet leave_out, bool leave_out_any) {
  const auto skip = [&](Facet facet) { return leave_out_any && leave_out == facet; };
  const auto except = [&](Facet facet) { return (q.except & BitOf(facet)) != 0; };
  const auto names = [&](Facet facet, const std::vector<std::string>& wanted,
                         const std::set<std::string>& has) {
    return skip(facet) || IsWanted(wanted, has, except(facet));
  };
  const auto bits = [&](Facet facet, uint32_t wanted, auto value) {
    return skip(facet) || wanted == 0 || ((wanted & BitOf(value)) != 0) != except(facet);
  };
  return HoldsText(c.words, q.text) &&
         (skip(Facet::kDays) || !q.days.known() ||
          (c.day().known() && q.days.from <= c.day() && c.day() <= q.days.to)) &&
         names(Facet::kRegion, q.regions, {c.claim.region}) &&
         names(Facet::kClaimant, q.claimants, {c.claim.claimant}) &&
         names(Facet::kPlace, q.places, PlacesOf(c.claim)) &&
         names(Facet::kSource, q.sources, {c.source}) &&
         names(Facet::kLanguage, q.languages, {c.language}) &&
         (skip(Facet::kMeasure) || TellsAmount(c.claim, q.amount)) &&
         bits(Facet::kKind, q.kinds, c.claim.kind) && bits(Facet::kSide, q.sides, c.claim.side) &&
         bits(Facet::kStatus, q.statuses, c.claim.status);
}

}  // namespace claimscope
