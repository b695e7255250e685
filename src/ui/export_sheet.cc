#include "ui/export_sheet.h"

#include <algorithm>

#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr ExportChoice kChoices[] = {
    {"csv", "Table (CSV)", "spreadsheets; one claim a row"},
    {"tsv", "Table (TSV)", "the same, parted by tabs"},
    {"html", "Report to print", "counts, chart, quotes with their sources"},
    {"svg", "Chart (SVG)", "sharp at any size"},
    {"png", "Chart (PNG)", "a picture for documents and posts"},
    {"map-svg", "Map (SVG)", "as shown in the map view"},
    {"map-png", "Map (PNG)", "a picture of it"},
    {"chart-copy", "Copy the chart", "as a picture, to paste elsewhere"},
    {"parquet", "Columns (Parquet)", "notebooks: pandas, polars, DuckDB, R"},
    {"json", "JSON", "everything in one object"},
    {"ndjson", "NDJSON", "one claim a line; opens here again"},
    {"annotations", "Web annotations", "W3C, one a line; opens here again"},
    {"jsonld", "schema.org claims", "JSON-LD for archives and search engines"},
    {"geojson", "Map data (GeoJSON)", "the claims as points"},
    {"bibtex", "References (BibTeX)", "the articles, for papers"},
    {"csl", "References (CSL-JSON)", "the articles, for Zotero and Pandoc"},
};

constexpr float kLine = 34;

bool HasChoice(std::string_view id) {
  return std::any_of(std::begin(kChoices), std::end(kChoices),
                     [id](const ExportChoice& choice) { return choice.id == id; });
}

}  // namespace

std::span<const ExportChoice> ExportChoices() { return kChoices; }

Status ToggleExport(Session& session, const Arguments&) {
  session.state.export_open = !session.state.export_open;
  session.state.palette_open = session.state.help_open = false;
  return Status::Ok();
}

Status ExportAs(Session& session, const Arguments& arguments) {
  const std::string_view format = arguments.Get("format");
  if (!HasChoice(format))
    return Status::Invalid("\"" + std::string(format) +
                           "\" is not a possible value of \"format\".");
  session.state.export_open = false;
  session.requests.push_back({HostRequest::kExport, std::string(format)});
  return Status::Ok();
}

Status SavePage(Session& session, const Arguments&) {
  if (session.corpus().articles() == 0) return Status::NotFound("There is nothing to save yet.");
  session.requests.push_back({HostRequest::kSavePage, {}});
  return Status::Ok();
}

Status Forget(Session& session, const Arguments&) {
  session.requests.push_back({HostRequest::kForget, {}});
  return Status::Ok();
}

void DrawExportSheet(const Frame& frame) {
  const float width = std::min(560.0f, frame.width - 2 * kMargin);
  const float content = 84 + kLine * static_cast<float>(std::size(kChoices)) + kMargin;
  const float height = std::min(content, frame.height - 2 * kMargin);
  const ImVec2 min((frame.width - width) / 2, (frame.height - height) / 2);
  const Rect sheet{min, {min.x + width, min.y + height}};
  BeginPanel("export", sheet, frame.theme.paper, true);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x = sheet.min.x + 24, end = sheet.max.x - 24;
  float y = sheet.min.y + kMargin - ImGui::GetScrollY();
  DrawTextIn(list, frame.Bold(kTitleText, frame.theme.text), {{x, y}, {end - 40, y + 32}},
             "Export");
  if (IconButton(frame, Icon::kClose, "Close the export list",
                 {{sheet.max.x - 48, y}, {sheet.max.x - 16, y + 32}}))
    frame.Do("export");
  y += 32;
  const Answer& answer = frame.session.answer();
  DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), {{x, y}, {end, y + 24}},
             FormatSummary(answer.claims, answer.articles, frame.state().query.days) +
                 ", as filtered now");
  y += 36;
  for (const ExportChoice& choice : kChoices) {
    const Rect row{{sheet.min.x + kGap, y}, {sheet.max.x - kGap, y + kLine}};
    const Press press = PressArea(choice.label, row);
    if (press.clicked) frame.Do("export-as", {{"format", choice.id}});
    if (press.hovered || press.focused)
      list->AddRectFilled(row.min, row.max, frame.theme.hover_wash, kRadius);
    DrawTextIn(list, frame.Text(kUiText, frame.theme.text), {{x, y}, {x + 190, y + kLine}},
               choice.label);
    DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), {{x + 196, y}, {end, y + kLine}},
               choice.use);
    y += kLine;
  }
  EndContentAt(y + kMargin);
  EndPanel();
}

}  // namespace claimscope
