// What the mouse does on the chart: choose days, move an edge or the whole choice, zoom, reset.
#pragma once

#include "ui/chart_layout.h"
#include "ui/frame.h"
#include "ui/widgets.h"

namespace claimscope {

struct TimelineBrush {
  enum class Drag : uint8_t { kNone, kNew, kFrom, kTo, kWhole };
  Drag drag = Drag::kNone;
  Day anchor;        // the day that stays, or the one taken hold of
  DayRange before;   // the range when the drag began
  DayRange dragged;  // the range last sent
};

// Height of the bar over the chosen days by which they are moved.
constexpr float kBrushBar = 9;

void HandleMouse(TimelineBrush& brush, const Frame& frame, const ChartLayout& chart,
                 const Rect& plot, const Press& press);
void DrawBrush(const Frame& frame, const ChartLayout& chart, const Rect& plot, DayRange chosen);

}  // namespace claimscope
