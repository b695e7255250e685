// The chart as an SVG document: the shapes of chart_layout.h written instead of drawn.
#include <algorithm>

#include "base/strings.h"
#include "ui/chart_layout.h"
#include "ui/filter_words.h"
#include "ui/format.h"
#include "ui/hues.h"
#include "ui/session.h"
#include "ui/svg.h"
#include "ui/view.h"

namespace claimscope {
namespace {

// Logical pixels.
constexpr float kWidth = 960, kPlotHeight = 320, kLeft = 56, kRight = 16, kTop = 64;
constexpr float kLegendRow = 20, kFootRow = 16;
constexpr float kLetter = Svg::kLetter;
constexpr uint32_t kText = Svg::kText, kQuiet = Svg::kQuiet, kRest = 0x8A8F98, kNowhere = 0xBBC0C7;
// By status, as on light paper (ui/theme.cc).
constexpr uint32_t kStatuses[kClaimStatusCount] = {kQuiet, 0x8F6400, 0x1B7A46, 0xB42A2A, 0x5749BD};

template <typename E>
E Of(std::string_view name) {
  E value{};
  FromName(name, &value);
  return value;
}

uint32_t ColorOf(const Session& session, Facet stack, std::string_view series) {
  if (stack == Facet::kKind) return kKindsLight[static_cast<size_t>(Of<Kind>(series))];
  if (stack == Facet::kSide) {
    const Side side = Of<Side>(series);
    return side == Side::kUnknown ? kNowhere : kSides[static_cast<size_t>(side)];
  }
  if (stack == Facet::kStatus) return kStatuses[static_cast<size_t>(Of<ClaimStatus>(series))];
  if (series == "-" || series == "outlet") return kNowhere;
  return series == "other" ? kRest : HueColor(session.HueOf(series), false);
}

struct LegendEntry {
  float x, y;
  std::string name;
  uint32_t color;
};

std::vector<LegendEntry> LegendOf(const Session& session, const Histogram& histogram, float* y) {
  std::vector<LegendEntry> entries;
  float x = kLeft;
  for (const std::string& series : histogram.series) {
    const std::string name = SeriesName(session, histogram.stack, series);
    const float width = 34 + kLetter * static_cast<float>(name.size());
    if (x + width > kWidth - kRight && x > kLeft) {
      x = kLeft;
      *y += kLegendRow;
    }
    entries.push_back({x, *y, name, ColorOf(session, histogram.stack, series)});
    x += width;
  }
  *y += kLegendRow;
  return entries;
}

void WritePlot(const ChartLayout& chart, const Session& session, Svg* svg) {
  const Histogram& histogram = session.answer().histogram;
  for (const ChartTick& tick : chart.y_ticks) {
    svg->Line(kLeft, kTop + tick.at, kWidth - kRight, kTop + tick.at);
    svg->Text(kLeft - 8, kTop + tick.at + 4, tick.label, kQuiet, " text-anchor=\"end\"");
  }
  const DayRange chosen = session.state.query.days;
  for (const ChartBar& bar : chart.bars) {
    const ChartColumn& column = chart.columns[bar.column];
    const bool faded = chosen.known() && !chosen.Overlaps(column.days);
    svg->Box(kLeft + column.x0, kTop + bar.y0, kLeft + column.x1, kTop + bar.y1,
             ColorOf(session, histogram.stack, histogram.series[bar.series]), faded);
  }
  svg->Line(kLeft, kTop + kPlotHeight, kWidth - kRight, kTop + kPlotHeight);
  for (const ChartTick& tick : chart.x_ticks) {
    const float end = kLeft + tick.at + kLetter * static_cast<float>(tick.label.size());
    if (end > kWidth) continue;
    svg->Text(kLeft + tick.at, kTop + kPlotHeight + 18, tick.label, tick.strong ? kText : kQuiet);
  }
}

}  // namespace

std::string ChartSvg(Workspace* workspace, const RegionNames& names, std::string_view link,
                     std::string_view note) {
  Session session(workspace, names);
  if (const Result<AppState> state = WithHash(AppState(), link); state.ok()) session.state = *state;
  session.Refresh();
  const Histogram& histogram = session.answer().histogram;
  const DayRange days = session.chart_days();
  float y = kTop + kPlotHeight + 44;
  const std::vector<LegendEntry> legend = LegendOf(session, histogram, &y);
  const std::vector<std::string_view> foot = Svg::LinesOf(note, kWidth - kLeft - kRight);
  const float height = y + 8 + kFootRow * static_cast<float>(foot.size());
  Svg svg(kWidth, height);
  const DayRange chosen = session.state.query.days;
  const std::string title =
      FormatSummary(session.answer().claims, session.answer().articles,
                    chosen.known() ? chosen : DayRange{}) +
      (chosen.known() || !days.known()          ? ""
       : histogram.before + histogram.after > 0 ? " · chart: " + FormatDayRange(days)
                                                : " · " + FormatDayRange(days));
  svg.Title(title);
  svg.Box(0, 0, kWidth, height, 0xFFFFFF);
  svg.Text(kLeft, 28, title, kText, " font-size=\"16\" font-weight=\"600\"");
  static constexpr std::string_view kPer[] = {"per day", "per week", "per month", "per quarter",
                                              "per year"};
  const bool is_share = session.state.scale == Scale::kShare;
  const bool by_article = session.state.query.count_articles;
  const std::string noun = by_article ? "articles with claims" : "claims";
  // The heading is of all claims that pass; the picture may be of the days with most of them.
  const uint32_t elsewhere = chosen.known() ? 0 : histogram.before + histogram.after;
  const uint32_t undated = chosen.known() ? 0 : histogram.undated;
  std::string not_drawn;
  if (elsewhere > 0) not_drawn = "; " + FormatCount(elsewhere) + " on other days";
  if (undated > 0)
    not_drawn += (elsewhere > 0 ? " and " : "; ") + FormatCount(undated) + " without a day";
  if (!not_drawn.empty()) not_drawn += " not drawn";
  svg.Text(kLeft, 48,
           (is_share     ? "Share of all " + noun + ", "
            : by_article ? "Articles with claims "
                         : "Claims ") +
               std::string(kPer[static_cast<size_t>(histogram.per)]) + ", by " +
               AsciiLower(LabelOf(histogram.stack)) + not_drawn,
           kQuiet);
  if (days.known()) {
    WritePlot(LayOutChart(histogram, days, kWidth - kLeft - kRight, kPlotHeight, 100, is_share),
              session, &svg);
  }
  for (const LegendEntry& entry : legend) {
    svg.Box(entry.x, entry.y - 10, entry.x + 12, entry.y + 2, entry.color);
    svg.Text(entry.x + 18, entry.y, entry.name, kText);
  }
  for (const std::string_view line : foot) {
    svg.Text(kLeft, y + 4, line, kQuiet, " font-size=\"11\"");
    y += kFootRow;
  }
  return svg.Finish();
}

}  // namespace claimscope
