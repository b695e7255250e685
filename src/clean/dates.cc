#include "clean/dates.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "clean/date_cursor.h"

namespace claimscope {
namespace {

constexpr std::string_view kWeekdays[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues",   "wed",     "thu",       "thur",     "thurs",  "fri",      "sat",    "sun"};

bool IsDate(int year, int month, int day) { return IsValidDate({year, month, day}); }

}  // namespace

bool TakeYearFirst(DateCursor* cursor, CivilDate* date) {
  DateCursor c = *cursor;
  size_t digits = 0;
  if (!c.TakeYear(&date->year)) {
    int packed = 0;
    if (!c.TakeNumber(8, &packed, &digits) || digits != 8) return false;
    *date = {packed / 10000, packed / 100 % 100, packed % 100};
    if (date->year < kFirstYear || date->year > kLastYear) return false;
  } else {
    const char separator = c.Peek();
    if (separator != '-' && separator != '/' && separator != '.') return false;
    c.Take(separator);
    if (!c.TakeNumber(2, &date->month, &digits) || !c.Take(separator) ||
        !c.TakeNumber(2, &date->day, &digits)) {
      return false;
    }
  }
  if (!IsValidDate(*date)) return false;
  *cursor = c;
  return true;
}

namespace {

// Whether `page` names the day with its month: "9 October", "Oct. 9th". A year is not needed.
bool NamesDay(std::string_view page, CivilDate day) {
  constexpr std::string_view kOf[] = {"of", "de"};
  constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th", "er"};
  constexpr size_t kReach = 12;  // bytes of the longest month and its space, before the number
  constexpr size_t kMostBytes = 20000;  // of the page looked at
  page = page.substr(0, kMostBytes);
  for (size_t at = 0; at < page.size(); ++at) {
    if (!IsAsciiDigit(page[at]) || (at > 0 && IsAsciiAlnum(page[at - 1]))) continue;
    DateCursor c(page, at);
    int number = 0, month = 0;
    size_t digits = 0;
    if (!c.TakeNumber(2, &number, &digits) || number != day.day) continue;
    c.TakeWordOf(kOrdinals, std::size(kOrdinals));
    if (c.TakeSpaces() && c.TakeWordOf(kOf, std::size(kOf))) c.TakeSpaces();
    if (c.TakeMonth(&month) && month == day.month) return true;
    for (size_t begin = at > kReach ? at - kReach : 0; begin < at; ++begin) {
      DateCursor before(page, begin);
      const bool begins = begin == 0 || !IsAsciiAlpha(page[begin - 1]);
      if (begins && before.TakeMonth(&month) && month == day.month && before.TakeSpaces() &&
          before.at() == at) {
        return true;
      }
    }
  }
  return false;
}

// "1.7.2025" is day first everywhere; "5/21/2025" has one reading only; of the two of "9/10/2025"
// `page` may name one by its month.
bool TakeNumbers(DateCursor* cursor, CivilDate* date, std::string_view page) {
  DateCursor c = *cursor;
  int first = 0, second = 0;
  size_t digits = 0;
  if (!c.TakeNumber(2, &first, &digits)) return false;
  const char separator = c.Peek();
  if (separator != '.' && separator != '/' && separator != '-') return false;
  c.Take(separator);
  if (!c.TakeNumber(2, &second, &digits) || !c.Take(separator) || !c.TakeYear(&date->year)) {
    return false;
  }
  bool day_first = IsDate(date->year, second, first);
  bool month_first = separator == '/' && IsDate(date->year, first, second);
  if (day_first && month_first && first != second && !page.empty()) {
    day_first = NamesDay(page, {date->year, second, first});
    month_first = NamesDay(page, {date->year, first, second});
  }
  if (day_first == month_first && !(day_first && first == second)) return false;
  date->day = day_first ? first : second;
  date->month = day_first ? second : first;
  *cursor = c;
  return true;
}

void TakeBetween(DateCursor* c) {
  c->Take(',');
  c->TakeSpaces();
  if (c->Peek() == '-' && c->Peek(1) != ' ') c->Take('-');
}

// "21 May 2025", "21st of May, 2025", "21-May-2025", "21. Mai 2025", "21 de mayo de 2025".
bool TakeDayMonth(DateCursor* cursor, CivilDate* date) {
  constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th", "er"};
  constexpr std::string_view kOf[] = {"of", "de"};
  DateCursor c = *cursor;
  size_t digits = 0;
  if (!c.TakeNumber(2, &date->day, &digits)) return false;
  c.TakeWordOf(kOrdinals, std::size(kOrdinals));
  c.Take('.');
  TakeBetween(&c);
  if (c.TakeWordOf(kOf, std::size(kOf))) c.TakeSpaces();
  if (!c.TakeMonth(&date->month)) return false;
  TakeBetween(&c);
  if (c.TakeWordOf(kOf, std::size(kOf))) c.TakeSpaces();
  if (!c.TakeYear(&date->year) || !IsValidDate(*date)) return false;
  *cursor = c;
  return true;
}

// "May 21, 2025", "May 21st 2025".
bool TakeMonthDay(DateCursor* cursor, CivilDate* date) {
  constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th"};
  DateCursor c = *cursor;
  size_t digits = 0;
  if (!c.TakeMonth(&date->month)) return false;
  TakeBetween(&c);
  if (!c.TakeNumber(2, &date->day, &digits)) return false;
  c.TakeWordOf(kOrdinals, std::size(kOrdinals));
  TakeBetween(&c);
  if (!c.TakeYear(&date->year) || !IsValidDate(*date)) return false;
  *cursor = c;
  return true;
}

bool TakeClock(DateCursor* c) {
  int hour = 0, minute = 0;
  size_t digits = 0;
  if (!c->TakeNumber(2, &hour, &digits) || hour > 24) return false;
  if (c->Peek() != ':' && c->Peek() != '.') return false;
  c->Take(c->Peek());
  if (!c->TakeNumber(2, &minute, &digits) || digits != 2 || minute > 59) return false;
  if (c->Take(':')) {
    if (!c->TakeNumber(2, &minute, &digits)) return false;
    if (c->Take('.') && !c->TakeNumber(9, &minute, &digits)) return false;
  }
  return true;
}

// "PM", "p.m. EST", "GMT", "-0400" behind a time.
void TakeZone(DateCursor* cursor) {
  constexpr std::string_view kZones[] = {
      "am",  "pm",  "a",   "p",   "m",    "gmt",  "utc", "z",   "bst",   "est",  "edt", "cst",
      "cdt", "mst", "mdt", "pst", "pdt",  "et",   "ct",  "pt",  "cet",   "cest", "eet", "eest",
      "msk", "ist", "jst", "kst", "aest", "aedt", "sgt", "hkt", "local", "time"};
  DateCursor c = *cursor;
  for (int i = 0; i < 4; ++i) {
    c.TakeSpaces();
    c.Take('(');
    if (c.TakeWordOf(kZones, std::size(kZones))) {
      c.Take('.');
      c.Take(')');
      *cursor = c;
      continue;
    }
    int offset = 0;
    size_t digits = 0;
    if ((c.Take('+') || c.Take('-')) && c.TakeNumber(4, &offset, &digits)) {
      if (c.Take(':')) c.TakeNumber(2, &offset, &digits);
      *cursor = c;
    }
    break;
  }
}

// " at 08:56PM", ", 17:16 BST", "T15:52:42Z", " 14:57:43 GMT", " 05:17:06 -0400".
bool TakeTime(DateCursor* cursor) {
  constexpr std::string_view kAt[] = {"at", "t", "o"};
  DateCursor c = *cursor;
  c.Take(',');
  c.TakeSpaces();
  if (c.Take('-') || c.Take('|')) c.TakeSpaces();
  c.TakeWordOf(kAt, std::size(kAt));
  c.TakeSpaces();
  if (!TakeClock(&c)) return false;
  *cursor = c;
  TakeZone(cursor);
  return true;
}

size_t BeginWithWeekday(std::string_view text, size_t date_begin) {
  size_t at = date_begin;
  while (at > 0 && (IsAsciiSpace(text[at - 1]) || text[at - 1] == ',' || text[at - 1] == '.')) --at;
  size_t word = at;
  while (word > 0 && IsAsciiAlpha(text[word - 1]) && at - word < 10) --word;
  const std::string weekday = AsciiLower(text.substr(word, at - word));
  const bool is_weekday =
      std::find(std::begin(kWeekdays), std::end(kWeekdays), weekday) != std::end(kWeekdays);
  return is_weekday ? word : date_begin;
}

bool BeginsWord(std::string_view text, size_t at) {
  if (at == 0 || !IsUtf8Boundary(text, at)) return at == 0;
  const char before = text[at - 1];
  return !IsAsciiAlnum(before) &&
         (static_cast<unsigned char>(before) < 0x80 || !IsWordCodePoint([&] {
            size_t begin = at - 1;
            while (begin > 0 && !IsUtf8Boundary(text, begin)) --begin;
            return DecodeUtf8(text, begin).value;
          }()));
}

// A time before the date: "10:02 BST 21 May 2025", "6:41 pm, May 21, 2025", "08:15 | 21.05.2025".
size_t BeginWithTime(std::string_view text, size_t date_begin) {
  constexpr size_t kReach = 20;
  const size_t first = date_begin > kReach ? date_begin - kReach : 0;
  for (size_t at = date_begin; at-- > first;) {
    if (!IsAsciiDigit(text[at]) || !BeginsWord(text, at)) continue;
    DateCursor c(text, at);
    if (!TakeClock(&c) || text.substr(at, c.at() - at).find(':') == std::string_view::npos)
      continue;
    TakeZone(&c);
    if (c.at() > date_begin) continue;
    const std::string_view between = text.substr(c.at(), date_begin - c.at());
    if (between.find_first_not_of(" ,|-") == std::string_view::npos) return at;
  }
  return date_begin;
}

bool EndsWord(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const CodePoint c = DecodeUtf8(text, at);
  return !IsWordCodePoint(c.value) || c.value == 'T';
}

}  // namespace

bool FindDate(std::string_view text, size_t from, FoundDate* out, std::string_view page) {
  for (size_t at = from; at < text.size(); ++at) {
    const char byte = text[at];
    const bool may_begin =
        IsAsciiDigit(byte) || IsAsciiAlpha(byte) || static_cast<unsigned char>(byte) >= 0xC0;
    if (!may_begin || !BeginsWord(text, at)) continue;
    DateCursor cursor(text, at);
    CivilDate date{};
    const bool found = IsAsciiDigit(byte)
                           ? TakeYearFirst(&cursor, &date) || TakeDayMonth(&cursor, &date) ||
                                 TakeNumbers(&cursor, &date, page)
                           : TakeMonthDay(&cursor, &date);
    if (!found || !EndsWord(text, cursor.at())) continue;
    out->day = DayOf(date);
    out->has_time = TakeTime(&cursor);
    const size_t begin = BeginWithWeekday(text, at);
    const size_t time = BeginWithTime(text, begin);
    out->has_time = out->has_time || time < begin;
    out->span = {static_cast<uint32_t>(time), static_cast<uint32_t>(cursor.at())};
    return true;
  }
  return false;
}

}  // namespace claimscope
