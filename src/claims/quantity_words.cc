// Figures in words: forty-five, dozens, two thirds, and a half.
#include "claims/quantity_reader.h"

namespace claimscope {

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
  // "half-million", "a half million"
  const uint32_t half = Word(at) == a_ ? at + 1 : at;
  const uint32_t scale = IsMark(half + 1, '-') ? half + 2 : half + 1;
  if (Info(half).key == TimeKey::kHalf && Has(scale, Is::kScale) && Size(scale) > 2) {
    *value = 0.5;
    return scale;
  }
  double top = 0;
  uint32_t i = at;
  if (Word(at) == a_) {
    top = 1;
  } else if (Has(at, Is::kNumber) && Info(at).number >= 1 && Info(at).number < 20) {
    top = static_cast<double>(Info(at).number);
  } else if (Info(at).key == TimeKey::kHalf && Word(at + 1) == a_ &&
             (Has(at + 2, Is::kScale) ||
              (Info(at + 2).unit == TimeUnit::kNone && UnitPhrase(at + 2)))) {
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

}  // namespace claimscope
