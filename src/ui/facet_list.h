// One list of check boxes in the filters: the values of a facet with their marks, proportions and
// live counts.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace claimscope {

// How a facet is shown and which commands it sends.
struct FacetSpec {
  std::string_view title;
  std::string_view noun;                 // in "all 34 regions"
  std::string_view toggle, only, clear;  // command ids
  std::string_view argument;             // the name of their argument
};

struct FacetRow {
  std::string_view value;  // what the commands take
  std::string_view label;
  uint32_t total = 0;  // in the corpus
  uint32_t count = 0;  // under the other filters
  bool checked = false;
  ImU32 color = 0;  // of the proportion bar
  std::function<void(ImDrawList*, ImVec2)> draw_mark;
};

struct FacetList {
  bool folded = false;
  bool all = false;  // the rare ones too
  char find[64] = "";
  bool finding = false;
};

// Draws from `y` down within [x0, x1); returns where it ends. `rows` in a fixed order.
float Draw(FacetList& list, const Frame& frame, const FacetSpec& spec,
           const std::vector<FacetRow>& rows, float x0, float x1, float y);

// The head of a section: title, what is chosen, Clear. Toggles *folded; returns where it ends.
float DrawSectionHead(const Frame& frame, std::string_view title, bool* folded,
                      std::string_view clear_command, float x0, float x1, float y);

}  // namespace claimscope
