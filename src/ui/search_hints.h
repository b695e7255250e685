// Under the search field while somebody types in it: what was not understood, and what may be
// typed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/query.h"
#include "ui/frame.h"

namespace claimscope {

// With the part of the search that it is about: "“side:moon”: ...".
std::string DescribeProblem(std::string_view text, const SearchProblem& problem);

// What may be typed, and which of it the arrow keys have chosen.
struct SearchHints {
  std::string text;  // what they are for
  std::vector<SearchHint> all;
  int chosen = -1;
  bool walk = false;  // the arrows go along them
};

// Before the field is drawn, which has the keyboard: the arrows walk the hints; Enter or Tab writes
// the chosen one. The text to be searched for then; else empty.
std::string WalkHints(SearchHints& hints, std::string_view text);
void DrawSearchHints(const SearchHints& hints, const Frame& frame, const Rect& field,
                     std::string_view text);

}  // namespace claimscope
