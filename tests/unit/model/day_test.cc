#include "model/day.h"

#include <doctest/doctest.h>

namespace claimscope {
namespace {

TEST_CASE("every day of the years 1 to 9999 is converted and back") {
  Day expected = DayOf({1, 1, 1});
  int weekday = static_cast<int>(WeekdayOf(expected));
  bool all_right = true;
  for (int year = 1; year <= 9999; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= DaysInMonth(year, month); ++day) {
        const Day d = DayOf({year, month, day});
        const CivilDate back = CivilOf(d);
        all_right = all_right && d == expected && back.year == year && back.month == month &&
                    back.day == day && static_cast<int>(WeekdayOf(d)) == weekday;
        expected = expected + 1;
        weekday = (weekday + 1) % 7;
      }
    }
  }
  CHECK(all_right);
  CHECK(DayOf({1970, 1, 1}).value == 0);
  CHECK(DayOf({2000, 3, 1}).value == 11017);
}

TEST_CASE("weekdays, weeks, months and years") {
  const Day day = DayOf({2025, 5, 21});
  CHECK(WeekdayOf(day) == Weekday::kWednesday);
  CHECK(WeekdayOf(DayOf({1969, 12, 31})) == Weekday::kWednesday);
  CHECK(WeekStart(day) == DayOf({2025, 5, 19}));
  CHECK(WeekStart(DayOf({2025, 5, 19})) == DayOf({2025, 5, 19}));
  CHECK(WeekStart(DayOf({2025, 5, 25})) == DayOf({2025, 5, 19}));
  CHECK(MonthStart(day) == DayOf({2025, 5, 1}));
  CHECK(MonthEnd(DayOf({2024, 2, 10})) == DayOf({2024, 2, 29}));
  CHECK(MonthEnd(DayOf({1900, 2, 10})) == DayOf({1900, 2, 28}));
  CHECK(YearStart(day) == DayOf({2025, 1, 1}));
}

TEST_CASE("ISO days, taken strictly") {
  CHECK(ParseIsoDay("2025-07-01") == DayOf({2025, 7, 1}));
  CHECK(FormatIsoDay(DayOf({2025, 7, 1})) == "2025-07-01");
  CHECK(FormatIsoDay({}).empty());
  for (const char* bad : {"", "2025-7-1", "2025-02-29", "2025-13-01", "2025-00-10", "0000-01-01",
                          "2025/07/01", "2025-07-01 ", "20x5-07-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(ParseIsoDay(bad).known());
  }
}

TEST_CASE("days and ranges as people read them") {
  const auto range = [](CivilDate a, CivilDate b) { return DayRange{DayOf(a), DayOf(b)}; };
  CHECK(FormatDay(DayOf({2025, 7, 1})) == "1 Jul 2025");
  CHECK(FormatDayRange(range({2025, 7, 1}, {2025, 7, 1})) == "1 Jul 2025");
  CHECK(FormatDayRange(range({2025, 6, 1}, {2025, 6, 30})) == "1\u201330 Jun 2025");
  CHECK(FormatDayRange(range({2025, 5, 1}, {2025, 6, 30})) == "1 May \u2013 30 Jun 2025");
  CHECK(FormatDayRange(range({2024, 12, 28}, {2025, 1, 3})) == "28 Dec 2024 \u2013 3 Jan 2025");
  CHECK(FormatDayRange({}).empty());
  CHECK(range({2025, 1, 1}, {2025, 1, 5}).Overlaps(range({2025, 1, 5}, {2025, 2, 1})));
  CHECK_FALSE(range({2025, 1, 1}, {2025, 1, 5}).Overlaps(range({2025, 1, 6}, {2025, 2, 1})));
}

}  // namespace
}  // namespace claimscope
