#include "clean/bylines.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/clean/clean_testing.h"

namespace claimscope {
namespace {

std::string GluedIn(const std::string& line) {
  return std::string(TextOf(line, FindGluedByline(line, {0, static_cast<uint32_t>(line.size())})));
}

TEST_CASE("author lines between standfirst and story") {
  CHECK(GluedIn("The envoy left without a word. By Jane Q. Writer The talks broke off at noon.") ==
        "By Jane Q. Writer ");
  CHECK(GluedIn("A bridge fell. By Jane WriterJohn al Doe and Ann Lee-Smith Engineers said that") ==
        "By Jane WriterJohn al Doe and Ann Lee-Smith ");
  CHECK(GluedIn("A bridge fell. By Mary Ann Writer The engineers said that") ==
        "By Mary Ann Writer ");
  CHECK(GluedIn("The army came nearer. By Monday President Example had left the town.").empty());
  CHECK(GluedIn("The army came nearer. By Kyiv time it was six.").empty());
  CHECK(GluedIn("They were led by Jane Writer The Younger into the hall of the town.").empty());
  CHECK(GluedIn("By Jane").empty());
}

TEST_CASE("datelines that name their day") {
  CHECK(FindDateline("KRAMATORSK, Ukraine, April 20, 2022 \u2013 Shelling went on.") ==
        ParseIsoDay("2022-04-20"));
  CHECK(FindDateline("NEW YORK, 3 May 2024 (Field Post) - The envoy said") ==
        ParseIsoDay("2024-05-03"));
  CHECK_FALSE(FindDateline("KYIV, Ukraine: on April 20, 2022 the army said").known());
  CHECK_FALSE(FindDateline("In Kyiv, on April 20, 2022 - the day of").known());
  CHECK_FALSE(FindDateline("KYIV, which on April 20, 2022 - as before").known());
  CHECK_FALSE(FindDateline("").known());
}

TEST_CASE("a dateline dates an article that has no other day, its words stay") {
  const Article article = CleanRecord(
      "SLOVIANSK, Ukraine, April 20, 2022 \u2013 Shells fell on the town all night, its mayor "
      "said.");
  CHECK(FormatIsoDay(article.date) == "2022-04-20");
  CHECK(article.date_basis == DateBasis::kText);
  CHECK(FateOf(article, "SLOVIANSK") == "kept");
}

TEST_CASE("a share bar is no title") {
  const Article article = CleanPage(
      "Share on Facebook and other networks\nCouncil agrees to rebuild the old bridge\n\nThe "
      "council "
      "of the town agreed on Monday to rebuild the bridge, its speaker told reporters.\n");
  CHECK(article.title == "Council agrees to rebuild the old bridge");
}

}  // namespace
}  // namespace claimscope
