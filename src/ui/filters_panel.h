// The filters: days, region, kind, side, status; each list with the counts it would give.
#pragma once

#include "ui/facet_list.h"
#include "ui/frame.h"

namespace claimscope {

struct FiltersPanel {
  bool days_folded = false;
  char from[24] = "", to[24] = "";
  bool from_wrong = false, to_wrong = false;
  bool typing = false;
  DayRange shown;
  FacetList regions, kinds, sides, statuses;

  // Kept while the answer stays the same.
  uint64_t serial = 0;
  bool dark = false;
  std::vector<FacetRow> region_rows, kind_rows, side_rows, status_rows;
};

void Draw(FiltersPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
