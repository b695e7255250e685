// The bar at the top: name, search, what can be opened, and the menu.
#pragma once

#include "ui/frame.h"
#include "ui/layout.h"
#include "ui/search_hints.h"

namespace claimscope {

struct TopBar {
  char search[512] = "";
  uint32_t focus_seen = 0;
  int focus_tries = 0;
  bool typing = false;
  SearchHints hints;
};

void Draw(TopBar& bar, const Frame& frame, const Layout& layout);

}  // namespace claimscope
