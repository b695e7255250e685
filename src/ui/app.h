// The explorer as a whole: here is a workspace, draw it; here are the commands the user gave.
//
// Knows nothing of windows, browsers or graphics back ends: the host makes an ImGui context, sets
// the display size and scale, feeds events, calls Frame between NewFrame and Render, and carries
// out what TakeRequests asks for. State changes only through commands: buttons, keys, menus, the
// embed interface and tests all send the same ones.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_bundle.h"
#include "base/status.h"
#include "engine/engine.h"
#include "model/region.h"

namespace claimscope {

// What the host tells about the reading of sources; shown in the status bar and over the empty
// state.
struct IngestProgress {
  bool running = false;
  bool cancelled = false;
  std::string source;  // being read
  uint64_t files_done = 0, files_total = 0;
  uint64_t bytes_done = 0, bytes_total = 0;
  uint64_t articles = 0, claims = 0;
  uint64_t skipped = 0, repaired = 0;
  std::vector<Problem> problems;  // the first of each reason
  bool is_sample = false;         // the corpus shown is the built-in sample
};

// What only the host can do.
enum class HostRequest : uint8_t {
  kOpenFiles,
  kOpenFolder,
  kCancelIngest,
  kCopyText,
  kCopyLink,  // the address of this page with the argument after '#'
  kOpenUrl,
  kSaveFile,
  kSaveCorpus,
  kExport,
  kSavePage,
  kForget,
  kBuiltinRules,  // in place of the user's own
  kReadSource,  // the argument: the first byte, a line break, the end (0: that of the file), a line
                // break, the path; the answer goes to App::GiveSource
  kKeepReviews,  // for the next time; the argument replaces what was kept
  kShowText      // the same as a page of text
};
struct Request {
  HostRequest what;
  std::string argument;  // the text to copy, the address to open, or
                         // the name of a file, a line break and its text,
                         // the format of an export
};

// What a file of this session has of an article, or why it cannot be shown.
struct SourceText {
  std::string text;                        // UTF-8
  std::string missing;                     // a sentence for the user; `text` is empty then
  bool as_is = false;                      // the bytes of the file are those of `text`
  uint64_t begin = 0, end = 0, total = 0;  // bytes of the file
};

struct FrameInput {
  float width = 0, height = 0;  // logical pixels
  float scale = 1;              // device pixels per logical pixel
  bool system_is_dark = false;
};

class App {
 public:
  // `ui_files` holds the fonts (fonts/*.ttf); both must outlive the app. An ImGui context must be
  // current.
  App(Workspace* workspace, RegionNames regions, const FileBundle& ui_files);
  ~App();

  // Fonts and colours; call once after the context is made and again when scale or theme changes.
  void Frame(const FrameInput& input);
  // True when something changed that the last frame did not show (state, corpus, progress, a hover
  // delay, input that waits for its turn).
  bool NeedsFrame() const;
  // When a frame is due though nothing happens (a notice goes away); 0: never.
  double SecondsToNextFrame() const;

  // The articles on show, if any, give way to others: what was asked of them is cleared, which can
  // be undone. What an address or a host asks for before anything is shown stands.
  void CorpusReplaced();
  void NameRegions(RegionNames names);
  IngestProgress& progress();  // set by the host, shown from the next frame on

  // `arguments` are URL-encoded pairs: "from=2025-05-01&to=2025-05-31". The commands are listed in
  // ui/commands.h.
  Status Send(std::string_view command, std::string_view arguments);
  // The whole state as JSON: filters, selection, counts shown. The test oracle.
  std::string StateJson() const;
  // What is shown, for people who do not see it; see ui/mirror_json.h.
  std::string MirrorJson(size_t first, size_t count) const;
  // Every widget of the last frame: [{"label":..., "x":, "y":, "w":, "h":}] in logical pixels.
  std::string ItemsJson() const;
  // Steps that a reader would want to go back over: filters, views, an article opened or closed. A
  // drag is one step, counted when it ends; while it goes on this is -1.
  int64_t Steps() const;
  // The last of them went back or forth over earlier ones (undo, redo).
  bool WentOverSteps() const;
  // Short, human-readable, versioned: what the address bar carries.
  std::string StateHash() const;
  // What was said of claims of the open corpus, as engine/review.h has it.
  std::string ReviewLines() const;
  // What cannot be understood is left out, and told to the user as well as by the answer.
  Status ApplyHash(std::string_view hash);

  std::vector<Request> TakeRequests();
  // The answer to HostRequest::kReadSource.
  void GiveSource(SourceText source);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace claimscope
