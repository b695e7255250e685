// Claims of two sides or filters about the same thing, held against each other with both quotes.
#pragma once

#include <vector>

#include "ui/findings.h"
#include "ui/frame.h"

namespace claimscope {

struct OpposedList {
  bool agreeing = false;  // which of the two are shown
  bool all = false;
};
// Returns where it ends.
float DrawOpposed(OpposedList& list, const Frame& frame, const std::vector<OpposedPair>& pairs,
                  float x0, float x1, float y);

}  // namespace claimscope
