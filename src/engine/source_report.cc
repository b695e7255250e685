#include "engine/source_report.h"

#include <algorithm>
#include <utility>

#include "base/json_writer.h"
#include "engine/engine.h"

namespace claimscope {
namespace {

// Different reasons kept of one source; the counts of the source go on.
constexpr size_t kMostReasons = 200;

}  // namespace

void SourceReport::Begin(std::string path) {
  path_ = std::move(path);
  entries_.clear();
}

bool SourceReport::Note(const Problem& problem) {
  const auto at = std::find_if(entries_.begin(), entries_.end(), [&problem](const Entry& entry) {
    return entry.first.kind == problem.kind && entry.first.reason == problem.reason;
  });
  if (at != entries_.end()) return ++at->count <= kMostToldAlike;
  if (entries_.size() == kMostReasons) return false;
  entries_.push_back({problem, 1});
  return true;
}

std::string SourceReport::Json(const IngestCounts& counts, uint64_t claims) const {
  JsonWriter json;
  json.BeginObject();
  json.Key("file").String(path_);
  json.Key("bytes").Int(static_cast<int64_t>(counts.bytes_in));
  json.Key("format").String(counts.format);
  json.Key("encoding").String(counts.charset);
  json.Key("articles").Int(static_cast<int64_t>(counts.articles));
  json.Key("claims").Int(static_cast<int64_t>(claims));
  json.Key("skipped").Int(static_cast<int64_t>(counts.skipped));
  json.Key("repaired").Int(static_cast<int64_t>(counts.repaired));
  json.Key("problems").BeginArray();
  for (const Entry& entry : entries_) {
    json.BeginObject();
    WriteProblem(entry.first, &json);
    json.Key("count").Int(static_cast<int64_t>(entry.count));
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return json.Take();
}

void WriteProblem(const Problem& problem, JsonWriter* out) {
  JsonWriter& json = *out;
  json.Key("kind").String(problem.kind == Problem::Kind::kSkipped ? "skipped" : "repaired");
  json.Key("source").String(problem.source);
  json.Key("record").Int(static_cast<int64_t>(problem.record));
  json.Key("line").Int(static_cast<int64_t>(problem.line));
  json.Key("offset").Int(static_cast<int64_t>(problem.offset_bytes));
  json.Key("reason").String(problem.reason);
  if (problem.fields.empty()) return;
  json.Key("fields").BeginArray();
  for (const std::string& field : problem.fields) json.String(field);
  json.EndArray();
}

}  // namespace claimscope
