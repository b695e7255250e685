// What is asked for that no claim of the corpus has: "lang:uk" among English articles, a name in a
// link that was made for others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/notices.h"

namespace claimscope {

struct MissingValue {
  std::string text;          // "No claim is in the language “uk”. Choose what there is:"
  std::vector<WayOut> ways;  // the nearest there are, each in place of it
};
// The first such value of the search, then of the filters.
std::optional<MissingValue> FindMissing(const Session& session);

}  // namespace claimscope
