// The keys that scroll an article or a list.
#pragma once

#include "ui/frame.h"

namespace claimscope {

// Whether the arrows are the article's now: they choose no claim then.
bool ArrowsScrollArticle(const Frame& frame);
// Within the panel of the article's text: Page Up and Down, Home and End scroll it, and the arrows
// once the keyboard is in the reader.
void ScrollByKeys(const Frame& frame);
// The same, without the arrows, within the panel of a list ("/claims table_") while no article is
// open.
void ScrollListByKeys(const Frame& frame, std::string_view list);

}  // namespace claimscope
