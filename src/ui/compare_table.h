// The amounts of a comparison as a list: day, side, amount, kind of event, how the quote begins.
#pragma once

#include "ui/claim_rows.h"
#include "ui/comparison.h"
#include "ui/frame.h"

namespace claimscope {

// Those of the days that the charts show, the latest first; returns where it ends. `rows` keeps
// the texts of what is on screen.
float DrawAmountTable(ClaimRows& rows, const ComparedSides& comparison, const Frame& frame,
                      float x0, float x1, float y);

}  // namespace claimscope
