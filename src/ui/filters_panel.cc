#include "ui/filters_panel.h"

#include <algorithm>
#include <cstring>

#include "ui/format.h"
#include "ui/region_colors.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr FacetSpec kRegion = {"Region",      "regions",       "toggle-region",
                               "only-region", "clear-regions", "code"};
constexpr FacetSpec kKind = {"Kind", "kinds", "toggle-kind", "only-kind", "clear-kinds", "name"};
constexpr FacetSpec kSide = {"Side", "sides", "toggle-side", "only-side", "clear-sides", "name"};
constexpr FacetSpec kStatus = {"Status",      "statuses",       "toggle-status",
                               "only-status", "clear-statuses", "name"};

uint32_t CountOf(const std::vector<FacetCount>& counts, std::string_view value) {
  for (const FacetCount& count : counts) {
    if (count.value == value) return count.claims;
  }
  return 0;
}

std::vector<FacetRow> RegionRows(const Frame& frame) {
  const Session& session = frame.session;
  const std::vector<std::string>& chosen = frame.state().query.regions;
  std::vector<FacetRow> rows;
  const auto add = [&](std::string_view code, uint32_t total) {
    FacetRow row;
    row.value = code;
    row.label = session.regions().NameOf(code);
    row.total = total;
    row.count = CountOf(session.answer().regions, code);
    row.checked = std::find(chosen.begin(), chosen.end(), code) != chosen.end();
    row.color = RegionColor(frame, code);
    row.draw_mark = [color = row.color](ImDrawList* list, ImVec2 at) {
      DrawSwatch(list, at, color);
    };
    rows.push_back(std::move(row));
  };
  const auto& known = session.corpus().regions();
  for (const FacetCount& region : known) add(region.value, region.claims);
  for (const std::string& code : chosen) {
    const bool absent = std::none_of(known.begin(), known.end(),
                                     [&](const FacetCount& r) { return r.value == code; });
    if (absent) add(code, 0);
  }
  return rows;
}

// In the order of the model: it groups what belongs together. Values the corpus does not hold are
// left out.
template <typename E>
std::vector<FacetRow> RowsOf(const Frame& frame, int count, const std::vector<FacetCount>& totals,
                             const std::vector<FacetCount>& counts, uint32_t chosen) {
  std::vector<FacetRow> rows;
  for (int i = 0; i < count; ++i) {
    const E entry = static_cast<E>(i);
    FacetRow row;
    row.value = NameOf(entry);
    row.label = LabelOf(entry);
    row.total = CountOf(totals, row.value);
    row.count = CountOf(counts, row.value);
    row.checked = (chosen >> i & 1) != 0;
    row.color = frame.theme.Of(entry);
    row.draw_mark = [theme = &frame.theme, entry](ImDrawList* list, ImVec2 at) {
      DrawMark(list, *theme, at, entry);
    };
    if (row.total > 0 || row.checked) rows.push_back(std::move(row));
  }
  return rows;
}

void Refresh(FiltersPanel& panel, const Frame& frame) {
  const Session& session = frame.session;
  if (panel.serial == session.serial() && panel.dark == frame.theme.dark) return;
  panel.serial = session.serial();
  panel.dark = frame.theme.dark;
  const Corpus& corpus = session.corpus();
  const Answer& answer = session.answer();
  const Query& query = frame.state().query;
  panel.region_rows = RegionRows(frame);
  panel.kind_rows = RowsOf<Kind>(frame, kKindCount, corpus.kinds(), answer.kinds, query.kinds);
  panel.side_rows = RowsOf<Side>(frame, kSideCount, corpus.sides(), answer.sides, query.sides);
  panel.status_rows = RowsOf<ClaimStatus>(frame, kClaimStatusCount, corpus.statuses(),
                                          answer.statuses, query.statuses);
}

void Put(std::string_view text, char (&buffer)[24]) {
  const size_t size = std::min(text.size(), sizeof buffer - 1);
  std::memcpy(buffer, text.data(), size);
  buffer[size] = 0;
}

// Typed dates count once both can be read; until then the field that cannot is marked.
void TakeTyped(FiltersPanel& panel, const Frame& frame) {
  const std::string_view from(panel.from), to(panel.to);
  panel.from_wrong = !from.empty() && !ParseIsoDay(from).known();
  panel.to_wrong = !to.empty() && !ParseIsoDay(to).known();
  if (panel.from_wrong || panel.to_wrong) return;
  if (from.empty() && to.empty()) {
    if (frame.state().query.days.known()) frame.Do("clear-days");
    return;
  }
  const DayRange all = frame.session.corpus().days();
  const std::string first =
      from.empty() ? FormatIsoDay(std::min(all.from, ParseIsoDay(to))) : std::string(from);
  const std::string last =
      to.empty() ? FormatIsoDay(std::max(all.to, ParseIsoDay(from))) : std::string(to);
  panel.to_wrong = last < first;
  if (!panel.to_wrong) frame.Do("set-days", {{"from", first}, {"to", last}});
}

void DrawPreset(const Frame& frame, std::string_view label, DayRange days, float* x, float y) {
  const float width = ButtonWidth(frame, label) - 8;
  if (Button(frame, label, {{*x, y}, {*x + width, y + 26}}, ButtonLook::kOutlined)) {
    frame.Do("set-days", {{"from", FormatIsoDay(days.from)}, {"to", FormatIsoDay(days.to)}});
  }
  *x += width + kGap / 2;
}

float DrawDays(FiltersPanel& panel, const Frame& frame, float x0, float x1, float y) {
  const DayRange days = frame.state().query.days;
  y = DrawSectionHead(frame, "Date", &panel.days_folded, days.known() ? "clear-days" : "", x0, x1,
                      y);
  if (panel.days_folded) return y;
  if (!panel.typing && !(days == panel.shown)) {
    Put(FormatIsoDay(days.from), panel.from);
    Put(FormatIsoDay(days.to), panel.to);
    panel.from_wrong = panel.to_wrong = false;
    panel.shown = days;
  }
  const DayRange all = frame.session.corpus().usual_days();
  const std::string first = all.known() ? FormatIsoDay(all.from) : "2025-01-31";
  const std::string last = all.known() ? FormatIsoDay(all.to) : "2025-12-31";
  const float dash = 16, width = (x1 - x0 - dash) / 2;
  const Rect from{{x0, y}, {x0 + width, y + 30}}, to{{x1 - width, y}, {x1, y + 30}};
  const FieldResult a = TextField(frame, "From", first.c_str(), panel.from, sizeof panel.from, from,
                                  8, panel.from_wrong, false);
  if (panel.from_wrong) Tooltip(frame, "A date is written like " + first);
  const FieldResult b =
      TextField(frame, "To", last.c_str(), panel.to, sizeof panel.to, to, 8, panel.to_wrong, false);
  if (panel.to_wrong)
    Tooltip(frame, "A date is written like " + last + ", and not before the first");
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
             {{x0 + width, y}, {x1 - width, y + 30}}, "–", Align::kCenter);
  panel.typing = a.active || b.active;
  if (a.done || b.done) TakeTyped(panel, frame);
  y += 38;
  if (all.known()) {
    float x = x0;
    DrawPreset(frame, "Last 7 days", {std::max(all.to - 6, all.from), all.to}, &x, y);
    DrawPreset(frame, "Last 30 days", {std::max(all.to - 29, all.from), all.to}, &x, y);
    y += 32;
  }
  return y;
}

}  // namespace

void Draw(FiltersPanel& panel, const Frame& frame, const Rect& rect) {
  Refresh(panel, frame);
  BeginPanel("filters", rect, frame.theme.panel, true);
  const float scroll = ImGui::GetScrollY();
  const float x0 = rect.min.x + kMargin, x1 = rect.max.x - kMargin;
  float y = rect.min.y + kGap - scroll;
  y = DrawDays(panel, frame, x0, x1, y) + kGap;
  const auto section = [&](FacetList& list, const FacetSpec& spec,
                           const std::vector<FacetRow>& rows) {
    if (rows.empty()) return;
    DrawHLine(ImGui::GetWindowDrawList(), x0, x1, y, frame.theme.line);
    y = Draw(list, frame, spec, rows, x0, x1, y + 4) + kGap;
  };
  section(panel.regions, kRegion, panel.region_rows);
  section(panel.kinds, kKind, panel.kind_rows);
  section(panel.sides, kSide, panel.side_rows);
  section(panel.statuses, kStatus, panel.status_rows);
  EndContentAt(y + kMargin);
  DrawVLine(ImGui::GetWindowDrawList(), rect.max.x - Hairline(), rect.min.y, rect.max.y,
            frame.theme.line);
  EndPanel();
}

}  // namespace claimscope
