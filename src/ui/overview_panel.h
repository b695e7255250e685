// The view of what was loaded: figures, articles per source and month, languages, what could not be
// read. Every number leads to what it counts.
#pragma once

#include "ui/frame.h"
#include "ui/overview.h"

namespace claimscope {

struct OverviewPanel {
  uint64_t revision = ~uint64_t{0};
  Overview overview;
};

void Draw(OverviewPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
