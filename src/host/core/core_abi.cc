// The core module: everything but the interface, for browsers, workers and Node. The functions are
// called by web/core/claimscope.mjs alone, which tells users what they do; how bytes come in and go
// out stands in host/web/abi.h.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "engine/engine.h"
#include "engine/review.h"
#include "host/core/answer_json.h"
#include "host/core/question.h"
#include "host/web/abi.h"
#include "ingest/ingest.h"
#include "model/own_rules.h"

namespace claimscope {
namespace {

struct CoreState {
  std::string rules;  // the bundle, which the pack points into
  std::optional<Pack> pack;
  Workspace workspace;
  std::optional<Pipeline> pipeline;
  uint64_t known = 0;  // segments that were there already
  std::vector<Problem> problems;
  SavedCorpora saved{&workspace};
  std::vector<std::string> saved_bytes;  // by file of `saved`
  Reviews reviews;                       // what the saved ones brought
};
std::unique_ptr<CoreState> g_core;

// Brings what was looked for and is not there; true when anything came. The first error of those
// met; the rest is brought.
Result<bool> BringWanted() {
  bool came = false;
  Status first = Status::Ok();
  while (const auto range = g_core->saved.Next()) {
    const std::string& bytes = g_core->saved_bytes[range->file];
    const Status status = g_core->saved.Give(
        bytes.substr(static_cast<size_t>(range->begin), static_cast<size_t>(range->size)));
    if (!status.ok() && first.ok()) first = status;
    came = true;
  }
  if (!first.ok()) return first;
  return came;
}

// The answer, and anew when words had to be brought for it, and when texts had to be.
template <typename F>
int Answered(F make) {
  if (g_core->reviews.size() > 0) g_core->reviews.Apply(&g_core->workspace);
  std::string json = make();
  for (int times = 0; times < 3; ++times) {
    const Result<bool> brought = BringWanted();
    if (!brought.ok()) return GiveStatus(brought.status());
    if (!*brought) break;
    json = make();
  }
  GiveOutput(std::move(json));
  return 0;
}

void MakePipeline() {
  Pipeline::Sinks sinks;
  sinks.on_segment = [](std::string bytes) {
    bool added = false;
    const Status status = g_core->workspace.AddSegment(std::move(bytes), &added);
    if (status.ok() && !added) ++g_core->known;
  };
  sinks.on_problem = [](const Problem& problem) {
    constexpr size_t kMost = 1000;
    if (g_core->problems.size() < kMost) g_core->problems.push_back(problem);
  };
  g_core->pipeline.emplace(*g_core->pack, std::move(sinks));
}

}  // namespace

// In: the bundle of rules; empty: only saved corpora can be read.
CLAIMSCOPE_ABI int cs_core_start() {
  g_core = std::make_unique<CoreState>();
  g_core->rules = TakeInput();
  (void)UseOwnRules({});
  if (g_core->rules.empty()) return 0;
  const auto rules = FileBundle::Open(g_core->rules);
  if (!rules.ok()) return GiveStatus(rules.status());
  auto pack = LoadPack(*rules);
  if (!pack.ok()) return GiveStatus(pack.status());
  auto names = RegionNames::Load(*rules);
  if (!names.ok()) return GiveStatus(names.status());
  g_core->workspace.NameRegions(std::move(*names));
  g_core->pack.emplace(std::move(*pack));
  return 0;
}

// In: the format, or nothing, and on a line of its own the path; then the source in pieces.
CLAIMSCOPE_ABI int cs_core_begin() {
  if (!g_core->pack) {
    return GiveStatus(Status::Invalid("Articles cannot be read without the rules."));
  }
  if (!OwnRules().empty()) {
    return GiveStatus(Status::Unsupported("What is open was read with " + NameRules(OwnRules()) +
                                          "; articles cannot be added to it here."));
  }
  const std::string lines = TakeInput();
  const size_t end = lines.find('\n');
  const std::string format = lines.substr(0, end);
  if (!format.empty() && !IsFormat(format)) {
    return GiveStatus(Status::Invalid("There is no format \"" + format + "\"."));
  }
  if (!g_core->pipeline) MakePipeline();
  g_core->known = 0;
  g_core->problems.clear();
  g_core->pipeline->Begin(lines.substr(end + 1), {}, format);
  return 0;
}
// After memory ended in a call, which then never returned: gives back what the reading held. What
// was sealed stays.
CLAIMSCOPE_ABI void cs_core_recover() {
  TakeInput();
  g_core->pipeline.reset();
}
CLAIMSCOPE_ABI void cs_core_push() { g_core->pipeline->Push(TakeInput()); }

// Out: JSON of what came of the source.
CLAIMSCOPE_ABI const char* cs_core_end() {
  g_core->pipeline->End();
  const IngestCounts& counts = g_core->pipeline->counts();
  JsonWriter json;
  json.BeginObject();
  json.Key("articles").Int(static_cast<int64_t>(counts.articles));
  json.Key("claims").Int(static_cast<int64_t>(g_core->pipeline->claims()));
  json.Key("skipped").Int(static_cast<int64_t>(counts.skipped));
  json.Key("repaired").Int(static_cast<int64_t>(counts.repaired));
  json.Key("known").Int(static_cast<int64_t>(g_core->known));
  json.Key("problems").BeginArray();
  for (const Problem& problem : g_core->problems) {
    json.BeginObject();
    WriteProblem(problem, &json);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return GiveOutput(json.Take());
}

// In: a saved corpus. Its columns are opened, the rest when it is needed.
CLAIMSCOPE_ABI int cs_core_add_snapshot() {
  g_core->saved_bytes.push_back(TakeInput());
  g_core->saved.Open(g_core->saved_bytes.back().size());
  const Result<bool> brought = BringWanted();
  const auto number = static_cast<uint32_t>(g_core->saved_bytes.size() - 1);
  g_core->reviews.ReadLines(g_core->saved.ReviewsOf(number), true);
  if (!brought.ok() || g_core->reviews.size() == 0) return GiveStatus(brought.status());
  // Their claims are found in the texts.
  g_core->reviews.Apply(&g_core->workspace);
  return GiveStatus(BringWanted().status());
}

// Out: JSON. In: a question.
CLAIMSCOPE_ABI int cs_core_ask(int what) {
  Question question;
  const std::string lines = TakeInput();
  const Status status = ReadQuestion(lines, &question);
  if (!status.ok()) return GiveStatus(status);
  return Answered([&] {
    Workspace* const workspace = &g_core->workspace;
    if (what == 0) return HitsJson(workspace, question);
    return what == 1 ? CountsJson(workspace, question) : ArticlesJson(workspace, question);
  });
}

// In: an article's id. Out: JSON, null when there is none.
CLAIMSCOPE_ABI int cs_core_article() {
  const std::string id = TakeInput();
  return Answered([&] { return WholeArticleJson(g_core->workspace, id); });
}

// Out: the corpus as a saved one.
CLAIMSCOPE_ABI int cs_core_save() {
  g_core->workspace.WantAll();
  const Result<bool> brought = BringWanted();
  if (!brought.ok()) return GiveStatus(brought.status());
  std::string bytes;
  const Status status = g_core->workspace.Save([&](std::string_view part) { bytes.append(part); },
                                               g_core->reviews.ToLines());
  if (!status.ok()) return GiveStatus(status);
  GiveOutput(std::move(bytes));
  return 0;
}

}  // namespace claimscope
