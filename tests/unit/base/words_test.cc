#include "base/words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace claimscope {
namespace {

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  WordReader reader(text);
  while (reader.Next()) words.emplace_back(reader.folded());
  return words;
}
using Words = std::vector<std::string>;

TEST_CASE("words are folded runs of letters and digits") {
  CHECK(WordsOf("The 3rd Brigade, near Kupiansk-Vuzlovyi") ==
        Words{"the", "3rd", "brigade", "near", "kupiansk", "vuzlovyi"});
  CHECK(WordsOf("Łódź ÅNGSTRÖM Київ Ёлка ΑΘΉΝΑ") ==
        Words{"lodz", "angstrom", "київ", "елка", "αθηνα"});
  CHECK(WordsOf("").empty());
  CHECK(WordsOf(" .,;— “” \n").empty());
}

TEST_CASE("words of any length are folded the same, whatever comes after them") {
  const std::string letters = "aZ09bYxQ7mNoPkLz";
  for (size_t size = 1; size <= kMaxWordBytes + 20; ++size) {
    std::string word, folded;
    for (size_t i = 0; i < size; ++i) {
      const char c = letters[(i * 7 + size) % letters.size()];
      word += c;
      if (i < kMaxWordBytes) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    CAPTURE(size);
    for (const char* after :
         {"", " ", "@", "[", "`", "{", "/", ":", "\x7F", "\xE2\x80\x94", " x"}) {
      CAPTURE(std::string(after));
      Words expected = {folded};
      if (std::string(after) == " x") expected.push_back("x");
      CHECK(WordsOf(word + after) == expected);
    }
    // A letter beyond ASCII goes on with the word, as far as there is room.
    const std::string rest = size < kMaxWordBytes ? "\u0457" : "";
    const std::string last = size + 2 < kMaxWordBytes ? "e" : "";
    CHECK(WordsOf(word + "\u0407\u00C9") == Words{folded + rest + last});
  }
}

TEST_CASE("apostrophes part words") {
  CHECK(WordsOf("Ukraine's Mar’inka п'ять") == Words{"ukraine", "s", "mar", "inka", "п", "ять"});
}

TEST_CASE("combining marks are dropped") {
  CHECK(WordsOf("cafe\u0301 noir") == Words{"cafe", "noir"});
  CHECK(WordsOf("\u0301 a") == Words{"a"});
}

TEST_CASE("Chinese and Japanese runs give every pair of neighbours") {
  CHECK(WordsOf("乌克兰") == Words{"乌克", "克兰"});
  CHECK(WordsOf("在 Kyiv 城市") == Words{"在", "kyiv", "城市"});
  CHECK(WordsOf("x乌克y兰") == Words{"x", "乌克", "y", "兰"});
}

TEST_CASE("spans are bytes of the text") {
  WordReader reader("«Суми» fell");
  REQUIRE(reader.Next());
  CHECK(reader.begin() == 2);
  CHECK(reader.end() == 10);
  REQUIRE(reader.Next());
  CHECK(reader.begin() == 13);
  CHECK(reader.end() == 17);
  CHECK_FALSE(reader.Next());
}

TEST_CASE("a very long word is cut at a code point, alike in index and question") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "я";
  const Words words = WordsOf(text);
  REQUIRE(words.size() == 1);
  CHECK(words[0] == text.substr(0, kMaxWordBytes));
  CHECK(WordsOf(std::string(5000, 'a'))[0].size() == kMaxWordBytes);
}

TEST_CASE("invalid bytes part words and are skipped") {
  CHECK(WordsOf("ab\xFF\xFE"
                "cd\xC3") == Words{"ab", "cd"});
}

}  // namespace
}  // namespace claimscope
