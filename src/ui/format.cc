#include "ui/format.h"

#include <cmath>
#include <cstdio>
#include <utility>

#include "base/strings.h"
#include "model/unit_words.h"

namespace claimscope {
namespace {

// A number with at most `places` decimals and no trailing zeros.
std::string Trimmed(double value, int places) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", places, value);
  std::string text = buffer;
  if (text.find('.') != std::string::npos) {
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return text;
}

// "1 drone", "1 person". Units are plurals of a small, English vocabulary.
std::string SingularOf(std::string_view plural) {
  static constexpr std::pair<std::string_view, std::string_view> kIrregular[] = {
      {"people", "person"},
      {"men", "man"},
      {"women", "woman"},
      {"children", "child"},
      {"aircraft", "aircraft"},
      {"personnel", "personnel"},
      {"servicemen", "serviceman"},
      {"civilians", "civilian"},
      {"inches", "inch"}};
  for (const auto& [many, one] : kIrregular) {
    if (plural == many) return std::string(one);
  }
  std::string word(plural);
  if (EndsWith(word, "ies") && word.size() > 4) return word.replace(word.size() - 3, 3, "y");
  if (EndsWith(word, "s") && !EndsWith(word, "ss") && word.size() > 3) word.pop_back();
  return word;
}

}  // namespace

std::string FormatCount(uint64_t count) { return GroupDigits(std::to_string(count)); }

std::string FormatCountOf(uint64_t count, std::string_view noun, std::string_view plural) {
  std::string text = FormatCount(count) + " ";
  if (count != 1 && !plural.empty()) return text.append(plural);
  text.append(noun);
  if (count != 1) text += 's';
  return text;
}

std::string FormatBytes(uint64_t bytes) {
  if (bytes < 1000) return FormatCountOf(bytes, "byte");
  static constexpr const char* kUnitNames[] = {"kB", "MB", "GB", "TB"};
  double value = static_cast<double>(bytes) / 1000;
  size_t unit = 0;
  while (value >= 999.5 && unit + 1 < std::size(kUnitNames)) {
    value /= 1000;
    ++unit;
  }
  return Trimmed(value, value < 10 ? 1 : 0) + " " + kUnitNames[unit];
}

std::string FormatNumber(double value) {
  if (!std::isfinite(value)) return "–";
  const double size = std::fabs(value);
  struct Large {
    double at;
    const char* word;
  };
  static constexpr Large kLarge[] = {{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}};
  for (const Large& large : kLarge) {
    const double scaled = value / large.at;
    // Only where the short form loses nothing: 1,050,000 is 1.05 million, 1,234,567 stays as it is.
    if (size >= large.at && std::fabs(scaled * 1000 - std::round(scaled * 1000)) < 1e-9 * size) {
      return GroupDigits(Trimmed(scaled, 3)) + large.word;
    }
  }
  return GroupDigits(Trimmed(value, size < 1 ? 3 : 2));
}

std::string_view SignOf(Bound bound) {
  switch (bound) {
    case Bound::kAbout:
      return "≈\u2009";
    case Bound::kAtLeast:
      return "≥\u2009";
    case Bound::kAtMost:
      return "≤\u2009";
    case Bound::kExact:
    case Bound::kRange:
      break;
  }
  return {};
}

std::string FormatQuantity(const Quantity& quantity) {
  std::string_view unit = quantity.unit;
  // "people" says less than what the text counts ("troops"); a long phrase would not fit a table.
  const bool vague = unit == "people" || unit == "items";
  if (vague && !quantity.of.empty() && quantity.of.size() <= 24) unit = quantity.of;
  const bool one = quantity.value == 1 && quantity.bound != Bound::kRange && unit == quantity.unit;
  std::string text(SignOf(quantity.bound));
  std::string number = FormatNumber(quantity.value);
  if (quantity.bound == Bound::kRange && quantity.value_max > quantity.value)
    number.append("–").append(FormatNumber(quantity.value_max));
  const UnitWords words = WordsOfUnit(unit);
  if (!one || !words.before.empty() || words.after.empty() || words.after == "%")
    return text.append(WithUnit(number, unit));
  return text.append(number).append(" ").append(SingularOf(words.after));
}

std::string FormatSummary(uint64_t claims, uint64_t articles, DayRange days) {
  std::string text = FormatCountOf(claims, "claim") + " in " + FormatCountOf(articles, "article");
  if (days.known()) text += " · " + FormatDayRange(days);
  return text;
}

std::string FormatBucket(Day first, Per per) {
  switch (per) {
    case Per::kDay:
      return FormatDay(first);
    case Per::kWeek:
      return "Week of " + FormatDay(first);
    case Per::kQuarter: {
      const CivilDate date = CivilOf(first);
      return "Q" + std::to_string((date.month + 2) / 3) + " " + std::to_string(date.year);
    }
    case Per::kYear:
      return std::to_string(CivilOf(first).year);
    case Per::kMonth:
      break;
  }
  const std::string day = FormatDay(first);  // "1 May 2025"
  return day.substr(day.find(' ') + 1);
}

std::string FormatAmountRange(const AmountRange& range) {
  const MeasureUnit unit = UnitOf(range.measure);
  const bool least = std::isfinite(range.least), most = std::isfinite(range.most);
  const std::string from = least ? FormatNumber(range.least / unit.size) : std::string();
  const std::string to = most ? FormatNumber(range.most / unit.size) : std::string();
  const std::string name = range.measure == "items" ? "" : " " + std::string(unit.name);
  if (least && most) return from + "–" + to + name;
  if (least) return "≥ " + from + name;
  return most ? "≤ " + to + name : std::string(unit.name);
}

}  // namespace claimscope
