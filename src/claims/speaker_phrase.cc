// What the words that name a speaker are made of: an actor of the table, an office, a name.
#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "claims/speakers.h"

namespace claimscope {
namespace {

// What begins no name.
constexpr WordClasses kNoName = Bit(Is::kArticle) | Bit(Is::kPreposition) | Bit(Is::kAdjective) |
                                Bit(Is::kTitle) | Bit(Is::kAnd) | Bit(Is::kPronoun) |
                                Bit(Is::kPossessive) | Bit(Is::kAdverb) | Bit(Is::kQuestion) |
                                Bit(Is::kSubordinator);

constexpr uint32_t kMaxRoleWords = 4;
constexpr uint32_t kNoBody = kRolePerson | kRoleWord | kRolePaper;

// The most telling actor of a phrase: a person before an office, a body before a country.
int Rank(ActorKind kind) {
  switch (kind) {
    case ActorKind::kPerson:
      return 5;
    case ActorKind::kOffice:
      return 4;
    case ActorKind::kBody:
      return 3;
    case ActorKind::kGroup:
      return 3;
    case ActorKind::kCountry:
      return 1;
    case ActorKind::kMedia:
      return 2;
  }
  return 0;
}

}  // namespace

std::string SpeakerResolver::Clean(uint32_t begin, uint32_t end) const {
  // "(credit: ...) The envoy": what stands in brackets before is not the name.
  for (uint32_t i = begin; i + 1 < end; ++i) {
    if (tokens_[i].mark == '(' && i > begin) break;
    if (tokens_[i].mark == ')') begin = i + 1;
  }
  // "campaigners last month"
  while (end > begin + 1 && words_.Info(tokens_[end - 1].word).unit != TimeUnit::kNone &&
         end > begin + 2 &&
         (words_.Info(tokens_[end - 2].word).key == TimeKey::kLast ||
          words_.Info(tokens_[end - 2].word).key == TimeKey::kThis))
    end -= 2;
  // "leaders on Monday"
  while (end > begin + 2 && Has(end - 1, Is::kWeekday) && Text(end - 2) == "on") end -= 2;
  // "one official", "one of the officials"
  while (begin < end && (Has(begin, Is::kArticle) || Has(begin, Is::kPreposition) ||
                         tokens_[begin].kind == TokenKind::kMark ||
                         (begin + 1 < end && EqualsIgnoreAsciiCase(Text(begin), "one"))))
    ++begin;
  while (end > begin + 1 &&
         ((tokens_[end - 1].kind == TokenKind::kMark && tokens_[end - 1].mark != ')') ||
          Text(end - 1) == "the" || Text(end - 1) == "of"))
    --end;
  // "Norway (85%)", "the Northern Institute (NI)"
  if (begin + 1 < end && tokens_[end - 1].mark == ')') {
    uint32_t open = end - 1;
    while (open > begin + 1 && tokens_[open].mark != '(') --open;
    if (tokens_[open].mark == '(') end = open;
  }
  if (begin >= end) return {};
  // "the country's foreign minister": whose is known.
  std::string whose;
  const PlaceFinding* state = begin + 2 < end && TheCountry(begin) ? CountryBefore(begin) : nullptr;
  const bool demonym = state != nullptr && state->kind == PlaceKind::kDemonym &&
                       !EndsWith(Text(state->end - 1), "s");  // "Ukrainians"
  if (demonym || (state != nullptr && state->kind == PlaceKind::kCountry)) {
    whose = TextOf(text_, BytesOf(tokens_, state->begin, state->end));
    begin += demonym ? 2 : 1;
    if (demonym) whose += ' ';
  }
  std::string name = whose;
  for (uint32_t i = begin; i < end; ++i) {
    // "Marc -Olivier", as machines translate it
    const bool hung = i > begin && tokens_[i].mark == '-' && i + 1 < end && tokens_[i + 1].glued;
    if (i > begin && !hung) name += TextOf(text_, {tokens_[i - 1].end, tokens_[i].begin});
    name += TextOf(text_, {tokens_[i].begin, tokens_[i].end});
  }
  return name;
}

// "Vladimir V. Putin": a person of the table with a middle initial.
const Actor* SpeakerResolver::WithInitial(uint32_t begin, uint32_t end) const {
  if (end - begin < 4 || tokens_[end - 2].mark != '.') return nullptr;
  const auto match = actors_.Longest(tokens_.data(), end, end - 1);
  if (!match) return nullptr;
  const Actor& actor = actors_.At(match.value, published_);
  const bool same_first = StartsWith(FoldText(actor.name), FoldText(Text(begin)) + " ");
  return actor.kind == ActorKind::kPerson && same_first ? &actor : nullptr;
}

// What roles.tsv says of the office that ends right before `at`; 0: none of a person does.
uint32_t SpeakerResolver::OfficeEnding(uint32_t begin, uint32_t at) const {
  for (uint32_t i = at; i-- > begin && i + kMaxRoleWords >= at;) {
    const auto role = lexicon_.role_phrases.Longest(tokens_.data(), at, i);
    if (role && i + role.length == at && (role.value & kRolePerson) != 0) return role.value;
  }
  return 0;
}

// "Critics of Koval", "a lawyer for Petro Koval", "sources close to President Koval": the name at
// `at` tells whose they are, and they speak. `voice`: they speak for him ("a spokesman for Koval").
bool SpeakerResolver::Complement(uint32_t begin, uint32_t at, bool* voice) const {
  if (at > begin + 1 && tokens_[at - 1].capital &&
      (Has(at - 1, Is::kTitle) || lexicon_.IsRole(tokens_, at, at - 1)))
    --at;
  if (at < begin + 2 ||
      !(Has(at - 1, Is::kPreposition) || Has(at - 1, Is::kTo) || Text(at - 1) == "for"))
    return false;
  uint32_t last = at - 1;  // one past the role
  if (last > begin + 1 && Has(last, Is::kTo) && Text(last - 1) == "close") --last;
  const uint32_t office = OfficeEnding(begin, last);
  *voice = (office & kRoleVoice) != 0;
  return office != 0;
}

// "a person familiar with the CIA": who knows of it is nobody in it.
bool SpeakerResolver::Knows(uint32_t begin, uint32_t at) const {
  if (at > begin + 1 && Has(at - 1, Is::kArticle)) --at;
  return at > begin + 1 && (Has(at - 1, Is::kPreposition) || Has(at - 1, Is::kTo)) &&
         OfficeEnding(begin, at) != 0;
}

// "Koval aide Ivan Bily", "Koval apologists", "Koval campaign officials": does a noun for other
// people follow the name that ends at `stop`?
bool SpeakerResolver::HeadBehind(uint32_t stop, uint32_t end) const {
  const auto next = lexicon_.role_phrases.Longest(tokens_.data(), end, stop);
  if (next && !tokens_[stop].capital && (next.value & (kRoleWord | kRolePaper)) == 0) return true;
  uint32_t last = stop;  // one past the noun
  while (last < end && last < stop + 2 && tokens_[last].kind == TokenKind::kWord &&
         !tokens_[last].capital && !tokens_[last].glued && !Has(last, Is::kPreposition))
    ++last;
  return last > stop && EndsWith(Text(last - 1), "s") && Agent(Text(last - 1));
}

// An actor of the table that begins at `at`: kept when it tells more than the one before. Returns
// its end; `at` when there is none.
uint32_t SpeakerResolver::ActorAt(uint32_t begin, uint32_t end, uint32_t at, Phrase* phrase) const {
  const auto match = actors_.Longest(tokens_.data(), end, at);
  if (!match || !(tokens_[at].capital || match.length > 1)) return at;
  const uint32_t stop = at + match.length;
  if (stop < end && tokens_[stop].mark == '-' && tokens_[stop].glued) return at;
  const Actor& candidate = actors_.At(match.value, published_);
  // "the economist", "the independent channel": papers have capitals.
  const auto name = [](const Token& token) { return token.capital && !token.Has(Is::kArticle); };
  if (candidate.kind == ActorKind::kMedia &&
      std::none_of(tokens_.begin() + at, tokens_.begin() + stop, name))
    return at;
  // "the Economist Institute": a name that begins with a paper's.
  if (candidate.kind == ActorKind::kMedia && match.length == 1 && stop + 1 < end &&
      tokens_[stop].NameLike() && tokens_[stop + 1].NameLike())
    return at;
  // "the Washington Examiner": a name that begins with a state's, or its capital's.
  if (candidate.kind == ActorKind::kCountry && at > 0 && Has(at - 1, Is::kArticle) && stop < end &&
      stop + 1 == end && tokens_[stop].capital && tokens_[stop].kind == TokenKind::kWord &&
      !tokens_[stop].glued && !lexicon_.role_phrases.Starts(tokens_[stop]))
    return at;
  // "the French Senate": of another state.
  if (candidate.country != 0 && at > begin && candidate.kind != ActorKind::kPerson) {
    const auto place = FirstPlace(at - 1);
    if (place != places_.end() && place->end == at && place->kind == PlaceKind::kDemonym &&
        gazetteer_.CountryOf(place->region) != candidate.country)
      return at;
  }
  // "the Senate of Norway"
  if (candidate.country != 0 && candidate.kind == ActorKind::kBody &&
      OfAnotherState(tokens_, places_, stop, candidate.country))
    return at;
  // "the World Jewish Congress": of no state.
  if (candidate.kind == ActorKind::kBody && candidate.country != 0 && match.length == 1 &&
      at > begin && tokens_[at - 1].capital && (tokens_[at - 1].classes & kNoName) == 0 &&
      PlaceEnd(at - 1) != at)
    return at;
  // "Putin's spokesman": the name is not the speaker.
  const bool owner = stop < end && Text(stop).size() == 2 + (Text(stop)[0] != '\'') * 2 &&
                     EndsWith(Text(stop), "s") && !IsAsciiAlpha(Text(stop)[0]);
  const bool beside = candidate.kind == ActorKind::kPerson && HeadBehind(stop, end);
  bool voice = false;
  const bool whose =
      (candidate.kind == ActorKind::kPerson && Complement(begin, at, &voice)) || Knows(begin, at);
  // A surname of the table, but another first name before it.
  const bool other_name = candidate.kind == ActorKind::kPerson && match.length == 1 && at > begin &&
                          tokens_[at - 1].NameLike() && tokens_[at - 1].kind == TokenKind::kWord;
  // "Iran's UN envoy", "ambassador to the EU": where somebody is posted is not who speaks.
  const bool post = (candidate.kind == ActorKind::kBody || candidate.kind == ActorKind::kGroup) &&
                    candidate.country == 0 && IsPost(begin, at) && CountryIn(begin, end) != 0;
  // "Koval, appointed by Biden": he is only spoken of.
  bool aside = false;
  for (uint32_t i = phrase->name_end; i > begin && i < at; ++i)
    aside = aside || tokens_[i].mark == ',';
  // "the head of the town, Petro Koval": who the head is.
  const bool named = phrase->name_end == 0 && at > begin && tokens_[at - 1].mark == ',';
  aside = aside && candidate.kind == ActorKind::kPerson && !named;
  // "Way of Arms, a club of FSB veterans": what a body is a part of.
  const uint32_t lead = at > begin && Has(at - 1, Is::kArticle) ? at - 1 : at;
  if (phrase->actor == nullptr && phrase->name_end == 0 && candidate.kind != ActorKind::kPerson &&
      lead > begin && Has(lead - 1, Is::kPreposition) && tokens_[begin].capital &&
      !Has(begin, Is::kArticle) && !lexicon_.role_phrases.Starts(tokens_[begin])) {
    for (uint32_t i = begin; i < at; ++i) aside = aside || tokens_[i].mark == ',';
  }
  if (whose && voice) phrase->voice_of = &candidate;
  if (!owner && !beside && !whose && !other_name && !post && !aside &&
      (phrase->actor == nullptr || Rank(candidate.kind) > Rank(phrase->actor->kind))) {
    phrase->actor = &candidate;
  }
  for (uint32_t i = at; i < stop; ++i) phrase->words.push_back(tokens_[i].hash);
  return other_name ? at : stop;
}

// One past the run of capitals that begins at `at`. `office`: it turned out to be an office before
// a name ("National Security Adviser Jake Sullivan").
uint32_t SpeakerResolver::NameEnd(uint32_t at, uint32_t end, bool* office) const {
  const auto RoleAt = [&](uint32_t i) { return lexicon_.IsRole(tokens_, end, i); };
  uint32_t stop = at + 1;
  *office = stop < end && tokens_[stop].kind == TokenKind::kWord && tokens_[stop].capital &&
            (RoleAt(stop) ||  // "Oslo Gov. Anna Berg"
             (Has(stop, Is::kTitle) && stop + 1 < end && tokens_[stop + 1].mark == '.'));
  while (!*office && stop < end &&
         ((tokens_[stop].capital && tokens_[stop].kind == TokenKind::kWord &&
           !Has(stop, Is::kPreposition)) ||
          (((tokens_[stop].mark == '-' &&
             (tokens_[stop].glued || (stop + 1 < end && tokens_[stop + 1].glued))) ||
            tokens_[stop].mark == '&') &&
           stop + 1 < end && tokens_[stop + 1].capital) ||
          (tokens_[stop].mark == '.' &&
           (tokens_[stop - 1].end - tokens_[stop - 1].begin == 1 || Text(stop - 1) == "St")))) {
    ++stop;
    if (stop >= end || tokens_[stop].kind != TokenKind::kWord) continue;
    // "Democratic Sen. Petra Novak": what stands before a title is no part of the name.
    *office = RoleAt(stop) || (Has(stop, Is::kTitle) && tokens_[stop].capital);
    const auto person = actors_.Longest(tokens_.data(), end, stop);
    *office = *office || (person.length > 1 && actors_[person.value].kind == ActorKind::kPerson);
  }
  return stop;
}

// "A European diplomat", "Hamas officials": capitals before the noun that they describe are no
// name of a person.
bool SpeakerResolver::Describes(uint32_t stop, uint32_t end) const {
  if (stop >= end || tokens_[stop].kind != TokenKind::kWord || tokens_[stop].capital) return false;
  for (uint32_t i = stop; i < end && i < stop + 4; ++i) {
    if (tokens_[i].kind != TokenKind::kWord || Has(i, Is::kPreposition) || Has(i, Is::kAnd))
      return false;
    if (lexicon_.IsRole(tokens_, end, i)) return true;
  }
  return false;
}

// Where the last two words of a longer run of capitals begin ("Duncan-Jordan" is one); `begin` when
// there are no more than two.
uint32_t SpeakerResolver::LastTwo(uint32_t begin, uint32_t end) const {
  uint32_t words = 0;
  for (uint32_t i = end; i-- > begin;) {
    if (tokens_[i].kind != TokenKind::kWord) continue;
    if (i > begin && tokens_[i - 1].mark == '-') continue;
    if (++words == 2) return i;
  }
  return begin;
}

// "the mayor of", "the head of the Polish", "the head of the Department of Public": do the words
// before tell whose office it is?
bool SpeakerResolver::OfficeBefore(uint32_t begin, uint32_t at) const {
  for (uint32_t of = at - (at > begin); of > begin; of -= std::min(of, 2u)) {
    while (of > begin &&
           (Has(of, Is::kArticle) || Has(of, Is::kAdjective) || CountryIn(of, of + 1) != 0))
      --of;
    const std::string_view led = Text(of);
    if (of <= begin || !(led == "of" || led == "for" || led == "to" || led == "in" || led == "at"))
      return false;
    const auto role = lexicon_.role_phrases.Longest(tokens_.data(), of, of - 1);
    if (!role) return false;
    if ((role.value & kRolePerson) != 0) return true;
  }
  return false;
}

// "U.S.": letters and full stops.
bool SpeakerResolver::Letters(uint32_t begin, uint32_t end) const {
  if (end < begin + 3) return false;
  for (uint32_t i = begin; i < end; ++i) {
    if (tokens_[i].kind == TokenKind::kWord ? Text(i).size() != 1 : tokens_[i].mark != '.')
      return false;
  }
  return true;
}

SpeakerResolver::Phrase SpeakerResolver::Scan(uint32_t begin, uint32_t end) const {
  Phrase phrase;
  uint32_t& name_begin = phrase.name_begin;
  uint32_t& name_end = phrase.name_end;
  for (uint32_t at = begin; at < end;) {
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::kWord) {
      // "Koval – who had met Biden –": what is told of the speaker names somebody else.
      const bool told =
          (token.mark == ',' || token.mark == '~') && at + 1 < end && Has(at + 1, Is::kRelative);
      if (told && (phrase.actor != nullptr || phrase.role || name_end > 0)) break;
      ++at;
      continue;
    }
    if (const uint32_t stop = ActorAt(begin, end, at, &phrase); stop > at) {
      at = stop;
      continue;
    }
    if (const auto match = lexicon_.role_phrases.Longest(tokens_.data(), end, at)) {
      phrase.role = true;
      phrase.role_person = phrase.role_person || (match.value & kRolePerson) != 0;
      // "the Families Forum": no family.
      if (token.capital && at > begin && tokens_[at - 1].capital && at + match.length == end &&
          (match.value & kNoBody) == 0)
        phrase.role_person = false;
      phrase.paper = phrase.paper || (match.value & kRolePaper) != 0;
      phrase.civil = phrase.civil || (match.value & kRoleCivil) != 0;
      for (uint32_t i = at; i < at + match.length; ++i) phrase.words.push_back(tokens_[i].hash);
      at += match.length;
      continue;
    }
    phrase.words.push_back(token.hash);
    // "The Kremlin-backed leader": no name
    if (at + 2 < end && tokens_[at + 1].mark == '-' && tokens_[at + 1].glued &&
        !tokens_[at + 2].capital && Has(at + 2, Is::kVerbPart)) {
      at += 3;
      continue;
    }
    // A run of capitals that no table knows: a name. The first run stands.
    const uint32_t place_end = PlaceEnd(at);
    const bool known_place =
        place_end > at + 1 || (place_end > at && !(at + 1 < end && tokens_[at + 1].capital));
    const WordInfo& word_info = words_.Info(token.word);
    const bool day = word_info.weekday != 0 ||
                     (word_info.month != 0 && at > begin && Has(at - 1, Is::kPreposition));
    const bool plain = (token.classes & kNoName) != 0 || token.all_caps || day;
    // "Work and Pensions Secretary Olga Bila": the name stands behind the office.
    // "the Navy captain, Olga Bila"
    const uint32_t office_end = at > begin && tokens_[at - 1].mark == ',' ? at - 1 : at;
    const bool behind =
        name_end == name_begin + 1 && at > name_end && OfficeEnding(begin, office_end) != 0;
    if (token.capital && !plain && !known_place && (name_end == 0 || behind)) {
      bool office = false;
      const uint32_t stop = NameEnd(at, end, &office);
      if (behind && stop < at + 2) {
        at = stop;
        continue;
      }
      for (uint32_t i = at; i < stop; ++i) phrase.words.push_back(tokens_[i].hash);
      if (Letters(at, stop)) {  // "U.S.-based Koval Brothers"
        at = stop;
        continue;
      }
      // "Early grumblings from backbenchers": one capital at the head and no name.
      const bool word = stop == at + 1 && at == begin && stop < end &&
                        tokens_[stop].kind == TokenKind::kWord && !tokens_[stop].capital &&
                        !tokens_[stop].glued;
      // "Movement for Open Roads": a body's name goes on, no person's begins.
      const auto before = at > begin + 1
                              ? lexicon_.role_phrases.Longest(tokens_.data(), at - 1, at - 2)
                              : PhraseTrie::Match{};
      const bool person = before && (before.value & kRolePerson) != 0;
      // "Office of Foreign Assets Control"
      const uint32_t own = at > begin + 2 && tokens_[at - 1].capital &&
                                   Has(at - 1, Is::kAdjective) && Text(at - 2) == "of"
                               ? at - 1
                               : at;
      const std::string_view link = own > begin ? Text(own - 1) : std::string_view();
      const bool body = own >= begin + 2 && tokens_[own - 2].capital && !person &&
                        (link == "for" || (!phrase.role_person && link == "of") ||
                         (link == "on" && stop > at + 1));
      // "The residents of Vilkhuvan", "a tower in Vilkhuvan": where, not who.
      bool voice = false;
      const std::string_view led = at > begin + 1 ? Text(at - 1) : "";
      const bool where = stop == at + 1 && people_.count(token.hash) == 0 &&
                         (led == "in" || led == "at" || led == "near" || led == "from" ||
                          (led == "of" && Complement(begin, at, &voice) && !voice));
      if (!office && !word && !body && !where && !Describes(stop, end)) {
        if (const Actor* known = WithInitial(at, stop)) {
          if (phrase.actor == nullptr || Rank(known->kind) > Rank(phrase.actor->kind))
            phrase.actor = known;
        }
        // "the mayor of Kupiansk Petro Koval": what he is the mayor of is no part of his name.
        const bool of = OfficeBefore(begin, at);
        const bool met = Has(at, Is::kMale) || Has(at, Is::kFemale) ||
                         people_.count(tokens_[stop - 1].hash) != 0;
        if (!(met && Complement(begin, at, &voice))) {
          name_begin = of ? LastTwo(at, stop) : at;
          name_end = stop;
        }
      }
      at = stop;
      continue;
    }
    at = std::max(at + 1, known_place ? std::min(place_end, end) : at + 1);
  }
  if (phrase.actor == nullptr && name_end == 0) phrase.actor = phrase.voice_of;
  phrase.title = begin < end && Has(begin, Is::kTitle);
  // "Marks & Spencer": a firm.
  for (uint32_t i = name_begin; i < name_end; ++i) phrase.firm_name |= tokens_[i].mark == '&';
  if (phrase.firm_name) phrase.civil = true;
  phrase.unknown_person = name_end > name_begin && !phrase.firm_name &&
                          (phrase.role_person || phrase.title || name_end - name_begin >= 2) &&
                          !lexicon_.role_phrases.Starts(tokens_[name_end - 1]);
  return phrase;
}

}  // namespace claimscope
