#include "ui/timeline_panel.h"

#include <algorithm>
#include <cmath>

#include "ui/format.h"
#include "ui/region_colors.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kAxisBottom = 22, kLegend = 24, kUndated = 64;
constexpr float kGrip = 5;  // how near to an edge the pointer takes hold of it

ImU32 SeriesColor(const Frame& frame, const std::string& series) {
  return series == "other" ? frame.theme.rest : RegionColor(frame, series);
}

std::string_view SeriesName(const Frame& frame, const std::string& series) {
  return series == "other" ? "Other regions" : frame.session.regions().NameOf(series);
}

void Refresh(TimelinePanel& panel, const Frame& frame, const Rect& plot) {
  const DayRange days = frame.session.chart_days();
  if (panel.serial == frame.session.serial() && panel.days == days &&
      panel.dark == frame.theme.dark && panel.width == plot.width() &&
      panel.height == plot.height()) {
    return;
  }
  panel.serial = frame.session.serial();
  panel.days = days;
  panel.dark = frame.theme.dark;
  panel.width = plot.width();
  panel.height = plot.height();
  const Histogram& histogram = frame.session.answer().histogram;
  panel.colors.clear();
  for (const std::string& name : histogram.series) panel.colors.push_back(SeriesColor(frame, name));
  const TextStyle style = frame.Text(kSmallText, 0);
  panel.chart = LayOutChart(histogram, days, plot.width(), plot.height(),
                            TextWidth(style, "30 Sep 2025") + 16);
  // The widest number of the axis decides where the plot begins; the next frame is laid out so.
  float widest = 0;
  for (const ChartTick& tick : panel.chart.y_ticks)
    widest = std::max(widest, TextWidth(style, tick.label));
  panel.axis = std::max(32.0f, std::ceil(widest) + 10);
}

void DrawAxes(const Frame& frame, const ChartLayout& chart, const Rect& plot) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle style = frame.Text(kSmallText, frame.theme.quiet);
  for (const ChartTick& tick : chart.y_ticks) {
    DrawHLine(list, plot.min.x, plot.max.x, plot.min.y + tick.at, Fade(frame.theme.line, 0.6f));
    const float y = plot.min.y + tick.at;
    DrawTextIn(list, style, {{plot.min.x - 60, y - 7}, {plot.min.x - kGap, y + 7}}, tick.label,
               Align::kRight);
  }
  DrawHLine(list, plot.min.x, plot.max.x, plot.max.y, frame.theme.line);
  float free_from = 0;
  for (const ChartTick& tick : chart.x_ticks) {
    const TextStyle& label = tick.strong ? frame.Bold(kSmallText, frame.theme.text) : style;
    const float width = TextWidth(label, tick.label);
    const float x = std::min(plot.min.x + tick.at, plot.max.x - width);
    DrawVLine(list, plot.min.x + tick.at, plot.max.y, plot.max.y + 4, frame.theme.line);
    if (x < free_from) continue;
    DrawTextAt(list, label, {x, plot.max.y + 6}, tick.label);
    free_from = x + width + kGap;
  }
}

void DrawBars(const Frame& frame, const TimelinePanel& panel, const Rect& plot, DayRange chosen,
              int hovered) {
  const ChartLayout& chart = panel.chart;
  const std::vector<ImU32>& colors = panel.colors;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (hovered >= 0) {
    const ChartColumn& column = chart.columns[static_cast<size_t>(hovered)];
    list->AddRectFilled({plot.min.x + column.left, plot.min.y},
                        {plot.min.x + column.right, plot.max.y}, frame.theme.hover_wash);
  }
  for (const ChartBar& bar : chart.bars) {
    const ChartColumn& column = chart.columns[bar.column];
    const bool inside = !chosen.known() || chosen.Overlaps(column.days);
    const float x0 = Snap(plot.min.x + column.x0);
    const float x1 = std::max(Snap(plot.min.x + column.x1), x0 + Hairline());
    // A sliver stays visible: one claim among thousands is still a claim.
    const float y1 = Snap(plot.min.y + bar.y1);
    const float y0 = std::min(Snap(plot.min.y + bar.y0), y1 - Hairline());
    list->AddRectFilled({x0, y0}, {x1, y1},
                        inside ? colors[bar.series] : Fade(colors[bar.series], 0.25f));
  }
}

void DrawBrush(const Frame& frame, const ChartLayout& chart, const Rect& plot, DayRange chosen) {
  if (!chosen.known() || !chosen.Overlaps(chart.days)) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x0 = plot.min.x + std::max(chart.XOf(chosen.from), 0.0f);
  const float x1 = plot.min.x + std::min(chart.XOf(chosen.to + 1), chart.width);
  list->AddRectFilled({x0, plot.min.y}, {x1, plot.max.y}, Fade(frame.theme.accent, 0.07f));
  const auto edge = [&](float x) {
    list->AddRectFilled({Snap(x - 1), plot.min.y}, {Snap(x + 1), plot.max.y}, frame.theme.accent);
    const float y = Snap((plot.min.y + plot.max.y) / 2);
    list->AddRectFilled({Snap(x - 3), y - 9}, {Snap(x + 3), y + 9}, frame.theme.accent, 3);
  };
  if (chosen.from >= chart.days.from) edge(x0);
  if (chosen.to <= chart.days.to) edge(x1);
}

void ShowColumn(const Frame& frame, const ChartLayout& chart, int hovered) {
  const ChartColumn& column = chart.columns[static_cast<size_t>(hovered)];
  const Histogram& histogram = frame.session.answer().histogram;
  const bool whole = column.end_bucket - column.first_bucket == 1;
  const std::string title =
      whole ? FormatBucket(histogram.buckets[column.first_bucket], histogram.per)
            : FormatDayRange(column.days);
  const std::string total = FormatCountOf(column.total, "claim");
  if (!BeginTip()) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  constexpr float kWidth = 210, kLine = 20;
  const TextStyle text = frame.Text(kUiText, frame.theme.text),
                  bold = frame.Bold(kUiText, frame.theme.text);
  Rect row{at, {at.x + kWidth, at.y + kLine}};
  DrawTextIn(list, bold, row, title);
  DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), row, total, Align::kRight);
  float y = at.y + kLine + 4;
  const size_t count = histogram.series.size();
  // The stack's order from the top down, as it is seen.
  for (size_t s = count; s-- > 0;) {
    uint32_t claims = 0;
    for (size_t b = column.first_bucket; b < column.end_bucket; ++b)
      claims += histogram.counts[b * count + s];
    if (claims == 0) continue;
    row = {{at.x, y}, {at.x + kWidth, y + kLine}};
    DrawSwatch(list, {at.x + 5, row.middle()}, SeriesColor(frame, histogram.series[s]));
    DrawTextIn(list, text, {{at.x + 20, y}, {row.max.x - 48, row.max.y}},
               SeriesName(frame, histogram.series[s]));
    DrawTextIn(list, text, row, FormatCount(claims), Align::kRight);
    y += kLine;
  }
  ImGui::Dummy({kWidth, y - at.y});
  EndTip();
}

void SendDays(TimelinePanel& panel, const Frame& frame, DayRange days, bool live) {
  if (live && days == panel.dragged) return;
  panel.dragged = days;
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

void BeginDrag(TimelinePanel& panel, const ChartLayout& chart, DayRange chosen, float x) {
  panel.before = panel.dragged = chosen;
  panel.anchor = chart.DayAt(x);
  panel.drag = TimelinePanel::Drag::kNew;
  if (!chosen.known()) return;
  const float from = chart.XOf(chosen.from), to = chart.XOf(chosen.to + 1);
  if (std::fabs(x - from) <= kGrip) {
    panel.drag = TimelinePanel::Drag::kFrom;
  } else if (std::fabs(x - to) <= kGrip) {
    panel.drag = TimelinePanel::Drag::kTo;
  }
}

DayRange DraggedTo(const TimelinePanel& panel, const ChartLayout& chart, float x) {
  const Day day = chart.DayAt(x);
  switch (panel.drag) {
    case TimelinePanel::Drag::kFrom:
      return ColumnsBetween(chart, day, panel.before.to);
    case TimelinePanel::Drag::kTo:
      return ColumnsBetween(chart, panel.before.from, day);
    case TimelinePanel::Drag::kNone:
    case TimelinePanel::Drag::kWhole:
    case TimelinePanel::Drag::kNew:
      break;
  }
  return ColumnsBetween(chart, panel.anchor, day);
}

void HandleMouse(TimelinePanel& panel, const Frame& frame, const Rect& plot, const Press& press) {
  const ChartLayout& chart = panel.chart;
  const DayRange chosen = frame.state().query.days;
  const float x = ImGui::GetIO().MousePos.x - plot.min.x;
  if (press.hovered || press.held) {
    const bool edge = chosen.known() && (std::fabs(x - chart.XOf(chosen.from)) <= kGrip ||
                                         std::fabs(x - chart.XOf(chosen.to + 1)) <= kGrip);
    const bool moving_edge =
        panel.drag == TimelinePanel::Drag::kFrom || panel.drag == TimelinePanel::Drag::kTo;
    ImGui::SetMouseCursor(edge || moving_edge ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_Arrow);
  }
  if (press.double_clicked) {
    panel.drag = TimelinePanel::Drag::kNone;
    if (chosen.known()) frame.Do("clear-days");
    return;
  }
  if (press.held && panel.drag == TimelinePanel::Drag::kNone && ImGui::IsItemActivated())
    BeginDrag(panel, chart, chosen, x);
  if (panel.drag == TimelinePanel::Drag::kNone) return;
  // A click without a move chooses the column; a drag of a few pixels is still a click.
  const bool moved = ImGui::IsMouseDragging(ImGuiMouseButton_Left, 4);
  if (press.held && moved) SendDays(panel, frame, DraggedTo(panel, chart, x), true);
  if (press.held) return;
  const bool was_click =
      !moved && panel.dragged == panel.before && panel.drag == TimelinePanel::Drag::kNew;
  if (was_click) {
    const DayRange column = ColumnsBetween(chart, panel.anchor, panel.anchor);
    if (column == chosen) {
      frame.Do("clear-days");
    } else {
      SendDays(panel, frame, column, false);
    }
  } else if (panel.dragged.known()) {
    SendDays(panel, frame, panel.dragged, false);
  }
  panel.drag = TimelinePanel::Drag::kNone;
}

// Each entry filters by its region; as many as fit, the rest are counted.
void DrawLegend(const Frame& frame, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto& series = frame.session.answer().histogram.series;
  const TextStyle style = frame.Text(kSmallText, frame.theme.quiet);
  float x = rect.min.x;
  for (size_t s = 0; s < series.size(); ++s) {
    const std::string name(SeriesName(frame, series[s]));
    const float width = 16 + TextWidth(style, name);
    const bool last = s + 1 == series.size();
    if (x + width + (last ? 0 : 56) > rect.max.x) {
      DrawTextIn(list, style, {{x, rect.min.y}, rect.max},
                 "+" + std::to_string(series.size() - s) + " more");
      break;
    }
    const Rect entry{{x, rect.min.y}, {x + width, rect.max.y}};
    const bool filters = series[s] != "other";
    bool hovered = false;
    if (filters) {
      const Press press = PressArea("legend " + name, entry);
      hovered = press.hovered;
      if (press.clicked) frame.Do("toggle-region", {{"code", series[s]}});
    }
    DrawSwatch(list, {x + 5, rect.middle()}, SeriesColor(frame, series[s]));
    DrawTextIn(list, frame.Text(kSmallText, hovered ? frame.theme.text : frame.theme.quiet),
               {{x + 16, rect.min.y}, entry.max}, name);
    x += width + kMargin;
  }
}

// Claims before and after the days shown: a chart that leaves something out says so.
void DrawOutside(const Frame& frame, const ChartLayout& chart, const Rect& plot) {
  const bool zoomed = frame.state().zoom.known();
  const auto link = [&](uint32_t count, bool before) {
    if (count == 0) return;
    const std::string number = FormatCount(count);
    const std::string shown = before ? "← " + number + " before" : number + " after →";
    const float width = TextWidth(frame.Text(kSmallText, 0), shown);
    const float x = before ? plot.min.x + 4 : plot.max.x - width - 4;
    const Rect rect{{x, plot.min.y - 1}, {x + width, plot.min.y + 17}};
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({rect.min.x - 4, rect.min.y}, {rect.max.x + 4, rect.max.y},
                        Fade(frame.theme.paper, 0.85f), 3);
    if (Link(frame, before ? "claims before" : "claims after", shown, rect, kSmallText))
      frame.Do("zoom-out", {{"all", "1"}});
    Tooltip(frame, "Claims on days the chart does not show. Click to see all days.");
  };
  link(chart.before, true);
  link(chart.after, false);
  if (!zoomed) return;
  const std::string_view back = "Usual days";
  const float width = TextWidth(frame.Text(kSmallText, 0), back);
  const float middle = (plot.min.x + plot.max.x - width) / 2;
  const Rect rect{{middle, plot.min.y - 1}, {middle + width, plot.min.y + 17}};
  ImGui::GetWindowDrawList()->AddRectFilled({rect.min.x - 4, rect.min.y},
                                            {rect.max.x + 4, rect.max.y},
                                            Fade(frame.theme.paper, 0.85f), 3);
  if (Link(frame, "Usual days", back, rect, kSmallText)) frame.Do("zoom-out");
}

void DrawUndated(const Frame& frame, const Rect& rect, const Rect& plot) {
  const uint32_t undated = frame.session.answer().histogram.undated;
  if (undated == 0) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Press press = PressArea("undated claims", rect);
  const Rect box{{rect.min.x + kGap, plot.max.y - 44}, {rect.max.x, plot.max.y}};
  if (press.hovered) list->AddRectFilled(box.min, box.max, frame.theme.hover_wash, kRadius);
  const ImU32 ink = press.hovered ? frame.theme.accent : frame.theme.quiet;
  DrawTextIn(list, frame.Bold(kUiText, ink), {box.min, {box.max.x, box.min.y + 24}},
             FormatCount(undated), Align::kCenter);
  DrawTextIn(list, frame.Text(kSmallText, ink), {{box.min.x, box.min.y + 22}, box.max}, "undated",
             Align::kCenter);
  Tooltip(frame,
          "Claims whose day is not known. They stand at the end of the table; a choice of days "
          "leaves them out.");
  if (!press.clicked || frame.session.hit_count() == 0) return;
  frame.Do("clear-days");
  frame.Do("sort-by", {{"by", "time"}, {"order", "down"}});
  frame.Do("select-claim", {{"index", "undated"}});
}

}  // namespace

void Draw(TimelinePanel& panel, const Frame& frame, const Rect& rect) {
  Rect rest = rect;
  const Rect legend = CutBottom(&rest, kLegend);
  CutBottom(&rest, kAxisBottom);
  const Rect undated = CutRight(&rest, frame.session.answer().histogram.undated > 0 ? kUndated : 0);
  Rect plot = rest;
  CutLeft(&plot, panel.axis);
  CutTop(&plot, kGap);
  Refresh(panel, frame, plot);
  if (plot.width() < 8 || plot.height() < 8) return;
  // The links over the chart are pressed before the chart.
  ImGui::SetNextItemAllowOverlap();
  const Press press = PressArea("timeline", plot);
  HandleMouse(panel, frame, plot, press);
  const DayRange chosen = frame.state().query.days;
  const float x = ImGui::GetIO().MousePos.x - plot.min.x;
  const int hovered = press.hovered || press.held ? panel.chart.ColumnAt(x) : -1;
  DrawAxes(frame, panel.chart, plot);
  DrawBars(frame, panel, plot, chosen, hovered);
  DrawBrush(frame, panel.chart, plot, chosen);
  if (hovered >= 0 && panel.drag == TimelinePanel::Drag::kNone) {
    ShowColumn(frame, panel.chart, hovered);
  }
  DrawOutside(frame, panel.chart, plot);
  DrawUndated(frame, undated, plot);
  DrawLegend(frame, {{plot.min.x, legend.min.y}, legend.max});
}

}  // namespace claimscope
