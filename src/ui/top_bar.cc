#include "ui/top_bar.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cstring>
#include <iterator>

#include "model/own_rules.h"
#include "ui/chips.h"
#include "ui/commands.h"
#include "ui/layout.h"
#include "ui/search_hints.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kControl = 32;
constexpr float kWidestSearch = 640;

Rect Control(const Rect& bar, float x0, float x1) {
  return {{x0, bar.middle() - kControl / 2}, {x1, bar.middle() + kControl / 2}};
}

void DrawName(const Frame& frame, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawIcon(list, {rect.min.x + 8, Snap(rect.middle())}, Icon::kLogo, frame.theme.accent);
  DrawTextIn(list, frame.Bold(kBodyText, frame.theme.text),
             {{rect.min.x + 24, rect.min.y}, rect.max}, "Claimscope");
}

// From the search the keys lead on to what it found: arrows and Enter are its list's then. False
// where the view is no list.
bool GoToFirstRow(const Frame& frame) {
  const View view = frame.state().view;
  if (view != View::kClaims && view != View::kContext) return false;
  frame.Do("select-claim", {{"index", view == View::kClaims ? "0" : "context"}});
  ImGui::SetNavCursorVisible(false);
  return true;
}

// What is typed next is no text any more.
void LeaveField() {
  ImGui::ClearActiveID();
  ImGui::GetCurrentContext()->WantTextInputNextFrame = -1;
}

// Down leaves the field for what was found, unless it walks along the hints.
void LeaveDown(const TopBar& bar, const Frame& frame) {
  const bool down = ImGui::IsKeyPressed(ImGuiKey_DownArrow, false);
  if (!bar.typing || bar.hints.walk || !down || !GoToFirstRow(frame)) return;
  frame.Do("search", {{"q", bar.search}});
  ImGui::NavMoveRequestCancel();
  LeaveField();
}

// The cross that clears the search, at the end of its field.
void DrawClear(TopBar& bar, const Frame& frame, const Rect& field) {
  if (bar.search[0] == 0) return;
  const Rect cross{{field.max.x - 30, field.min.y + 2}, {field.max.x - 2, field.max.y - 2}};
  ImGui::GetWindowDrawList()->AddRectFilled(cross.min, cross.max, frame.theme.field, kRadius);
  if (!IconButton(frame, Icon::kClose, "Clear the search", cross)) return;
  bar.search[0] = 0;
  frame.Do("search", {{"q", ""}});
}

void DrawSearch(TopBar& bar, const Frame& frame, const Rect& rect) {
  const std::string& text = frame.state().query.text;
  if (!bar.typing && text != bar.search) {
    const size_t size = std::min(text.size(), sizeof bar.search - 1);
    std::memcpy(bar.search, text.data(), size);
    bar.search[size] = 0;
  }
  // A click elsewhere may take the focus away again in the frame after: it is asked for until the
  // field has it.
  if (bar.focus_seen != frame.state().search_focus) bar.focus_tries = 4;
  bar.focus_seen = frame.state().search_focus;
  const bool wanted = bar.focus_tries > 0 && !bar.typing;
  bar.focus_tries = bar.typing || bar.focus_tries == 0 ? 0 : bar.focus_tries - 1;
  const bool roomy = rect.width() > 280;
  const char* const hint = frame.state().search_articles ? "Search the articles for words"
                                                         : "Search the claims for words";
  if (bar.typing) {
    const std::string done = WalkHints(bar.hints, bar.search);
    if (!done.empty() && done.size() < sizeof bar.search) {
      std::memcpy(bar.search, done.c_str(), done.size() + 1);
      if (ImGuiInputTextState* state = ImGui::GetInputTextState(ImGui::GetActiveID()))
        state->ReloadUserBufAndMoveToEnd();
      frame.Do("search", {{"q", bar.search}, {"live", "1"}});
    }
  }
  // Escape leaves the field, with what stands in it.
  const bool escaped = bar.typing && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  const std::string kept = bar.search;
  ImGui::SetNextItemAllowOverlap();
  FieldResult field = TextField(frame, "Search", roomy ? hint : "Search", bar.search,
                                sizeof bar.search, rect, 32, false, wanted);
  if (escaped) {
    std::memcpy(bar.search, kept.c_str(), kept.size() + 1);
    if (field.active) LeaveField();
    field = {false, true, false};
  }
  const bool entered =
      bar.typing && !field.active &&
      (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter));
  bar.typing = field.active;
  if (field.edited) frame.Do("search", {{"q", bar.search}, {"live", "1"}});
  if (field.done) frame.Do("search", {{"q", bar.search}});
  if (entered) GoToFirstRow(frame);
  LeaveDown(bar, frame);
  DrawClear(bar, frame, rect);
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawIcon(list, {rect.min.x + 16, Snap(rect.middle())}, Icon::kSearch, frame.theme.quiet);
  if (field.active || frame.touch || frame.width < kNarrow || bar.search[0] != 0) return;
  // The key that leads here.
  const Rect key{{rect.max.x - 28, rect.middle() - 10}, {rect.max.x - 8, rect.middle() + 10}};
  list->AddRect(key.min, key.max, frame.theme.line, 3, 0, Hairline());
  DrawTextIn(list, frame.Text(kSmallText, frame.theme.quiet), key, "/", Align::kCenter);
}

// Where the words are looked for; beside the field while there is room.
void DrawSearchBeside(const Frame& frame, Rect* rest) {
  const float width = SearchInWidth(frame);
  constexpr float kFieldAtLeast = 320;
  if (rest->width() < kFieldAtLeast + kGap + width) return;
  const float field = std::min(rest->width() - kGap - width, kWidestSearch);
  const float x = rest->min.x + field + kGap;
  DrawSearchIn(frame, {{x, rest->middle() - 14}, {x + width, rest->middle() + 14}});
  rest->max.x = rest->min.x + field;
}

void DrawMenuItem(const Frame& frame, const char* id, std::string_view argument_name = {},
                  std::string_view argument = {}, const char* label = nullptr,
                  bool chosen = false) {
  const CommandSpec* command = FindCommand(id);
  const std::string_view shortcut = command->shortcut.substr(0, command->shortcut.find(' '));
  const std::string name(label != nullptr ? std::string_view(label) : command->label);
  if (!ImGui::MenuItem(name.c_str(), std::string(shortcut).c_str(), chosen,
                       IsAvailable(frame.session, id)))
    return;
  if (argument_name.empty()) {
    frame.Do(id);
  } else {
    frame.Do(id, {{argument_name, argument}});
  }
}

void DrawMenu(const Frame& frame, const Rect& button) {
  if (IconButton(frame, Icon::kMore, "More", button)) ImGui::OpenPopup("menu");
  ImGui::SetNextWindowPos({button.max.x, button.max.y + 4}, ImGuiCond_Always, {1, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(12, 12));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 12));
  if (ImGui::BeginPopup("menu")) {
    DrawMenuItem(frame, "open-files");
    DrawMenuItem(frame, "open-folder");
    DrawMenuItem(frame, "export");
    DrawMenuItem(frame, "copy-link");
    DrawMenuItem(frame, "save-corpus");
    DrawMenuItem(frame, "save-page");
    if (!OwnRules().empty()) DrawMenuItem(frame, "use-builtin-rules");
    DrawMenuItem(frame, "forget");
    ImGui::Separator();
    DrawMenuItem(frame, "undo");
    DrawMenuItem(frame, "redo");
    DrawMenuItem(frame, "clear-all");
    ImGui::Separator();
    DrawMenuItem(frame, "toggle-filters");
    DrawMenuItem(frame, "toggle-problems");
    DrawMenuItem(frame, "toggle-palette");
    DrawMenuItem(frame, "show-as-text");
    DrawMenuItem(frame, "toggle-help");
    DrawMenuItem(frame, "search-help");
    ImGui::Separator();
    static constexpr const char* kThemeLabels[] = {"Theme of the system", "Light theme",
                                                   "Dark theme"};
    for (int i = 0; i < 3; ++i) {
      const auto theme = static_cast<ThemeChoice>(i);
      DrawMenuItem(frame, "set-theme", "theme", NameOf(theme), kThemeLabels[i],
                   frame.state().theme == theme);
    }
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
}

}  // namespace

void Draw(TopBar& bar, const Frame& frame, const Layout& layout) {
  const Theme& theme = frame.theme;
  BeginPanel("top bar", layout.top, theme.paper, false);
  Rect rest = layout.top;
  CutLeft(&rest, kMargin);
  CutRight(&rest, kGap);
  const bool narrow = layout.filters_over;
  const Rect more = Control(layout.top, rest.max.x - kControl, rest.max.x);
  CutRight(&rest, kControl + kGap);
  if (narrow) {
    const Rect filters = Control(layout.top, rest.min.x - kGap, rest.min.x - kGap + kControl);
    if (IconButton(frame, Icon::kMenu, "Filters", filters)) frame.Do("toggle-filters");
    CutLeft(&rest, kControl);
  } else {
    constexpr float kName = 128;
    DrawName(frame, {rest.min, {rest.min.x + kName, rest.max.y}});
    // The search begins where the middle column does.
    const float column = layout.has_filters ? layout.filters.max.x + kMargin
                                            : layout.top.min.x + kMargin + kName + kGap;
    rest.min.x = std::max(column, rest.min.x + kName);
    const float open = ButtonWidth(frame, "Open articles…");
    const Rect button = Control(layout.top, rest.max.x - open, rest.max.x);
    if (Button(frame, "Open articles…", button, ButtonLook::kOutlined)) {
      frame.Do("open-files");
    }
    CutRight(&rest, open + kMargin);
  }
  DrawSearchBeside(frame, &rest);
  const Rect field =
      Control(layout.top, rest.min.x, std::min(rest.max.x, rest.min.x + kWidestSearch));
  Rect search = field;
  const Rect help = CutRight(&search, kControl);
  DrawSearch(bar, frame, search);
  if (Link(frame, "How to search", "?", help, kBodyText, Align::kCenter)) frame.Do("search-help");
  Tooltip(frame, "How to search");
  DrawMenu(frame, more);
  DrawHLine(ImGui::GetWindowDrawList(), layout.top.min.x, layout.top.max.x,
            layout.top.max.y - Hairline(), theme.line);
  EndPanel();
  if (bar.typing) DrawSearchHints(bar.hints, frame, field, bar.search);
}

}  // namespace claimscope
