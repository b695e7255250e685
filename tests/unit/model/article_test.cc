#include "model/article.h"

#include <doctest/doctest.h>

namespace claimscope {
namespace {

TEST_CASE("the file of an article, by its id") {
  CHECK(PathOfArticle("folder/file.ndjson#12") == "folder/file.ndjson");
  CHECK(PathOfArticle("file.txt") == "file.txt");
  CHECK(PathOfArticle("C#/notes.txt") == "C#/notes.txt");
  CHECK(PathOfArticle("song #") == "song #");
  CHECK(PathOfArticle("") == "");
}

TEST_CASE("an offset in the text is an offset in the page, and back") {
  const std::string page = "menu\nFirst line.\nshare\nLast.\n";
  const std::vector<Cut> cuts = {{{0, 5}, CutReason::kNavigation},
                                 {{17, 20}, CutReason::kSharing},
                                 {{20, 23}, CutReason::kBlank},
                                 {{28, 29}, CutReason::kBlank}};
  const std::string text = TextWithoutCuts(page, cuts);
  CHECK(text == "First line.\nLast.");
  for (uint32_t at = 0; at < text.size(); ++at) {
    const uint32_t in_page = PageOffset(cuts, at);
    CHECK(page[in_page] == text[at]);
    CHECK(TextOffset(cuts, in_page) == at);
  }
  // Places inside a cut stand for the text after it.
  CHECK(TextOffset(cuts, 3) == 0);
  CHECK(TextOffset(cuts, 18) == 12);
  CHECK(TextOffset(cuts, 22) == 12);
  CHECK(TextOffset(cuts, 29) == text.size());
  CHECK(TextWithoutCuts(page, {}) == page);
  CHECK(PageOffset({}, 7) == 7);
}

}  // namespace
}  // namespace claimscope
