#include "ui/app.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <chrono>

#include "ui/center_panel.h"
#include "ui/commands.h"
#include "ui/corpus_change.h"
#include "ui/export_sheet.h"
#include "ui/filters_panel.h"
#include "ui/focus.h"
#include "ui/help.h"
#include "ui/input_pace.h"
#include "ui/layout.h"
#include "ui/mirror_json.h"
#include "ui/notice_bar.h"
#include "ui/palette.h"
#include "ui/reader_panel.h"
#include "ui/reader_review.h"
#include "ui/shortcuts.h"
#include "ui/splitter.h"
#include "ui/state_json.h"
#include "ui/status_bar.h"
#include "ui/top_bar.h"
#include "ui/type_ahead.h"
#include "ui/widgets.h"

namespace claimscope {

namespace {

using UiFrame = Frame;  // within App the name means its function

// Frames ImGui needs after an event until sizes, focus and hover have settled.
constexpr int kSettleFrames = 3;
// Of a frame, for reading the claims of a search: the rest is drawn meanwhile.
constexpr std::chrono::milliseconds kSearchTime{5};

constexpr ImGuiWindowFlags kBackdrop =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse;

// Each in a window of its own, above the panels it parts.
void DrawBorders(const Frame& frame, const Layout& layout) {
  constexpr float kReach = 3;
  const auto border = [&](const char* label, std::string_view panel, float size, float x,
                          float grows) {
    const Rect rect{{x - kReach, layout.center.min.y}, {x + kReach, layout.center.max.y}};
    BeginPanel(label, rect, 0, false);
    DrawSplitter(frame, label, panel, size, rect, true, grows);
    EndPanel();
  };
  if (layout.has_filters && !layout.filters_over) {
    border("border of the filters", "filters", layout.filters.width(), layout.filters.max.x, 1);
  }
  if (layout.has_reader && !layout.reader_over) {
    border("border of the reader", "reader", layout.reader.width(), layout.reader.min.x, -1);
  }
}

}  // namespace

struct App::Impl {
  Impl(Workspace* workspace, RegionNames regions) : session(workspace, std::move(regions)) {}

  Session session;
  Fonts fonts;
  Theme theme;
  bool has_theme = false;
  ItemList items;
  std::vector<GivenCommand> commands;
  InputPace pace;
  TypeAhead type_ahead;
  Focus focus;

  TopBar top_bar;
  FiltersPanel filters;
  CenterPanel center;
  ReaderPanel reader;
  Palette palette;
  NoticeBar notice;

  int settle = kSettleFrames;
  bool touch = false;
  bool had_menu = false;  // one was open in the last frame
  FrameInput input;
  uint64_t shown_serial = 0;
  bool shown_running = false;

  void RunCommands();
  Layout DrawWindow(const UiFrame& frame);
  void FollowFocus(const UiFrame& frame, const Layout& layout);
  void DrawOver(const UiFrame& frame, const Layout& layout);
  void Settle();
};

App::App(Workspace* workspace, RegionNames regions, const FileBundle& ui_files)
    : impl_(std::make_unique<Impl>(workspace, std::move(regions))) {
  impl_->fonts = LoadFonts(ui_files);
  impl_->center.map.bytes = ui_files.Find("ui/map.bin");
  impl_->items.Attach();
  ImGuiIO& io = ImGui::GetIO();
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTextCursorBlink = false;  // an idle page draws nothing
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  io.IniFilename = nullptr;
  ImGui::GetCurrentContext()->ConfigNavWindowingKeyNext = 0;  // Ctrl+Tab belongs to the browser
  ImGui::GetCurrentContext()->ConfigNavWindowingKeyPrev = 0;
  impl_->pace.Attach([impl = impl_.get()] { return HasKeyCommand(impl->commands); });
}

App::~App() {
  impl_->pace.Detach();
  impl_->items.Detach();
}

// A command of a panel can fail (a claim that has gone meanwhile); nothing changes then, and there
// is nothing to say.
void App::Impl::RunCommands() {
  std::vector<GivenCommand> given;
  std::swap(given, commands);
  for (const GivenCommand& command : given) {
    if (!RunCommand(session, command.id, command.arguments).ok()) continue;
  }
  given.clear();
  std::swap(given, commands);
}

// What lies over the rest: the drawer and the sheet of small windows, the list of problems.
void App::Impl::DrawOver(const UiFrame& frame, const Layout& layout) {
  const bool drawer = layout.has_filters && layout.filters_over,
             sheet = layout.has_reader && layout.reader_over;
  const bool problems = session.state.problems_open;
  const bool finding = session.state.palette_open, helping = session.state.help_open;
  // Its field has gone with the keyboard's focus: Tab is not to look for it.
  if (!finding && palette.open) ImGui::GetCurrentContext()->NavId = 0;
  if (!finding) palette.open = false;
  const bool exporting = session.state.export_open;
  if (!drawer && !sheet && !problems && !finding && !helping && !exporting) return;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({frame.width, frame.height});
  ImGui::Begin("over", nullptr, kBackdrop);
  // Its menus lie over it.
  if (!had_menu) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
  const Rect whole{{0, 0}, {frame.width, frame.height}};
  items.Cover(whole.min, whole.max);
  const Press shade = PressRow("close what lies over", whole);
  const bool dims = drawer || sheet || finding || helping || exporting;
  if (dims) ImGui::GetWindowDrawList()->AddRectFilled(whole.min, whole.max, frame.theme.shade);
  if (shade.clicked) frame.Do("step-back");
  if (sheet) Draw(reader, frame, {{layout.reader.min.x, layout.reader.min.y}, layout.reader.max});
  if (drawer) Draw(filters, frame, layout.filters);
  if (problems) DrawProblems(frame, {{0, layout.center.min.y}, {frame.width, layout.center.max.y}});
  if (helping) DrawHelp(frame);
  if (exporting) DrawExportSheet(frame);
  if (finding) Draw(palette, frame);
  ImGui::End();
}

// Where everything was drawn.
Layout App::Impl::DrawWindow(const UiFrame& frame) {
  // Filters without a corpus would be an empty column.
  AppState shown = session.state;
  if (session.corpus().articles() == 0)
    shown.filters_open = shown.drawer_open = shown.reader_open = false;
  const Layout layout = LayOut(frame.width, frame.height, shown);
  session.narrow = layout.filters_over;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({frame.width, frame.height});
  ImGui::Begin("Claimscope", nullptr, kBackdrop | ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, {frame.width, frame.height}, theme.paper);
  Draw(top_bar, frame, layout);
  if (layout.has_filters && !layout.filters_over) Draw(filters, frame, layout.filters);
  Draw(center, frame, layout.center);
  if (layout.has_reader && !layout.reader_over) Draw(reader, frame, layout.reader);
  DrawBorders(frame, layout);
  DrawStatusBar(frame, layout.status);
  ImGui::End();
  DrawOver(frame, layout);
  // Clear of what stands at the foot of a reader that covers the window, and of the tabs there.
  constexpr float kReaderFoot = kReviewBar + 44, kTabsFoot = 44;
  const bool reads = layout.has_reader && layout.reader_over;
  const float foot = layout.status.min.y - kGap -
                     (reads            ? kReaderFoot
                      : session.narrow ? kTabsFoot
                                       : 0);
  notice.Draw(frame, layout.center.min.x, layout.center.max.x, foot);
  ImGui::PopStyleVar();
  return layout;
}

void App::Impl::FollowFocus(const UiFrame& frame, const Layout& layout) {
  const Rect none;
  const std::string row = "claim " + std::to_string(center.claims.reachable);
  const FocusStop stops[] = {{layout.has_filters ? layout.filters : none, ""},
                             {center.chart, "timeline"},
                             {center.shown, session.state.view == View::kMap ? "map" : row},
                             {layout.has_reader ? layout.reader : none, ""}};
  focus.FollowPanels(frame, stops);
  focus.FollowForm(frame);
  focus.FollowReader(frame);
}

namespace {

// What had the keyboard's focus is gone (scrolled away, taken back): Tab begins anew, or it would
// search for it for ever.
void FindFocusAgain() {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.NavId == 0 || g.NavIdIsAlive || g.ActiveId != 0 || !ImGui::IsKeyPressed(ImGuiKey_Tab))
    return;
  g.NavId = 0;
  ImGui::SetNavCursorVisible(false);
}

}  // namespace

// Decides whether another frame is due.
void App::Impl::Settle() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const bool event = g.InputEventsTrail.Size > 0;
  const bool running = session.progress.running;
  if (event || !commands.empty() || shown_running != running ||
      (shown_serial != session.serial() && !running))
    settle = kSettleFrames;
  else if (shown_serial != session.serial())
    settle = 1;
  else if (settle > 0)
    --settle;
  if (session.is_at_work()) settle = std::max(settle, kSettleFrames);
  shown_serial = session.serial();
  shown_running = running;
  // A tooltip that is about to come, and to take its place; a key or button held down.
  constexpr float kPlacing = 0.1f;
  if (g.HoverItemDelayId != 0 && g.HoverItemDelayTimer < g.Style.HoverDelayNormal + kPlacing)
    settle = std::max(settle, 1);
  for (int key = ImGuiKey_NamedKey_BEGIN; key < ImGuiKey_ReservedForModCtrl; ++key) {
    if (ImGui::GetKeyData(static_cast<ImGuiKey>(key))->Down) settle = std::max(settle, 1);
  }
}

void App::Frame(const FrameInput& input) {
  Impl& impl = *impl_;
  impl.session.HurryUntil(std::chrono::steady_clock::now() + kSearchTime);
  impl.RunCommands();
  impl.session.Refresh();
  impl.session.opening.Follow(impl.session.progress, impl.session.state);
  const ThemeChoice choice = impl.session.state.theme;
  const bool dark =
      choice == ThemeChoice::kDark || (choice == ThemeChoice::kSystem && input.system_is_dark);
  if (!impl.has_theme || impl.theme.dark != dark) {
    impl.theme = MakeTheme(dark, impl.fonts);
    ApplyStyle(impl.theme);
    impl.has_theme = true;
  }
  impl.input = input;
  ImGui::PushFont(impl.fonts.regular, impl.theme.Text(kUiText, 0).size);
  BeginText(impl.theme);
  impl.items.BeginFrame();
  if (ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen) impl.touch = true;
  const UiFrame frame{impl.session, impl.theme,   impl.items, impl.commands,
                      input.width,  input.height, impl.touch};
  const Layout layout = impl.DrawWindow(frame);
  HandleShortcuts(frame, impl.had_menu);
  impl.had_menu = !ImGui::GetCurrentContext()->OpenPopupStack.empty();
  FindFocusAgain();
  impl.items.EndFrame();
  impl.type_ahead.Follow(impl.items);
  impl.FollowFocus(frame, layout);
  ImGui::PopFont();
  impl.session.HurryUntil({});
  impl.Settle();
}

bool App::NeedsFrame() const {
  const Impl& impl = *impl_;
  return impl.settle > 0 || !impl.commands.empty() ||
         !ImGui::GetCurrentContext()->InputEventsQueue.empty();
}

double App::SecondsToNextFrame() const { return impl_->notice.seconds_left(); }

IngestProgress& App::progress() {
  // Told often while something is read, which wants the processor as well: one frame each then.
  impl_->settle = std::max(impl_->settle, impl_->session.progress.running ? 1 : kSettleFrames);
  return impl_->session.progress;
}

Status App::Send(std::string_view command, std::string_view arguments) {
  impl_->settle = kSettleFrames;
  return RunCommand(impl_->session, command, arguments);
}

std::string App::StateJson() const {
  impl_->session.Refresh();
  return StateToJson(impl_->session);
}

std::string App::MirrorJson(size_t first, size_t count) const {
  impl_->session.Refresh();
  return claimscope::MirrorJson(impl_->session, first, count);
}

std::string App::ItemsJson() const { return impl_->items.Json(); }

int64_t App::Steps() const {
  const Session& session = impl_->session;
  return session.step_is_open ? -1 : static_cast<int64_t>(session.steps);
}
bool App::WentOverSteps() const { return impl_->session.last_step_was_undo; }

std::string App::StateHash() const { return impl_->session.Link(); }
std::string App::ReviewLines() const { return impl_->session.reviews.LinesOfCorpus(); }

Status App::ApplyHash(std::string_view hash) {
  Status problem = Status::Ok();
  const AppState next = WithUsableParts(impl_->session.state, hash, &problem);
  impl_->settle = kSettleFrames;
  impl_->session.history.Follow(impl_->session.state, next);
  impl_->session.state = next;
  impl_->session.Refresh();
  if (problem.code() == StatusCode::kInvalid)
    impl_->session.Tell("A part of the link was left out, the rest is shown: " + problem.message());
  else if (!problem.ok())
    impl_->session.Tell(problem.message());
  return problem;
}

void App::GiveSource(SourceText source) {
  impl_->settle = kSettleFrames;
  Session& session = impl_->session;
  session.source = std::move(source);
  session.source_serial++;
}

void App::CorpusReplaced() { GiveWay(impl_->session); }

void App::NameRegions(RegionNames names) { impl_->session.NameRegions(std::move(names)); }

std::vector<Request> App::TakeRequests() {
  std::vector<Request> taken;
  std::swap(taken, impl_->session.requests);
  return taken;
}

}  // namespace claimscope
