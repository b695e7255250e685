// Units as people read them: "km²", "US dollars". Data and links keep the unit's own name ("km2").
#pragma once

#include <string>
#include <string_view>

namespace claimscope {

// What stands before and after a number: "$" and "", "" and "km²". A unit that is none ("items":
// the text names nothing that is counted) has neither; others stand as they are.
struct UnitWords {
  std::string_view before, after;
};
UnitWords WordsOfUnit(std::string_view unit);
// "60 drones", "$5", "15": a number that is written already, with its unit.
std::string WithUnit(std::string_view number, std::string_view unit);

}  // namespace claimscope
