// What is chosen in the filters, each as a chip that can be taken away.
#pragma once

#include "ui/frame.h"

namespace claimscope {

// Takes its row from the top of `rect`.
// Where the words of a search are looked for: in claims, or in whole articles.
float SearchInWidth(const Frame& frame);
void DrawSearchIn(const Frame& frame, const Rect& rect);
void DrawChips(const Frame& frame, Rect* rect);

}  // namespace claimscope
