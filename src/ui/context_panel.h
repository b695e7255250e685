// The words searched for, each in its line, sortable by what stands left or right of it.
#pragma once

#include "ui/concordance.h"
#include "ui/frame.h"

namespace claimscope {

// A view of its own: center_panel.h.
struct ContextPanel {
  Selection seen;  // to bring the line of a new one into view
};

void Draw(ContextPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
