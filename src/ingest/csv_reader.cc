#include "ingest/csv_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/find_byte.h"
#include "base/strings.h"

namespace claimscope {
namespace {

constexpr const char* kOpen = "A quoted field of this row does not end.";
constexpr const char* kUnknown = "No column of the table is known to hold the text.";
constexpr const char* kMore =
    "The row has more fields than the table has columns; the rest went into the last one.";
constexpr const char* kFewer = "The row has fewer fields than the table has columns.";
constexpr int kMaxRestarts = 100;  // after that, what is left is not worth another reading
// Rows that were taken for the inside of a quoted field are read again as long as all of that is
// not much more than the table itself.
constexpr uint64_t kMaxReadAgain = 8;
constexpr uint64_t kAlwaysReadAgainBytes = 1 << 20;

}  // namespace

CsvReader::CsvReader(Records* records, const CsvDialect& dialect, uint64_t first_offset_bytes)
    : records_(records),
      delimiter_(dialect.delimiter),
      scanner_(dialect.delimiter),
      base_(first_offset_bytes) {
  records_->KnowSeveral();
  if (dialect.skip_bytes > 0) ++line_;
}

void CsvReader::Push(std::string_view bytes) {
  if (records_->is_refused()) return;
  buffer_.append(bytes);
  Run();
  if (begin_ * 2 < buffer_.size()) return;
  buffer_.erase(0, begin_);
  base_ += begin_;
  scan_ -= begin_;
  begin_ = 0;
}

void CsvReader::Run() {
  while (scan_ < buffer_.size() && !records_->is_refused()) {
    if (is_skipping_) {
      const size_t end = buffer_.find('\n', scan_);
      is_skipping_ = end == std::string::npos;
      SkipTo(is_skipping_ ? buffer_.size() : end + 1);
      continue;
    }
    if (scanner_.is_in_quotes()) {
      // Leap to the next quote.
      const size_t quote = std::min(FindByte(buffer_, '"', scan_), buffer_.size());
      if (quote > scan_ + 1) scan_ = quote - 1;
    }
    const CsvScanner::Event event = scanner_.Step(buffer_[scan_]);
    if (event == CsvScanner::Event::kRowEnd) {
      EndRow();
      begin_ = ++scan_;
    } else if (event == CsvScanner::Event::kBroken) {
      Resume(kOpen);
    } else if (const uint64_t most = records_->intake().max_record_bytes(); scan_ - begin_ > most) {
      scan_ = begin_ + static_cast<size_t>(most) + 1;  // wherever the bytes were cut
      Resume(records_->intake().TooLarge("The row"));
    } else {
      ++scan_;
    }
  }
}

void CsvReader::EndRow() {
  const std::string_view row = std::string_view(buffer_).substr(begin_, scan_ - begin_);
  TakeRow(row);
  line_ += static_cast<uint64_t>(std::count(row.begin(), row.end(), '\n')) + 1;
}

// Leaves the row in work out and goes on with the line after its first one; with the line at which
// it broke where too much was read again already, unless that is the end.
void CsvReader::Resume(std::string reason, bool at_end) {
  records_->Skip({++rows_, line_, base_ + begin_}, std::move(reason));
  const std::string_view row = std::string_view(buffer_).substr(begin_, scan_ - begin_);
  read_again_bytes_ += row.size();
  const bool is_enough =
      !at_end && read_again_bytes_ > kMaxReadAgain * (base_ + scan_) + kAlwaysReadAgainBytes;
  const size_t end = is_enough ? row.rfind('\n') : row.find('\n');
  is_skipping_ = end == std::string_view::npos;
  SkipTo(is_skipping_ ? scan_ : begin_ + end + 1);
}

void CsvReader::SkipTo(size_t begin) {
  line_ +=
      static_cast<uint64_t>(std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
                                       buffer_.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
  begin_ = scan_ = begin;
  scanner_.Reset();
}

void CsvReader::Finish() {
  while (!records_->is_refused()) {
    if (scanner_.MayEnd()) {
      if (begin_ < buffer_.size()) EndRow();
      break;
    }
    if (++restarts_ > kMaxRestarts) {
      records_->Skip({0, line_, base_ + begin_},
                     "The rest of the table is too damaged to be read.");
      break;
    }
    Resume(kOpen, true);
    Run();
  }
  if (records_->count() == 0) records_->Skip({}, "The table has no rows.");
}

std::vector<std::string> CsvReader::Cells(std::string_view row, Repairs* repairs) {
  std::string storage;
  return SplitCsvRow(records_->Decode(row, &storage, repairs), delimiter_);
}

void CsvReader::TakeHeader(std::vector<std::string>&& cells) {
  has_header_ = true;
  names_ = std::move(cells);
  bool has_text = false;
  for (std::string& name : names_) {
    name = TrimAscii(name);
    Column column;
    column.is_known = records_->intake().names().Find(name, &column.name);
    has_text = has_text || (column.is_known && column.name.field == Field::kText);
    columns_.push_back(column);
  }
  if (has_text) return;
  records_->Refuse({0, line_, base_ + begin_}, kUnknown, names_);
}

void CsvReader::TakeRow(std::string_view row) {
  if (TrimAscii(row).empty()) return;
  Repairs repairs;
  std::vector<std::string> cells = Cells(row, &repairs);
  if (!has_header_) {
    TakeHeader(std::move(cells));
    return;
  }
  const RecordPlace place{++rows_, line_, base_ + begin_};
  if (cells.size() != columns_.size() && repairs.note.empty()) {
    repairs.note = cells.size() > columns_.size() ? kMore : kFewer;
  }
  for (size_t i = columns_.size(); i < cells.size(); ++i) {
    cells[columns_.size() - 1] += delimiter_ + cells[i];
  }
  RawArticle article;
  std::array<int, kFieldCount> ranks;
  ranks.fill(256);
  for (size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
    const Column& column = columns_[i];
    int& rank = ranks[static_cast<size_t>(column.name.field)];
    if (!column.is_known || column.name.rank >= rank || TrimAscii(cells[i]).empty()) continue;
    rank = column.name.rank;
    *SlotOf(column.name.field, &article) = std::move(cells[i]);
  }
  records_->Take(std::move(article), place, std::move(repairs));
}

}  // namespace claimscope
