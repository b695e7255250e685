// Reads the readable tables of assets/: UTF-8, one row a line, fields parted by tabs, no quoting.
// The first line is "# column<TAB>column ..."; other lines that begin with '#' and empty lines are
// comments. Lists inside a field are parted by '|'.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"

namespace claimscope {

class Table {
 public:
  // `name` is used in messages. The views point into `text`, which must outlive the table. Fails
  // when a row has more fields than the header, saying the line; missing fields at the end of a row
  // read as empty.
  static Result<Table> Parse(std::string_view name, std::string_view text);

  size_t rows() const { return lines_.size(); }
  // Index of a column by its header name, or -1.
  int Column(std::string_view header) const;
  // Empty where the row is short or the column is -1.
  std::string_view At(size_t row, int column) const;
  std::string_view At(size_t row, std::string_view header) const { return At(row, Column(header)); }
  // 1-based line in the file, for messages.
  size_t Line(size_t row) const { return lines_[row]; }

 private:
  std::vector<std::string_view> headers_;
  std::vector<std::string_view> fields_;  // rows x headers
  std::vector<size_t> lines_;
};

}  // namespace claimscope
