// Names of regions and countries by ISO 3166 code: read once from assets/gazetteer, shown
// everywhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"

namespace claimscope {

class RegionNames {
 public:
  // Reads gazetteer/regions.tsv and gazetteer/countries.tsv (columns `code`, `name`).
  static Result<RegionNames> Load(const FileBundle& rules);

  // "UA-59" -> "Sumy", "UA" -> "Ukraine", "-" -> "No region"; an unknown code is its own name.
  std::string_view NameOf(std::string_view code) const;
  // Every code that has a name, in the order of the codes.
  std::vector<std::string_view> Codes() const;

 private:
  struct Entry {
    std::string code, name;
  };
  std::vector<Entry> entries_;  // by code
};

}  // namespace claimscope
