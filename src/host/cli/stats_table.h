// Counts of claims per region and month, as a table of aligned text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "model/claim.h"
#include "model/region.h"

namespace claimscope {

class StatsTable {
 public:
  // In the month of the claim's anchor day, in its region.
  void Add(const Claim& claim);
  // Regions by falling total, ties by code; the year up to the busiest month by months, other times
  // by years; undated claims; totals.
  std::string Format(const RegionNames& names) const;

 private:
  Day BusiestMonth() const;

  // By first day of the month (unknown: undated), then region code.
  std::map<Day, std::map<std::string, uint64_t>> months_;
};

}  // namespace claimscope
