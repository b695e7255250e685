#include "model/day.h"

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string DayAndMonth(CivilDate date) {
  return std::to_string(date.day) + " " + kMonths[date.month - 1];
}

bool TwoDigits(std::string_view text, int* out) {
  if (!IsAsciiDigit(text[0]) || !IsAsciiDigit(text[1])) return false;
  *out = (text[0] - '0') * 10 + (text[1] - '0');
  return true;
}

}  // namespace

Day DayOf(CivilDate date) {
  const int y = date.year - (date.month <= 2 ? 1 : 0);
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * 146097 + day_of_era - 719468};
}

CivilDate CivilOf(Day day) {
  const int z = day.value + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

Weekday WeekdayOf(Day day) {
  const int from_monday = (day.value + 3) % 7;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>(from_monday < 0 ? from_monday + 7 : from_monday);
}

int DaysInMonth(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool IsValidDate(CivilDate date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= DaysInMonth(date.year, date.month) && date.year >= 1 && date.year <= 9999;
}

Day WeekStart(Day day) { return day - static_cast<int>(WeekdayOf(day)); }

Day MonthStart(Day day) {
  const CivilDate date = CivilOf(day);
  return DayOf({date.year, date.month, 1});
}

Day MonthEnd(Day day) {
  const CivilDate date = CivilOf(day);
  return DayOf({date.year, date.month, DaysInMonth(date.year, date.month)});
}

Day QuarterStart(Day day) {
  const CivilDate date = CivilOf(day);
  return DayOf({date.year, (date.month - 1) / 3 * 3 + 1, 1});
}

Day YearStart(Day day) { return DayOf({CivilOf(day).year, 1, 1}); }

Day ParseIsoDay(std::string_view text) {
  int century = 0, year = 0, month = 0, day = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  if (!TwoDigits(text.substr(0), &century) || !TwoDigits(text.substr(2), &year) ||
      !TwoDigits(text.substr(5), &month) || !TwoDigits(text.substr(8), &day)) {
    return {};
  }
  const CivilDate date{century * 100 + year, month, day};
  return IsValidDate(date) ? DayOf(date) : Day{};
}

std::string FormatIsoDay(Day day) {
  if (!day.known()) return {};
  const CivilDate date = CivilOf(day);
  std::string text = std::to_string(date.year);
  if (text.size() < 4) text.insert(0, 4 - text.size(), '0');
  for (const int part : {date.month, date.day}) {
    text += '-';
    text += static_cast<char>('0' + part / 10);
    text += static_cast<char>('0' + part % 10);
  }
  return text;
}

std::string FormatDay(Day day) {
  if (!day.known()) return {};
  const CivilDate date = CivilOf(day);
  return DayAndMonth(date) + " " + std::to_string(date.year);
}

std::string FormatDayRange(DayRange range) {
  if (!range.known()) return {};
  if (range.from == range.to) return FormatDay(range.from);
  const CivilDate from = CivilOf(range.from);
  const CivilDate to = CivilOf(range.to);
  if (from.year != to.year) return FormatDay(range.from) + " – " + FormatDay(range.to);
  if (from.month != to.month) return DayAndMonth(from) + " – " + FormatDay(range.to);
  return std::to_string(from.day) + "–" + FormatDay(range.to);
}

}  // namespace claimscope
