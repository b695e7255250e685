// Where the parts of the window are. A pure function of its size and of what is open.
#pragma once

#include "ui/state.h"
#include "ui/text.h"

namespace claimscope {

constexpr float kTopBar = 44;
constexpr float kStatusBar = 24;
constexpr float kWide = 1000;   // from here on the reader stands beside the table
constexpr float kNarrow = 640;  // below, the filters are a drawer

struct Layout {
  Rect top, filters, center, reader, status;
  bool has_filters = false, has_reader = false;
  bool filters_over = false;  // a drawer over the rest
  bool reader_over = false;   // a sheet over the rest
};

Layout LayOut(float width, float height, const AppState& state);

// Height of the chart within a centre of this height.
float ChartHeight(const AppState& state, float center_height);

}  // namespace claimscope
