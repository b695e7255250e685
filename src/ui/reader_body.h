// The text of an article with its claims marked; the mouse selects words, or the claim it clicks.
#pragma once

#include "ui/reader_panel.h"

namespace claimscope {

struct TextArea {
  float x, top, width;
};

void DrawText(ReaderPanel& panel, const Frame& frame, const TextArea& area, uint32_t selected_row);

}  // namespace claimscope
