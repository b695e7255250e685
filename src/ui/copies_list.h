// The list of copies under the headline of an article, and the head of what two of them differ in.
#pragma once

#include "ui/reader_panel.h"

namespace claimscope {

// Returns where it ends.
float DrawCopies(ReaderPanel& panel, const Frame& frame, float x, float y, float width);
float DrawDifferenceHead(const ReaderPanel& panel, const Frame& frame, float x, float y,
                         float width);

// The line under words of one article alone: unbroken, or of the other one: dashes.
void DrawOwnLine(const Frame& frame, ImDrawList* list, float x0, float x1, float y, bool is_there);

}  // namespace claimscope
