// A question to the core module, as its wrapper asks it: lines "name<TAB>value"; lists are parted
// by commas.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/status.h"
#include "query/query.h"

namespace claimscope {

struct Question {
  Query query;
  Asking asking;
  std::string order = "date";
  size_t limit = 100, offset = 0;
};

// Of the chart's parts and the lists, as the wrapper names them.
constexpr std::string_view kPers[] = {"day", "week", "month", "quarter", "year"};
constexpr std::pair<std::string_view, Facet> kFacets[] = {
    {"region", Facet::kRegion}, {"kind", Facet::kKind},         {"side", Facet::kSide},
    {"status", Facet::kStatus}, {"claimant", Facet::kClaimant}, {"place", Facet::kPlace},
    {"source", Facet::kSource}, {"language", Facet::kLanguage}, {"measure", Facet::kMeasure}};

// A line with another name asks nothing.
Status ReadQuestion(std::string_view lines, Question* question);

}  // namespace claimscope
