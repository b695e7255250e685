// What stands above the table: the notice about the sample, the summary, the chart, the chips of
// active filters.
#pragma once

#include "ui/frame.h"

namespace claimscope {

// Each draws into the top of *rect and takes its part off it.
void DrawSampleNotice(const Frame& frame, Rect* rect);
void DrawSummary(const Frame& frame, Rect* rect);
void DrawChips(const Frame& frame, Rect* rect);
// In place of the table when nothing passes the filters.
void DrawNothingFound(const Frame& frame, const Rect& rect);
// In place of everything when no articles are loaded.
void DrawEmpty(const Frame& frame, const Rect& rect);

}  // namespace claimscope
