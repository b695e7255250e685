#include "ui/date_ticks.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace claimscope {
namespace {

// Labels stand at the beginning of calendar units; the first that leaves enough room between two is
// taken.
enum class Unit : uint8_t { kDays, kWeeks, kMonths, kYears };
struct Step {
  Unit unit;
  int count;
  float days;
};
constexpr Step kSteps[] = {
    {Unit::kDays, 1, 1},      {Unit::kDays, 2, 2},     {Unit::kWeeks, 1, 7},
    {Unit::kWeeks, 2, 14},    {Unit::kMonths, 1, 30},  {Unit::kMonths, 2, 61},
    {Unit::kMonths, 3, 91},   {Unit::kMonths, 6, 182}, {Unit::kYears, 1, 365},
    {Unit::kYears, 2, 730},   {Unit::kYears, 5, 1826}, {Unit::kYears, 10, 3652},
    {Unit::kYears, 50, 18262}};

Day FirstTick(Day from, const Step& step) {
  const CivilDate date = CivilOf(from);
  switch (step.unit) {
    case Unit::kDays:
      return from;
    case Unit::kWeeks:
      return WeekStart(from + 6);
    case Unit::kMonths:
      return MonthStart(from) < from ? MonthEnd(from) + 1 : from;
    case Unit::kYears:
      return DayOf({date.year + (YearStart(from) < from ? 1 : 0), 1, 1});
  }
  return from;
}

Day NextTick(Day day, const Step& step) {
  CivilDate date = CivilOf(day);
  switch (step.unit) {
    case Unit::kDays:
      return day + step.count;
    case Unit::kWeeks:
      return day + 7 * step.count;
    case Unit::kMonths: {
      const int month = date.month - 1 + step.count;
      return DayOf({date.year + month / 12, month % 12 + 1, 1});
    }
    case Unit::kYears:
      return DayOf({date.year + step.count, 1, 1});
  }
  return day + 1;
}

// With more than a month between ticks the first must be one that falls on January.
Day Aligned(Day day, const Step& step) {
  CivilDate date = CivilOf(day);
  if (step.unit == Unit::kMonths) {
    while ((date.month - 1) % step.count != 0) date.month++;
    if (date.month > 12) return DayOf({date.year + 1, 1, 1});
    return DayOf({date.year, date.month, 1});
  }
  if (step.unit == Unit::kYears)
    return DayOf({(date.year + step.count - 1) / step.count * step.count, 1, 1});
  return day;
}

// "12 May", "May", "2025"; the first and those of January say the year.
ChartTick TickAt(float x, Day day, const Step& step, bool first) {
  const std::string full = FormatDay(day);  // "1 Jan 2025"
  const size_t month = full.find(' ') + 1, year = full.rfind(' ');
  const bool january = CivilOf(day).month == 1;
  switch (step.unit) {
    case Unit::kYears:
      return {x, full.substr(year + 1), true};
    case Unit::kMonths:
      if (january) return {x, full.substr(year + 1), true};
      return {x, first ? full.substr(month) : full.substr(month, year - month), false};
    case Unit::kDays:
    case Unit::kWeeks:
      break;
  }
  const bool new_year =
      january && CivilOf(day).day <= (step.unit == Unit::kWeeks ? 7 * step.count : step.count);
  return {x, first || new_year ? full : full.substr(0, year), new_year};
}

}  // namespace

void AddDateTicks(ChartLayout* chart, float label_width) {
  const float per_day = chart->width / static_cast<float>(DayCount(chart->days));
  const Step* step = std::begin(kSteps);
  while (step + 1 != std::end(kSteps) && step->days * per_day < label_width) ++step;
  bool first = true;
  for (Day day = Aligned(FirstTick(chart->days.from, *step), *step); day <= chart->days.to;
       day = NextTick(day, *step)) {
    chart->x_ticks.push_back(TickAt(chart->XOf(day), day, *step, first));
    first = false;
  }
}

}  // namespace claimscope
