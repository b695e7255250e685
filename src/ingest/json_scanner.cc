#include "ingest/json_scanner.h"

#include <algorithm>
#include <utility>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr uint64_t kNoColumn = ~0ull;
constexpr size_t kSliceBytes = 1 << 20;
constexpr uint64_t kMaxKeyBytes = 64;

constexpr const char* kCutOffRecord = "The record does not end: the file was cut off here.";
constexpr const char* kCutOffList = "The list of records does not end: the file was cut off here.";
constexpr const char* kNoEnd = "The record does not end before the next one begins.";
constexpr const char* kNotJson = "This line is not JSON.";
constexpr const char* kAfterRecord =
    "After the record, in the same line, stands something that is not JSON.";
constexpr const char* kNotObject = "This entry of the list is not an object with fields.";

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

JsonScanner::JsonScanner(JsonRecordSink* sink, const FieldNames& names, uint64_t max_record_bytes,
                         uint64_t skip_bytes, const SourcePart& before)
    : sink_(sink),
      names_(names),
      max_record_bytes_(max_record_bytes),
      window_(before.offset_bytes + skip_bytes, before.lines),
      scan_(window_.begin()),
      begin_(scan_),
      line_start_(scan_),
      number_(before.records) {}

void JsonScanner::Push(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view slice = bytes.substr(0, kSliceBytes);
    bytes.remove_prefix(slice.size());
    window_.Append(slice);
    Run();
    DropConsumed();
  }
}

void JsonScanner::Finish() {
  finishing_ = true;
  Run();
  if (state_ == State::kResync) {
    Broken(kNoEnd);
  } else if (state_ == State::kRecord || state_ == State::kLiteral) {
    if (is_wrapper_) {
      sink_->ReportBroken(PlaceOf(scan_, 0), kCutOffRecord);
    } else {
      Broken(kCutOffRecord);
    }
  } else if (in_list_) {
    sink_->ReportBroken(PlaceOf(scan_, 0), kCutOffList);
  }
}

void JsonScanner::Run() {
  for (bool more = true; more;) {
    switch (state_) {
      case State::kBetween:
        more = RunBetween();
        break;
      case State::kRecord:
      case State::kLiteral:
        more = RunRecord();
        break;
      case State::kLine:
        more = RunLine();
        break;
      case State::kLinePeek:
        more = RunLinePeek();
        break;
      case State::kSkipLine:
        more = RunSkipLine();
        break;
      case State::kResync:
        more = RunResync();
        break;
    }
  }
}

// Frees what is not needed any more.
void JsonScanner::DropConsumed() {
  if (state_ == State::kBetween || state_ == State::kSkipLine) begin_ = scan_;
  if (state_ == State::kResync) begin_ = candidate_ != 0 ? candidate_ : scan_;
  if (is_wrapper_ && state_ == State::kRecord) {
    const uint64_t key_bytes = (in_string_ ? scan_ : string_end_) - string_begin_;
    begin_ = key_bytes <= kMaxKeyBytes ? std::max(begin_, string_begin_) : scan_;
  } else if (state_ != State::kLinePeek && scan_ - place_.offset_bytes > max_record_bytes_) {
    begin_ = scan_;  // too large: only its end is looked for
  }
  window_.Forget(begin_);
}

void JsonScanner::NewLineAt(uint64_t offset) {
  line_start_ = offset + 1;
  line_is_blank_ = true;
}

bool JsonScanner::RunBetween() {
  for (; scan_ < end(); ++scan_) {
    const char c = At(scan_);
    if (c == '\n') NewLineAt(scan_);
    // The byte order mark of a file that was joined to another.
    if (IsSpace(c) || c == '\xEF' || c == '\xBB' || c == '\xBF') continue;
    if (c == '{') {
      const bool one_a_line = !in_list_ && line_is_blank_ && number_ > 0 && !saw_wrapper_;
      BeginRecord(one_a_line ? State::kLine : State::kRecord);
      return true;
    }
    if (in_list_ && c == ']') {
      ++scan_;
      LeaveList();
      return true;
    }
    if (c == ',' && (in_list_ || number_ > 0)) {
      line_is_blank_ = false;
      continue;
    }
    if (in_list_) {
      BeginRecord(State::kLiteral);
      return true;
    }
    if (c == '[' && line_is_blank_) {
      in_list_ = true;
      line_is_blank_ = false;
      sink_->KnowSeveral();
      continue;
    }
    // Neither a record nor between two.
    if (line_is_blank_ || number_ == 0) {
      BeginRecord(State::kSkipLine);
      sink_->ReportBroken(place_, kNotJson);
    } else {
      sink_->ReportBroken(PlaceOf(scan_, number_), kAfterRecord);
    }
    state_ = State::kSkipLine;
    return true;
  }
  return false;
}

bool JsonScanner::RunSkipLine() {
  scan_ = window_.Find('\n', scan_);
  if (scan_ == end()) return false;
  state_ = State::kBetween;
  return true;
}

void JsonScanner::BeginRecord(State state) {
  ++number_;
  if (number_ == 2) sink_->KnowSeveral();
  begin_ = scan_;
  place_ = PlaceOf(scan_, number_);
  column_ = line_is_blank_ ? scan_ - line_start_ : kNoColumn;
  is_wrapper_ = false;
  saw_text_ = false;
  ScanFromBegin(state);
}

void JsonScanner::ScanFromBegin(State state) {
  scan_ = begin_;
  state_ = state;
  line_is_blank_ = false;
  in_string_ = escaped_ = at_line_start_ = false;
  nesting_.Clear();
  wrapped_depth_ = 0;
  string_begin_ = string_end_ = scan_;
}

void JsonScanner::Broken(std::string reason) {
  if (scan_ - place_.offset_bytes > max_record_bytes_) {
    reason = "The record is larger than " + std::to_string(max_record_bytes_ >> 20) +
             " MB and was left out.";
  }
  sink_->ReportBroken(place_, std::move(reason));
  state_ = State::kBetween;
}

// scan_ stands after the last byte of the record.
void JsonScanner::EndRecord() {
  const State ended = state_;
  state_ = State::kBetween;
  line_is_blank_ = false;
  if (is_wrapper_) {
    is_wrapper_ = false;
    return;
  }
  if (ended == State::kLiteral || scan_ - place_.offset_bytes > max_record_bytes_) {
    Broken(kNotObject);
    return;
  }
  std::string reason = sink_->TakeRecord(window_.View(begin_, scan_), place_);
  if (!reason.empty()) Broken(std::move(reason));
}

bool JsonScanner::RunLine() {
  scan_ = window_.Find('\n', scan_);
  if (scan_ == end() && !finishing_) return false;
  if (scan_ - place_.offset_bytes > max_record_bytes_) {
    Broken({});
    return true;
  }
  window_.KnowOneLine(begin_, scan_);
  std::string_view line = TrimAscii(window_.View(begin_, scan_));
  if (EndsWith(line, "},")) line.remove_suffix(1);
  line_reason_ = sink_->TakeRecord(line, place_);
  line_end_ = scan_;
  state_ = line_reason_.empty() ? State::kBetween : State::kLinePeek;
  return true;
}

// A line that is not well formed is either damaged or the first of several that make up one object.
bool JsonScanner::RunLinePeek() {
  while (scan_ < end() && IsSpace(At(scan_))) ++scan_;
  if (scan_ == end() && !finishing_) return false;
  const bool is_damaged = scan_ == end() || At(scan_) == '{';
  if (is_damaged) {
    scan_ = line_end_;
    Broken(std::exchange(line_reason_, {}));
  } else {
    ScanFromBegin(State::kRecord);
  }
  return true;
}

bool JsonScanner::RunRecord() {
  while (scan_ < end()) {
    if (at_line_start_ && !RunLineStart()) return state_ == State::kBetween;
    if (in_string_) {
      if (!RunString()) return false;
      continue;
    }
    const char c = At(scan_);
    if (IsSpace(c)) {
      if (c == '\n') {
        NewLineAt(scan_);
        at_line_start_ = true;
      }
      ++scan_;
      continue;
    }
    if (state_ == State::kLiteral && nesting_.depth() == 0 && (c == ',' || c == ']')) {
      EndRecord();
      return true;
    }
    if (IsDamage(c)) {
      if (nesting_.last() == '"') {  // the string may hold the begin of the next record
        scan_ = std::max(string_begin_, window_.begin());
        nesting_.Pass('\0');
      }
      state_ = State::kResync;
      candidate_ = 0;
      return true;
    }
    if (c == '{' && OpensWrappedList()) {
      EnterWrappedList();
      return true;
    }
    ++scan_;
    line_is_blank_ = false;
    switch (c) {
      case '"':
        in_string_ = true;
        string_begin_ = scan_;
        break;
      case '{':
      case '[':
        Open(c);
        break;
      case ':':
        NoteKey();
        break;
      case '}':
      case ']':
        Close();
        if (nesting_.depth() == 0 && state_ == State::kRecord) {
          EndRecord();
          return true;
        }
        break;
      default:
        break;
    }
    nesting_.Pass(c);
  }
  return false;
}

// In a list without line breaks a lost quote or bracket would take all records after it along. So
// what cannot stand here by the rules of JSON ends the record at once.
bool JsonScanner::IsDamage(char c) const {
  return in_list_ && column_ == kNoColumn && state_ == State::kRecord && nesting_.Refuses(c);
}

// Records of a list begin with a comma, a bracket and a quote.
bool JsonScanner::RunResync() {
  for (; scan_ < end(); ++scan_) {
    const char c = At(scan_);
    if (IsSpace(c)) continue;
    if (candidate_ != 0 && c == '"') {
      scan_ = candidate_;
      Broken(kNoEnd);
      return true;
    }
    candidate_ = c == '{' && nesting_.last() == ',' ? scan_ : 0;
    nesting_.Pass(c);
  }
  return false;
}

// Inside a string: on to its end, or to a line break, which no string of JSON may hold.
bool JsonScanner::RunString() {
  if (escaped_) {
    escaped_ = false;
    if (At(scan_) != '\n') ++scan_;
    return true;
  }
  scan_ = window_.FindAnyOf('"', '\\', '\n', scan_);
  if (scan_ == end()) return false;
  const char c = At(scan_);
  if (c == '"') {
    in_string_ = false;
    string_end_ = scan_;
    nesting_.Pass('"');
  } else if (c == '\\') {
    escaped_ = true;
  } else {
    NewLineAt(scan_);
    at_line_start_ = true;
  }
  ++scan_;
  return true;
}

// At the beginning of a line inside a record: is this the next record? False when it is, or more
// bytes are needed.
bool JsonScanner::RunLineStart() {
  while (scan_ < end() && (At(scan_) == ' ' || At(scan_) == '\t' || At(scan_) == '\r')) ++scan_;
  if (scan_ == end()) return false;
  at_line_start_ = false;
  if (At(scan_) != '{' || is_wrapper_ || column_ == kNoColumn || scan_ - line_start_ > column_ ||
      (!in_string_ && nesting_.TakesObject())) {
    return true;
  }
  Broken(kNoEnd);
  return false;
}

std::string_view JsonScanner::LastKey() const {
  const uint64_t size = string_end_ - string_begin_;
  if (string_end_ < string_begin_ || size > kMaxKeyBytes || string_begin_ < window_.begin())
    return {};
  return window_.View(string_begin_, string_end_);
}

// Right after a ':'. An object with the text of an article among its own fields is no wrapper.
void JsonScanner::NoteKey() {
  if (in_list_ || nesting_.depth() != wrapped_depth_) return;
  FieldName name;
  saw_text_ = saw_text_ || (names_.Find(LastKey(), &name) && name.field == Field::kText &&
                            name.rank < kSummaryRank);
}

void JsonScanner::Open(char bracket) {
  const bool is_outermost = nesting_.depth() == 0 && bracket == '{';
  const bool leads_on = !in_list_ && nesting_.last() == ':' && nesting_.depth() == wrapped_depth_ &&
                        bracket == '{' && names_.IsList(LastKey());
  if (is_outermost || leads_on) ++wrapped_depth_;
  nesting_.Open(bracket);
}

void JsonScanner::Close() {
  nesting_.Close();
  wrapped_depth_ = std::min(wrapped_depth_, nesting_.depth());
}

bool JsonScanner::OpensWrappedList() const {
  return !in_list_ && nesting_.last() == '[' && wrapped_depth_ > 0 &&
         nesting_.depth() == wrapped_depth_ + 1 && !saw_text_ && state_ == State::kRecord &&
         (is_wrapper_ || scan_ - place_.offset_bytes <= max_record_bytes_) &&
         names_.IsList(LastKey());
}

void JsonScanner::EnterWrappedList() {
  if (!is_wrapper_) --number_;  // what looked like a record is the object around them
  is_wrapper_ = false;
  saw_wrapper_ = true;
  in_list_ = true;
  list_depth_ = wrapped_depth_;
  state_ = State::kBetween;
  sink_->KnowSeveral();
}

void JsonScanner::LeaveList() {
  in_list_ = false;
  line_is_blank_ = false;
  if (list_depth_ == 0) return;
  begin_ = scan_;
  ScanFromBegin(State::kRecord);
  is_wrapper_ = true;
  saw_text_ = false;
  wrapped_depth_ = std::exchange(list_depth_, 0);
  nesting_.Enter(wrapped_depth_, ']');
  column_ = kNoColumn;
}

}  // namespace claimscope
