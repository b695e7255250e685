// Ranges of days made longer, shorter or moved, within all the days there are. Pure functions.
#pragma once

#include "model/day.h"

namespace claimscope {

// `days` made `factor` times as long, with `at` staying where it is; a week at least. All days when
// that is as long.
DayRange Zoomed(DayRange days, DayRange all, Day at, double factor);
// `days` moved by so many days, kept within `all`.
DayRange Moved(DayRange days, DayRange all, int by);

}  // namespace claimscope
