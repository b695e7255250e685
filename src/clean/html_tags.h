// The parser's elements as those of HtmlTree, and how they stand on a page.
#pragma once

#include <nokogiri_gumbo.h>

#include "clean/html_tree.h"

namespace claimscope {

HtmlTag TagOf(GumboTag tag);
// What has no text for a reader: scripts, drawings, fields and buttons.
bool IsSkipped(GumboTag tag);
bool BreaksLine(HtmlTag tag);

}  // namespace claimscope
