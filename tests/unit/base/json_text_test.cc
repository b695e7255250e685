// The reader of JSON takes and refuses what RFC 8259 says, by the suite of public cases.
#include "base/json_text.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "base/strings.h"

namespace claimscope {
namespace {

bool IsJson(std::string_view text) { return JsonText(text).SkipValue(); }

TEST_CASE("what is JSON and what is not") {
  for (const char* good : {"{}", "[]", " [1, -0, 1.5e+3, 0.1] ", "\"\\u00e9\\n\"", "null", "true",
                           "{\"a\":{\"b\":[{}]},\"a\":1}", "\"\x7F\""}) {
    CAPTURE(std::string(good));
    CHECK(IsJson(good));
  }
  for (const char* bad : {"",
                          "{",
                          "[1,]",
                          "{\"a\":1,}",
                          "{a:1}",
                          "01",
                          "1.",
                          ".5",
                          "+1",
                          "1e",
                          "tru",
                          "truefalse",
                          "\"\t\"",
                          "\"\\x\"",
                          "\"\\u12\"",
                          "[1 2]",
                          "{\"a\" 1}",
                          "[1]]",
                          "\"",
                          "'a'",
                          "\xEF\xBB\xBF{}",
                          "[\"\xFF\"]",
                          "-",
                          "1eE2",
                          "{\"a\":1 \"b\":2}",
                          "nul",
                          "NaN"}) {
    CAPTURE(std::string(bad));
    CHECK_FALSE(IsJson(bad));
  }
  CHECK(IsJson(std::string(1000, '[') + std::string(1000, ']')));
  CHECK_FALSE(IsJson(std::string(10000, '[') + std::string(10000, ']')));
}

// The kernels go by blocks of 16 to 64 bytes, another one on each kind of machine.
TEST_CASE("a string reads the same wherever a block ends in it") {
  const std::pair<const char*, const char*> kReadAs[] = {{"", ""},
                                                         {"\\\"", "\""},
                                                         {"\\\\", "\\"},
                                                         {"\\n", "\n"},
                                                         {"\\u00e9", "\u00e9"},
                                                         {"\\ud83d\\ude00", "\U0001F600"},
                                                         {"\u00e9", "\u00e9"},
                                                         {"\u20ac", "\u20ac"},
                                                         {"\U0001F600", "\U0001F600"},
                                                         {"\\udc00", "\uFFFD"},
                                                         {"{[,:]}", "{[,:]}"}};
  for (const auto& pair : kReadAs) {
    const char* const written = pair.first;
    const char* const read = pair.second;
    for (size_t before = 0; before < 70; ++before) {
      for (const size_t after : {size_t{0}, size_t{1}, 70 - before}) {
        const std::string head(before, 'x'), tail(after, 'y');
        CAPTURE(written);
        CAPTURE(before);
        CAPTURE(after);
        const std::string text = "{\"a\":\"" + head + written + tail + "\",\"b\":1}";
        // What stands in the padding counts for nothing.
        const std::string padded = text + std::string(JsonText::kPaddingBytes, '"');
        for (const bool is_padded : {false, true}) {
          CAPTURE(is_padded);
          JsonText json(std::string_view(is_padded ? padded : text).substr(0, text.size()),
                        is_padded);
          std::string a, b;
          REQUIRE(json.ReadObject([&](std::string_view key) {
            return key == "a" ? json.ReadString(&a) : json.ReadNumber(&b);
          }));
          REQUIRE(a == head + read + tail);
          REQUIRE(b == "1");
        }
      }
    }
  }
}

TEST_CASE("damage is seen wherever a block ends") {
  for (const char* damage : {"\x01", "\n", "\"", "\\x", "\\u12", "\xFF", "\xE2\x82", "\xC3", "\x80",
                             "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC0\xAF"}) {
    for (size_t before = 0; before < 140; ++before) {
      CAPTURE(std::string(damage));
      CAPTURE(before);
      REQUIRE_FALSE(IsJson("[\"" + std::string(before, 'x') + damage + "z\"]"));
      REQUIRE_FALSE(IsJson("[\"" + std::string(before, 'x') + damage));
      if (std::string(damage) == "\n") continue;  // white space is no damage there
      REQUIRE_FALSE(IsJson("{\"a\":1}" + std::string(before, ' ') + damage));
    }
  }
}

#ifndef __EMSCRIPTEN__
TEST_CASE("JSONTestSuite: every y_ is taken, every n_ refused") {
  namespace fs = std::filesystem;
  const fs::path archive = fs::path(CLAIMSCOPE_SOURCE_DIR) / "../shared/sets/JSONTestSuite.tar.xz";
  if (!fs::exists(archive)) {
    MESSAGE("SKIPPED: ", archive.string(), " is not there");
    return;
  }
  const fs::path folder = fs::temp_directory_path() / "claimscope-json-suite";
  fs::create_directories(folder);
  const std::string unpack = "tar -xJf '" + archive.string() + "' -C '" + folder.string() + "'";
  REQUIRE(std::system(unpack.c_str()) == 0);
  int taken = 0, refused = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_regular_file() || !EndsWith(name, ".json")) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    CAPTURE(name);
    if (StartsWith(name, "y_")) {
      CHECK(IsJson(text));
      ++taken;
    } else if (StartsWith(name, "n_")) {
      CHECK_FALSE(IsJson(text));
      ++refused;
    }
  }
  fs::remove_all(folder);
  CHECK(taken >= 95);
  CHECK(refused >= 187);
}
#endif

}  // namespace
}  // namespace claimscope
