// What a bar of the chart is made of, beside the pointer.
#pragma once

#include "ui/chart_layout.h"
#include "ui/frame.h"

namespace claimscope {

void ShowColumn(const Frame& frame, const ChartColumn& column, const Rect& plot);

}  // namespace claimscope
