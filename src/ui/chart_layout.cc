#include "ui/chart_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/format.h"

namespace claimscope {
namespace {

int Length(DayRange days) { return days.to.value - days.from.value + 1; }

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

void AddDateTicks(ChartLayout* chart, float label_width) {
  const float per_day = chart->width / static_cast<float>(Length(chart->days));
  const Step* step = std::begin(kSteps);
  while (step + 1 != std::end(kSteps) && step->days * per_day < label_width) ++step;
  bool first = true;
  for (Day day = Aligned(FirstTick(chart->days.from, *step), *step); day <= chart->days.to;
       day = NextTick(day, *step)) {
    chart->x_ticks.push_back(TickAt(chart->XOf(day), day, *step, first));
    first = false;
  }
}

void AddCountTicks(ChartLayout* chart, uint32_t most) {
  const int parts = std::clamp(static_cast<int>(chart->height / 36), 1, 5);
  const uint32_t step = NiceStep(std::max(most, 1u), parts);
  chart->top = (std::max(most, 1u) + step - 1) / step * step;
  for (uint32_t value = step; value <= chart->top; value += step) {
    const float y =
        chart->height * (1 - static_cast<float>(value) / static_cast<float>(chart->top));
    chart->y_ticks.push_back({y, FormatCount(value), false});
  }
}

uint32_t TotalOf(const Histogram& histogram, size_t bucket) {
  uint32_t total = 0;
  const size_t series = histogram.series.size();
  for (size_t s = 0; s < series; ++s) total += histogram.counts[bucket * series + s];
  return total;
}

DayRange DaysOf(const Histogram& histogram, size_t bucket) {
  const Day first = histogram.buckets[bucket];
  switch (histogram.per) {
    case Per::kDay:
      return {first, first};
    case Per::kWeek:
      return {first, first + 6};
    case Per::kMonth:
      break;
  }
  return {first, MonthEnd(first)};
}

void AddColumns(const Histogram& histogram, ChartLayout* chart) {
  size_t begin = 0, end = histogram.buckets.size();
  chart->before = histogram.before;
  chart->after = histogram.after;
  while (begin < end && DaysOf(histogram, begin).to < chart->days.from)
    chart->before += TotalOf(histogram, begin++);
  while (end > begin && chart->days.to < histogram.buckets[end - 1])
    chart->after += TotalOf(histogram, --end);
  // A bar narrower than two pixels could not be seen, let alone pointed at.
  const auto room = static_cast<size_t>(std::max(1.0f, chart->width / 2));
  const size_t group = (end - begin + room - 1) / room;
  for (size_t b = begin; b < end; b += group) {
    const size_t next = std::min(b + group, end);
    ChartColumn column{};
    column.days = {std::max(histogram.buckets[b], chart->days.from),
                   std::min(DaysOf(histogram, next - 1).to, chart->days.to)};
    column.left = chart->XOf(column.days.from);
    column.right = chart->XOf(column.days.to + 1);
    const float wide = column.right - column.left;
    const float gap = wide >= 12 ? 2.0f : wide >= 4 ? 1.0f : 0.0f;
    // A few days make a thin pillar each, not a wall.
    const float bar = std::min(wide - gap, 64.0f);
    column.x0 = column.left + (wide - bar) / 2;
    column.x1 = column.x0 + bar;
    column.first_bucket = static_cast<uint32_t>(b);
    column.end_bucket = static_cast<uint32_t>(next);
    for (size_t i = b; i < next; ++i) column.total += TotalOf(histogram, i);
    chart->columns.push_back(column);
  }
}

void StackBars(const Histogram& histogram, ChartLayout* chart) {
  const size_t series = histogram.series.size();
  const float per_claim = chart->height / static_cast<float>(chart->top);
  for (size_t c = 0; c < chart->columns.size(); ++c) {
    const ChartColumn& column = chart->columns[c];
    uint32_t below = 0;
    for (size_t s = 0; s < series; ++s) {
      uint32_t count = 0;
      for (size_t b = column.first_bucket; b < column.end_bucket; ++b)
        count += histogram.counts[b * series + s];
      if (count == 0) continue;
      const float y1 = chart->height - static_cast<float>(below) * per_claim;
      below += count;
      const float y0 = chart->height - static_cast<float>(below) * per_claim;
      chart->bars.push_back({static_cast<uint32_t>(c), static_cast<uint32_t>(s), y0, y1});
    }
  }
}

}  // namespace

uint32_t NiceStep(uint32_t most, int parts) {
  uint64_t power = 1;
  for (;; power *= 10) {
    for (const uint64_t factor : {1, 2, 5}) {
      const uint64_t step = factor * power;
      if (step * static_cast<uint64_t>(parts) >= most)
        return static_cast<uint32_t>(std::min<uint64_t>(step, UINT32_MAX));
    }
  }
}

float ChartLayout::XOf(Day day) const {
  return width * static_cast<float>(day.value - days.from.value) / static_cast<float>(Length(days));
}

Day ChartLayout::DayAt(float x) const {
  const float at = std::floor(x / std::max(width, 1.0f) * static_cast<float>(Length(days)));
  return days.from + static_cast<int>(std::clamp(at, 0.0f, static_cast<float>(Length(days) - 1)));
}

int ChartLayout::ColumnAt(float x) const {
  for (size_t c = 0; c < columns.size(); ++c) {
    if (x >= columns[c].left && x < columns[c].right) return static_cast<int>(c);
  }
  return -1;
}

ChartLayout LayOutChart(const Histogram& histogram, DayRange days, float width, float height,
                        float label_width) {
  ChartLayout chart;
  chart.days = days;
  chart.width = width;
  chart.height = height;
  if (!days.known() || width < 1 || height < 1) return chart;
  AddColumns(histogram, &chart);
  uint32_t most = 0;
  for (const ChartColumn& column : chart.columns) most = std::max(most, column.total);
  AddCountTicks(&chart, most);
  AddDateTicks(&chart, label_width);
  StackBars(histogram, &chart);
  return chart;
}

}  // namespace claimscope
