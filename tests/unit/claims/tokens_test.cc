#include "claims/tokens.h"

#include "pack.h"

using namespace claimscope;

namespace {
std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& t : Tokenize(text, TestPack().lexicon.words)) {
    words.emplace_back(text.substr(t.begin, t.end - t.begin));
  }
  return words;
}
using Strings = std::vector<std::string>;
}  // namespace

TEST_CASE("tokens: hyphens part words, possessives and contractions are tokens of their own") {
  CHECK(Words("Kyiv’s mid-June push") == Strings{"Kyiv", "’s", "mid", "-", "June", "push"});
  CHECK(Words("they've left, haven't they") ==
        Strings{"they", "'ve", "left", ",", "haven't", "they"});
  CHECK(Words("Kup'yansk fell") == Strings{"Kup'yansk", "fell"});
}

TEST_CASE("tokens: numbers keep their separators, digits and letters part") {
  CHECK(Words("1,305 men, 77.22 km, 155mm, M777") ==
        Strings{"1,305", "men", ",", "77.22", "km", ",", "155", "mm", ",", "M777"});
  CHECK(Words("12 300 shells") == Strings{"12 300", "shells"});
  const std::string text = "2,700.5";
  const Tokens tokens = Tokenize(text, TestPack().lexicon.words);
  REQUIRE(tokens.size() == 1);
  CHECK(NumberOf(text, tokens[0]) == 2700.5);
}

TEST_CASE("tokens: straight quotes open and close") {
  const Tokens tokens = Tokenize("\"Go,\" he said, \"now.\"", TestPack().lexicon.words);
  std::string kinds;
  for (const Token& t : tokens) {
    if (t.kind == TokenKind::kOpenQuote) kinds += '<';
    if (t.kind == TokenKind::kCloseQuote) kinds += '>';
  }
  CHECK(kinds == "<><>");
}

TEST_CASE("tokens: a known word keeps its id in any case and with diacritics") {
  const Vocabulary& words = TestPack().lexicon.words;
  const Tokens tokens = Tokenize("DRONE drone Dröne", words);
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[0].word != 0);
  CHECK(tokens[0].word == tokens[1].word);
  CHECK(tokens[1].word == tokens[2].word);
}

TEST_CASE("tokens: capitals of other alphabets") {
  for (const char* word : {"Łódź", "Żaryn", "Źdźbło", "Ňura", "Žižka", "Ångström", "Čapek",
                           "Šiauliai", "Őrség", "Київ", "Ωmega"}) {
    const Tokens tokens = Tokenize(word, TestPack().lexicon.words);
    REQUIRE(tokens.size() == 1);
    CAPTURE(word);
    CHECK(tokens[0].capital);
  }
  for (const char* word :
       {"łódź", "żaryn", "źdźbło", "ňura", "žižka", "ångström", "čapek", "őrség"}) {
    const Tokens tokens = Tokenize(word, TestPack().lexicon.words);
    REQUIRE(tokens.size() == 1);
    CAPTURE(word);
    CHECK_FALSE(tokens[0].capital);
  }
}

TEST_CASE("tokens: a straight quotation within another of the same marks") {
  const Tokens tokens =
      Tokenize("\"Go. Such \"deals\" are bad. Stay,\" he said, \"now.\"", TestPack().lexicon.words);
  std::string kinds;
  for (const Token& t : tokens) {
    if (t.kind == TokenKind::kOpenQuote) kinds += '<';
    if (t.kind == TokenKind::kCloseQuote) kinds += '>';
    if (t.mark == '\'') kinds += '\'';
  }
  CHECK(kinds == "<''><>");
}
