// The value of a figure: digits, words, fractions, scales, ranges.
#include <cmath>

#include "base/strings.h"
#include "claims/quantity_reader.h"

namespace claimscope {

// The value that begins at `at`; the token after it, or `at`.
uint32_t QuantityReader::Number(uint32_t at, double* value, bool* vague) const {
  *vague = false;
  uint32_t i = Fraction(at, value);
  if (i != at) return Has(i, Is::kScale) ? Scales(i, at, value) : i;
  double total = 0;
  if (IsDigits(at)) {
    total = NumberOf(text_, tokens_[at]);
    i = at + 1;
    if (DecimalComma(at)) {
      total += NumberOf(text_, tokens_[at + 2]) / (Size(at + 2) == 1 ? 10 : 100);
      i = at + 3;
    }
    // "2 1/2"
    double rest = 0;
    if (IsDigits(i) && !Glued(i) && IsMark(i + 1, '/')) {
      if (const uint32_t after = Fraction(i, &rest); after != i) {
        *value = total + rest;
        return after;
      }
    }
    if (const double part = GlyphFraction(i); part > 0 && Glued(i)) {
      *value = total + part;
      return i + 1;
    }
  } else if (Has(at, Is::kNumber)) {
    i = NumberWords(at, &total);
  } else if (Has(at, Is::kVague)) {
    i = VagueNumber(at, value);
    *vague = i != at;
    return i;
  } else if ((Word(at) == a_ || Word(at) == an_) && Has(at + 1, Is::kScale) && Size(at + 1) > 2) {
    total = 1;
    i = at + 1;
  } else if (const uint32_t few = Word(at) == a_ ? at + 1 : at;
             Info(few).key == TimeKey::kFew && Has(few + 1, Is::kScale) && Size(few + 1) > 3) {
    total = 2;  // "several hundred", "a few hundred", as "hundreds"
    *vague = true;
    i = few + 1;
  } else if (Has(at, Is::kScale) && Size(at) > 3) {
    total = 1;
  } else {
    return at;
  }
  if (const uint32_t half = AndAHalf(i); half != i) {
    total += 0.5;
    i = half;
  }
  i = Scales(i, at, &total);
  // "a million and a half people"
  if (const uint32_t half = Word(at) == a_ ? AndAHalf(i) : i; half != i) {
    total *= 1.5;
    i = half;
  }
  *value = total;
  return i;
}

// "2,5 km", as much of Europe writes it: no thousands, and a unit right behind it.
bool QuantityReader::DecimalComma(uint32_t at) const {
  if (!IsMark(at + 1, ',') || !Glued(at + 1) || !IsDigits(at + 2) || !Glued(at + 2)) return false;
  if (Size(at) > 3 || Size(at + 2) > 2 || tokens_[at].decimal || tokens_[at + 2].decimal ||
      at + 3 >= end_)
    return false;
  return Has(at + 3, Is::kScale) || lexicon_.unit_phrases.Starts(tokens_[at + 3]);
}

// "million", "thousand", "bn" after a number; "hundred and two".
uint32_t QuantityReader::Scales(uint32_t at, uint32_t begin, double* total) const {
  uint32_t i = at;
  if (const double letter = i > begin ? LetterScale(i) : 0; letter != 0 && MoneyBefore(begin)) {
    *total = std::round(*total * letter * 100) / 100;
    return i + 1;
  }
  if (IsMark(i, '-') && Glued(i) && Glued(i + 1) && Has(i + 1, Is::kScale) && Size(i + 1) > 1) {
    ++i;  // "a $1.2-billion deal"
  }
  while (i < end_ && Has(i, Is::kScale)) {
    // "5 m" are metres, "5k" thousands, "5m tonnes" millions.
    if (Size(i) == 1 && !(Glued(i) && (Text(i) == "k" || Text(i) == "K" || Millions(i)))) break;
    // 16.4 million is a whole number; of a float the first seven digits are sure.
    double scale = static_cast<double>(Info(i).number);
    if (scale > 1e9) scale = std::round(scale / 1e6) * 1e6;
    *total = std::round(*total * scale * 100) / 100;
    ++i;
    const uint32_t rest_at = Word(i) == and_ ? i + 1 : i;
    if (!Has(rest_at, Is::kNumber) || IsMark(rest_at, '-')) continue;
    double rest = 0;
    const uint32_t next = NumberWords(rest_at, &rest);
    // "two hundred and three others" is one figure; "a thousand and one day" too.
    if (rest_at != i && Info(rest_at).number < 1) continue;
    *total += rest;
    i = next;
  }
  return i;
}

// "3m tonnes", "10m yuan", "5m people": metres are followed by no unit and no plural.
bool QuantityReader::Millions(uint32_t at) const {
  if (Text(at) != "m" || at + 1 >= end_ || Glued(at + 1) || !IsWord(at + 1)) return false;
  if (tokens_[at + 1].capital) return false;
  const std::string_view next = Text(at + 1);
  const auto unit = lexicon_.unit_phrases.Longest(tokens_.data(), end_, at + 1);
  if (unit && next.size() > 2) return true;
  return next == "people" || IsPluralNoun(at + 1);
}

// "½" and its like; 0: none.
double QuantityReader::GlyphFraction(uint32_t at) const {
  const std::string_view glyph = Text(at);
  if (glyph == "½") return 1.0 / 2;
  if (glyph == "¼") return 1.0 / 4;
  if (glyph == "¾") return 3.0 / 4;
  if (glyph == "⅓") return 1.0 / 3;
  return glyph == "⅔" ? 2.0 / 3 : 0;
}

// "$10M", "€2.1bn", "$3T": a letter right after digits that money leads. 0: none.
double QuantityReader::LetterScale(uint32_t at) const {
  if (at >= end_ || !Glued(at) || !IsWord(at)) return 0;
  const std::string_view letter = Text(at);
  if (letter == "m" || letter == "M") return 1e6;
  if (letter == "b" || letter == "B") return 1e9;
  if (letter == "t" || letter == "T") return 1e12;
  return 0;
}

bool QuantityReader::MoneyBefore(uint32_t at) const {
  if (at == begin_) return false;
  const std::string_view before = Text(at - 1);
  return before == "$" || before == "€" || before == "£";
}

// forty, twenty-five, twenty five.
uint32_t QuantityReader::NumberWords(uint32_t at, double* value) const {
  *value = static_cast<double>(Info(at).number);
  const uint32_t i = at + 1;
  if (*value < 20) return i;
  const uint32_t ones = IsMark(i, '-') ? i + 1 : i;
  if (!Has(ones, Is::kNumber) || Info(ones).number >= 10) return i;
  *value += static_cast<double>(Info(ones).number);
  return ones + 1;
}

// "dozens", "tens of thousands", "a couple of": the least they say.
uint32_t QuantityReader::VagueNumber(uint32_t at, double* value) const {
  const double first = static_cast<double>(Info(at).number);
  if (first < 1) return at;  // half
  if (Word(at + 1) != of_ && !Has(at + 1, Is::kScale) && first < 3) return at;
  *value = first;
  uint32_t i = Word(at + 1) == of_ ? at + 2 : at + 1;
  while (Has(i, Is::kVague) || Has(i, Is::kScale)) {
    const double next = static_cast<double>(Info(i).number);
    if (Has(i, Is::kVague) && next >= 2000)
      *value *= next / 2;
    else if (Has(i, Is::kVague) && next == 200)
      *value *= 100;
    else
      *value *= next;
    ++i;
    if (Word(i) == of_) ++i;
  }
  return i;
}

// "1/4", "two thirds", "three-quarters", "a third of", "half a million", "one-half".
uint32_t QuantityReader::Fraction(uint32_t at, double* value) const {
  if (IsDigits(at)) {
    if (!IsMark(at + 1, '/') || !Glued(at + 1) || !IsDigits(at + 2) || !Glued(at + 2)) return at;
    if (IsMark(at + 3, '/')) return at;
    const double top = NumberOf(text_, tokens_[at]), bottom = NumberOf(text_, tokens_[at + 2]);
    const bool usual = bottom == 2 || bottom == 3 || bottom == 4 || bottom == 5 || bottom == 6 ||
                       bottom == 8 || bottom == 10 || bottom == 16 || bottom == 20 ||
                       bottom == 40 || bottom == 100;
    if (top < 1 || top >= bottom || !usual) return at;
    *value = top / bottom;
    return at + 3;
  }
  double top = 0;
  uint32_t i = at;
  if (Word(at) == a_) {
    top = 1;
  } else if (Has(at, Is::kNumber) && Info(at).number >= 1 && Info(at).number < 20) {
    top = static_cast<double>(Info(at).number);
  } else if (Info(at).key == TimeKey::kHalf && Word(at + 1) == a_ &&
             (Has(at + 2, Is::kScale) ||
              (Info(at + 2).unit == TimeUnit::kNone && at + 2 < end_ &&
               lexicon_.unit_phrases.Longest(tokens_.data(), end_, at + 2)))) {
    *value = 0.5;
    return at + 2;
  } else {
    return at;
  }
  i = IsMark(at + 1, '-') ? at + 2 : at + 1;
  if (!Has(i, Is::kFraction)) return at;
  // "a third person", "a quarter": only with "of" a part of something.
  const bool plural = tokens_[i].end > tokens_[i].begin && text_[tokens_[i].end - 1] == 's';
  if (plural ? top < 2 : top != 1) return at;
  if (!plural && Word(i + 1) != of_ && Word(at) == a_) return at;
  *value = top / static_cast<double>(Info(i).fraction);
  if (Word(i + 1) != of_ || Word(i + 2) != a_ || i + 3 >= end_) return i + 1;
  // "a quarter of a million people", "of a percentage point"
  if (Has(i + 3, Is::kScale)) {
    *value *= static_cast<double>(Info(i + 3).number);
    return i + 4;
  }
  return lexicon_.unit_phrases.Starts(tokens_[i + 3]) ? i + 3 : i + 1;
}

// "two and a half", "two-and-a-half".
uint32_t QuantityReader::AndAHalf(uint32_t at) const {
  uint32_t i = IsMark(at, '-') ? at + 1 : at;
  if (Word(i) != and_) return at;
  ++i;
  if (IsMark(i, '-')) ++i;
  if (Word(i) != a_) return at;
  ++i;
  if (IsMark(i, '-')) ++i;
  return Info(i).key == TimeKey::kHalf ? i + 1 : at;
}

// The second end: 10-15, 10 to 15, five or six, between 10 and 15, 8- to 16-metre, 44 mg to 50 mg.
uint32_t QuantityReader::Range(uint32_t at, uint32_t end, Quantity* q) const {
  const uint32_t before = at > begin_ && MoneyBefore(at) ? at - 1 : at;
  const bool between = before > begin_ && Word(before - 1) == between_;
  const bool from = before > begin_ && Word(before - 1) == from_;
  uint32_t i = end;
  const bool hung = IsMark(i, '-') && Glued(i) && !Glued(i + 1);  // "8- to 16-metre"
  if (hung) ++i;
  const bool dash = (IsMark(i, '-') || IsMark(i, '~')) && Glued(i) && Glued(i + 1);
  const WordId joint = Word(i);
  // "44 mg to 50 mg": the unit stands twice.
  if (!dash && joint != to_ && joint != or_ && joint != and_) {
    const auto unit =
        i < end_ ? lexicon_.unit_phrases.Longest(tokens_.data(), end_, i) : PhraseTrie::Match{};
    const uint32_t after = i + unit.length;
    if (!unit || !(Word(after) == to_ || (between && Word(after) == and_))) return end;
    double high = 0;
    bool vague = false;
    const uint32_t next = Number(after + 1, &high, &vague);
    if (next == after + 1 || vague || high <= q->value) return end;
    const auto again = next < end_ ? lexicon_.unit_phrases.Longest(tokens_.data(), end_, next)
                                   : PhraseTrie::Match{};
    if (!again || again.value != unit.value) return end;
    q->value_max = high;
    q->bound = Bound::kRange;
    return next;
  }
  if (!(dash || joint == to_ || joint == or_ || (between && joint == and_))) return end;
  double high = 0;
  bool vague = false;
  uint32_t j = i + 1;
  if (MoneyBefore(at) && !IsDigits(j)) ++j;
  const uint32_t next = Number(j, &high, &vague);
  if (next == j || vague) return end;
  if (joint == or_ && high > q->value * 3) return end;
  if (joint == to_ && !from && high <= q->value) return end;
  double low = q->value;
  if (low < high && low < 1000 && high >= 1000 && Has(next - 1, Is::kScale)) {
    const double scale = static_cast<double>(Info(next - 1).number);
    if (low * scale <= high) low *= scale;  // 10-15 thousand
  }
  if (high < low) return end;
  q->value = low;
  q->value_max = high;
  q->bound = Bound::kRange;
  return next;
}

}  // namespace claimscope
