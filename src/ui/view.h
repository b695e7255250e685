// A view without a window: what a link means for an export, and its chart as a picture of its own.
#pragma once

#include <string>
#include <string_view>

#include "base/status.h"
#include "engine/engine.h"
#include "model/region.h"

namespace claimscope {

struct ViewOfLink {
  Query query;
  std::string query_link;  // the query alone, as a link: equal queries give equal links
  std::string chart_link;  // and how the chart is made
  std::string map_link;    // and which part of the map is shown
};
// `link`: "v1&kind=strike", with or without '#'; empty: everything. Fails as WithHash does.
Result<ViewOfLink> ReadView(std::string_view link);
// For a search alone, in the language of the search field.
ViewOfLink ViewOfSearch(std::string_view search);

// The chart of a link as an SVG 1.1 document: title, bars, axes, legend, and a line beneath that
// says how it was made (`note`). Colours are those of a corpus just opened. Ends with a line break.
std::string ChartSvg(Workspace* workspace, const RegionNames& names, std::string_view link,
                     std::string_view note);
// The same of the map. `map`: the bytes of ui/map.bin; fails when they cannot be read.
Result<std::string> MapSvg(Workspace* workspace, const RegionNames& names, std::string_view map,
                           std::string_view link, std::string_view note);

}  // namespace claimscope
