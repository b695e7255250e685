// Who speaks: names, offices and bodies of actors.tsv, sides of countries, words that betray a
// side.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"
#include "claims/gazetteer.h"
#include "claims/lexicon.h"
#include "claims/phrases.h"
#include "model/claim.h"
#include "model/day.h"

namespace claimscope {

enum class ActorKind : uint8_t { kPerson, kOffice, kBody, kCountry, kMedia, kGroup };

struct Actor {
  std::string name;  // canonical
  Side side = Side::kUnknown;
  ActorKind kind = ActorKind::kBody;
  RegionId country = 0;
  Day from, to;  // in office; unknown: not limited
  std::string office;
  RegionId region = 0;       // of a local office: the first-level region
  std::vector<WordId> head;  // "ministry", a surname
  int before = -1;           // the row of the same person above it

  bool InOffice(Day day) const {
    return !day.known() || ((!from.known() || day >= from) && (!to.known() || day <= to));
  }
};

class Actors {
 public:
  Status Load(const FileBundle& rules, Lexicon* lexicon, Gazetteer* gazetteer);

  PhraseTrie::Match Longest(const Token* tokens, size_t count, size_t at) const {
    return names_.Longest(tokens, count, at);
  }
  void MarkStarts(int names_bit, int side_words_bit, Vocabulary* words) {
    names_.MarkStarts(names_bit, words);
    side_words_.MarkStarts(side_words_bit, words);
  }
  const Actor& operator[](uint32_t value) const { return actors_[value]; }
  // The region of the local office that the person of that canonical name held on a day; else 0.
  RegionId LocalRegion(const std::string& name, Day day) const;
  // The last row of the same person; the others by Actor::before.
  uint32_t LastRow(uint32_t value) const;
  // The same person as what he was on a day: people change office.
  const Actor& At(uint32_t value, Day day) const;
  size_t size() const { return actors_.size(); }
  Side SideOfCountry(RegionId country) const {
    return country < sides_.size() && sides_[country] != Side::kUnknown ? sides_[country]
                                                                        : Side::kThird;
  }
  // A word that betrays a side ("experts", "Moscow-installed"); length 0: none.
  PhraseTrie::Match SideWord(const Token* tokens, size_t count, size_t at) const {
    return side_words_.Longest(tokens, count, at);
  }
  // The offices that a person of the table holds on a day, by months; none then: the row's own.
  std::string OfficesOf(const Actor& person, Day day) const;
  // The person of the war's states whose surname another romanisation writes so ("Zelenskij",
  // "Lawrow"); `first`: the first name, if it is told. Null: none, or several.
  const Actor* Romanised(std::string_view first, std::string_view surname) const;

 private:
  void FindSurnames(const Gazetteer& gazetteer);

  PhraseTrie names_;
  std::vector<Actor> actors_;
  std::unordered_map<std::string, uint32_t> local_;  // who held a local office -> a row
  std::vector<uint32_t> last_row_;  // of a person the next row below, else the row itself
  std::vector<std::pair<std::string, uint32_t>> surnames_;  // consonants, actor; sorted
  std::vector<Side> sides_;
  PhraseTrie side_words_;
};

}  // namespace claimscope
