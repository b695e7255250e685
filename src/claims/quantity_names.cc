// Figures that are no quantities: parts of names, ages, scores, times of day.
#include "base/strings.h"
#include "claims/quantity_reader.h"

namespace claimscope {

// Of a figure in words.
bool QuantityReader::CountsNobody(uint32_t at, uint32_t end) const {
  // "talks between the two leaders": who they are is known, nobody is counted.
  if (at > begin_ + 1 && Word(at - 1) == the_ && the_ != 0 && Word(at - 2) == between_) return true;
  // "net-zero targets", "the world number one"
  if (at > begin_ + 1 && Glued(at) && IsMark(at - 1, '-') && Glued(at - 1) && Text(at) == "zero")
    return true;
  if (at > begin_ && Text(at - 1) == "number") return true;
  // "One Belt, One Road": a name
  if (at > begin_ && tokens_[at].capital && end < end_ && tokens_[end].capital &&
      !Has(at, Is::kVague) && !Has(at, Is::kScale) &&
      (tokens_[at - 1].kind == TokenKind::kWord || tokens_[at - 1].mark == ','))
    return true;
  // "jury scores", "the club scores": of vague figures this one is another word, too.
  if (Has(at, Is::kVague) && Has(at, Is::kVerbS) && Word(at + 1) != of_ && Word(end) != more_ &&
      !Has(end, Is::kAuxiliary) && !Has(end, Is::kVerbPast)) {
    const auto state = end < end_ ? lexicon_.noun_phrases.Longest(tokens_.data(), end_, end)
                                  : PhraseTrie::Match{};  // "scores dead"
    return !state || (lexicon_.nouns[state.value].classes & lexicon_.known.casualty) == 0;
  }
  // "one of those four", "the two of them": told before.
  const std::string_view before = at > begin_ + 2 ? Text(at - 1) : "";
  if ((before == "those" || before == "these") && Word(at - 2) == of_ && Word(at - 3) == one_)
    return true;
  const std::string_view whom = Word(end) == of_ && of_ != 0 ? Text(end + 1) : "";
  if ((whom == "them" || whom == "us" || whom == "you") && at > begin_ &&
      EqualsIgnoreAsciiCase(Text(at - 1), "the"))
    return true;
  // "in year three of the war", "a year or two", "one or both sides"
  if (at > begin_ + 1 && Word(end) == of_ && Word(end + 1) == the_ &&
      Info(at - 1).unit != TimeUnit::kNone && Has(at - 2, Is::kPreposition))
    return true;
  if (at > begin_ + 2 && Word(at - 1) == or_ && Info(at - 2).unit != TimeUnit::kNone &&
      Word(at - 3) == a_)
    return true;
  if (Word(end) == or_ && (Text(end + 1) == "both" || Text(end + 1) == "all")) return true;
  if (Something(end)) return true;
  return Word(at) == one_ && OneOfNoFigure(at, end);
}

bool QuantityReader::PartOfName(uint32_t at, uint32_t end) const {
  if (!IsDigits(at)) return CountsNobody(at, end);
  return NumberedName(at, end) || Score(at, end) || Clock(end) || Age(at, end);
}

// "one of", "no one", "the one", "at one point".
bool QuantityReader::OneOfNoFigure(uint32_t at, uint32_t end) const {
  if (end != at + 1 || (IsMark(end, '-') && Glued(end))) return false;
  if (Word(end) == of_ || Word(end) == another_ || Text(end) == "day") return true;
  if (at > begin_) {
    const WordId before = Word(at - 1);
    if (before == no_ || before == the_ || before == another_) return true;
    if (Text(at - 1) == "only" && at > begin_ + 1 && Word(at - 2) == the_) return true;
    const std::string_view word = Text(at - 1);
    if (word == "this" || word == "any" || word == "which" || word == "every" || word == "each" ||
        word == "that" ||
        (EqualsIgnoreAsciiCase(word, "at") && (Text(end) == "point" || Text(end) == "stage"))) {
      return true;
    }
  }
  // "one on one", "one-to-one"
  const auto again = [this](uint32_t i) { return Word(i) == one_ || Word(i) == another_; };
  const auto joint = [this](uint32_t i) { return Text(i) == "on" || Text(i) == "to"; };
  if (joint(end) && again(end + 1)) return true;
  if (at > begin_ + 1 && joint(at - 1) && again(at - 2)) return true;
  // "one in which", "one must", "as one in a list"
  if (Has(end, Is::kModal) || Text(end) == "need" ||
      (Text(end) == "in" && Has(end + 1, Is::kRelative)))
    return true;
  if (PeopleState(end)) return false;  // "two fled and one was killed"
  if (end >= end_ || !IsWord(end) || Has(end, Is::kAuxiliary) || Has(end, Is::kModal)) {
    return at > begin_ ? !Has(at - 1, Is::kVerbPast) : true;
  }
  return false;
}

// "was killed", "were hurt": what can be said of people alone.
bool QuantityReader::PeopleState(uint32_t at) const {
  uint32_t state = at;
  while (Has(state, Is::kAuxiliary)) ++state;
  if (state == at) return false;
  const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), end_, state);
  return noun && (lexicon_.nouns[noun.value].classes & lexicon_.known.people) != 0;
}

// "278 BCE", "44 B.C.", "2600 to 2500 BC": years.
bool QuantityReader::OfEra(uint32_t end) const {
  const bool range = Word(end) == to_ || IsMark(end, '-') || IsMark(end, '~');
  const uint32_t at = range && IsDigits(end + 1) ? end + 2 : end;
  const std::string_view next = Text(at);
  if (next == "BC" || next == "BCE" || next == "AD" || next == "CE") return true;
  return (next == "B" || next == "A") && IsMark(at + 1, '.') && Glued(at + 1) && Glued(at + 2) &&
         (Text(at + 2) == "C" || Text(at + 2) == "D");
}

// "on Saturday evening (27.04)"
bool QuantityReader::DayInBrackets(uint32_t at) const {
  if (!tokens_[at].decimal || Size(at) != 5) return false;
  const double value = NumberOf(text_, tokens_[at]);
  const auto day = static_cast<int>(value);
  const int month = static_cast<int>(value * 100 + 0.5) - day * 100;
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

// Su-34, G-7, Route 5, No. 12, Boeing 737, 14th, M777.
bool QuantityReader::NumberedName(uint32_t at, uint32_t end) const {
  // "MILEX 2025", "asteroid 2025 KF"
  constexpr double kFirstYear = 1900, kLastYear = 2100;
  if (at > begin_ && Size(at) == 4 && end == at + 1 &&
      (LoneNameInCapitals(tokens_, begin_, end_, at - 1, at - 2) ||
       (Text(end).size() == 2 && LoneNameInCapitals(tokens_, begin_, end_, end, end + 1)))) {
    const double year = NumberOf(text_, tokens_[at]);
    if (year >= kFirstYear && year < kLastYear) return true;
  }
  if (at > begin_) {
    const Token& before = tokens_[at - 1];
    if (Glued(at) && before.mark == '-' && at >= begin_ + 2) {
      // 10-15 and mid-20s are read elsewhere.
      if ((IsWord(at - 2) || IsDigits(at - 2)) && Glued(at - 1)) return true;
    }
    if (Glued(at) && (before.mark == ':' || before.mark == '/' || before.mark == '.')) return true;
    // "the Nord Stream 2 pipeline", "Cold War 2.0"
    if ((Size(at) == 1 || Text(at).find('.') != std::string_view::npos) && at >= begin_ + 3 &&
        IsWord(at - 1) && before.capital && IsWord(at - 2) && tokens_[at - 2].capital &&
        !IsPluralNoun(end) && !(IsMark(end, '.') && !Glued(end)))
      return true;
    if (before.mark == '[' && IsMark(end, ']')) return true;  // a footnote
    if (before.mark == '(' && IsMark(end, ')') && DayInBrackets(at)) return true;
    // "Section 9(2)", "(1839-1906)"
    if (before.mark == '(' && at >= begin_ + 2 && Glued(at - 1) && IsDigits(at - 2)) return true;
    if (before.mark == '(' && Size(at) == 4 && (IsMark(end, '-') || IsMark(end, '~')) &&
        IsDigits(end + 1) && Size(end + 1) == 4 && IsMark(end + 2, ')'))
      return true;
    if (before.mark == '#' || tokens_[at - 1].Has(Is::kDesignation)) return true;
    if (before.mark == '.' && at >= begin_ + 2 && tokens_[at - 2].Has(Is::kDesignation)) {
      return true;
    }
  }
  // "a 747 aircraft", "two 911 calls"
  if (at > begin_ && Size(at) == 3 && end == at + 1 && IsWord(end) && !Glued(end) &&
      (Word(at - 1) == a_ || (Has(at - 1, Is::kNumber) && !Has(at - 1, Is::kScale))) &&
      Word(at - 1) != 0 && !UnitPhrase(end) && !Has(end, Is::kScale) && !Has(end, Is::kAdjective))
    return true;
  if (OfEra(end)) return true;
  const std::string_view next = Text(end);
  // "the 600 block of Main Street"
  if (next == "block" && Word(end + 1) == of_ && of_ != 0) return true;
  if (!Glued(end)) return false;
  // "comet 311P": no unit, no thousands
  if (next.size() == 1 && IsAsciiUpper(next[0]) && !Has(end, Is::kScale) && !MoneyBefore(at) &&
      (Size(at) > 1 || (at > begin_ && tokens_[at - 1].capital)) && !UnitPhrase(end))
    return true;
  return next == "th" || next == "st" || next == "nd" || next == "rd" || next == "s";
}

// "beat them 3-2", "won 2-1".
bool QuantityReader::Score(uint32_t at, uint32_t end) const {
  if (!(IsMark(end, '-') || IsMark(end, '~')) || !Glued(end) || !Glued(end + 1)) return false;
  if (!IsDigits(end + 1) || Size(at) > 3 || Size(end + 1) > 3) return false;
  const bool alone = at > begin_ && IsMark(at - 1, '(') && IsMark(end + 2, ')');  // "Koval (4-7)"
  return alone || NumberOf(text_, tokens_[at]) > NumberOf(text_, tokens_[end + 1]);
}

// 12:30, 5 a.m., 2 pm.
bool QuantityReader::Clock(uint32_t end) const {
  if (Glued(end) && (IsMark(end, ':') || IsMark(end, '/')) && IsDigits(end + 1)) return true;
  const std::string_view next = Text(end);
  if (next == "o" || next == "o'clock" || next == "o’clock") return true;
  if (next == "am" || next == "pm" || next == "AM" || next == "PM") return true;
  if (next != "a" && next != "p") return false;
  return IsMark(end + 1, '.') && Glued(end + 1) && Text(end + 2) == "m";
}

// "thirty-something", "30-something": an age.
bool QuantityReader::Something(uint32_t end) const {
  return IsMark(end, '-') && Text(end + 1).starts_with("something");
}

// "Andriy, 51," or "51-year-old" (whose "51" the dates leave to nobody).
bool QuantityReader::Age(uint32_t at, uint32_t end) const {
  // "men aged 18 to 60", "aged 23, 28 and 36", "between the ages of 5 and 12"
  uint32_t lead = at;
  while (lead > begin_ && (IsDigits(lead - 1) || IsMark(lead - 1, ',') || Word(lead - 1) == and_ ||
                           Word(lead - 1) == to_ || Word(lead - 1) == or_))
    --lead;
  const bool counts =
      lead < at && (UnitPhrase(end) || IsPluralNoun(end) ||
                    lexicon_.noun_phrases.Longest(tokens_.data(), end_, end).length != 0);
  const bool of_ages = lead > begin_ + 1 && Word(lead - 1) == of_ && Text(lead - 2) == "ages";
  if (Something(end)) return true;
  if (lead > begin_ && !counts && (Text(lead - 1) == "aged" || Text(lead - 1) == "ages" || of_ages))
    return true;
  // "when he was 13, he left", "she has just turned 40."
  const bool ends = end >= end_ || IsMark(end, ',') || IsMark(end, '.') || IsMark(end, ';');
  if (ends && at > begin_ + 1 && end == at + 1 && Size(at) <= 2) {
    const std::string_view verb = Text(at - 1);
    const bool was = verb == "was" || verb == "is" || verb == "am";
    const bool who = EqualsIgnoreAsciiCase(Text(at - 2), "he") ||
                     EqualsIgnoreAsciiCase(Text(at - 2), "she") || Text(at - 2) == "I";
    const bool turned = verb == "turned" || verb == "turns" || verb == "turning";
    if (turned || (was && who)) return true;
  }
  // "were 23 and 36 years old"
  const uint32_t last = Word(end) == and_ && IsDigits(end + 1) ? end + 2 : end;
  if ((Text(last) == "years" || Text(last) == "year") && Text(last + 1) == "old") return true;
  if (at <= begin_ + 1 || !IsMark(at - 1, ',')) return false;
  // "a girl, 10, was hurt"
  const auto noun = lexicon_.noun_phrases.Longest(tokens_.data(), at - 1, at - 2);
  const bool person = noun && at > begin_ + 2 && !IsPluralNoun(at - 2) && IsMark(end, ',') &&
                      Has(at - 3, Is::kArticle) &&
                      (lexicon_.nouns[noun.value].classes & lexicon_.known.people) != 0;
  if (!tokens_[at - 2].capital && !person) return false;
  const bool closed = end >= end_ || IsMark(end, ',') || IsMark(end, '.') || IsMark(end, ')') ||
                      IsMark(end, '~') || Word(end) == and_ || Text(end) == "was";
  if (!closed) return false;
  const double value = NumberOf(text_, tokens_[at]);
  return value < 105 && value == static_cast<int>(value);
}

}  // namespace claimscope
