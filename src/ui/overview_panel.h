// The view of what was loaded: figures, articles per source and month, languages, what could not be
// read. Every number leads to what it counts.
#pragma once

#include <vector>

#include "ui/findings.h"
#include "ui/frame.h"

namespace claimscope {

struct OverviewPanel {
  uint64_t revision = ~uint64_t{0};
  const Overview* overview = nullptr;  // of the frame
  bool knows_copies = false;
  enum class Listed : uint8_t { kNone, kWithoutClaims, kUndated };
  Listed listed = Listed::kNone;  // which articles stand under the figures
  uint32_t copies = 0;            // articles that tell again what another one of their group has
};

void Draw(OverviewPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
