// What the middle of the window says when there is no table to show, or the sample is shown.
#pragma once

#include "ui/frame.h"

namespace claimscope {

// Takes its row from the top of `rect`.
void DrawSampleNotice(const Frame& frame, Rect* rect);
// What came of the files just opened.
void DrawOpening(const Frame& frame, Rect* rect);
void DrawNothingFound(const Frame& frame, const Rect& rect);
void DrawEmpty(const Frame& frame, const Rect& rect);

}  // namespace claimscope
