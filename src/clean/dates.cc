#include "clean/dates.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/strings.h"
#include "base/utf8.h"
#include "clean/clean.h"

namespace claimscope {
namespace {

// Dates of news; a "date" outside is more likely a number of something else.
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

struct MonthName {
  std::string_view name;  // folded
  int month;
};
constexpr MonthName kMonthNames[] = {
    {"january", 1},
    {"jan", 1},
    {"february", 2},
    {"feb", 2},
    {"march", 3},
    {"mar", 3},
    {"april", 4},
    {"apr", 4},
    {"may", 5},
    {"june", 6},
    {"jun", 6},
    {"july", 7},
    {"jul", 7},
    {"august", 8},
    {"aug", 8},
    {"september", 9},
    {"sep", 9},
    {"sept", 9},
    {"october", 10},
    {"oct", 10},
    {"november", 11},
    {"nov", 11},
    {"december", 12},
    {"dec", 12},
    // Ukrainian and Russian, as dates decline them.
    {"січня", 1},
    {"лютого", 2},
    {"березня", 3},
    {"квітня", 4},
    {"травня", 5},
    {"червня", 6},
    {"липня", 7},
    {"серпня", 8},
    {"вересня", 9},
    {"жовтня", 10},
    {"листопада", 11},
    {"грудня", 12},
    {"января", 1},
    {"февраля", 2},
    {"марта", 3},
    {"апреля", 4},
    {"мая", 5},
    {"июня", 6},
    {"июля", 7},
    {"августа", 8},
    {"сентября", 9},
    {"октября", 10},
    {"ноября", 11},
    {"декабря", 12},
    // German, French, Spanish.
    {"januar", 1},
    {"februar", 2},
    {"marz", 3},
    {"mai", 5},
    {"juni", 6},
    {"juli", 7},
    {"oktober", 10},
    {"dezember", 12},
    {"janvier", 1},
    {"fevrier", 2},
    {"mars", 3},
    {"avril", 4},
    {"juin", 6},
    {"juillet", 7},
    {"aout", 8},
    {"septembre", 9},
    {"octobre", 10},
    {"novembre", 11},
    {"decembre", 12},
    {"enero", 1},
    {"febrero", 2},
    {"marzo", 3},
    {"abril", 4},
    {"mayo", 5},
    {"junio", 6},
    {"julio", 7},
    {"agosto", 8},
    {"septiembre", 9},
    {"octubre", 10},
    {"noviembre", 11},
    {"diciembre", 12},
};

constexpr std::string_view kWeekdays[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues",   "wed",     "thu",       "thur",     "thurs",  "fri",      "sat",    "sun"};

// Reads a text from left to right, remembering where it is.
class Cursor {
 public:
  Cursor(std::string_view text, size_t at) : text_(text), at_(at) {}

  size_t at() const { return at_; }
  char Peek(size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool Take(char c) {
    if (Peek() != c || at_ >= text_.size()) return false;
    ++at_;
    return true;
  }
  bool TakeSpaces() {
    const size_t before = at_;
    for (;;) {
      if (IsAsciiSpace(Peek()))
        ++at_;
      else if (StartsWith(text_.substr(std::min(at_, text_.size())), "\xC2\xA0"))
        at_ += 2;
      else
        return at_ > before;
    }
  }
  // One to `max_digits` digits with none after them; 0 taken: false.
  bool TakeNumber(size_t max_digits, int* value, size_t* digits) {
    size_t count = 0;
    int number = 0;
    while (IsAsciiDigit(Peek(count)) && count <= max_digits) {
      number = number * 10 + (Peek(count) - '0');
      ++count;
    }
    if (count == 0 || count > max_digits) return false;
    at_ += count;
    *value = number;
    *digits = count;
    return true;
  }
  bool TakeYear(int* year) {
    size_t digits = 0;
    const size_t before = at_;
    if (TakeNumber(4, year, &digits) && digits == 4 && *year >= kFirstYear && *year <= kLastYear) {
      return true;
    }
    at_ = before;
    return false;
  }
  // A word of letters, folded.
  std::string TakeWord() {
    const size_t begin = at_;
    while (at_ < text_.size()) {
      const CodePoint c = DecodeUtf8(text_, at_);
      if (!IsWordCodePoint(c.value) ||
          (c.value < 0x80 && IsAsciiDigit(static_cast<char>(c.value)))) {
        break;
      }
      at_ += c.size_bytes;
      if (at_ - begin > 24) break;
    }
    return FoldText(text_.substr(begin, at_ - begin));
  }
  bool TakeWordOf(const std::string_view* words, size_t count) {
    const size_t before = at_;
    const std::string word = TakeWord();
    if (std::find(words, words + count, word) != words + count) return true;
    at_ = before;
    return false;
  }
  bool TakeMonth(int* month) {
    const size_t before = at_;
    const std::string word = TakeWord();
    for (const MonthName& name : kMonthNames) {
      if (name.name == word) {
        *month = name.month;
        Take('.');
        return true;
      }
    }
    at_ = before;
    return false;
  }
  void GoTo(size_t at) { at_ = at; }

 private:
  std::string_view text_;
  size_t at_;
};

bool IsDate(int year, int month, int day) { return IsValidDate({year, month, day}); }

// "2025-07-01", "2025/7/1", "20250701".
bool TakeYearFirst(Cursor* cursor, CivilDate* date) {
  Cursor c = *cursor;
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

// "1.7.2025" is day first everywhere; "5/21/2025" counts only where one reading is possible.
bool TakeNumbers(Cursor* cursor, CivilDate* date) {
  Cursor c = *cursor;
  int first = 0, second = 0;
  size_t digits = 0;
  if (!c.TakeNumber(2, &first, &digits)) return false;
  const char separator = c.Peek();
  if (separator != '.' && separator != '/' && separator != '-') return false;
  c.Take(separator);
  if (!c.TakeNumber(2, &second, &digits) || !c.Take(separator) || !c.TakeYear(&date->year)) {
    return false;
  }
  const bool day_first = IsDate(date->year, second, first);
  const bool month_first = separator == '/' && IsDate(date->year, first, second);
  if (day_first == month_first && !(day_first && first == second)) return false;
  date->day = day_first ? first : second;
  date->month = day_first ? second : first;
  *cursor = c;
  return true;
}

void TakeBetween(Cursor* c) {
  c->Take(',');
  c->TakeSpaces();
  if (c->Peek() == '-' && c->Peek(1) != ' ') c->Take('-');
}

// "21 May 2025", "21st of May, 2025", "21-May-2025", "21. Mai 2025", "21 de mayo de 2025".
bool TakeDayMonth(Cursor* cursor, CivilDate* date) {
  constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th", "er"};
  constexpr std::string_view kOf[] = {"of", "de"};
  Cursor c = *cursor;
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
bool TakeMonthDay(Cursor* cursor, CivilDate* date) {
  constexpr std::string_view kOrdinals[] = {"st", "nd", "rd", "th"};
  Cursor c = *cursor;
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

bool TakeClock(Cursor* c) {
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

// " at 08:56PM", ", 17:16 BST", "T15:52:42Z", " 14:57:43 GMT", " 05:17:06 -0400", with what names
// the zone.
bool TakeTime(Cursor* cursor) {
  constexpr std::string_view kAt[] = {"at", "t", "o"};
  constexpr std::string_view kZones[] = {
      "am",  "pm",  "a",   "p",   "m",    "gmt",  "utc", "z",   "bst",   "est",  "edt", "cst",
      "cdt", "mst", "mdt", "pst", "pdt",  "et",   "ct",  "pt",  "cet",   "cest", "eet", "eest",
      "msk", "ist", "jst", "kst", "aest", "aedt", "sgt", "hkt", "local", "time"};
  Cursor c = *cursor;
  c.Take(',');
  c.TakeSpaces();
  if (c.Take('-') || c.Take('|')) c.TakeSpaces();
  c.TakeWordOf(kAt, std::size(kAt));
  c.TakeSpaces();
  if (!TakeClock(&c)) return false;
  *cursor = c;
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
  return true;
}

// A time before the date: "10:02 BST 21 May 2025", "08:15 | 21.05.2025".
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

bool EndsWord(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const CodePoint c = DecodeUtf8(text, at);
  return !IsWordCodePoint(c.value) || c.value == 'T';
}

}  // namespace

bool FindDate(std::string_view text, size_t from, FoundDate* out) {
  for (size_t at = from; at < text.size(); ++at) {
    const char byte = text[at];
    const bool may_begin =
        IsAsciiDigit(byte) || IsAsciiAlpha(byte) || static_cast<unsigned char>(byte) >= 0xC0;
    if (!may_begin || !BeginsWord(text, at)) continue;
    Cursor cursor(text, at);
    CivilDate date{};
    const bool found = IsAsciiDigit(byte)
                           ? TakeYearFirst(&cursor, &date) || TakeDayMonth(&cursor, &date) ||
                                 TakeNumbers(&cursor, &date)
                           : TakeMonthDay(&cursor, &date);
    if (!found || !EndsWord(text, cursor.at())) continue;
    out->day = DayOf(date);
    out->has_time = TakeTime(&cursor);
    out->span = {static_cast<uint32_t>(BeginWithWeekday(text, at)),
                 static_cast<uint32_t>(cursor.at())};
    return true;
  }
  return false;
}

Day DateOfUrl(std::string_view url) {
  const size_t query = url.find_first_of("?#");
  url = url.substr(0, query);
  const size_t host = url.find("//");
  const size_t path = url.find('/', host == std::string_view::npos ? 0 : host + 2);
  if (path == std::string_view::npos) return {};
  for (size_t at = path; at < url.size(); ++at) {
    if (!IsAsciiDigit(url[at]) || IsAsciiDigit(url[at - 1])) continue;
    Cursor c(url, at);
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
