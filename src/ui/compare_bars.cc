#include "ui/compare_bars.h"

#include <algorithm>

#include "ui/chart_layout.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

bool IsWithin(const Query& query, DayRange days) {
  return !query.days.known() || (query.days.from <= days.to && days.from <= query.days.to);
}

struct ComparedBars {
  Rect plot;
  std::array<ChartLayout, 2> charts;
  uint32_t most = 1;
};

ComparedBars LayOutBars(const ComparedSides& comparison, const Frame& frame, const Rect& rect) {
  ComparedBars bars;
  bars.plot = rect;
  for (size_t i = 0; i < 2; ++i) {
    bars.charts[i] = LayOutChart(comparison.charts[i], frame.session.chart_days(),
                                 bars.plot.width(), bars.plot.height(), 80);
    bars.most = std::max(bars.most, bars.charts[i].top);
  }
  return bars;
}

void PressBars(const ComparedSides& comparison, const Frame& frame, const ComparedBars& bars) {
  const Press press = PressArea("compared claims", bars.plot);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const int at = press.hovered ? bars.charts[0].ColumnAt(mouse.x - bars.plot.min.x) : -1;
  if (at < 0) return;
  const auto column = static_cast<size_t>(at);
  const DayRange days = bars.charts[0].columns[column].days;
  std::string tip = FormatDayRange(days);
  for (size_t i = 0; i < 2; ++i) {
    const auto& columns = bars.charts[i].columns;
    const uint32_t count = column < columns.size() ? columns[column].total : 0;
    tip += "\n" + NameOfColumn(frame.session, comparison.columns[i]) + ": ";
    tip += IsWithin(comparison.queries[i], days) ? FormatCountOf(count, "claim")
                                                 : "not among its days";
  }
  Tooltip(frame, tip);
  if (!press.clicked) return;
  const std::string from = FormatIsoDay(days.from), to = FormatIsoDay(days.to);
  if (!ComparesFilters(comparison.columns))
    return frame.Do("set-days", {{"from", from}, {"to", to}});
  const size_t which = mouse.y < bars.plot.middle() ? 0 : 1;
  frame.Do("show-compared", {{"which", kColumnNames[which]}, {"from", from}, {"to", to}});
}

}  // namespace

void DrawBars(const ComparedSides& comparison, const Frame& frame, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ComparedBars bars = LayOutBars(comparison, frame, rect);
  const Rect& plot = bars.plot;
  const float middle = Snap(plot.middle()), half = plot.height() / 2 - 1;
  for (size_t i = 0; i < 2; ++i) {
    const ImU32 color = ColorOf(frame.theme, comparison.columns, i);
    for (const ChartColumn& column : bars.charts[i].columns) {
      if (column.total == 0) continue;
      const float height =
          std::max(1.0f, half * static_cast<float>(column.total) / static_cast<float>(bars.most));
      const float x0 = Snap(plot.min.x + column.x0);
      const float x1 = std::max(Snap(plot.min.x + column.x1), x0 + Hairline());
      const bool within = IsWithin(comparison.queries[i], column.days);
      list->AddRectFilled({x0, i == 0 ? middle - height : middle + 1},
                          {x1, i == 0 ? middle : middle + 1 + height},
                          within ? color : Fade(color, 0.25f));
    }
  }
  DrawHLine(list, plot.min.x, plot.max.x, middle, frame.theme.line);
  const TextStyle style = frame.Text(kSmallText, frame.theme.quiet);
  for (const float y : {plot.min.y, plot.max.y - 14}) {
    DrawTextIn(list, style, {{plot.min.x - 70, y}, {plot.min.x - kGap, y + 14}},
               FormatCount(bars.most), Align::kRight);
  }
  PressBars(comparison, frame, bars);
}

}  // namespace claimscope
