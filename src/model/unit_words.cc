#include "model/unit_words.h"

namespace claimscope {
namespace {

struct Row {
  std::string_view unit;
  UnitWords words;
};
constexpr Row kRows[] = {
    {"items", {}},
    {"km2", {"", "km²"}},
    {"m2", {"", "m²"}},
    {"mi2", {"", "sq mi"}},
    {"km3", {"", "km³"}},
    {"m3", {"", "m³"}},
    {"ft3", {"", "cu ft"}},
    {"acre", {"", "acres"}},
    {"barrel", {"", "barrels"}},
    {"C", {"", "°C"}},
    {"deg", {"", "°"}},
    {"in", {"", "inches"}},
    {"%", {"", "%"}},
    {"pp", {"", "percentage points"}},
    {"usd", {"$", ""}},
    {"eur", {"€", ""}},
    {"gbp", {"£", ""}},
    {"jpy", {"¥", ""}},
    {"rub", {"", "roubles"}},
    {"uah", {"", "hryvnias"}},
    {"cny", {"", "yuan"}},
    {"pln", {"", "zlotys"}},
    {"chf", {"", "francs"}},
    {"sek", {"", "kronor"}},
    {"inr", {"", "rupees"}},
    {"hkd", {"HK$", ""}},
};

}  // namespace

UnitWords WordsOfUnit(std::string_view unit) {
  for (const Row& row : kRows) {
    if (row.unit == unit) return row.words;
  }
  return {"", unit};
}

std::string WithUnit(std::string_view number, std::string_view unit) {
  const UnitWords words = WordsOfUnit(unit);
  std::string text(words.before);
  text.append(number);
  if (words.after.empty()) return text;
  if (words.after != "%" && words.after != "°") text += ' ';
  return text.append(words.after);
}

}  // namespace claimscope
