// What the middle of the window says when there is no table to show, or the sample is shown.
#pragma once

#include <span>
#include <string_view>

#include "ui/frame.h"
#include "ui/nothing_found.h"

namespace claimscope {

// Takes its row from the top of `rect`.
void DrawSampleNotice(const Frame& frame, Rect* rect);
// What came of the files just opened.
void DrawOpening(const Frame& frame, Rect* rect);
// A title and a line or two in the middle of what is empty; where the next thing may begin.
float DrawTold(const Frame& frame, const Rect& rect, std::string_view title, std::string_view text);
void DrawWaysOut(const Frame& frame, const Rect& rect, float y, std::span<const WayOut> ways);
void DrawNothingFound(const Frame& frame, const Rect& rect);
void DrawEmpty(const Frame& frame, const Rect& rect);

}  // namespace claimscope
