#include "base/strings.h"

#include <doctest/doctest.h>

namespace claimscope {
namespace {

TEST_CASE("trimming, prefixes and case know ASCII only") {
  CHECK(TrimAscii(" \t a b\r\n") == "a b");
  CHECK(TrimAscii(" \n").empty());
  CHECK(AsciiLower("ÄBC") == "Äbc");
  CHECK(EqualsIgnoreAsciiCase("Kyiv", "kYIV"));
  CHECK_FALSE(EqualsIgnoreAsciiCase("Kyiv", "Kyiv "));
  CHECK(StartsWithIgnoreAsciiCase("By Jane", "by "));
  CHECK_FALSE(StartsWithIgnoreAsciiCase("B", "by"));
  CHECK(StartsWith("abc", ""));
  CHECK_FALSE(EndsWith("c", "bc"));
}

TEST_CASE("splitting keeps empty pieces, or trims and drops them") {
  CHECK(Split("", ',').size() == 1);
  CHECK(Split("a,,b,", ',').size() == 4);
  const auto trimmed = SplitTrimmed(" a | |b|", '|');
  REQUIRE(trimmed.size() == 2);
  CHECK(trimmed[0] == "a");
  CHECK(trimmed[1] == "b");
}

TEST_CASE("whole-string numbers") {
  int64_t i = 0;
  CHECK(ParseInt("-42", &i));
  CHECK(i == -42);
  CHECK(ParseInt("9223372036854775807", &i));
  for (const std::string bad : {"", "1 ", "1.0", "0x1", "9223372036854775808", "+1"})
    CHECK_FALSE(ParseInt(bad, &i));
  double d = 0;
  CHECK(ParseDouble("77.22", &d));
  CHECK(d == doctest::Approx(77.22));
  CHECK(ParseDouble("1e3", &d));
  CHECK(d == 1000);
  for (const std::string good :
       {"-0.5", "+7", "007", ".25", "3.", "1E-2", "1e+2", "0.000001", "9007199254740993",
        "123456789012345678901234567890", "0.1234567890123456789", "1e-300",
        "2.2250738585072011e-308", "-1.7976931348623157e308", "0e5",
        "0.00000000000000000000000000001"}) {
    CAPTURE(good);
    REQUIRE(ParseDouble(good, &d));
    CHECK(d == std::strtod(good.c_str(), nullptr));
  }
  for (const char* bad : {"", "nan", "inf", "0x1p3", "1,5", "1e999", "1.2.3", " 1", "-", ".", "e5",
                          "1e", "1e+-5", "--1", "+-1", "1 ", "1e99999999999999999999"}) {
    CAPTURE(bad);
    CHECK_FALSE(ParseDouble(bad, &d));
  }
}

TEST_CASE("doubles are written as short as they read back") {
  CHECK(FormatDouble(0) == "0");
  CHECK(FormatDouble(200) == "200");
  CHECK(FormatDouble(77.22) == "77.22");
  CHECK(FormatDouble(0.1) == "0.1");
  CHECK(FormatDouble(-3.5) == "-3.5");
  for (double value : {1.0 / 3, 1e-7, 123456.789, 6.02e23}) {
    double back = 0;
    REQUIRE(ParseDouble(FormatDouble(value), &back));
    CHECK(back == value);
  }
}

}  // namespace
}  // namespace claimscope
