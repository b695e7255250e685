// A histogram as shapes: bars, grid lines, labels. A pure function; one back end draws it, another
// may write SVG. Coordinates are logical pixels from the plot's upper left corner, y down.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/query.h"

namespace claimscope {

inline int DayCount(DayRange days) { return days.to.value - days.from.value + 1; }

struct ChartBar {
  uint32_t column;  // into ChartLayout::columns
  uint32_t series;  // into Histogram::series
  float y0, y1;
};

// One bar of the chart: a bucket, or several where there are more buckets than pixels.
struct ChartColumn {
  DayRange days;      // cut to the days shown
  float x0, x1;       // the bar
  float left, right;  // the whole width that belongs to it: where the pointer finds it
  uint32_t first_bucket, end_bucket;
  uint32_t total;      // claims in the bar
  uint32_t all;        // on its days, whatever the filters are
  uint32_t published;  // articles
};

struct ChartTick {
  float at;
  std::string label;
  bool strong = false;  // the beginning of a year
};

struct ChartLayout {
  DayRange days;
  float width = 0, height = 0;
  uint32_t top = 1;                // the value at y = 0; of shares: percent
  uint32_t most_published = 0;     // articles of a column
  uint32_t before = 0, after = 0;  // claims on days that are not shown
  std::vector<ChartColumn> columns;
  std::vector<ChartBar> bars;
  std::vector<ChartTick> x_ticks, y_ticks;

  float XOf(Day day) const;  // where the day begins
  Day DayAt(float x) const;  // kept within the days shown
  // Index of the column under x, or -1.
  int ColumnAt(float x) const;
};

// `label_width`: how much room a date label takes. `is_share`: bars are parts of all claims on
// their days, in percent.
ChartLayout LayOutChart(const Histogram& histogram, DayRange days, float width, float height,
                        float label_width, bool is_share = false);

// Whole numbers that divide an axis up to `most` into at most `parts` steps of 1, 2 or 5 times a
// power of ten.
uint32_t NiceStep(uint32_t most, int parts);

}  // namespace claimscope
