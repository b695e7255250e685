#include "claims/places.h"

#include <algorithm>
#include <map>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr uint32_t kWellKnown = 100000;  // people; a city of that size needs no context
constexpr uint32_t kTown = 5000;

enum class Scale : uint8_t { kNone, kRegion, kDistrict };

class Finder {
 public:
  Finder(std::string_view text, const Tokens& tokens, const std::vector<Sentence>& sentences,
         const Lexicon& lexicon, const Gazetteer& gazetteer)
      : text_(text),
        tokens_(tokens),
        sentences_(sentences),
        words_(lexicon.words),
        lexicon_(lexicon),
        gazetteer_(gazetteer) {
    settlement_class_ = lexicon.NounClass("settlement");
  }

  std::vector<PlaceFinding> Run() {
    for (const Sentence& sentence : sentences_) {
      begin_ = sentence.begin;
      end_ = sentence.end;
      for (uint32_t at = begin_; at < end_;) at = ReadAt(at);
    }
    Resolve();
    return std::move(found_);
  }

 private:
  std::string_view Text(uint32_t at) const {
    return at < tokens_.size()
               ? text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin)
               : "";
  }
  bool Has(uint32_t at, Is is) const { return at < end_ && tokens_[at].Has(is); }
  bool InSentence(uint32_t at) const { return at >= begin_ && at < end_; }

  Scale ScaleAt(uint32_t at) const {
    if (!InSentence(at)) return Scale::kNone;
    const std::string word = AsciiLower(Text(at));
    if (word == "region" || word == "oblast" || word == "province" || word == "krai" ||
        word == "regions" || word == "oblasts" || word == "provinces" || word == "governorate") {
      return Scale::kRegion;
    }
    if (word == "district" || word == "raion" || word == "districts" || word == "sector" ||
        word == "sectors" || word == "direction" || word == "directions" || word == "axis" ||
        word == "municipal" || word == "community") {
      return Scale::kDistrict;
    }
    return Scale::kNone;
  }

  // Is it a name of a place by what stands before it?
  bool PrepositionBefore(uint32_t at) const {
    if (at == begin_) return false;
    uint32_t i = at - 1;
    while (i > begin_ && (Has(i, Is::kAdjective) || Has(i, Is::kArticle) ||
                          tokens_[i].mark == '"' || tokens_[i].mark == '-'))
      --i;
    const std::string word = AsciiLower(Text(i));
    return word == "in" || word == "near" || word == "at" || word == "around" ||
           word == "outside" || word == "over" || word == "towards" || word == "toward" ||
           word == "into" || word == "across" || word == "from" || word == "inside" ||
           word == "on" || word == "throughout" || word == "of" || word == "through" ||
           word == "within" || word == "to" || word == "for" || word == "between" ||
           word == "along" || word == "beyond" || word == "off" || word == "via" ||
           word == "reached" || word == "entered" || word == "captured" || word == "liberated" ||
           word == "seized" || word == "retook" || word == "recaptured" || word == "hit" ||
           word == "struck" || word == "attacked" || word == "shelled" || word == "bombed" ||
           word == "left" || word == "visited" || word == "taken" || word == "occupied" ||
           word == "encircled" || word == "toward" || word == "capturing" || word == "seizing" ||
           word == "taking" || word == "leaving" || word == "hitting" || word == "striking" ||
           word == "attacking" || word == "including" || word == "storming" || word == "capture";
  }
  bool Located(uint32_t at, uint32_t end, PlaceKind kind) const {
    if (kind == PlaceKind::kDemonym) return false;
    if (end < end_ && Text(end).size() > 1 &&
        (Text(end)[0] == '\'' || tokens_[end].word == possessive_)) {
      return kind == PlaceKind::kRegion || kind == PlaceKind::kSettlement;
    }
    if (kind == PlaceKind::kCountry || kind == PlaceKind::kCapital) {
      if (at == begin_) return false;
      const std::string word = AsciiLower(Text(at - 1));
      return word == "capital" || word == "in" || word == "near" || word == "around" ||
             word == "outside" || word == "over" || word == "inside" || word == "towards" ||
             word == "toward" || word == "into" || word == "across" || word == "throughout" ||
             word == "eastern" || word == "southern" || word == "northern" || word == "western" ||
             word == "central" || word == "on" || word == "entering" || word == "northeastern" ||
             word == "southeastern" || word == "visited" || word == "left" || word == "at" ||
             word == "leaving";
    }
    return true;
  }

  uint32_t ReadAt(uint32_t at) {
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::kWord) return at + 1;
    if (const uint32_t end = UnknownSettlements(at); end != at) return end;
    if (!token.capital || !gazetteer_.Starts(token)) return at + 1;
    const auto match = gazetteer_.Longest(tokens_.data(), end_, at);
    if (!match) return at + 1;
    uint32_t end = at + match.length;
    if (!tokens_[end - 1].capital && match.length > 1) return at + 1;
    const std::vector<Place>& candidates = gazetteer_.Candidates(match.value);
    PlaceFinding finding{at, end};
    // "Sumy region", "Kursk and Belgorod regions", "the region of Sumy".
    Scale scale = ScaleAt(end);
    if (scale == Scale::kNone && InSentence(end) &&
        (Text(end) == "border" || Text(end) == "administrative"))
      scale = ScaleAt(end + 1);
    if (scale == Scale::kNone && InSentence(end + 2) &&
        (Has(end, Is::kAnd) || tokens_[end].mark == ',')) {
      for (uint32_t i = end; i < std::min(end_, end + 12); ++i) {
        const std::string_view word = Text(i);
        if (word == "regions" || word == "oblasts" || word == "provinces" || word == "Regions" ||
            word == "Oblasts")
          scale = Scale::kRegion;
        if (!(tokens_[i].capital || Has(i, Is::kAnd) || tokens_[i].mark == ',')) break;
      }
    }
    if (at >= begin_ + 2 && Text(at - 1) == "of" && ScaleAt(at - 2) == Scale::kRegion)
      scale = Scale::kRegion;
    if (tokens_[at].glued && at > begin_ && tokens_[at - 1].mark == '-') return end;
    if (InSentence(end) && tokens_[end].mark == '-' && tokens_[end].glued && InSentence(end + 1)) {
      // "Moscow-installed": no place; "Zaporizhzhia-Donetsk" is.
      if (!tokens_[end + 1].capital) return end;
    }
    // "Vladimir Putin", "Roman Starovoit": a first name before another capital.
    if (scale == Scale::kNone && match.length == 1 && InSentence(end) && tokens_[end].capital &&
        tokens_[end].kind == TokenKind::kWord && tokens_[end].word != possessive_ &&
        !lexicon_.noun_phrases.Starts(tokens_[end]) && FirstNameLike(candidates)) {
      return end;
    }
    const Place* chosen = nullptr;
    if (scale == Scale::kRegion) {
      for (const Place& place : candidates) {
        if (place.kind == PlaceKind::kRegion) {
          chosen = &place;
          break;
        }
      }
    }
    if (chosen == nullptr) {
      for (const Place& place : candidates) {
        if (place.kind == PlaceKind::kCountry || place.kind == PlaceKind::kDemonym) {
          chosen = &place;
          break;
        }
      }
    }
    if (chosen == nullptr) {
      for (const Place& place : candidates) {
        if (place.kind == PlaceKind::kCapital) {
          chosen = &place;
          break;
        }
      }
      // "Kyiv region" was seen above; "in Kyiv" is the city.
      if (chosen != nullptr) {
        for (const Place& place : candidates) {
          if (place.kind == PlaceKind::kSettlement &&
              gazetteer_.CountryOf(place.region) == chosen->region &&
              Located(at, end, PlaceKind::kCapital)) {
            chosen = &place;
            break;
          }
        }
      }
    }
    if (chosen == nullptr) {
      for (const Place& place : candidates) {
        if (place.kind == PlaceKind::kRegion && !place.needs_suffix) {
          chosen = &place;
          break;
        }
      }
    }
    if (chosen != nullptr) {
      finding.place = chosen;
      finding.kind = chosen->kind;
      finding.region = chosen->region;
      finding.sure = chosen->alias ? Sureness::kAlias : Sureness::kExact;
      finding.located = Located(at, end, chosen->kind);
      found_.push_back(finding);
      return end;
    }
    if (!Settlement(at, end, candidates, &finding)) return at + 1;
    found_.push_back(std::move(finding));
    return end;
  }

  // No country or capital among them: such names stand before others ("Ukraine President").
  static bool FirstNameLike(const std::vector<Place>& candidates) {
    for (const Place& place : candidates) {
      if (place.kind != PlaceKind::kSettlement && place.kind != PlaceKind::kRegion) return false;
      if (place.kind == PlaceKind::kRegion && place.population == 0 && !place.needs_suffix &&
          place.listed)
        return false;
    }
    return true;
  }

  bool Settlement(uint32_t at, uint32_t end, const std::vector<Place>& candidates,
                  PlaceFinding* finding) {
    uint32_t largest = 0;
    bool listed = false;
    for (const Place& place : candidates) {
      if (place.kind != PlaceKind::kSettlement) continue;
      largest = std::max(largest, place.population);
      listed = listed || place.listed;
      if (std::find(finding->candidates.begin(), finding->candidates.end(), place.region) ==
          finding->candidates.end()) {
        finding->candidates.push_back(place.region);
      }
    }
    if (finding->candidates.empty()) return false;
    // A small place needs to stand where a place stands: many are also surnames and words.
    const bool name_follows = InSentence(end) && tokens_[end].capital &&
                              tokens_[end].kind == TokenKind::kWord && ScaleAt(end) == Scale::kNone;
    const bool name_before = at > begin_ && tokens_[at - 1].capital &&
                             tokens_[at - 1].kind == TokenKind::kWord && at - 1 != begin_ &&
                             !InList(at);
    const bool settled = PrepositionBefore(at) || InList(at) || ScaleAt(end) != Scale::kNone;
    if (name_before && !listed && largest < kWellKnown) return false;
    if (name_follows && largest < kWellKnown && !settled) return false;
    if (!settled && !(listed && largest >= kTown) && largest < kWellKnown &&
        !(listed && at != begin_))
      return false;
    if (end - at == 1 && largest < kTown && !listed && (tokens_[at].classes != 0)) return false;
    for (const Place& place : candidates) {
      if (place.kind != PlaceKind::kSettlement) continue;
      if (finding->place == nullptr || Weight(place) > Weight(*finding->place))
        finding->place = &place;
    }
    finding->located = true;
    finding->region = finding->place->region;
    finding->sure = finding->place->alias ? Sureness::kAlias : Sureness::kExact;
    if (finding->candidates.size() == 1) {
      finding->candidates.clear();
      return true;
    }
    // One place far larger than its namesakes, or the one of our own table.
    uint32_t second = 0;
    for (const Place& place : candidates) {
      if (&place != finding->place && place.kind == PlaceKind::kSettlement)
        second = std::max(second, Weight(place));
    }
    const bool plain = Weight(*finding->place) >= 20000 && Weight(*finding->place) >= 8 * second;
    if (plain)
      finding->candidates.clear();
    else
      finding->sure = Sureness::kAmbiguous;
    return true;
  }
  static uint32_t Weight(const Place& place) {
    return std::max<uint32_t>(place.population, place.listed ? 30000 : 1);
  }

  // In an enumeration after another place: "Murom, Nezhegol and Rzhevka".
  bool InList(uint32_t at) const {
    if (found_.empty() || at < begin_ + 2) return false;
    const PlaceFinding& last = found_.back();
    return last.begin >= begin_ && last.end + 2 >= at && last.kind == PlaceKind::kSettlement;
  }

  // "the village of X", "the settlements of X, Y and Z", where no table knows X.
  uint32_t UnknownSettlements(uint32_t at) {
    if (tokens_[at].capital && at != begin_) return at;
    const auto match = lexicon_.noun_phrases.Longest(tokens_.data(), end_, at);
    if (!match || settlement_class_ < 0 ||
        (lexicon_.nouns[match.value].classes & Lexicon::BitOf(settlement_class_)) == 0) {
      return at;
    }
    uint32_t i = at + match.length;
    if (i < end_ && Text(i) == "of") ++i;
    const uint32_t first = i;
    bool any = false;
    while (i < end_ && tokens_[i].capital && tokens_[i].kind == TokenKind::kWord) {
      if (Has(i, Is::kMonth) || Has(i, Is::kWeekday)) break;
      const auto known = gazetteer_.Longest(tokens_.data(), end_, i);
      uint32_t end = i + 1;
      PlaceFinding finding{i, end};
      bool resolved = false;
      if (known) {
        const std::vector<Place>& candidates = gazetteer_.Candidates(known.value);
        bool settlement = false;
        for (const Place& place : candidates)
          settlement = settlement || place.kind == PlaceKind::kSettlement;
        end = i + known.length;
        finding.end = end;
        if (settlement) {
          finding.located = true;
          resolved = SettlementListed(i, end, candidates, &finding);
        } else {
          any = any || false;
          break;
        }
      }
      if (!resolved) {
        while (end < end_ && tokens_[end].kind == TokenKind::kWord && tokens_[end].capital) ++end;
        while (end + 1 < end_ && tokens_[end].mark == '-' && tokens_[end].glued &&
               tokens_[end + 1].capital) {
          end += 2;
        }
        finding = PlaceFinding{i, end};
        finding.located = true;
        finding.sure = Sureness::kContext;
      }
      found_.push_back(finding);
      any = true;
      i = end;
      // The enumeration goes on.
      uint32_t j = i;
      if (j < end_ && tokens_[j].mark == ',') ++j;
      if (j < end_ && Has(j, Is::kAnd)) ++j;
      if (j == i || j >= end_ || !tokens_[j].capital) break;
      // "Andriyivka, Kyiv said": a government, not a village.
      const auto next = gazetteer_.Longest(tokens_.data(), end_, j);
      if (next) {
        bool settlement = false;
        for (const Place& place : gazetteer_.Candidates(next.value)) {
          settlement = settlement || place.kind == PlaceKind::kSettlement;
          if (place.kind == PlaceKind::kCountry || place.kind == PlaceKind::kDemonym)
            settlement = false;
        }
        if (!settlement) break;
      } else if (tokens_[i].mark == ',' && match.length == 1 && Text(at).back() != 's') {
        break;
      }
      i = j;
    }
    return any && i > first ? i : at;
  }
  bool SettlementListed(uint32_t at, uint32_t end, const std::vector<Place>& candidates,
                        PlaceFinding* finding) {
    const size_t before = found_.size();
    // A settlement noun stands before it: that is evidence enough.
    finding->candidates.clear();
    for (const Place& place : candidates) {
      if (place.kind != PlaceKind::kSettlement) continue;
      if (finding->place == nullptr || Weight(place) > Weight(*finding->place))
        finding->place = &place;
      if (std::find(finding->candidates.begin(), finding->candidates.end(), place.region) ==
          finding->candidates.end()) {
        finding->candidates.push_back(place.region);
      }
    }
    (void)before;
    (void)at;
    (void)end;
    finding->located = true;
    finding->region = finding->place->region;
    finding->sure = finding->place->alias ? Sureness::kAlias : Sureness::kExact;
    if (finding->candidates.size() == 1)
      finding->candidates.clear();
    else
      finding->sure = Sureness::kAmbiguous;
    return true;
  }

  // Regions named outright: in the sentence, the paragraph, the article.
  void Resolve() {
    std::map<RegionId, int> article;
    for (const PlaceFinding& finding : found_) {
      if (IsAnchor(finding)) ++article[finding.region];
    }
    size_t from = 0, paragraph_from = 0;
    uint32_t paragraph = 0;
    for (const Sentence& sentence : sentences_) {
      if (sentence.paragraph != paragraph) {
        paragraph = sentence.paragraph;
        paragraph_from = from;
      }
      size_t to = from;
      while (to < found_.size() && found_[to].begin < sentence.end) ++to;
      for (size_t i = from; i < to; ++i) {
        PlaceFinding& finding = found_[i];
        if (finding.region != 0 && finding.sure != Sureness::kAmbiguous) continue;
        ResolveOne(&finding, i, from, to, paragraph_from, article);
      }
      from = to;
    }
  }
  bool IsAnchor(const PlaceFinding& finding) const {
    return finding.region != 0 && finding.sure != Sureness::kAmbiguous &&
           finding.kind != PlaceKind::kDemonym && finding.kind != PlaceKind::kCountry &&
           finding.kind != PlaceKind::kCapital &&
           gazetteer_.CountryOf(finding.region) != finding.region;
  }
  bool Fits(const PlaceFinding& finding, RegionId region) const {
    return finding.candidates.empty() ||
           std::find(finding.candidates.begin(), finding.candidates.end(), region) !=
               finding.candidates.end();
  }
  void Take(PlaceFinding* finding, RegionId region) const {
    finding->region = region;
    if (finding->place != nullptr && finding->place->region != region) finding->place = nullptr;
    finding->sure = Sureness::kContext;
  }
  void ResolveOne(PlaceFinding* finding, size_t index, size_t from, size_t to,
                  size_t paragraph_from, const std::map<RegionId, int>& article) {
    // The next region after the name first ("Terny in the Donetsk region"), then before it, nearest
    // first.
    for (size_t i = index + 1; i < to; ++i) {
      if (IsAnchor(found_[i]) && found_[i].kind == PlaceKind::kRegion &&
          Fits(*finding, found_[i].region))
        return Take(finding, found_[i].region);
    }
    for (size_t i = index; i-- > from;) {
      if (IsAnchor(found_[i]) && Fits(*finding, found_[i].region))
        return Take(finding, found_[i].region);
    }
    for (size_t i = index + 1; i < to; ++i) {
      if (IsAnchor(found_[i]) && Fits(*finding, found_[i].region))
        return Take(finding, found_[i].region);
    }
    for (size_t i = from; i-- > paragraph_from;) {
      if (IsAnchor(found_[i]) && Fits(*finding, found_[i].region))
        return Take(finding, found_[i].region);
    }
    RegionId best = 0;
    int votes = 0, second = 0;
    for (const auto& [region, count] : article) {
      if (!Fits(*finding, region)) continue;
      if (count > votes) {
        second = votes;
        votes = count;
        best = region;
      } else {
        second = std::max(second, count);
      }
    }
    if (best != 0 && (votes > second || !finding->candidates.empty())) return Take(finding, best);
    // Several places bear the name and nothing tells them apart: the likeliest stands, marked as
    // ambiguous.
    if (finding->candidates.empty()) finding->region = 0;
  }

  std::string_view text_;
  const Tokens& tokens_;
  const std::vector<Sentence>& sentences_;
  const Vocabulary& words_;
  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  int settlement_class_ = -1;
  WordId possessive_ = words_.Find("'s");
  uint32_t begin_ = 0, end_ = 0;
  std::vector<PlaceFinding> found_;
};

}  // namespace

std::vector<PlaceFinding> FindPlaces(std::string_view text, const Tokens& tokens,
                                     const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                                     const Gazetteer& gazetteer) {
  return Finder(text, tokens, sentences, lexicon, gazetteer).Run();
}

PlaceMention ToMention(const PlaceFinding& finding, std::string_view text, const Tokens& tokens,
                       const Gazetteer& gazetteer) {
  PlaceMention mention;
  mention.span = BytesOf(tokens, finding.begin, finding.end);
  mention.name = finding.place != nullptr ? std::string(gazetteer.Name(finding.place->name))
                                          : std::string(TextOf(text, mention.span));
  if (finding.region != 0) mention.region = std::string(gazetteer.Code(finding.region));
  mention.sure = finding.sure;
  if (finding.place != nullptr) {
    mention.lat = finding.place->lat;
    mention.lon = finding.place->lon;
  }
  for (RegionId region : finding.candidates)
    mention.candidates.emplace_back(gazetteer.Code(region));
  return mention;
}

}  // namespace claimscope
