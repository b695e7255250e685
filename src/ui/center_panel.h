// The middle of the window: what is found in one line, the chart, what is chosen, and one of the
// views of it.
#pragma once

#include "ui/claims_panel.h"
#include "ui/compare_panel.h"
#include "ui/context_panel.h"
#include "ui/map_panel.h"
#include "ui/notices.h"
#include "ui/overview_panel.h"
#include "ui/timeline_panel.h"

namespace claimscope {

struct CenterPanel {
  TimelinePanel timeline;
  ClaimsPanel claims;
  ContextPanel context;
  MapPanel map;
  ComparePanel compare;
  OverviewPanel overview;
  Rect chart, shown;  // of the chart and the view, for the keyboard
};

void Draw(CenterPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
