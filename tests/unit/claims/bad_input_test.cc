// Text that is no news: other scripts, no full stop, quotes that never close. Nothing crashes, no
// claim is made up, and time stays linear (sentences are cut at a length).
#include <string>

#include "pack.h"

using namespace claimscope;

namespace {

std::string Repeated(std::string_view piece, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace

TEST_CASE("bad input: a long text without a full stop is cut into sentences") {
  const std::string text = Repeated("troops near the village with 12 tanks in May and ", 200000);
  const Analysis a = AnalyseText(text);
  REQUIRE_FALSE(a.sentences.empty());
  for (const Sentence& sentence : a.sentences) CHECK(sentence.end - sentence.begin <= 300);
  CHECK(a.sentences.back().end == a.tokens.size());
}

TEST_CASE("bad input: what could nest without end does not") {
  for (std::string_view piece :
       {"the first week of ", "2 days before ", "from May to ", "( ", "\"", "a hundred and ",
        "the village of X, Y and ", "1/2 ", "since the ", "- "}) {
    INFO(piece);
    const std::string text = Repeated(piece, 30000);
    const Analysis a = AnalyseText(text);
    CHECK_FALSE(a.sentences.empty());
  }
}

TEST_CASE("bad input: other scripts and broken bytes have spans inside the text and no claims") {
  for (std::string_view piece :
       {"هذا نص من اليمين إلى اليسار ", "这是一篇没有空格的文章", "Це речення українською. ",
        "\xff\xfe\x80 ", "\x01\x02\x03", "‏שלום‎ עולם "}) {
    INFO(piece);
    const std::string text = Repeated(piece, 20000);
    const Analysis a = AnalyseText(text);
    for (const Token& token : a.tokens) REQUIRE(token.end <= text.size());
    CHECK(ClaimsOf(text).empty());
  }
}
