// A table with a header -> one article a row. A row that is damaged (a quoted field that does not
// end) is left out alone: reading goes on with the next line.
#pragma once

#include <string>
#include <vector>

#include "ingest/byte_sink.h"
#include "ingest/csv.h"
#include "ingest/records.h"

namespace claimscope {

class CsvReader : public ByteSink {
 public:
  CsvReader(Records* records, const CsvDialect& dialect, uint64_t first_offset_bytes);

  void Push(std::string_view bytes) override;
  void Finish() override;

 private:
  void Run();
  void EndRow();
  void Resume(std::string reason, bool at_end = false);
  void SkipTo(size_t begin);
  void TakeHeader(std::vector<std::string>&& cells);
  void TakeRow(std::string_view row);
  std::vector<std::string> Cells(std::string_view row, Repairs* repairs);

  Records* records_;
  const char delimiter_;
  CsvScanner scanner_;
  std::string buffer_;
  size_t begin_ = 0;  // of the row in work, in buffer_
  size_t scan_ = 0;   // the next byte to look at
  uint64_t base_;     // where buffer_ stands in the source
  uint64_t line_ = 1;
  uint64_t rows_ = 0;  // after the header
  int restarts_ = 0;   // at the end
  uint64_t read_again_bytes_ = 0;
  bool is_skipping_ = false;  // up to the end of a line that is left out

  bool has_header_ = false;
  std::vector<std::string> names_;
  struct Column {
    bool is_known = false;
    FieldName name{};
  };
  std::vector<Column> columns_;
};

}  // namespace claimscope
