// The labels of an axis of days: they begin calendar units and leave room between each other.
#pragma once

#include "ui/chart_layout.h"

namespace claimscope {

// Into chart->x_ticks, for chart->days over chart->width. `label_width`: what a label takes.
void AddDateTicks(ChartLayout* chart, float label_width);

}  // namespace claimscope
