// The keys that scroll the article while the keyboard is in the reader.
#pragma once

#include "ui/frame.h"

namespace claimscope {

// Whether the arrows are the article's now: they choose no claim then.
bool ArrowsScrollArticle(const Frame& frame);
// Within the panel of the text: arrows, Page Up and Down, Home and End scroll it.
void ScrollByKeys(const Frame& frame);

}  // namespace claimscope
