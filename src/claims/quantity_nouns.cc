// What a figure counts: the head of the compound after it, or what "of" names.
#include <algorithm>

#include "base/strings.h"
#include "claims/quantity_reader.h"

namespace claimscope {
namespace {

constexpr uint32_t kMaxModifiers = 6;

}  // namespace

// May stand between a figure and the noun it counts.
bool QuantityReader::IsModifier(uint32_t at) const {
  const Token& token = tokens_[at];
  if (token.kind == TokenKind::kNumber) return Glued(at) || Glued(at + 1);
  if (token.kind == TokenKind::kOpenQuote || token.kind == TokenKind::kCloseQuote) return true;
  // "U.S. troops"
  if (token.mark == '.') return Glued(at) && tokens_[at - 1].capital && Abbreviated(at);
  if (token.kind != TokenKind::kWord) return token.mark == '-' || token.mark == '\'';
  if (token.capital) return !token.Has(Is::kMonth) && !token.Has(Is::kWeekday);
  const WordId word = token.word;
  if (word != 0 && (word == of_ || word == the_ || word == its_ || word == more_ ||
                    word == other_ || word == their_)) {
    return true;
  }
  constexpr WordClasses kPlain = Bit(Is::kAdjective) | Bit(Is::kVerbPart) | Bit(Is::kVerbIng);
  if ((token.classes & kPlain) != 0) return true;
  constexpr WordClasses kStops = Bit(Is::kPreposition) | Bit(Is::kAnd) | Bit(Is::kBut) |
                                 Bit(Is::kSubordinator) | Bit(Is::kRelative) | Bit(Is::kPronoun) |
                                 Bit(Is::kAuxiliary) | Bit(Is::kModal) | Bit(Is::kArticle) |
                                 Bit(Is::kTo);
  if ((token.classes & kStops) != 0) return false;
  return !token.Has(Is::kVerbPast) || token.Has(Is::kVerbPart);
}

// Does the full stop at `at` end an initial, with more of the name or its noun behind it?
bool QuantityReader::Abbreviated(uint32_t at) const {
  const Token& before = tokens_[at - 1];
  const bool more = IsWord(at + 1) && (Glued(at + 1) || !tokens_[at + 1].capital);
  return before.end - before.begin == 1 && more;
}

// "200 square kilometres of land": with a unit, only "of ..." names what is counted.
void QuantityReader::OfWhat(uint32_t end, QuantityMention* mention) const {
  if (Word(end) != of_) return;
  uint32_t i = end + 1;
  while (Has(i, Is::kArticle) || Has(i, Is::kPossessive)) ++i;
  const uint32_t first = i;
  while (Has(i, Is::kAdjective) || (IsMark(i, '-') && Glued(i) && Glued(i + 1)) ||
         (i > first && IsMark(i - 1, '-') && IsWord(i + 1)))
    ++i;
  if (!IsWord(i)) return;
  const auto match = lexicon_.noun_phrases.Longest(tokens_.data(), end_, i);
  uint32_t stop = match ? i + match.length : i + 1;
  if (IsWord(stop) && Glued(stop) && EndsWith(Text(stop), "s") && IsWord(stop + 1))
    stop += 2;  // "of Norway's oil"
  // "of Norway's refining capacity", "of Norway's Leopard 2 tanks"
  while (stop > i + 2 && stop < i + 7 && (IsWord(stop) || IsDigits(stop)) &&
         (Has(stop - 1, Is::kAdjective) || Has(stop - 1, Is::kVerbIng) ||
          tokens_[stop - 1].capital || IsDigits(stop - 1)))
    ++stop;
  while (!match && IsWord(stop) && IsPluralNoun(stop) && stop < i + 3) ++stop;  // "gas emissions"
  if (i > first && IsMark(i - 1, '-')) i = first;
  mention->quantity.of =
      std::string(text_.substr(tokens_[i].begin, tokens_[stop - 1].end - tokens_[i].begin));
  if (match) mention->classes = lexicon_.nouns[match.value].classes;
}

// A noun of the table at `at`, which moves behind it; false when the compound ends there.
bool QuantityReader::TakeNoun(uint32_t* at, QuantityMention* mention) const {
  const auto match = lexicon_.noun_phrases.Longest(tokens_.data(), end_, *at);
  const Noun& noun = lexicon_.nouns[match.value];
  mention->noun = *at;
  mention->noun_end = *at + match.length;
  mention->classes = noun.classes;
  mention->quantity.unit = noun.unit.empty() ? PluralText(mention->noun_end - 1) : noun.unit;
  // A compound goes on: "drone strikes", "tank brigade"; brackets and participles do not.
  uint32_t i = mention->noun_end;
  while (IsMark(i, '-') && Glued(i) && Glued(i + 1)) i += 2;
  *at = i;
  if (!IsWord(i)) return false;
  const bool compound =
      lexicon_.noun_phrases.Longest(tokens_.data(), end_, i).length != 0 || IsPluralNoun(i);
  if (!compound || Has(i, Is::kVerbPast)) return false;
  if (Has(i, Is::kVerbIng) && Has(i + 1, Is::kPreposition)) return false;  // "troops fighting in"
  const std::string_view word = Text(i);
  return word != "dead" && word != "killed" && word != "wounded" && word != "injured" &&
         word != "missing";
}

// "of President Oka's": one past the possessive of a name behind the title [at, end); else 0.
uint32_t QuantityReader::OwnedBy(uint32_t at, uint32_t end) const {
  if (!tokens_[at].capital || Word(at - 1) != of_) return 0;
  uint32_t name = end;
  while (IsWord(name) && tokens_[name].capital && !Glued(name)) ++name;
  const bool owner = name > end && IsWord(name) && Glued(name) && IsWord(name + 1);
  return owner ? name + 1 : 0;
}

void QuantityReader::NounAfter(uint32_t end, QuantityMention* mention, bool has_unit) {
  if (has_unit) return OfWhat(end, mention);
  uint32_t i = end;
  uint32_t last_plain = 0;
  for (uint32_t steps = 0; i < end_ && steps <= kMaxModifiers; ++steps) {
    if (IsMark(i, ')') && steps > 0) break;
    if (const auto match = lexicon_.noun_phrases.Longest(tokens_.data(), end_, i)) {
      // "12 cases worldwide"
      const NounClasses world = lexicon_.known.world;
      if (world != 0 && lexicon_.nouns[match.value].classes == world) break;
      // "three quarters of the pre-war population"
      const bool part = i > end + 1 && IsMark(i - 1, '-') && Glued(i) && Glued(i - 1) &&
                        tokens_[i - 2].end - tokens_[i - 2].begin < 5 && IsWord(i + 1) &&
                        !IsPluralNoun(i) && IsModifier(i + 1) && Word(i + 1) != of_;
      if (part && !lexicon_.noun_phrases.Longest(tokens_.data(), end_, i + 1)) {
        ++i;
        continue;
      }
      // "hundreds of President Oka's supporters": the title of whose they are
      if (const uint32_t owned = OwnedBy(i, i + match.length); owned != 0) {
        i = owned;
        continue;
      }
      // "42 national councils"
      const bool describes = match.length == 1 && Has(i, Is::kNationality) && !IsPluralNoun(i) &&
                             (IsPluralNoun(i + 1) || (IsWord(i + 1) && IsModifier(i + 1)));
      if (describes) {
        ++i;
        continue;
      }
      // "27 EU member states"
      const bool name =
          tokens_[i].all_caps && IsWord(i + 1) && IsModifier(i + 1) && Word(i + 1) != of_;
      if (name && lexicon_.noun_phrases.Longest(tokens_.data(), end_, i).length == 1) {
        ++i;
        continue;
      }
      // "24 mine-clearing machines": machines
      const uint32_t joint = i + match.length;
      if (IsMark(joint, '-') && Glued(joint) && Glued(joint + 1) && Has(joint + 1, Is::kVerbIng) &&
          IsWord(joint + 2)) {
        i = joint + 2;
        continue;
      }
      if (!TakeNoun(&i, mention)) break;
      continue;
    }
    if (mention->noun_end != 0 && mention->noun_end == i && IsPluralNoun(i)) {
      // "39 combat missions": the head is a noun that no table knows.
      mention->noun = i;
      mention->noun_end = i + 1;
      mention->classes = 0;
      mention->quantity.unit = AsciiLower(Text(i));
      break;
    }
    if (!IsModifier(i)) break;
    // "2,000 Swedes fled the war": "the" goes on only behind "of".
    const bool owned = Word(i) != 0 && (Word(i) == the_ || Word(i) == its_ || Word(i) == their_);
    if (owned && i > end && Word(i - 1) != of_) break;
    if (Word(i) == of_ && of_ != 0) {
      if (steps > 0) {
        if (last_plain != 0) break;
      } else {
        // "37 of 45 drones", "two of its settlements"
        double total = 0;
        bool vague = false;
        const WordId word = Word(i + 1);
        const bool led = word != 0 && (word == the_ || word == its_ || word == their_);
        // "of the 300 seats", "of about 40 missiles"
        const bool about = lexicon_.bound_phrases.Starts(tokens_[std::min(i + 1, end_ - 1)]);
        const bool figure = IsDigits(i + 2) || (i + 2 < end_ && Has(i + 2, Is::kNumber));
        const uint32_t from = (led || about) && figure ? i + 2 : i + 1;
        const uint32_t next = Number(from, &total, &vague);
        if (next > from && !vague) SetWhole(from, next, total, mention);
        i = next > from ? next : i + 1;
        continue;
      }
    }
    // "five assists": of several nobody says that they "assists".
    const bool several = i == end && mention->quantity.value > 1 && Has(i, Is::kVerbS) &&
                         Has(i, Is::kNounToo) && !Has(i, Is::kSpeech) && !tokens_[i].capital &&
                         IsAsciiAlpha(Text(i)[0]);
    if (several || IsPluralNoun(i)) last_plain = i;
    ++i;
    if (last_plain != 0 && i < end_ && (!IsWord(i) || !lexicon_.noun_phrases.Starts(tokens_[i]))) {
      break;
    }
  }
  if (mention->noun_end == 0 && last_plain != 0) {
    mention->noun = last_plain;
    mention->noun_end = last_plain + 1;
    mention->quantity.unit = AsciiLower(Text(last_plain));
    // "12 diplomats": people, by what they are
    if (lexicon_.IsRole(tokens_, end_, last_plain, kRolePerson) && lexicon_.known.people != 0) {
      mention->quantity.unit = "people";
      mention->classes = lexicon_.known.people;
    }
  }
  // "59 white South Africans": people, by where they are from.
  const bool title = mention->number > begin_ && tokens_[mention->number - 1].capital;
  if (mention->noun_end == 0 && lexicon_.known.people != 0 && !title) {
    uint32_t who = end;
    while (who < end_ && who < end + 3 && IsWord(who) && !OfPeople(who) && IsModifier(who)) ++who;
    const bool noun = IsWord(who + 1) && (tokens_[who + 1].capital || IsPluralNoun(who + 1));
    if (who < end_ && OfPeople(who) && !noun) {
      mention->noun = who;
      mention->noun_end = who + 1;
      mention->quantity.unit = "people";
      mention->classes = lexicon_.known.people;
    }
  }
  // "Koval and two others"
  if (mention->noun_end == 0 && Text(end) == "others" && lexicon_.known.people != 0) {
    mention->noun = end;
    mention->noun_end = end + 1;
    mention->quantity.unit = "people";
    mention->classes = lexicon_.known.people;
  }
  if (mention->noun_end == 0) return;
  mention->end = mention->noun_end;
  // "pieces of heavy equipment"
  uint32_t stop = mention->noun_end;
  if (Word(stop) == of_ && of_ != 0) {
    uint32_t noun = stop + 1;
    while (IsWord(noun) && (Has(noun, Is::kAdjective) || tokens_[noun].capital)) ++noun;
    const auto match = IsWord(noun) && !Has(noun, Is::kArticle) && !Has(noun, Is::kPossessive) &&
                               !Has(noun, Is::kNumber) && !Has(noun, Is::kPronoun)
                           ? lexicon_.noun_phrases.Longest(tokens_.data(), end_, noun)
                           : PhraseTrie::Match{};
    // "rounds of indirect talks": what is fired is of a calibre
    if (match && mention->quantity.unit == "munitions" &&
        (lexicon_.nouns[match.value].classes & lexicon_.known.weapon) == 0) {
      mention->quantity.unit = PluralText(mention->noun);
      mention->classes = 0;
    }
    if (match) stop = noun + match.length;
    if (match && IsPluralNoun(stop)) ++stop;
    // "four University of Idaho students"
    const Noun* const last = match ? &lexicon_.nouns[match.value] : nullptr;
    if (last != nullptr && tokens_[mention->noun].capital && tokens_[noun - 1].capital &&
        !last->unit.empty()) {
      mention->quantity.unit = last->unit;
      mention->classes = last->classes;
    }
  }
  std::string& of = mention->quantity.of;
  const uint32_t first = std::max(end, mention->whole_end);
  if (stop <= first) return;
  of =
      std::string(text_.substr(tokens_[first].begin, tokens_[stop - 1].end - tokens_[first].begin));
  if (StartsWith(of, "of ")) of.erase(0, 3);
}

// "Norwegians", "Afrikaners", "Israelis"
bool QuantityReader::OfPeople(uint32_t at) const {
  if (!IsWord(at) || !tokens_[at].capital || tokens_[at].all_caps || Size(at) < 6) return false;
  const std::string_view word = Text(at);
  for (const std::string_view end : {"ans", "ners", "kers", "ites", "elis"}) {
    if (EndsWith(word, end)) return true;
  }
  return false;
}

bool QuantityReader::IsPluralNoun(uint32_t at) const {
  if (!IsWord(at)) return false;
  const std::string_view word = Text(at);
  // "GPUs"
  const bool acronym =
      word.size() > 2 && word.back() == 's' &&
      std::all_of(word.begin(), word.end() - 1, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (tokens_[at].capital) return acronym;
  if (word.size() < 4 || !IsAsciiAlpha(word[0]) || word.back() != 's' || EndsWith(word, "ss") ||
      EndsWith(word, "us"))
    return false;
  constexpr WordClasses kFunction =
      Bit(Is::kPreposition) | Bit(Is::kAdverb) | Bit(Is::kPronoun) | Bit(Is::kAuxiliary);
  const WordClasses classes = tokens_[at].classes;
  if ((classes & kFunction) != 0) return false;
  return (classes & Bit(Is::kVerbS)) == 0 ||
         (classes & (Bit(Is::kNounToo) | Bit(Is::kNounMostly))) != 0 ||
         (Word(at + 1) == of_ && of_ != 0 && at > begin_ &&  // "three counts of arson"
          (IsDigits(at - 1) || Has(at - 1, Is::kNumber)));
}

// The noun as its own plural: "brigade" -> "brigades".
std::string QuantityReader::PluralText(uint32_t at) const {
  std::string word = AsciiLower(Text(at));
  if (!EndsWith(word, "s") && !EndsWith(word, "men") && !EndsWith(word, "people"))
    word = PluralOf(word);
  return word;
}

// "a tank", "an ammunition depot": one thing of a counted class.
bool QuantityReader::Article(uint32_t at, QuantityMention* mention) {
  const WordId word = Word(at);
  if (word == 0 || (word != a_ && word != an_ && word != another_)) return false;
  if (Has(at + 1, Is::kVague) && Word(at + 2) == of_) return false;  // "a couple of cars"
  // "a 10-gallon cooler", "a 500kg bomb"
  const uint32_t unit = IsMark(at + 2, '-') ? at + 3 : at + 2;
  const bool measured = (IsDigits(at + 1) || Has(at + 1, Is::kNumber)) &&
                        (unit == at + 3 || Glued(unit)) && unit < end_ &&
                        lexicon_.unit_phrases.Starts(tokens_[unit]);
  const bool compound = IsDigits(at + 1) && IsMark(at + 2, '-') && Glued(at + 3) && IsWord(at + 3);
  // "a 66-year-old woman"
  const bool span = Text(at + 3) == "year" || Text(at + 3) == "month" || Text(at + 3) == "week";
  const bool aged = (compound || Has(at + 1, Is::kNumber)) && IsMark(at + 2, '-') && span &&
                    IsMark(at + 4, '-') && Text(at + 5) == "old";
  if ((measured || compound) && !aged) return false;
  QuantityMention found = {};
  found.number = found.begin = at;
  found.number_end = found.end = at + 1;
  NounAfter(aged ? at + 6 : at + 1, &found, false);
  if (found.noun_end == 0 || found.classes == 0) return false;
  // "an estimated five million people": the figure is behind the article.
  constexpr WordClasses kFigure = Bit(Is::kNumber) | Bit(Is::kScale) | Bit(Is::kVague);
  for (uint32_t i = at + 1; i < found.noun; ++i) {
    if (Word(i) == of_) return false;                              // "a small number of soldiers"
    const bool joined = IsMark(i - 1, '-') || IsMark(i + 1, '-');  // "a nine-for-nine swap"
    if (!joined && !tokens_[i].capital && (tokens_[i].classes & kFigure) != 0) return false;
  }
  found.quantity.value = found.quantity.value_max = found.quantity.si_value = 1;
  found.quantity.span = BytesOf(tokens_, found.begin, std::max(found.end, found.noun_end));
  if (aged) found.end = at + 1;  // the age is a figure, too
  found.article = true;
  *mention = std::move(found);
  return true;
}

}  // namespace claimscope
