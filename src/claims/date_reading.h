// One expression of time, before "since", "by" and the like are applied to it; what the calendar
// says of it.
#pragma once

#include <string>

#include "claims/dates.h"
#include "claims/vocabulary.h"

namespace claimscope {

enum class Grain : uint8_t {
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kHalf,
  kYear,
  kDecade,
  kCentury,
  kNone
};

struct Reading {
  uint32_t end = 0;  // token after it; 0: nothing was read
  DayRange days;
  Grain grain = Grain::kNone;
  bool relative = false;
  bool year_given = false;
  bool no_year = false;  // a day or month whose year was taken from elsewhere
  DateMention::Form form = DateMention::Form::kDay;
  std::string value;
  explicit operator bool() const { return end != 0; }
};

Day AddMonths(Day day, int months);
// The week's number (ISO 8601), and the year it belongs to.
int IsoWeek(Day day, int* year);
// `day` moved by that many units; clocks round to days.
Day AddUnits(Day day, double count, TimeUnit unit);

// Two numbers by a printf format.
std::string FormatNumbers(const char* format, int a, int b = 0);
// "P2M", "PT24H"; `vague`: "PXM".
std::string DurationValue(double count, bool vague, TimeUnit unit);
// What is written where nothing but the unit is known: "XXXX-WXX".
std::string UnknownValue(TimeUnit unit);

// With the year that stands beside it.
inline Reading WithGivenYear(Reading reading) {
  reading.year_given = true;
  return reading;
}
Reading PeriodOf(uint32_t end, DayRange days, Grain grain, std::string value, bool relative);
Reading DayReading(uint32_t end, Day day, bool relative);
Reading WeekReading(uint32_t end, Day monday, bool relative);
Reading MonthReading(uint32_t end, int year, int month, bool relative);
Reading QuarterReading(uint32_t end, int year, int quarter, bool relative);
Reading HalfReading(uint32_t end, int year, int half, bool relative);
// "SU" of the season whose first month is June.
const char* SeasonLetters(int month);
// `month`: its first.
Reading SeasonReading(uint32_t end, int year, int month, bool relative);
Reading YearReading(uint32_t end, int year, bool relative);
Reading DecadeReading(uint32_t end, int first_year, bool relative);
// The unit of the calendar that a day lies in: its week, month ...
Reading UnitAround(uint32_t end, Day day, TimeUnit unit, bool relative);

// The first, middle or last part of a period.
DayRange PartOfDays(DayRange whole, Grain grain, TimePart part);

}  // namespace claimscope
