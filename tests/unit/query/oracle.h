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

inline bool Passes(const OracleClaim& c, const Query& q, Facet leave_out, bool leave_out_any) {
  const auto skip = [&](Facet facet) { return leave_out_any && leave_out == facet; };
  const auto bit = [](auto value) { return BitOf(value); };
  return HoldsText(c.words, q.text) &&
         (skip(Facet::kDays) || !q.days.known() ||
          (c.day().known() && q.days.from <= c.day() && c.day() <= q.days.to)) &&
         (skip(Facet::kRegion) || q.regions.empty() ||
          std::count(q.regions.begin(), q.regions.end(), c.claim.region) > 0) &&
         (skip(Facet::kKind) || q.kinds == 0 || (q.kinds & bit(c.claim.kind)) != 0) &&
         (skip(Facet::kSide) || q.sides == 0 || (q.sides & bit(c.claim.side)) != 0) &&
         (skip(Facet::kStatus) || q.statuses == 0 || (q.statuses & bit(c.claim.status)) != 0);
}

}  // namespace claimscope
