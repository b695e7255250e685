// The view of two sides or filters on one time axis: claims of one above the line, of the other
// below it; then the amounts they tell, running totals apart from what is told for a time alone.
#pragma once

#include "ui/chart_layout.h"
#include "ui/claim_rows.h"
#include "ui/frame.h"
#include "ui/opposed_claims.h"

namespace claimscope {

struct ComparePanel {
  const ComparedSides* comparison = nullptr;  // of the frame
  Rect chart;  // the plot of the chart above in this frame; empty: it is not drawn
  OpposedList list;
  ClaimRows rows;  // of the table of amounts
};

void Draw(ComparePanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
