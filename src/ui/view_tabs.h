// The views of the claims that pass, side by side as tabs: a row above them, or the foot of a small
// window.
#pragma once

#include "ui/frame.h"

namespace claimscope {

constexpr float kTabs = 34;

void DrawViewTabs(const Frame& frame, const Rect& rect, bool at_foot);
// "Claims", "In context".
std::string_view LabelOf(View view);

}  // namespace claimscope
