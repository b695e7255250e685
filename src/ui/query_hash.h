// The filters' part of a link, read and written; links of all kinds begin with the same version.
#pragma once

#include <string>
#include <string_view>

#include "base/status.h"
#include "model/query.h"
#include "ui/arguments.h"
#include "ui/state.h"

namespace claimscope {

constexpr std::string_view kLinkVersion = "v1";
inline bool IsLink(std::string_view text) { return text.substr(0, text.find('&')) == kLinkVersion; }

// "&from=2025-05-01&region=UA-59&q=drones"; where its words are looked for is not in it.
void AppendQuery(const Query& query, std::string* out);
// Into an empty query.
Status ReadQuery(const Arguments& arguments, Query* query);

Status BadValue(std::string_view name, std::string_view value);
Status ReadDays(const Arguments& arguments, std::string_view from, std::string_view to,
                DayRange* out);
template <typename E>
Status ReadName(const Arguments& arguments, std::string_view name, E* out) {
  if (!arguments.Has(name) || FromName(arguments.Get(name), out)) return Status::Ok();
  return BadValue(name, arguments.Get(name));
}

}  // namespace claimscope
