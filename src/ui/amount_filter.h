// The amount section of the filters: a measure, and the ends between which amounts pass.
#pragma once

#include "ui/facet_list.h"
#include "ui/frame.h"

namespace claimscope {

struct AmountFilter {
  FacetList list;
  char least[24] = "", most[24] = "";
  bool typing = false;
  AmountRange shown;
  bool wrong = false;
};

// The fields under the measure chosen; returns where they end.
float DrawEnds(AmountFilter& filter, const Frame& frame, float x0, float x1, float y);

}  // namespace claimscope
