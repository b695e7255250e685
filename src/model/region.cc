#include "model/region.h"

#include <algorithm>

#include "base/stable_sort.h"
#include "base/table.h"

namespace claimscope {

Result<RegionNames> RegionNames::Load(const FileBundle& rules) {
  RegionNames names;
  for (const char* file : {"gazetteer/regions.tsv", "gazetteer/countries.tsv"}) {
    Result<Table> table = Table::Parse(file, rules.Find(file));
    if (!table.ok()) return table.status();
    const int code = table->Column("code");
    const int name = table->Column("name");
    if (code < 0 || name < 0) {
      return Status::Invalid(std::string(file) + ": the columns code and name are missing.");
    }
    for (size_t row = 0; row < table->rows(); ++row) {
      names.entries_.push_back(
          {std::string(table->At(row, code)), std::string(table->At(row, name))});
    }
  }
  StableSort(&names.entries_, [](const Entry& a, const Entry& b) { return a.code < b.code; });
  return names;
}

std::string_view RegionNames::NameOf(std::string_view code) const {
  if (code == "-" || code.empty()) return "No region";
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), code,
                                   [](const Entry& e, std::string_view c) { return e.code < c; });
  return at != entries_.end() && at->code == code ? std::string_view(at->name) : code;
}

std::vector<std::string_view> RegionNames::Codes() const {
  std::vector<std::string_view> codes;
  for (const Entry& entry : entries_) codes.push_back(entry.code);
  return codes;
}

}  // namespace claimscope
