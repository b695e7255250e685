#include "base/table.h"

#include "base/strings.h"

namespace claimscope {

Result<Table> Table::Parse(std::string_view name, std::string_view text) {
  Table table;
  if (StartsWith(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
  size_t line_number = 0;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++line_number;
    if (EndsWith(line, "\r")) line.remove_suffix(1);
    if (line.empty()) continue;
    if (line[0] == '#') {
      if (table.headers_.empty()) {
        for (std::string_view header : Split(line.substr(1), '\t')) {
          table.headers_.push_back(TrimAscii(header));
        }
      }
      continue;
    }
    if (table.headers_.empty()) {
      return Status::Invalid(std::string(name) +
                             ": the first line must name the columns after '#'.");
    }
    const std::vector<std::string_view> fields = Split(line, '\t');
    if (fields.size() > table.headers_.size()) {
      return Status::Invalid(std::string(name) + ", line " + std::to_string(line_number) +
                             ": more fields than columns.");
    }
    for (size_t i = 0; i < table.headers_.size(); ++i) {
      table.fields_.push_back(i < fields.size() ? TrimAscii(fields[i]) : std::string_view());
    }
    table.lines_.push_back(line_number);
  }
  return table;
}

int Table::Column(std::string_view header) const {
  for (size_t i = 0; i < headers_.size(); ++i) {
    if (headers_[i] == header) return static_cast<int>(i);
  }
  return -1;
}

std::string_view Table::At(size_t row, int column) const {
  if (column < 0 || row >= lines_.size()) return {};
  return fields_[row * headers_.size() + static_cast<size_t>(column)];
}

}  // namespace claimscope
