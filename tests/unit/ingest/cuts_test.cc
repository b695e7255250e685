// Every format, cut at random: the articles, ids and problems are the same.
#include "tests/unit/ingest/archive_testing.h"
#include "tests/unit/ingest/ingest_testing.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace claimscope {
namespace {

Reading ReadCut(std::string_view bytes, std::mt19937* random) {
  Reading reading;
  SourceReader reader(
      "in", BuiltinNames(), [&](RawArticle&& a) { reading.articles.push_back(std::move(a)); },
      [&](Problem&& p) { reading.problems.push_back(std::move(p)); }, 4096);
  while (!bytes.empty()) {
    // Mostly small pieces, some large ones, empty ones too.
    const size_t size = (*random)() % ((*random)() % 4 == 0 ? 5000 : 40);
    reader.Push(bytes.substr(0, size));
    bytes.remove_prefix(std::min(size, bytes.size()));
  }
  reader.Finish();
  return reading;
}

void CheckCuts(const std::string& bytes, std::mt19937* random) {
  const std::string whole = Describe(ReadInPieces(bytes, bytes.size() + 1, 4096));
  for (int round = 0; round < 10; ++round) CHECK(Describe(ReadCut(bytes, random)) == whole);
}

// The fuzzer's seeds hold each format; damage is made by turning bits over.
TEST_CASE("the same for any cut, of whole and of damaged files") {
  std::mt19937 random(7);
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(CLAIMSCOPE_SOURCE_DIR) / "tests/fuzz/seeds/ingest")) {
    std::ifstream in(entry.path(), std::ios::binary);
    files.emplace_back(entry.path().filename().string(),
                       std::string(std::istreambuf_iterator<char>(in), {}));
  }
  REQUIRE(files.size() >= 25);
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const auto& name = file.first;
    const auto& bytes = file.second;
    CAPTURE(name);
    CheckCuts(bytes, &random);
    for (int damage = 0; damage < 5; ++damage) {
      std::string damaged = bytes;
      for (int i = 0; i < 3; ++i) {
        char& c = damaged[random() % damaged.size()];
        c = static_cast<char>(c ^ (1 << random() % 8));
      }
      CheckCuts(damaged, &random);
    }
  }
  CheckCuts(Zip(files), &random);
  CheckCuts(Tar(files), &random);
  CheckCuts(Zstd(Zip(files, ZipStyle::kStreamed)), &random);
}

}  // namespace
}  // namespace claimscope
