// JSON in all its usual shapes: cut into records by JsonScanner, read by ReadJsonRecord.
#pragma once

#include <optional>

#include "ingest/byte_sink.h"
#include "ingest/json_scanner.h"
#include "ingest/records.h"

namespace claimscope {

class JsonReader : public ByteSink, public JsonRecordSink {
 public:
  // The first `skip_bytes` of the document, or of the part, are left out.
  JsonReader(Records* records, uint64_t skip_bytes, const std::optional<SourcePart>& part);

  void Push(std::string_view bytes) override { scanner_.Push(bytes); }
  void Finish() override;

  std::string TakeRecord(std::string_view json, const RecordPlace& place) override;
  void ReportBroken(const RecordPlace& place, std::string reason) override;
  void KnowSeveral() override { records_->KnowSeveral(); }

 private:
  Records* records_;
  const bool is_part_;
  JsonScanner scanner_;
};

}  // namespace claimscope
