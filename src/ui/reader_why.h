// "Why this is a claim": what was read out of the words, and by which rule.
#pragma once

#include "ui/frame.h"

namespace claimscope {

float WhyHeight(const Frame& frame, float width);
void DrawWhy(const Frame& frame, Hit hit, const Rect& rect, bool* folded);

}  // namespace claimscope
