#include "claims/dates.h"

#include <algorithm>
#include <cstdio>

#include "base/strings.h"

namespace claimscope {
namespace {

using Key = TimeKey;

enum class Grain : uint8_t {
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kYear,
  kDecade,
  kNone
};

// What one expression means before "since", "by" and the like are applied.
struct Reading {
  uint32_t end = 0;  // token after it; 0: nothing was read
  DayRange days;
  Grain grain = Grain::kNone;
  bool relative = false;
  DateMention::Form form = DateMention::Form::kDay;
  std::string value;
  bool year_given = false;
  explicit operator bool() const { return end != 0; }
};

std::string Format(const char* format, int a, int b = 0) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, format, a, b);
  return buffer;
}

Day AddMonths(Day day, int months) {
  CivilDate date = CivilOf(day);
  const int index = date.year * 12 + date.month - 1 + months;
  date.year = index >= 0 ? index / 12 : (index - 11) / 12;
  date.month = index - date.year * 12 + 1;
  date.day = std::min(date.day, DaysInMonth(date.year, date.month));
  return DayOf(date);
}

int IsoWeek(Day day, int* year) {
  const Day thursday = WeekStart(day) + 3;
  *year = CivilOf(thursday).year;
  return (thursday.value - DayOf({*year, 1, 1}).value) / 7 + 1;
}

class Reader {
 public:
  Reader(std::string_view text, const Tokens& tokens, const Lexicon& lexicon, Day published)
      : text_(text),
        tokens_(tokens),
        lexicon_(lexicon),
        words_(lexicon.words),
        published_(published) {}

  void ReadSentence(const Sentence& sentence, std::vector<DateMention>* out) {
    begin_ = sentence.begin;
    end_ = sentence.end;
    for (uint32_t at = begin_; at < end_;) {
      uint32_t next = at + 1;
      if (CanStart(at)) {
        DateMention mention{};
        if (Mention(at, &mention)) {
          next = mention.end;
          out->push_back(std::move(mention));
        }
      }
      at = next;
    }
  }

 private:
  const WordInfo& Info(uint32_t at) const { return words_.Info(at < end_ ? tokens_[at].word : 0); }
  Key KeyAt(uint32_t at) const { return Info(at).key; }
  bool IsMark(uint32_t at, char mark) const { return at < end_ && tokens_[at].mark == mark; }
  bool IsNumber(uint32_t at) const { return at < end_ && tokens_[at].kind == TokenKind::kNumber; }
  std::string_view Text(uint32_t at) const {
    return text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin);
  }

  bool CanStart(uint32_t at) const {
    const WordInfo& info = Info(at);
    return IsNumber(at) || info.key != Key::kNone || info.season != 0 || info.number > 0 ||
           info.part != TimePart::kNone || (info.classes & Bit(Is::kTimeWord)) != 0;
  }

  // A whole number in digits, without separators; -1 when it is none.
  int Digits(uint32_t at, size_t max_digits) const {
    if (!IsNumber(at)) return -1;
    const std::string_view digits = Text(at);
    int64_t value = 0;
    if (digits.size() > max_digits || !ParseInt(digits, &value)) return -1;
    return static_cast<int>(value);
  }
  bool IsYear(uint32_t at, int* year) const {
    *year = Digits(at, 4);
    return *year >= 1900 && *year < 2100 && tokens_[at].end - tokens_[at].begin == 4;
  }
  // "5", "21st"; the tokens it takes, 0: none.
  uint32_t DayNumber(uint32_t at, int* day) const {
    *day = Digits(at, 2);
    if (*day < 1 || *day > 31) return 0;
    if (at + 1 < end_ && tokens_[at + 1].glued && tokens_[at + 1].kind == TokenKind::kWord) {
      const std::string_view suffix = Text(at + 1);
      if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") return 2;
      return 0;
    }
    return 1;
  }
  // A month's name; words that are also others need a capital. Takes the point after "Aug.".
  uint32_t Month(uint32_t at, int* month) const {
    *month = Info(at).month;
    if (*month == 0 || !tokens_[at].capital) return 0;
    return IsMark(at + 1, '.') && tokens_[at + 1].glued && at + 2 < end_ ? 2 : 1;
  }

  Reading Make(uint32_t end, DayRange days, Grain grain, std::string value, bool relative) const {
    Reading reading;
    reading.end = end;
    reading.days = days;
    reading.grain = grain;
    reading.value = std::move(value);
    reading.relative = relative;
    reading.form = grain == Grain::kDay ? DateMention::Form::kDay : DateMention::Form::kPeriod;
    return reading;
  }
  Reading DayReading(uint32_t end, Day day, bool relative) const {
    return Make(end, {day, day}, Grain::kDay, day.known() ? FormatIsoDay(day) : "XXXX-XX-XX",
                relative);
  }
  Reading MonthReading(uint32_t end, int year, int month, bool relative) const {
    const Day first = DayOf({year, month, 1});
    return Make(end, {first, MonthEnd(first)}, Grain::kMonth, Format("%04d-%02d", year, month),
                relative);
  }
  Reading YearReading(uint32_t end, int year, bool relative) const {
    return Make(end, {DayOf({year, 1, 1}), DayOf({year, 12, 31})}, Grain::kYear,
                Format("%04d", year), relative);
  }
  Reading WeekReading(uint32_t end, Day monday, bool relative) const {
    int year = 0;
    const int week = IsoWeek(monday, &year);
    return Make(end, {monday, monday + 6}, Grain::kWeek, Format("%04d-W%02d", year, week),
                relative);
  }

  // The year of a month (or day) told without one.
  int YearFor(uint32_t at, int month, int day) const {
    if (narrative_year_ != 0 && narrative_sentence_ == begin_) return narrative_year_;
    const CivilDate now = CivilOf(published_);
    const bool later = month > now.month || (month == now.month && day > now.day);
    if (!later) {
      // "will ... in January", said in November.
      return FutureBefore(at) && (month < now.month - 6) ? now.year + 1 : now.year;
    }
    if (FutureBefore(at)) return now.year;
    return month == now.month ? now.year : now.year - 1;
  }

  bool FutureBefore(uint32_t at) const {
    const uint32_t from = at > begin_ + 14 ? at - 14 : begin_;
    for (uint32_t i = at; i-- > from;) {
      if (KeyAt(i) == Key::kFuture) return true;
    }
    return false;
  }

  Reading Base(uint32_t at) {
    using Part = Reading (Reader::*)(uint32_t);
    for (Part part : {&Reader::Numeric, &Reader::DayMonth, &Reader::MonthDay, &Reader::PartOf,
                      &Reader::MonthYear, &Reader::Season, &Reader::Weekday, &Reader::NamedDay,
                      &Reader::RelativeUnit, &Reader::UnitsAgo, &Reader::Year, &Reader::Present}) {
      if (Reading reading = (this->*part)(at)) return reading;
    }
    return {};
  }

  // 2025-06-18, 24.02.2022, 24/02/2022.
  Reading Numeric(uint32_t at) {
    if (!IsNumber(at)) return {};
    int year = 0;
    if (IsYear(at, &year) && IsMark(at + 1, '-') && IsMark(at + 3, '-') && tokens_[at + 1].glued) {
      const int month = Digits(at + 2, 2), day = Digits(at + 4, 2);
      if (month > 0 && day > 0 && IsValidDate({year, month, day})) {
        return DayReading(at + 5, DayOf({year, month, day}), false);
      }
    }
    if (tokens_[at].decimal && IsMark(at + 1, '.') && tokens_[at + 1].glued &&
        IsYear(at + 2, &year)) {
      const std::string_view text = Text(at);
      const size_t point = text.find('.');
      int64_t day = 0, month = 0;
      if (ParseInt(text.substr(0, point), &day) && ParseInt(text.substr(point + 1), &month) &&
          day > 0 && month > 0 && month < 13 && day < 32 &&
          IsValidDate({year, static_cast<int>(month), static_cast<int>(day)})) {
        return DayReading(at + 3, DayOf({year, static_cast<int>(month), static_cast<int>(day)}),
                          false);
      }
    }
    if (IsMark(at + 1, '/') && IsMark(at + 3, '/') && tokens_[at + 1].glued &&
        IsYear(at + 4, &year)) {
      int day = Digits(at, 2), month = Digits(at + 2, 2);
      if (month > 12) std::swap(day, month);
      if (day > 0 && month > 0 && month < 13 && IsValidDate({year, month, day})) {
        return DayReading(at + 5, DayOf({year, month, day}), false);
      }
    }
    return {};
  }

  // "21 May 2025", "21st of May".
  Reading DayMonth(uint32_t at) {
    int day = 0, month = 0, year = 0;
    uint32_t i = at, step = 0;
    if (KeyAt(i) == Key::kThe) ++i;
    if ((step = DayNumber(i, &day)) == 0) return {};
    i += step;
    const uint32_t first_end = i;
    int last = 0;
    if ((IsMark(i, '-') || KeyAt(i) == Key::kTo || KeyAt(i) == Key::kAnd) &&
        (step = DayNumber(i + 1, &last)) != 0 && last > day) {
      i += 1 + step;
    } else {
      last = 0;
      i = first_end;
    }
    if (KeyAt(i) == Key::kOf) ++i;
    if ((step = Month(i, &month)) == 0) return {};
    if (step == 2 && !tokens_[i + 1].glued) step = 1;
    i += step;
    return WithYear(at, i, month, day, last, &year);
  }

  // "May 21, 2025", "Aug. 6", "May 21-23".
  Reading MonthDay(uint32_t at) {
    int day = 0, month = 0, year = 0;
    uint32_t step = Month(at, &month);
    if (step == 0) return {};
    uint32_t i = at + step;
    if (KeyAt(i) == Key::kThe) ++i;
    if ((step = DayNumber(i, &day)) == 0) return {};
    i += step;
    int last = 0;
    if ((IsMark(i, '-') || KeyAt(i) == Key::kTo || KeyAt(i) == Key::kAnd) &&
        (step = DayNumber(i + 1, &last)) != 0 && last > day && !IsNounNumber(i + 1 + step)) {
      i += 1 + step;
    } else {
      last = 0;
    }
    if (IsPercentOrUnit(i)) return {};
    return WithYear(at, i, month, day, last, &year);
  }
  // "May 21 and 40 people": the second number counts something.
  bool IsNounNumber(uint32_t at) const {
    return at < end_ && tokens_[at].kind == TokenKind::kWord && !tokens_[at].capital &&
           Info(at).classes == 0;
  }
  bool IsPercentOrUnit(uint32_t at) const { return IsMark(at, '%'); }

  Reading WithYear(uint32_t at, uint32_t i, int month, int day, int last, int* year) {
    bool given = false;
    uint32_t y = i;
    if (IsMark(y, ',')) ++y;
    if (IsYear(y, year)) {
      given = true;
      i = y + 1;
    } else if (published_.known()) {
      *year = YearFor(at, month, last != 0 ? last : day);
    } else {
      Reading unknown = DayReading(i, {}, true);
      unknown.value = "XXXX-" + Format("%02d-%02d", month, day);
      return unknown;
    }
    if (!IsValidDate({*year, month, day})) return {};
    Reading reading = DayReading(i, DayOf({*year, month, day}), false);
    reading.year_given = given;
    if (last != 0 && IsValidDate({*year, month, last})) {
      reading.days.to = DayOf({*year, month, last});
      reading.form = DateMention::Form::kPeriod;
    }
    return reading;
  }

  // "June 2025", "in May".
  Reading MonthYear(uint32_t at) {
    int month = 0, year = 0;
    const uint32_t step = Month(at, &month);
    if (step == 0) return {};
    uint32_t i = at + step;
    if (IsMark(i, ',')) {
      if (!IsYear(i + 1, &year)) year = 0;
    } else if (KeyAt(i) == Key::kOf && IsYear(i + 1, &year)) {
      ++i;
    }
    if (IsMark(i, ',') && year != 0) ++i;
    if (IsYear(i, &year)) {
      Reading reading = MonthReading(i + 1, year, month, false);
      reading.year_given = true;
      return reading;
    }
    if (step == 2) i = at + 1;
    // A surname or a verb ("May said", "March on Kyiv"): alone, such words need a preposition
    // before them.
    const bool homonym = (Info(at).classes & (Bit(Is::kModal) | Bit(Is::kVerbBase))) != 0;
    if (homonym && !TimePreposition(at)) return {};
    // "Jan Smith", "April Jones": a name.
    if (i < end_ && tokens_[i].capital && tokens_[i].kind == TokenKind::kWord &&
        Text(at).size() <= 4 && Info(i).classes == 0 && !TimePreposition(at)) {
      return {};
    }
    if (!published_.known()) {
      return Make(i, {}, Grain::kMonth, "XXXX-" + Format("%02d", month), true);
    }
    if (KeyAt(i) == Key::kThis && Info(i + 1).unit == TimeUnit::kYear) {
      return MonthReading(i + 2, CivilOf(published_).year, month, true);
    }
    if (KeyAt(i) == Key::kLast && Info(i + 1).unit == TimeUnit::kYear) {
      return MonthReading(i + 2, CivilOf(published_).year - 1, month, true);
    }
    if (KeyAt(i) == Key::kNext && Info(i + 1).unit == TimeUnit::kYear) {
      return MonthReading(i + 2, CivilOf(published_).year + 1, month, true);
    }
    const CivilDate now = CivilOf(published_);
    int guess = YearFor(at, month, 1);
    if (KeyAt(at > begin_ ? at - 1 : at) == Key::kLast && month == now.month) guess = now.year - 1;
    if (KeyAt(at > begin_ ? at - 1 : at) == Key::kNext && month <= now.month) guess = now.year + 1;
    return MonthReading(i, guess, month, false);
  }

  bool TimePreposition(uint32_t at) const {
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

  // "mid-June", "early 2023", "the end of August", "late last month".
  Reading PartOf(uint32_t at) {
    uint32_t i = at;
    if (KeyAt(i) == Key::kThe) ++i;
    const TimePart part = Info(i).part;
    if (part == TimePart::kNone) return {};
    ++i;
    if (IsMark(i, '-')) ++i;
    if (KeyAt(i) == Key::kIn || KeyAt(i) == Key::kOf || KeyAt(i) == Key::kOn) ++i;
    if (KeyAt(i) == Key::kThe) ++i;
    if (i >= end_ || Info(i).part != TimePart::kNone) return {};
    Reading reading;
    using Inner = Reading (Reader::*)(uint32_t);
    for (Inner inner : {&Reader::MonthDay, &Reader::DayMonth, &Reader::MonthYear, &Reader::Season,
                        &Reader::RelativeUnit, &Reader::Year, &Reader::Weekday}) {
      if ((reading = (this->*inner)(i))) break;
    }
    if (!reading) return EventStart(at, i, part);
    const DayRange whole = reading.days;
    if (!whole.known()) return reading;
    static constexpr const char* kMod[] = {"", "START", "MID", "END"};
    (void)kMod;
    const int length = whole.to.value - whole.from.value + 1;
    switch (reading.grain) {
      case Grain::kMonth:
        if (part == TimePart::kStart) reading.days = {whole.from, whole.from + 9};
        if (part == TimePart::kMiddle) reading.days = {whole.from + 9, whole.from + 19};
        if (part == TimePart::kEnd) reading.days = {whole.from + 19, whole.to};
        break;
      case Grain::kYear:
      case Grain::kSeason:
      case Grain::kDecade:
        if (part == TimePart::kStart) reading.days = {whole.from, whole.from + length / 4};
        if (part == TimePart::kMiddle)
          reading.days = {whole.from + length / 3, whole.from + 2 * length / 3};
        if (part == TimePart::kEnd) reading.days = {whole.to - length / 4, whole.to};
        break;
      case Grain::kWeek:
        if (part == TimePart::kStart) reading.days = {whole.from, whole.from + 2};
        if (part == TimePart::kMiddle) reading.days = {whole.from + 2, whole.from + 4};
        if (part == TimePart::kEnd) reading.days = {whole.from + 4, whole.to};
        break;
      default:
        break;
    }
    if (reading.relative && published_.known() && reading.days.from <= published_) {
      reading.days.to = std::min(reading.days.to, std::max(published_, whole.from));
    }
    reading.form = DateMention::Form::kPeriod;
    return reading;
  }

  // "the start of the invasion".
  Reading EventStart(uint32_t, uint32_t i, TimePart part) {
    if (part != TimePart::kStart) return {};
    if ((Info(i).classes & Bit(Is::kPossessive)) != 0) ++i;
    uint32_t end = 0;
    const DayRange* event = Event(i, &end);
    if (event == nullptr) return {};
    return DayReading(end, event->from, false);
  }
  const DayRange* Event(uint32_t i, uint32_t* end) const {
    for (uint32_t skip = 0; skip < 4 && i < end_; ++skip, ++i) {
      if (const auto match = lexicon_.event_phrases.Longest(tokens_.data(), end_, i)) {
        *end = i + match.length;
        return &lexicon_.events[match.value];
      }
      const bool filler = KeyAt(i) == Key::kThe || tokens_[i].capital ||
                          (Info(i).classes & (Bit(Is::kAdjective) | Bit(Is::kPossessive))) != 0 ||
                          Text(i) == "'s" || Text(i) == "’s";
      if (!filler) return nullptr;
    }
    return nullptr;
  }

  // "summer 2023", "last winter", "in the spring".
  Reading Season(uint32_t at) {
    uint32_t i = at;
    const Key before = KeyAt(i);
    const bool pointed = before == Key::kLast || before == Key::kNext || before == Key::kThis ||
                         before == Key::kThe || before == Key::kPast;
    if (pointed) ++i;
    const int first = Info(i).season;
    if (first == 0) return {};
    int year = 0;
    uint32_t end = i + 1;
    uint32_t y = end;
    if (KeyAt(y) == Key::kOf) ++y;
    const bool given = IsYear(y, &year);
    if (given) {
      end = y + 1;
    } else {
      const bool by_preposition =
          i > begin_ && (KeyAt(i - 1) == Key::kIn || Info(i - 1).part != TimePart::kNone);
      if ((!pointed && !by_preposition) || !published_.known()) return {};
      if (first == 9 && KeyAt(at) == Key::kThe && !(at > begin_ && KeyAt(at - 1) == Key::kIn))
        return {};
      const CivilDate now = CivilOf(published_);
      year = now.year;
      Day start = DayOf({year, first, 1});
      if (before == Key::kNext) {
        if (start <= published_) ++year;
      } else if (before == Key::kLast || before == Key::kPast) {
        if (AddMonths(start, 3) > published_) --year;
      } else if (start > published_ && before != Key::kThis && !FutureBefore(at)) {
        --year;
      }
    }
    const Day start = DayOf({year, first, 1});
    static constexpr const char* kNames[] = {"SP", "SU", "FA", "WI"};
    Reading reading = Make(end, {start, AddMonths(start, 3) - 1}, Grain::kSeason,
                           Format("%04d-", year) + kNames[first / 3 - 1], !given);
    reading.year_given = given;
    return reading;
  }

  // "Monday", "last Friday", "Tuesday morning".
  Reading Weekday(uint32_t at) {
    uint32_t i = at;
    const Key before = KeyAt(i);
    const bool pointed = before == Key::kLast || before == Key::kNext || before == Key::kThis ||
                         before == Key::kPast;
    if (pointed) ++i;
    const int weekday = Info(i).weekday;
    if (weekday == 0 || !tokens_[i].capital) return {};
    const bool short_form = tokens_[i].end - tokens_[i].begin < 6;
    // "Sun", "Sat", "Wed" alone are words.
    if (short_form && !IsMark(i + 1, ',') && !IsMark(i + 1, '.')) return {};
    uint32_t end = i + 1;
    if (IsMark(end, ',')) {  // "Thursday, June 20, 2024": the full date says it
      for (Reading full : {MonthDay(end + 1), DayMonth(end + 1)}) {
        if (full) return full;
      }
    }
    if (KeyAt(end) == Key::kDayPart || Info(end).unit == TimeUnit::kNight) ++end;
    if (!published_.known())
      return Make(end, {}, Grain::kDay, "XXXX-WXX-" + Format("%d", weekday), true);
    const int today = static_cast<int>(WeekdayOf(published_)) + 1;
    int back = (today - weekday + 7) % 7;
    Day day = published_ - back;
    if (before == Key::kNext || (!pointed && FutureBefore(at) && !SpeechJustBefore(at))) {
      day = published_ + (back == 0 ? 7 : 7 - back);
      if (before != Key::kNext && back == 0) day = published_;
    } else if (before == Key::kLast && back == 0) {
      day = published_ - 7;
    } else if (before == Key::kThis && FutureBefore(at) && back != 0) {
      day = published_ + (7 - back);
    }
    return DayReading(end, day, true);
  }
  // "said on Monday that it would": the speech is over, whatever follows.
  bool SpeechJustBefore(uint32_t at) const {
    for (uint32_t i = at, steps = 0; i-- > begin_ && steps < 3; ++steps) {
      if ((Info(i).classes & Bit(Is::kSpeech)) != 0) return true;
    }
    return false;
  }

  // today, yesterday, overnight, tonight.
  Reading NamedDay(uint32_t at) {
    const Day now = published_;
    const auto Shift = [now](int days) { return now.known() ? now + days : now; };
    switch (KeyAt(at)) {
      case Key::kToday:
        return DayReading(at + 1, now, true);
      case Key::kTonight:
        return DayReading(at + 1, now, true);
      case Key::kYesterday: {
        const uint32_t end = KeyAt(at + 1) == Key::kDayPart ? at + 2 : at + 1;
        return DayReading(end, Shift(-1), true);
      }
      case Key::kTomorrow:
        return DayReading(at + 1, Shift(1), true);
      case Key::kOvernight: {
        Reading reading = DayReading(at + 1, now, true);
        reading.days = {Shift(-1), now};
        reading.form = DateMention::Form::kPeriod;
        return reading;
      }
      default:
        return {};
    }
  }

  // How many: digits or words, "a", "few". 0: none. `vague`: no certain number.
  uint32_t Count(uint32_t at, double* count, bool* vague) const {
    *vague = false;
    if (IsNumber(at)) {
      *count = NumberOf(text_, tokens_[at]);
      return 1;
    }
    const WordInfo& info = Info(at);
    if (info.key == Key::kFew || info.key == Key::kRecentAdjective) {
      *count = 3;
      *vague = true;
      return KeyAt(at + 1) == Key::kOf ? 2 : 1;
    }
    if (info.key == Key::kA && (KeyAt(at + 1) == Key::kFew)) {
      *count = 3;
      *vague = true;
      return KeyAt(at + 2) == Key::kOf ? 3 : 2;
    }
    if ((info.classes & Bit(Is::kNumber)) != 0 || info.key == Key::kA) {
      *count = (info.classes & Bit(Is::kNumber)) != 0 ? static_cast<double>(info.number) : 1;
      uint32_t i = at + 1;
      if (IsMark(i, '-') && (Info(i + 1).classes & Bit(Is::kNumber)) != 0 && *count >= 20) {
        *count += static_cast<double>(Info(i + 1).number);
        i += 2;
      }
      return i - at;
    }
    if ((info.classes & Bit(Is::kVague)) != 0 && KeyAt(at + 1) == Key::kOf) {
      *count = static_cast<double>(info.number);
      *vague = true;
      return 2;
    }
    return 0;
  }

  static std::string DurationValue(double count, bool vague, TimeUnit unit) {
    static constexpr const char* kLetters[] = {"",  "S", "M", "H", "D", "D", "W",
                                               "D", "W", "M", "M", "Y", "Y", "Y"};
    const bool clock =
        unit == TimeUnit::kSecond || unit == TimeUnit::kMinute || unit == TimeUnit::kHour;
    if (unit == TimeUnit::kFortnight) count *= 2;
    if (unit == TimeUnit::kQuarter) count *= 3;
    if (unit == TimeUnit::kDecade) count *= 10;
    if (unit == TimeUnit::kCentury) count *= 100;
    return std::string(clock ? "PT" : "P") + (vague ? "X" : FormatDouble(count)) +
           kLetters[static_cast<size_t>(unit)];
  }

  // The day `count` units before (or after, when negative) the article's.
  Day Back(double count, TimeUnit unit) const {
    const auto n = static_cast<int>(std::clamp(count, -4000.0, 4000.0));
    switch (unit) {
      case TimeUnit::kSecond:
      case TimeUnit::kMinute:
        return published_;
      case TimeUnit::kHour:
        return published_ - static_cast<int>((count + 23) / 24);
      case TimeUnit::kWeek:
        return published_ - 7 * n;
      case TimeUnit::kFortnight:
        return published_ - 14 * n;
      case TimeUnit::kMonth:
        return AddMonths(published_, -n);
      case TimeUnit::kQuarter:
        return AddMonths(published_, -3 * n);
      case TimeUnit::kYear:
        return AddMonths(published_, -12 * n);
      case TimeUnit::kDecade:
        return AddMonths(published_, -120 * std::min(n, 100));
      case TimeUnit::kCentury:
        return AddMonths(published_, -1200 * std::min(n, 10));
      default:
        return published_ - n;
    }
  }

  // "last month", "this year", "earlier this month", "the past two weeks", "next week".
  Reading RelativeUnit(uint32_t at) {
    uint32_t i = at;
    bool earlier = false, later = false;
    if (KeyAt(i) == Key::kEarlier || KeyAt(i) == Key::kLater) {
      earlier = KeyAt(i) == Key::kEarlier;
      later = !earlier;
      ++i;
      if (KeyAt(i) == Key::kIn) ++i;
    }
    const bool sofar = KeyAt(i) == Key::kSo && KeyAt(i + 1) == Key::kFar;
    if (sofar) i += 2;
    const bool the = KeyAt(i) == Key::kThe;
    if (the) ++i;
    Key point = KeyAt(i);
    if (point == Key::kSame) return {};
    if (point != Key::kLast && point != Key::kPast && point != Key::kThis && point != Key::kNext &&
        point != Key::kRecentAdjective) {
      return {};
    }
    if (point == Key::kRecentAdjective) {
      const TimeUnit unit = Info(i + 1).unit;
      if (unit == TimeUnit::kNone) return {};
      Reading reading;
      reading.end = i + 2;
      reading.relative = true;
      reading.form = DateMention::Form::kPeriod;
      reading.grain = Grain::kNone;
      reading.value = "PAST_REF";
      if (published_.known()) reading.days = {Back(3, unit), published_};
      return reading;
    }
    ++i;
    double count = 1;
    bool vague = false;
    const uint32_t counted = Count(i, &count, &vague);
    i += counted;
    if (IsMark(i, '-')) ++i;
    TimeUnit unit = Info(i).unit;
    if (unit == TimeUnit::kNone) return {};
    uint32_t end = i + 1;
    // "the past 24-hour period"
    if (end < end_ && Text(end) == "period") ++end;
    if (counted != 0 ||
        ((the || point == Key::kPast) && point != Key::kThis && point != Key::kNext &&
         unit != TimeUnit::kWeekend &&
         (point == Key::kPast || unit == TimeUnit::kDay || unit == TimeUnit::kHour))) {
      return Rolling(end, point, count, vague, unit);
    }
    return Calendar(end, point, unit, earlier || sofar, later, at);
  }

  // "the past two months": up to the day of writing.
  Reading Rolling(uint32_t end, Key point, double count, bool vague, TimeUnit unit) const {
    Reading reading;
    reading.end = end;
    reading.relative = true;
    reading.form = DateMention::Form::kPeriod;
    reading.value = DurationValue(count, vague, unit);
    if (published_.known()) {
      reading.days = point == Key::kNext ? DayRange{published_, Back(-count, unit)}
                                         : DayRange{Back(count, unit), published_};
      if (point == Key::kNext && unit == TimeUnit::kHour) reading.days.to = published_ + 1;
    }
    return reading;
  }

  // "last month", "this year": whole units of the calendar; what is not over ends with the day of
  // writing.
  Reading Calendar(uint32_t end, Key point, TimeUnit unit, bool earlier, bool later,
                   uint32_t at) const {
    const int shift = point == Key::kNext ? 1 : point == Key::kThis ? 0 : -1;
    Reading reading;
    const bool known = published_.known();
    const CivilDate now = known ? CivilOf(published_) : CivilDate{2000, 1, 1};
    const Day today = known ? published_ : DayOf(now);
    switch (unit) {
      case TimeUnit::kDay:
        reading = DayReading(end, today + shift, true);
        break;
      case TimeUnit::kNight:
        reading = DayReading(end, today + std::min(shift, 0), true);
        if (shift < 0) {
          reading.days.to = today;
          reading.form = DateMention::Form::kPeriod;
        }
        break;
      case TimeUnit::kWeek:
        reading = WeekReading(end, WeekStart(today) + 7 * shift, true);
        break;
      case TimeUnit::kWeekend: {
        Day saturday = WeekStart(today) + 5;
        if (shift < 0 || (shift == 0 && saturday > today && !FutureBefore(at)))
          saturday = saturday - 7;
        if (shift > 0) saturday = saturday + (saturday <= today ? 7 : 0);
        int year = 0;
        const int week = IsoWeek(saturday, &year);
        reading = Make(end, {saturday, saturday + 1}, Grain::kWeekend,
                       Format("%04d-W%02d", year, week) + "-WE", true);
        break;
      }
      case TimeUnit::kMonth: {
        const CivilDate month = CivilOf(AddMonths(MonthStart(today), shift));
        reading = MonthReading(end, month.year, month.month, true);
        break;
      }
      case TimeUnit::kQuarter: {
        const Day start = AddMonths(DayOf({now.year, (now.month - 1) / 3 * 3 + 1, 1}), 3 * shift);
        const CivilDate first = CivilOf(start);
        reading = Make(end, {start, AddMonths(start, 3) - 1}, Grain::kQuarter,
                       Format("%04d-Q%d", first.year, (first.month + 2) / 3), true);
        break;
      }
      case TimeUnit::kYear:
        reading = YearReading(end, now.year + shift, true);
        break;
      case TimeUnit::kDecade: {
        const int first = now.year / 10 * 10 + 10 * shift;
        reading = Make(end, {DayOf({first, 1, 1}), DayOf({first + 9, 12, 31})}, Grain::kDecade,
                       Format("%03d", first / 10), true);
        break;
      }
      default:
        return {};
    }
    if (!known) {
      reading.days = {};
      return reading;
    }
    const bool running = reading.days.from <= published_ && published_ < reading.days.to;
    if (running && (earlier || !FutureBefore(at)) && !later) reading.days.to = published_;
    if (running && later) reading.days.from = published_;
    return reading;
  }

  // "three days ago", "a day earlier", "the previous day", "two weeks later" (no day).
  Reading UnitsAgo(uint32_t at) {
    double count = 1;
    bool vague = false;
    uint32_t i = at;
    const uint32_t counted = Count(i, &count, &vague);
    if (counted == 0) return {};
    i += counted;
    if (IsMark(i, '-')) ++i;
    const TimeUnit unit = Info(i).unit;
    if (unit == TimeUnit::kNone) return {};
    const uint32_t end = i + 1;
    const Key after = KeyAt(end);
    if (after != Key::kAgo && !(after == Key::kEarlier && !vague))
      return Duration(at, end, count, vague, unit);
    Reading reading;
    const Day day = published_.known() ? Back(count, unit) : Day{};
    if (!published_.known() || vague) {
      reading = Make(end + 1, {}, Grain::kNone,
                     published_.known() ? "PAST_REF" : DurationValue(count, vague, unit), true);
      if (published_.known()) reading.days = {Back(count * 3, unit), Back(1, unit)};
      return reading;
    }
    switch (unit) {
      case TimeUnit::kMonth: {
        const CivilDate date = CivilOf(day);
        reading = MonthReading(end + 1, date.year, date.month, true);
        break;
      }
      case TimeUnit::kYear:
      case TimeUnit::kDecade:
      case TimeUnit::kCentury:
        reading = YearReading(end + 1, CivilOf(day).year, true);
        break;
      case TimeUnit::kWeek:
        reading = WeekReading(end + 1, WeekStart(day), true);
        break;
      default:
        reading = DayReading(end + 1, day, true);
        break;
    }
    return reading;
  }

  // "two days", "40-month" : a length of time; ages are none.
  Reading Duration(uint32_t, uint32_t end, double count, bool vague, TimeUnit unit) const {
    uint32_t after = end;
    if (IsMark(after, '-')) ++after;
    if (KeyAt(after) == Key::kOld) return {};
    Reading reading;
    reading.end = end;
    reading.form = DateMention::Form::kDuration;
    reading.value = DurationValue(count, vague, unit);
    return reading;
  }

  // "2022", "1990s".
  Reading Year(uint32_t at) {
    int year = 0;
    uint32_t i = at;
    if (KeyAt(i) == Key::kThe) ++i;
    if (!IsYear(i, &year)) return {};
    if (i + 1 < end_ && tokens_[i + 1].glued && Text(i + 1) == "s" && year % 10 == 0) {
      return Make(i + 2, {DayOf({year, 1, 1}), DayOf({year + 9, 12, 31})}, Grain::kDecade,
                  Format("%03d", year / 10), false);
    }
    if (i != at) return {};
    if (i + 1 < end_ && tokens_[i + 1].glued && !IsMark(i + 1, '.') && !IsMark(i + 1, ',') &&
        !IsMark(i + 1, ')') && !IsMark(i + 1, '-') &&
        tokens_[i + 1].kind != TokenKind::kCloseQuote && !IsMark(i + 1, ';') &&
        !IsMark(i + 1, ':') && Text(i + 1) != "'s" && Text(i + 1) != "’s" && !IsMark(i + 1, '~') &&
        !IsMark(i + 1, ']') && !IsMark(i + 1, '?') && !IsMark(i + 1, '!')) {
      return {};
    }
    if (i > begin_ && (tokens_[i].glued && !IsMark(i - 1, '(') && !IsMark(i - 1, '~'))) return {};
    // "2022 soldiers": a number that counts.
    const bool counts = i + 1 < end_ && !tokens_[i + 1].glued &&
                        lexicon_.noun_phrases.Starts(tokens_[i + 1]) && !TimePreposition(i);
    if (counts) return {};
    Reading reading = YearReading(i + 1, year, false);
    reading.year_given = true;
    return reading;
  }

  Reading Present(uint32_t at) {
    const Key key = KeyAt(at);
    if (key != Key::kNow && key != Key::kRecent) return {};
    Reading reading;
    reading.end = at + 1;
    reading.relative = true;
    reading.form = DateMention::Form::kSet;  // names no day of its own
    reading.value = key == Key::kNow ? "PRESENT_REF" : "PAST_REF";
    return reading;
  }

  // One expression with what stands before it: since, until, by, from ... to, between ... and,
  // within.
  bool Mention(uint32_t at, DateMention* mention) {
    const Key lead = KeyAt(at);
    switch (lead) {
      case Key::kSince:
        return Since(at, mention);
      case Key::kFrom:
      case Key::kBetween:
        return FromTo(at, mention);
      case Key::kWithin:
      case Key::kOver:
      case Key::kIn:
      case Key::kDuring:
        return Within(at, mention);
      case Key::kEvery:
        return Set(at, mention);
      case Key::kDaily:
      case Key::kWeekly:
      case Key::kMonthly:
      case Key::kYearly: {
        static constexpr const char* kValues[] = {"P1D", "P1W", "P1M", "P1Y"};
        mention->begin = at;
        mention->end = at + 1;
        mention->form = DateMention::Form::kSet;
        mention->value = kValues[static_cast<int>(lead) - static_cast<int>(Key::kDaily)];
        return true;
      }
      default:
        break;
    }
    const Reading reading = Base(at);
    if (!reading) return false;
    Fill(at, reading, mention);
    if (at > begin_ && (KeyAt(at - 1) == Key::kBy || KeyAt(at - 1) == Key::kUntil) &&
        reading.days.known() && reading.grain != Grain::kDay && KeyAt(at - 1) == Key::kBy) {
      mention->days = {reading.days.to, reading.days.to};
    }
    return true;
  }

  void Fill(uint32_t at, const Reading& reading, DateMention* mention) {
    mention->begin = at;
    mention->end = reading.end;
    mention->days = reading.days;
    mention->form = reading.form;
    mention->value = reading.value;
    mention->basis = reading.relative ? TimeBasis::kRelative : TimeBasis::kExplicit;
    if (reading.year_given && reading.days.known()) {
      narrative_year_ = CivilOf(reading.days.from).year;
      narrative_sentence_ = begin_;
    }
  }

  bool Since(uint32_t at, DateMention* mention) {
    uint32_t i = at + 1;
    while (KeyAt(i) == Key::kThe || KeyAt(i) == Key::kAt || KeyAt(i) == Key::kIn ||
           IsMark(i, ',')) {
      if (Reading reading = Base(i)) break;
      ++i;
    }
    Reading reading = Base(i);
    if (!reading || !reading.days.known()) {
      uint32_t end = 0;
      const DayRange* event = Event(i, &end);
      if (event == nullptr || !published_.known()) return false;
      mention->begin = at;
      mention->end = end;
      mention->days = {event->to.known() ? event->to : event->from, published_};
      mention->basis = TimeBasis::kExplicit;
      mention->form = DateMention::Form::kPeriod;
      mention->open_start = true;
      mention->value = FormatIsoDay(event->from);
      return true;
    }
    if (reading.form == DateMention::Form::kDuration) return false;
    Fill(at, reading, mention);
    mention->open_start = true;
    // "since the end of 2023" begins where the year ends.
    if (Info(i).part == TimePart::kEnd ||
        (KeyAt(i) == Key::kThe && Info(i + 1).part == TimePart::kEnd)) {
      mention->days.from = reading.days.to;
    }
    if (published_.known()) mention->days.to = std::max(published_, mention->days.from);
    mention->form = DateMention::Form::kPeriod;
    return true;
  }

  bool FromTo(uint32_t at, DateMention* mention) {
    const Reading first = Base(at + 1);
    if (!first || !first.days.known()) return false;
    const Key joint = KeyAt(first.end);
    const bool joined = KeyAt(at) == Key::kBetween
                            ? joint == Key::kAnd
                            : joint == Key::kTo || joint == Key::kUntil || IsMark(first.end, '-');
    if (!joined) {
      Fill(at + 1, first, mention);
      return true;
    }
    const Reading second = Base(first.end + 1);
    if (!second || !second.days.known()) {
      Fill(at + 1, first, mention);
      return true;
    }
    Fill(at, second, mention);
    mention->days = {std::min(first.days.from, second.days.from), second.days.to};
    mention->form = DateMention::Form::kPeriod;
    mention->value = first.value + "/" + second.value;
    return true;
  }

  // "within 24 hours", "in two weeks", "over the past day", "during the day", "in the invasion".
  bool Within(uint32_t at, DateMention* mention) {
    uint32_t i = at + 1;
    if (const Reading reading = Base(i)) {
      if (reading.form == DateMention::Form::kDuration) {
        const bool looks_back = KeyAt(at) == Key::kWithin || KeyAt(at) == Key::kOver ||
                                KeyAt(at) == Key::kIn || KeyAt(at) == Key::kDuring;
        Fill(i, reading, mention);
        if (looks_back && published_.known() && !FutureBefore(at)) {
          double count = 1;
          bool vague = false;
          const uint32_t counted = Count(i, &count, &vague);
          uint32_t u = i + counted;
          if (IsMark(u, '-')) ++u;
          const TimeUnit unit = Info(u).unit;
          if (unit == TimeUnit::kNone || vague) return true;
          mention->begin = at;
          mention->days = {Back(count, unit), published_};
          mention->basis = TimeBasis::kRelative;
          mention->form = DateMention::Form::kPeriod;
        }
        return true;
      }
      Fill(i, reading, mention);
      return true;
    }
    // "during the day", "in the day"
    if (KeyAt(at) == Key::kDuring && KeyAt(i) == Key::kThe && published_.known() &&
        (Info(i + 1).unit == TimeUnit::kDay || Info(i + 1).unit == TimeUnit::kNight)) {
      Reading reading = DayReading(i + 2, published_, true);
      if (Info(i + 1).unit == TimeUnit::kNight) reading.days.from = published_ - 1;
      Fill(at, reading, mention);
      return true;
    }
    return false;
  }

  bool Set(uint32_t at, DateMention* mention) {
    double count = 1;
    bool vague = false;
    uint32_t i = at + 1;
    const uint32_t counted = Count(i, &count, &vague);
    if (KeyAt(i) != Key::kA) i += counted;
    const WordInfo& info = Info(i);
    if (info.unit == TimeUnit::kNone &&
        (info.classes & (Bit(Is::kWeekday) | Bit(Is::kMonth))) == 0) {
      return false;
    }
    mention->begin = at;
    mention->end = i + 1;
    mention->form = DateMention::Form::kSet;
    mention->value = info.weekday != 0 ? "XXXX-WXX-" + Format("%d", info.weekday)
                     : info.month != 0 ? "XXXX-" + Format("%02d", info.month)
                                       : DurationValue(count, vague, info.unit);
    return true;
  }

  std::string_view text_;
  const Tokens& tokens_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  Day published_;
  uint32_t begin_ = 0, end_ = 0;
  int narrative_year_ = 0;
  uint32_t narrative_sentence_ = 0;
};

}  // namespace

std::vector<DateMention> FindDates(std::string_view text, const Tokens& tokens,
                                   const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                                   Day published) {
  std::vector<DateMention> mentions;
  Reader reader(text, tokens, lexicon, published);
  for (const Sentence& sentence : sentences) reader.ReadSentence(sentence, &mentions);
  return mentions;
}

}  // namespace claimscope
