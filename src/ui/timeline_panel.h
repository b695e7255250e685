// The chart of claims over time, stacked by region: drag to choose days, drag an edge to move it,
// double-click for all.
#pragma once

#include <vector>

#include "ui/chart_layout.h"
#include "ui/frame.h"

namespace claimscope {

struct TimelinePanel {
  enum class Drag : uint8_t { kNone, kNew, kFrom, kTo, kWhole };
  Drag drag = Drag::kNone;
  Day anchor;        // the day that stays, or the one taken hold of
  DayRange before;   // the range when the drag began
  DayRange dragged;  // the range last sent

  // Kept while nothing it depends on changes.
  uint64_t serial = 0;
  DayRange days;
  float width = 0, height = 0;
  bool dark = false;
  float axis = 40;  // room for the numbers at the left
  ChartLayout chart;
  std::vector<ImU32> colors;  // of the series
};

void Draw(TimelinePanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
