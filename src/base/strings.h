// Small functions over ASCII and byte strings. Nothing here depends on the locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimscope {

constexpr bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsAsciiLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsAsciiAlpha(char c) { return IsAsciiUpper(c) || IsAsciiLower(c); }
constexpr bool IsAsciiAlnum(char c) { return IsAsciiAlpha(c) || IsAsciiDigit(c); }
constexpr char AsciiLower(char c) { return IsAsciiUpper(c) ? static_cast<char>(c + 32) : c; }

std::string AsciiLower(std::string_view text);
std::string_view TrimAscii(std::string_view text);
// Trimmed, with one space for every run of white space.
std::string OneLine(std::string_view text);

inline bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}
inline bool EndsWith(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}
bool EqualsIgnoreAsciiCase(std::string_view a, std::string_view b);
bool StartsWithIgnoreAsciiCase(std::string_view text, std::string_view prefix);

// Pieces between separators, empty ones included; the views point into `text`.
std::vector<std::string_view> Split(std::string_view text, char separator);
// The same with white space trimmed and empty pieces left out.
std::vector<std::string_view> SplitTrimmed(std::string_view text, char separator);

// Whole-string numbers; false when anything else stands in `text` or it does not fit.
bool ParseInt(std::string_view text, int64_t* out);
// Decimal point '.', optional exponent; independent of the locale.
bool ParseDouble(std::string_view text, double* out);

// Shortest decimal text that reads back as the same double; integers without a point.
std::string FormatDouble(double value);
// A decimal number with its thousands apart: "4,584".
std::string GroupDigits(std::string text);

}  // namespace claimscope
