// The claims of the two compared over time.
#pragma once

#include "ui/comparison.h"
#include "ui/frame.h"

namespace claimscope {

// Bars of the first above the line, of the second below it, on one scale; pale where a filter has
// other days.
// `plot`: the bars alone; their numbers stand left of it.
void DrawBars(const ComparedSides& comparison, const Frame& frame, const Rect& plot);

}  // namespace claimscope
