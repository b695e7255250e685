// On which side a speaker stands whom no table knows: told by the name's own words, by how the
// article introduces the person, by the place officials speak of, or by who is spoken of most.
#include <algorithm>

#include "base/strings.h"
#include "claims/speakers.h"

namespace claimscope {
namespace {

constexpr int kPlacesBack = 40;                 // places looked at
constexpr uint32_t kIntroduction = 12;          // words before a name that may introduce it
constexpr uint32_t kApposition = 14;            // words after it
constexpr uint32_t kTold = 7;                   // words from a source to whom it tells of
constexpr uint32_t kPaperReach = 12;            // sentences
constexpr uint32_t kSameWordReach = 400;        // tokens
constexpr size_t kMentions = 24;                // of one name looked at
constexpr uint32_t kSentence = 80;              // tokens of one looked through for its state
constexpr size_t kIntroductions = 64;           // names looked up in one article
constexpr uint32_t kIntroductionReach = 30000;  // tokens searched for each of them

}  // namespace

std::vector<PlaceFinding>::const_iterator SpeakerResolver::FirstPlace(uint32_t begin) const {
  return std::lower_bound(
      places_.begin(), places_.end(), begin,
      [](const PlaceFinding& place, uint32_t token) { return place.begin < token; });
}

RegionId SpeakerResolver::CountryIn(uint32_t begin, uint32_t end) const {
  for (auto at = FirstPlace(begin); at != places_.end() && at->begin < end; ++at) {
    if (at->region != 0) return gazetteer_.CountryOf(at->region);
  }
  for (uint32_t i = begin; i < end; ++i) {
    if (!TheCountry(i)) continue;
    const PlaceFinding* place = CountryBefore(i);
    return place == nullptr ? RegionId{0} : gazetteer_.CountryOf(place->region);
  }
  return 0;
}

// "the country's", "the nation's".
bool SpeakerResolver::TheCountry(uint32_t at) const {
  if (at + 1 >= tokens_.size() || !tokens_[at + 1].glued || tokens_[at].capital) return false;
  const std::string_view word = Text(at);
  return (word == "country" || word == "nation") && EndsWith(Text(at + 1), "s");
}

// The state that the sentence has named first, else the sentence before it.
const PlaceFinding* SpeakerResolver::CountryBefore(uint32_t at) const {
  uint32_t end = at;
  for (int sentences = 0; sentences < 2 && end > 0; ++sentences) {
    uint32_t begin = end;
    const auto Ends = [this](uint32_t i) {
      const char mark = tokens_[i].mark;
      return mark == '.' || mark == '!' || mark == '?';
    };
    while (begin > 0 && (begin == end || !Ends(begin - 1)) && end - begin < kSentence) --begin;
    for (auto place = FirstPlace(begin); place != places_.end() && place->begin < end; ++place) {
      if (place->region != 0) return &*place;
    }
    end = begin;
  }
  return nullptr;
}

// One past the place that begins at `at`; `at` when there is none.
uint32_t SpeakerResolver::PlaceEnd(uint32_t at) const {
  const auto place = FirstPlace(at);
  return place != places_.end() && place->begin == at && place->region != 0 ? place->end : at;
}

// Do the words before say that what stands at `at` is where somebody is posted: "to the UN",
// "Iran's UN envoy"?
bool SpeakerResolver::IsPost(uint32_t begin, uint32_t at) const {
  uint32_t i = at;
  if (i > begin && Has(i - 1, Is::kArticle)) --i;
  if (i > begin && (Has(i - 1, Is::kTo) || Text(i - 1) == "at")) return true;
  if (i > begin && tokens_[i - 1].glued && EndsWith(Text(i - 1), "s")) --i;  // "'s"
  return i > begin && CountryIn(i - 1, i) != 0;
}

bool SpeakerResolver::HasWord(uint32_t begin, uint32_t end, std::string_view word) const {
  for (uint32_t at = begin; at < end; ++at) {
    if (EqualsIgnoreAsciiCase(Text(at), word)) return true;
  }
  return false;
}

// A medium speaks for itself, "Iranian state media" for the state.
Side SpeakerResolver::MediumSide(uint32_t begin, uint32_t end) const {
  if (!HasWord(begin, end, "state")) return Side::kIndependent;
  if (const RegionId country = CountryIn(begin, end)) return actors_.SideOfCountry(country);
  const Side home = HomeSide(end);
  return home == Side::kRussia || home == Side::kThird ? home : Side::kIndependent;
}

// By a word that betrays a side, inside the words themselves.
Side SpeakerResolver::SideTold(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at < end; ++at) {
    const auto word = actors_.SideWord(tokens_.data(), end, at);
    if (!word) continue;
    // "Ambassador to the UN", "Iran's UN envoy": whose is told by the country.
    const bool medium = static_cast<Side>(word.value) == Side::kOutlet;
    if (medium) return MediumSide(begin, end);
    // "the Polish Institute", "Norway's Western partners" are no post.
    const bool adjective = Has(at, Is::kAdjective) && !(at + 1 < end && tokens_[at + 1].capital);
    const bool post = tokens_[at].capital && !adjective &&
                      !lexicon_.role_phrases.Starts(tokens_[at]) && IsPost(begin, at) &&
                      CountryIn(begin, end) != 0;
    if (!post) return static_cast<Side>(word.value);
    at += word.length - 1;
  }
  return Side::kUnknown;
}

// By such a word, else by a country.
Side SpeakerResolver::OwnSide(uint32_t begin, uint32_t end) const {
  if (const Side told = SideTold(begin, end); told != Side::kUnknown) return told;
  if (const RegionId country = CountryIn(begin, end)) return actors_.SideOfCountry(country);
  return Side::kUnknown;
}

// "A Pence adviser", "Biden's spokesman": on the side of whom they serve.
Side SpeakerResolver::PersonSide(uint32_t begin, uint32_t end) {
  for (uint32_t at = begin; at < end; ++at) {
    if (!tokens_[at].capital) continue;
    const Actor* person = nullptr;
    if (const auto match = actors_.Longest(tokens_.data(), end, at))
      person = &actors_.At(match.value, published_);
    else if (at + 1 < end)
      person = FullNamed(tokens_[at].hash);
    if (person == nullptr) continue;
    // "the head of a branch of the IDF": on the side of the body, when a state has it.
    const bool body = (person->kind == ActorKind::kBody || person->kind == ActorKind::kGroup) &&
                      person->country != 0 && person->side != Side::kIndependent;
    if (person->kind == ActorKind::kPerson || body) return person->side;
  }
  return Side::kUnknown;
}

std::span<const std::pair<uint32_t, uint32_t>> SpeakerResolver::MentionsOf(uint32_t name) {
  if (!capitals_made_) {
    capitals_made_ = true;
    const uint32_t limit = std::min(static_cast<uint32_t>(tokens_.size()), kIntroductionReach);
    for (uint32_t at = 0; at < limit; ++at) {
      if (tokens_[at].capital) capitals_.emplace_back(tokens_[at].hash, at);
    }
    std::sort(capitals_.begin(), capitals_.end());
  }
  const auto from = std::lower_bound(capitals_.begin(), capitals_.end(), std::pair(name, 0u));
  const std::span rest(capitals_.data() + (from - capitals_.begin()),
                       capitals_.data() + capitals_.size());
  size_t count = 0;
  while (count < std::min(rest.size(), kMentions) && rest[count].first == name) ++count;
  return rest.first(count);
}

// The person of the table with this surname whom the article names in full somewhere, in office or
// not.
const Actor* SpeakerResolver::FullNamed(uint32_t surname) {
  if (const auto known = full_named_.find(surname); known != full_named_.end())
    return known->second;
  if (full_named_.size() >= kIntroductions) return nullptr;
  const Actor* person = nullptr;
  for (const auto& [hash, last] : MentionsOf(surname)) {
    for (uint32_t first = 1; first <= 3 && first <= last; ++first) {
      const uint32_t at = last - first;
      const auto match = actors_.Longest(tokens_.data(), last + 1, at);
      if (!match || at + match.length != last + 1) continue;
      if (actors_[match.value].kind == ActorKind::kPerson)
        person = &actors_.At(match.value, published_);
    }
    if (person != nullptr) break;
  }
  full_named_.emplace(surname, person);
  return person;
}

// Where the article names somebody of that surname before `at` with a first name; `at`: nowhere.
uint32_t SpeakerResolver::GivenName(uint32_t at) {
  for (const auto& [hash, last] : MentionsOf(tokens_[at].hash)) {
    if (last >= at) break;
    if (last == 0 || tokens_[last].paragraph || !tokens_[last - 1].NameLike() ||
        tokens_[last - 1].kind != TokenKind::kWord || tokens_[last].all_caps ||
        tokens_[last - 1].all_caps)
      continue;
    // Not "Koval Street", not a word that begins a sentence.
    const bool known = Has(last - 1, Is::kFemale) || Has(last - 1, Is::kMale);
    const bool goes_on = last + 1 < tokens_.size() && tokens_[last + 1].capital;
    const bool starts = last < 2 || tokens_[last - 1].paragraph || tokens_[last - 2].mark == '.';
    if (!goes_on && (known || !starts)) return last - 1;
  }
  return at;
}

bool SpeakerResolver::Knighted(uint32_t at) const {
  return at > 0 && (Text(at - 1) == "Sir" || Text(at - 1) == "Dame");
}

// "Petro", after "Petro Koval" somewhere before and no other Petro: him.
bool SpeakerResolver::FirstNameOf(uint32_t at, Speaker* speaker) {
  if (!Has(at, Is::kFemale) && !Has(at, Is::kMale) && !Knighted(at)) return false;
  uint32_t full = at;
  for (const auto& [hash, first] : MentionsOf(tokens_[at].hash)) {
    if (first >= at) break;
    const uint32_t last = first + 1;
    const bool name = tokens_[last].NameLike() ||  // or a surname of the table
                      (Knighted(at) && tokens_[last].capital && tokens_[last].classes == 0);
    if (tokens_[last].paragraph || tokens_[last].glued || !name ||
        tokens_[last].kind != TokenKind::kWord ||
        (first > 0 && tokens_[first - 1].capital && tokens_[first - 1].classes == 0))
      continue;
    if (full != at && tokens_[full + 1].hash != tokens_[last].hash) return false;
    if (full == at) full = first;
  }
  if (full == at) return false;
  const uint32_t surname = tokens_[full + 1].hash;
  if (!Again(surname, speaker)) {
    speaker->claimant = Clean(full, full + 2);
    FindSide({}, full, full + 2, full, full + 2, surname, speaker);
    speaker->person = speaker->by_name = true;
    speaker->gender = GenderOf(*speaker, full, full + 2);
    people_.insert_or_assign(surname, *speaker);
  }
  return true;
}

// "Former US Vice President Dan Quayle", "Koval, who heads Ukraine's ...": wherever the article
// names the person.
Side SpeakerResolver::IntroducedSide(uint32_t surname) {
  if (const auto known = introduced_.find(surname); known != introduced_.end())
    return known->second;
  if (introduced_.size() >= kIntroductions) return Side::kUnknown;
  Side side = Side::kUnknown;
  for (const auto& [hash, at] : MentionsOf(surname)) {
    side = IntroducedAt(at);
    if (side != Side::kUnknown) break;
  }
  introduced_.emplace(surname, side);
  return side;
}

// What stands right before the name at `at`, with an office in it, or behind a comma after it.
Side SpeakerResolver::IntroducedAt(uint32_t at) const {
  uint32_t from = at;
  bool role = false;
  for (uint32_t steps = 0; from > 0 && steps < kIntroduction; ++steps) {
    const Token& before = tokens_[from - 1];
    if (tokens_[from].paragraph || before.kind == TokenKind::kOpenQuote ||
        before.kind == TokenKind::kCloseQuote || before.mark == '.' || before.mark == ';' ||
        before.mark == ':' || Has(from - 1, Is::kBut) || Has(from - 1, Is::kAuxiliary)) {
      // "U.S.", "Sen." is no end of a sentence.
      if (before.mark != '.' || from < 2) break;
      const Token& word = tokens_[from - 2];
      const uint32_t size = word.end - word.begin;
      const bool title = size <= 4 && word.capital && lexicon_.IsRole(tokens_, from, from - 2);
      if (size > 2 && !title) break;
    }
    --from;
    role = role || lexicon_.IsRole(tokens_, at, from);
  }
  if (role) {
    if (const Side side = SpokenFor(from, at); side != Side::kUnknown) return side;
  }
  const auto limit = static_cast<uint32_t>(tokens_.size());
  if (at + 2 >= limit || tokens_[at + 1].mark != ',') return Side::kUnknown;
  uint32_t to = at + 2;
  role = false;
  while (to < limit && to < at + kApposition && tokens_[to].mark != '.' && !tokens_[to].paragraph &&
         tokens_[to].kind != TokenKind::kOpenQuote && tokens_[to].mark != ',' &&
         Text(to) != "with") {  // "a tycoon with ties to the president"
    role = role || lexicon_.IsRole(tokens_, limit, to);
    ++to;
  }
  return role ? SpokenFor(at + 2, to) : Side::kUnknown;
}

// Of letters that the article spells out: "the Centre for Seas (CFS)", "the Centre for Seas, or
// CFS". Independent when no word of it is a state's.
Side SpeakerResolver::SpelledSide(uint32_t letters) {
  for (const auto& [hash, at] : MentionsOf(tokens_[letters].hash)) {
    if (at < 3 || at + 1 >= tokens_.size()) continue;
    const bool closed = tokens_[at + 1].mark == ')' || tokens_[at + 1].mark == ',';
    const bool bracket = tokens_[at - 1].mark == '(';
    if (!closed || !(bracket || (Text(at - 1) == "or" && tokens_[at - 2].mark == ','))) continue;
    const uint32_t end = bracket ? at - 1 : at - 2;
    uint32_t begin = end;
    while (begin > 0 && begin + kIntroduction > end && !tokens_[begin].paragraph &&
           (tokens_[begin - 1].capital || Has(begin - 1, Is::kPreposition) ||
            Has(begin - 1, Is::kAnd) || Has(begin - 1, Is::kArticle) ||
            (tokens_[begin - 1].mark == '.' && tokens_[begin - 1].glued && begin > 1 &&
             tokens_[begin - 2].end - tokens_[begin - 2].begin == 1)))  // "U.S."
      --begin;
    if (begin == end) continue;
    if (const Side side = OwnSide(begin, end); side != Side::kUnknown) return side;
    return HasRole(begin, end) ? Side::kUnknown : Side::kIndependent;
  }
  return Side::kUnknown;
}

// Whose officials speak is told by the place the sentence is about.
Side SpeakerResolver::PlaceSide(uint32_t sentence_begin, uint32_t sentence_end) const {
  const auto at = FirstPlace(sentence_begin);
  for (auto i = at; i != places_.end() && i->begin < sentence_end; ++i) {
    if (i->region != 0 && i->located) return actors_.SideOfCountry(gazetteer_.CountryOf(i->region));
  }
  int looked = 0;
  for (auto i = at; i != places_.begin() && looked < kPlacesBack; ++looked) {
    --i;
    if (i->region != 0 && i->located) return actors_.SideOfCountry(gazetteer_.CountryOf(i->region));
  }
  return Side::kUnknown;
}

// The state spoken of most in what stands just before.
Side SpeakerResolver::HomeSide(uint32_t sentence_end) const {
  auto at = FirstPlace(sentence_end);
  std::vector<std::pair<RegionId, int>> counts;
  for (int looked = 0; at != places_.begin() && looked < kPlacesBack; ++looked) {
    --at;
    if (at->region == 0) continue;
    const RegionId country = gazetteer_.CountryOf(at->region);
    const auto same = std::find_if(counts.begin(), counts.end(),
                                   [&](const auto& entry) { return entry.first == country; });
    if (same == counts.end())
      counts.emplace_back(country, 1);
    else
      ++same->second;
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& x, const auto& y) { return x.second < y.second; });
  return most == counts.end() ? Side::kUnknown : actors_.SideOfCountry(most->first);
}

// Do all roles there have these marks of `mask`, and is there one?
bool SpeakerResolver::AllRoles(uint32_t begin, uint32_t end, uint32_t mask, uint32_t marks) const {
  bool found = false;
  for (uint32_t at = begin; at < end; ++at) {
    const auto match = lexicon_.role_phrases.Longest(tokens_.data(), end, at);
    if (!match) continue;
    if ((match.value & mask) != marks) return false;
    found = true;
    at += match.length - 1;
  }
  return found;
}

// "the Norwegian oil firm", "a British economist": nothing else is told of them.
bool SpeakerResolver::CivilRole(uint32_t begin, uint32_t end) const {
  return AllRoles(begin, end, kRoleCivil | kRoleLocal | kRoleHead, kRoleCivil);
}

// "A resident", "the farmer": whom no office makes speak for a state.
bool SpeakerResolver::PrivateRole(uint32_t begin, uint32_t end) const {
  return AllRoles(begin, end, kRoleLocal | kRoleCivil, kRoleLocal | kRoleCivil);
}

// "The Norwegian oil firm", "a US think tank": no state speaks, but of what it owns, or where it is
// at war.
Side SpeakerResolver::SpokenFor(uint32_t begin, uint32_t end) const {
  if (const Side told = SideTold(begin, end); told != Side::kUnknown) return told;
  const RegionId country = CountryIn(begin, end);
  if (country == 0) return Side::kUnknown;
  const Side side = actors_.SideOfCountry(country);
  // "A Russian-Israeli businessman" speaks for neither.
  for (auto at = FirstPlace(begin); at != places_.end() && at->end + 1 < end; ++at) {
    if (tokens_[at->end].mark == '-' && tokens_[at->end + 1].capital &&
        (CivilRole(begin, end) || PrivateRole(begin, end)))
      return Side::kIndependent;
  }
  const bool abroad = side == Side::kThird || side == Side::kAlly;
  // "Norwegian sources" are of the state.
  const bool official = HasWord(begin, end, "state") || HasWord(begin, end, "source") ||
                        HasWord(begin, end, "sources");
  const bool civil = PrivateRole(begin, end) || (CivilRole(begin, end) && !official);
  return abroad && civil ? Side::kIndependent : side;
}

// "The head of Nordisk": of something that has a name, and no state's.
bool SpeakerResolver::HeadsNamed(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at + 2 < end; ++at) {
    const auto role = lexicon_.role_phrases.Longest(tokens_.data(), end, at);
    if (!role || (role.value & kRoleHead) == 0) continue;
    const uint32_t name = at + role.length + 1;
    return name < end && Text(name - 1) == "of" && tokens_[name].NameLike();
  }
  return false;
}

// The state whose people a sentence begins with.
Side SpeakerResolver::LedSide(uint32_t sentence_begin, uint32_t end) const {
  const auto place = FirstPlace(sentence_begin);
  if (place == places_.end() || place->end > end || place->begin > sentence_begin + 1 ||
      place->kind != PlaceKind::kDemonym || !HasRole(place->end, std::min(place->end + 2, end)))
    return Side::kUnknown;
  return actors_.SideOfCountry(gazetteer_.CountryOf(place->region));
}

// "The air force said that Norway had launched 40 drones": none of Norway's. The side of who
// speaks, when a guess says `side`.
Side SpeakerResolver::Opposed(Side side, uint32_t end, uint32_t sentence_end) const {
  if (side != Side::kRussia && side != Side::kUkraine) return side;
  const auto place = FirstPlace(end);
  if (place == places_.end() || place->begin >= std::min(sentence_end, end + kTold) ||
      place->end >= tokens_.size() || place->kind != PlaceKind::kCountry ||
      !(Has(place->end, Is::kAuxiliary) || Has(place->end, Is::kVerbPast)) ||
      actors_.SideOfCountry(gazetteer_.CountryOf(place->region)) != side)
    return side;
  bool speech = false, attacks = false;
  for (uint32_t at = end; at < place->begin; ++at) speech = speech || Has(at, Is::kSpeech);
  const uint32_t limit = std::min(sentence_end, place->end + 4);
  for (uint32_t at = place->end; at < limit; ++at) {
    for (const std::string_view word :
         {"launched", "fired", "attacked", "struck", "hit", "shelled"})
      attacks = attacks || Text(at) == word;
  }
  if (!speech || !attacks) return side;
  return side == Side::kRussia ? Side::kUkraine : Side::kRussia;
}

// "Petro Koval, who won a medal in Norway": without the apposition when it names no office and a
// state that is not at war; he speaks for none.
uint32_t SpeakerResolver::NameEnd(uint32_t begin, uint32_t end) const {
  uint32_t comma = begin;
  while (comma < end && tokens_[comma].mark != ',') ++comma;
  if (comma + 1 >= end || tokens_[comma + 1].capital || CountryIn(begin, comma) != 0 ||
      CountryIn(comma, end) == 0)
    return end;
  for (uint32_t at = begin; at < end; ++at) {
    if (lexicon_.IsRole(tokens_, end, at)) return end;
  }
  const Side side = actors_.SideOfCountry(CountryIn(comma, end));
  return side == Side::kAlly || side == Side::kThird ? comma : end;
}

void SpeakerResolver::FindSide(const Phrase& phrase, uint32_t begin, uint32_t end,
                               uint32_t sentence_begin, uint32_t sentence_end, uint32_t surname,
                               Speaker* speaker) {
  speaker->sure_side = true;
  if (of_minister_ != Side::kUnknown) {
    speaker->side = std::exchange(of_minister_, Side::kUnknown);
    return;
  }
  if (surname != 0) end = NameEnd(begin, end);
  if (speaker->side = SpokenFor(begin, end); speaker->side != Side::kUnknown) {
    speaker->sure_side = !PrivateRole(begin, end) || SideTold(begin, end) != Side::kUnknown;
    return;
  }
  if (speaker->side = PersonSide(begin, end); speaker->side != Side::kUnknown) return;
  if (surname != 0) {
    if (speaker->side = IntroducedSide(surname); speaker->side != Side::kUnknown) return;
  }
  speaker->sure_side = false;
  bool local = false;
  for (uint32_t at = begin; at < end && !local; ++at) {
    const auto match = lexicon_.role_phrases.Longest(tokens_.data(), end, at);
    local = match && (match.value & kRoleLocal) != 0 &&
            ((match.value & kRoleCivil) == 0 || PrivateRole(begin, end));
  }
  // "Norwegian authorities had not commented, but an intelligence official said": of the same.
  if (local && begin > sentence_begin && Has(begin - 1, Is::kBut))
    speaker->side = LedSide(sentence_begin, begin);
  if (local && speaker->side == Side::kUnknown)
    speaker->side = Opposed(PlaceSide(sentence_begin, sentence_end), end, sentence_end);
  // "A neighbour said", where nobody is at war: of no state.
  if ((speaker->side == Side::kAlly || speaker->side == Side::kThird) && PrivateRole(begin, end))
    speaker->side = Side::kIndependent;
  if (speaker->side != Side::kUnknown) return;
  if (phrase.paper && EqualsIgnoreAsciiCase(Text(begin), "the")) {
    // "The report": of the body that spoke last.
    for (auto i = memory_.rbegin();
         i != memory_.rend() && i->sentence + kPaperReach >= speaker->sentence; ++i) {
      if (i->person || !i->sure_side || i->media) continue;
      speaker->side = i->side;
      return;
    }
  }
  // "The sources", after "British defence sources": as the same word was told of before.
  if (phrase.role && surname == 0 && EqualsIgnoreAsciiCase(Text(begin), "the")) {
    for (uint32_t i = begin; i > 0 && i + kSameWordReach > begin; --i) {
      if (tokens_[i - 1].hash != tokens_[end - 1].hash || i < 2) continue;
      const uint32_t from = i > 4 ? i - 4 : 0;
      if (speaker->side = OwnSide(from, i); speaker->side != Side::kUnknown) return;
    }
  }
  // "The EBU", after "the European Broadcasting Union (EBU)"
  const bool letters = end > begin && !phrase.role && phrase.actor == nullptr && end - begin <= 2 &&
                       tokens_[end - 1].all_caps;
  if (letters) speaker->side = SpelledSide(end - 1);
  if (speaker->side != Side::kUnknown) return;
  if ((surname != 0 && !phrase.role) || (phrase.civil && !HasWord(begin, end, "government")) ||
      phrase.paper || speaker->voice || HeadsNamed(begin, end)) {
    speaker->side = Side::kIndependent;
    return;
  }
  const std::string_view first = Text(begin);
  if (first == "the" || first == "a" || first == "an")
    speaker->side = LedSide(sentence_begin, begin);
  if (speaker->side != Side::kUnknown) return;
  // "The report", "the spokesperson": of whoever spoke last.
  const uint32_t sentence = speaker->sentence;
  if (!memory_.empty() && memory_.back().sentence + 4 >= sentence && memory_.back().sure_side &&
      !memory_.back().media) {
    speaker->side = memory_.back().side;
  } else {
    speaker->side = HomeSide(sentence_end);
  }
  speaker->side = Opposed(speaker->side, end, sentence_end);
  // "Two Nordic countries" are none of those at war.
  const std::string_view ending = end > begin ? Text(end - 1) : "";
  const bool states = ending == "countries" || ending == "nations";
  if (states && (speaker->side == Side::kRussia || speaker->side == Side::kUkraine))
    speaker->side = Side::kThird;
}

}  // namespace claimscope
