#include "ui/chart_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/date_ticks.h"
#include "ui/format.h"

namespace claimscope {
namespace {

void AddCountTicks(ChartLayout* chart, uint32_t most, bool is_share) {
  const int parts = std::clamp(static_cast<int>(chart->height / 36), 1, 5);
  const uint32_t step = NiceStep(std::max(most, 1u), parts);
  chart->top = (std::max(most, 1u) + step - 1) / step * step;
  for (uint32_t value = step; value <= chart->top; value += step) {
    const float y =
        chart->height * (1 - static_cast<float>(value) / static_cast<float>(chart->top));
    chart->y_ticks.push_back({y, FormatCount(value) + (is_share ? "%" : ""), false});
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
  return {first, NextBucket(first, histogram.per) - 1};
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
    for (size_t i = b; i < next; ++i) {
      column.total += TotalOf(histogram, i);
      if (i < histogram.all.size()) column.all += histogram.all[i];
      if (i < histogram.published.size()) column.published += histogram.published[i];
    }
    chart->most_published = std::max(chart->most_published, column.published);
    chart->columns.push_back(column);
  }
}

void StackBars(const Histogram& histogram, bool is_share, ChartLayout* chart) {
  const size_t series = histogram.series.size();
  const float per_unit = chart->height / static_cast<float>(chart->top);
  for (size_t c = 0; c < chart->columns.size(); ++c) {
    const ChartColumn& column = chart->columns[c];
    const float per_claim =
        is_share ? per_unit * 100 / static_cast<float>(std::max(column.all, 1u)) : per_unit;
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
  return width * static_cast<float>(day.value - days.from.value) /
         static_cast<float>(DayCount(days));
}

Day ChartLayout::DayAt(float x) const {
  const float at = std::floor(x / std::max(width, 1.0f) * static_cast<float>(DayCount(days)));
  return days.from + static_cast<int>(std::clamp(at, 0.0f, static_cast<float>(DayCount(days) - 1)));
}

int ChartLayout::ColumnAt(float x) const {
  for (size_t c = 0; c < columns.size(); ++c) {
    if (x >= columns[c].left && x < columns[c].right) return static_cast<int>(c);
  }
  return -1;
}

ChartLayout LayOutChart(const Histogram& histogram, DayRange days, float width, float height,
                        float label_width, bool is_share) {
  ChartLayout chart;
  chart.days = days;
  chart.width = width;
  chart.height = height;
  if (!days.known() || width < 1 || height < 1) return chart;
  AddColumns(histogram, &chart);
  uint32_t most = 0;
  for (const ChartColumn& column : chart.columns) {
    const uint32_t percent = (column.total * 100 + column.all - 1) / std::max(column.all, 1u);
    most = std::max(most, is_share ? percent : column.total);
  }
  AddCountTicks(&chart, most, is_share);
  AddDateTicks(&chart, label_width);
  StackBars(histogram, is_share, &chart);
  return chart;
}

}  // namespace claimscope
