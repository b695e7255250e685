#include "engine/claim_records.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/engine.h"

namespace claimscope {
namespace {

const char kHead[] = "{\"claimscope\":{\"program\":\"Claimscope 1\",\"claims\":3}}\n";

std::string Line(std::string_view id, int begin, std::string_view quote,
                 std::string_view more = "") {
  return "{\"article\":\"" + std::string(id) + "\",\"span\":[" + std::to_string(begin) + "," +
         std::to_string(begin + static_cast<int>(quote.size())) + "],\"quote\":\"" +
         std::string(quote) + "\"" + std::string(more) + "}\n";
}

struct Read {
  std::vector<Article> articles;
  std::vector<std::vector<Claim>> claims;
  std::vector<Problem> problems;
};

Read ReadAll(std::string_view text, size_t piece = 1 << 20) {
  Read read;
  ClaimRecords records("x.ndjson",
                       [&](const Problem& problem) { read.problems.push_back(problem); });
  for (size_t at = 0; at < text.size(); at += piece) records.Push(text.substr(at, piece));
  records.Finish([&](const Article& article, const std::vector<Claim>& claims) {
    read.articles.push_back(article);
    read.claims.push_back(claims);
  });
  return read;
}

TEST_CASE("an export is known by its beginning, as soon as it can be") {
  using Sign = ClaimRecords::Sign;
  CHECK(ClaimRecords::Recognise("") == Sign::kUnsure);
  CHECK(ClaimRecords::Recognise("{\"cla") == Sign::kUnsure);
  CHECK(ClaimRecords::Recognise(kHead) == Sign::kYes);
  CHECK(ClaimRecords::Recognise("{\"title\"") == Sign::kNo);
  CHECK(ClaimRecords::Recognise("Kyiv") == Sign::kNo);
}

TEST_CASE("the claims of an article stand in the order of the text, where their words are now") {
  const std::string text =
      kHead + Line("b", 5, "later") + Line("a", 300, "third words", ",\"cue_span\":[306,311]") +
      Line("a", 100, "first words,", ",\"cue_span\":[50,60]") + Line("a", 106, "words, more");
  for (const size_t piece : {size_t{1}, size_t{7}, text.size()}) {
    const Read read = ReadAll(text, piece);
    CHECK(read.problems.empty());
    REQUIRE(read.articles.size() == 2);
    CHECK(read.articles[0].id == "b");
    CHECK(read.articles[1].text == "first words, more\n[…]\nthird words");
    const std::vector<Claim>& claims = read.claims[1];
    REQUIRE(claims.size() == 3);
    const auto words = [&](Span span) { return TextOf(read.articles[1].text, span); };
    CHECK(words(claims[0].span) == "first words,");
    CHECK(words(claims[1].span) == "words, more");
    CHECK(words(claims[2].span) == "third words");
    CHECK(claims[0].cue.empty());  // it stood outside every quote
    CHECK(words(claims[2].cue) == "words");
  }
}

TEST_CASE("quotes that do not fit each other are kept apart") {
  const Read read = ReadAll(kHead + Line("a", 10, "abcdef") + Line("a", 12, "xyz"));
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].text == "abcdef\n[…]\nxyz");
  CHECK(TextOf(read.articles[0].text, read.claims[0][1].span) == "xyz");
}

TEST_CASE("what is no record is told with its line, and the rest is read") {
  const Read read = ReadAll(std::string(kHead) + "{\"article\":\"a\",\n" + Line("a", 1, "good") +
                            "{\"quote\":\"x\"}\n");
  REQUIRE(read.problems.size() == 2);
  CHECK(read.problems[0].line == 2);
  CHECK(read.problems[0].offset_bytes == sizeof kHead - 1);
  CHECK(read.problems[1].line == 4);
  REQUIRE(read.claims.size() == 1);
  CHECK(read.claims[0].size() == 1);
}

TEST_CASE("days the wrong way round, unknown names and odd numbers do no harm") {
  const Read read = ReadAll(
      kHead +
      Line("a", 1, "good",
           ",\"kind\":\"meteor\",\"side\":\"mars\",\"time\":{\"from\":\"2025-06-30\",\"to\":"
           "\"2025-06-01\"},\"places\":[{\"name\":\"Here\",\"lat\":1e99,\"lon\":null,\"span\":[9,2]"
           "}],"
           "\"quantities\":[{\"value\":\"x\",\"span\":[-1,99999999999]}]"));
  REQUIRE(read.claims.size() == 1);
  const Claim& claim = read.claims[0][0];
  CHECK(claim.time.from <= claim.time.to);
  CHECK(claim.places.size() == 1);
  CHECK(claim.quantities[0].span.empty());
  SegmentBuilder builder;
  builder.Add(read.articles[0], read.claims[0]);
  CHECK(Segment::Open(builder.Seal()).ok());
}

}  // namespace
}  // namespace claimscope
