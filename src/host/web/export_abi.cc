// The page's exports: one at a time, in pieces.
//
//   cs_export_begin, then cs_export_next until cs_export_step says that it is done; a new
//   cs_export_begin gives up the one before.

#include <memory>

#include "assets/builtin.h"
#include "base/json_writer.h"
#include "host/export_of_view.h"
#include "host/web/abi.h"
#include "host/web/page.h"

namespace claimscope {
namespace {

struct Job {
  RegionNames names;
  uint64_t corpus;
  std::unique_ptr<Export> writing;
  Export::Step step = Export::Step::kMore;
};
std::unique_ptr<Job> g_job;

// Which segments there are. Words and texts of a saved corpus that come meanwhile, for the export
// or for what is on show, change nothing of it.
uint64_t CorpusOnShow() {
  uint64_t corpus = 0;
  for (size_t i = 0; i < PageWorkspace()->segment_count(); ++i)
    corpus = (corpus ^ PageWorkspace()->SegmentAt(i).identity()) * 0x9e3779b97f4a7c15ull;
  return corpus;
}

Status Begin(const std::string& format) {
  g_job.reset();
  const ExportKind* kind = FindExport(format);
  if (kind == nullptr) return Status::NotFound("There is no format \"" + format + "\".");
  const auto view = ReadView(PageApp()->StateHash());
  if (!view.ok()) return view.status();
  const auto rules = FileBundle::Open(BuiltinRules());
  if (!rules.ok()) return rules.status();
  auto names = RegionNames::Load(*rules);
  if (!names.ok()) return names.status();
  g_job = std::make_unique<Job>();
  g_job->names = std::move(*names);
  g_job->corpus = CorpusOnShow();
  auto writing = ExportOfView(PageWorkspace(), g_job->names, kind->format, *view);
  if (!writing.ok()) return writing.status();
  g_job->writing = std::move(*writing);
  return Status::Ok();
}

}  // namespace

// Out: JSON, the formats: [{"id","ending","type"}].
CLAIMSCOPE_ABI const char* cs_exports() {
  JsonWriter json;
  json.BeginArray();
  for (const ExportKind& kind : AllExports()) {
    json.BeginObject().Key("id").String(kind.id).Key("ending").String(kind.ending);
    json.Key("type").String(kind.media_type).EndObject();
  }
  json.EndArray();
  return GiveOutput(json.Take());
}

// In: the format.
CLAIMSCOPE_ABI int cs_export_begin() { return GiveStatus(Begin(TakeInput())); }

// Out: the next bytes of the file; none when the corpus has changed meanwhile, which ends it.
CLAIMSCOPE_ABI const char* cs_export_next() {
  std::string piece;
  if (g_job != nullptr && g_job->corpus != CorpusOnShow()) g_job.reset();
  if (g_job != nullptr) g_job->step = g_job->writing->Next(&piece);
  return GiveOutput(std::move(piece));
}

// Of the last piece: 0, more follow; 1, it waits for texts; 2, it was the last; 3, given up.
CLAIMSCOPE_ABI int cs_export_step() { return g_job == nullptr ? 3 : static_cast<int>(g_job->step); }
// 0 to 1.
CLAIMSCOPE_ABI double cs_export_done() { return g_job == nullptr ? 1 : g_job->writing->done(); }
CLAIMSCOPE_ABI void cs_export_end() { g_job.reset(); }

}  // namespace claimscope
