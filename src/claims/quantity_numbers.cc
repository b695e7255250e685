// The value of a figure: digits, scales, powers, ranges.
#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "claims/quantity_reader.h"

namespace claimscope {
namespace {

constexpr double kStep = 8;  // "rose 5 to 10 points" is a range, "rose 3 to 48" none

}  // namespace

// The value that begins at `at`; the token after it, or `at`.
uint32_t QuantityReader::Number(uint32_t at, double* value, bool* vague) const {
  *vague = false;
  uint32_t i = Fraction(at, value);
  if (i != at) return Has(i, Is::kScale) ? Scales(i, at, value) : i;
  double total = 0;
  if (IsDigits(at)) {
    total = NumberOf(text_, tokens_[at]);
    i = at + 1;
    if (const uint32_t power = Power(i, &total); power != i) {
      *value = total;
      return power;
    }
    if (DecimalComma(at)) {
      total += NumberOf(text_, tokens_[at + 2]) / (Size(at + 2) == 1 ? 10 : 100);
      i = at + 3;
    }
    // "2 1/2", "2-1/2"
    double rest = 0;
    const uint32_t part_at = IsMark(i, '-') && Glued(i) && Glued(i + 1) ? i + 1 : i;
    if (IsDigits(part_at) && (part_at != i || !Glued(i)) && IsMark(part_at + 1, '/')) {
      if (const uint32_t after = Fraction(part_at, &rest); after != part_at) {
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

// "million", "thousand", "bn" after a number; "hundred and two", "one million three hundred
// thousand".
uint32_t QuantityReader::Scales(uint32_t at, uint32_t begin, double* total) const {
  uint32_t i = at;
  if (const double letter = i > begin ? LetterScale(i) : 0; letter != 0 && MoneyBefore(begin)) {
    *total = std::round(*total * letter * 100) / 100;
    return i + 1;
  }
  if (IsMark(i, '-') && Glued(i) && Glued(i + 1) && Has(i + 1, Is::kScale) && Size(i + 1) > 1) {
    ++i;  // "a $1.2-billion deal"
  }
  double whole = 0, group = *total;  // thousands and more that are told; what is below them
  while (i < end_ && Has(i, Is::kScale)) {
    // "5 m" are metres, "5k" thousands, "5m tonnes" millions.
    if (Size(i) == 1 && !(Glued(i) && (Text(i) == "k" || Text(i) == "K" || Millions(i)))) break;
    // 16.4 million is a whole number; of a float the first seven digits are sure.
    double scale = static_cast<double>(Info(i).number);
    if (scale > 1e9) scale = std::round(scale / 1e6) * 1e6;
    double& scaled = group == 0 ? whole : group;  // "a thousand million"
    scaled = std::round(scaled * scale * 100) / 100;
    if (scale >= 1000) {
      whole += group;
      group = 0;
    }
    ++i;
    // "two thousand, three hundred"
    const bool comma = scale >= 1000 && IsMark(i, ',') && Has(i + 1, Is::kNumber) &&
                       Info(i + 2).number == 100 && Has(i + 2, Is::kScale);
    const uint32_t rest_at = Word(i) == and_ || comma ? i + 1 : i;
    if (!Has(rest_at, Is::kNumber) || IsMark(rest_at, '-')) continue;
    double rest = 0;
    const uint32_t next = NumberWords(rest_at, &rest);
    // "two hundred and three others" is one figure; "a thousand and one day" too; "one hundred and
    // two hundred", "between five hundred and two thousand" are two.
    const bool another = Has(next, Is::kScale) && (Info(next).number == Info(i - 1).number ||
                                                   (begin > begin_ && Word(begin - 1) == between_));
    if (rest_at != i && (Info(rest_at).number < 1 || another)) break;
    group += rest;
    i = next;
  }
  *total = whole + group;
  return i;
}

// "× 10^8", "x 10-19", "e-5" behind a number: the token after it, or `at`.
uint32_t QuantityReader::Power(uint32_t at, double* value) const {
  uint32_t i = at;
  double power = 0;
  bool negative = false, bare = false;
  const auto sign = [&] {
    if (!IsSign(i)) return;
    negative = true;
    ++i;
  };
  if (Text(at) == "e" || Text(at) == "E") {  // 1.2e-5
    if (!Glued(at) || !IsMark(at + 1, '-') || !IsDigits(at + 2) || !Glued(at + 2)) return at;
    ++i;
    sign();
  } else {
    const bool joined = Text(at) == "x10";  // 6.02x10^23
    const bool times = joined || Text(at) == "×" || Text(at) == "x" || IsMark(at, '*');
    const uint32_t base = times && !joined ? at + 1 : times ? at : at - 1;
    if (Text(base) != "10" && !joined) return at;
    i = base + 1;
    const bool raised = IsMark(i, '^') && Glued(i);
    if (raised) ++i;
    if (!raised && !times) return at;
    bare = !times;
    sign();
    // "2 x 10-15 metres" is no power.
    if (!raised && (!negative || joined || Text(at) == "x" || IsMark(i - 1, '-'))) return at;
  }
  if (!IsDigits(i) || !Glued(i) || Size(i) > 2) return at;
  if (bare) *value = 1;  // "10^6": the ten is the power's own
  power = NumberOf(text_, tokens_[i]);
  *value *= std::pow(10, negative ? -power : power);
  return i + 1;
}

// "± 0.1", "plus or minus 1", "+/- 5": the token after it, or `at`.
uint32_t QuantityReader::Margin(uint32_t at) const {
  uint32_t i = at;
  if (Text(i) == "±") {
    i += 1;
  } else if ((Text(i) == "plus" && Word(i + 1) == or_ && Text(i + 2) == "minus") ||
             (IsMark(i, '+') && IsMark(i + 1, '/') && IsMark(i + 2, '-'))) {
    i += 3;
  } else {
    return at;
  }
  double margin = 0;
  bool vague = false;
  const uint32_t next = Number(i, &margin, &vague);
  return next == i ? at : next;
}

// "3m tonnes", "10m yuan", "5m people": metres are followed by no unit and no plural.
bool QuantityReader::Millions(uint32_t at) const {
  if (Text(at) != "m" || at + 1 >= end_ || Glued(at + 1) || !IsWord(at + 1)) return false;
  if (tokens_[at + 1].capital) return false;
  const std::string_view next = Text(at + 1);
  const auto unit = UnitPhrase(at + 1);
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

// "rose from 60 to 71": does a verb of change stand before the "from" at `from`?
bool QuantityReader::Changes(uint32_t from) const {
  if (from <= begin_) return false;
  const std::string_view word = Text(from - 1);
  constexpr WordClasses kVerb = Bit(Is::kVerbPast) | Bit(Is::kVerbIng) | Bit(Is::kVerbBase);
  return word == "up" || word == "down" ||
         (Has(from - 1, Is::kChange) && (tokens_[from - 1].classes & kVerb) != 0);
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
    const auto unit = UnitPhrase(i);
    const uint32_t after = i + unit.length;
    const bool joined = Word(after) == to_ || (between && Word(after) == and_) ||
                        (IsMark(after, '-') && Glued(after) && Glued(after + 1));  // "10 km-20 km"
    if (!unit || !joined) return end;
    double high = 0;
    bool vague = false;
    const uint32_t next = Number(after + 1, &high, &vague);
    if (next == after + 1 || vague || high <= q->value) return end;
    const auto again = UnitPhrase(next);
    if (!again || again.value != unit.value) return end;
    q->value_max = high;
    q->bound = Bound::kRange;
    return next;
  }
  if (!(dash || joint == to_ || joint == or_ || (between && joint == and_))) return end;
  double high = 0;
  bool vague = false;
  uint32_t j = i + 1;
  const bool below = q->value < 0 && IsSign(j) && Glued(j + 1);  // "-10 to -20"
  if (below || (MoneyBefore(at) && !IsDigits(j))) ++j;
  const uint32_t next = Number(j, &high, &vague);
  if (next == j || vague) return end;
  if (below) {
    q->value_max = std::max(q->value, -high);
    q->value = std::min(q->value, -high);
    q->bound = Bound::kRange;
    return next;
  }
  if (joint == or_ && high > q->value * 3) return end;
  if (joint == to_ && !from && high <= q->value) return end;
  // "climbed 3 to 48": a step and where it led
  if (joint == to_ && !from && !between && high > q->value * kStep && at > begin_ &&
      Has(at - 1, Is::kVerbPast))
    return end;
  double low = q->value;
  if (from && joint == to_ && Changes(before - 1)) {
    q->value = q->value_max = high;
    return next;
  }
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
