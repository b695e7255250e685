// Tables as text (RFC 4180): one row a line, fields parted by any of a few characters, quotes
// around what holds them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/field_names.h"

namespace claimscope {

// Finds the ends of fields and rows, byte by byte. A quote inside a quoted field that is not
// doubled and not followed by a delimiter is taken as it stands, as many programs write it.
class CsvScanner {
 public:
  explicit CsvScanner(char delimiter) : delimiter_(delimiter) {}

  enum class Event : uint8_t {
    kNone,
    kFieldEnd,  // before this byte
    kRowEnd,    // before this byte, a '\n'
    kBroken,    // a quoted field began that never ended: this begins the next one
  };
  Event Step(char c);
  void Reset() {
    state_ = State::kFieldStart;
    last_ = '\n';
  }
  // False inside a quoted field: the text must not end here.
  bool MayEnd() const { return state_ != State::kQuoted; }
  bool is_in_quotes() const { return state_ == State::kQuoted; }

 private:
  enum class State : uint8_t { kFieldStart, kPlain, kQuoted, kQuote };
  const char delimiter_;
  State state_ = State::kFieldStart;
  char last_ = '\n';
  bool quote_begins_field_ = false;  // kQuote: the quote stands where a field could begin
};

// The fields of a whole row, quotes undone.
std::vector<std::string> SplitCsvRow(std::string_view row, char delimiter);

struct CsvDialect {
  char delimiter = ',';
  size_t skip_bytes = 0;  // a line "sep=;" before the header
};

// Whether `head` begins like a table with a header: the same number of fields in each row, names in
// the first. Names that are known weigh more. `is_whole`: nothing follows the head.
bool DetectCsv(std::string_view head, bool is_whole, const FieldNames& names, CsvDialect* out);

}  // namespace claimscope
