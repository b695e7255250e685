// One list of check boxes in the filters: the values of a facet with their marks, proportions and
// live counts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace claimscope {

// How a facet is shown and which commands it sends.
struct FacetSpec {
  Facet facet;
  std::string_view noun;          // in "all 34 regions"
  std::string_view toggle, only;  // command ids
  std::string_view argument;      // the name of their argument
  bool names_list = false;        // they take the list as an argument too
};

struct FacetRow {
  std::string_view value;  // what the commands take
  std::string label;
  std::string_view note;     // quiet, after the label where there is room
  std::string_view meaning;  // where the label alone may not say what the row holds
  uint32_t count = 0;        // under the other filters
  bool checked = false;
  ImU32 color = 0;  // of the proportion bar
  int entry = 0;    // of kinds, sides, statuses and reviews: for its mark
};

// The rows to be shown, in a fixed order, of all there are.
struct FacetRows {
  std::vector<FacetRow> rows;
  size_t all = 0;
  bool except = false;  // what is checked is left out
};

struct FacetList {
  bool folded = false;
  bool all = false;  // the rare ones too
  char find[64] = "";

  // Whether the row at a place of so many is to be shown.
  bool Shows(std::string_view label, bool checked, size_t place, size_t rows) const;
};

// Draws from `y` down within [x0, x1); returns where it ends.
float Draw(FacetList& list, const Frame& frame, const FacetSpec& spec, const FacetRows& rows,
           float x0, float x1, float y);

// The head of a section: its title; where something is chosen, links to turn the choice round and
// to clear it. True in *pressed when the title was pressed. Returns where it ends.
float DrawSectionHead(const Frame& frame, Facet facet, bool folded, float x0, float x1, float y,
                      bool* pressed);

}  // namespace claimscope
