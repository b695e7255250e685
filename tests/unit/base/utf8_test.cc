#include "base/utf8.h"

#include <doctest/doctest.h>

namespace claimscope {
namespace {

TEST_CASE("every code point is written and read back") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(c, &text);
    const CodePoint back = DecodeUtf8(text, 0);
    if (back.value != c || !back.valid || back.size_bytes != text.size()) {
      FAIL("code point ", static_cast<uint32_t>(c));
    }
  }
}

TEST_CASE("sequences that are not UTF-8") {
  // Overlong, surrogate, beyond the last, lone tail, cut off.
  for (const char* bad : {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80",
                          "\xE2\x82", "\xF0\x9F\x98", "\xFF", "\xC3"}) {
    const CodePoint c = DecodeUtf8(bad, 0);
    CHECK_FALSE(c.valid);
    CHECK(c.size_bytes == 1);
    CHECK(FindInvalidUtf8(bad) == 0);
  }
  CHECK(DecodeUtf8("", 0).size_bytes == 0);
  CHECK(FindInvalidUtf8("ok \u20AC") == std::string_view::npos);
  CHECK(FindInvalidUtf8("ok \xE2\x82") == 3);
}

TEST_CASE("repair replaces each invalid byte and counts it") {
  size_t repaired = 0;
  CHECK(RepairUtf8("a\xE2\x82z\u0457", &repaired) == "a\uFFFD\uFFFDz\u0457");
  CHECK(repaired == 2);
  CHECK(RepairUtf8("fine", &repaired) == "fine");
  CHECK(repaired == 0);
}

TEST_CASE(
    "folding drops case and diacritics but keeps letters apart that are letters of their own") {
  CHECK(FoldText("Oleks\u00EDivka") == "oleksiivka");
  CHECK(FoldText("Oleksi\u0301ivka") == "oleksiivka");  // a combining accent
  CHECK(FoldText("\u0421\u0423\u041C\u0418") == "\u0441\u0443\u043C\u0438");
  CHECK(FoldText("\u0401\u043B\u043A\u0430") == "\u0435\u043B\u043A\u0430");
  CHECK(FoldText("\u0407\u0419") == "\u0457\u0439");  // Ї and Й keep their marks
  CHECK(FoldText("\u0490") == "\u0491");
  CHECK(FoldText("\u0391\u03B8\u03AE\u03BD\u03B1\u03C2") == "\u03B1\u03B8\u03B7\u03BD\u03B1\u03C3");
  CHECK(FoldText("\u0141\u00F3d\u017A") == "lodz");
  // Polytonic Greek, with iota subscript and capitals; Vietnamese; capital sharp s.
  CHECK(FoldText("\u1F08\u03B8\u1FC6\u03BD\u03B1\u03B9") == "\u03B1\u03B8\u03B7\u03BD\u03B1\u03B9");
  CHECK(FoldText("\u1FF3\u1FFC\u1FE5\u1FEC\u1F72") == "\u03C9\u03C9\u03C1\u03C1\u03B5");
  CHECK(FoldText("Vi\u1EC7t Nam, \u0110\u1EA1i") == "viet nam, dai");
  CHECK(FoldText("STRA\u1E9EE \u1EFA") == "stra\u00DFe \u1EFB");
  CHECK_FALSE(IsWordCodePoint(0x1FBD));  // a breathing by itself
  CHECK(IsWordCodePoint(0x1FBE));
  for (char32_t c = 0; c < 0x3000; ++c) CHECK(FoldCodePoint(FoldCodePoint(c)) == FoldCodePoint(c));
}

TEST_CASE("letters and digits make words, punctuation does not") {
  for (char32_t c : U"aZ09\u00E9\u0457\u05D0\u0639\u4E2D\u30AB") {
    if (c != 0) CHECK(IsWordCodePoint(c));
  }
  for (char32_t c : U" -.\u00A0\u00AB\u2019\u2014\u20AC\u3002\U0001F600") {
    if (c != 0) CHECK_FALSE(IsWordCodePoint(c));
  }
}

}  // namespace
}  // namespace claimscope
