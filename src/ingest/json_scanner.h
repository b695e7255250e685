// Finds where the records of a JSON source begin and end, without reading them: one object, several
// objects one after the other, one a line (NDJSON), a list of objects, or an object that holds such
// a list ("articles": [...]).
//
// The scan only counts brackets outside strings, so that a source of any size needs one record in
// memory. A damaged record must not take the ones after it along: where records begin their lines,
// the next line that begins with "{" in a place where JSON cannot go on is the next record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/json_nesting.h"
#include "ingest/records.h"
#include "ingest/source_window.h"

namespace claimscope {

class JsonRecordSink {
 public:
  virtual ~JsonRecordSink() = default;
  // Behind `json` JsonText::kPaddingBytes bytes may be read. The answer is empty when `json` is
  // well formed and was dealt with; otherwise it says why it is not, and nothing was done.
  virtual std::string TakeRecord(std::string_view json, const RecordPlace& place) = 0;
  virtual void ReportBroken(const RecordPlace& place, std::string reason) = 0;
  // There is more than one record, or a list: records are numbered. Told before the second record
  // at the latest.
  virtual void KnowSeveral() = 0;
};

class JsonScanner {
 public:
  JsonScanner(JsonRecordSink* sink, const FieldNames& names, uint64_t max_record_bytes,
              uint64_t skip_bytes, const SourcePart& before);

  void Push(std::string_view bytes);
  void Finish();

 private:
  enum class State {
    kBetween,   // before a record, a comma or the end of a list
    kRecord,    // inside an object
    kLiteral,   // inside something in a list that is not an object
    kLine,      // inside a record that should end with its line
    kLinePeek,  // after such a line that is not well formed: what does the next one begin with?
    kSkipLine,  // leaving out the rest of a line
    kResync,    // after damage in a record that shares its line with others: on to the next one
  };

  // Each handles bytes from scan_ on and returns false when it needs more of them.
  void Run();
  bool RunBetween();
  bool RunRecord();
  bool RunLine();
  bool RunLinePeek();
  bool RunSkipLine();
  bool RunResync();
  bool IsDamage(char c) const;
  bool RunString();
  bool RunLineStart();

  void BeginRecord(State state);
  void ScanFromBegin(State state);
  void EndRecord();
  void Broken(std::string reason);
  void NoteKey();
  void Open(char bracket);
  void Close();
  bool OpensWrappedList() const;
  void EnterWrappedList();
  void LeaveList();
  std::string_view LastKey() const;
  void DropConsumed();

  char At(uint64_t offset) const { return window_.At(offset); }
  uint64_t end() const { return window_.end(); }
  RecordPlace PlaceOf(uint64_t offset, uint64_t number) {
    return {number, window_.LineOf(offset), offset};
  }
  void NewLineAt(uint64_t offset);

  JsonRecordSink* sink_;
  const FieldNames& names_;
  const uint64_t max_record_bytes_;

  SourceWindow window_;  // all positions are offsets in the source
  uint64_t scan_;        // the next byte to look at
  uint64_t begin_;       // of the record in work; bytes before are not needed any more
  uint64_t line_start_;
  bool line_is_blank_ = true;  // nothing but white space from line_start_ to scan_
  uint64_t line_end_ = 0;      // kLinePeek: where the refused line ends
  std::string line_reason_;    // kLinePeek: why it was refused

  State state_ = State::kBetween;
  bool finishing_ = false;
  bool in_list_ = false;
  bool saw_wrapper_ = false;
  uint64_t number_ = 0;
  RecordPlace place_;  // of the record in work

  // Inside a record.
  bool in_string_ = false;
  bool escaped_ = false;
  bool at_line_start_ = false;
  JsonNesting nesting_;
  uint64_t column_ = 0;     // where the record stands in its line, or kNoColumn
  uint64_t candidate_ = 0;  // kResync: a bracket that may begin the next record; 0: none
  uint64_t string_begin_ = 0;
  uint64_t string_end_ = 0;

  // The object around a list of records ("articles": [...]).
  bool is_wrapper_ = false;
  bool saw_text_ = false;  // a key that names the text of an article: this is no wrapper
  uint64_t wrapped_depth_ =
      0;  // objects from the outermost in that a key like "response" leads through
  uint64_t list_depth_ = 0;  // objects around the list in work; 0: a list of its own
};

}  // namespace claimscope
