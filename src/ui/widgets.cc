#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cstring>

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr float kSegmentPadding = 10;

// ImGui wants a terminated string.
struct Terminated {
  char text[160];
  explicit Terminated(std::string_view from) {
    const size_t size = std::min(from.size(), sizeof text - 1);
    std::memcpy(text, from.data(), size);
    text[size] = 0;
  }
};

std::string_view Shown(std::string_view label) { return label.substr(0, label.find("##")); }

Press PressAt(std::string_view label, const Rect& rect, ImGuiButtonFlags flags) {
  ImGui::SetCursorScreenPos(rect.min);
  const ImVec2 size(std::max(rect.width(), 1.0f), std::max(rect.height(), 1.0f));
  Press press;
  press.clicked = ImGui::InvisibleButton(Terminated(label).text, size, flags);
  press.hovered = ImGui::IsItemHovered();
  press.held = ImGui::IsItemActive();
  press.double_clicked = press.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
  press.focused = ImGui::IsItemFocused() && ImGui::GetCurrentContext()->NavCursorVisible;
  return press;
}

}  // namespace

Press PressArea(std::string_view label, const Rect& rect) {
  return PressAt(label, rect, ImGuiButtonFlags_EnableNav);
}

Press PressRow(std::string_view label, const Rect& rect) {
  return PressAt(label, rect, ImGuiButtonFlags_None);
}

float ButtonWidth(const Frame& frame, std::string_view label) {
  return TextWidth(frame.Text(kUiText, 0), Shown(label)) + 24;
}

bool Button(const Frame& frame, std::string_view label, const Rect& rect, ButtonLook look,
            bool enabled) {
  const Theme& theme = frame.theme;
  ImGui::BeginDisabled(!enabled);
  const Press press = PressArea(label, rect);
  ImGui::EndDisabled();
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImU32 ink = look == ButtonLook::kFilled ? theme.on_accent : theme.text;
  if (look == ButtonLook::kFilled) {
    list->AddRectFilled(rect.min, rect.max, press.held ? Fade(theme.accent, 0.8f) : theme.accent,
                        kRadius);
    if (press.hovered) list->AddRectFilled(rect.min, rect.max, Fade(theme.paper, 0.12f), kRadius);
  } else {
    if (press.hovered) list->AddRectFilled(rect.min, rect.max, theme.hover_wash, kRadius);
    if (look == ButtonLook::kOutlined)
      list->AddRect(rect.min, rect.max, theme.line, kRadius, 0, Hairline());
  }
  if (!enabled) ink = Fade(ink, 0.4f);
  DrawTextIn(list, frame.Text(kUiText, ink), rect.Inset(4, 0), Shown(label), Align::kCenter);
  return press.clicked;
}

bool IconButton(const Frame& frame, Icon icon, std::string_view label, const Rect& rect,
                bool enabled) {
  ImGui::BeginDisabled(!enabled);
  const Press press = PressArea(label, rect);
  ImGui::EndDisabled();
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (press.hovered) list->AddRectFilled(rect.min, rect.max, frame.theme.hover_wash, kRadius);
  ImU32 ink = press.hovered ? frame.theme.text : frame.theme.quiet;
  if (!enabled) ink = Fade(ink, 0.4f);
  DrawIcon(list, {Snap((rect.min.x + rect.max.x) / 2), Snap(rect.middle())}, icon, ink);
  Tooltip(frame, Shown(label));
  return press.clicked;
}

bool Link(const Frame& frame, std::string_view label, std::string_view shown, const Rect& rect,
          float size, Align align) {
  const Press press = PressArea(label, rect);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle style = frame.Text(size, frame.theme.accent);
  DrawTextIn(list, style, rect, shown, align);
  if (press.hovered) {
    const float width = std::min(TextWidth(style, shown), rect.width());
    const float x = align == Align::kRight    ? rect.max.x - width
                    : align == Align::kCenter ? (rect.min.x + rect.max.x - width) / 2
                                              : rect.min.x;
    DrawHLine(list, x, x + width, rect.middle() + size * 0.5f + 1, style.color);
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  return press.clicked;
}

float SegmentsWidth(const Frame& frame, std::span<const std::string_view> labels) {
  float width = 0;
  for (const std::string_view label : labels) {
    width += TextWidth(frame.Text(kUiText, 0), Shown(label)) + 2 * kSegmentPadding;
  }
  return width;
}

bool MenuBox(const Frame& frame, std::string_view label, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Press press = PressArea(label, rect);
  if (press.hovered) list->AddRectFilled(rect.min, rect.max, frame.theme.hover_wash, kRadius);
  list->AddRect(rect.min, rect.max, frame.theme.line, kRadius, 0, Hairline());
  DrawIcon(list, {rect.max.x - 13, Snap(rect.middle())}, Icon::kDown, frame.theme.quiet);
  return press.clicked;
}

bool MenuButton(const Frame& frame, std::string_view label, std::string_view shown,
                const Rect& rect) {
  const bool pressed = MenuBox(frame, label, rect);
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.text), rect.Inset(10, 0),
             shown);
  return pressed;
}

void PlaceMenu(const Rect& button) {
  constexpr float kApart = 4, kEnough = 240;
  const float below = ImGui::GetMainViewport()->Size.y - button.max.y - 2 * kApart;
  const float above = button.min.y - 2 * kApart;
  const bool up = below < kEnough && above > below;
  ImGui::SetNextWindowPos({button.min.x, up ? button.min.y - kApart : button.max.y + kApart},
                          ImGuiCond_Always, {0, up ? 1.0f : 0.0f});
  ImGui::SetNextWindowSizeConstraints({0, 0}, {1e4f, std::max(up ? above : below, kApart)});
}

int Segments(const Frame& frame, std::span<const std::string_view> labels, int chosen,
             const Rect& rect) {
  const Theme& theme = frame.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min, rect.max, theme.hover_wash, kRadius);
  int pressed = -1;
  Rect rest = rect;
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    const std::string_view label = labels[static_cast<size_t>(i)];
    const Rect part =
        CutLeft(&rest, TextWidth(frame.Text(kUiText, 0), Shown(label)) + 2 * kSegmentPadding);
    const Press press = PressArea(label, part);
    if (press.clicked) pressed = i;
    const bool on = i == chosen;
    if (on) {
      const Rect tile = part.Inset(2, 2);
      list->AddRectFilled(tile.min, tile.max, theme.dark ? theme.line : theme.paper, 3);
      if (!theme.dark) list->AddRect(tile.min, tile.max, theme.line, 3, 0, Hairline());
    }
    const ImU32 ink = on || press.hovered ? theme.text : theme.quiet;
    DrawTextIn(list, frame.Text(kUiText, ink), part, Shown(label), Align::kCenter);
  }
  return pressed;
}

void DrawCheck(const Frame& frame, ImDrawList* list, ImVec2 center, bool checked, bool hovered,
               bool except) {
  const Theme& theme = frame.theme;
  const ImVec2 min(Snap(center.x - 7), Snap(center.y - 7));
  const ImVec2 max(min.x + 14, min.y + 14);
  if (!checked) {
    const float inset = Hairline() / 2;
    list->AddRect({min.x + inset, min.y + inset}, {max.x - inset, max.y - inset},
                  hovered ? theme.text : theme.faint, 3, 0, Hairline());
    return;
  }
  if (except) {
    list->AddRectFilled(min, max, theme.warning, 3);
    list->AddRectFilled({min.x + 3, min.y + 6}, {max.x - 3, min.y + 8}, theme.paper);
    return;
  }
  list->AddRectFilled(min, max, theme.accent, 3);
  const ImVec2 tick[] = {
      {min.x + 3.2f, min.y + 7.2f}, {min.x + 5.9f, min.y + 9.9f}, {min.x + 10.8f, min.y + 4.4f}};
  list->AddPolyline(tick, 3, theme.on_accent, 0, 1.75f);
}

bool BeginTip() {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 8));
  const bool open = ImGui::BeginTooltip();
  ImGui::PopStyleVar();
  return open;
}

void EndTip() { ImGui::EndTooltip(); }

namespace {

constexpr float kWidest = 320;

void DrawTip(const Frame& frame, std::string_view text) {
  constexpr float kLine = 18;
  const TextStyle style = frame.Text(kUiText, frame.theme.text);
  float width = 0;
  for (const std::string_view line : Split(text, '\n'))
    width = std::max(width, std::min(TextWidth(style, line) + 1, kWidest));
  if (!BeginTip()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float y = at.y;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    y += DrawParagraph(ImGui::GetWindowDrawList(), style, {at.x, y}, width, kLine,
                       text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  ImGui::Dummy({width, y - at.y});
  EndTip();
}

}  // namespace

void TooltipBeside(const Frame& frame, const Rect& what, std::string_view text) {
  constexpr float kFrame = 24, kRoom = 80;
  const bool up = what.max.y + kRoom > frame.height;
  const float x = std::max(0.0f, std::min(what.min.x, frame.width - kWidest - kFrame));
  ImGui::SetNextWindowPos({x, up ? what.min.y - 4 : what.max.y + 4}, ImGuiCond_Always,
                          {0, up ? 1.0f : 0.0f});
  DrawTip(frame, text);
}

void TooltipAt(const Frame& frame, ImVec2 at, std::string_view text) {
  constexpr float kAside = 18;
  // Towards the middle of the window, so that it stays within.
  const bool left = at.x > frame.width / 2, up = at.y > frame.height / 2;
  ImGui::SetNextWindowPos({at.x + (left ? -kAside : kAside), at.y + (up ? -kAside : kAside)},
                          ImGuiCond_Always, {left ? 1.0f : 0.0f, up ? 1.0f : 0.0f});
  DrawTip(frame, text);
}

void Tooltip(const Frame& frame, std::string_view text) {
  if (!text.empty() && ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip)) DrawTip(frame, text);
}

FieldResult TextField(const Frame& frame, const char* label, const char* hint, char* buffer,
                      size_t capacity, const Rect& rect, float left_padding, bool wrong,
                      bool take_focus, bool select_all) {
  const Theme& theme = frame.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min, rect.max, theme.field, kRadius);
  ImGui::SetCursorScreenPos(rect.min);
  ImGui::SetNextItemWidth(rect.width());
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      ImVec2(left_padding, (rect.height() - frame.Text(kUiText, 0).size) / 2));
  // The label is a name only: "##" keeps ImGui from drawing it, the item list gets it without.
  ImGui::PushID(label);
  if (take_focus) {
    // SetKeyboardFocusHere finds no field while another panel has the focus.
    ImGuiContext& g = *ImGui::GetCurrentContext();
    g.NavNextActivateId = ImGui::GetID("##field");
    g.NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
  }
  FieldResult result;
  result.edited = ImGui::InputTextWithHint("##field", hint, buffer, capacity,
                                           select_all ? ImGuiInputTextFlags_AutoSelectAll : 0);
  result.done = ImGui::IsItemDeactivatedAfterEdit();
  result.active = ImGui::IsItemActive();
  const bool hovered = ImGui::IsItemHovered();
  ImGui::PopID();
  ImGui::PopStyleVar();
  frame.items.Add(label, rect.min, rect.max);
  const ImU32 border = wrong           ? theme.warning
                       : result.active ? theme.accent
                       : hovered       ? theme.faint
                                       : theme.line;
  const float width = result.active ? 1.5f : Hairline();
  list->AddRect(rect.min, rect.max, border, kRadius, 0, width);
  return result;
}

void BeginPanel(const char* name, const Rect& rect, ImU32 background, bool scrolls) {
  ImGui::SetCursorScreenPos(rect.min);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, background);
  const ImGuiWindowFlags flags =
      ImGuiWindowFlags_NoSavedSettings |
      (scrolls ? 0 : ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  const ImVec2 size(std::max(rect.width(), 1.0f), std::max(rect.height(), 1.0f));
  ImGui::BeginChild(name, size, ImGuiChildFlags_NavFlattened, flags);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
}

void EndPanel() { ImGui::EndChild(); }

void EndContentAt(float y) {
  const ImVec2 at(ImGui::GetWindowPos().x, y - 1);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({1, 1});
}

}  // namespace claimscope
