#include "claims/quantities.h"

#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "claims/quantity_reader.h"

namespace claimscope {

QuantityReader::QuantityReader(std::string_view text, const Tokens& tokens,
                               const std::vector<DateMention>& dates, const Lexicon& lexicon,
                               std::vector<QuantityMention>* asides)
    : text_(text),
      tokens_(tokens),
      dates_(dates),
      lexicon_(lexicon),
      words_(lexicon.words),
      asides_(asides),
      a_(words_.Find("a")),
      an_(words_.Find("an")),
      and_(words_.Find("and")),
      another_(words_.Find("another")),
      between_(words_.Find("between")),
      from_(words_.Find("from")),
      more_(words_.Find("more")),
      no_(words_.Find("no")),
      of_(words_.Find("of")),
      one_(words_.Find("one")),
      or_(words_.Find("or")),
      other_(words_.Find("other")),
      the_(words_.Find("the")),
      to_(words_.Find("to")),
      its_(words_.Find("its")),
      their_(words_.Find("their")),
      than_(words_.Find("than")),
      twice_(words_.Find("twice")) {}

void QuantityReader::ReadSentence(const Sentence& sentence, std::vector<QuantityMention>* out) {
  begin_ = sentence.begin;
  end_ = sentence.end;
  previous_end_ = begin_;
  const size_t first = out->size();
  for (uint32_t at = begin_; at < end_;) {
    if (!CanStart(at)) {
      ++at;
      continue;
    }
    while (date_ < dates_.size() && dates_[date_].end <= at) ++date_;
    if (InDate(at)) {
      at = dates_[date_].end;
      continue;
    }
    QuantityMention mention;
    if (Read(at, &mention)) {
      previous_end_ = mention.end;
      at = std::max(mention.end, at + 1);
      (mention.aside ? asides_ : out)->push_back(std::move(mention));
    } else {
      ++at;
    }
  }
  const Scope scope = SentenceScope();
  for (size_t i = first; i < out->size(); ++i) (*out)[i].quantity.scope = scope;
}

bool QuantityReader::InDate(uint32_t at) const {
  if (date_ >= dates_.size() || dates_[date_].begin > at) return false;
  return dates_[date_].form != DateMention::Form::kDuration;
}

// Cheap, and true wherever a figure could begin: asked of every word.
bool QuantityReader::CanStart(uint32_t at) const {
  const Token& token = tokens_[at];
  if (token.kind == TokenKind::kNumber) return true;
  // "World War Two", "the top five"
  if (at > begin_ && token.Has(Is::kNumber) &&
      ((token.capital && tokens_[at - 1].capital && IsWord(at - 1)) || Text(at - 1) == "top"))
    return false;
  constexpr WordClasses kFigures =
      Bit(Is::kNumber) | Bit(Is::kVague) | Bit(Is::kScale) | Bit(Is::kArticle);
  if ((token.classes & kFigures) != 0) return true;
  if (token.Has(Is::kTimeWord) && Info(at).key == TimeKey::kFew) return Has(at + 1, Is::kScale);
  if (token.Has(Is::kTimeLead) && Info(at).key == TimeKey::kHalf)
    return Word(at + 1) == a_ || Has(IsMark(at + 1, '-') ? at + 2 : at + 1, Is::kScale);
  if (token.word == twice_ && twice_ != 0) return true;
  return lexicon_.unit_phrases.Starts(token);  // money before its figure
}

// "Since February" adds up, "in the past day" does not.
Scope QuantityReader::SentenceScope() {
  while (sentence_date_ < dates_.size() && dates_[sentence_date_].begin < begin_) ++sentence_date_;
  Scope scope = Scope::kNone;
  for (; sentence_date_ < dates_.size() && dates_[sentence_date_].begin < end_; ++sentence_date_) {
    const DateMention& date = dates_[sentence_date_];
    if (date.open_start) {
      scope = Scope::kCumulative;
    } else if (date.form == DateMention::Form::kPeriod && date.basis == TimeBasis::kRelative &&
               scope == Scope::kNone) {
      scope = Scope::kIncremental;
    }
  }
  return scope;
}

// "$", "US$", "EUR" before a figure; null: none.
const Unit* QuantityReader::MoneyAt(uint32_t at, uint32_t* after) const {
  if (!lexicon_.unit_phrases.Starts(tokens_[at]) || tokens_[at].mark == '%') return nullptr;
  const auto match = UnitPhrase(at);
  if (!match || lexicon_.units[match.value].kind != UnitKind::kMoney) return nullptr;
  if (tokens_[at].Has(Is::kVerbPast)) return nullptr;  // "won 151 seats"
  // "A$5" and, as word lists are printed, "C $ 5"; not "a $5 fee", "Ukraine's $5 billion".
  const bool apart = match.length > 1 && !Glued(at + match.length - 1);
  if (apart && IsMark(at + match.length - 1, '$') && (Has(at, Is::kArticle) || Glued(at))) {
    return nullptr;
  }
  const uint32_t next = at + match.length;
  if (!IsDigits(next) && !(IsMark(next - 1, '$') && Has(next, Is::kNumber))) return nullptr;
  *after = next;
  return &lexicon_.units[match.value];
}

bool QuantityReader::Read(uint32_t at, QuantityMention* mention) {
  const uint32_t first = at;
  const Unit* const money = MoneyAt(first, &at);
  if (money == nullptr && tokens_[at].kind == TokenKind::kMark) return false;
  if (money == nullptr && Aside(at, mention)) return true;
  double value = 0;
  bool vague = false;
  uint32_t end = Number(at, &value, &vague);
  if (end == at) return money == nullptr && Article(at, mention);
  if (money == nullptr && PartOfName(at, end)) return false;
  mention->number = first;
  uint32_t begin = first;
  Quantity& q = mention->quantity;
  if (money == nullptr && Minus(at, end)) {
    value = -value;
    begin = first - 1;
  }
  q.value = q.value_max = value;
  q.bound = vague ? Bound::kAtLeast : Bound::kExact;
  end = Range(at, end, &q);
  if (const uint32_t margin = Margin(end); margin != end) {
    end = margin;
    q.bound = Bound::kAbout;
  }
  mention->number_end = end;
  mention->begin = begin;
  if (money == nullptr) end = OutOf(end, mention);
  end = Grown(end, mention);
  mention->end = end;
  if (money != nullptr) {
    SetUnit(*money, mention);
    NounAfter(end, mention, true);
  } else if (UnitAfter(end, mention)) {
    SmallChange(mention);
    NounAfter(mention->end, mention, true);
  } else if (IsMark(end, '-') && Glued(end + 1) && IsWord(end + 1) &&
             !lexicon_.bound_phrases.Starts(tokens_[end + 1])) {
    return Compound(end + 1, mention);  // "five-storey": no figure of what follows
  } else {
    NounAfter(end, mention, false);
    if (mention->grown <= 0 && mention->noun_end == mention->end)
      mention->end = Grown(mention->end, mention);  // "19,800 soldiers (+200)"
    if (mention->noun_end == 0) UnitBehindNext(end, mention);
    // "Thousands fled.", "scores were hurt": people.
    if (vague && q.value < 1e6 && mention->noun_end == 0 &&
        (PeopleState(end) || (Has(end, Is::kVerbPast) && !Has(end, Is::kAuxiliary)))) {
      q.unit = "people";
      mention->classes = lexicon_.known.people;
    }
  }
  if (value == 0 && !IsDigits(first) && !mention->measured && mention->noun_end == 0) {
    return false;  // "zero tolerance"
  }
  BoundBefore(mention);
  BoundAfter(mention);
  JoinConversion(mention);
  q.span = BytesOf(tokens_, mention->begin, mention->end);
  if (!mention->measured) q.si_value = q.value;
  return true;
}

// "37 out of 45 drones", "8 out of every 10": behind how many there are in all; else `end`.
uint32_t QuantityReader::OutOf(uint32_t end, QuantityMention* mention) const {
  if (Text(end) != "out" || Word(end + 1) != of_ || of_ == 0) return end;
  const uint32_t at = Text(end + 2) == "every" ? end + 3 : end + 2;
  double total = 0;
  bool vague = false;
  const uint32_t stop = Number(at, &total, &vague);
  if (stop == at || vague) return end;
  if (at == end + 2) SetWhole(at, stop, total, mention);  // not "every"
  return stop;
}

void QuantityReader::SetWhole(uint32_t begin, uint32_t end, double value,
                              QuantityMention* mention) const {
  if (value <= mention->quantity.value) return;
  mention->whole = value;
  mention->whole_begin = begin;
  mention->whole_end = end;
}

// "(+11)", "(+11 in the past day)": behind the bracket, or `end`.
uint32_t QuantityReader::Grown(uint32_t end, QuantityMention* mention) const {
  constexpr uint32_t kBracket = 10;  // tokens
  if (!IsMark(end, '(') || Text(end + 1) != "+") return end;
  double value = 0;
  bool vague = false;
  const uint32_t after = Number(end + 2, &value, &vague);
  for (uint32_t at = after; after > end + 2 && at < end + kBracket; ++at) {
    if (IsMark(at, '%') || IsDigits(at)) return end;
    if (!IsMark(at, ')')) continue;
    mention->grown_begin = end + 1;
    mention->grown_end = at;
    mention->grown = value;
    return at + 1;
  }
  return end;
}

void QuantityReader::SetUnit(const Unit& unit, QuantityMention* mention) const {
  mention->quantity.unit = unit.name;
  mention->quantity.si_unit = unit.si_name == unit.name ? "" : unit.si_name;
  mention->quantity.si_value = mention->quantity.value * unit.factor;
  mention->measured = true;
  mention->is_time = unit.kind == UnitKind::kTime;
  mention->money = unit.kind == UnitKind::kMoney;
}

bool QuantityReader::UnitAfter(uint32_t end, QuantityMention* mention) {
  // 200-kilometre, "two -day" as machines translate it
  const bool bracket = IsMark(end, '(') || IsMark(end, '[');  // "20 (kg)"
  const bool hyphen = IsMark(end, '-') && (Glued(end) || Glued(end + 1));
  const uint32_t i = bracket || hyphen ? end + 1 : end;
  if (i >= end_) return false;
  const auto match = UnitPhrase(i);
  if (!match) return false;
  const uint32_t after = i + match.length;
  if (bracket && !IsMark(after, ')') && !IsMark(after, ']')) return false;
  // "5 m" and "10 in": two letters are a unit only right after the figure, and never a preposition.
  const bool letters = match.length == 1 && Size(i) <= 2 && IsWord(i);
  const bool written = Text(i) == lexicon_.units[match.value].name;  // GW, C
  if (letters && (Has(i, Is::kPreposition) ||
                  (!Glued(i) && tokens_[i].capital && !written && Word(after) != of_))) {
    return false;
  }
  // "5G", not "20 L of wine"
  if (letters && Size(i) == 1 && tokens_[i].capital && !written && (Word(after) != of_ || Glued(i)))
    return false;
  if (letters && IsMark(after, '-') && Glued(after)) return false;  // "5 t-shirts"
  if (bracket && Size(i) == 1) return false;                        // "Anna, 34 (F)"
  // "three SEC commissioners"
  if (match.length == 1 && tokens_[i].all_caps && Size(i) == 3 &&
      lexicon_.units[match.value].kind == UnitKind::kTime)
    return false;
  const std::string& name = lexicon_.units[match.value].name;
  if (letters && Size(i) == 1 && name[0] >= 'A' && name[0] <= 'Z' && !(written && Glued(i))) {
    return false;  // "5 c", "10 F"
  }
  // "500 won": a verb, unless millions stand before it.
  if (match.length == 1 && Has(i, Is::kVerbPast) && !Has(end - 1, Is::kScale)) return false;
  SetUnit(lexicon_.units[match.value], mention);
  if (mention->quantity.unit == "lb" && PoundsOfMoney(end, after, mention->quantity.value)) {
    mention->quantity.unit = "gbp";
    mention->quantity.si_unit.clear();
    mention->quantity.si_value = mention->quantity.value;
  }
  mention->end = bracket ? after + 1 : after;
  return true;
}

// "3 million pounds", "millions of pounds": nobody weighs millions. "5,000 pounds, or about
// $6,700". `end`: behind the figure; `after`: behind the unit.
bool QuantityReader::PoundsOfMoney(uint32_t end, uint32_t after, double value) const {
  const bool scaled = Has(end - 1, Is::kScale) || Text(end - 1) == "of";
  if (scaled && value >= 1e6) return true;
  uint32_t worth = IsMark(after, ',') || IsMark(after, '(') ? after + 1 : after;
  if (Word(worth) == or_) ++worth;
  if (lexicon_.bound_phrases.Longest(tokens_.data(), end_, worth)) ++worth;
  uint32_t sum = worth;
  return worth > after && worth < end_ && MoneyAt(worth, &sum) != nullptr;
}

// "6 and 8 days", "40 and 50 per cent": the unit stands once.
void QuantityReader::UnitBehindNext(uint32_t end, QuantityMention* mention) const {
  constexpr double kMostPercent = 1000;
  if (Word(end) != and_ && Word(end) != or_) return;
  double value = 0;
  bool vague = false;
  const uint32_t next = Number(end + 1, &value, &vague);
  const auto unit = next > end + 1 && !vague ? UnitPhrase(next) : PhraseTrie::Match{};
  if (!unit) return;
  const UnitKind kind = lexicon_.units[unit.value].kind;
  // "fell by 210,000 or 1.5 per cent": of other kinds
  const bool share = kind == UnitKind::kPercent && mention->quantity.value <= kMostPercent;
  if (kind == UnitKind::kTime || share) SetUnit(lexicon_.units[unit.value], mention);
}

// "13 dollars and 45 cents", "ten dollars fifty" are one sum.
void QuantityReader::SmallChange(QuantityMention* mention) const {
  if (!EndsWith(mention->quantity.unit, "usd") && !EndsWith(mention->quantity.unit, "eur")) return;
  const uint32_t i = Word(mention->end) == and_ ? mention->end + 1 : mention->end;
  double cents = 0;
  bool vague = false;
  const uint32_t next = Number(i, &cents, &vague);
  if (next == i || vague || cents >= 100) return;
  const auto match = UnitPhrase(next);
  const bool told = match && lexicon_.units[match.value].name == "cent";
  const bool meant = i == mention->end && cents >= 10 && Has(i, Is::kNumber) && !IsWord(next);
  if (!told && !meant) return;
  Quantity& q = mention->quantity;
  q.value = q.value_max = q.si_value = q.value + cents / 100;
  mention->end = told ? next + match.length : next;
}

// Before the figure: the longest phrase that ends right there; "the", "a total of" may stand
// between.
void QuantityReader::BoundBefore(QuantityMention* mention) const {
  Quantity& q = mention->quantity;
  uint32_t stop = mention->begin;
  for (int round = 0; round < 3; ++round) {
    bool found = false;
    for (uint32_t back = 5; back >= 1 && !found; --back) {
      if (stop < previous_end_ + back) continue;
      const uint32_t from = stop - back;
      const auto match = lexicon_.bound_phrases.Longest(tokens_.data(), end_, from);
      if (!match || from + match.length != stop) continue;
      const BoundWord& bound = lexicon_.bounds[match.value];
      if (bound.after) continue;
      if (IsMark(from, '~') && Text(from) != "~") continue;  // a dash
      // "it is all about two things"
      if (from > begin_ + 1 && Text(from) == "about" && Text(from - 1) == "all" &&
          !EqualsIgnoreAsciiCase(Text(from - 2), "in"))
        continue;
      // "talking about 3,994 people"
      if (match.length == 1 && from > begin_ &&
          lexicon_.cue_phrases.Longest(tokens_.data(), stop, from - 1).length == 2)
        continue;
      // "over two days" lasts so long.
      if (match.length == 1 && mention->is_time && Has(from, Is::kPreposition)) continue;
      // "were downed over six regions": where; not "in over six regions".
      if (mention->noun_end != 0 && Text(from) == "over" && from > begin_ &&
          Has(mention->noun, Is::kRegionWord) && !Has(from - 1, Is::kPreposition))
        continue;
      if (q.bound == Bound::kExact ||
          (bound.bound != Bound::kExact && round > 0 && q.bound == Bound::kAbout))
        q.bound = bound.bound;
      mention->begin = from;
      stop = from;
      found = true;
    }
    if (found) continue;
    const bool article = stop > previous_end_ && (Word(stop - 1) == the_ || Word(stop - 1) == a_);
    if (round > 0 || !article) return;
    --stop;
  }
}

// "1,000 or more", "5,000+".
void QuantityReader::BoundAfter(QuantityMention* mention) {
  const uint32_t hyphen = mention->number_end;  // 100-odd, 100-plus
  for (const uint32_t from : {mention->number_end, mention->end}) {
    const uint32_t at = from == hyphen && IsMark(from, '-') && Glued(from) ? from + 1 : from;
    if (at >= end_) continue;
    const auto match = lexicon_.bound_phrases.Longest(tokens_.data(), end_, at);
    if (!match || Word(at + match.length) == than_) continue;
    const BoundWord& bound = lexicon_.bounds[match.value];
    const bool closed = IsMark(at + match.length, ',') || IsMark(at + match.length, '.');
    if (!bound.after && !(Text(at) == "at" && closed)) continue;
    mention->quantity.bound = bound.bound;
    if (from == mention->end) mention->end = at + match.length;
    if (from == mention->number_end && mention->noun_end == 0 && !mention->measured) {
      mention->end = at + match.length;
      NounAfter(mention->end, mention, false);
    }
    return;
  }
}

// "200 square kilometres, or 77 square miles": the token after the same again, or the mention's
// end.
uint32_t QuantityReader::OrConversion(const QuantityMention& mention) const {
  constexpr double kSame = 0.1;  // how far a rounded conversion may be off
  const uint32_t joint = IsMark(mention.end, ',') ? mention.end + 1 : mention.end;
  if (Word(joint) != or_ || or_ == 0) return mention.end;
  double value = 0;
  bool vague = false;
  const uint32_t after = Number(joint + 1, &value, &vague);
  const auto unit = after > joint + 1 ? UnitPhrase(after) : PhraseTrie::Match{};
  if (!unit) return mention.end;
  const Unit& other = lexicon_.units[unit.value];
  const Quantity& q = mention.quantity;
  const std::string& si = q.si_unit.empty() ? q.unit : q.si_unit;
  const bool same = other.kind == UnitKind::kMeasure && other.si_name == si &&
                    other.name != q.unit &&
                    std::abs(value * other.factor - q.si_value) <= kSame * q.si_value;
  return same ? after + unit.length : mention.end;
}

// "(77.22 square miles)" right after a measured figure says the same again.
void QuantityReader::JoinConversion(QuantityMention* mention) const {
  if (!mention->measured) return;
  if (const uint32_t end = OrConversion(*mention); end != mention->end) {
    mention->end = end;
    return;
  }
  if (!IsMark(mention->end, '(')) return;
  for (uint32_t i = mention->end + 1; i < end_ && i <= mention->end + 10; ++i) {
    if (!IsMark(i, ')')) continue;
    mention->end = i + 1;
    return;
  }
}

std::vector<QuantityMention> FindQuantities(std::string_view text, const Tokens& tokens,
                                            const std::vector<Sentence>& sentences,
                                            const std::vector<DateMention>& dates,
                                            const Lexicon& lexicon,
                                            std::vector<QuantityMention>* asides) {
  std::vector<QuantityMention> mentions;
  QuantityReader reader(text, tokens, dates, lexicon, asides);
  for (const Sentence& sentence : sentences) reader.ReadSentence(sentence, &mentions);
  return mentions;
}

}  // namespace claimscope
