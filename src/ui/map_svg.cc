// The map as an SVG document: title, map, explanation of its colours, what it leaves out, how it
// was made.
#include "ui/format.h"
#include "ui/map_picture.h"
#include "ui/view.h"

namespace claimscope {
namespace {

constexpr float kWidth = MapPicture::kWidth, kHeight = MapPicture::kHeight,
                kMargin = MapPicture::kMargin, kTop = MapPicture::kTop, kFootRow = 16;
constexpr std::string_view kCredit =
    "Crimea and Sevastopol are shown with Ukraine, as on maps of the United Nations; no border "
    "here "
    "says who holds what. Borders: Natural Earth.";

}  // namespace

Result<std::string> MapSvg(Workspace* workspace, const RegionNames& names, std::string_view map,
                           std::string_view link, std::string_view note) {
  const Result<MapShapes> shapes = MapShapes::Open(map);
  if (!shapes.ok()) return shapes.status();
  Session session(workspace, names);
  if (const Result<AppState> state = WithHash(AppState(), link); state.ok()) session.state = *state;
  session.state.view = View::kMap;  // places are counted for it
  session.Refresh();
  const MapPicture picture(*shapes, session);
  const std::string elsewhere = picture.Elsewhere();
  std::vector<std::string_view> foot;
  for (const std::string_view part : {std::string_view(elsewhere), kCredit, note}) {
    if (part.empty()) continue;
    const auto lines = Svg::LinesOf(part, (kWidth - 2 * kMargin) * 12 / 11);
    foot.insert(foot.end(), lines.begin(), lines.end());
  }
  const float legend = kTop + kHeight + 24;
  const float height = legend + 24 + kFootRow * static_cast<float>(foot.size());
  Svg svg(kWidth, height);
  const DayRange chosen = session.state.query.days;
  const std::string title = FormatSummary(session.answer().claims, session.answer().articles,
                                          chosen.known() ? chosen : session.chart_days());
  svg.Title(title);
  svg.Box(0, 0, kWidth, height, 0xFFFFFF);
  svg.Text(kMargin, 28, title, Svg::kText, " font-size=\"16\" font-weight=\"600\"");
  svg.Text(kMargin, 48,
           picture.whole_countries() ? "Claims by country" : "Claims by region and place",
           Svg::kQuiet);
  svg.BeginClip(0, kTop, kWidth, kTop + kHeight);
  picture.WriteLand(&svg);
  picture.WriteBorders(&svg);
  picture.WriteDots(&svg);
  picture.WriteNames(&svg);
  svg.EndClip();
  picture.WriteLegend(&svg, legend);
  float y = legend + 24;
  for (const std::string_view line : foot) {
    svg.Text(kMargin, y, line, Svg::kQuiet, " font-size=\"11\"");
    y += kFootRow;
  }
  return svg.Finish();
}

}  // namespace claimscope
