#include "claims/place_finder.h"

#include <algorithm>

#include "base/strings.h"
#include "claims/place_spelling.h"

namespace claimscope {
namespace {

constexpr uint32_t kWellKnown = 100000;  // people; a city of that size needs no context
constexpr uint32_t kTown = 5000;
constexpr uint32_t kBrief = 3;  // letters of a name that is most often something else
constexpr WordClasses kVerbs = Bit(Is::kVerbBase) | Bit(Is::kVerbS) | Bit(Is::kVerbPast) |
                               Bit(Is::kVerbPart) | Bit(Is::kVerbIng);
constexpr uint32_t kTold = 5;         // letters that tell a name by its sound
constexpr uint32_t kPartReach = 4;    // words to what a town has: "Kyiv's old central streets"
constexpr uint32_t kMoved = 9;        // words from a verb of moving to "to"
constexpr size_t kNamedAgain = 2000;  // tokens in which a person is named by the surname alone

// No country or capital among them: such names stand before others ("Ukraine President").
bool FirstNameLike(const std::vector<Place>& candidates) {
  return std::none_of(candidates.begin(), candidates.end(), [](const Place& place) {
    return place.kind != PlaceKind::kSettlement && place.kind != PlaceKind::kRegion;
  });
}

}  // namespace

PlaceFinder::PlaceFinder(std::string_view text, const Tokens& tokens,
                         const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                         const Gazetteer& gazetteer)
    : text_(text),
      tokens_(tokens),
      sentences_(sentences),
      lexicon_(lexicon),
      gazetteer_(gazetteer),
      settlement_class_(lexicon.NounClass("settlement")),
      possessive_(lexicon.words.Find("'s")),
      of_(lexicon.words.Find("of")) {
  for (const char* name :
       {"strike", "operation", "war", "movement", "front", "ground", "settlement", "target"}) {
    const int index = lexicon.NounClass(name);
    if (index >= 0) land_ |= Lexicon::BitOf(index);
  }
  if (const int index = lexicon.NounClass("treaty"); index >= 0) agreed_ = Lexicon::BitOf(index);
}

std::vector<PlaceFinding> PlaceFinder::Run() {
  for (const Sentence& sentence : sentences_) {
    begin_ = sentence.begin;
    end_ = sentence.end;
    for (uint32_t at = begin_; at < end_;) {
      const Token& token = tokens_[at];
      const bool can_start =
          token.kind == TokenKind::kWord && (token.capital || lexicon_.noun_phrases.Starts(token));
      at = can_start ? ReadAt(at) : at + 1;
    }
  }
  TakePassed();
  Resolve();
  return std::move(found_);
}

PlaceFinder::Scale PlaceFinder::ScaleAt(uint32_t at) const {
  if (Has(at, Is::kRegionWord)) return Scale::kRegion;
  return Has(at, Is::kDistrictWord) ? Scale::kDistrict : Scale::kNone;
}

// "Sumy region", "Kursk and Belgorod regions", "the region of Sumy".
PlaceFinder::Scale PlaceFinder::ScaleOf(uint32_t at, uint32_t end) const {
  if (at >= begin_ + 2 && Word(at - 1) == of_ && ScaleAt(at - 2) == Scale::kRegion)
    return Scale::kRegion;
  const Scale scale = ScaleAt(end);
  if (scale != Scale::kNone || !InSentence(end)) return scale;
  if (Text(end) == "border" || Text(end) == "administrative") {
    const Scale next = ScaleAt(end + 1);
    if (next != Scale::kNone) return next;
  }
  if (!Has(end, Is::kAnd) && tokens_[end].mark != ',') return Scale::kNone;
  for (uint32_t i = end; i < std::min(end_, end + 12); ++i) {
    if (Has(i, Is::kRegionWord) && text_[tokens_[i].end - 1] == 's') return Scale::kRegion;
    if (!(tokens_[i].capital || Has(i, Is::kAnd) || tokens_[i].mark == ',')) break;
  }
  return Scale::kNone;
}

// Does what stands before it lead to a place: a preposition, "captured"?
bool PlaceFinder::LedToPlace(uint32_t at) const {
  if (at == begin_) return false;
  uint32_t i = at - 1;
  while (i > begin_ && (Has(i, Is::kAdjective) || Has(i, Is::kArticle) || tokens_[i].mark == '"' ||
                        tokens_[i].mark == '-'))
    --i;
  return Has(i, Is::kPlaceLead);
}

// Stands where a place stands, not as a government ("Moscow said") or an adjective.
bool PlaceFinder::Located(uint32_t at, uint32_t end, PlaceKind kind) const {
  if (kind == PlaceKind::kDemonym || PartOfName(at)) return false;
  if (InSentence(end) && tokens_[end].word == possessive_) {
    return kind == PlaceKind::kRegion || kind == PlaceKind::kSettlement ||
           (kind == PlaceKind::kCapital && PartFollows(end + 1));
  }
  if (kind != PlaceKind::kCountry && kind != PlaceKind::kCapital) return true;
  if (kind == PlaceKind::kCapital && BearsOnGovernment(at)) return false;
  // "a Kyiv apartment block", "a Moscow court": in the city.
  const std::string_view led = at > begin_ ? Text(at - 1) : "";
  if (kind == PlaceKind::kCapital && (led == "a" || led == "A") && InSentence(end) &&
      tokens_[end].kind == TokenKind::kWord && !tokens_[end].capital)
    return !FirmFollows(end);
  uint32_t name = at;  // "in north London", "in neighbouring Norway"
  while (name > begin_ + 1 && name + kPartReach > at &&
         (OfPlace(name - 1) || (name < at && Has(name - 1, Is::kAnd) && OfPlace(name - 2))))
    --name;
  return at > begin_ &&
         (Has(at - 1, Is::kCountryLead) || Has(name - 1, Is::kCountryLead) || LedToLand(at));
}

// "a London think tank", "a Moscow freight company": from there.
bool PlaceFinder::FirmFollows(uint32_t at) const {
  for (uint32_t i = at; InSentence(i) && i < at + kPartReach; ++i) {
    if (tokens_[i].kind != TokenKind::kWord || Has(i, Is::kPreposition)) return false;
    if (lexicon_.IsRole(tokens_, end_, i, kRoleCivil)) return true;
  }
  return false;
}

// "north", "neighbouring": between a preposition and the name of a place.
bool PlaceFinder::OfPlace(uint32_t at) const {
  if (tokens_[at].capital || tokens_[at].kind != TokenKind::kWord) return false;
  return Has(at, Is::kAdjective) ||
         (Has(at, Is::kPlaceLead) && (EndsWith(Text(at), "th") || EndsWith(Text(at), "st")));
}

// "central avenues", "old town": a part of a town.
bool PlaceFinder::PartFollows(uint32_t at) const {
  for (uint32_t i = at; InSentence(i) && i < at + kPartReach; ++i) {
    if (Has(i, Is::kUrban)) return !tokens_[i].capital;
    if (tokens_[i].kind != TokenKind::kWord || Has(i, Is::kPreposition) || Has(i, Is::kAuxiliary))
      return false;
  }
  return false;
}

// "supplies to Kyiv", "support for Kyiv"
bool PlaceFinder::GivenTo(uint32_t at) const {
  return at >= begin_ + 2 && (Has(at - 1, Is::kTo) || Text(at - 1) == "for") &&
         Has(at - 2, Is::kGiven);
}

// "sanctions on Moscow", "pressure on Kyiv"; but "the raid on Kyiv", "the march on Moscow".
bool PlaceFinder::BearsOnGovernment(uint32_t at) const {
  if (GivenTo(at)) return true;
  if (at < begin_ + 2 || (Text(at - 1) != "on" && Text(at - 1) != "against")) return false;
  const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), at - 1, at - 2);
  return !Has(at - 2, Is::kMotion) && !(noun && (lexicon_.nouns[noun.value].classes & land_) != 0);
}

// "the Duchess of Edinburgh", "Bank of Japan": no place, unless the name is one of a part of it or
// of what happened there.
bool PlaceFinder::PartOfName(uint32_t at) const {
  if (at < begin_ + 2 || Word(at - 1) != of_ || !CapitalWord(at - 2) || at - 2 == begin_)
    return false;
  const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), at - 1, at - 2);
  return !Has(at - 2, Is::kRegionWord) && !Has(at - 2, Is::kDistrictWord) &&
         !(noun && (lexicon_.nouns[noun.value].classes & land_) != 0);
}

// "travelled to Poland", "far from Madrid", "the invasion of Ukraine", "a suburb of Madrid".
bool PlaceFinder::LedToLand(uint32_t at) const {
  if (at < begin_ + 2 || !Has(at - 1, Is::kPreposition) || Text(at - 1) == "by") return false;
  if (Has(at - 2, Is::kMotion) || (Has(at - 2, Is::kUrban) && !tokens_[at - 2].capital))
    return true;
  // "will send 20 tanks to Norway", "will withdraw its troops from Norway"
  const bool from = Text(at - 1) == "from" && Text(at + 1) != "from";
  if (from || Has(at - 1, Is::kTo)) {
    for (uint32_t i = at - 1; i-- > begin_ && i + kMoved > at;) {
      if (tokens_[i].kind == TokenKind::kMark || Has(i, Is::kAuxiliary) || Has(i, Is::kRelative))
        break;
      if (from ? Has(i, Is::kLeaving) : Has(i, Is::kMotion) && (tokens_[i].classes & kVerbs) != 0)
        return true;
    }
  }
  const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), at - 1, at - 2);
  return noun && (lexicon_.nouns[noun.value].classes & land_) != 0;
}

// "Anna Odesa", "Mr Donetsk", and "Odesa" alone afterwards: a surname, unless a preposition leads
// to it.
bool PlaceFinder::OfPerson(uint32_t at, uint32_t end, Scale scale) {
  if (end != at + 1 || scale != Scale::kNone) return false;
  const bool known =
      std::find(surnames_.begin(), surnames_.end(), tokens_[at].hash) != surnames_.end();
  if (known)
    return !LedToPlace(at) || (at > begin_ && Text(at - 1) == "of") ||
           (at > begin_ + 1 && EqualsIgnoreAsciiCase(Text(at - 2), "according"));
  if (at == begin_) return false;
  uint32_t before = at - 1;
  const bool point = tokens_[before].mark == '.' && before > begin_;
  if (point) --before;
  const std::string_view word = Text(before);
  const bool title =
      word == "Mr" || word == "Mrs" || word == "Ms" || word == "Dr" || word == "Miss";
  const bool given =
      !point && CapitalWord(before) && (Has(before, Is::kFemale) || Has(before, Is::kMale)) &&
      tokens_[before].classes == (tokens_[before].classes & (Bit(Is::kFemale) | Bit(Is::kMale)));
  if (!title && !given) return false;
  surnames_.push_back(tokens_[at].hash);
  return true;
}

// "Jordan Koval, 25, was held", "Chad Koval" of whom the text goes on to say "Koval said": a first
// name.
bool PlaceFinder::Named(uint32_t at) {
  const uint32_t name = at + 1;
  if (!CapitalWord(name) || !tokens_[name].NameLike() || tokens_[name].glued ||
      tokens_[name].all_caps || CapitalWord(name + 1) || LedToPlace(at) ||
      (at > begin_ && CapitalWord(at - 1)))
    return false;
  const bool aged = InSentence(name + 3) && tokens_[name + 1].mark == ',' &&
                    tokens_[name + 2].kind == TokenKind::kNumber && tokens_[name + 3].mark == ',';
  bool again = aged;
  const size_t limit = std::min<size_t>(tokens_.size(), at + kNamedAgain);
  for (size_t i = at + 2; i + 1 < limit && !again; ++i) {
    if (tokens_[i].hash != tokens_[name].hash || !tokens_[i].capital) continue;
    const Token& before = tokens_[i - 1];
    again = !before.capital && !before.Has(Is::kArticle) &&
            (tokens_[i + 1].Has(Is::kSpeech) || tokens_[i + 1].Has(Is::kAuxiliary) ||
             tokens_[i + 1].Has(Is::kVerbPast) || tokens_[i + 1].word == possessive_);
  }
  if (again) surnames_.push_back(tokens_[name].hash);
  return again;
}

// Settlements and regions alone; `region`: one of these at least.
static bool NoState(const std::vector<Place>& candidates, bool region) {
  bool found = false;
  for (const Place& place : candidates) {
    if (place.kind != PlaceKind::kSettlement && place.kind != PlaceKind::kRegion) return false;
    found = found || place.kind == PlaceKind::kRegion;
  }
  return found || !region;
}

// "the Antonivskyi bridge": the noun of a name, written small.
bool PlaceFinder::IsTarget(uint32_t at) const {
  const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), end_, at);
  return noun && (lexicon_.nouns[noun.value].classes & lexicon_.known.target) != 0;
}

// "the left bank of the Dnipro"
bool PlaceFinder::OfBank(uint32_t at) const {
  return at > begin_ + 2 && Word(at - 2) == of_ &&
         (StartsWith(Text(at - 3), "bank") || StartsWith(Text(at - 3), "shore"));
}

uint32_t PlaceFinder::ReadAt(uint32_t at) {
  const Token& token = tokens_[at];
  if (const uint32_t end = UnknownSettlements(at); end != at) return end;
  if (!token.capital) return at + 1;
  // "Reporting from Riga": where the reporter sits.
  if (at >= begin_ + 2 && Text(at - 1) == "from" && EndsWith(Text(at - 2), "eporting"))
    return at + 1;
  const auto match = gazetteer_.Longest(tokens_.data(), end_, at);
  if (const uint32_t end = ReadLongName(at, at + match.length); end != at) return end;
  if (!match) return ReadSpelling(at);
  const uint32_t end = at + match.length;
  // "Isle of man" is no name; "U.S." is, whose last token is a mark.
  const bool abbreviated =
      end >= at + 2 && tokens_[end - 1].mark == '.' && tokens_[end - 2].capital;
  if (!tokens_[end - 1].capital && match.length > 1 && !abbreviated &&
      !Has(end - 1, Is::kRegionWord) && !IsTarget(end - 1))
    return at + 1;
  const std::vector<Place>& candidates = gazetteer_.Candidates(match.value);
  const Scale scale = ScaleOf(at, end);
  if (OfPerson(at, end, scale)) return end;
  if (token.glued && at > begin_ && tokens_[at - 1].mark == '-') return end;
  if (InSentence(end) && tokens_[end].mark == '-' && tokens_[end].glued && InSentence(end + 1) &&
      !tokens_[end + 1].capital) {
    return end;  // "Moscow-installed": no place; "Zaporizhzhia-Donetsk" is
  }
  // "on the left bank of the Dnipro in the south": a river; "the Dnipro region" is none, nor are
  // "the Donetsk and Dnipro regions". A river that no region is named after has its village near.
  if (scale == Scale::kNone && match.length == 1 && at > begin_ && Text(at - 1) == "the" &&
      HasSettlement(candidates) &&
      (!InSentence(end) || tokens_[end].mark == '.' || tokens_[end].Has(Is::kPreposition) ||
       tokens_[end].Has(Is::kAuxiliary) || OfBank(at)) &&
      NoState(candidates, at > begin_ + 2 && StartsWith(Text(at - 3), "bank")))
    return end;
  // "the Sea of Azov": no place to be in.
  if (scale == Scale::kNone && at >= begin_ + 2 && Word(at - 1) == of_ &&
      tokens_[at - 2].Has(Is::kWater))
    return end;
  // "the Palermo Convention", "the Minsk agreements": what was agreed there.
  if (scale == Scale::kNone && InSentence(end)) {
    const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), end_, end);
    if (noun && (lexicon_.nouns[noun.value].classes & agreed_) != 0 &&
        (HasSettlement(candidates) || CapitalWord(end)))
      return end;
    if (Text(end) == "Ocean") return end;  // "the Indian Ocean"
    // "10 p.m. Polish time", "the English translation"
    const std::string_view next = Text(end);
    if (FirstOf(candidates, PlaceKind::kDemonym) != nullptr &&
        (next == "time" || next == "translation" || next == "language"))
      return end;
  }
  // "Vladimir Putin", "Roman Starovoit": a first name before another capital.
  if (scale == Scale::kNone && match.length == 1 && CapitalWord(end) &&
      tokens_[end].word != possessive_ && !lexicon_.noun_phrases.Starts(tokens_[end]) &&
      FirstNameLike(candidates)) {
    return end;
  }
  if (scale == Scale::kNone && match.length == 1 &&
      FirstOf(candidates, PlaceKind::kDemonym) == nullptr && Named(at))
    return end;
  PlaceFinding finding{at, end};
  if (const Place* chosen = Choose(candidates, scale, at, end)) {
    finding.place = chosen;
    finding.kind = chosen->kind;
    finding.region = chosen->region;
    finding.sure = chosen->alias ? Sureness::kAlias : Sureness::kExact;
    finding.located = Located(at, end, chosen->kind);
    finding.given = chosen->kind == PlaceKind::kCapital && GivenTo(at);
  } else if (!Settlement(at, end, candidates, &finding)) {
    const bool alone = !CapitalWord(end) && !(at > begin_ && CapitalWord(at - 1));
    if (alone && match.length == 1 && HasSettlement(candidates))
      passed_.push_back({at, end, &candidates});
    return at + 1;
  }
  found_.push_back(std::move(finding));
  return end;
}

// A name that only the sound of another spelling tells: "near Avdeyevka"; or that only its region
// does: "Avdeyevka, Donetsk Oblast".
uint32_t PlaceFinder::ReadSpelling(uint32_t at) {
  const Token& token = tokens_[at];
  const bool unknown = token.classes == 0 && token.end - token.begin >= 3 && !token.all_caps;
  if (!unknown || CapitalWord(at + 1)) return at + 1;
  const bool led = LedToPlace(at) || InList(at);
  const bool alone = !(at > begin_ && CapitalWord(at - 1));
  const bool region_follows =
      RegionFollows(at + 1) && (led || (alone && tokens_[at + 1].mark == ','));
  if (!region_follows && !led) {
    if (alone) passed_.push_back({at, at + 1, nullptr});
    return at + 1;
  }
  const std::vector<Place>* candidates =
      token.end - token.begin >= kTold ? gazetteer_.BySpelling(Text(at)) : nullptr;
  PlaceFinding finding{at, at + 1};
  finding.located = true;
  if (candidates != nullptr) {
    Take(*candidates, &finding);
    if (finding.sure == Sureness::kExact) finding.sure = Sureness::kAlias;
  } else if (region_follows) {
    finding.sure = Sureness::kContext;
  } else {
    passed_.push_back({at, at + 1, nullptr});
    return at + 1;
  }
  found_.push_back(std::move(finding));
  return at + 1;
}

// ", Sumy Oblast", "in the Sumy region": what stands before it is a place there.
bool PlaceFinder::RegionFollows(uint32_t at) const {
  if (!InSentence(at) || !(tokens_[at].mark == ',' || Text(at) == "in")) return false;
  const uint32_t name = Has(at + 1, Is::kArticle) ? at + 2 : at + 1;
  if (!CapitalWord(name)) return false;
  const auto match = gazetteer_.Longest(tokens_.data(), end_, name);
  return match && ScaleAt(name + match.length) == Scale::kRegion &&
         FirstOf(gazetteer_.Candidates(match.value), PlaceKind::kRegion) != nullptr;
}

// Of a name that is no settlement's: the region, country or government; null: a settlement.
const Place* PlaceFinder::Choose(const std::vector<Place>& candidates, Scale scale, uint32_t at,
                                 uint32_t end) const {
  if (scale == Scale::kRegion) {
    // "the Kyiv region": not the city, which is one, too.
    for (const Place& place : candidates) {
      if (place.kind == PlaceKind::kRegion && place.needs_suffix) return &place;
    }
    if (const Place* region = FirstOf(candidates, PlaceKind::kRegion)) return region;
  }
  for (const Place& place : candidates) {
    if (place.kind == PlaceKind::kCountry || place.kind == PlaceKind::kDemonym) return &place;
  }
  if (const Place* capital = FirstOf(candidates, PlaceKind::kCapital)) {
    // "in Kyiv" is the city, "Kyiv said" the government.
    for (const Place& place : candidates) {
      if (place.kind == PlaceKind::kSettlement &&
          gazetteer_.CountryOf(place.region) == capital->region &&
          Located(at, end, PlaceKind::kCapital)) {
        return &place;
      }
    }
    return capital;
  }
  for (const Place& place : candidates) {
    if (place.kind == PlaceKind::kRegion && !place.needs_suffix) return &place;
  }
  return nullptr;
}

// A small place needs to stand where a place stands: many are also surnames and words.
bool PlaceFinder::Settlement(uint32_t at, uint32_t end, const std::vector<Place>& candidates,
                             PlaceFinding* finding) const {
  uint32_t largest = 0;
  bool listed = false;
  for (const Place& place : candidates) {
    if (place.kind != PlaceKind::kSettlement) continue;
    largest = std::max(largest, place.population);
    listed = listed || place.listed;
  }
  if (!HasSettlement(candidates)) return false;
  // "Bryansk Governor", "Bryansk Regional Governor"
  const bool office =
      InSentence(end) && (Text(end) == "Regional" || lexicon_.IsRole(tokens_, end_, end));
  const bool name_follows = CapitalWord(end) && ScaleAt(end) == Scale::kNone && !office;
  const bool name_before = at > begin_ + 1 && CapitalWord(at - 1) && !InList(at);
  const bool settled = LedToPlace(at) || InList(at) || ScaleAt(end) != Scale::kNone;
  if (name_before && !listed && largest < kWellKnown) return false;
  if (name_follows && largest < kWellKnown && !settled) return false;
  if (!settled && !(listed && largest >= kTown) && largest < kWellKnown &&
      !(listed && at != begin_))
    return false;
  // "Mary", "Victoria": first names, "Mir" a bank card, but for "in Victoria".
  const bool brief = tokens_[at].end - tokens_[at].begin <= kBrief;
  if (end - at == 1 && !listed && (Has(at, Is::kFemale) || Has(at, Is::kMale) || brief) &&
      !(at > begin_ && (Text(at - 1) == "in" || Text(at - 1) == "near")))
    return false;
  if (end - at == 1 && largest < kTown && !listed && tokens_[at].classes != 0) return false;
  finding->located = !PartOfName(at);
  Take(candidates, finding);
  return true;
}

}  // namespace claimscope
