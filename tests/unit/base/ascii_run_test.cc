#include "base/ascii_run.h"

#include <doctest/doctest.h>

#include <string>

#include "base/strings.h"

namespace claimscope {
namespace {

// The same byte by byte.
void CheckRun(const std::string& text, size_t begin) {
  CAPTURE(text);
  CAPTURE(begin);
  WordHasher hasher;
  size_t end = begin;
  int small = 0, capitals = 0, digits = 0, inner = 0;
  for (; end < text.size() && IsAsciiAlnum(text[end]); ++end) {
    const char c = text[end];
    hasher.Add(static_cast<unsigned char>(AsciiLower(c)));
    small += IsAsciiLower(c);
    capitals += IsAsciiUpper(c);
    digits += IsAsciiDigit(c);
    inner += end > begin && IsAsciiUpper(c) && IsAsciiLower(text[end - 1]);
  }
  const AsciiRun run = ReadAsciiRun(text, begin);
  CHECK(run.end == end);
  CHECK(run.hash == hasher.Finish());
  CHECK((run.small != 0) == (small > 0));
  CHECK((run.capitals != 0) == (capitals > 0));
  CHECK((run.digits != 0) == (digits > 0));
  CHECK((run.inner != 0) == (inner > 0));
  CHECK(run.several == (capitals > 1));
}

TEST_CASE("a run of letters and digits ends at what is neither, wherever it lies") {
  for (const char* text : {"",
                           "a",
                           "Word",
                           "WORDS and more",
                           "sevenab",
                           "eightabc",
                           "eightabcD",
                           "nineabcdE",
                           "A2345678B",
                           "A234567B9",
                           "sixteenlettersab",
                           "sixteenlettersabC",
                           "x-y",
                           "caf\u00E9",
                           "20th",
                           "2025",
                           "_under",
                           "Ends.",
                           "CamelCase here",
                           "12345678901234567890"}) {
    const std::string bytes = text;
    for (size_t begin = 0; begin <= bytes.size(); ++begin) CheckRun(bytes, begin);
  }
}

TEST_CASE("every byte is told apart from letters and digits") {
  for (int byte = 0; byte < 256; ++byte) {
    for (size_t at = 0; at < 10; ++at) {
      std::string text = "abcdefGHIJ";
      text[at] = static_cast<char>(byte);
      CheckRun(text, 0);
    }
  }
}

TEST_CASE("words that differ in a letter, an end or a length have hashes of their own") {
  const auto hash = [](std::string_view word) {
    WordHasher hasher;
    hasher.Add(word);
    return hasher.Finish();
  };
  CHECK(hash("drone") != hash("drones"));
  CHECK(hash("eightabc") != hash("eightab"));
  CHECK(hash("eightabcd") != hash("eightabce"));
  CHECK(hash("") != hash("a"));
}

}  // namespace
}  // namespace claimscope
