#include <doctest/doctest.h>

#include <algorithm>

#include "copies/copies.h"
#include "tests/support/made_corpus.h"

namespace claimscope {
namespace {

using In = TextDifference::In;

std::string Told(std::string_view a, std::string_view b) {
  std::string out;
  for (const TextDifference& piece : DifferencesOf(a, b)) {
    const bool in_b = piece.in == In::kB;
    std::string words(TextOf(in_b ? b : a, in_b ? piece.b : piece.a));
    while (!words.empty() && words.back() == ' ') words.pop_back();
    const char* const open = piece.in == In::kBoth ? "" : piece.is_moved ? "~" : in_b ? "+" : "-";
    out += (out.empty() ? "" : " ") + std::string(open) + "[" + words + "]";
  }
  return out;
}

// Every byte of either text stands in one piece, in order.
void CheckWhole(std::string_view a, std::string_view b) {
  uint32_t at_a = 0, at_b = 0;
  for (const TextDifference& piece : DifferencesOf(a, b)) {
    CHECK((piece.in == In::kBoth) == (!piece.a.empty() && !piece.b.empty()));
    if (!piece.a.empty()) {
      REQUIRE(piece.a.begin == at_a);
      at_a = piece.a.end;
    }
    if (!piece.b.empty()) {
      REQUIRE(piece.b.begin == at_b);
      at_b = piece.b.end;
    }
    CHECK(piece.words > 0);
  }
  const auto has_words = [](std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  CHECK(at_a == (has_words(a) ? a.size() : 0));
  CHECK(at_b == (has_words(b) ? b.size() : 0));
}

TEST_CASE("a replaced figure and an added sentence are told word by word") {
  const std::string a =
      "Officials in the harbour town said that 12 people were hurt when a drone fell on a store.";
  const std::string b =
      "Officials in the harbour town said that 14 people were hurt when a drone fell on a store. "
      "Two of them are children.";
  CHECK(Told(a, b) ==
        "[Officials in the harbour town said that] -[12] +[14] [people were hurt when a drone fell "
        "on a store.] +[Two of them are children.]");
  CheckWhole(a, b);
}

TEST_CASE("what was moved is not told as new") {
  const std::string first =
      "The bridge over the lower river was closed to all lorries until the end of spring. ";
  const std::string second =
      "Farmers from nine villages brought their whole harvest to the old station in carts by "
      "night, under guard. ";
  const std::string told = Told(first + second, second + first);
  CHECK(told.find("~[") != std::string::npos);
  CHECK(told.find("-[") == std::string::npos);
  CHECK(told.find("+[") == std::string::npos);
  CheckWhole(first + second, second + first);
}

TEST_CASE("a word that is the same by chance does not break a change in two") {
  const std::string same = "Seven boats reached the island before the storm closed the strait. ";
  const std::string a = same + "Nobody aboard the ferry was hurt that evening.";
  const std::string b = same + "Pilots blamed the weather for everything else.";
  CHECK(Told(a, b) == "[" + same.substr(0, same.size() - 1) +
                          "] -[Nobody aboard the ferry was hurt that evening.] +[Pilots blamed the "
                          "weather for everything else.]");
}

TEST_CASE("nothing, the same, and texts without a common word") {
  CHECK(DifferencesOf("", "").empty());
  CHECK(Told("", "two words") == "+[two words]");
  CHECK(Told("two words", "") == "-[two words]");
  CHECK(Told("short text", "short text") == "[short text]");
  CHECK(Told("abc def", "ghi jkl") == "-[abc def] +[ghi jkl]");
  CHECK(DifferencesOf("...", "?!").empty());
}

TEST_CASE("any edit of any text is told whole") {
  Random random(7);
  for (int round = 0; round < 60; ++round) {
    std::string a, b;
    for (uint32_t i = 0; i < 40 + random.Below(400); ++i) {
      const std::string word = MadeWord(random.Below(600));
      const uint32_t what = random.Below(20);
      if (what != 0) a += word + (random.OneIn(9) ? ".\n" : " ");
      if (what != 1) b += (what == 2 ? MadeWord(600 + random.Below(99)) : word) + " ";
      if (what == 3 && random.OneIn(3)) b = b.substr(b.size() / 2) + b.substr(0, b.size() / 2);
    }
    CheckWhole(a, b);
  }
}

}  // namespace
}  // namespace claimscope
