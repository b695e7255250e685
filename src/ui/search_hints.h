// Under the search field while somebody types in it: what was not understood, and what may be
// typed.
#pragma once

#include <string>
#include <string_view>

#include "query/query.h"
#include "ui/frame.h"

namespace claimscope {

// With the part of the search that it is about: "“side:moon”: ...".
std::string DescribeProblem(std::string_view text, const SearchProblem& problem);

void DrawSearchHints(const Frame& frame, const Rect& field, std::string_view text);

}  // namespace claimscope
