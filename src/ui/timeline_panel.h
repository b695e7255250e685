// The chart of claims over time, stacked: drag to choose days, drag an edge to move it, wheel to
// zoom, double-click for all. Beneath it the articles published, so that a gap in the corpus is not
// read as peace.
#pragma once

#include <vector>

#include "ui/chart_layout.h"
#include "ui/frame.h"
#include "ui/timeline_brush.h"

namespace claimscope {

struct TimelinePanel {
  TimelineBrush brush;

  // Kept while nothing it depends on changes.
  uint64_t serial = 0;
  DayRange days;
  float width = 0, height = 0;
  bool dark = false;
  Scale scale = Scale::kCount;
  float axis = 40;  // room for the numbers at the left
  ChartLayout chart;
  Rect plot;                  // where it was drawn last
  std::vector<ImU32> colors;  // of the series
};

void Draw(TimelinePanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
