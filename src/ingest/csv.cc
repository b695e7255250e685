#include "ingest/csv.h"

#include <algorithm>

#include "base/find_byte.h"
#include "base/strings.h"

namespace claimscope {
namespace {

constexpr std::string_view kDelimiters = ",\t;|^\x1F\x01";
constexpr size_t kMaxRows = 50;
constexpr size_t kMaxNameBytes = 60;

using Row = std::vector<std::string>;

std::vector<Row> FirstRows(std::string_view head, bool is_whole, char delimiter) {
  std::vector<Row> rows;
  CsvScanner scanner(delimiter);
  size_t begin = 0;
  for (size_t at = 0; at < head.size() && rows.size() < kMaxRows; ++at) {
    const CsvScanner::Event event = scanner.Step(head[at]);
    if (event == CsvScanner::Event::kBroken) return rows;
    if (event != CsvScanner::Event::kRowEnd) continue;
    const std::string_view row = head.substr(begin, at - begin);
    if (!TrimAscii(row).empty()) rows.push_back(SplitCsvRow(row, delimiter));
    begin = at + 1;
  }
  const std::string_view rest = head.substr(begin);
  if (is_whole && scanner.MayEnd() && !TrimAscii(rest).empty() && rows.size() < kMaxRows) {
    rows.push_back(SplitCsvRow(rest, delimiter));
  }
  return rows;
}

// Letters, digits and the signs that names are written with.
bool LooksLikeName(std::string_view cell) {
  if (cell.size() > kMaxNameBytes) return false;
  bool has_letter = false;
  for (char c : cell) {
    const bool is_letter = IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
    has_letter = has_letter || is_letter;
    const bool is_sign = std::string_view(" _-:./()#@").find(c) != std::string_view::npos;
    if (!is_letter && !IsAsciiDigit(c) && !is_sign) return false;
  }
  return has_letter && cell.back() != '.';
}

// How sure it is that these rows are a table; 0: they are none.
size_t Score(const std::vector<Row>& rows, char delimiter, const FieldNames& names) {
  if (rows.empty() || rows[0].size() < 2) return 0;
  const Row& header = rows[0];
  size_t known = 0, empty = 0;
  for (size_t i = 0; i < header.size(); ++i) {
    const std::string_view cell = TrimAscii(header[i]);
    FieldName name;
    if (cell.empty()) {
      ++empty;  // the column of row numbers has no name in many tables
    } else if (!LooksLikeName(cell) ||
               std::find(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(i),
                         header[i]) != header.begin() + static_cast<std::ptrdiff_t>(i)) {
      return 0;
    } else if (names.Find(cell, &name)) {
      ++known;
    }
  }
  if (empty > 1) return 0;
  const size_t data = rows.size() - 1;
  const auto same = static_cast<size_t>(std::count_if(
      rows.begin() + 1, rows.end(), [&](const Row& r) { return r.size() == header.size(); }));
  // Sentences hold commas too.
  const bool is_wide = delimiter != ',' || header.size() >= 3;
  const bool is_table = (known >= 2 && same * 3 >= data) ||
                        (known == 1 && data >= (is_wide ? 1 : 2) && same * 5 >= data * 4) ||
                        (known == 0 && is_wide && data >= 3 && same == data);
  return is_table ? 1 + known * 100 + header.size() : 0;
}

}  // namespace

CsvScanner::Event CsvScanner::Step(char c) {
  const char last = last_;
  last_ = c;
  const bool is_end = c == delimiter_ || c == '\n';
  switch (state_) {
    case State::kQuoted:
      if (c == '"') {
        state_ = State::kQuote;
        quote_begins_field_ = last == delimiter_ || last == '\n';
      }
      return Event::kNone;
    case State::kQuote:
      if (!is_end && c != '\r') {
        state_ = State::kQuoted;
        return quote_begins_field_ && c != '"' && c != ' ' ? Event::kBroken : Event::kNone;
      }
      break;
    case State::kFieldStart:
      if (c == '"') {
        state_ = State::kQuoted;
        last_ = 'q';  // an empty field in quotes begins none
        return Event::kNone;
      }
      break;
    case State::kPlain:
      break;
  }
  if (c == '\r' && state_ == State::kQuote) return Event::kNone;
  state_ = is_end ? State::kFieldStart : State::kPlain;
  if (!is_end) return Event::kNone;
  return c == '\n' ? Event::kRowEnd : Event::kFieldEnd;
}

namespace {

std::string UndoQuotes(std::string_view field) {
  if (field.empty() || field[0] != '"') return std::string(field);
  field.remove_prefix(1);
  if (EndsWith(field, "\"")) field.remove_suffix(1);
  std::string out;
  for (size_t at = 0; at < field.size();) {
    const size_t quote = std::min(FindByte(field, '"', at), field.size() - 1);
    out.append(field, at, quote + 1 - at);
    const bool is_double =
        field[quote] == '"' && quote + 1 < field.size() && field[quote + 1] == '"';
    at = quote + (is_double ? 2 : 1);
  }
  return out;
}

}  // namespace

std::vector<std::string> SplitCsvRow(std::string_view row, char delimiter) {
  if (EndsWith(row, "\r")) row.remove_suffix(1);
  Row fields;
  CsvScanner scanner(delimiter);
  size_t begin = 0;
  for (size_t at = 0; at < row.size(); ++at) {
    if (scanner.is_in_quotes()) {
      // Leap to the next quote: the scanner looks one byte back at most.
      const size_t quote = FindByte(row, '"', at);
      if (quote == std::string_view::npos) break;
      if (quote > at + 1) at = quote - 1;
    }
    if (scanner.Step(row[at]) != CsvScanner::Event::kFieldEnd) continue;
    fields.push_back(UndoQuotes(row.substr(begin, at - begin)));
    begin = at + 1;
  }
  fields.push_back(UndoQuotes(row.substr(begin)));
  return fields;
}

bool DetectCsv(std::string_view head, bool is_whole, const FieldNames& names, CsvDialect* out) {
  // Excel writes the delimiter into a line of its own.
  if (StartsWithIgnoreAsciiCase(head, "sep=") && head.size() > 5) {
    const size_t end = head.find('\n');
    if (end != std::string_view::npos && end <= 6) {
      *out = {head[4], end + 1};
      return true;
    }
  }
  size_t best = 0;
  for (char delimiter : kDelimiters) {
    if (head.find(delimiter) == std::string_view::npos) continue;
    const size_t score = Score(FirstRows(head, is_whole, delimiter), delimiter, names);
    if (score <= best) continue;
    best = score;
    *out = {delimiter, 0};
  }
  return best > 0;
}

}  // namespace claimscope
