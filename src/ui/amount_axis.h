// Where amounts stand on an axis: evenly, or by powers of ten where they differ by more than fifty
// times. A pure function.
#pragma once

#include <vector>

namespace claimscope {

struct AmountAxis {
  double least = 0, most = 1;
  bool by_tens = false;
  std::vector<double> ticks;

  // 0 at the foot, 1 at the top.
  float PlaceOf(double amount) const;
};

// `amounts` may be in any order; those that are not more than 0 stand at the foot.
AmountAxis MakeAmountAxis(const std::vector<double>& amounts);

}  // namespace claimscope
