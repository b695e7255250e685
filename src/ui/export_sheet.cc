#include "ui/export_sheet.h"

#include <algorithm>

#include "model/own_rules.h"
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

constexpr float kLine = 34, kTwoLines = 46, kUse = 196;

bool HasChoice(std::string_view id) {
  return std::any_of(std::begin(kChoices), std::end(kChoices),
                     [id](const ExportChoice& choice) { return choice.id == id; });
}

// "With 2 corrections; 3 rejected claims left out."
std::string WhatReviewDid(const Session& session) {
  const uint32_t corrected = session.reviews.CountOf(Verdict::kCorrected),
                 rejected = session.reviews.CountOf(Verdict::kRejected);
  if (corrected + rejected == 0) return {};
  std::string said = "As reviewed: " + FormatCountOf(corrected, "claim") + " corrected";
  const bool shown = session.state.query.count_rejected || session.state.query.reviews != 0;
  if (rejected > 0 && !shown) said += ", " + FormatCountOf(rejected, "rejected one") + " left out";
  return said;
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

Status UseBuiltinRules(Session& session, const Arguments&) {
  if (OwnRules().empty()) return Status::NotFound("The built-in rules are in use already.");
  session.requests.push_back({HostRequest::kBuiltinRules, {}});
  return Status::Ok();
}

void DrawExportSheet(const Frame& frame) {
  const float width = std::min(560.0f, frame.width - 2 * kMargin);
  // What a format is for stands under its name where there is no room beside it.
  const bool stacked = width < 480;
  const float line = stacked ? kTwoLines : kLine;
  const std::string said = WhatReviewDid(frame.session);
  const float content =
      (said.empty() ? 84.0f : 108.0f) + line * static_cast<float>(std::size(kChoices)) + kMargin;
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
  const TextStyle quiet = frame.Text(kUiText, frame.theme.quiet);
  DrawTextIn(list, quiet, {{x, y}, {end, y + 24}},
             FormatSummary(answer.claims, answer.articles, frame.state().query.days) +
                 ", as filtered now");
  y += 24;
  if (!said.empty()) DrawTextIn(list, quiet, {{x, y}, {end, y + 24}}, said);
  y += said.empty() ? 12.0f : 36.0f;
  for (const ExportChoice& choice : kChoices) {
    const Rect row{{sheet.min.x + kGap, y}, {sheet.max.x - kGap, y + line}};
    const Press press = PressArea(choice.label, row);
    if (press.clicked) frame.Do("export-as", {{"format", choice.id}});
    if (press.hovered || press.focused)
      list->AddRectFilled(row.min, row.max, frame.theme.hover_wash, kRadius);
    const Rect name{{x, y}, {stacked ? end : x + kUse - 6, stacked ? y + line / 2 + 2 : y + line}};
    const Rect use{{stacked ? x : x + kUse, stacked ? y + line / 2 - 4 : y}, {end, y + line}};
    DrawTextIn(list, frame.Text(kUiText, frame.theme.text), name, choice.label);
    DrawTextIn(list, frame.Text(stacked ? kSmallText : kUiText, frame.theme.quiet), use,
               choice.use);
    y += line;
  }
  EndContentAt(y + kMargin);
  EndPanel();
}

}  // namespace claimscope
