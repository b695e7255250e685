// The words searched for, each in its line, sortable by what stands left or right of it.
#pragma once

#include "ui/concordance.h"
#include "ui/frame.h"

namespace claimscope {

// A view of its own: center_panel.h.
void DrawContext(const Frame& frame, const Rect& rect);

}  // namespace claimscope
