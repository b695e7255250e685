// Figures that are told, and that no claim counts: twice, half of the voters, one in five, a
// five-storey block.
#include "base/strings.h"
#include "claims/quantity_reader.h"

namespace claimscope {

// "half of", "half the", "more than half": not "half-hour", "the first half".
bool QuantityReader::HalfOf(uint32_t at) const {
  if (Info(at).key != TimeKey::kHalf || IsMark(at + 1, '-') || Has(at + 1, Is::kScale)) {
    return false;
  }
  if (at > begin_ && (Has(at - 1, Is::kOrdinal) || IsMark(at - 1, '-') || Word(at - 1) == the_ ||
                      Word(at - 1) == other_ || Word(at - 1) == and_ || Word(at - 1) == a_)) {
    return false;
  }
  const WordId next = Word(at + 1);
  if (next == of_ || next == the_ || next == its_ || next == their_) return next != 0;
  const bool bound = at > begin_ && (Word(at - 1) == than_ || Text(at - 1) == "nearly" ||
                                     Text(at - 1) == "almost" || Text(at - 1) == "about" ||
                                     Text(at - 1) == "over" || Text(at - 1) == "only");
  return bound && next != a_ && next != an_ && Info(at + 1).unit == TimeUnit::kNone;
}

bool QuantityReader::Aside(uint32_t at, QuantityMention* mention) const {
  double value = 0;
  uint32_t end = at + 1;
  const char* unit = "";
  if (Word(at) == twice_ && twice_ != 0) {
    value = 2;
    unit = "times";
  } else if (HalfOf(at)) {
    value = 0.5;
  } else if (Text(end) == "in" && !tokens_[at].decimal &&
             (IsDigits(at) ? Size(at) == 1 : Has(at, Is::kNumber))) {
    // "one in five", "three in 10": not "killed two in 24 hours".
    const double top = IsDigits(at) ? NumberOf(text_, tokens_[at]) : double{Info(at).number};
    double bottom = 0;
    bool vague = false;
    const uint32_t next = Number(end + 1, &bottom, &vague);
    const bool plain = next == end + 2 && !vague && bottom <= (top == 1 ? 1000 : 10);
    if (!plain || top < 1 || top >= bottom || Info(next).unit != TimeUnit::kNone ||
        IsMark(next, '-') || (Glued(next) && IsWord(next))) {
      return false;
    }
    value = top / bottom;
    end = next;
  } else {
    return false;
  }
  Quantity& q = mention->quantity;
  q.value = q.value_max = q.si_value = value;
  q.unit = unit;
  mention->number = mention->begin = at;
  mention->number_end = mention->end = end;
  mention->aside = true;
  BoundBefore(mention);
  q.span = BytesOf(tokens_, mention->begin, mention->end);
  return true;
}

// "a five-storey block", "a 1,200-page report", "12-member": the noun at `at` in the plural.
bool QuantityReader::Compound(uint32_t at, QuantityMention* mention) const {
  constexpr WordClasses kNoNoun = Bit(Is::kPreposition) | Bit(Is::kAnd) | Bit(Is::kArticle) |
                                  Bit(Is::kTo) | Bit(Is::kAdverb) | Bit(Is::kNumber) |
                                  Bit(Is::kScale) | Bit(Is::kOrdinal);
  const std::string_view word = Text(at);
  if (tokens_[at].capital || word.size() < 3 || (tokens_[at].classes & kNoNoun) != 0 ||
      EndsWith(word, "ed") || EndsWith(word, "ing") || word == "fold") {
    return false;
  }
  const bool strong = word == "strong";  // "a 12,000-strong force"
  mention->noun = at;
  mention->noun_end = at + 1;
  mention->end = at + 1;
  mention->quantity.unit = strong ? "people" : PluralText(at);
  mention->quantity.si_value = mention->quantity.value;
  if (strong) mention->classes = lexicon_.known.people;
  mention->aside = !strong;
  BoundBefore(mention);
  mention->quantity.span = BytesOf(tokens_, mention->begin, mention->end);
  return true;
}

// "minus 5", "-5 degrees", "-2%": a sign right before the figure, after a space.
bool QuantityReader::Minus(uint32_t at, uint32_t end) const {
  if (at == begin_ || !(IsDigits(at) || Has(at, Is::kNumber))) return false;
  if (Text(at - 1) == "minus") return at - 1 == begin_ || !IsDigits(at - 2);
  if (!Glued(at) || (at - 1 != begin_ && Glued(at - 1))) return false;
  if (Text(at - 1) == "\xE2\x88\x92") return true;
  // A dash may also be a bullet or set something off.
  if (!IsMark(at - 1, '-') && !IsMark(at - 1, '~')) return false;
  if (Word(end) == to_ && IsSign(end + 1) && Glued(end + 2) && IsDigits(end + 2)) return true;
  const auto unit = UnitPhrase(end);
  if (!unit) return false;
  const Unit& known = lexicon_.units[unit.value];
  return known.kind == UnitKind::kPercent || known.si_name == "C" || known.si_name == "F" ||
         known.si_name == "deg";
}

}  // namespace claimscope
