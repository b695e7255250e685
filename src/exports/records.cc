// JSON, one object; NDJSON, the same with a line for the head and a line for each claim. NDJSON
// carries no text but the quotes; opened again it is a corpus of excerpts
// (engine/claim_records.h).
#include <set>

#include "exports/writer.h"

namespace claimscope {
namespace {

class RecordWriter : public ExportWriter {
 public:
  explicit RecordWriter(const ExportHead& export_head)
      : ExportWriter(export_head), lines_(export_head.asked.format == ExportFormat::kNdjson) {}

  void Begin(std::string* out) override {
    JsonWriter json;
    json.BeginObject().Key("claimscope").BeginObject();
    WriteHead(head, &json);
    json.EndObject();
    *out += json.text();  // without the brace that closes it
    *out += lines_ ? "}\n" : ",\n\"claims\":[";
  }

  void Add(const ExportRow& row, std::string* out) override {
    if (!lines_) {
      *out += row.index == 0 ? "\n" : ",\n";
      rules_.insert(row.claim.rule);
    }
    *out += RecordOf(row);
    if (lines_) *out += '\n';
  }

  void End(std::string* out) override {
    if (lines_) return;
    JsonWriter json;
    json.BeginArray();
    for (const std::string& rule : rules_) json.String(rule);
    json.EndArray();
    *out += "\n],\n\"rules\":" + json.text() + "}\n";
  }

 private:
  const bool lines_;
  std::set<std::string> rules_;  // ascending
};

}  // namespace

std::unique_ptr<ExportWriter> MakeRecordWriter(const ExportHead& head) {
  return std::make_unique<RecordWriter>(head);
}

}  // namespace claimscope
