// Settlements that are named one after another, and those that no table knows.
#include <algorithm>

#include "claims/place_finder.h"

namespace claimscope {

constexpr uint32_t kListReach = 4;  // names

// In an enumeration after another place: "Murom, Nezhegol and Rzhevka".
bool PlaceFinder::InList(uint32_t at) const {
  if (found_.empty() || at < begin_ + 2) return false;
  const PlaceFinding& last = found_.back();
  if (last.begin < begin_ || last.kind != PlaceKind::kSettlement) return false;
  // Over names that no table knows: "Murom, Qwertivka, Nezhegol".
  uint32_t i = at;
  for (uint32_t steps = 0; steps < kListReach && i > last.end + 2; ++steps) {
    if (tokens_[i - 1].mark != ',' || !tokens_[i - 2].capital) return false;
    i -= 2;
  }
  return last.end + 2 >= i;
}

// "the village of X", "the settlements of X, Y and Z", whether a table knows X or not.
uint32_t PlaceFinder::UnknownSettlements(uint32_t at) {
  if (tokens_[at].capital && at != begin_) return at;
  const auto match = lexicon_.noun_phrases.Longest(tokens_.data(), end_, at);
  if (!match || settlement_class_ < 0 ||
      (lexicon_.nouns[match.value].classes & Lexicon::BitOf(settlement_class_)) == 0) {
    return at;
  }
  uint32_t i = at + match.length;
  if (Word(i) == of_) ++i;
  uint32_t taken = at;
  while (CapitalWord(i) && !Has(i, Is::kMonth) && !Has(i, Is::kWeekday)) {
    PlaceFinding finding{i, i + 1};
    finding.located = true;
    if (const auto known = gazetteer_.Longest(tokens_.data(), end_, i)) {
      const std::vector<Place>& candidates = gazetteer_.Candidates(known.value);
      if (!HasSettlement(candidates)) break;
      finding.end = i + known.length;
      Take(candidates, &finding);
    } else {
      while (CapitalWord(finding.end)) ++finding.end;
      while (finding.end + 1 < end_ && tokens_[finding.end].mark == '-' &&
             tokens_[finding.end].glued && tokens_[finding.end + 1].capital) {
        finding.end += 2;
      }
      const bool single = finding.end == i + 1;
      const std::vector<Place>* candidates = single ? gazetteer_.BySpelling(Text(i)) : nullptr;
      finding.sure = Sureness::kContext;
      if (candidates != nullptr) {
        Take(*candidates, &finding);
        if (finding.sure == Sureness::kExact) finding.sure = Sureness::kAlias;
      }
    }
    taken = finding.end;
    found_.push_back(std::move(finding));
    if (!ListGoesOn(at, match.length, taken, &i)) break;
  }
  return taken;
}

// ", Y and Z" after a settlement; "Andriyivka, Kyiv said" names a government next, no village.
bool PlaceFinder::ListGoesOn(uint32_t noun, uint32_t noun_length, uint32_t at,
                             uint32_t* next) const {
  uint32_t i = at;
  if (InSentence(i) && tokens_[i].mark == ',') ++i;
  if (Has(i, Is::kAnd)) ++i;
  if (i == at || !InSentence(i) || !tokens_[i].capital) return false;
  *next = i;
  if (const auto known = gazetteer_.Longest(tokens_.data(), end_, i)) {
    const std::vector<Place>& candidates = gazetteer_.Candidates(known.value);
    return HasSettlement(candidates) && FirstOf(candidates, PlaceKind::kCountry) == nullptr &&
           FirstOf(candidates, PlaceKind::kDemonym) == nullptr;
  }
  return !(tokens_[at].mark == ',' && noun_length == 1 && text_[tokens_[noun].end - 1] != 's');
}

}  // namespace claimscope
