// Dates in figures, and years and days in words.
#include <algorithm>

#include "base/strings.h"
#include "claims/date_reader.h"

namespace claimscope {

// "24.02": a day and a month in one figure.
bool DateReader::DottedDay(uint32_t at, int64_t* day, int64_t* month) const {
  if (at >= end_ || !tokens_[at].decimal) return false;
  const std::string_view text = Text(at);
  const size_t point = text.find('.');
  return point != text.npos && ParseInt(text.substr(0, point), day) &&
         ParseInt(text.substr(point + 1), month);
}

// "24", of a date published in 2025.
bool DateReader::ShortYear(uint32_t at, int* year) const {
  constexpr int kAhead = 10;  // years that a date may lie in the future
  if (!IsNumber(at) || Text(at).size() != 2 || !published_.known()) return false;
  const int century = CivilOf(published_).year / 100 * 100, digits = Digits(at, 2);
  const bool last = century + digits > CivilOf(published_).year + kAhead;
  *year = century + digits - (last ? 100 : 0);
  return true;
}

// 2025-06-18, 24.02.2022, 24.02.22, 02/24/2022 (day and month change places where only that gives a
// date), 20250618.
Reading DateReader::Numeric(uint32_t at) const {
  int year = 0;
  // "133-03-03-2020": part of a longer number.
  const bool inside = Glued(at) && at > begin_ + 1 && IsMark(at - 1, '-') && IsNumber(at - 2);
  if (inside && !(at > begin_ + 2 && IsMark(at - 3, '/'))) return {};
  const auto make = [](uint32_t end, int y, int64_t month, int64_t day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return Reading{};
    const CivilDate date{y, static_cast<int>(month), static_cast<int>(day)};
    if (!IsValidDate(date)) return Reading{};
    return WithGivenYear(DayReading(end, DayOf(date), false));
  };
  for (const char joint : {'-', '/'}) {
    if (!IsMark(at + 1, joint) || !IsMark(at + 3, joint) || !Glued(at + 1) || !Glued(at + 3)) {
      continue;
    }
    if (IsYear(at, &year)) return make(at + 5, year, Digits(at + 2, 2), Digits(at + 4, 2));
    // "5/28/24"
    if (joint == '/' && ShortYear(at + 4, &year)) {
      if (Glued(at + 5) && IsMark(at + 5, '/')) continue;
    } else if (!IsYear(at + 4, &year)) {
      continue;
    }
    int month = Digits(at, 2), day = Digits(at + 2, 2);
    if (month > 12) std::swap(day, month);
    return make(at + 5, year, month, day);
  }
  // "2008-06", "06/2008": a month; but "2008-09" is as often two years.
  const bool pair = Glued(at + 1) && Glued(at + 2) &&
                    !(Glued(at + 3) && (IsMark(at + 3, '-') || IsMark(at + 3, '/')));
  if (pair && IsMark(at + 1, '-') && IsYear(at, &year) &&
      tokens_[at + 2].end - tokens_[at + 2].begin == 2) {
    const int month = Digits(at + 2, 2);
    if (month >= 1 && month <= 12 && month != (year + 1) % 100)
      return WithGivenYear(MonthReading(at + 3, year, month, false));
  }
  if (pair && IsMark(at + 1, '/') && IsYear(at + 2, &year)) {
    const int month = Digits(at, 2);
    if (month >= 1 && month <= 12) return WithGivenYear(MonthReading(at + 3, year, month, false));
  }
  int64_t day = 0, month = 0;
  if (IsMark(at + 1, '.') && Glued(at + 1) && Glued(at + 2) && DottedDay(at, &day, &month) &&
      (IsYear(at + 2, &year) ||
       (Text(at).size() == 5 && !(at > begin_ && Text(at - 1) == "version") &&
        ShortYear(at + 2, &year))))
    return make(at + 3, year, month, day);
  if (tokens_[at].end - tokens_[at].begin == 8) {
    const int digits = Digits(at, 8);
    if (digits >= 19000101 && digits < 21000000) {
      return make(at + 1, digits / 10000, digits / 100 % 100, digits % 100);
    }
  }
  return {};
}

// 23/Sep/2020, 23-Sep-2020, Sep-23-2020, 2020/Sep/23.
Reading DateReader::MixedNumeric(uint32_t at) const {
  const char joint = at + 1 < end_ ? tokens_[at + 1].mark : '\0';
  if ((joint != '-' && joint != '/') || !IsMark(at + 3, joint) || !Glued(at + 1) ||
      !Glued(at + 3)) {
    return {};
  }
  int month = 0, day = 0, year = 0;
  if (Month(at, &month, true) != 0) {
    day = Digits(at + 2, 2);
  } else if (Month(at + 2, &month, true) != 0) {
    day = Digits(at, 2);
    if (IsYear(at, &year)) {
      day = Digits(at + 4, 2);
    } else {
      year = 0;
    }
  }
  if (month == 0 || day < 1 || (year == 0 && !IsYear(at + 4, &year))) return {};
  if (!IsValidDate({year, month, day})) return {};
  return WithGivenYear(DayReading(at + 5, DayOf({year, month, day}), false));
}

// "5/12", day and month the other way round where only that gives a date, or the weekday told
// before it. Alone such a pair is a fraction, a score or a name: what stands before or after says
// which.
Reading DateReader::ShortNumeric(uint32_t at, int weekday) const {
  // "Friday (16.05)"
  int64_t told_day = 0, told_month = 0;
  if (weekday != 0 && DottedDay(at, &told_day, &told_month) && told_day >= 1 && told_day <= 31 &&
      told_month >= 1 && told_month <= 12)
    return WithYear(at, at + 1, static_cast<int>(told_month), static_cast<int>(told_day), 0);
  if (!IsMark(at + 1, '/') || !Glued(at + 1) || !Glued(at + 2)) return {};
  int month = Digits(at, 2), day = Digits(at + 2, 2);
  const bool ends = at + 3 >= end_ || !Glued(at + 3) || IsMark(at + 3, ',') ||
                    IsMark(at + 3, '.') || IsMark(at + 3, '-') || IsMark(at + 3, '~') ||
                    IsMark(at + 3, ')');
  if (!ends || month < 1 || day < 1 || (Glued(at) && at > begin_ && IsMark(at - 1, '/'))) return {};
  const auto weekday_of = [&](int m, int d) {
    const int year = published_.known() ? YearPointed(at, m, d) : 0;
    if (year == 0 || !IsValidDate({year, m, d})) return 0;
    return static_cast<int>(WeekdayOf(DayOf({year, m, d}))) + 1;
  };
  const bool other_way =
      month > 12 || (weekday != 0 && day <= 12 && weekday_of(month, day) != weekday &&
                     weekday_of(day, month) == weekday);
  if (other_way) std::swap(month, day);
  if (month > 12 || day > 31) return {};
  return WithYear(at, at + 3, month, day, 0);
}

// The same where only a day can stand: "on 5/12", "from 10/1 to 11/7", "10/1-11/2/2017".
Reading DateReader::ShortBetween(uint32_t at) const {
  if (!IsMark(at + 1, '/') || !IsNumber(at + 2)) return {};
  const Key before = at > begin_ ? KeyAt(at - 1) : Key::kNone;
  const bool led = before == Key::kOn || before == Key::kSince || before == Key::kUntil ||
                   before == Key::kBy || before == Key::kThis || before == Key::kNext ||
                   before == Key::kBefore || before == Key::kAfter;
  const auto is_date = [&](uint32_t i) {
    return IsNumber(i) && IsMark(i + 1, '/') && Glued(i + 1) && IsNumber(i + 2) && Glued(i + 2);
  };
  const bool joined = IsMark(at + 3, '-') || IsMark(at + 3, '~') || KeyAt(at + 3) == Key::kTo ||
                      KeyAt(at + 3) == Key::kUntil || KeyAt(at + 3) == Key::kAnd;
  const bool first = (before == Key::kFrom || before == Key::kBetween || is_date(at + 4)) &&
                     joined && is_date(at + 4);
  const bool second = at > begin_ + 4 && is_date(at - 4) &&
                      (IsMark(at - 1, '-') || IsMark(at - 1, '~') || before == Key::kTo ||
                       before == Key::kUntil || before == Key::kAnd);
  if ((!led && !first && !second) || KeyAt(at + 3) == Key::kOf) return {};
  return ShortNumeric(at, 0);
}

// "five", "ninety-six", "ninety six"; the tokens it takes, 0: none.
uint32_t DateReader::BelowHundred(uint32_t at, int* value) const {
  if (!Has(at, Is::kNumber)) return 0;
  *value = static_cast<int>(Info(at).number);
  if (*value < 1 || *value > 90) return 0;
  if (*value < 20) return 1;
  const uint32_t next = IsMark(at + 1, '-') ? at + 2 : at + 1;
  const int unit = Has(next, Is::kNumber) ? static_cast<int>(Info(next).number) : 0;
  if (unit < 1 || unit > 9) return 1;
  *value += unit;
  return next + 1 - at;
}

// "nineteen ninety-six", "twenty twenty-two", "two thousand (and) fifteen"; the tokens it takes, 0:
// none. What counts something is none: "two thousand people".
uint32_t DateReader::SpelledYear(uint32_t at, int* year) const {
  int century = 0, rest = 0;
  const uint32_t first = BelowHundred(at, &century);
  if (first == 0) return 0;
  uint32_t i = at + first;
  if (century == 2 && Has(i, Is::kScale) && Info(i).number == 1000.0f) {
    century = 20;
    ++i;
    const uint32_t low = KeyAt(i) == Key::kAnd ? i + 1 : i;
    const uint32_t step = BelowHundred(low, &rest);
    if (step != 0) i = low + step;
  } else {
    if (first != 1 || (century != 18 && century != 19 && century != 20)) return 0;
    const uint32_t step = BelowHundred(i, &rest);
    if (step == 0 || rest < 10) return 0;
    i += step;
  }
  const bool counts =
      i < end_ && (IsMark(i, '-') || UnitAt(i) != TimeUnit::kNone || Has(i, Is::kScale) ||
                   CountsSomething(i) || lexicon_.noun_phrases.Starts(tokens_[i]));
  if (counts) return 0;
  *year = century * 100 + rest;
  return i - at;
}

// "twenty five" between a month and a year in words or figures.
uint32_t DateReader::SpelledDay(uint32_t at, int* day) const {
  int year = 0;
  const uint32_t step = BelowHundred(at, day);
  return step != 0 && *day <= 31 && YearAfter(at + step, &year) != at + step ? step : 0;
}

}  // namespace claimscope
