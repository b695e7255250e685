#include "ui/date_entry.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
constexpr size_t kShortestMonth = 3;

bool IsNumber(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsAsciiDigit);
}

// 0: it is none.
int MonthNamed(std::string_view word) {
  if (word.size() < kShortestMonth) return 0;
  for (int i = 0; i < 12; ++i) {
    if (StartsWith(kMonths[i], word)) return i + 1;
  }
  return word == "sept" ? 9 : 0;
}

DateEntry OneDay(int year, int month, int day) {
  const CivilDate date{year, month, day};
  if (!IsValidDate(date)) return {};
  return {{DayOf(date), DayOf(date)}, false};
}

DateEntry OneMonth(int year, int month) {
  if (!IsValidDate({year, month, 1})) return {};
  const Day first = DayOf({year, month, 1});
  return {{first, MonthEnd(first)}, false};
}

// Digits and letters; "1st" is 1.
std::vector<std::string> Parts(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  const auto end = [&] {
    if (part.size() > 2 && IsNumber(part.substr(0, part.size() - 2))) {
      const std::string tail = part.substr(part.size() - 2);
      if (tail == "st" || tail == "nd" || tail == "rd" || tail == "th")
        part.resize(part.size() - 2);
    }
    if (!part.empty()) parts.push_back(std::exchange(part, {}));
  };
  for (const char c : text) {
    if (std::string_view(" .,/-").find(c) != std::string_view::npos)
      end();
    else
      part += c;
  }
  end();
  return parts;
}

int Year(std::string_view text) {
  int64_t year = 0;
  if (!IsNumber(text) || (text.size() != 4 && text.size() != 2) || !ParseInt(text, &year)) return 0;
  return static_cast<int>(text.size() == 2 ? 2000 + year : year);
}

int Small(std::string_view text) {
  int64_t number = 0;
  return IsNumber(text) && text.size() <= 2 && ParseInt(text, &number) ? static_cast<int>(number)
                                                                       : 0;
}

DateEntry OfThree(const std::vector<std::string>& parts) {
  if (parts[0].size() == 4) return OneDay(Year(parts[0]), Small(parts[1]), Small(parts[2]));
  const int year = Year(parts[2]);
  if (const int month = MonthNamed(parts[1])) return OneDay(year, month, Small(parts[0]));
  if (const int month = MonthNamed(parts[0])) return OneDay(year, month, Small(parts[1]));
  const int day = Small(parts[0]), month = Small(parts[1]);
  if (month > 12) return OneDay(year, day, month);
  DateEntry entry = OneDay(year, month, day);
  entry.day_first = entry.known() && day <= 12 && day != month;
  return entry;
}

// "q2" is 2; 0: it is none.
int Quarter(std::string_view part) {
  return part.size() == 2 && part[0] == 'q' && part[1] >= '1' && part[1] <= '4' ? part[1] - '0' : 0;
}

DateEntry OneQuarter(int year, int quarter) {
  const DateEntry first = OneMonth(year, 3 * quarter - 2);
  if (!first.known()) return {};
  return {{first.days.from, MonthEnd(DayOf({year, 3 * quarter, 1}))}, false};
}

}  // namespace

DateEntry ParseDateEntry(std::string_view text) {
  const std::vector<std::string> parts = Parts(FoldText(TrimAscii(text)));
  if (parts.size() == 3) return OfThree(parts);
  if (parts.size() == 2) {
    for (size_t i = 0; i < 2; ++i) {
      const std::string& year = parts[1 - i];
      if (Quarter(parts[i]) > 0)
        return year.size() == 4 ? OneQuarter(Year(year), Quarter(parts[i])) : DateEntry{};
    }
    if (parts[0].size() == 4 && IsNumber(parts[0]))
      return OneMonth(Year(parts[0]), Small(parts[1]));
    const int named = MonthNamed(parts[0]);
    if (parts[1].size() != 4) return {};
    return OneMonth(Year(parts[1]), named != 0 ? named : Small(parts[0]));
  }
  if (parts.size() != 1 || parts[0].size() != 4 || Year(parts[0]) == 0) return {};
  const int year = Year(parts[0]);
  return {{DayOf({year, 1, 1}), DayOf({year, 12, 31})}, false};
}

}  // namespace claimscope
