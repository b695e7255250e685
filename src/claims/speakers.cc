#include "claims/speakers.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr uint32_t kUnveiledReach = 3;  // sentences

}  // namespace

SpeakerResolver::SpeakerResolver(std::string_view text, const Tokens& tokens,
                                 const std::vector<PlaceFinding>& places, const Lexicon& lexicon,
                                 const Gazetteer& gazetteer, const Actors& actors, Day published)
    : text_(text),
      tokens_(tokens),
      places_(places),
      lexicon_(lexicon),
      words_(lexicon.words),
      gazetteer_(gazetteer),
      actors_(actors),
      published_(published) {}

// The words of a name or an office, for later mentions that shrink to one of them.
void SpeakerResolver::AddWords(std::string_view name, std::vector<uint32_t>* words) {
  const std::string folded = FoldText(name);
  for (std::string_view word : SplitTrimmed(folded, ' '))
    words->push_back(static_cast<uint32_t>(HashFolded(word)));
}

// "a seismologist", "the plumbers": does the word's end name somebody who does something?
bool SpeakerResolver::Agent(std::string_view word) {
  if (EndsWith(word, "s")) word.remove_suffix(1);
  for (const std::string_view end :
       {"ist", "er", "or", "ian", "man", "men", "ant", "eer", "crat"}) {
    if (word.size() > end.size() + 2 && EndsWith(word, end)) return true;
  }
  return false;
}

// "Wolodymyr Zelenskij": somebody of the table, as other languages write him.
const Actor* SpeakerResolver::Romanised(const Phrase& phrase) const {
  const uint32_t last = phrase.name_end - 1;
  if (tokens_[last].classes != 0 || tokens_[last].end - tokens_[last].begin < 6) return nullptr;
  const bool alone = phrase.name_begin == last;
  return actors_.Romanised(alone ? std::string_view() : Text(phrase.name_begin), Text(last));
}

// "the leaders of Norway, Sweden and Denmark": is the comma one of a list of names?
bool SpeakerResolver::InList(uint32_t comma, uint32_t end) const {
  bool name = false;
  for (uint32_t i = comma + 1; i < end; ++i) {
    if (Has(i, Is::kAnd)) return name && i + 1 < end && tokens_[i + 1].capital;
    if (tokens_[i].mark == ',' && name) continue;
    if (tokens_[i].kind != TokenKind::kWord || !tokens_[i].capital) return false;
    name = true;
  }
  return false;
}

void SpeakerResolver::ChooseName(const Phrase& phrase, uint32_t begin, uint32_t end,
                                 uint32_t sentence_begin, uint32_t sentence_end, Speaker* speaker) {
  const Actor* actor = phrase.actor;
  // "Ben-Gvir" is one word, too.
  bool one_word = phrase.name_end > phrase.name_begin;
  for (uint32_t i = phrase.name_begin + 1; i < phrase.name_end; ++i)
    one_word = one_word && (tokens_[i].glued || tokens_[i].mark == '-');
  const uint32_t surname =
      phrase.name_end > phrase.name_begin ? tokens_[phrase.name_end - 1].hash : 0;
  if (actor == nullptr && surname != 0 && (one_word || phrase.title)) actor = FullNamed(surname);
  // Not "Smyrnov" after another of that name has been met.
  const bool met_other = one_word && people_.count(surname) != 0;
  if (surname != 0 && !met_other && (actor == nullptr || actor->kind == ActorKind::kOffice)) {
    const Actor* const person = Romanised(phrase);
    if (person != nullptr) actor = person;
  }
  if (actor != nullptr && actor->kind == ActorKind::kPerson) {
    speaker->claimant = actor->name;
    speaker->side = actor->side;
    speaker->sure_side = speaker->person = speaker->listed = speaker->by_name = true;
    AddWords(actors_.OfficesOf(*actor, published_), &speaker->words);
    // The surname alone, later, whatever stands before it ("Al Thani").
    const std::string name = FoldText(actor->name);
    const std::string_view words = TrimAscii(name);
    people_.emplace(static_cast<uint32_t>(HashFolded(words.substr(words.rfind(' ') + 1))),
                    *speaker);
    return;
  }
  // "Sir Petro", after "Sir Petro Koval": a knight goes by his first name.
  if (one_word && phrase.title && actor == nullptr && Knighted(phrase.name_begin) &&
      FirstNameOf(phrase.name_begin, speaker))
    return;
  if (phrase.unknown_person && (actor == nullptr || actor->kind != ActorKind::kMedia)) {
    const bool met = Again(surname, speaker);
    if (!met || (!one_word && !speaker->sure_side)) {
      speaker->claimant = Clean(phrase.name_begin, phrase.name_end);
      if (actor != nullptr && actor->kind != ActorKind::kMedia &&
          actor->kind != ActorKind::kCountry) {
        speaker->side = actor->side;
        speaker->sure_side = true;
      } else if (!met || !speaker->sure_side) {
        const Side before = met ? speaker->side : Side::kUnknown;
        if (!met && Unveiled(phrase, surname, speaker)) {
          people_.insert_or_assign(surname, *speaker);
          return;
        }
        FindSide(phrase, begin, end, sentence_begin, sentence_end, surname, speaker);
        // The office told with the first mention says more than a bare name.
        if (before != Side::kUnknown && !speaker->sure_side && !phrase.role) speaker->side = before;
      }
    }
    speaker->person = speaker->by_name = true;
    if (speaker->gender == 0) speaker->gender = GenderOf(*speaker, begin, end);
    // "Brightly Solar" may be a firm: nothing says that it is a person.
    speaker->proper = !phrase.role && !phrase.title && speaker->gender == 0;
    people_.insert_or_assign(surname, *speaker);
    return;
  }
  if (one_word && !phrase.role && actor == nullptr && Again(surname, speaker)) return;
  // "Sadko", after "Petro Sadko" somewhere before, though he did not speak there.
  if (one_word && actor == nullptr && phrase.name_end == end) {
    if (FirstNameOf(phrase.name_begin, speaker)) return;
    if (const uint32_t given = GivenName(phrase.name_end - 1); given < phrase.name_begin) {
      speaker->claimant = Clean(given, given + 2);
      FindSide(phrase, begin, end, sentence_begin, sentence_end, surname, speaker);
      speaker->person = speaker->by_name = true;
      speaker->gender = GenderOf(*speaker, begin, end);
      people_.insert_or_assign(surname, *speaker);
      return;
    }
    if (!phrase.role && Respelt(phrase.name_begin, speaker)) return;
  }
  if (actor != nullptr && (actor->kind != ActorKind::kCountry || !phrase.role) &&
      !(actor->kind == ActorKind::kMedia && phrase.role_person)) {
    speaker->claimant = actor->name;
    speaker->side = actor->side;
    speaker->sure_side = true;
    speaker->media = actor->kind == ActorKind::kMedia;
    speaker->thing = actor->kind == ActorKind::kCountry;
    for (WordId word : actor->head) speaker->words.push_back(words_.Info(word).hash);
    return;
  }
  if (phrase.paper && actor == nullptr && SamePaper(phrase, speaker)) return;
  // The bare phrase; what follows a comma is an apposition.
  uint32_t stop = begin;
  while (stop < end && (tokens_[stop].mark != ',' || InList(stop, end)) &&
         tokens_[stop].mark != '~')
    ++stop;
  speaker->claimant =
      phrase.firm_name ? Clean(phrase.name_begin, phrase.name_end) : Clean(begin, stop);
  speaker->person = phrase.role_person && !phrase.firm_name;
  speaker->thing = phrase.paper;
  speaker->made = phrase.paper || (stop > begin && IsMade(stop - 1));
  speaker->proper = !speaker->person && phrase.name_end > phrase.name_begin;
  speaker->voice = VoiceOfName(begin, stop);
  FindSide(phrase, begin, end, sentence_begin, sentence_end, one_word ? surname : 0, speaker);
}

// "The head of the Oslo port denied it. Speaking to the paper, Petro Koval called it false": he is
// the head, when nobody else has spoken and nothing else is told of him.
bool SpeakerResolver::Unveiled(const Phrase& phrase, uint32_t surname, Speaker* speaker) {
  if (memory_.empty() || phrase.role || phrase.title || phrase.name_end < phrase.name_begin + 2 ||
      (phrase.name_end < tokens_.size() && tokens_[phrase.name_end].mark == ','))
    return false;
  const Speaker& head = memory_.back();
  const bool alone = std::all_of(memory_.begin(), memory_.end(), [&](const Speaker& other) {
    return other.claimant == head.claimant;
  });
  if (!alone || !head.office || !head.sure_side ||
      head.sentence + kUnveiledReach < speaker->sentence)
    return false;
  // First named here, and nothing stands before the name that says who it is.
  const uint32_t name = phrase.name_begin;
  const auto mentions = MentionsOf(surname);
  if (mentions.empty() || mentions.front().second < name ||
      (name > 0 && tokens_[name - 1].mark != ',' && tokens_[name - 1].mark != '.'))
    return false;
  speaker->side = head.side;
  speaker->person = speaker->by_name = speaker->sure_side = true;
  speaker->gender = GenderOf(*speaker, phrase.name_begin, phrase.name_end);
  speaker->words.insert(speaker->words.end(), head.words.begin(), head.words.end());
  return true;
}

// "The 30-year-old"
bool SpeakerResolver::OnlyAge(uint32_t begin, uint32_t end) const {
  return begin + 1 < end && tokens_[begin + 1].kind == TokenKind::kNumber &&
         Text(end - 1) == "old" && EqualsIgnoreAsciiCase(Text(begin), "the");
}

// "An Orbit spokesperson", "a spokesperson for Orbit": for somebody whom no table knows.
bool SpeakerResolver::VoiceOfName(uint32_t begin, uint32_t end) const {
  bool voice = false, name = false;
  for (uint32_t at = begin; at < end;) {
    if (const auto role = lexicon_.role_phrases.Longest(tokens_.data(), end, at)) {
      if ((role.value & kRolePerson) == 0) return false;  // "the Met Office spokesperson"
      voice = voice || (role.value & kRoleVoice) != 0;
      at += role.length;
      continue;
    }
    if (tokens_[at].capital && (tokens_[at].all_caps || CountryIn(at, at + 1) != 0)) return false;
    name = name || (tokens_[at].capital && !Has(at, Is::kArticle));
    ++at;
  }
  return voice && name;
}

// "details provided by the ministry", "a statement from the ministry", "one published on the
// ministry's website": where its author begins; `begin`: nobody is named. Not "documents seen by
// the agency".
uint32_t SpeakerResolver::AuthorOf(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin + 1; at + 2 < end; ++at) {
    if (Text(at) == "from" && at + 1 < end && IsMade(at - 1) && CanSpeak(at + 1, end))
      return at + 1;
    // "A poll in April by the institute"
    uint32_t paper = at;
    if (at > begin + 3 && Text(at) == "by" && Text(at - 2) == "in" && Has(at - 1, Is::kMonth))
      paper = at - 2;
    if (Text(at) == "by" && IsPaper(paper - 1, paper) && HasActor(at + 1, end, true)) return at + 1;
    if (Text(at) == "in" && at + 2 < end && Has(at + 1, Is::kMonth)) continue;
    if (tokens_[at].kind != TokenKind::kWord || Has(at, Is::kPreposition)) break;
    if (!Has(at, Is::kIssued)) continue;
    if (Text(at + 1) == "on" && IsMade(at - 1) && HasRole(at + 2, end)) return at + 2;
    uint32_t noun = at;
    while (noun > begin + 1 && Has(noun - 1, Is::kAdverb)) --noun;
    return Text(at + 1) == "by" && (IsPaper(begin, at) || IsMade(noun - 1)) ? at + 2 : begin;
  }
  return begin;
}

Speaker SpeakerResolver::Resolve(uint32_t begin, uint32_t end, uint32_t sentence_begin,
                                 uint32_t sentence_end, uint32_t sentence, bool remember) {
  Speaker speaker;
  speaker.sentence = sentence;
  if (begin >= end) return speaker;
  const bool his = end - begin == 1 && Has(begin, Is::kPossessive);  // "in his view"
  if (his || (end - begin == 1 && Has(begin, Is::kPronoun) && !tokens_[begin].all_caps)) {
    if (EqualsIgnoreAsciiCase(Text(begin), "we")) {  // "as we reported": the paper itself
      speaker.claimant = "outlet";
      speaker.side = Side::kOutlet;
    } else if (Has(begin, Is::kArticle) || EqualsIgnoreAsciiCase(Text(begin), "those")) {
      return speaker;  // "those who say so", "this says much"
    } else if (const Speaker* known = EndsWith(Text(begin), "thers")
                                          ? nullptr
                                          : Pronoun(Text(begin), begin, sentence)) {
      speaker = SpeaksAgain(*known, sentence);
      if (speaker.person && speaker.gender == 0)
        speaker.gender = EqualsIgnoreAsciiCase(Text(begin), "she")  ? 'f'
                         : EqualsIgnoreAsciiCase(Text(begin), "he") ? 'm'
                                                                    : '\0';
      if (remember) Remember(speaker);
    } else if (!his && Has(begin, Is::kFirstPerson)) {  // whoever writes
      speaker.claimant = "outlet";
      speaker.side = Side::kOutlet;
    } else if (!his) {
      speaker.claimant = Text(begin);
      speaker.side = HomeSide(sentence_end);
    }
    return speaker;
  }
  // "According to his information", "by her account": of him and her.
  const bool owned = end - begin == 2 && Has(begin, Is::kPossessive) && Has(begin, Is::kPronoun) &&
                     !tokens_[begin + 1].capital && !lexicon_.IsRole(tokens_, end, begin + 1);
  // "The forum's statement reads": the forum's.
  if (end > begin + 2 && IsMade(end - 1) && tokens_[end - 2].glued &&
      EndsWith(Text(end - 2), "s") && CanSpeak(begin, end - 2))
    end -= 2;
  // "Data released by the institute": the institute's, and "the data" are its own later.
  const uint32_t author = AuthorOf(begin, end);
  if (author > begin) {
    speaker = Resolve(author, end, sentence_begin, sentence_end, sentence, false);
    const Phrase paper = Scan(begin, author);
    for (uint32_t word : paper.words) {
      if (std::find(speaker.words.begin(), speaker.words.end(), word) == speaker.words.end())
        speaker.words.push_back(word);
    }
    if (remember && !speaker.claimant.empty()) Remember(speaker);
    return speaker;
  }
  const Speaker* known = owned ? Pronoun(Text(begin), begin, sentence) : nullptr;
  if (known == nullptr && OnlyAge(begin, end)) known = LastPerson(sentence);
  if (known == nullptr) known = BareRole(begin, end, sentence);
  if (known != nullptr) {
    speaker = SpeaksAgain(*known, sentence);
    if (remember) Remember(speaker);
    return speaker;
  }
  Phrase phrase = Scan(begin, end);
  speaker.words = phrase.words;
  ChooseName(phrase, begin, end, sentence_begin, sentence_end, &speaker);
  if (speaker.gender == 0) speaker.gender = GenderOf(speaker, begin, end);
  speaker.office = phrase.role_person && (!phrase.civil || phrase.actor != nullptr) &&
                   !speaker.by_name && !Several(speaker);
  const Actor* actor = phrase.actor;
  speaker.named = speaker.person || actor != nullptr || CountryIn(begin, end) != 0;
  // Several speakers at once ("Ukraine, the U.S. and South Korea") stay as they are written.
  if (!speaker.person && actor != nullptr) {
    uint32_t stop = begin;
    bool joined = false;
    while (stop < end &&
           !(tokens_[stop].mark == ',' && stop + 1 < end && Text(stop + 1) == "including")) {
      if (Has(stop, Is::kAnd) && stop > begin && stop + 1 < end && !InActor(begin, end, stop))
        joined = true;
      ++stop;
    }
    if (joined) {
      speaker.claimant = Clean(begin, stop);
      speaker.thing = true;
    }
  }
  // The canonical name's own words serve later mentions ("the ministry").
  AddWords(speaker.claimant, &speaker.words);
  if (remember && !speaker.claimant.empty()) Remember(speaker);
  return speaker;
}

// Is the word at `at` inside a name of the table ("Ministry of Defence and Armed Forces")?
bool SpeakerResolver::InActor(uint32_t begin, uint32_t end, uint32_t at) const {
  for (uint32_t i = begin; i < at; ++i) {
    const auto match = actors_.Longest(tokens_.data(), end, i);
    if (match && i + match.length > at) return true;
  }
  return false;
}

bool SpeakerResolver::HasActor(uint32_t begin, uint32_t end, bool any_name) const {
  uint32_t capitals = 0;
  for (uint32_t at = begin; at < end; ++at) {
    if (tokens_[at].capital) ++capitals;
    if (actors_.Longest(tokens_.data(), end, at)) return tokens_[at].capital;
  }
  return any_name && capitals >= 1;
}

bool SpeakerResolver::HasPerson(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at < end; ++at) {
    if (lexicon_.IsRole(tokens_, end, at)) return true;
    if (tokens_[at].capital && people_.count(tokens_[at].hash) != 0) return true;
  }
  return false;
}

// "A Norwegian missile", "the strike on Oslo": does a thing stand before the first preposition?
bool SpeakerResolver::Thing(uint32_t begin, uint32_t end) const {
  bool thing = false;
  for (uint32_t at = begin; at < end && (at == begin || !Has(at, Is::kPreposition)); ++at) {
    const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), end, at);
    if (!noun) {
      thing = thing && !tokens_[at].NameLike();
      continue;
    }
    const NounClasses classes = lexicon_.nouns[noun.value].classes;
    const KnownClasses& known = lexicon_.known;
    thing = (classes & (known.weapon | known.strike)) != 0 &&
            (classes & (known.people | known.troops | known.force)) == 0;
    at += noun.length - 1;
  }
  return thing;
}

bool SpeakerResolver::CanSpeak(uint32_t begin, uint32_t end) const {
  if (Thing(begin, end) && !HasActor(begin, end, false)) return false;
  for (uint32_t at = begin; at < end; ++at) {
    const Token& token = tokens_[at];
    const bool day = Has(at, Is::kMonth) || Has(at, Is::kWeekday);  // "his March arrest"
    const bool name = token.capital && !day && !Has(at, Is::kAdjective) && !Has(at, Is::kArticle) &&
                      !Has(at, Is::kPreposition) && !Has(at, Is::kPossessive);
    if (name || Has(at, Is::kPronoun) || lexicon_.IsRole(tokens_, end, at)) return true;
    const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), end, at);
    if (noun && (lexicon_.nouns[noun.value].classes & lexicon_.known.people) != 0) return true;
    if (Agent(Text(at))) return true;
    // "the city told the paper"
    if (noun && !token.capital && at == begin + 1 && Has(begin, Is::kArticle) &&
        (lexicon_.nouns[noun.value].classes & lexicon_.known.settlement) != 0)
      return true;
    // "the 89-year-old", "another", "many in the city", "two of them"
    const std::string_view word = Text(at);
    if (word == "old" || word == "other" || word == "another" || word == "others" ||
        word == "many" || word == "some" || word == "those" || word == "most" || word == "few" ||
        word == "one" || word == "third" || word == "all" || word == "everyone" ||
        word == "nobody" || word == "both" || word == "two" || word == "three")
      return true;
  }
  return false;
}

bool SpeakerResolver::IsPaper(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at < end && (at == begin || !Has(at, Is::kPreposition)); ++at) {
    const auto role = lexicon_.role_phrases.Longest(tokens_.data(), end, at);
    if (!role || (role.value & kRolePaper) == 0) continue;
    // "The latest figures" are of whoever has just spoken.
    return (role.value & kRoleCivil) != 0 || !EqualsIgnoreAsciiCase(Text(begin), "the");
  }
  return false;
}

bool SpeakerResolver::IsMonitor(uint32_t begin, uint32_t end) const {
  if (begin < end && Has(begin, Is::kArticle)) ++begin;
  const auto match = actors_.Longest(tokens_.data(), end, begin);
  return match && actors_[match.value].kind == ActorKind::kBody &&
         actors_[match.value].side == Side::kIndependent;
}

bool SpeakerResolver::IsSpeaker(uint32_t begin, uint32_t end) const {
  uint32_t head = begin;  // one past the last word before "of", "in"
  while (head < end && tokens_[head].mark != ',' && (head == begin || !Has(head, Is::kPreposition)))
    ++head;
  for (uint32_t at = begin; at < head; ++at) {
    const auto role = lexicon_.role_phrases.Longest(tokens_.data(), head, at);
    if (role && at + role.length >= head && (role.value & (kRolePaper | kRoleWord)) == 0)
      return true;
    const auto actor = actors_.Longest(tokens_.data(), head, at);
    if (actor && at + actor.length == head && tokens_[at].capital)
      return actors_[actor.value].kind != ActorKind::kCountry;
  }
  if (head == begin) return false;
  const Token& last = tokens_[head - 1];
  return last.NameLike() &&
         (people_.count(last.hash) != 0 || (head >= begin + 2 && tokens_[head - 2].NameLike()));
}

bool SpeakerResolver::IsMade(uint32_t last) const {
  return lexicon_.IsRole(tokens_, last + 1, last, kRoleWord);
}

bool SpeakerResolver::IsMedium(uint32_t begin, uint32_t end) const {
  const auto match = actors_.Longest(tokens_.data(), end, begin);
  return match && begin + match.length == end && actors_[match.value].kind == ActorKind::kMedia;
}

bool SpeakerResolver::HasRole(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at < end; ++at) {
    if (lexicon_.IsRole(tokens_, end, at)) return true;
    if (CountryIn(at, at + 1) != 0) return true;
  }
  return false;
}

}  // namespace claimscope
