// Amounts as points over time, with steps between running totals.
#pragma once

#include "ui/comparison.h"
#include "ui/frame.h"

namespace claimscope {

// Those that are running totals, or those that are not. Returns where they end.
float DrawAmounts(const ComparedSides& comparison, const Frame& frame, bool totals,
                  const Rect& rect, const Rect& chart);

}  // namespace claimscope
