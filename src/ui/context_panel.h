// The words searched for, each in its line, sortable by what stands left or right of it.
#pragma once

#include "ui/concordance.h"
#include "ui/frame.h"

namespace claimscope {

struct ContextPanel {
  // Kept while the answer and the order stay the same.
  uint64_t serial = 0;
  ContextSort sort = ContextSort::kDate;
  Concordance concordance;
};

void Draw(ContextPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
