#include "base/strings.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace claimscope {

std::string AsciiLower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = AsciiLower(c);
  return out;
}

std::string_view TrimAscii(std::string_view text) {
  size_t begin = 0;
  size_t end = text.size();
  while (begin < end && IsAsciiSpace(text[begin])) ++begin;
  while (end > begin && IsAsciiSpace(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

std::string OneLine(std::string_view text) {
  std::string out;
  for (const char c : TrimAscii(text)) {
    if (!IsAsciiSpace(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

bool EqualsIgnoreAsciiCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return AsciiLower(x) == AsciiLower(y);
         });
}

bool StartsWithIgnoreAsciiCase(std::string_view text, std::string_view prefix) {
  return EqualsIgnoreAsciiCase(text.substr(0, prefix.size()), prefix);
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (size_t begin = 0;;) {
    const size_t end = text.find(separator, begin);
    if (end == std::string_view::npos) {
      pieces.push_back(text.substr(begin));
      return pieces;
    }
    pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::vector<std::string_view> SplitTrimmed(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::string_view piece : Split(text, separator)) {
    piece = TrimAscii(piece);
    if (!piece.empty()) pieces.push_back(piece);
  }
  return pieces;
}

bool ParseInt(std::string_view text, int64_t* out) {
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, *out);
  return error == std::errc() && at == end && !text.empty();
}

bool ParseDouble(std::string_view text, double* out) {
  if (text.size() > 60) return false;
  const std::string number(text);  // ends with a zero
  const char* at = number.c_str();
  const bool negative = *at == '-';
  at += *at == '-' || *at == '+';
  const char* const first = at;
  uint64_t mantissa = 0;
  int digits = 0;    // of the mantissa
  int exponent = 0;  // of ten
  const auto read_digits = [&](int step) {
    const char* const begin = at;
    for (; IsAsciiDigit(*at); ++at) {
      if (digits > 0 || *at != '0') ++digits;
      if (digits <= 18) mantissa = mantissa * 10 + static_cast<uint64_t>(*at - '0');
      exponent += step;
    }
    return at != begin;
  };
  bool any = read_digits(0);
  if (*at == '.') {
    ++at;
    any = read_digits(-1) || any;
  }
  if (!any) return false;
  if (*at == 'e' || *at == 'E') {
    ++at;
    int64_t more = 0;
    if (*at == '+' && at[1] != '-') ++at;
    const char* const end = number.c_str() + number.size();
    const auto [rest, error] = std::from_chars(at, end, more);
    if (error != std::errc() || more < -9999 || more > 9999) return false;
    at = rest;
    exponent += static_cast<int>(more);
  }
  if (at != number.c_str() + number.size()) return false;
  // Both parts are exact in a double, and so their quotient is the nearest one (W. D. Clinger, How
  // to read floating point numbers accurately, 1990); what is longer is for simdjson.
  constexpr uint64_t kExact = uint64_t{1} << 53;
  constexpr double kTens[] = {1,    1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                              1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                              1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  double value = static_cast<double>(mantissa);
  if (digits <= 18 && mantissa <= kExact && std::abs(exponent) <= 22) {
    value = exponent < 0 ? value / kTens[-exponent] : value * kTens[exponent];
  } else {
    value = simdjson::internal::from_chars(first, number.c_str() + number.size());
  }
  if (!std::isfinite(value)) return false;
  *out = negative ? -value : value;
  return true;
}

std::string FormatDouble(double value) {
  if (std::isfinite(value) && std::fabs(value) < 1e15 && value == std::floor(value)) {
    return std::to_string(static_cast<int64_t>(value));
  }
  char buffer[40];
  for (int digits = 6; digits <= 17; ++digits) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
    double back = 0;
    if (ParseDouble(buffer, &back) && back == value) break;
  }
  return buffer;
}

std::string GroupDigits(std::string text) {
  const size_t point = std::min(text.find('.'), text.size());
  const size_t first = text[0] == '-' ? 1 : 0;
  for (size_t at = point; at > first + 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

}  // namespace claimscope
