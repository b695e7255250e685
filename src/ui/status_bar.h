// The bar at the bottom: what is loaded, what was left out, how far reading is; and the list of
// what went wrong.
#pragma once

#include "ui/frame.h"

namespace claimscope {

void DrawStatusBar(const Frame& frame, const Rect& rect);
// Over the rest of the window, above the status bar.
void DrawProblems(const Frame& frame, const Rect& window);

// "759 articles · 2 skipped"
std::string StatusText(const IngestProgress& progress, const Corpus& corpus);

}  // namespace claimscope
