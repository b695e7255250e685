// Days, months and years by their names and numbers.
#include <algorithm>
#include <cstdlib>

#include "base/strings.h"
#include "claims/date_reader.h"

namespace claimscope {

constexpr int kPastMonths = 6;       // so long over, what "will be in May" is next year's
constexpr uint32_t kStoryReach = 8;  // sentences
constexpr int kStoryDays = 62;
constexpr int kNearMonths = 1;  // a day so near is this year's

// A whole number in digits, without separators; -1 when it is none.
int DateReader::Digits(uint32_t at, size_t max_digits) const {
  if (!IsNumber(at)) return -1;
  const std::string_view digits = Text(at);
  int64_t value = 0;
  if (digits.size() > max_digits || !ParseInt(digits, &value)) return -1;
  return static_cast<int>(value);
}

bool DateReader::IsYear(uint32_t at, int* year) const {
  *year = Digits(at, 4);
  return *year >= 1900 && *year < 2100 && tokens_[at].end - tokens_[at].begin == 4;
}

// "5", "21st", "21 st"; the tokens it takes, 0: none.
uint32_t DateReader::DayNumber(uint32_t at, int* day) const {
  *day = Digits(at, 2);
  if (*day < 1 || *day > 31) return 0;
  if (at + 1 < end_ && tokens_[at + 1].kind == TokenKind::kWord) {
    const std::string_view suffix = Text(at + 1);
    if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") return 2;
    return Glued(at + 1) ? 0 : 1;
  }
  return 1;
}

// "second", "twenty-second", "thirtieth".
uint32_t DateReader::OrdinalWord(uint32_t at, int* day) const {
  *day = Info(at).ordinal;
  if (*day != 0) return 1;
  const int tens = static_cast<int>(Info(at).number);
  if (tens != 20 && tens != 30) return 0;
  const uint32_t i = IsMark(at + 1, '-') ? at + 2 : at + 1;
  *day = tens + Info(i).ordinal;
  return Info(i).ordinal != 0 && *day <= 31 ? i + 1 - at : 0;
}

// A month's name, by the tokens it takes; the point after "Aug." is one. Without a capital only
// where a number stands beside it, and only names that are no other words.
uint32_t DateReader::Month(uint32_t at, int* month, bool beside_number) const {
  *month = Info(at).month;
  if (*month == 0) return 0;
  if (!tokens_[at].capital) {
    const uint32_t size = tokens_[at].end - tokens_[at].begin;
    const bool homonym = Homonym(at);
    if (size < 4 || homonym) {
      if (!SmallMonth(at)) return 0;
    } else if (!beside_number && !TimePreposition(at)) {
      return 0;
    }
  }
  return IsMark(at + 1, '.') && Glued(at + 1) && at + 2 < end_ ? 2 : 1;
}

// "on may 5, 2019", "5 may", "in march", "oct. 2019", as people write who write no capitals: not
// "they may, however", "to march 5 miles".
bool DateReader::SmallMonth(uint32_t at) const {
  if (at == begin_) return false;
  const uint32_t after = IsMark(at + 1, '.') && Glued(at + 1) ? at + 2 : at + 1;
  int day = 0, year = 0;
  if (IsYear(after, &year)) return true;
  const bool homonym = Homonym(at);
  uint32_t days = DayNumber(after, &day);
  if (days == 0 && !homonym) days = OrdinalWord(after, &day);
  if (days != 0) return StandsAlone(after + days) || IsYear(after + days, &year);
  if (!StandsAlone(after)) return false;
  const std::string_view before = Text(at - 1);
  switch (KeyAt(at - 1)) {
    case Key::kIn:
    case Key::kSince:
    case Key::kUntil:
    case Key::kBy:
    case Key::kDuring:
    case Key::kFrom:
    case Key::kBetween:
      return true;
    case Key::kLast:
    case Key::kNext:
    case Key::kBefore:
    case Key::kAfter:
      return !homonym;  // "the next march", "before may, in theory"
    case Key::kOf:
      return !homonym || (at > begin_ + 1 && (IsNumber(at - 2) || Glued(at - 2)));
    default:
      if (homonym && after < end_ && tokens_[after].kind == TokenKind::kWord) return false;
      return Info(at - 1).part != TimePart::kNone ||
             (IsNumber(at - 1) && Digits(at - 1, 2) >= 1 && Digits(at - 1, 2) <= 31) ||
             (at > begin_ + 1 && Glued(at - 1) && IsNumber(at - 2) &&
              (before == "st" || before == "nd" || before == "rd" || before == "th"));
  }
}

// ", 2025", " of 2025", " in 2025", " '25": the token after it, or `at`.
uint32_t DateReader::YearAfter(uint32_t at, int* year) const {
  uint32_t i = at;
  if (IsMark(i, ',') || KeyAt(i) == Key::kOf || KeyAt(i) == Key::kIn) ++i;
  if (IsYear(i, year)) return i + 1;
  // "4 July 1776", not "in May 1500 people"
  const bool old = *year >= 1500 && *year < 1900 && tokens_[i].end - tokens_[i].begin == 4;
  const bool ends =
      i + 1 >= end_ || (tokens_[i + 1].kind == TokenKind::kMark &&
                        !(Glued(i + 1) && (IsMark(i + 1, '-') || IsMark(i + 1, '~'))));
  if (old && ends && (i == at || IsMark(at, ','))) return i + 1;
  if (IsMark(i, '\'') && Glued(i + 1) && tokens_[i + 1].end - tokens_[i + 1].begin == 2 &&
      (*year = Digits(i + 1, 2)) >= 0) {
    *year += *year < 50 ? 2000 : 1900;
    return i + 2;
  }
  const uint32_t spelled = SpelledYear(i, year);
  return spelled != 0 ? i + spelled : at;
}

// The same, or "next year", "of last year".
uint32_t DateReader::YearTold(uint32_t at, int* year) const {
  const uint32_t i = KeyAt(at) == Key::kOf ? at + 1 : at;
  const Key key = KeyAt(i);
  if ((key != Key::kNext && key != Key::kLast && key != Key::kThis) || !published_.known() ||
      UnitAt(i + 1) != TimeUnit::kYear)
    return YearAfter(at, year);
  *year = CivilOf(published_).year + (key == Key::kNext) - (key == Key::kLast);
  return i + 2;
}

bool DateReader::FutureBefore(uint32_t at) const {
  const uint32_t from = at > begin_ + 24 ? at - 24 : begin_;
  for (uint32_t i = at; i-- > from;) {
    if (i + 14 < at && IsMark(i, ',')) return false;
    if (KeyAt(i) == Key::kFuture) return true;
    // "set for June"; not "unveiled a plan for new roads on Tuesday"
    if (KeyAt(i) == Key::kFutureTo &&
        (KeyAt(i + 1) == Key::kTo || (Text(i + 1) == "for" && i + 4 > at)))
      return true;
  }
  return false;
}

// Is what happens then told as past? By the nearest verb before, else by the first after; with
// none `otherwise`.
bool DateReader::ToldAsPast(uint32_t at, bool otherwise) const {
  const auto tense = [this](uint32_t i) {
    const Token& token = tokens_[i];
    if (token.Has(Is::kModal)) return 1;
    if (token.Has(Is::kAuxiliary)) {
      const std::string_view word = Text(i);
      return word == "was" || word == "were" || word == "had" || word == "did" ? -1 : 1;
    }
    const std::string_view before = i > begin_ ? Text(i - 1) : "";
    // "is held", "are being held"
    const std::string_view first = i > begin_ + 1 && before == "being" ? Text(i - 2) : before;
    const bool present = first == "is" || first == "are";
    if (token.Has(Is::kVerbPast)) return present ? 1 : -1;
    // "leaders gather"
    constexpr WordClasses kNoun = Bit(Is::kNounToo) | Bit(Is::kNounMostly) | Bit(Is::kAdjective);
    if (token.Has(Is::kVerbBase) && (token.classes & kNoun) == 0 && EndsWith(before, "s")) return 1;
    return token.Has(Is::kVerbS) && !token.Has(Is::kNounToo) ? 1 : 0;
  };
  const uint32_t from = at > begin_ + 14 ? at - 14 : begin_;
  for (uint32_t i = at; i-- > from;) {
    if (const int found = tense(i); found != 0) return found < 0;
  }
  for (uint32_t i = at + 1; i < end_ && i < at + 20; ++i) {
    if (const int found = tense(i); found != 0) return found < 0;
  }
  return otherwise;
}

// The year of a day or month told without one.
int DateReader::YearFor(uint32_t at, int month, int day) const {
  int year = EventYear(at, month, day);
  if (year != 0) return year;
  const CivilDate now = CivilOf(published_);
  const bool future = FutureBefore(at);
  // "Charged in May 2021, he will be tried on 3 June": what is to come is of no year gone by.
  if (NarrativeYear(&year) && !(published_.known() && year < now.year && future)) return year;
  const bool later = month > now.month || (month == now.month && day > now.day);
  if (later && !future && GoesOnAfter(at, month, day)) return CivilOf(told_last_.first).year;
  if (!later) return future && month < now.month - kPastMonths ? now.year + 1 : now.year;
  if (future || month == now.month) return now.year;
  // "remanded in custody until 6 June"
  const bool until = at > begin_ && KeyAt(at - 1) == Key::kUntil;
  if (until && month <= now.month + 3) return now.year;
  // "runs until 27 September"
  return (until || month <= now.month + 3) && !ToldAsPast(at, !until) ? now.year : now.year - 1;
}

// "Since October 7", "after October 7": a day that has become a name, where the article is on what
// happened then; "on October 7" if this year's is not near. 0: it is none.
int DateReader::EventYear(uint32_t at, int month, int day) const {
  if (!published_.known()) return 0;
  const auto match = lexicon_.event_phrases.Longest(tokens_.data(), end_, at);
  if (!match) return 0;
  const Key lead = at > begin_ ? KeyAt(at - 1) : Key::kNone;
  const bool counted =
      lead == Key::kSince || lead == Key::kAfter || lead == Key::kBefore || lead == Key::kOf;
  const int apart = std::abs(CivilOf(published_).month - month);
  const bool ahead = lead == Key::kUntil || FutureBefore(at);
  if (!counted && (ahead || std::min(apart, 12 - apart) <= kNearMonths)) return 0;
  const Lexicon::Event& event = lexicon_.events[match.value];
  const CivilDate from = CivilOf(event.days.from);
  const bool told = event.days.from < published_ && Named(event) > 0;
  return told && from.month == month && from.day == day ? from.year : 0;
}

// "On February 20, 2014, ... On the night of February 27": soon after the day told last, of a year
// gone by, and told as past.
bool DateReader::GoesOnAfter(uint32_t at, int month, int day) const {
  if (!told_last_.first.known() || told_last_.grain == Grain::kYear || !published_.known() ||
      told_last_.sentence + kStoryReach < sentence_)
    return false;
  const int year = CivilOf(told_last_.first).year;
  if (year >= CivilOf(published_).year || !IsValidDate({year, month, day})) return false;
  const Day then = DayOf({year, month, day});
  return then >= told_last_.first && then <= told_last_.first + kStoryDays && ToldAsPast(at);
}

// The same behind "next", "this" or "last": "the next 6th of April".
int DateReader::YearPointed(uint32_t at, int month, int day) const {
  const uint32_t i = at > begin_ && KeyAt(at - 1) == Key::kThe ? at - 1 : at;
  const Key pointer = i > begin_ ? KeyAt(i - 1) : Key::kNone;
  const CivilDate now = CivilOf(published_);
  const bool over = month < now.month || (month == now.month && day <= now.day);
  if (pointer == Key::kNext) return over ? now.year + 1 : now.year;
  if (pointer == Key::kLast) return over ? now.year : now.year - 1;
  return pointer == Key::kThis ? now.year : YearFor(at, month, day);
}

bool DateReader::TimePreposition(uint32_t at) const {
  if (at == begin_) return false;
  uint32_t i = at - 1;
  if (IsMark(i, '-') && i > begin_) --i;
  switch (KeyAt(i)) {
    case Key::kIn:
    case Key::kSince:
    case Key::kUntil:
    case Key::kBy:
    case Key::kOf:
    case Key::kDuring:
    case Key::kLast:
    case Key::kNext:
    case Key::kThis:
    case Key::kFrom:
    case Key::kTo:
    case Key::kBefore:
    case Key::kAfter:
    case Key::kAnd:
    case Key::kBetween:
      return true;
    default:
      return Info(i).part != TimePart::kNone;
  }
}

// "May 21 and 40 people": a number before a plain word counts something.
bool DateReader::CountsSomething(uint32_t at) const {
  return at < end_ && tokens_[at].kind == TokenKind::kWord && !tokens_[at].capital &&
         tokens_[at].classes == 0;
}

// "6, 7 and 8": from behind the 6 to the "and"; `at` when no such list stands there.
uint32_t DateReader::OverDays(uint32_t at, int day) const {
  uint32_t i = at;
  int next = 0;
  while (IsMark(i, ',')) {
    const uint32_t step = DayNumber(i + 1, &next);
    if (step == 0 || next <= day) break;
    day = next;
    i += 1 + step;
  }
  return i != at && KeyAt(i) == Key::kAnd && DayNumber(i + 1, &next) != 0 && next > day ? i : at;
}

bool DateReader::JoinsDays(uint32_t at) const {
  const Key key = KeyAt(at);
  return IsMark(at, '-') || IsMark(at, '~') || key == Key::kTo || key == Key::kAnd ||
         key == Key::kUntil || Text(at) == "or";
}

// "21 May 2025", "the 21st of May", "the second of August", "3 to 5 May".
Reading DateReader::DayMonth(uint32_t at) const {
  int day = 0, last = 0, month = 0;
  uint32_t i = KeyAt(at) == Key::kThe ? at + 1 : at;
  const auto number = [this](uint32_t from, int* value) {
    const uint32_t step = DayNumber(from, value);
    return step != 0 ? step : OrdinalWord(from, value);
  };
  uint32_t step = number(i, &day);
  if (step == 0) return {};
  i = OverDays(i + step, day);
  if (JoinsDays(i)) {
    const uint32_t second = KeyAt(i + 1) == Key::kThe ? i + 2 : i + 1;
    if ((step = number(second, &last)) != 0 && last > day)
      i = second + step;
    else
      last = 0;
  }
  if (KeyAt(i) == Key::kOf) ++i;
  if ((step = Month(i, &month, true)) == 0) return {};
  return WithYear(at, i + step, month, day, last);
}

// "May 21, 2025", "Aug. 6", "May 21-23", "January first".
Reading DateReader::MonthDay(uint32_t at) const {
  int day = 0, last = 0, month = 0;
  uint32_t step = Month(at, &month, true);
  if (step == 0) return {};
  uint32_t i = at + step;
  if (IsMark(i, '/') && Glued(i) && Glued(i + 1)) ++i;
  if (KeyAt(i) == Key::kThe) ++i;
  step = DayNumber(i, &day);
  if (step == 0 && UnitAt(i + 1) == TimeUnit::kNone) step = OrdinalWord(i, &day);
  if (step == 0) step = SpelledDay(i, &day);
  if (step == 0) return {};
  i = OverDays(i + step, day);
  if (JoinsDays(i)) {
    const uint32_t second = KeyAt(i + 1) == Key::kThe ? i + 2 : i + 1;
    if ((step = DayNumber(second, &last)) == 0) step = OrdinalWord(second, &last);
    const bool figure = IsMark(second + step, '%') || CountsSomething(second + step) ||
                        Has(second + step, Is::kTimeUnit);
    if (step != 0 && last > day && !figure)
      i = second + step;
    else
      last = 0;
  }
  if (IsMark(i, '%')) return {};
  return WithYear(at, i, month, day, last);
}

Reading DateReader::WithYear(uint32_t at, uint32_t i, int month, int day, int last) const {
  int year = 0;
  const uint32_t after = YearTold(i, &year);
  const bool given = after != i;
  if (!given && !published_.known() && !NarrativeYear(&year)) {
    Reading unknown = DayReading(i, {}, true);
    unknown.value = "XXXX-" + FormatNumbers("%02d-%02d", month, day);
    unknown.no_year = true;
    return unknown;
  }
  if (!given && published_.known()) year = YearPointed(at, month, last != 0 ? last : day);
  if (!IsValidDate({year, month, day})) return {};
  Reading reading = DayReading(after, DayOf({year, month, day}), false);
  reading.year_given = given;
  reading.no_year = !given;
  if (last != 0 && IsValidDate({year, month, last})) {
    reading.days.to = DayOf({year, month, last});
    reading.form = DateMention::Form::kPeriod;
  }
  return reading;
}

// "June 2025", "in May", "May last year".
Reading DateReader::MonthYear(uint32_t at) const {
  int month = 0, year = 0;
  uint32_t step = Month(at, &month, IsNumber(at + 1) || IsNumber(at + 2));
  if (step == 0) return {};
  if (const uint32_t after = YearAfter(at + step, &year); after != at + step) {
    return WithGivenYear(MonthReading(after, year, month, false));
  }
  const uint32_t i = at + 1;
  if (!MonthStandsAlone(at, i)) return {};
  const uint32_t of = KeyAt(i) == Key::kOf ? i + 1 : i;
  const Key pointer = KeyAt(of);
  if (published_.known() && UnitAt(of + 1) == TimeUnit::kYear &&
      (pointer == Key::kThis || pointer == Key::kLast || pointer == Key::kNext)) {
    const int shift = pointer == Key::kThis ? 0 : pointer == Key::kLast ? -1 : 1;
    return MonthReading(of + 2, CivilOf(published_).year + shift, month, true);
  }
  if (!published_.known() && !NarrativeYear(&year)) {
    Reading unknown = PeriodOf(i, {}, Grain::kMonth, "XXXX-" + FormatNumbers("%02d", month), true);
    unknown.no_year = true;
    return unknown;
  }
  if (published_.known()) {
    const CivilDate now = CivilOf(published_);
    year = YearFor(at, month, 1);
    const Key before = at > begin_ ? KeyAt(at - 1) : Key::kNone;
    if (before == Key::kLast && month >= now.month) year = now.year - 1;
    if (before == Key::kNext && month <= now.month) year = now.year + 1;
    // "in April and October 2024"
    int other = 0, of_other = 0;
    const uint32_t next = Text(i) == "and" || Text(i) == "or" ? Month(i + 1, &other, true) : 0;
    if (next != 0 && other > month && YearAfter(i + 1 + next, &of_other) != i + 1 + next)
      return MonthReading(i, of_other, month, false);
  }
  Reading reading = MonthReading(i, year, month, false);
  if (UnitAt(i) == TimeUnit::kQuarter) {  // "the March quarter": the one that ends then
    reading.end = i + 1;
    reading.days.from = MonthStart(AddMonths(reading.days.from, -2));
    reading.grain = Grain::kQuarter;
  }
  reading.no_year = true;
  return reading;
}

// Surnames and verbs ("May said", "March on Kyiv") need a preposition before them; "Jan Smith" and
// "April Jones" are names.
bool DateReader::MonthStandsAlone(uint32_t at, uint32_t after) const {
  const bool homonym = Homonym(at);
  if (homonym && !tokens_[at].capital) return true;  // Month has asked
  if (TimePreposition(at)) return true;
  if (homonym) {  // "the coldest March", "the May election"
    if (at == begin_ || !tokens_[at].capital) return false;
    const Token& before = tokens_[at - 1];
    const bool described =
        before.Has(Is::kAdjective) || KeyAt(at - 1) == Key::kEvery || EndsWith(Text(at - 1), "est");
    const bool noun = after < end_ && tokens_[after].kind == TokenKind::kWord &&
                      !tokens_[after].capital && KeyAt(after) == Key::kNone &&
                      !Has(after, Is::kPreposition) && !Has(after, Is::kAuxiliary) &&
                      !Has(after, Is::kVerbPast) && !Has(after, Is::kSpeech);
    return !before.capital && (described || (KeyAt(at - 1) == Key::kThe && noun));
  }
  const bool name_follows = after < end_ && tokens_[after].capital &&
                            tokens_[after].kind == TokenKind::kWord && tokens_[after].classes == 0;
  return !(name_follows && tokens_[at].end - tokens_[at].begin <= 5);
}

}  // namespace claimscope
