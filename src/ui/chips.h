// What is chosen in the filters, each as a chip that can be taken away.
#pragma once

#include "ui/frame.h"

namespace claimscope {

// Takes its row from the top of `rect`.
void DrawChips(const Frame& frame, Rect* rect);

}  // namespace claimscope
