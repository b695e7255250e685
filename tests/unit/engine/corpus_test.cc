#include <doctest/doctest.h>

#include "assets/builtin.h"
#include "engine/engine.h"

namespace claimscope {
namespace {

constexpr const char* kLive =
    "Ukrainian troops pushed Russian forces out of two villages in the Sumy region overnight, the "
    "general staff said. Fighting went on along the border through the morning, and 14 attacks "
    "were repelled since Monday, a spokesman for the northern command told reporters. Residents "
    "of the villages had been taken to safety in the spring, the head of the region said.";
constexpr const char* kMore =
    " In the south, engineers went on with repairs of the dam after the heavy rains of last week, "
    "and the railway said that trains to the coast would run again from Thursday. The ministry of "
    "culture opened a competition for the design of a new museum in the old harbour, with three "
    "rounds and a jury of eleven. Farmers spoke of the best harvest of cherries for ten years.";

std::vector<CorpusArticle> Joined(const std::vector<std::pair<std::string, std::string>>& texts) {
  static const Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
  REQUIRE(rules.ok());
  static const Result<Pack> pack = LoadPack(*rules);
  REQUIRE(pack.ok());
  std::vector<CorpusArticle> articles;
  for (const auto& [date, text] : texts) {
    CorpusArticle& one = articles.emplace_back();
    one.article.id = "article " + std::to_string(articles.size());
    one.article.language = "en";
    one.article.page = one.article.text = text;
    one.article.date = ParseIsoDay(date);
    if (one.article.date.known()) one.article.date_basis = DateBasis::kField;
    one.claims = pack->extractor.Extract(one.article);
  }
  JoinCorpus(pack->extractor, &articles);
  return articles;
}

TEST_CASE("an undated article takes the day of its dated copy, and its claims their times") {
  const auto articles = Joined({{"", kLive}, {"2025-07-02", kLive}, {"2025-07-01", kLive}});
  CHECK(FormatIsoDay(articles[0].article.date) == "2025-07-01");
  CHECK(articles[0].article.date_basis == DateBasis::kDuplicate);
  CHECK(articles[1].article.date_basis == DateBasis::kField);
  for (const CorpusArticle& one : articles) CHECK(one.group == 1);
  CHECK(articles[0].share == 1);
  REQUIRE(!articles[0].claims.empty());
  for (const Claim& claim : articles[0].claims) CHECK(claim.time.known());
  const std::string line = ArticleJson(articles[0]);
  CHECK(line.find("\"copies\":{\"group\":1,\"share\":1}}") != std::string::npos);
}

TEST_CASE("a passage of a dated article dates too, unless two such articles disagree") {
  const std::string live = kLive;
  const auto articles =
      Joined({{"", live + kMore}, {"2025-07-01", live + " Nothing else is known."}});
  CHECK(FormatIsoDay(articles[0].article.date) == "2025-07-01");
  const std::string half = live.substr(0, live.find(" Residents"));
  const auto apart = Joined({{"", half + kMore + kMore},
                             {"2025-07-01", half},
                             {"2025-07-20", std::string(kMore).substr(0, 200)}});
  CHECK_FALSE(apart[0].article.date.known());
}

TEST_CASE("days that claims name in so many words date an article only when they agree") {
  const auto told = Joined(
      {{"",
        "Shelling killed 12 people in Kharkiv on 3 May 2024, the regional governor said. Russian "
        "forces captured the village of Ocheretyne on 3 May 2024, the defence ministry said."}});
  CHECK(FormatIsoDay(told[0].article.date) == "2024-05-03");
  CHECK(told[0].article.date_basis == DateBasis::kEvents);
  const auto apart = Joined(
      {{"",
        "Shelling killed 12 people in Kharkiv on 3 May 2024, the regional governor said. Russian "
        "forces captured the town of Avdiivka on 17 February 2024, the defence ministry said."}});
  CHECK_FALSE(apart[0].article.date.known());
  CHECK(apart[0].article.date_basis == DateBasis::kNone);
  CHECK(ArticleJson(apart[0]).find("\"date\":null,\"date_basis\":\"none\"") != std::string::npos);
}

}  // namespace
}  // namespace claimscope
