#include "claims/sentences.h"

#include "pack.h"

using namespace claimscope;

namespace {
std::vector<std::string> Split(std::string_view text) {
  const Analysis a = AnalyseText(text);
  std::vector<std::string> sentences;
  for (const Sentence& s : a.sentences) sentences.push_back(TextAt(a, s.begin, s.end));
  return sentences;
}
}  // namespace

TEST_CASE("sentences: abbreviations and initials end none") {
  CHECK(Split("Gov. Ivan Petrenko met Maj. Gen. A. B. Koval on Aug. 6. They left.").size() == 2);
  CHECK(Split("The U.S. sent No. 5 battery. It works.").size() == 2);
  CHECK(Split("He lives in the U.S. However, the U.S. Army has moved.").size() == 2);
  CHECK(Split("He met U.S. Under Secretary Anna Berg and U.S. First Lady Bila.").size() == 1);
}

TEST_CASE("sentences: quotations hold sentences of their own, tags stay with them") {
  const auto s = Split("\"We hold the town. They fled,\" the colonel said. Fighting goes on.");
  REQUIRE(s.size() == 3);
  CHECK(s[1] == "They fled,\" the colonel said.");
  CHECK(Split("\"Will it hold?\" he asked. No answer came.").size() == 2);
}

TEST_CASE("sentences: a dateline is a piece of its own") {
  for (const char* text :
       {"SUMY, June 12. /TASS/. Two drones fell.", "KYIV, Ukraine: Two drones fell.",
        "KHARKIV (Reuters) - Two drones fell.", "Lisbon, Portugal (Example) - Two drones fell.",
        "(Example) -- Two drones fell."}) {
    INFO(text);
    const Analysis a = AnalyseText(text);
    REQUIRE(a.sentences.size() == 2);
    CHECK(a.sentences[0].dateline);
    CHECK(TextAt(a, a.sentences[1].begin, a.sentences[1].end) == "Two drones fell.");
  }
}

TEST_CASE("sentences: paragraphs part what has no full stop") {
  CHECK(Split("Kyiv claims gains\nThe army says it moved on\n- two tanks\n- a truck").size() == 4);
}

TEST_CASE("sentences: a text without full stops is cut") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word ";
  CHECK(Split(text).size() > 10);
}

TEST_CASE("sentences: a blank that is missing after a full stop") {
  CHECK(Split("They left for Lisbon.The mayor stayed.").size() == 2);
  CHECK(Split("They took it.He stayed.").size() == 2);
  CHECK(Split("- We go.- We stay, he said.").size() == 2);
  CHECK(Split("They want calm.NATO should leave.").size() == 2);
  CHECK(Split("It stands in table.CSV files.").size() == 1);
  CHECK(Split("It stands on example.com and in the U.S.A. today.").size() == 1);
}

TEST_CASE("sentences: a time of day goes on behind its point") {
  CHECK(Split("It ended at 6 p.m. Oslo time (4 p.m. GMT) on Friday. It rained.").size() == 2);
  CHECK(Split("It ended at 6 p.m. (16:00) on Friday. It rained.").size() == 2);
  CHECK(Split("It ended at 6 p.m. Koval left.").size() == 2);
}

TEST_CASE("sentences: a city and a dash at the head are a dateline") {
  CHECK(Split("Geneva \xE2\x80\x94 The Lantern Centre has signed a deal.").size() == 2);
  CHECK(Split("Norway \xE2\x80\x94 and Sweden \xE2\x80\x94 have signed a deal.").size() == 1);
  CHECK(Split("Monday - Friday, the Lantern Centre is open.").size() == 1);
}
