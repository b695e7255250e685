// A border between panels that can be dragged; a double click gives the usual size back.
#pragma once

#include "ui/frame.h"

namespace claimscope {

// `grows` is +1 when the panel grows to the right or down, else -1.
void DrawSplitter(const Frame& frame, const char* label, std::string_view panel, float size,
                  Rect rect, bool vertical, float grows);

}  // namespace claimscope
