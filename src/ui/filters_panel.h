// The filters: days, region, kind, side, status, who says so, place, source, language, amount; each
// list with the counts it would give.
#pragma once

#include <array>

#include "ui/amount_filter.h"
#include "ui/date_filter.h"
#include "ui/facet_list.h"
#include "ui/frame.h"

namespace claimscope {

struct FiltersPanel {
  DateFilter days;
  AmountFilter amount;
  std::array<FacetList, kFacetCount> lists;

  // Kept while the answer and what is asked of the lists stay the same.
  uint64_t serial = 0;
  uint32_t clears = 0;
  bool dark = false;
  std::string asked;
  std::array<FacetRows, kFacetCount> rows;
};

void Draw(FiltersPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
