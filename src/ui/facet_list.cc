#include "ui/facet_list.h"

#include <imgui_internal.h>

#include <algorithm>

#include "base/utf8.h"
#include "ui/command_handlers.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kShort = 8;        // rows shown of a long list
constexpr size_t kSearchable = 14;  // a list longer than this has a search field
constexpr float kHead = 32;

void Send(const Frame& frame, std::string_view command, const FacetSpec& spec,
          std::string_view value) {
  if (spec.names_list) {
    frame.Do(command, {{"list", NameOf(spec.facet)}, {spec.argument, value}});
  } else {
    frame.Do(command, {{spec.argument, value}});
  }
}

// The names of long lists have no marks.
bool HasMarks(Facet facet) { return facet <= Facet::kStatus || facet == Facet::kReview; }
float LabelAt(Facet facet) { return HasMarks(facet) ? 44.0f : 24.0f; }

void DrawMarkOf(const Frame& frame, ImDrawList* list, Facet facet, const FacetRow& row, ImVec2 at) {
  const Theme& theme = frame.theme;
  switch (facet) {
    case Facet::kRegion:
      return DrawSwatch(list, at, row.color);
    case Facet::kKind:
      return DrawMark(list, theme, at, static_cast<Kind>(row.entry));
    case Facet::kSide:
      return DrawMark(list, theme, at, static_cast<Side>(row.entry));
    case Facet::kStatus:
      return DrawMark(list, theme, at, static_cast<ClaimStatus>(row.entry));
    case Facet::kReview:
      return DrawMark(list, theme, at, static_cast<Verdict>(row.entry));
    default:
      return;
  }
}

void DrawBar(const FacetRow& row, uint32_t most, float x0, float x1, float y) {
  if (most == 0 || row.count == 0) return;
  // "No region" is not measured against the regions: it would flatten them all.
  if (row.value == "-" || row.value == "outlet") return;
  const float share = static_cast<float>(std::min(row.count, most)) / static_cast<float>(most);
  const float width = std::max((x1 - x0) * share, 2.0f);
  ImGui::GetWindowDrawList()->AddRectFilled({x0, Snap(y - 3)}, {x0 + width, Snap(y - 1)},
                                            Fade(row.color, 0.75f), 1);
}

// "Unverified: the text says so", or the label alone where it has no room.
std::string Told(const Frame& frame, const FacetRow& row, float room) {
  if (!row.meaning.empty()) return row.label + ": " + std::string(row.meaning);
  return TextWidth(frame.Text(kUiText, 0), row.label) > room ? row.label : std::string();
}

void DrawRow(const Frame& frame, const FacetSpec& spec, const FacetRow& row, bool except,
             uint32_t most, const Rect& rect) {
  const Theme& theme = frame.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float label_at = LabelAt(spec.facet);
  // "Only this" lies within the row: it is asked first.
  ImGui::SetNextItemAllowOverlap();
  // A region and a side may have the same name.
  const std::string unique = row.label + "##" + std::string(NameOf(spec.facet));
  const Press press = PressArea(unique, rect.Inset(-kGap, 0));
  constexpr float kBesideName = 34 + 3 * kGap + 24;  // "Only", and the count
  Tooltip(frame, Told(frame, row, rect.width() - label_at - kBesideName));
  const bool over = ImGui::IsMouseHoveringRect(rect.min, rect.max) &&
                    ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
  if (over) {
    list->AddRectFilled({rect.min.x - kGap, rect.min.y}, {rect.max.x + kGap, rect.max.y},
                        theme.hover_wash, kRadius);
  }
  const bool empty = row.count == 0 && !row.checked;
  DrawCheck(frame, list, {rect.min.x + 7, rect.middle()}, row.checked, over, except);
  DrawMarkOf(frame, list, spec.facet, row, {rect.min.x + 30, rect.middle()});

  const std::string count = FormatCount(row.count);
  const TextStyle figures = frame.Text(kUiText, empty ? Fade(theme.quiet, 0.7f) : theme.quiet);
  Rect text = rect;
  CutLeft(&text, label_at);
  DrawTextIn(list, figures, CutRight(&text, std::max(TextWidth(figures, count), 24.0f)), count,
             Align::kRight);
  CutRight(&text, kGap);
  bool only = false;
  // The keyboard goes on from the row to it: it must not vanish then.
  const std::string only_this = "Only this: " + unique;
  if (over || press.focused ||
      ImGui::GetCurrentContext()->NavId == ImGui::GetID(only_this.c_str())) {
    const Rect link = CutRight(&text, 34);
    only = Link(frame, only_this, "Only", link, kUiText, Align::kRight);
    CutRight(&text, kGap);
  }
  const TextStyle name = frame.Text(kUiText, empty ? theme.quiet : theme.text);
  DrawTextIn(list, name, text, row.label);
  CutLeft(&text, std::min(TextWidth(name, row.label) + 6, text.width()));
  const TextStyle small = frame.Text(kSmallText, theme.quiet);
  if (!row.note.empty() && TextWidth(small, row.note) < text.width())
    DrawTextIn(list, small, text, row.note);
  DrawBar(row, most, rect.min.x + label_at, rect.max.x, rect.max.y);
  if (only) {
    Send(frame, spec.only, spec, row.value);
  } else if (press.clicked) {
    Send(frame, spec.toggle, spec, row.value);
  }
}

// "All 34 regions", "Fewer", and what is left out even then; returns where it ends.
float DrawFoot(FacetList& list, const Frame& frame, const FacetSpec& spec, const FacetRows& rows,
               size_t shown, float x0, float x1, float y) {
  const float height = frame.row();
  const float at = x0 + LabelAt(spec.facet);
  if (list.all && list.find[0] == 0 && shown < rows.all) {
    const std::string rest = FormatCount(rows.all - shown) + " more: type a part of the name";
    DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
               {{at, y}, {x1, y + height}}, rest);
    y += height;
  }
  const Rect more{{at, y}, {x1, y + height}};
  if (!list.all && shown < rows.all) {
    const std::string text = "All " + FormatCount(rows.all) + " " + std::string(spec.noun);
    if (Link(frame, text, text, more, kUiText)) list.all = true;
    return y + height;
  }
  if (!list.all || rows.all <= kShort + 2) return y;
  if (Link(frame, "Fewer " + std::string(spec.noun), "Fewer", more, kUiText)) {
    list.all = false;
    list.find[0] = 0;
  }
  return y + height;
}

}  // namespace

bool FacetList::Shows(std::string_view label, bool checked, size_t place, size_t rows) const {
  if (checked) return true;
  if (rows > kSearchable && all && find[0] != 0)
    return FoldText(label).find(FoldText(find)) != std::string::npos;
  return all || rows <= kShort + 2 || place < kShort;
}

float DrawSectionHead(const Frame& frame, Facet facet, bool folded, float x0, float x1, float y,
                      bool* pressed) {
  const Theme& theme = frame.theme;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const std::string title(LabelOf(facet));
  const std::string_view list = NameOf(facet);
  Rect head{{x0, y}, {x1, y + kHead}};
  if (IsChosen(frame.state().query, facet)) {
    const Rect clear = CutRight(&head, 36);
    if (Link(frame, "Clear: " + title, "Clear", clear, kUiText, Align::kRight))
      frame.Do("clear-list", {{"list", list}});
    if (facet != Facet::kDays && facet != Facet::kMeasure) {
      CutRight(&head, kGap);
      const bool except = (frame.state().query.except & BitOf(facet)) != 0;
      const std::string_view shown = except ? "Only these" : "All but these";
      const Rect invert = CutRight(&head, TextWidth(frame.Text(kUiText, 0), shown) + 2);
      if (Link(frame, "Invert: " + title, shown, invert, kUiText, Align::kRight))
        frame.Do("invert", {{"list", list}});
    }
  }
  const Press press = PressArea(title, head.Inset(-kGap, 0));
  *pressed = press.clicked;
  DrawTextIn(draw, frame.Bold(kUiText, theme.text), head, title);
  const float end = x0 + TextWidth(frame.Bold(kUiText, 0), title);
  if (press.hovered || folded || press.focused) {
    DrawIcon(draw, {end + 12, Snap(head.middle())}, folded ? Icon::kRight : Icon::kDown,
             theme.quiet);
  }
  return y + kHead;
}

float Draw(FacetList& list, const Frame& frame, const FacetSpec& spec, const FacetRows& rows,
           float x0, float x1, float y) {
  if (list.all && rows.all > kSearchable) {
    const std::string label = "Find in " + std::string(spec.noun);
    TextField(frame, label.c_str(), label.c_str(), list.find, sizeof list.find,
              {{x0, y}, {x1, y + 28}}, 8, false, false);
    y += 32;
  }
  uint32_t most = 0;
  for (const FacetRow& row : rows.rows)
    most = row.value == "-" || row.value == "outlet" ? most : std::max(most, row.count);
  for (const FacetRow& row : rows.rows) {
    DrawRow(frame, spec, row, rows.except, most, {{x0, y}, {x1, y + frame.row()}});
    y += frame.row();
  }
  return DrawFoot(list, frame, spec, rows, rows.rows.size(), x0, x1, y);
}

}  // namespace claimscope
