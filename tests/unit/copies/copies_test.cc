#include "copies/copies.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/made_corpus.h"

namespace claimscope {
namespace {

// Words as rare as those of real texts: two of these texts share no shingle by chance.
std::vector<std::string> MadeWords(uint32_t count, uint64_t seed) {
  Random random(seed);
  std::vector<std::string> words;
  for (uint32_t i = 0; i < count; ++i) words.push_back(MadeWord(random.Below(3000)));
  return words;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

std::vector<std::string> Edited(std::vector<std::string> words, uint32_t percent, uint64_t seed) {
  Random random(seed);
  for (std::string& word : words) {
    if (random.Below(100) < percent) word = MadeWord(3000 + random.Below(3000));
  }
  return words;
}

struct Corpus {
  std::vector<std::string> texts;
  CopyIndex index{[this](uint32_t article) { return texts[article]; }};
  void Add(std::string text) {
    texts.push_back(std::move(text));
    index.Add(texts.back());
  }
};

TEST_CASE("the same text is one run, another text shares nothing") {
  const std::string text = Joined(MadeWords(100, 1));
  const Comparison same = CompareTexts(text, text);
  REQUIRE(same.runs.size() == 1);
  CHECK(same.runs[0].a == Span{0, static_cast<uint32_t>(text.size() - 1)});
  CHECK(same.runs[0].a == same.runs[0].b);
  CHECK(same.same_a == 1);
  CHECK(same.share_b == 1);
  const Comparison other = CompareTexts(text, Joined(MadeWords(100, 2)));
  CHECK(other.runs.empty());
  CHECK(other.share_a == 0);
  CHECK(CompareTexts("", text).share_b == 0);
  CHECK(CompareTexts("two words", "two words").share_a == 0);
}

TEST_CASE("a changed figure parts a run and stays in the passage") {
  const std::string a =
      "Officials in the harbour town said that 12 people were hurt when a drone fell.";
  const std::string b =
      "OFFICIALS in the harbour town said that 14 people were hurt when a drone fell";
  const Comparison found = CompareTexts(a, b);
  REQUIRE(found.runs.size() == 2);
  CHECK(TextOf(a, found.runs[0].a) == "Officials in the harbour town said that");
  CHECK(TextOf(b, found.runs[1].b) == "people were hurt when a drone fell");
  CHECK(found.same_a < 1);
  CHECK(found.share_a == 1);
}

TEST_CASE("passages in another order are found, spans ascend in the first text") {
  const std::string x = Joined(MadeWords(60, 3));
  const std::string y = Joined(MadeWords(60, 4));
  const Comparison found = CompareTexts(x + y, y + x);
  CHECK(found.share_a > 0.95f);
  CHECK(found.share_b > 0.95f);
  for (size_t i = 1; i < found.runs.size(); ++i) {
    CHECK(found.runs[i - 1].a.end <= found.runs[i].a.begin);
  }
}

TEST_CASE("edited copies are grouped, whatever the edit") {
  Corpus corpus;
  const uint32_t percents[] = {0, 5, 15, 25, 40};
  for (uint64_t story = 0; story < 40; ++story) {
    const std::vector<std::string> words = MadeWords(200, 100 + story);
    for (const uint32_t percent : percents) corpus.Add(Joined(Edited(words, percent, story)));
  }
  size_t right = 0;
  for (uint32_t i = 0; i < corpus.index.size(); ++i) {
    const uint32_t group = corpus.index.GroupOf(i);
    CHECK(group / 5 == i / 5);
    right += group == i / 5 * 5 ? 1 : 0;
  }
  CHECK(right >= 190);
}

TEST_CASE("a digest does not make copies of its stories, but tells how much they share") {
  Corpus corpus;
  std::string digest;
  for (uint64_t story = 0; story < 6; ++story) {
    corpus.Add(Joined(MadeWords(150, 10 + story)));
    digest += corpus.texts.back();
  }
  corpus.Add(digest);
  for (uint32_t i = 0; i < 7; ++i) CHECK(corpus.index.GroupOf(i) == i);
  REQUIRE(corpus.index.links().size() == 6);
  for (const CopyLink& link : corpus.index.links()) {
    CHECK(link.b == 6);
    CHECK(link.share_a > 0.95f);
    CHECK(link.share_b < 0.2f);
    CHECK_FALSE(link.is_copy);
  }
}

TEST_CASE("a hundred copies of one article are one group") {
  Corpus corpus;
  const std::string text = Joined(MadeWords(120, 5));
  for (int i = 0; i < 100; ++i) corpus.Add(text);
  for (uint32_t i = 0; i < 100; ++i) CHECK(corpus.index.GroupOf(i) == 0);
}

TEST_CASE("any bytes, empty texts and refrains") {
  Corpus corpus;
  corpus.Add("");
  corpus.Add("\xFF\xC3 \x01");
  std::string refrain;
  for (int i = 0; i < 2000; ++i) refrain += "la la la ";
  corpus.Add(refrain);
  corpus.Add(refrain);
  corpus.Add("");
  CHECK(corpus.index.GroupOf(0) == 0);
  CHECK(corpus.index.GroupOf(4) == 4);
}

}  // namespace
}  // namespace claimscope
