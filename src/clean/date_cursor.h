// A text read from left to right for the parts of a date; shared by the forms of dates.cc.
#pragma once

#include <string>
#include <string_view>

#include "base/strings.h"
#include "base/utf8.h"
#include "model/day.h"

namespace claimscope {

// Dates of news; a "date" outside is more likely a number of something else.
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

struct MonthName {
  std::string_view name;  // folded
  int month;
};
inline constexpr MonthName kMonthNames[] = {
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

// Reads a text from left to right, remembering where it is.
class DateCursor {
 public:
  DateCursor(std::string_view text, size_t at) : text_(text), at_(at) {}

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
  // One to `max_digits` (at most 9) digits with none after them; 0 taken: false.
  bool TakeNumber(size_t max_digits, int* value, size_t* digits) {
    size_t count = 0;
    int number = 0;
    while (IsAsciiDigit(Peek(count)) && count < max_digits) {
      number = number * 10 + (Peek(count) - '0');
      ++count;
    }
    if (count == 0 || IsAsciiDigit(Peek(count))) return false;
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

 private:
  std::string_view text_;
  size_t at_;
};

// "2025-07-01", "2025/7/1", "20250701": moves the cursor behind it.
bool TakeYearFirst(DateCursor* cursor, CivilDate* date);

}  // namespace claimscope
