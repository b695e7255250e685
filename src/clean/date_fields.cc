// Days in addresses and in fields.
#include "base/strings.h"
#include "clean/clean.h"
#include "clean/date_cursor.h"
#include "clean/dates.h"

namespace claimscope {

Day DateOfUrl(std::string_view url) {
  const size_t query = url.find_first_of("?#");
  url = url.substr(0, query);
  const size_t host = url.find("//");
  const size_t path = url.find('/', host == std::string_view::npos ? 0 : host + 2);
  if (path == std::string_view::npos) return {};
  for (size_t at = path; at < url.size(); ++at) {
    if (!IsAsciiDigit(url[at]) || IsAsciiDigit(url[at - 1])) continue;
    DateCursor c(url, at);
    CivilDate date{};
    size_t digits = 0;
    if (!c.TakeYear(&date.year)) {
      if (TakeYearFirst(&c, &date)) return DayOf(date);
      continue;
    }
    const auto take_separator = [&c] { return c.Take('/') || c.Take('-') || c.Take('_'); };
    if (!take_separator()) continue;
    const bool month = c.TakeNumber(2, &date.month, &digits) || c.TakeMonth(&date.month);
    if (!month || !take_separator()) continue;
    if (!c.TakeNumber(2, &date.day, &digits) || !IsValidDate(date)) continue;
    return DayOf(date);
  }
  return {};
}

Day ParseDateField(std::string_view text) {
  text = TrimAscii(text);
  int64_t number = 0;
  if (ParseInt(text, &number) && text.size() != 8) {
    // Seconds, milliseconds or microseconds since 1970; four digits are a year, which is no day.
    if (text.size() < 9 || number < 0) return {};
    while (number > 20'000'000'000) number /= 1000;
    return {static_cast<int32_t>(number / 86400)};
  }
  FoundDate found;
  if (!FindDate(text, 0, &found)) return {};
  return found.day;
}

}  // namespace claimscope
