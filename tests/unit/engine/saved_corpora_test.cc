// A saved corpus opened piece by piece: only what is wanted is asked for, damage is told once.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/engine.h"
#include "model/names.h"
#include "model/own_rules.h"
#include "tests/support/made_corpus.h"

namespace claimscope {
namespace {

std::string MakeFile(uint32_t articles, uint32_t seed, std::string_view rules = {}) {
  SegmentBuilder builder;
  std::vector<Segment> segments;
  const auto seal = [&] { segments.push_back(std::move(*Segment::Open(builder.Seal()))); };
  for (const MadeArticle& made : MakeCorpus({.articles = articles}, seed)) {
    builder.Add(made.article, made.claims);
    if (builder.articles() == 10) seal();
  }
  if (builder.articles() > 0) seal();
  std::vector<const Segment*> pointers;
  for (const Segment& segment : segments) pointers.push_back(&segment);
  std::string file;
  WriteSnapshot(pointers, rules, [&](std::string_view bytes) { file.append(bytes); });
  return file;
}

// Gives what is wanted; the bytes that were asked for, or the first error.
Result<uint64_t> Feed(SavedCorpora* saved, const std::vector<std::string>& files) {
  uint64_t bytes = 0;
  Status first;
  for (int times = 0; times < 1000; ++times) {
    const auto range = saved->Next();
    if (!range) return first.ok() ? Result<uint64_t>(bytes) : Result<uint64_t>(first);
    bytes += range->size;
    const std::string& file = files[range->file];
    REQUIRE(range->begin <= file.size());
    const Status status = saved->Give(
        file.substr(static_cast<size_t>(range->begin), static_cast<size_t>(range->size)));
    if (!status.ok() && first.ok()) first = status;
  }
  FAIL("it never has enough");
  return bytes;
}

TEST_CASE("a saved corpus brings its rules where nothing is open, and is refused beside others") {
  const std::string rules = PackBundle(
      FileBundle::Of({{std::string(kRulesName), "floods"},
                      {"lexicon/kind_list.tsv",
                       "# kind\tlabel\tunit\tcounts\ttraits\nwater\tRising water\t\t\trest\n"}}));
  const std::vector<std::string> files{MakeFile(20, 3, rules), MakeFile(20, 4),
                                       MakeFile(20, 5, rules)};
  {
    Workspace workspace;
    SavedCorpora saved(&workspace);
    saved.Open(files[0].size());
    REQUIRE(Feed(&saved, files).ok());
    CHECK(OwnRules() == rules);
    CHECK(OwnRulesName() == "floods");
    CHECK(TitleOf(Kind{}) == "Rising water");
    saved.Open(files[1].size());
    const Result<uint64_t> other = Feed(&saved, files);
    REQUIRE_FALSE(other.ok());
    CHECK(other.status().message().find(
              "with the built-in rules, what is open with the rules “floods”") !=
          std::string::npos);
    CHECK_FALSE(saved.IsOpen(1));
    saved.Open(files[2].size());
    CHECK(Feed(&saved, files).ok());
    CHECK(workspace.article_count() == 40);
    // What is saved again carries them on.
    workspace.WantAll();
    REQUIRE(Feed(&saved, files).ok());
    std::string again;
    REQUIRE(workspace.Save([&](std::string_view bytes) { again.append(bytes); }).ok());
    CHECK(ReadSnapshot(again, again.size())->rules == rules);
  }
  Workspace empty;
  SavedCorpora saved(&empty);
  saved.Open(files[0].size());
  saved.Open(files[1].size());
  CHECK_FALSE(Feed(&saved, files).ok());
  REQUIRE(UseOwnRules({}).ok());
  CHECK(OwnRulesName().empty());
  CHECK(TitleOf(Kind::kStrike) == "Strikes");
  CHECK_FALSE(UseOwnRules("no bundle").ok());
}

TEST_CASE("a saved corpus brings its columns first, words and one text when they are wanted") {
  const std::vector<std::string> files{MakeFile(40, 3), MakeFile(20, 4)};
  Workspace workspace;
  SavedCorpora saved(&workspace);
  CHECK_FALSE(saved.Next());
  CHECK(saved.Open(files[0].size()) == 0);
  const Result<uint64_t> opened = Feed(&saved, files);
  REQUIRE(opened.ok());
  CHECK(*opened < files[0].size());
  CHECK(saved.IsOpen(0));
  CHECK(workspace.article_count() == 40);
  CHECK(saved.CountsOf(0).articles == 40);
  CHECK(saved.CountsOf(0).claims == workspace.claim_count());

  CHECK(saved.Open(files[1].size()) == 1);
  REQUIRE(Feed(&saved, files).ok());
  CHECK(workspace.article_count() == 60);

  Query query;
  query.text = "north ";
  CHECK(workspace.Ask(query, Per::kDay).hits.empty());
  REQUIRE(Feed(&saved, files).ok());
  CHECK_FALSE(workspace.Ask(query, Per::kDay).hits.empty());
  CHECK_FALSE(workspace.SegmentAt(1).has_text());
  CHECK(workspace.SegmentAt(5).QuoteAt(0).empty());
  REQUIRE(Feed(&saved, files).ok());
  CHECK_FALSE(workspace.SegmentAt(5).QuoteAt(0).empty());
  CHECK_FALSE(workspace.SegmentAt(1).has_text());
}

TEST_CASE("the same file twice is one corpus") {
  const std::vector<std::string> files{MakeFile(20, 3), MakeFile(20, 3)};
  Workspace workspace;
  SavedCorpora saved(&workspace);
  for (const std::string& file : files) saved.Open(file.size());
  REQUIRE(Feed(&saved, files).ok());
  CHECK(saved.IsOpen(1));
  CHECK(saved.CountsOf(1).articles == 0);
  CHECK(workspace.article_count() == 20);
}

TEST_CASE("a file damaged at its beginning adds nothing, the next one is read") {
  const std::string good = MakeFile(20, 5);
  const size_t directory_end = 32 + 2 * 56;
  for (const size_t at : {size_t{0}, size_t{9}, size_t{40}, directory_end + 100}) {
    CAPTURE(at);
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    const std::vector<std::string> files{bad, good};
    Workspace workspace;
    SavedCorpora saved(&workspace);
    saved.Open(bad.size());
    CHECK_FALSE(Feed(&saved, files).ok());
    CHECK_FALSE(saved.IsOpen(0));
    CHECK(workspace.article_count() == 0);
    saved.Open(good.size());
    CHECK(Feed(&saved, files).ok());
    CHECK(workspace.article_count() == 20);
  }
  for (const size_t size : {size_t{0}, size_t{20}, size_t{50}, good.size() - 1}) {
    CAPTURE(size);
    const std::vector<std::string> files{good.substr(0, size)};
    Workspace workspace;
    SavedCorpora saved(&workspace);
    saved.Open(size);
    CHECK_FALSE(Feed(&saved, files).ok());
    CHECK(workspace.article_count() == 0);
  }
}

TEST_CASE("a damaged text is told once, everything else goes on") {
  std::vector<std::string> files{MakeFile(20, 6)};
  files[0][files[0].size() - 20] = static_cast<char>(files[0][files[0].size() - 20] ^ 1);
  Workspace workspace;
  SavedCorpora saved(&workspace);
  saved.Open(files[0].size());
  REQUIRE(Feed(&saved, files).ok());
  CHECK(workspace.SegmentAt(0).QuoteAt(0).empty());
  CHECK(workspace.SegmentAt(1).QuoteAt(0).empty());
  CHECK_FALSE(Feed(&saved, files).ok());
  CHECK_FALSE(workspace.SegmentAt(0).QuoteAt(0).empty());
  CHECK(workspace.SegmentAt(1).QuoteAt(0).empty());
  CHECK(Feed(&saved, files).ok());
  CHECK_FALSE(saved.Next());
}

}  // namespace
}  // namespace claimscope
