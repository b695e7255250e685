// Why nothing is found, and what would find something.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimscope {

class Session;

struct WayOut {
  std::string label;
  std::string_view command;
  bool enabled = true;
  std::string arguments;  // encoded
};
// `alone`: without the filters.
WayOut SearchFor(std::string label, std::string_view text, bool alone);

struct NothingFound {
  std::string title, text;
  std::vector<WayOut> ways;
};
NothingFound ExplainNothing(const Session& session);

}  // namespace claimscope
