#include "ui/timeline_panel.h"

#include <algorithm>
#include <cmath>

#include "ui/format.h"
#include "ui/series.h"
#include "ui/timeline_legend.h"
#include "ui/timeline_tip.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kAxisBottom = 22, kLegend = 26, kUndated = 64;
constexpr float kPublished = 14;  // the strip of articles

void Refresh(TimelinePanel& panel, const Frame& frame, const Rect& plot) {
  const DayRange days = frame.session.chart_days();
  if (panel.serial == frame.session.serial() && panel.days == days &&
      panel.dark == frame.theme.dark && panel.scale == frame.state().scale &&
      panel.width == plot.width() && panel.height == plot.height()) {
    return;
  }
  panel.serial = frame.session.serial();
  panel.days = days;
  panel.dark = frame.theme.dark;
  panel.scale = frame.state().scale;
  panel.width = plot.width();
  panel.height = plot.height();
  const Histogram& histogram = frame.session.answer().histogram;
  panel.colors.clear();
  for (const std::string& name : histogram.series)
    panel.colors.push_back(SeriesColor(frame, histogram.stack, name));
  const TextStyle style = frame.Text(kSmallText, 0);
  panel.chart = LayOutChart(histogram, days, plot.width(), plot.height(),
                            TextWidth(style, "30 Sep 2025") + 16, panel.scale == Scale::kShare);
  // The widest number of the axis decides where the plot begins; the next frame is laid out so.
  float widest = 0;
  for (const ChartTick& tick : panel.chart.y_ticks)
    widest = std::max(widest, TextWidth(style, tick.label));
  widest = std::max(widest, TextWidth(style, "articles"));
  panel.axis = std::ceil(widest) + 10;
}

// `foot`: where the date labels begin.
void DrawAxes(const Frame& frame, const ChartLayout& chart, const Rect& plot, float foot) {
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
    DrawVLine(list, plot.min.x + tick.at, foot, foot + 4, frame.theme.line);
    if (x < free_from) continue;
    DrawTextAt(list, label, {x, foot + 6}, tick.label);
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

// Articles published, hanging from the axis: quiet, and apart from the claims.
void DrawPublished(const Frame& frame, const ChartLayout& chart, const Rect& strip) {
  if (chart.most_published == 0) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float most = strip.height() - 3;
  for (const ChartColumn& column : chart.columns) {
    if (column.published == 0) continue;
    const float share =
        static_cast<float>(column.published) / static_cast<float>(chart.most_published);
    const float x0 = Snap(strip.min.x + column.x0);
    const float x1 = std::max(Snap(strip.min.x + column.x1), x0 + Hairline());
    list->AddRectFilled({x0, strip.min.y + 1}, {x1, strip.min.y + 1 + std::max(2.0f, share * most)},
                        Fade(frame.theme.rest, 0.5f));
  }
  const Rect name{{strip.min.x - 60, strip.min.y - 1}, {strip.min.x - kGap, strip.max.y}};
  if (TextWidth(frame.Text(kSmallText, 0), "articles") < strip.min.x - 60)
    DrawTextIn(list, frame.Text(kSmallText, frame.theme.quiet), name, "articles", Align::kRight);
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
      frame.Do("zoom-out", {{"to", before ? "before" : "after"}});
    Tooltip(frame, before ? "Claims on days before those shown. Click to see the nearest of them."
                          : "Claims on days after those shown. Click to see the nearest of them.");
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
  const Rect box{{rect.min.x + kGap, plot.max.y - 44}, {rect.max.x, plot.max.y}};
  const Press press = PressArea("undated claims", box);
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
  CutLeft(&rest, panel.axis);
  CutTop(&rest, kGap);
  const Rect strip = CutBottom(&rest, kPublished);
  const Rect plot = panel.plot = rest;
  Refresh(panel, frame, plot);
  if (plot.width() < 8 || plot.height() < 8) return;
  // The links over the chart are pressed before the chart.
  ImGui::SetNextItemAllowOverlap();
  const Press press = PressArea("timeline", plot);
  HandleMouse(panel.brush, frame, panel.chart, plot, press);
  const DayRange chosen = frame.state().query.days;
  const float x = ImGui::GetIO().MousePos.x - plot.min.x;
  const int hovered = press.hovered || press.held ? panel.chart.ColumnAt(x) : -1;
  DrawAxes(frame, panel.chart, plot, strip.max.y);
  DrawPublished(frame, panel.chart, strip);
  DrawBars(frame, panel, plot, chosen, hovered);
  DrawBrush(frame, panel.chart, plot, chosen);
  if (hovered >= 0 && panel.brush.drag == TimelineBrush::Drag::kNone)
    ShowColumn(frame, panel.chart.columns[static_cast<size_t>(hovered)], plot);
  DrawOutside(frame, panel.chart, plot);
  DrawUndated(frame, undated, plot);
  DrawTimelineLegend(frame, {{rect.min.x, legend.min.y}, legend.max});
}

}  // namespace claimscope
