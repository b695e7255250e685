// JSON in all its usual shapes: cut into records by JsonScanner, read by ReadJsonRecord.
#pragma once

#include "ingest/byte_sink.h"
#include "ingest/json_scanner.h"
#include "ingest/records.h"

namespace claimscope {

class JsonReader : public ByteSink, public JsonRecordSink {
 public:
  JsonReader(Records* records, uint64_t first_offset_bytes);

  void Push(std::string_view bytes) override { scanner_.Push(bytes); }
  void Finish() override;

  std::string TakeRecord(std::string_view json, const RecordPlace& place) override;
  void ReportBroken(const RecordPlace& place, std::string reason) override;
  void KnowSeveral() override { records_->KnowSeveral(); }

 private:
  Records* records_;
  JsonScanner scanner_;
};

}  // namespace claimscope
