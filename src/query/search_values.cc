// The values of side:, kind:, status:, date: and qty:.
#include <algorithm>
#include <limits>

#include "base/strings.h"
#include "base/utf8.h"
#include "model/names.h"
#include "query/search.h"

namespace claimscope {
namespace {

// What is wrong with the names, as a sentence; empty when nothing is.
template <typename E>
std::string ReadNames(std::string_view value, std::string_view what, uint32_t* bits) {
  bool is_known = true;
  std::vector<std::string_view> names;
  ForEachNamed<E>([&](E one) { names.push_back(NameOf(one)); });
  for (const std::string_view name : SplitTrimmed(value, ',')) {
    uint32_t meant = 0;
    ForEachNamed<E>([&](E one) {
      // The beginning of a name is enough: it may be half typed.
      if (StartsWithIgnoreAsciiCase(NameOf(one), name)) meant |= 1u << static_cast<uint32_t>(one);
    });
    is_known = is_known && meant != 0;
    *bits |= meant;
  }
  if (is_known && *bits != 0) return {};
  std::string message = "A " + std::string(what) + " should stand here: ";
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) message += i + 1 == names.size() ? " or " : ", ";
    message += names[i];
  }
  return message + ".";
}

// "2025", "2025-05" or "2025-05-21" as the days it spans.
bool ReadSpan(std::string_view text, DayRange* days) {
  const std::vector<std::string_view> parts = Split(text, '-');
  int64_t numbers[3] = {0, 1, 1};
  if (parts.size() > 3 || parts[0].size() != 4) return false;
  for (size_t i = 0; i < parts.size(); ++i) {
    const bool digits = std::all_of(parts[i].begin(), parts[i].end(), IsAsciiDigit);
    if (!digits || parts[i].size() > 4 || !ParseInt(parts[i], &numbers[i])) return false;
  }
  const CivilDate first{static_cast<int>(numbers[0]), static_cast<int>(numbers[1]),
                        static_cast<int>(numbers[2])};
  if (first.year < 1 || !IsValidDate(first)) return false;
  days->from = days->to = DayOf(first);
  if (parts.size() == 1) days->to = DayOf({first.year, 12, 31});
  if (parts.size() == 2) days->to = MonthEnd(days->from);
  return true;
}

struct Unit {
  std::string_view phrase, unit, si_unit;
  double factor;
};
// A count (people, drones) has no row: its unit is its noun.
constexpr Unit kUnits[] = {
#include <units.inc>
};

// By its sign or one of its names, also in the plural; null for what is no measure.
const Unit* FindUnit(std::string_view name) {
  const std::string_view stem = EndsWith(name, "s") ? name.substr(0, name.size() - 1) : name;
  const Unit* found = nullptr;
  for (const Unit& unit : kUnits) {
    if (unit.unit == name || unit.phrase == name) return &unit;
    if (unit.unit == stem || unit.phrase == stem) found = &unit;
  }
  return found;
}

constexpr double kMost = std::numeric_limits<double>::max();

// The number a text begins with, thousands parted by commas; takes it off. False when there is
// none.
bool TakeNumber(std::string_view* text, double* number) {
  std::string digits;
  size_t size = 0;
  for (; size < text->size(); ++size) {
    const char c = (*text)[size];
    const bool point = c == '.' && size + 1 < text->size() && IsAsciiDigit((*text)[size + 1]);
    if (!IsAsciiDigit(c) && c != ',' && !point) break;
    if (c != ',') digits.push_back(c);
  }
  if (digits.empty() || digits.size() > 30 || !ParseDouble(digits, number)) return false;
  text->remove_prefix(size);
  return true;
}

// >100, >=100, <5, 3..7, 12; takes it off. No number at all: any amount.
bool TakeBounds(std::string_view* text, double* least, double* most) {
  *least = -kMost;
  *most = kMost;
  const bool more = StartsWith(*text, ">"), less = StartsWith(*text, "<");
  if (more || less) text->remove_prefix(1);
  const bool equal = (more || less) && StartsWith(*text, "=");
  if (equal) text->remove_prefix(1);
  *text = TrimAscii(*text);
  double number = 0;
  if (!TakeNumber(text, &number)) return !more && !less;
  // Just above and just below: amounts are never finer than that.
  const double step = std::max(1.0, number) * 1e-9;
  if (more) {
    *least = equal ? number : number + step;
  } else if (less) {
    *most = equal ? number : number - step;
  } else {
    *least = *most = number;
    if (StartsWith(*text, "..")) {
      text->remove_prefix(2);
      *most = kMost;
      if (TakeNumber(text, &number)) *most = number;
    }
  }
  return true;
}

}  // namespace

SiUnit SiOf(std::string_view unit) {
  const Unit* const found = FindUnit(unit);
  return found != nullptr ? SiUnit{found->si_unit, found->factor} : SiUnit{unit, 1};
}

std::string ReadChoice(std::string_view value, SearchNode* node) {
  switch (node->field) {
    case SearchField::kSide:
      return ReadNames<Side>(value, "side", &node->bits);
    case SearchField::kKind:
      return ReadNames<Kind>(value, "kind", &node->bits);
    default:
      return ReadNames<ClaimStatus>(value, "status", &node->bits);
  }
}

std::string ReadDays(std::string_view value, SearchNode* node) {
  constexpr const char* kExpected =
      "A day, a month, a year or two of them should stand here, as in 2025-05..2025-06-15.";
  const Day first = DayOf({1, 1, 1}), last = DayOf({9999, 12, 31});
  DayRange from{first, last}, to{first, last};
  for (const std::string_view mark : {">=", "<=", ">", "<"}) {
    if (!StartsWith(value, mark)) continue;
    if (!ReadSpan(value.substr(mark.size()), &from)) return kExpected;
    if (mark == ">=") node->days = {from.from, last};
    if (mark == "<=") node->days = {first, from.to};
    if (mark == ">") node->days = {from.to + 1, last};
    if (mark == "<") node->days = {first, from.from - 1};
    return {};
  }
  const size_t dots = value.find("..");
  if (dots == std::string_view::npos) return ReadSpan(value, &node->days) ? "" : kExpected;
  const std::string_view left = value.substr(0, dots), right = value.substr(dots + 2);
  if ((left.empty() && right.empty()) || (!left.empty() && !ReadSpan(left, &from)) ||
      (!right.empty() && !ReadSpan(right, &to))) {
    return kExpected;
  }
  node->days = {from.from, to.to};
  return node->days.from <= node->days.to ? "" : "The first day is after the last one.";
}

std::string ReadAmount(std::string_view value, SearchNode* node) {
  std::string_view rest = TrimAscii(value);
  if (!TakeBounds(&rest, &node->least, &node->most)) {
    return "A number should follow, as in qty:>100km2 or qty:5..20drones.";
  }
  if (node->least > node->most) return "The first number is larger than the last one.";
  node->unit = FoldText(TrimAscii(rest));
  if (const Unit* const unit = FindUnit(node->unit)) {
    node->unit_in_si = unit->factor;
    node->si_unit = unit->si_unit;
  }
  return {};
}

}  // namespace claimscope
