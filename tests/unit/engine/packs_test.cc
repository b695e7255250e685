// The pack of another topic, assets/packs/epidemic: tables in place of the built-in ones.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "assets/builtin.h"
#include "engine/engine.h"
#include "model/names.h"

namespace claimscope {
namespace {

std::map<std::string, std::string> FilesIn(const std::string& folder) {
  std::map<std::string, std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    if (error || !entry.is_regular_file()) continue;
    std::ostringstream data;
    data << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    files[std::filesystem::relative(entry.path(), folder).generic_string()] = data.str();
  }
  return files;
}

// Whatever a test loads, the next one finds the built-in names.
struct NamesRestored {
  ~NamesRestored() {
    const Result<FileBundle> builtin = FileBundle::Open(BuiltinRules());
    if (builtin.ok()) CHECK(LoadNames(*builtin).ok());
  }
};

Result<Pack> LoadOver(const std::vector<FileBundle::File>& own) {
  const Result<FileBundle> builtin = FileBundle::Open(BuiltinRules());
  REQUIRE(builtin.ok());
  return LoadPack(Overlay(*builtin, own));
}

TEST_CASE("somebody who studies an epidemic writes kinds, sides, nouns and actors as tables") {
  const std::string folder = CLAIMSCOPE_SOURCE_DIR "/assets/packs/epidemic";
  const std::map<std::string, std::string> files = FilesIn(folder);
  if (files.empty()) {
    MESSAGE("skipped: " << folder << " cannot be read here");
    return;
  }
  const NamesRestored restored;
  std::vector<FileBundle::File> tables;
  for (const auto& [name, data] : files) tables.push_back({name, data});
  Result<Pack> pack = LoadOver(tables);
  REQUIRE_MESSAGE(pack.ok(), pack.status().message());

  std::map<std::string, int> kinds, sides;
  double first_cases = 0;
  std::string denied;
  Pipeline pipeline(*pack,
                    {.on_article = [&](const Article& article, const std::vector<Claim>& claims) {
                      for (const Claim& claim : claims) {
                        ++kinds[std::string(NameOf(claim.kind))];
                        ++sides[std::string(NameOf(claim.side))];
                        if (first_cases == 0 && !claim.quantities.empty())
                          first_cases = claim.quantities[0].value;
                        if (claim.status == ClaimStatus::kDenied)
                          denied = TextOf(article.text, claim.span);
                      }
                    }});
  for (const auto& [name, data] : files) {
    if (name.rfind("sample/", 0) != 0) continue;
    pipeline.Begin(name);
    pipeline.Push(data);
    pipeline.End();
  }
  CHECK(first_cases == 412);
  CHECK(kinds["infections"] >= 4);
  CHECK(kinds["deaths"] >= 2);
  CHECK(kinds["hospitals"] >= 2);
  CHECK(kinds["vaccines"] >= 2);
  CHECK(kinds["measures"] >= 1);
  CHECK(kinds.count("territory") == 0);
  CHECK(sides["government"] >= 3);
  CHECK(sides["agency"] >= 2);
  CHECK(sides["expert"] >= 2);
  CHECK(sides["opposition"] >= 1);
  CHECK(denied.find("2,000 people") != std::string::npos);
  CHECK(TitleOf(Kind{0}) == "Infections");
  CHECK(TitleOf(Side::kAlly) == "Health agencies");
}

TEST_CASE("a pack with a mistake is refused with its table and line, and no name changes") {
  const NamesRestored restored;
  const auto fails = [](std::string_view name, std::string_view data) {
    const Result<Pack> pack = LoadOver({{std::string(name), data}});
    REQUIRE_FALSE(pack.ok());
    CHECK(NameOf(Kind::kTerritory) == "territory");
    return pack.status().message();
  };
  CHECK(fails("lexicon/kind_list.tsv", "# kind\tlabel\na\tA\na\tB\n").find("line 3") !=
        std::string::npos);
  CHECK(fails("lexicon/side_list.tsv", "# side\tlabel\na\tA\n").find("5 rows") !=
        std::string::npos);
  CHECK(fails("lexicon/kind_list.tsv", "# kind\na\nb\nc\nd\ne\nf\ng\nh\ni\n").find("8 rows") !=
        std::string::npos);
}

TEST_CASE("a table lies over the built-in one of the same name") {
  const FileBundle base = FileBundle::Of({{"a", "1"}, {"b", "2"}});
  const FileBundle both = Overlay(base, {{"b", "3"}, {"c", "4"}});
  CHECK(both.files().size() == 3);
  CHECK(both.Find("a") == "1");
  CHECK(both.Find("b") == "3");
  CHECK(both.Find("c") == "4");
}

}  // namespace
}  // namespace claimscope
