// Dates as people write them: "1 May 2025", "May 1, 2025", "May 2025", "2025-05", "1.5.2025",
// "Q2 2025", "2025".
#pragma once

#include <string>
#include <string_view>

#include "model/day.h"

namespace claimscope {

struct DateEntry {
  DayRange days;  // of a month, a quarter or a year all its days; unknown: it could not be read
  bool day_first = false;  // "1.5.2025" could be read the other way too

  bool known() const { return days.known(); }
};
DateEntry ParseDateEntry(std::string_view text);

// What to say of a date that could not be read.
constexpr std::string_view kDateHelp = "Write a day like 1 May 2025, or May 2025, Q2 2025, 2025.";

}  // namespace claimscope
