// Under the chart: what it is stacked by, and its series, each of which filters.
#pragma once

#include "ui/frame.h"

namespace claimscope {

void DrawTimelineLegend(const Frame& frame, const Rect& rect);
// "by region", as a menu says it.
std::string_view StackLabel(StackBy stack);

}  // namespace claimscope
