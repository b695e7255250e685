// Finds the names of places, sentence after sentence, then settles which place each means.
#pragma once

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "claims/places.h"

namespace claimscope {

inline bool HasSettlement(const std::vector<Place>& candidates) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [](const Place& place) { return place.kind == PlaceKind::kSettlement; });
}

inline const Place* FirstOf(const std::vector<Place>& candidates, PlaceKind kind) {
  for (const Place& place : candidates) {
    if (place.kind == kind) return &place;
  }
  return nullptr;
}

class PlaceFinder {
 public:
  PlaceFinder(std::string_view text, const Tokens& tokens, const std::vector<Sentence>& sentences,
              const Lexicon& lexicon, const Gazetteer& gazetteer);

  std::vector<PlaceFinding> Run();

 private:
  enum class Scale : uint8_t { kNone, kRegion, kDistrict };

  std::string_view Text(uint32_t at) const {
    return at < tokens_.size()
               ? text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin)
               : std::string_view();
  }
  std::string_view Text(const PlaceFinding& finding) const {
    return TextOf(text_, BytesOf(tokens_, finding.begin, finding.end));
  }
  bool Has(uint32_t at, Is is) const { return at < end_ && tokens_[at].Has(is); }
  WordId Word(uint32_t at) const { return at < end_ ? tokens_[at].word : 0; }
  bool InSentence(uint32_t at) const { return at >= begin_ && at < end_; }
  bool CapitalWord(uint32_t at) const {
    return InSentence(at) && tokens_[at].capital && tokens_[at].kind == TokenKind::kWord;
  }

  // place_finder.cc: where names stand.
  Scale ScaleAt(uint32_t at) const;
  Scale ScaleOf(uint32_t at, uint32_t end) const;
  bool LedToPlace(uint32_t at) const;
  bool Located(uint32_t at, uint32_t end, PlaceKind kind) const;
  bool LedToLand(uint32_t at) const;
  bool PartOfName(uint32_t at) const;
  bool OfPlace(uint32_t at) const;
  bool FirmFollows(uint32_t at) const;
  bool PartFollows(uint32_t at) const;
  bool GivenTo(uint32_t at) const;
  bool BearsOnGovernment(uint32_t at) const;
  bool OfPerson(uint32_t at, uint32_t end, Scale scale);
  bool Named(uint32_t at);
  bool IsTarget(uint32_t at) const;
  bool OfBank(uint32_t at) const;
  uint32_t ReadAt(uint32_t at);
  uint32_t ReadSpelling(uint32_t at);
  bool RegionFollows(uint32_t at) const;
  const Place* Choose(const std::vector<Place>& candidates, Scale scale, uint32_t at,
                      uint32_t end) const;
  bool Settlement(uint32_t at, uint32_t end, const std::vector<Place>& candidates,
                  PlaceFinding* finding) const;

  // place_lists.cc: settlements one after another, of several words, and told by the rest.
  bool InList(uint32_t at) const;
  uint32_t UnknownSettlements(uint32_t at);
  bool NameWord(uint32_t at) const;
  uint32_t LongName(uint32_t at) const;
  uint32_t SettlementNoun(uint32_t at) const;
  bool SettlementFollows(uint32_t at) const;
  uint32_t ReadLongName(uint32_t at, uint32_t known_end);
  void TakePassed();
  bool ListGoesOn(uint32_t noun, uint32_t noun_length, uint32_t at, uint32_t* next) const;

  // place_resolve.cc: which place a name means.
  void Take(const std::vector<Place>& candidates, PlaceFinding* finding) const;
  void Resolve();
  struct Reach;
  void ResolveOne(PlaceFinding* finding, const Reach& reach) const;
  void FindTold();
  RegionId Told(const PlaceFinding& finding, const Reach& reach) const;
  RegionId StateOf(size_t index) const;
  RegionId Attached(const PlaceFinding& finding, const Reach& reach) const;
  RegionId Nearest(const PlaceFinding& finding, const Reach& reach, bool any) const;
  RegionId OfArticle(const PlaceFinding& finding, const Reach& reach, bool any) const;
  bool IsAnchor(const PlaceFinding& finding) const;

  std::string_view text_;
  const Tokens& tokens_;
  const std::vector<Sentence>& sentences_;
  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  const int settlement_class_;
  NounClasses land_ = 0;    // of what happens in a land, or is a part of it
  NounClasses agreed_ = 0;  // of what states agree on
  const WordId possessive_, of_;
  uint32_t begin_ = 0, end_ = 0;
  std::vector<PlaceFinding> found_;
  struct Passed {
    uint32_t begin, end;
    const std::vector<Place>* candidates;  // none: in no table
  };
  std::vector<uint32_t> surnames_;  // hashes of names of places that persons of the article bear
  std::vector<Passed> passed_;      // names that may be of places, but where nothing says so
  std::map<std::string_view, RegionId> of_state_;  // "Melbourne, Florida"
  std::map<std::string_view, RegionId> told_;      // names of which the text says where they lie
};

}  // namespace claimscope
