// One region out of all there are, chosen by its name: a button that opens a list with a field to
// find in it.
#pragma once

#include <string>
#include <vector>

#include "ui/frame.h"

namespace claimscope {

struct RegionChoice {
  std::string code;  // empty: no region
  char find[48] = "";
  bool typing = false;
  int focus_tries = 0;
};

// Codes of the regions whose name or code holds what is typed, best first; "-" for no region is
// among them. Of equals those the corpus has most of come first.
std::vector<std::string> FindRegions(const Session& session, std::string_view typed);

void Draw(RegionChoice& choice, const Frame& frame, const char* label, const Rect& rect);

}  // namespace claimscope
