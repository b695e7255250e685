// Encodings: recognised, turned into UTF-8, damage said; offsets lead back to the source's bytes.
#include "ingest/charset.h"

#include "base/utf8.h"

#include "ingest/utf16.h"
#include "tests/unit/ingest/reading_testing.h"

namespace claimscope {
namespace {

constexpr std::string_view kUkrainian =
    "Мешканці села розповіли, що дрон ударив по мосту. Ніхто не постраждав.";

// What of 1251 these tests need.
std::string In1251(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeUtf8(text, at);
    at += c.size_bytes;
    if (c.value >= 0x410 && c.value <= 0x44F) {
      out += static_cast<char>(0xC0 + (c.value - 0x410));
    } else if (c.value == 0x456) {
      out += '\xB3';
    } else {
      out += static_cast<char>(c.value);
    }
  }
  return out;
}

std::string InUtf16(std::string_view text, bool big_endian) {
  std::string out;
  const auto put = [&](unsigned unit) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeUtf8(text, at);
    at += c.size_bytes;
    if (c.value < 0x10000) {
      put(c.value);
    } else {
      put(0xD800 + ((c.value - 0x10000) >> 10));
      put(0xDC00 + ((c.value - 0x10000) & 0x3FF));
    }
  }
  return out;
}

TEST_CASE("Windows-1251 and Latin-1 are told apart from UTF-8 and each other") {
  CHECK(Read(In1251(kUkrainian)).articles.at(0).text == kUkrainian);
  const Reading latin = Read(
      "The caf\xE9 of Orl\xE9"
      "ans \x96 \x93"
      "closed\x94.");
  CHECK(latin.articles.at(0).text == "The café of Orléans – “closed”.");
  CHECK(latin.problems.empty());
  CHECK(latin.counts.charset == "Windows-1252");
  CHECK(Read(std::string(kUkrainian)).counts.charset == "UTF-8");
  CHECK(Read("{\"text\":\"" + In1251(kUkrainian) + "\"}").articles.at(0).text == kUkrainian);
}

TEST_CASE("KOI8 and CP866 by their small letters") {
  // "село горит, мост цел" in each.
  CHECK(Read("\xD3\xC5\xCC\xCF \xC7\xCF\xD2\xC9\xD4, \xCD\xCF\xD3\xD4 \xC3\xC5\xCC")
            .articles.at(0)
            .text == "село горит, мост цел");
  CHECK(Read("\xE1\xA5\xAB\xAE \xA3\xAE\xE0\xA8\xE2, \xAC\xAE\xE1\xE2 \xE6\xA5\xAB")
            .articles.at(0)
            .text == "село горит, мост цел");
}

TEST_CASE("each byte is what the standard says, and what it leaves open is replaced and counted") {
  size_t broken = 0;
  CHECK(ToUtf8("\xAE\xBE", Charset::kKoi8U, &broken) == "ўЎ");
  CHECK(broken == 0);
  CHECK(ToUtf8("a\x98"
               "b",
               Charset::kWindows1251, &broken) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(broken == 1);
  CHECK(ToUtf8("\x81\x8D\x93", Charset::kWindows1252, &broken) == "\xEF\xBF\xBD\xEF\xBF\xBD“");
  CHECK(broken == 2);
}

TEST_CASE("a record in another encoding than the rest is converted, and that is said") {
  const Reading r = Read("{\"text\":\"" + std::string(kUkrainian) + "\"}\n{\"text\":\"" +
                         In1251(kUkrainian) + "\"}\n");
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[0].text == kUkrainian);
  CHECK(r.articles[1].text == kUkrainian);
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].kind == Problem::Kind::kRepaired);
  CHECK(r.problems[0].record == 2);
  CHECK(r.problems[0].reason.find("Windows-1251") != std::string::npos);
}

TEST_CASE("what a page declares counts more than what its bytes look like") {
  // In 1252 the sign 0xF3 is an o with an acute accent, in 1251 it is a Cyrillic u.
  const Reading page = Read(
      "<html><head><meta http-equiv=content-type content='text/html; charset=windows-1251'>"
      "</head><body>\xF3</body></html>");
  CHECK(page.articles.at(0).text.find("у") != std::string::npos);
  Charset charset;
  CHECK_FALSE(FindDeclaredCharset("An article on charset=windows-1251.", &charset));
  CHECK(FindDeclaredCharset("<?xml version='1.0' encoding=\"ISO-8859-2\"?>", &charset));
  CHECK(charset == Charset::kIso8859_2);
}

TEST_CASE("UTF-16 with and without a mark, in all formats; offsets are those of the source") {
  const std::string lines =
      "{\"text\":\"" + std::string(kUkrainian) + "\"}\n{\"text\":\"B \U0001F6A9\"}\n";
  for (bool big_endian : {false, true}) {
    for (std::string mark : {"", "\uFEFF", "\uFEFF\uFEFF"}) {
      CAPTURE(big_endian);
      CAPTURE(mark.size());
      const Reading r = Read(InUtf16(mark + lines, big_endian));
      REQUIRE(r.articles.size() == 2);
      CHECK(r.articles[0].text == kUkrainian);
      CHECK(r.articles[1].text == "B \U0001F6A9");
      CHECK(r.problems.empty());
      CHECK(r.counts.charset == "UTF-16");
      const std::string before = lines.substr(0, lines.find('\n') + 1);
      CHECK(r.articles[1].offset_bytes == InUtf16(mark + before, big_endian).size());
    }
  }
}

TEST_CASE("halves of characters and an odd byte at the end are said") {
  std::string text = InUtf16("Shells fell near the bridge.", false);
  text.insert(12, "\x3D\xD8");  // a first half alone
  text += 'x';
  const Reading r = Read("\xFF\xFE" + text);
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].text == "Shells\uFFFD fell near the bridge.\uFFFD");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].kind == Problem::Kind::kRepaired);
}

TEST_CASE("a few zero bytes are repaired, many are no text") {
  std::string text = "Shells fell near the bridge, the army said. Nobody was hurt.";
  text[20] = '\0';
  const Reading r = Read(text);
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].text.find("\uFFFD") != std::string::npos);
  CHECK(r.counts.repaired == 1);
  CHECK(Read(std::string(5000, '\0')).articles.empty());
}

TEST_CASE("whatever the bytes are, valid UTF-8 comes out") {
  for (int first = 0; first < 256; ++first) {
    for (int second : {0, 0x41, 0x80, 0xC3, 0xE9, 0xFF}) {
      const std::string bytes = {static_cast<char>(first), static_cast<char>(second)};
      size_t broken = 0;
      const std::string text = ToUtf8(bytes, GuessCharset(bytes), &broken);
      CHECK(FindInvalidUtf8(text) == std::string::npos);
    }
  }
}

TEST_CASE("a damaged place does not turn UTF-8 into another encoding") {
  const std::string damage = "\n\xFF\xFE\xC3(\n";
  CHECK(GuessCharset("The mayor said nobody was hurt." + damage) == Charset::kUtf8);
  CHECK(GuessCharset("The caf\xC3\xA9 stayed open." + damage) == Charset::kUtf8);
  CHECK(GuessCharset("The caf\xE9 stayed open, the mayor said.") == Charset::kWindows1252);
  CHECK(GuessCharset("He said \x93no\x94 \x97 and left.") == Charset::kWindows1252);
}

}  // namespace
}  // namespace claimscope
