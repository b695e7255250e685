// Pages made so that a careless reader needs minutes for them.
#include <doctest/doctest.h>

#include "clean/dates.h"
#include "tests/unit/clean/clean_testing.h"

namespace claimscope {
namespace {

std::string Times(std::string_view part, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += part;
  return out;
}

TEST_CASE("letters large and small by turns are read once") {
  const Article article = CleanPage("The ferry runs again.\n" + Times("aB", 1 << 20) + "\n");
  CHECK(article.text.size() > 2 << 20);
}

TEST_CASE("a table that lays out thousands of boxes is looked at once") {
  const Article article =
      CleanPage("<!doctype html><html><body><table><tr><td>" +
                Times("<div><div><p>The ferry runs again, the mayor said, after a week.</p></div>"
                      "</div>",
                      12'000) +
                "</td></tr></table></body></html>");
  CHECK(article.text.find("The ferry runs again") != std::string::npos);
}

TEST_CASE("a list of links may open again and again") {
  const Article article = CleanPage("The ferry runs again, the mayor said on Monday.\n" +
                                    Times("Related news\nFerry back in town\n\n", 100'000) +
                                    "It sails at noon, and it is free for all.\n");
  CHECK(article.text.find("It sails at noon") != std::string::npos);
  CHECK(article.text.find("The ferry runs again") != std::string::npos);
}

TEST_CASE("more digits than a second has") {
  CHECK(ParseDateField("2025-05-21T15:52:42.9999999999Z") == DayOf({2025, 5, 21}));
  CHECK(ParseDateField("2025-05-21T15:52:42.999999999Z") == DayOf({2025, 5, 21}));
}

}  // namespace
}  // namespace claimscope
