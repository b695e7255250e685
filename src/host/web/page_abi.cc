// The page's role: a workspace of segments and the explorer that draws it.
//
// Events: "frame" after every drawn frame; "request" (one line: what, then its argument); "typing"
// (where a text field is active, empty when none is); "copy" (the text); "context" (lost,
// restored); "saved" (a further part of the file that cs_save makes).

#include <imgui.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "assets/builtin.h"
#include "base/json_writer.h"
#include "host/web/abi.h"
#include "host/web/page.h"
#include "host/web/window.h"
#include "model/own_rules.h"

namespace claimscope {
namespace {

struct Page {
  FileBundle ui_files;
  Workspace workspace;
  std::optional<SavedCorpora> saved;
  std::unique_ptr<App> app;
  Window* window = nullptr;
};
std::unique_ptr<Page> g_page;

const char* NameOf(HostRequest what) {
  switch (what) {
    case HostRequest::kOpenFiles:
      return "open-files";
    case HostRequest::kOpenFolder:
      return "open-folder";
    case HostRequest::kCancelIngest:
      return "cancel";
    case HostRequest::kCopyText:
      return "copy";
    case HostRequest::kCopyLink:
      return "copy-link";
    case HostRequest::kOpenUrl:
      return "open-url";
    case HostRequest::kSaveFile:
      return "save";
    case HostRequest::kSaveCorpus:
      return "save-corpus";
    case HostRequest::kExport:
      return "export";
    case HostRequest::kSavePage:
      return "save-page";
    case HostRequest::kBuiltinRules:
      return "builtin-rules";
    case HostRequest::kForget:
      return "forget";
    case HostRequest::kReadSource:
      return "read-source";
    case HostRequest::kShowText:
      return "show-text";
    case HostRequest::kKeepReviews:
      return "keep-reviews";
  }
  return "";
}

void AfterFrame() {
  for (const Request& request : g_page->app->TakeRequests()) {
    Emit("request", std::string(NameOf(request.what)) + "\n" + request.argument);
  }
  Emit("frame", {});
}

// The rules that claims are read with from now on: what kinds, sides and regions are called.
Status UseRules(std::string own) {
  const auto builtin = FileBundle::Open(BuiltinRules());
  if (!builtin.ok()) return builtin.status();
  const auto tables = own.empty() ? Result<FileBundle>(FileBundle()) : FileBundle::Open(own);
  if (!tables.ok()) return tables.status();
  auto regions = RegionNames::Load(Overlay(*builtin, tables->files()));
  if (!regions.ok()) return regions.status();
  if (Status status = UseOwnRules(std::move(own)); !status.ok()) return status;
  g_page->app->NameRegions(std::move(*regions));
  g_page->window->RequestFrame();
  return Status::Ok();
}

Status StartPage(WindowSize size, bool dark, bool is_mac) {
  auto ui_files = FileBundle::Open(BuiltinUi());
  if (!ui_files.ok()) return ui_files.status();
  auto rules = FileBundle::Open(BuiltinRules());
  if (!rules.ok()) return rules.status();
  auto regions = RegionNames::Load(*rules);
  if (!regions.ok()) return regions.status();
  auto window = Window::Open(size, is_mac);
  if (!window.ok()) return window.status();

  g_page = std::make_unique<Page>();
  g_page->ui_files = std::move(*ui_files);
  g_page->saved.emplace(&g_page->workspace);
  g_page->window = *window;
  g_page->window->SetDark(dark);
  g_page->app = std::make_unique<App>(&g_page->workspace, std::move(*regions), g_page->ui_files);
  g_page->window->Start({
      [](const FrameInput& input) { g_page->app->Frame(input); },
      [] { return g_page->app->NeedsFrame(); },
      [] { return g_page->app->SecondsToNextFrame(); },
      AfterFrame,
  });
  return Status::Ok();
}

}  // namespace

Workspace* PageWorkspace() { return &g_page->workspace; }
App* PageApp() { return g_page->app.get(); }
void RequestPageFrame() { g_page->window->RequestFrame(); }

// Sizes in device pixels, `scale` in device pixels per CSS pixel. Call once before the others.
CLAIMSCOPE_ABI int cs_page_start(int width_px, int height_px, float scale, int dark, int is_mac) {
  return GiveStatus(StartPage({width_px, height_px, scale}, dark != 0, is_mac != 0));
}

CLAIMSCOPE_ABI void cs_resize(int width_px, int height_px, float scale) {
  g_page->window->Resize({width_px, height_px, scale});
}
CLAIMSCOPE_ABI void cs_set_dark(int dark) { g_page->window->SetDark(dark != 0); }

// Frames drawn so far; whether another is under way.
CLAIMSCOPE_ABI double cs_frames() { return static_cast<double>(g_page->window->frames()); }
CLAIMSCOPE_ABI int cs_frame_pending() { return g_page->window->frame_pending(); }
CLAIMSCOPE_ABI void cs_request_frame() { g_page->window->RequestFrame(); }

// In: a segment that a reader of this page sealed. Out: "added"; or, when the corpus has these
// articles, lines: "held already", how many articles and claims, the path of the file they came
// from.
CLAIMSCOPE_ABI int cs_add_segment(int is_bare) {
  bool added = false;
  std::string bytes = TakeInput();
  if (is_bare != 0) {
    auto whole = WithWords(bytes);
    if (!whole.ok()) return GiveStatus(whole.status());
    bytes = std::move(*whole);
  }
  const Status status = g_page->workspace.AddMade(std::move(bytes), &added);
  g_page->window->RequestFrame();
  if (!status.ok()) return GiveStatus(status);
  if (added) {
    GiveOutput("added");
    return 0;
  }
  const Segment& held = *g_page->workspace.HeldAlready();
  const std::string path(held.article_count() == 0 ? "" : PathOfArticle(held.ArticleAt(0).id));
  GiveOutput("held already\n" + std::to_string(held.article_count()) + "\n" +
             std::to_string(held.claim_count()) + "\n" + path);
  return 0;
}

// A saved corpus of so many bytes. Out: its number. Then, now and after every frame, as long as
// cs_saved_next gives something: the bytes wanted of it, to cs_saved_give.
CLAIMSCOPE_ABI int cs_saved_open(double size_bytes) {
  return static_cast<int>(g_page->saved->Open(static_cast<uint64_t>(size_bytes)));
}
// Out: JSON {"file","begin","size"}, or null.
CLAIMSCOPE_ABI const char* cs_saved_next() {
  const auto range = g_page->saved->Next();
  if (!range) return GiveOutput("null");
  JsonWriter json;
  json.BeginObject();
  json.Key("file").Int(range->file);
  json.Key("begin").Int(static_cast<int64_t>(range->begin));
  json.Key("size").Int(static_cast<int64_t>(range->size));
  json.EndObject();
  return GiveOutput(json.Take());
}
CLAIMSCOPE_ABI int cs_saved_give() {
  const Status status = g_page->saved->Give(TakeInput());
  g_page->window->RequestFrame();
  return GiveStatus(status);
}
// Out: JSON {"articles","claims"} that it brought; null while it is not open, or was refused.
CLAIMSCOPE_ABI const char* cs_saved_counts(int file) {
  const auto number = static_cast<uint32_t>(file);
  if (!g_page->saved->IsOpen(number)) return GiveOutput("null");
  const SavedCorpora::Counts counts = g_page->saved->CountsOf(number);
  JsonWriter json;
  json.BeginObject();
  json.Key("articles").Int(static_cast<int64_t>(counts.articles));
  json.Key("claims").Int(static_cast<int64_t>(counts.claims));
  json.EndObject();
  return GiveOutput(json.Take());
}

// Out: what was said in review of its claims; nothing as long as it is not open.
CLAIMSCOPE_ABI const char* cs_saved_reviews(int file) {
  return GiveOutput(g_page->saved->ReviewsOf(static_cast<uint32_t>(file)));
}

// Wants the words and text of all segments, as a file needs them.
CLAIMSCOPE_ABI void cs_want_all() { g_page->workspace.WantAll(); }
// The corpus as a saved one, in "saved" events; with what was said of its claims in review or not.
CLAIMSCOPE_ABI int cs_save(int with_reviews) {
  const std::string reviews = with_reviews != 0 ? g_page->app->ReviewLines() : std::string();
  return GiveStatus(
      g_page->workspace.Save([](std::string_view part) { Emit("saved", part); }, reviews));
}

// In: lines of "part=name". Whether the readers would take them.
CLAIMSCOPE_ABI int cs_check_map() { return GiveStatus(ParseFieldMap(TakeInput(), '\n').status()); }

// Finds copies among at most so many further articles; how many are left.
CLAIMSCOPE_ABI double cs_prepare_copies(int most) {
  return static_cast<double>(g_page->workspace.PrepareCopies(static_cast<size_t>(most)));
}
// Out: JSON [{"segment","days":[article, day, basis, article, ...]}]: what cs_redate takes.
CLAIMSCOPE_ABI const char* cs_found_days() {
  JsonWriter json;
  json.BeginArray();
  for (const Workspace::FoundDays& found : g_page->workspace.FindDays()) {
    json.BeginObject();
    json.Key("segment").Int(found.segment);
    json.Key("days").BeginArray();
    for (const FoundDay& day : found.days) {
      json.Int(day.article);
      json.Int(day.day.value);
      json.Int(static_cast<int>(day.basis));
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  return GiveOutput(json.Take());
}
// Out: the segment's bytes.
CLAIMSCOPE_ABI const char* cs_segment(int number) {
  return GiveOutput(g_page->workspace.SealedBytes(static_cast<uint32_t>(number)));
}
// In: the segment that takes its place.
CLAIMSCOPE_ABI int cs_replace_segment(int number) {
  const Status status =
      g_page->workspace.ReplaceSegment(static_cast<uint32_t>(number), TakeInput());
  g_page->window->RequestFrame();
  return GiveStatus(status);
}

// In: a bundle of the user's own tables, or nothing: what is open is empty, or was read with them.
CLAIMSCOPE_ABI int cs_use_rules() { return GiveStatus(UseRules(TakeInput())); }
// Out: that bundle, or nothing; a saved corpus may have brought another.
CLAIMSCOPE_ABI const char* cs_rules() { return GiveOutput(OwnRules()); }

// Empties the corpus and the report of how it was read.
CLAIMSCOPE_ABI void cs_clear() {
  g_page->app->CorpusReplaced();
  g_page->workspace.Clear();
  g_page->saved.emplace(&g_page->workspace);
  g_page->app->progress() = IngestProgress();
  g_page->window->RequestFrame();
}

// The answer to "read-source". In: the bytes [begin, end) of a file of so many bytes, as UTF-8
// (`as_is`: they were that already); or why there are none (`found` 0).
CLAIMSCOPE_ABI void cs_show_source(int found, int as_is, double begin, double end, double total) {
  SourceText text;
  std::string input = TakeInput();
  (found != 0 ? text.text : text.missing) = std::move(input);
  text.as_is = as_is != 0;
  text.begin = static_cast<uint64_t>(begin);
  text.end = static_cast<uint64_t>(end);
  text.total = static_cast<uint64_t>(total);
  g_page->app->GiveSource(std::move(text));
  g_page->window->RequestFrame();
}

// How far the reading is. In: the path being read.
CLAIMSCOPE_ABI void cs_progress(int running, int cancelled, int is_sample, double files_done,
                                double files_total, double bytes_done, double bytes_total,
                                double articles, double claims, double skipped, double repaired) {
  IngestProgress& progress = g_page->app->progress();
  progress.running = running != 0;
  progress.cancelled = cancelled != 0;
  progress.is_sample = is_sample != 0;
  progress.source = TakeInput();
  progress.files_done = static_cast<uint64_t>(files_done);
  progress.files_total = static_cast<uint64_t>(files_total);
  progress.bytes_done = static_cast<uint64_t>(bytes_done);
  progress.bytes_total = static_cast<uint64_t>(bytes_total);
  progress.articles = static_cast<uint64_t>(articles);
  progress.claims = static_cast<uint64_t>(claims);
  progress.skipped = static_cast<uint64_t>(skipped);
  progress.repaired = static_cast<uint64_t>(repaired);
  g_page->window->RequestFrame();
}

// Adds a problem to the report. In: the source's path, of `source_size` bytes, then the reason.
CLAIMSCOPE_ABI void cs_problem(int repaired, double record, double line, double offset_bytes,
                               size_t source_size) {
  const std::string text = TakeInput();
  Problem problem;
  problem.kind = repaired != 0 ? Problem::Kind::kRepaired : Problem::Kind::kSkipped;
  problem.source = text.substr(0, source_size);
  problem.record = static_cast<uint64_t>(record);
  problem.line = static_cast<uint64_t>(line);
  problem.offset_bytes = static_cast<uint64_t>(offset_bytes);
  problem.reason = text.substr(std::min(source_size, text.size()));
  g_page->app->progress().problems.push_back(std::move(problem));
  g_page->window->RequestFrame();
}

// In: a command's name, '?', its arguments as URL-encoded pairs.
CLAIMSCOPE_ABI int cs_command() {
  const std::string text = TakeInput();
  const size_t mark = std::min(text.find('?'), text.size());
  const std::string_view view = text;
  const Status status =
      g_page->app->Send(view.substr(0, mark), view.substr(std::min(mark + 1, view.size())));
  g_page->window->RequestFrame();
  return GiveStatus(status);
}

// In: what stands after '#' in the address.
CLAIMSCOPE_ABI int cs_apply_hash() {
  const Status status = g_page->app->ApplyHash(TakeInput());
  g_page->window->RequestFrame();
  return GiveStatus(status);
}
// For the history of the browser: app.h tells what they count.
CLAIMSCOPE_ABI double cs_steps() { return static_cast<double>(g_page->app->Steps()); }
CLAIMSCOPE_ABI int cs_went_over_steps() { return g_page->app->WentOverSteps() ? 1 : 0; }
CLAIMSCOPE_ABI const char* cs_hash() { return GiveOutput(g_page->app->StateHash()); }
CLAIMSCOPE_ABI const char* cs_reviews() { return GiveOutput(g_page->app->ReviewLines()); }

// Out: JSON.
CLAIMSCOPE_ABI const char* cs_state() { return GiveOutput(g_page->app->StateJson()); }
CLAIMSCOPE_ABI const char* cs_mirror(int first, int count) {
  return GiveOutput(g_page->app->MirrorJson(static_cast<size_t>(std::max(first, 0)),
                                            static_cast<size_t>(std::max(count, 0))));
}
CLAIMSCOPE_ABI const char* cs_items() { return GiveOutput(g_page->app->ItemsJson()); }

// Input that SDL does not bring (window.h).
CLAIMSCOPE_ABI void cs_wheel(float x, float y) { g_page->window->Wheel(x, y); }
CLAIMSCOPE_ABI void cs_touch(int down, float x, float y) { g_page->window->Touch(down != 0, x, y); }
CLAIMSCOPE_ABI void cs_lift_touch() { g_page->window->LiftTouch(); }
CLAIMSCOPE_ABI void cs_type() { g_page->window->Type(TakeInput()); }
CLAIMSCOPE_ABI void cs_paste() { g_page->window->Paste(TakeInput()); }
CLAIMSCOPE_ABI void cs_backspace() { g_page->window->Press(ImGuiKey_Backspace); }
CLAIMSCOPE_ABI void cs_enter() { g_page->window->Press(ImGuiKey_Enter); }
CLAIMSCOPE_ABI void cs_release_keys() { g_page->window->ReleaseKeys(); }

}  // namespace claimscope
