#include "claims/date_reading.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/strings.h"

namespace claimscope {

std::string FormatNumbers(const char* format, int a, int b) {
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

Day AddUnits(Day day, double count, TimeUnit unit) {
  count = std::clamp(count, -4000.0, 4000.0);
  const auto n = static_cast<int>(count);
  const auto whole = [](double units) { return static_cast<int>(std::lround(units)); };
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
      return day;
    case TimeUnit::kHour:
      return day + (n >= 0 ? (n + 23) / 24 : -((-n + 23) / 24));
    case TimeUnit::kWeek:
      return day + whole(7 * count);
    case TimeUnit::kFortnight:
      return day + whole(14 * count);
    case TimeUnit::kMonth:
      return AddMonths(day, n) + whole(30 * (count - n));
    case TimeUnit::kQuarter:
      return AddMonths(day, whole(3 * count));
    case TimeUnit::kYear:
      return AddMonths(day, whole(12 * std::clamp(count, -1000.0, 1000.0)));
    case TimeUnit::kDecade:
      return AddMonths(day, whole(120 * std::clamp(count, -100.0, 100.0)));
    case TimeUnit::kCentury:
      return AddMonths(day, 1200 * std::clamp(n, -10, 10));
    default:
      return day + n;
  }
}

std::string DurationValue(double count, bool vague, TimeUnit unit) {
  static constexpr const char* kLetters[] = {"",   "S", "M", "H", "D", "D",  "W",
                                             "WE", "W", "M", "Q", "Y", "DE", "CE"};
  if (count == 0.5 && !vague) {  // half an hour, half a century
    if (unit == TimeUnit::kHour) return "PT30M";
    if (unit == TimeUnit::kYear) return "P6M";
    if (unit == TimeUnit::kDecade) return "P5Y";
    if (unit == TimeUnit::kCentury) return "P50Y";
  }
  const bool clock =
      unit == TimeUnit::kSecond || unit == TimeUnit::kMinute || unit == TimeUnit::kHour;
  if (unit == TimeUnit::kFortnight) count *= 2;
  return std::string(clock ? "PT" : "P") + (vague ? "X" : FormatDouble(count)) +
         kLetters[static_cast<size_t>(unit)];
}

std::string UnknownValue(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return "XXXX-WXX";
    case TimeUnit::kWeekend:
      return "XXXX-WXX-WE";
    case TimeUnit::kMonth:
      return "XXXX-XX";
    case TimeUnit::kQuarter:
      return "XXXX-QX";
    case TimeUnit::kYear:
      return "XXXX";
    case TimeUnit::kDecade:
      return "XXX";
    case TimeUnit::kCentury:
      return "XX";
    default:
      return "XXXX-XX-XX";
  }
}

Reading PeriodOf(uint32_t end, DayRange days, Grain grain, std::string value, bool relative) {
  Reading reading;
  reading.end = end;
  reading.days = days;
  reading.grain = grain;
  reading.value = std::move(value);
  reading.relative = relative;
  reading.form = grain == Grain::kDay ? DateMention::Form::kDay : DateMention::Form::kPeriod;
  return reading;
}

Reading DayReading(uint32_t end, Day day, bool relative) {
  return PeriodOf(end, {day, day}, Grain::kDay, day.known() ? FormatIsoDay(day) : "XXXX-XX-XX",
                  relative);
}

Reading WeekReading(uint32_t end, Day monday, bool relative) {
  int year = 0;
  const int week = IsoWeek(monday, &year);
  return PeriodOf(end, {monday, monday + 6}, Grain::kWeek, FormatNumbers("%04d-W%02d", year, week),
                  relative);
}

Reading MonthReading(uint32_t end, int year, int month, bool relative) {
  const Day first = DayOf({year, month, 1});
  return PeriodOf(end, {first, MonthEnd(first)}, Grain::kMonth,
                  FormatNumbers("%04d-%02d", year, month), relative);
}

Reading QuarterReading(uint32_t end, int year, int quarter, bool relative) {
  const Day first = DayOf({year, quarter * 3 - 2, 1});
  return PeriodOf(end, {first, AddMonths(first, 3) - 1}, Grain::kQuarter,
                  FormatNumbers("%04d-Q%d", year, quarter), relative);
}

Reading HalfReading(uint32_t end, int year, int half, bool relative) {
  const Day first = DayOf({year, half * 6 - 5, 1});
  return PeriodOf(end, {first, AddMonths(first, 6) - 1}, Grain::kHalf,
                  FormatNumbers("%04d-H%d", year, half), relative);
}

const char* SeasonLetters(int month) {
  static constexpr const char* kLetters[] = {"SP", "SU", "FA", "WI"};
  return kLetters[month / 3 - 1];
}

Reading SeasonReading(uint32_t end, int year, int month, bool relative) {
  const Day first = DayOf({year, month, 1});
  return PeriodOf(end, {first, AddMonths(first, 3) - 1}, Grain::kSeason,
                  FormatNumbers("%04d-", year) + SeasonLetters(month), relative);
}

Reading YearReading(uint32_t end, int year, bool relative) {
  return PeriodOf(end, {DayOf({year, 1, 1}), DayOf({year, 12, 31})}, Grain::kYear,
                  FormatNumbers("%04d", year), relative);
}

Reading DecadeReading(uint32_t end, int first_year, bool relative) {
  return PeriodOf(end, {DayOf({first_year, 1, 1}), DayOf({first_year + 9, 12, 31})}, Grain::kDecade,
                  FormatNumbers("%03d", first_year / 10), relative);
}

Reading UnitAround(uint32_t end, Day day, TimeUnit unit, bool relative) {
  const CivilDate date = CivilOf(day);
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return WeekReading(end, WeekStart(day), relative);
    case TimeUnit::kWeekend: {
      const Day saturday = WeekStart(day) + 5;
      int year = 0;
      const int week = IsoWeek(saturday, &year);
      return PeriodOf(end, {saturday, saturday + 1}, Grain::kWeekend,
                      FormatNumbers("%04d-W%02d-WE", year, week), relative);
    }
    case TimeUnit::kMonth:
      return MonthReading(end, date.year, date.month, relative);
    case TimeUnit::kQuarter:
      return QuarterReading(end, date.year, (date.month + 2) / 3, relative);
    case TimeUnit::kYear:
      return YearReading(end, date.year, relative);
    case TimeUnit::kDecade:
      return DecadeReading(end, date.year / 10 * 10, relative);
    case TimeUnit::kCentury: {
      const int first = date.year / 100 * 100;
      return PeriodOf(end, {DayOf({first, 1, 1}), DayOf({first + 99, 12, 31})}, Grain::kCentury,
                      FormatNumbers("%02d", first / 100), relative);
    }
    default:
      return DayReading(end, day, relative);
  }
}

DayRange PartOfDays(DayRange whole, Grain grain, TimePart part) {
  const int length = whole.to.value - whole.from.value + 1;
  if (grain == Grain::kDay || grain == Grain::kNone || length < 3) return whole;
  if (grain == Grain::kWeek) {
    if (part == TimePart::kStart) return {whole.from, whole.from + 2};
    if (part == TimePart::kMiddle) return {whole.from + 2, whole.from + 4};
    return {whole.from + 4, whole.to};
  }
  if (grain == Grain::kMonth) {
    if (part == TimePart::kStart) return {whole.from, whole.from + 9};
    if (part == TimePart::kMiddle) return {whole.from + 9, whole.from + 19};
    return {whole.from + 19, whole.to};
  }
  if (grain == Grain::kYear) {
    if (part == TimePart::kStart)
      return {whole.from, AddUnits(whole.from, 3, TimeUnit::kMonth) - 1};
    if (part != TimePart::kMiddle) return {AddUnits(whole.to + 1, -3, TimeUnit::kMonth), whole.to};
  }
  if (part == TimePart::kStart) return {whole.from, whole.from + length / 4};
  if (part == TimePart::kMiddle) return {whole.from + length / 3, whole.from + 2 * length / 3};
  return {whole.to - length / 4, whole.to};
}

}  // namespace claimscope
