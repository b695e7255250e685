// Which place a name means: the regions named in the sentence, the paragraph and the article decide
// between places of one name, and tell the region of one that no table knows.
#include <algorithm>

#include "claims/place_finder.h"

namespace claimscope {
namespace {

constexpr uint32_t kTown = 50000;       // people; of that size it needs no context
constexpr uint32_t kFrontTown = 10000;  // the same, of our own table
constexpr uint32_t kNearTokens = 8;     // "X, a village in the Y region"
constexpr size_t kFarBack = 200;        // findings
constexpr uint32_t kFarLarger = 8;      // times: the namesake nobody means

uint32_t Weight(const Place& place) {
  return std::max<uint32_t>(place.population, place.listed ? 2000 : 1);
}

}  // namespace

// What can tell of the findings [sentence, sentence_end), and of the paragraph before them.
struct PlaceFinder::Reach {
  size_t index, sentence, sentence_end, before;  // before: the paragraph before
  const std::map<RegionId, int>* article;
};

// Settles on the likeliest of the settlements; how sure that is, and between which regions it lies.
void PlaceFinder::Take(const std::vector<Place>& candidates, PlaceFinding* finding) const {
  finding->candidates.clear();
  uint32_t second = 0;
  for (const Place& place : candidates) {
    if (place.kind != PlaceKind::kSettlement) continue;
    if (std::find(finding->candidates.begin(), finding->candidates.end(), place.region) ==
        finding->candidates.end()) {
      finding->candidates.push_back(place.region);
    }
    if (finding->place == nullptr) {
      finding->place = &place;
    } else if (Weight(place) > Weight(*finding->place)) {
      second = Weight(*finding->place);
      finding->place = &place;
    } else {
      second = std::max(second, Weight(place));
    }
  }
  const Place& best = *finding->place;
  finding->region = best.region;
  const bool plain = finding->candidates.size() == 1
                         ? !best.shared
                         : Weight(best) >= (best.listed ? kFrontTown : kTown) &&
                               Weight(best) >= kFarLarger * second;
  finding->open = best.shared;
  if (!plain) {
    finding->sure = Sureness::kAmbiguous;
    return;
  }
  finding->sure = best.alias ? Sureness::kAlias : Sureness::kExact;
  if (finding->candidates.size() == 1) finding->candidates.clear();
}

void PlaceFinder::Resolve() {
  std::map<RegionId, int> article;
  for (const PlaceFinding& finding : found_) {
    if (IsAnchor(finding)) ++article[finding.region];
  }
  FindTold();
  size_t from = 0, paragraph_from = 0, before = 0;
  uint32_t paragraph = 0;
  for (const Sentence& sentence : sentences_) {
    if (sentence.paragraph != paragraph) {
      paragraph = sentence.paragraph;
      before = paragraph_from;
      paragraph_from = from;
    }
    size_t to = from;
    while (to < found_.size() && found_[to].begin < sentence.end) ++to;
    for (size_t i = from; i < to; ++i) {
      const Reach reach{i, from, to, before, &article};
      PlaceFinding& finding = found_[i];
      if (const auto state = of_state_.find(Text(finding)); state != of_state_.end()) {
        finding.region = state->second;
        finding.place = nullptr;
        finding.sure = Sureness::kContext;
        finding.candidates.clear();
        continue;
      }
      if (finding.region != 0 && finding.sure != Sureness::kAmbiguous) {
        // A name that others bear, too, is another's where the text says so right beside it.
        if (finding.candidates.empty()) continue;
        const RegionId beside = Told(finding, reach);
        if (beside == 0 || beside == finding.region) {
          finding.candidates.clear();
          continue;
        }
      }
      ResolveOne(&finding, reach);
    }
    from = to;
  }
}

// A region named outright, or a settlement that is certain.
bool PlaceFinder::IsAnchor(const PlaceFinding& finding) const {
  return finding.region != 0 && finding.sure != Sureness::kAmbiguous &&
         (finding.kind == PlaceKind::kRegion || finding.kind == PlaceKind::kSettlement) &&
         gazetteer_.CountryOf(finding.region) != finding.region;
}

void PlaceFinder::ResolveOne(PlaceFinding* finding, const Reach& reach) const {
  const bool unknown = finding->candidates.empty();
  const bool open = unknown || finding->open;
  RegionId region = Told(*finding, reach);
  // Known places first, then, of a name that unlisted places bear, the region that is spoken of.
  for (const bool any : {false, true}) {
    if (any && !open) break;
    if (region == 0) region = Nearest(*finding, reach, any);
    if (region == 0) region = OfArticle(*finding, reach, any);
  }
  if (region != 0) {
    finding->region = region;
    if (finding->place != nullptr && finding->place->region != region) finding->place = nullptr;
    finding->sure = Sureness::kContext;
  } else if (unknown) {
    finding->region = 0;
  }
  // Else the likeliest stands, marked as ambiguous.
}

// "Terny in the Donetsk region", "Terny, a village in Donetsk Oblast".
RegionId PlaceFinder::Attached(const PlaceFinding& finding, const Reach& reach) const {
  for (size_t i = reach.index + 1; i < reach.sentence_end; ++i) {
    if (found_[i].begin > finding.end + kNearTokens) break;
    if (!IsAnchor(found_[i])) continue;
    // "Terny in the Lyman district", too
    const uint32_t end = found_[i].end;
    const bool district = end < tokens_.size() && ScaleAt(end) == Scale::kDistrict;
    if (found_[i].kind == PlaceKind::kRegion || district) return found_[i].region;
  }
  return 0;
}

// What the text says of the name here, else elsewhere.
RegionId PlaceFinder::Told(const PlaceFinding& finding, const Reach& reach) const {
  if (const RegionId region = Attached(finding, reach)) return region;
  const auto told = told_.find(Text(finding));
  return told == told_.end() ? 0 : told->second;
}

// "Melbourne, Florida": the namesake in the state that follows, when it is in another country.
RegionId PlaceFinder::StateOf(size_t index) const {
  if (index + 1 >= found_.size()) return 0;
  const PlaceFinding &town = found_[index], &state = found_[index + 1];
  if (state.kind != PlaceKind::kCountry || state.sure != Sureness::kAlias ||
      state.begin != town.end + 1 || tokens_[town.end].mark != ',' || state.end >= tokens_.size())
    return 0;
  const Token& next = tokens_[state.end];
  if (next.kind == TokenKind::kWord && !next.Has(Is::kPreposition) && !next.Has(Is::kAnd)) return 0;
  return gazetteer_.CountryOf(town.region) == state.region ? 0 : state.region;
}

// "X, a village in Donetsk Oblast" holds for every X of the article.
void PlaceFinder::FindTold() {
  size_t from = 0;
  for (const Sentence& sentence : sentences_) {
    size_t to = from;
    while (to < found_.size() && found_[to].begin < sentence.end) ++to;
    for (size_t i = from; i < to; ++i) {
      if (found_[i].kind != PlaceKind::kSettlement) continue;
      if (const RegionId state = StateOf(i)) of_state_.emplace(Text(found_[i]), state);
      const bool next_is_place = i + 1 < to && found_[i + 1].kind == PlaceKind::kSettlement;
      if (next_is_place) continue;
      const RegionId region = Attached(found_[i], Reach{i, from, to, from, nullptr});
      if (region != 0) told_.emplace(Text(found_[i]), region);
    }
    from = to;
  }
}

// In the sentence: a region after the name, what stands before it, nearest first, then after it;
// then its paragraph and the one before, backwards. `any`: whether or not a place of that name is
// listed there.
RegionId PlaceFinder::Nearest(const PlaceFinding& finding, const Reach& reach, bool any) const {
  const auto fits = [&](size_t i) {
    return IsAnchor(found_[i]) &&
           (any || std::find(finding.candidates.begin(), finding.candidates.end(),
                             found_[i].region) != finding.candidates.end());
  };
  for (size_t i = reach.index + 1; i < reach.sentence_end; ++i) {
    if (found_[i].kind == PlaceKind::kRegion && fits(i)) return found_[i].region;
  }
  for (size_t i = reach.index; i-- > reach.sentence;) {
    if (fits(i)) return found_[i].region;
  }
  for (size_t i = reach.index + 1; i < reach.sentence_end; ++i) {
    if (fits(i)) return found_[i].region;
  }
  for (size_t i = reach.sentence; i-- > reach.before && i + kFarBack > reach.sentence;) {
    if (fits(i)) return found_[i].region;
  }
  return 0;
}

// The region the article names most; of unlisted names only when none is named as often.
RegionId PlaceFinder::OfArticle(const PlaceFinding& finding, const Reach& reach, bool any) const {
  RegionId best = 0;
  int votes = 0, second = 0;
  for (const auto& [region, count] : *reach.article) {
    if (!any && std::find(finding.candidates.begin(), finding.candidates.end(), region) ==
                    finding.candidates.end()) {
      continue;
    }
    if (count > votes) {
      second = votes;
      votes = count;
      best = region;
    } else {
      second = std::max(second, count);
    }
  }
  return !any || votes > second ? best : 0;
}

}  // namespace claimscope
