// The worker's role: source bytes in pieces, sealed segments out. Also used on the page when no
// worker starts.
//
// Events: "segment" (the block), "problem" (JSON: kind, source, record, line, offset, reason,
// fields).

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assets/builtin.h"
#include "base/byte_io.h"
#include "base/json_writer.h"
#include "base/strings.h"
#include "engine/engine.h"
#include "host/web/abi.h"
#include "model/own_rules.h"

namespace claimscope {
namespace {

struct Reader {
  std::string bytes, own;  // the rules, which the others point into
  std::optional<Pack> pack;
  std::optional<Pipeline> pipeline;
};
std::unique_ptr<Reader> g_reader;

void EmitProblem(const Problem& problem) {
  JsonWriter json;
  json.BeginObject();
  WriteProblem(problem, &json);
  json.EndObject();
  Emit("problem", json.text());
}

Status StartReader(std::string bytes, size_t own_size) {
  auto reader = std::make_unique<Reader>();
  reader->own = bytes.substr(0, own_size);
  reader->bytes = bytes.substr(reader->own.size());
  const auto builtin = FileBundle::Open(BuiltinRules());
  if (!builtin.ok()) return builtin.status();
  const auto given = FileBundle::Open(reader->bytes);
  if (!given.ok()) return given.status();
  FileBundle tables = Overlay(*builtin, given->files());
  if (!reader->own.empty()) {
    const auto own = FileBundle::Open(reader->own);
    if (!own.ok()) return own.status();
    auto over = OverlayTables(tables, *own);
    if (!over.ok()) return over.status();
    tables = std::move(*over);
  }
  auto pack = LoadPack(tables);
  if (!pack.ok()) return pack.status();
  reader->pack.emplace(std::move(*pack));
  Pipeline::Sinks sinks;
  sinks.on_segment = [](std::string segment) { Emit("segment", segment); };
  sinks.on_problem = EmitProblem;
  reader->pipeline.emplace(*reader->pack, std::move(sinks));
  g_reader = std::move(reader);
  return Status::Ok();
}

}  // namespace

// In: a bundle of the user's own tables (none: 0 bytes), then one of the rules that are not built
// in. Call before the others, and again where the rules change; on failure the reader stays as it
// was.
CLAIMSCOPE_ABI int cs_reader_start(double own_size) {
  return GiveStatus(StartReader(TakeInput(), static_cast<size_t>(own_size)));
}

// In: lines of "part=name": what fields are called in the sources to come.
CLAIMSCOPE_ABI int cs_reader_map() {
  const auto map = ParseFieldMap(TakeInput(), '\n');
  if (map.ok()) g_reader->pipeline->SetFieldMap(*map);
  return GiveStatus(map.status());
}

// Whether claims are wanted of the sources to come; else articles are cleaned, dated and indexed
// alone.
CLAIMSCOPE_ABI void cs_reader_claims(int wanted) { g_reader->pipeline->SetExtract(wanted != 0); }

// In: the begin of a file. Whether it can be read in parts.
CLAIMSCOPE_ABI int cs_has_lines() { return g_reader->pipeline->CanBeParted(TakeInput()) ? 1 : 0; }

// In: the path of a file of which only a part is pushed, and what stands before that part.
CLAIMSCOPE_ABI void cs_part_begin(double offset_bytes, double lines, double records) {
  g_reader->pipeline->Begin(
      TakeInput(), SourcePart{static_cast<uint64_t>(offset_bytes), static_cast<uint64_t>(lines),
                              static_cast<uint64_t>(records)});
}

// In: i32 x 3 for each day found (article, day, basis), then the segment. Out: the segment with
// them.
CLAIMSCOPE_ABI int cs_redate(int count) {
  std::string input = TakeInput();
  ByteReader reader(input);
  std::vector<FoundDay> days;
  for (int i = 0; i < count; ++i) {
    const auto article = reader.Get<uint32_t>();
    const auto day = reader.Get<int32_t>();
    days.push_back({article, Day{day}, static_cast<DateBasis>(reader.Get<int32_t>())});
  }
  if (!reader.ok()) return GiveStatus(Status::Invalid("The days are cut off."));
  auto segment = Segment::Open(input.substr(static_cast<size_t>(count) * 12));
  if (!segment.ok()) return GiveStatus(segment.status());
  GiveOutput(g_reader->pipeline->Redate(*segment, days));
  return 0;
}

// In: the path. Then cs_source_push as often as needed, then cs_source_end or cs_source_cancel.
CLAIMSCOPE_ABI void cs_source_begin() { g_reader->pipeline->Begin(TakeInput()); }
CLAIMSCOPE_ABI void cs_source_push() { g_reader->pipeline->Push(TakeInput()); }
CLAIMSCOPE_ABI void cs_source_end() { g_reader->pipeline->End(); }
// Seals what was read so far.
CLAIMSCOPE_ABI void cs_source_cancel() { g_reader->pipeline->Cancel(); }

// Out: JSON counts of the source begun last.
CLAIMSCOPE_ABI const char* cs_source_counts() {
  const IngestCounts& counts = g_reader->pipeline->counts();
  JsonWriter json;
  json.BeginObject();
  json.Key("bytes").Int(static_cast<int64_t>(counts.bytes_in));
  json.Key("articles").Int(static_cast<int64_t>(counts.articles));
  json.Key("claims").Int(static_cast<int64_t>(g_reader->pipeline->claims()));
  json.Key("skipped").Int(static_cast<int64_t>(counts.skipped));
  json.Key("repaired").Int(static_cast<int64_t>(counts.repaired));
  json.EndObject();
  return GiveOutput(json.Take());
}

// Out: JSON, the part of the report of the source begun last.
CLAIMSCOPE_ABI const char* cs_source_report() {
  return GiveOutput(g_reader->pipeline->ReportJson());
}

// In: a segment. Out: the same without its words, as the page takes the sample corpus.
CLAIMSCOPE_ABI int cs_without_words() {
  auto segment = Segment::Open(TakeInput());
  if (!segment.ok()) return GiveStatus(segment.status());
  GiveOutput(WithoutWords(*segment));
  return 0;
}

}  // namespace claimscope
