#include "ui/timeline_tip.h"

#include <algorithm>

#include "ui/filter_words.h"
#include "ui/format.h"
#include "ui/series.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kWidth = 250, kLine = 20;

uint32_t ClaimsOf(const Histogram& histogram, const ChartColumn& column, size_t series) {
  const size_t count = histogram.series.size();
  uint32_t claims = 0;
  for (size_t b = column.first_bucket; b < column.end_bucket; ++b)
    claims += histogram.counts[b * count + series];
  return claims;
}

// Beneath the breakdown: what the numbers are to be held against.
std::string Context(const ChartColumn& column, bool by_article) {
  std::string text = FormatCountOf(column.published, "article") + " published";
  if (column.all == column.total) return text;
  const uint32_t percent = (column.total * 200 + column.all) / (2 * std::max(column.all, 1u));
  return text + " · " + std::to_string(percent) + "% of " +
         FormatCountOf(column.all, by_article ? "article with claims" : "claim",
                       by_article ? "articles with claims" : std::string_view());
}

// Clear of the bar it tells of: right of it, else left, else below the chart.
void PlaceTip(const Frame& frame, const ChartColumn& column, const Rect& plot) {
  constexpr float kWhole = kWidth + 24, kAway = 14, kBelow = 44;
  const float left = plot.min.x + column.left - kAway, right = plot.min.x + column.right + kAway;
  if (right + kWhole < frame.width) {
    ImGui::SetNextWindowPos({right, plot.min.y});
  } else if (left - kWhole > 0) {
    ImGui::SetNextWindowPos({left, plot.min.y}, ImGuiCond_Always, {1, 0});
  } else {
    ImGui::SetNextWindowPos({kGap, plot.max.y + kBelow});
  }
}

}  // namespace

void ShowColumn(const Frame& frame, const ChartColumn& column, const Rect& plot) {
  const Histogram& histogram = frame.session.answer().histogram;
  const bool whole = column.end_bucket - column.first_bucket == 1;
  const std::string title =
      whole ? FormatBucket(histogram.buckets[column.first_bucket], histogram.per)
            : FormatDayRange(column.days);
  PlaceTip(frame, column, plot);
  if (!BeginTip()) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const TextStyle text = frame.Text(kUiText, frame.theme.text),
                  bold = frame.Bold(kUiText, frame.theme.text),
                  quiet = frame.Text(kUiText, frame.theme.quiet);
  Rect row{at, {at.x + kWidth, at.y + kLine}};
  DrawTextIn(list, bold, row, title);
  const bool by_article = frame.state().query.count_articles;
  DrawTextIn(list, quiet, row, FormatCountOf(column.total, by_article ? "article" : "claim"),
             Align::kRight);
  float y = at.y + kLine + 4;
  // The stack's order from the top down, as it is seen.
  for (size_t s = histogram.series.size(); s-- > 0;) {
    const uint32_t claims = ClaimsOf(histogram, column, s);
    if (claims == 0) continue;
    row = {{at.x, y}, {at.x + kWidth, y + kLine}};
    DrawSeriesMark(frame, list, {at.x + 7, Snap(row.middle())}, histogram.stack,
                   histogram.series[s]);
    DrawTextIn(list, text, {{at.x + 22, y}, {row.max.x - 48, row.max.y}},
               SeriesName(frame.session, histogram.stack, histogram.series[s]));
    DrawTextIn(list, text, row, FormatCount(claims), Align::kRight);
    y += kLine;
  }
  y += 4;
  DrawHLine(list, at.x, at.x + kWidth, y, frame.theme.line);
  row = {{at.x, y + 3}, {at.x + kWidth, y + 3 + kLine}};
  DrawTextIn(list, frame.Text(kSmallText, frame.theme.quiet), row, Context(column, by_article));
  ImGui::Dummy({kWidth, row.max.y - at.y});
  EndTip();
}

}  // namespace claimscope
