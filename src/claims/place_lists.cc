// Settlements that are named one after another, and those that no table knows.
#include <algorithm>

#include "base/stable_sort.h"
#include "claims/place_finder.h"

namespace claimscope {

constexpr uint32_t kListReach = 4;  // names
constexpr uint32_t kLongName = 3;   // words

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

// "village", "urban-type settlement": the tokens it takes, 0: none.
uint32_t PlaceFinder::SettlementNoun(uint32_t at) const {
  const auto match = lexicon_.noun_phrases.Longest(tokens_.data(), end_, at);
  const bool fits = match && settlement_class_ >= 0 &&
                    (lexicon_.nouns[match.value].classes & Lexicon::BitOf(settlement_class_)) != 0;
  return fits ? match.length : 0;
}

// "the village of X", "the settlements of X, Y and Z", whether a table knows X or not.
uint32_t PlaceFinder::UnknownSettlements(uint32_t at) {
  if (tokens_[at].capital && at != begin_) return at;
  const uint32_t noun = SettlementNoun(at);
  if (noun == 0) return at;
  uint32_t i = at + noun;
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
    if (!ListGoesOn(at, noun, taken, &i)) break;
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

// A word of such a name; no person's.
bool PlaceFinder::NameWord(uint32_t at) const {
  return CapitalWord(at) && !tokens_[at].all_caps && tokens_[at].word != possessive_ &&
         !Has(at, Is::kFemale) && !Has(at, Is::kMale) && !Has(at, Is::kArticle) &&
         !Has(at, Is::kPreposition) && !Has(at, Is::kMonth) && !Has(at, Is::kWeekday) &&
         ScaleAt(at) == Scale::kNone && !lexicon_.noun_phrases.Starts(tokens_[at]) &&
         !lexicon_.role_phrases.Starts(tokens_[at]);
}

// Where a name of several words ends, "Nova Qwertivka", "Qwert-Rivne"; `at`: it is of one.
uint32_t PlaceFinder::LongName(uint32_t at) const {
  if (at > begin_ && NameWord(at - 1) && !(at - 1 == begin_ && tokens_[begin_].classes != 0))
    return at;
  uint32_t end = at, words = 0;
  while (NameWord(end)) {
    ++end;
    if (++words > kLongName) return at;
    if (InSentence(end) && tokens_[end].mark == '-' && tokens_[end].glued && NameWord(end + 1))
      ++end;
  }
  return words > 1 ? end : at;
}

// ", a village in ..."
bool PlaceFinder::SettlementFollows(uint32_t at) const {
  return InSentence(at) && tokens_[at].mark == ',' && Has(at + 1, Is::kArticle) &&
         !CapitalWord(at + 2) && SettlementNoun(at + 2) != 0;
}

// "near Nova Qwertivka, Sumy Oblast": all of it is the name, whatever its words mean alone.
uint32_t PlaceFinder::ReadLongName(uint32_t at, uint32_t known_end) {
  const uint32_t end = LongName(at);
  if (end == at || known_end >= end) return at;
  const bool located = RegionFollows(end) && (LedToPlace(at) || tokens_[end].mark == ',');
  if (!located && !SettlementFollows(end)) {
    passed_.push_back({at, end, nullptr});
    return at;
  }
  PlaceFinding finding{at, end};
  finding.located = true;
  finding.sure = Sureness::kContext;
  found_.push_back(std::move(finding));
  return end;
}

// A name that the article uses of a place once is one everywhere in it.
void PlaceFinder::TakePassed() {
  std::vector<std::string_view> names;
  for (const PlaceFinding& finding : found_) {
    if (finding.kind == PlaceKind::kSettlement) names.push_back(Text(finding));
  }
  std::sort(names.begin(), names.end());
  const size_t count = found_.size();
  for (const Passed& passed : passed_) {
    PlaceFinding finding{passed.begin, passed.end};
    if (!std::binary_search(names.begin(), names.end(), Text(finding))) continue;
    finding.located = true;
    if (passed.candidates != nullptr)
      Take(*passed.candidates, &finding);
    else
      finding.sure = Sureness::kContext;
    found_.push_back(std::move(finding));
  }
  if (found_.size() == count) return;
  // The longer of two that begin alike stands first, and what lies within one is no other.
  StableSort(&found_, [](const PlaceFinding& a, const PlaceFinding& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  size_t kept = 0;
  for (PlaceFinding& finding : found_) {
    if (kept > 0 && finding.begin < found_[kept - 1].end) continue;
    if (&found_[kept] != &finding) found_[kept] = std::move(finding);
    ++kept;
  }
  found_.resize(kept);
}

}  // namespace claimscope
