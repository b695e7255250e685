#include "ui/timeline_brush.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/zoom.h"

namespace claimscope {
namespace {

constexpr float kGrip = 5;  // how near to an edge the pointer takes hold of it

using Drag = TimelineBrush::Drag;

void SendDays(TimelineBrush& brush, const Frame& frame, DayRange days, bool live) {
  if (live && days == brush.dragged) return;
  brush.dragged = days;
  const std::string from = FormatIsoDay(days.from), to = FormatIsoDay(days.to);
  if (live) {
    frame.Do("set-days", {{"from", from}, {"to", to}, {"live", "1"}});
  } else {
    frame.Do("set-days", {{"from", from}, {"to", to}});
  }
}

// A range grows by whole columns, so that what is chosen is what is seen.
DayRange ColumnsBetween(const ChartLayout& chart, Day a, Day b) {
  const auto days_at = [&chart](Day day) {
    const int column = chart.ColumnAt(chart.XOf(day) + 0.01f);
    return column < 0 ? DayRange{day, day} : chart.columns[static_cast<size_t>(column)].days;
  };
  const DayRange first = days_at(std::min(a, b)), last = days_at(std::max(a, b));
  return {first.from, last.to};
}

// What a press at this place would take hold of.
Drag HoldAt(const ChartLayout& chart, DayRange chosen, ImVec2 at) {
  if (!chosen.known()) return Drag::kNew;
  const float from = chart.XOf(chosen.from), to = chart.XOf(chosen.to + 1);
  if (std::fabs(at.x - from) <= kGrip) return Drag::kFrom;
  if (std::fabs(at.x - to) <= kGrip) return Drag::kTo;
  return at.y < kBrushBar && at.x > from && at.x < to ? Drag::kWhole : Drag::kNew;
}

DayRange DraggedTo(const TimelineBrush& brush, const ChartLayout& chart, DayRange all, float x) {
  const Day day = chart.DayAt(x);
  switch (brush.drag) {
    case Drag::kFrom:
      return ColumnsBetween(chart, day, brush.before.to);
    case Drag::kTo:
      return ColumnsBetween(chart, brush.before.from, day);
    case Drag::kWhole:
      return Moved(brush.before, all, day.value - brush.anchor.value);
    case Drag::kNone:
    case Drag::kNew:
      break;
  }
  return ColumnsBetween(chart, brush.anchor, day);
}

void ShowCursor(const TimelineBrush& brush, const ChartLayout& chart, DayRange chosen, ImVec2 at) {
  const Drag hold = brush.drag != Drag::kNone ? brush.drag : HoldAt(chart, chosen, at);
  const bool edge = hold == Drag::kFrom || hold == Drag::kTo;
  ImGui::SetMouseCursor(edge                   ? ImGuiMouseCursor_ResizeEW
                        : hold == Drag::kWhole ? ImGuiMouseCursor_ResizeAll
                                               : ImGuiMouseCursor_Arrow);
}

void ZoomByWheel(const Frame& frame, const ChartLayout& chart, float x) {
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelY);
  ImGui::SetItemKeyOwner(ImGuiKey_MouseWheelX);
  const DayRange all = frame.session.corpus().days(), shown = chart.days;
  DayRange next = shown;
  if (io.MouseWheelH != 0) {
    const double step = static_cast<double>(io.MouseWheelH) * DayCount(shown) / -8;
    next = Moved(shown, all, static_cast<int>(std::lround(step)));
  } else if (io.MouseWheel != 0) {
    next = Zoomed(shown, all, chart.DayAt(x), std::pow(0.8, io.MouseWheel));
  }
  if (next == shown) return;
  frame.Do("zoom-days", {{"from", FormatIsoDay(next.from)}, {"to", FormatIsoDay(next.to)}});
}

void EndDrag(TimelineBrush& brush, const Frame& frame, const ChartLayout& chart, DayRange chosen,
             bool moved) {
  const bool was_click = !moved && brush.dragged == brush.before && brush.drag == Drag::kNew;
  if (was_click) {
    const DayRange column = ColumnsBetween(chart, brush.anchor, brush.anchor);
    if (column == chosen) {
      frame.Do("clear-days");
    } else {
      SendDays(brush, frame, column, false);
    }
  } else if (brush.dragged.known()) {
    SendDays(brush, frame, brush.dragged, false);
  }
  brush.drag = Drag::kNone;
}

}  // namespace

void HandleMouse(TimelineBrush& brush, const Frame& frame, const ChartLayout& chart,
                 const Rect& plot, const Press& press) {
  const DayRange chosen = frame.state().query.days;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ImVec2 at(mouse.x - plot.min.x, mouse.y - plot.min.y);
  if (press.hovered || press.held) ShowCursor(brush, chart, chosen, at);
  if (press.hovered) ZoomByWheel(frame, chart, at.x);
  if (press.double_clicked) {
    brush.drag = Drag::kNone;
    if (chosen.known()) frame.Do("clear-days");
    if (frame.state().zoom.known()) frame.Do("zoom-out");
    return;
  }
  if (press.held && brush.drag == Drag::kNone && ImGui::IsItemActivated()) {
    brush.before = brush.dragged = chosen;
    brush.anchor = chart.DayAt(at.x);
    brush.drag = HoldAt(chart, chosen, at);
  }
  if (brush.drag == Drag::kNone) return;
  // A click without a move chooses the column; a drag of a few pixels is still a click.
  const bool moved = ImGui::IsMouseDragging(ImGuiMouseButton_Left, 4);
  const DayRange all = frame.session.corpus().days();
  if (press.held && moved) SendDays(brush, frame, DraggedTo(brush, chart, all, at.x), true);
  if (!press.held) EndDrag(brush, frame, chart, chosen, moved);
}

void DrawBrush(const Frame& frame, const ChartLayout& chart, const Rect& plot, DayRange chosen) {
  if (!chosen.known() || !chosen.Overlaps(chart.days)) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 accent = frame.theme.accent;
  const float x0 = plot.min.x + std::max(chart.XOf(chosen.from), 0.0f);
  const float x1 = plot.min.x + std::min(chart.XOf(chosen.to + 1), chart.width);
  list->AddRectFilled({x0, plot.min.y}, {x1, plot.max.y}, Fade(accent, 0.07f));
  list->AddRectFilled({x0, plot.min.y}, {x1, plot.min.y + kBrushBar}, Fade(accent, 0.25f));
  const auto edge = [&](float x) {
    list->AddRectFilled({Snap(x - 1), plot.min.y}, {Snap(x + 1), plot.max.y}, accent);
    const float y = Snap((plot.min.y + plot.max.y) / 2);
    list->AddRectFilled({Snap(x - 3), y - 9}, {Snap(x + 3), y + 9}, accent, 3);
  };
  if (chosen.from >= chart.days.from) edge(x0);
  if (chosen.to <= chart.days.to) edge(x1);
}

}  // namespace claimscope
