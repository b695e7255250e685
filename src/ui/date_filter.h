// The date section of the filters: two fields and a few ranges that are often wanted.
#pragma once

#include <string>

#include "ui/frame.h"

namespace claimscope {

struct DateFilter {
  bool folded = false;
  char from[24] = "", to[24] = "";
  bool from_wrong = false, to_wrong = false;
  bool to_typed = false;  // the last day was typed, not taken over
  std::string note;       // what is wrong, or how it was read
  bool typing = false;
  DayRange shown;
};

// Draws from `y` down within [x0, x1); returns where it ends.
float Draw(DateFilter& filter, const Frame& frame, float x0, float x1, float y);

}  // namespace claimscope
