#include "ingest/json_reader.h"

#include <utility>

#include "ingest/json_record.h"

namespace claimscope {

JsonReader::JsonReader(Records* records, uint64_t skip_bytes, const std::optional<SourcePart>& part)
    : records_(records),
      is_part_(part.has_value()),
      scanner_(this, records->intake().names(), records->intake().max_record_bytes(), skip_bytes,
               part.value_or(SourcePart())) {
  if (is_part_) records_->KnowSeveral();
}

std::string JsonReader::TakeRecord(std::string_view json, const RecordPlace& place) {
  const FieldNames& names = records_->intake().names();
  std::string storage;
  Repairs repairs;
  JsonRecord record = ReadJsonRecord(json, names, true);
  if (!record.error.empty()) {
    // Bytes that are not UTF-8 are an error as well: seldom, so that they are looked for only now.
    const std::string_view text = records_->Decode(json, &storage, &repairs);
    if (text.data() != json.data()) record = ReadJsonRecord(text, names);
  }
  if (!record.error.empty()) return std::move(record.error);
  repairs.characters += record.repaired;
  records_->Take(std::move(record.article), place, std::move(repairs), std::move(record.fields));
  return {};
}

void JsonReader::ReportBroken(const RecordPlace& place, std::string reason) {
  records_->Skip(place, std::move(reason));
}

void JsonReader::Finish() {
  scanner_.Finish();
  if (records_->count() == 0 && !is_part_) records_->Skip({}, "The file holds no records.");
}

}  // namespace claimscope
