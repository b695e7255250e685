#include "ui/facet_list.h"

#include <algorithm>

#include "base/utf8.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kShort = 8;        // rows shown of a long list
constexpr size_t kSearchable = 14;  // a list longer than this has a search field
constexpr float kHead = 32;
constexpr float kLabelAt = 44;  // check box, mark

void DrawRow(const Frame& frame, const FacetSpec& spec, const FacetRow& row, uint32_t most,
             const Rect& rect) {
  const Theme& theme = frame.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string name(row.label);
  // "Only this" lies within the row: it is asked first.
  ImGui::SetNextItemAllowOverlap();
  const Press press = PressArea(name, rect.Inset(-kGap, 0));
  const bool over = ImGui::IsMouseHoveringRect(rect.min, rect.max) &&
                    ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  if (over) {
    list->AddRectFilled({rect.min.x - kGap, rect.min.y}, {rect.max.x + kGap, rect.max.y},
                        theme.hover_wash, kRadius);
  }
  const bool empty = row.count == 0 && !row.checked;
  DrawCheck(frame, list, {rect.min.x + 7, rect.middle()}, row.checked, over);
  row.draw_mark(list, {rect.min.x + 30, rect.middle()});

  const std::string count = FormatCount(row.count);
  const TextStyle figures = frame.Text(kUiText, empty ? Fade(theme.quiet, 0.7f) : theme.quiet);
  const float count_width = std::max(TextWidth(figures, count), 24.0f);
  Rect text = rect;
  CutLeft(&text, kLabelAt);
  DrawTextIn(list, figures, CutRight(&text, count_width), count, Align::kRight);
  CutRight(&text, kGap);
  bool only = false;
  if (over || press.focused) {
    const Rect link = CutRight(&text, 34);
    only = Link(frame, "Only this: " + name, "Only", link, kUiText, Align::kRight);
    CutRight(&text, kGap);
  }
  if (DrawTextIn(list, frame.Text(kUiText, empty ? theme.quiet : theme.text), text, name) &&
      press.hovered) {
    Tooltip(frame, name);
  }
  // What is not chosen while others are steps back, but stays readable.
  const float full = rect.max.x - rect.min.x - kLabelAt;
  const float share =
      most == 0 ? 0 : static_cast<float>(std::min(row.count, most)) / static_cast<float>(most);
  const float part = row.value == "-" ? 0 : full * share;
  if (part > 0) {
    const float x = rect.min.x + kLabelAt, y = rect.max.y - 3;
    list->AddRectFilled({x, Snap(y)}, {x + std::max(part, 2.0f), Snap(y + 2)},
                        Fade(row.color, 0.75f), 1);
  }
  if (only) {
    frame.Do(spec.only, {{spec.argument, row.value}});
  } else if (press.clicked) {
    frame.Do(spec.toggle, {{spec.argument, row.value}});
  }
}

bool Holds(std::string_view label, std::string_view wanted) {
  return wanted.empty() || FoldText(label).find(FoldText(wanted)) != std::string::npos;
}

// A long list shows its first rows and whatever is chosen.
bool IsShown(const FacetList& list, const FacetRow& row, size_t place, size_t rows) {
  if (rows > kSearchable && list.all && !Holds(row.label, list.find)) return row.checked;
  return row.checked || list.all || rows <= kShort + 2 || place < kShort;
}

}  // namespace

float DrawSectionHead(const Frame& frame, std::string_view title, bool* folded,
                      std::string_view clear_command, float x0, float x1, float y) {
  const Theme& theme = frame.theme;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  Rect head{{x0, y}, {x1, y + kHead}};
  if (!clear_command.empty()) {
    const Rect clear = CutRight(&head, 36);
    if (Link(frame, "Clear: " + std::string(title), "Clear", clear, kUiText, Align::kRight))
      frame.Do(clear_command);
  }
  const Press press = PressArea(title, head.Inset(-kGap, 0));
  if (press.clicked) *folded = !*folded;
  DrawTextIn(draw, frame.Bold(kUiText, theme.text), head, title);
  const float end = x0 + TextWidth(frame.Bold(kUiText, 0), title);
  if (press.hovered || *folded || press.focused) {
    DrawIcon(draw, {end + 12, Snap(head.middle())}, *folded ? Icon::kRight : Icon::kDown,
             theme.quiet);
  }
  return y + kHead;
}

float Draw(FacetList& list, const Frame& frame, const FacetSpec& spec,
           const std::vector<FacetRow>& rows, float x0, float x1, float y) {
  const bool any =
      std::any_of(rows.begin(), rows.end(), [](const FacetRow& row) { return row.checked; });
  y = DrawSectionHead(frame, spec.title, &list.folded, any ? spec.clear : std::string_view(), x0,
                      x1, y);
  if (list.folded) return y;
  if (list.all && rows.size() > kSearchable) {
    const std::string label = "Find in " + std::string(spec.noun);
    TextField(frame, label.c_str(), label.c_str(), list.find, sizeof list.find,
              {{x0, y}, {x1, y + 28}}, 8, false, false);
    y += 32;
  }
  uint32_t most = 0;
  // "No region" is not measured against the regions: it would flatten them all.
  for (const FacetRow& row : rows) most = row.value == "-" ? most : std::max(most, row.count);
  size_t hidden = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (!IsShown(list, rows[i], i, rows.size())) {
      ++hidden;
      continue;
    }
    DrawRow(frame, spec, rows[i], most, {{x0, y}, {x1, y + frame.row()}});
    y += frame.row();
  }
  const Rect more{{x0 + kLabelAt, y}, {x1, y + frame.row()}};
  if (!list.all && hidden > 0) {
    const std::string text = "All " + std::to_string(rows.size()) + " " + std::string(spec.noun);
    if (Link(frame, text, text, more, kUiText)) list.all = true;
    y += frame.row();
  } else if (list.all && rows.size() > kShort + 2) {
    if (Link(frame, "Fewer " + std::string(spec.noun), "Fewer", more, kUiText)) {
      list.all = false;
      list.find[0] = 0;
    }
    y += frame.row();
  }
  return y;
}

}  // namespace claimscope
