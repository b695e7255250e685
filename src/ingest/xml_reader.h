// Feeds (RSS, Atom, RDF) and other lists of articles in XML or SGML (Reuters-21578): every element
// that the table of names knows for an article becomes a record; elements inside it are fields by
// their names.
#pragma once

#include <string>

#include "ingest/byte_sink.h"
#include "ingest/markup.h"
#include "ingest/records.h"

namespace claimscope {

class XmlReader : public ByteSink {
 public:
  XmlReader(Records* records, uint64_t first_offset_bytes)
      : records_(records), base_(first_offset_bytes) {
    records_->KnowSeveral();
  }

  void Push(std::string_view bytes) override;
  void Finish() override;

 private:
  void Run(bool is_last);
  // Each returns where reading goes on.
  size_t TakeOutside(const MarkupToken& token);
  size_t TakeInside(const MarkupToken& token);
  void BeginRecord(const MarkupToken& token);
  void EndRecord(size_t end);
  void LeaveOut(std::string reason);
  void DropConsumed();
  RecordPlace PlaceOf(size_t at);

  Records* records_;
  std::string buffer_;
  uint64_t base_;            // where buffer_ stands in the source
  size_t scan_ = 0;          // the next token
  size_t wanted_ = 0;        // no token ends before the buffer is this long
  MarkupSearched searched_;  // in buffer_
  size_t counted_to_ = 0;    // lines_ lines have ended before
  uint64_t lines_ = 0;

  std::string record_name_;  // of the record in work; empty: between records
  size_t begin_ = 0;         // of its start tag
  RecordPlace place_;
  uint64_t number_ = 0;

  // The feed as a whole.
  std::string field_;  // the name of the element that the next text belongs to
  std::string feed_title_, feed_language_;
};

}  // namespace claimscope
