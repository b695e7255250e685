// Calendar days (proleptic Gregorian, no time zone) and ranges of them.
// Method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace claimscope {

// Days since 1970-01-01; an "unknown" value exists because articles and claims may have no date.
struct Day {
  static constexpr int32_t kUnknown = std::numeric_limits<int32_t>::min();
  int32_t value = kUnknown;

  constexpr bool known() const { return value != kUnknown; }
  friend constexpr auto operator<=>(Day, Day) = default;
};
constexpr Day operator+(Day day, int days) { return {day.value + days}; }
constexpr Day operator-(Day day, int days) { return {day.value - days}; }

struct CivilDate {
  int year;
  int month;  // 1 to 12
  int day;    // 1 to 31
};

enum class Weekday { kMonday, kTuesday, kWednesday, kThursday, kFriday, kSaturday, kSunday };

Day DayOf(CivilDate date);
CivilDate CivilOf(Day day);
Weekday WeekdayOf(Day day);
int DaysInMonth(int year, int month);
bool IsValidDate(CivilDate date);

// First day of the week (Monday), month or year that `day` lies in.
Day WeekStart(Day day);
Day MonthStart(Day day);
Day MonthEnd(Day day);
Day QuarterStart(Day day);
Day YearStart(Day day);

// "2025-07-01" and back; ParseIsoDay takes exactly ten characters of that form and gives an unknown
// day for anything else. FormatIsoDay of an unknown day is empty.
Day ParseIsoDay(std::string_view text);
std::string FormatIsoDay(Day day);
// "1 Jul 2025".
std::string FormatDay(Day day);

// Inclusive at both ends, as readers say it: "1 to 30 June" holds the 30th. Unknown when `from` is.
struct DayRange {
  Day from;
  Day to;

  constexpr bool known() const { return from.known(); }
  constexpr bool Overlaps(DayRange other) const { return from <= other.to && other.from <= to; }
  friend constexpr bool operator==(DayRange, DayRange) = default;
};
// "1 Jul 2025", "1–30 Jun 2025", "1 May – 30 Jun 2025", "28 Dec 2024 – 3 Jan 2025".
std::string FormatDayRange(DayRange range);

}  // namespace claimscope
