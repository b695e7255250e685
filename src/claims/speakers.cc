#include "claims/speakers.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr size_t kMemory = 24;
constexpr uint32_t kPronounReach = 8;  // sentences

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

const Speaker* SpeakerResolver::Pronoun(std::string_view word, uint32_t sentence) const {
  if (memory_.empty()) return nullptr;
  const std::string folded = AsciiLower(word);
  const bool they = folded == "they" || folded == "it" || folded == "we";
  if (they) {
    for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
      if (!i->person) return &*i;
    }
  }
  // Translated news calls an army "he", right after it has spoken.
  const Speaker& last = memory_.back();
  if (!last.person && last.sentence + 1 >= sentence) return &last;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (i->sentence + kPronounReach < memory_.back().sentence) break;
    if (i->person && i->named) return &*i;
  }
  return &memory_.back();
}

const Speaker* SpeakerResolver::BareRole(uint32_t begin, uint32_t end) const {
  uint32_t at = begin;
  const std::string first = AsciiLower(Text(at));
  if (first != "the" && first != "his" && first != "her" && first != "their" && first != "this" &&
      first != "its")
    return nullptr;
  ++at;
  bool role = false, person = false, name = false;
  for (uint32_t i = at; i < end; ++i) {
    if (tokens_[i].capital && CountryIn(i, i + 1) == 0 &&
        !lexicon_.role_phrases.Starts(tokens_[i]) && !tokens_[i].all_caps)
      name = true;
    if (const auto match = lexicon_.role_phrases.Longest(tokens_.data(), end, i)) {
      role = true;
      person = (match.value & kRolePerson) != 0;
    }
  }
  if (!role || name || end - begin > 6) return nullptr;
  const RegionId country = CountryIn(begin, end);
  const Side side = country != 0 ? actors_.SideOfCountry(country) : Side::kUnknown;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (side != Side::kUnknown && i->side != side) continue;
    const uint32_t head = tokens_[end - 1].hash;
    if (std::find(i->words.begin(), i->words.end(), head) != i->words.end()) return &*i;
  }
  if (!person) return nullptr;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (!i->person || (side != Side::kUnknown && i->side != side)) continue;
    return &*i;
  }
  return nullptr;
}

std::string SpeakerResolver::Clean(uint32_t begin, uint32_t end) const {
  while (begin < end && (Has(begin, Is::kArticle) || tokens_[begin].kind == TokenKind::kMark))
    ++begin;
  while (end > begin + 1 && tokens_[end - 1].kind == TokenKind::kMark &&
         tokens_[end - 1].mark != ')')
    --end;
  if (begin >= end) return {};
  return std::string(TextOf(text_, {tokens_[begin].begin, tokens_[end - 1].end}));
}

void SpeakerResolver::Remember(Speaker speaker) {
  memory_.push_back(std::move(speaker));
  if (memory_.size() > kMemory) memory_.erase(memory_.begin());
}

// "Vladimir V. Putin": a person of the table with a middle initial.
const Actor* SpeakerResolver::WithInitial(uint32_t begin, uint32_t end) const {
  if (end - begin < 4 || tokens_[end - 2].mark != '.') return nullptr;
  const auto match = actors_.Longest(tokens_.data(), end, end - 1);
  if (!match) return nullptr;
  const Actor& actor = actors_[match.value];
  const bool same_first = StartsWith(FoldText(actor.name), FoldText(Text(begin)) + " ");
  return actor.kind == ActorKind::kPerson && same_first ? &actor : nullptr;
}

SpeakerResolver::Phrase SpeakerResolver::Scan(uint32_t begin, uint32_t end) const {
  Phrase phrase;
  uint32_t& name_begin = phrase.name_begin;
  uint32_t& name_end = phrase.name_end;
  for (uint32_t at = begin; at < end;) {
    const Token& token = tokens_[at];
    if (token.kind != TokenKind::kWord) {
      ++at;
      continue;
    }
    if (const auto match = actors_.Longest(tokens_.data(), end, at);
        match && (token.capital || match.length > 1) &&
        !(at + match.length < end && tokens_[at + match.length].mark == '-' &&
          tokens_[at + match.length].glued)) {
      const Actor& candidate = actors_[match.value];
      const uint32_t stop = at + match.length;
      // "Putin's spokesman": the name is not the speaker.
      const bool owner = stop < end && Text(stop).size() == 2 + (Text(stop)[0] != '\'') * 2 &&
                         EndsWith(Text(stop), "s") && !IsAsciiAlpha(Text(stop)[0]);
      // A surname of the table, but another first name before it.
      const bool other_name = candidate.kind == ActorKind::kPerson && match.length == 1 &&
                              at > begin && tokens_[at - 1].capital && tokens_[at - 1].word == 0 &&
                              tokens_[at - 1].kind == TokenKind::kWord;
      if (!owner && !other_name &&
          (phrase.actor == nullptr || Rank(candidate.kind) > Rank(phrase.actor->kind))) {
        phrase.actor = &candidate;
      }
      for (uint32_t i = at; i < stop; ++i) phrase.words.push_back(tokens_[i].hash);
      if (!other_name) {
        at = stop;
        continue;
      }
    }
    if (const auto match = lexicon_.role_phrases.Longest(tokens_.data(), end, at)) {
      phrase.role = true;
      phrase.role_person = phrase.role_person || (match.value & kRolePerson) != 0;
      for (uint32_t i = at; i < at + match.length; ++i) phrase.words.push_back(tokens_[i].hash);
      at += match.length;
      continue;
    }
    phrase.words.push_back(token.hash);
    // A run of capitals that no table knows: a name. The first run stands.
    const bool known_place = CountryIn(at, at + 1) != 0;
    const bool plain = Has(at, Is::kArticle) || Has(at, Is::kPreposition) ||
                       Has(at, Is::kAdjective) || Has(at, Is::kTitle) || Has(at, Is::kAnd) ||
                       Has(at, Is::kPronoun) || token.all_caps;
    if (token.capital && !plain && !(known_place && !(at + 1 < end && tokens_[at + 1].capital)) &&
        name_end == 0) {
      uint32_t stop = at + 1;
      bool office = stop < end && tokens_[stop].kind == TokenKind::kWord && tokens_[stop].capital &&
                    lexicon_.role_phrases.Longest(tokens_.data(), end, stop);
      while (
          !office && stop < end &&
          ((tokens_[stop].capital && tokens_[stop].kind == TokenKind::kWord &&
            !Has(stop, Is::kPreposition)) ||
           (tokens_[stop].mark == '-' && tokens_[stop].glued && stop + 1 < end &&
            tokens_[stop + 1].capital) ||
           (tokens_[stop].mark == '.' && tokens_[stop - 1].end - tokens_[stop - 1].begin == 1))) {
        ++stop;
        // "National Security Adviser Jake Sullivan": an office first, then the name.
        if (stop >= end || tokens_[stop].kind != TokenKind::kWord) continue;
        office = office || bool(lexicon_.role_phrases.Longest(tokens_.data(), end, stop));
        const auto person = actors_.Longest(tokens_.data(), end, stop);
        office = office || (person.length > 1 && actors_[person.value].kind == ActorKind::kPerson);
        if (office) break;
      }
      if (office) {
        for (uint32_t i = at; i < stop; ++i) phrase.words.push_back(tokens_[i].hash);
        at = stop;
        continue;
      }
      if (const Actor* known = WithInitial(at, stop)) {
        if (phrase.actor == nullptr || Rank(known->kind) > Rank(phrase.actor->kind))
          phrase.actor = known;
      }
      name_begin = at;
      name_end = stop;
      for (uint32_t i = at; i < stop; ++i) phrase.words.push_back(tokens_[i].hash);
      at = stop;
      continue;
    }
    ++at;
  }
  const bool title = begin < end && Has(begin, Is::kTitle);
  phrase.unknown_person = name_end > name_begin &&
                          (phrase.role_person || title || name_end - name_begin >= 2) &&
                          !lexicon_.role_phrases.Starts(tokens_[name_end - 1]);
  return phrase;
}

// A person met before, whose surname this is.
bool SpeakerResolver::Again(uint32_t surname, Speaker* speaker) const {
  const auto known = people_.find(surname);
  if (known == people_.end()) return false;
  speaker->claimant = known->second.claimant;
  speaker->side = known->second.side;
  speaker->sure_side = known->second.sure_side;
  speaker->person = true;
  return true;
}

void SpeakerResolver::ChooseName(const Phrase& phrase, uint32_t begin, uint32_t end,
                                 uint32_t sentence_begin, uint32_t sentence_end, Speaker* speaker) {
  const Actor* actor = phrase.actor;
  const bool one_word = phrase.name_end - phrase.name_begin == 1;
  const uint32_t surname =
      phrase.name_end > phrase.name_begin ? tokens_[phrase.name_end - 1].hash : 0;
  if (actor != nullptr && actor->kind == ActorKind::kPerson) {
    speaker->claimant = actor->name;
    speaker->side = actor->side;
    speaker->sure_side = speaker->person = true;
    return;
  }
  if (phrase.unknown_person && (actor == nullptr || actor->kind != ActorKind::kMedia)) {
    const bool met = Again(surname, speaker);
    if (!met || (!one_word && !speaker->sure_side)) {
      speaker->claimant = Clean(phrase.name_begin, phrase.name_end);
      if (actor != nullptr && actor->side != Side::kOutlet) {
        speaker->side = actor->side;
        speaker->sure_side = true;
      } else if (!met || !speaker->sure_side) {
        FindSide(phrase, begin, end, sentence_begin, sentence_end, surname, speaker);
      }
    }
    speaker->person = true;
    people_.insert_or_assign(surname, *speaker);
    return;
  }
  if (one_word && !phrase.role && actor == nullptr && Again(surname, speaker)) return;
  if (actor != nullptr && (actor->kind != ActorKind::kCountry || !phrase.role) &&
      !(actor->kind == ActorKind::kMedia && phrase.role_person)) {
    speaker->claimant = actor->name;
    speaker->side = actor->side;
    speaker->sure_side = true;
    for (WordId word : actor->head) {
      for (uint32_t i = begin; i < end; ++i) {
        if (tokens_[i].word == word) speaker->words.push_back(tokens_[i].hash);
      }
    }
    return;
  }
  // The bare phrase; what follows a comma is an apposition.
  uint32_t stop = begin;
  while (stop < end && tokens_[stop].mark != ',') ++stop;
  speaker->claimant = Clean(begin, stop);
  speaker->person = phrase.role_person;
  FindSide(phrase, begin, end, sentence_begin, sentence_end, one_word ? surname : 0, speaker);
}

Speaker SpeakerResolver::Resolve(uint32_t begin, uint32_t end, uint32_t sentence_begin,
                                 uint32_t sentence_end, uint32_t sentence, bool remember) {
  Speaker speaker;
  speaker.sentence = sentence;
  if (begin >= end) return speaker;
  if (end - begin == 1 && Has(begin, Is::kPronoun) && !tokens_[begin].all_caps) {
    if (const Speaker* known = Pronoun(Text(begin), sentence)) {
      speaker = *known;
      speaker.sentence = sentence;
      if (remember) Remember(speaker);
    }
    return speaker;
  }
  if (const Speaker* known = BareRole(begin, end)) {
    speaker = *known;
    speaker.sentence = sentence;
    if (remember) Remember(speaker);
    return speaker;
  }
  Phrase phrase = Scan(begin, end);
  speaker.words = phrase.words;
  ChooseName(phrase, begin, end, sentence_begin, sentence_end, &speaker);
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
    if (joined) speaker.claimant = Clean(begin, stop);
  }
  // The canonical name's own words serve later mentions ("the ministry").
  const std::string folded = FoldText(speaker.claimant);
  for (std::string_view word : SplitTrimmed(folded, ' ')) {
    uint64_t hash = HashFolded(word);
    speaker.words.push_back(static_cast<uint32_t>(hash));
  }
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

void SpeakerResolver::NoteSubject(uint32_t begin, uint32_t end, uint32_t sentence) {
  const uint32_t limit = std::min(end, begin + 8);
  for (uint32_t at = begin; at < limit; ++at) {
    if (!tokens_[at].capital) continue;
    const auto match = actors_.Longest(tokens_.data(), end, at);
    if (!match) continue;
    const Actor& actor = actors_[match.value];
    if (actor.kind != ActorKind::kPerson) continue;
    const uint32_t stop = at + match.length;
    if (stop < end && tokens_[stop].kind == TokenKind::kWord &&
        !IsAsciiAlpha(text_[tokens_[stop].begin]))
      return;
    if (!memory_.empty() && memory_.back().sentence == sentence) return;
    Speaker speaker;
    speaker.claimant = actor.name;
    speaker.side = actor.side;
    speaker.person = true;
    speaker.named = true;
    speaker.sentence = sentence;
    for (uint32_t i = begin; i < stop; ++i) speaker.words.push_back(tokens_[i].hash);
    Remember(std::move(speaker));
    return;
  }
  // A name that no table knows, at the head of the sentence: "Koval, who leads ...", "Petro Koval
  // left".
  uint32_t stop = begin;
  while (stop < limit && tokens_[stop].kind == TokenKind::kWord && tokens_[stop].capital &&
         tokens_[stop].word == 0 && !tokens_[stop].all_caps) {
    ++stop;
  }
  if (stop == begin || stop >= end || stop - begin > 3 || CountryIn(begin, stop) != 0) return;
  if (!memory_.empty() && memory_.back().sentence == sentence) return;
  const bool subject = tokens_[stop].mark == ',' || Has(stop, Is::kVerbPast) ||
                       Has(stop, Is::kVerbS) || Has(stop, Is::kAuxiliary);
  if (!subject) return;
  const uint32_t surname = tokens_[stop - 1].hash;
  for (auto i = memory_.rbegin(); i != memory_.rend(); ++i) {
    if (!i->person || std::find(i->words.begin(), i->words.end(), surname) == i->words.end())
      continue;
    Speaker again = *i;
    again.sentence = sentence;
    Remember(std::move(again));
    return;
  }
  if (stop - begin < 2 && tokens_[stop].mark != ',' && !Has(stop, Is::kAuxiliary)) return;
  Speaker speaker;
  speaker.claimant = Clean(begin, stop);
  Phrase phrase;
  FindSide(phrase, begin, stop, begin, end, surname, &speaker);
  speaker.person = true;
  speaker.named = true;
  speaker.sentence = sentence;
  for (uint32_t at = begin; at < stop; ++at) speaker.words.push_back(tokens_[at].hash);
  Remember(std::move(speaker));
}

bool SpeakerResolver::HasActor(uint32_t begin, uint32_t end, bool any_name) const {
  uint32_t capitals = 0;
  for (uint32_t at = begin; at < end; ++at) {
    if (tokens_[at].capital) ++capitals;
    if (actors_.Longest(tokens_.data(), end, at)) return tokens_[at].capital;
  }
  return any_name && capitals >= 1;
}

bool SpeakerResolver::HasRole(uint32_t begin, uint32_t end) const {
  for (uint32_t at = begin; at < end; ++at) {
    if (lexicon_.role_phrases.Longest(tokens_.data(), end, at)) return true;
    if (CountryIn(at, at + 1) != 0) return true;
  }
  return false;
}

}  // namespace claimscope
