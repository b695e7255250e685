// Calendar days as pages and fields write them. A day without its year is no day here.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/day.h"
#include "model/span.h"

namespace claimscope {

struct FoundDate {
  Day day;
  Span span;              // of the text given, weekday and time included
  bool has_time = false;  // "at 08:56PM", "17:16 BST", "T15:52:42Z"
};

// The first date in `text` at or after `from`; false when there is none.
// Read: "2025-07-01", "2025/07/01", "1.7.2025", "21 May 2025", "21st of May, 2025", "May 21, 2025",
// each with a weekday before or a time after; months also in Ukrainian, Russian, German, French and
// Spanish; "5/21/2025" where only one reading is possible, or where `page` names only one of the
// two days by its month ("9 October").
bool FindDate(std::string_view text, size_t from, FoundDate* out, std::string_view page = {});

// The day in an address: "/2025/07/01/", "/2025/jul/01/", "-20250701". Unknown when there is none.
Day DateOfUrl(std::string_view url);

}  // namespace claimscope
