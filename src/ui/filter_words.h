// A filter in words, part by part, as the chips and the comparison tell it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/session.h"

namespace claimscope {

struct FilterWord {
  std::string label;
  std::string_view remove;  // the command that takes this part away
  std::string arguments;
};
std::vector<FilterWord> WordsOf(const Session& session, const Query& query);
// "Sumy · Strike · “drone”"; "All claims".
std::string FilterInWords(const Session& session, const Query& query);

// Of a region, kind, side, status or claimant, or the rest of them in a chart ("other").
std::string SeriesName(const Session& session, Facet stack, std::string_view series);

}  // namespace claimscope
