#include "model/own_rules.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/names.h"

namespace claimscope {
namespace {

struct InUse {
  std::string bundle, name;
};

InUse& Current() {
  static InUse in_use;
  return in_use;
}

Result<FileBundle> OpenRules(std::string_view bundle) {
  if (bundle.empty()) return FileBundle();
  return FileBundle::Open(bundle);
}

}  // namespace

Status UseOwnRules(std::string bundle) {
  const Result<FileBundle> files = OpenRules(bundle);
  if (!files.ok()) return files.status();
  if (Status status = LoadNames(*files); !status.ok()) return status;
  std::string name(files->Find(kRulesName));
  if (name.empty() && !bundle.empty()) name = "own";
  Current() = {std::move(bundle), std::move(name)};
  return Status::Ok();
}

const std::string& OwnRules() { return Current().bundle; }
std::string_view OwnRulesName() { return Current().name; }

bool IsSameRules(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const Result<FileBundle> first = OpenRules(a), second = OpenRules(b);
  if (!first.ok() || !second.ok()) return false;
  const auto tables = [](const FileBundle& bundle) {
    std::vector<FileBundle::File> files;
    for (const FileBundle::File& file : bundle.files())
      if (file.name != kRulesName) files.push_back(file);
    return files;
  };
  const auto is_same = [](const FileBundle::File& x, const FileBundle::File& y) {
    return x.name == y.name && x.data == y.data;
  };
  const auto of_a = tables(*first), of_b = tables(*second);
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), is_same);
}

std::string NameRules(std::string_view bundle) {
  if (bundle.empty()) return "the built-in rules";
  const Result<FileBundle> files = OpenRules(bundle);
  const std::string_view name = files.ok() ? files->Find(kRulesName) : std::string_view();
  return name.empty() ? "other rules" : "the rules “" + std::string(name) + "”";
}

Result<FileBundle> OverlayTables(const FileBundle& base, const FileBundle& own) {
  std::vector<FileBundle::File> tables;
  for (const FileBundle::File& file : own.files()) {
    if (file.name == kRulesName) continue;
    if (!base.Has(file.name)) {
      return Status::Invalid(file.name +
                             ": there is no table of this name to stand in place of; "
                             "assets/README.md lists them.");
    }
    tables.push_back(file);
  }
  return Overlay(base, std::move(tables));
}

}  // namespace claimscope
