// Names of news outlets: by the names and short names they are given, and by the domains of their
// sites.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/status.h"

namespace claimscope {

class Outlets {
 public:
  // Columns: name, aliases (parted by '|'), domains (parted by '|').
  static Result<Outlets> Load(std::string_view name, std::string_view table);

  // The outlet called so ("nyt-world", "www.bbc.co.uk", "The Independent"), empty when it is not
  // known.
  std::string_view FindByName(std::string_view text) const;
  std::string_view FindByUrl(std::string_view url) const;

 private:
  std::unordered_map<std::string, std::string> by_name_;    // folded
  std::unordered_map<std::string, std::string> by_domain_;  // without "www."
};

// "https://www.bbc.co.uk/news/x" -> "www.bbc.co.uk", in lower case.
std::string HostOf(std::string_view url);

}  // namespace claimscope
