#include "ui/compare_amounts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "ui/amount_axis.h"
#include "ui/chart_layout.h"
#include "ui/claim_rows.h"
#include "ui/date_ticks.h"
#include "ui/format.h"
#include "ui/open_claim.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kNear = 10;  // how near the pointer finds a point

struct Plot {
  Rect rect;
  ChartLayout days;  // its x axis alone
  AmountAxis axis;
  double unit = 1;

  ImVec2 At(const ComparedAmount& amount, double value) const {
    const float day = (days.XOf(amount.day) + days.XOf(amount.day + 1)) / 2;
    return {rect.min.x + day, rect.max.y - axis.PlaceOf(value / unit) * rect.height()};
  }
};

Plot MakePlot(const ComparedSides& comparison, const Frame& frame, bool totals, const Rect& rect) {
  Plot plot;
  plot.rect = rect;
  plot.days.days = frame.session.chart_days();
  plot.days.width = rect.width();
  plot.unit = UnitOf(comparison.measure).size;
  std::vector<double> values;
  for (const ComparedAmount& amount : comparison.amounts) {
    if (amount.is_total != totals) continue;
    values.push_back(amount.least / plot.unit);
    values.push_back(amount.most / plot.unit);
  }
  plot.axis = MakeAmountAxis(values);
  AddDateTicks(&plot.days, TextWidth(frame.Text(kSmallText, 0), "30 Sep 2025") + 16);
  return plot;
}

// Of an axis by tens: how many of its ticks one line stands for, so that each has room for its
// number.
size_t StrideOf(const Plot& plot) {
  if (!plot.axis.by_tens || plot.axis.ticks.size() < 2) return 1;
  constexpr float kLabel = 14;
  const float apart = plot.rect.height() / static_cast<float>(plot.axis.ticks.size() - 1);
  return static_cast<size_t>(std::max(1.0f, std::ceil(kLabel / std::max(apart, 0.1f))));
}

// How much more each line drawn is than the one below it.
std::string TellSteps(const Plot& plot) {
  const size_t stride = StrideOf(plot);
  if (!plot.axis.by_tens || plot.axis.ticks.size() <= stride) return {};
  const double times = plot.axis.ticks[stride] / plot.axis.ticks[0];
  const std::string number = times < 11 ? "ten" : FormatNumber(std::round(times));
  return "each line is " + number + " times the one below";
}

void DrawAxes(const Frame& frame, const Plot& plot) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle style = frame.Text(kSmallText, frame.theme.quiet);
  float above = plot.rect.max.y + 100;
  const size_t stride = StrideOf(plot);
  for (size_t i = 0; i < plot.axis.ticks.size(); i += stride) {
    const double tick = plot.axis.ticks[i];
    const float y = plot.rect.max.y - plot.axis.PlaceOf(tick) * plot.rect.height();
    DrawHLine(list, plot.rect.min.x, plot.rect.max.x, y, Fade(frame.theme.line, 0.6f));
    if (above - y < 14) continue;
    above = y;
    DrawTextIn(list, style, {{plot.rect.min.x - 90, y - 7}, {plot.rect.min.x - kGap, y + 7}},
               FormatNumber(tick), Align::kRight);
  }
  DrawHLine(list, plot.rect.min.x, plot.rect.max.x, plot.rect.max.y, frame.theme.line);
  float free_from = 0;
  for (const ChartTick& tick : plot.days.x_ticks) {
    const float width = TextWidth(style, tick.label);
    const float x = std::min(plot.rect.min.x + tick.at, plot.rect.max.x - width);
    if (x < free_from) continue;
    DrawTextAt(list, style, {x, plot.rect.max.y + 4}, tick.label);
    free_from = x + width + kGap;
  }
}

// A running total only grows, and not tenfold from one telling to the next: else another thing is
// counted.
bool IsNextStep(const ComparedAmount& before, const ComparedAmount& now) {
  return before.least <= now.least && now.least < before.least * 10;
}

// A disc for the first side, a square for the second: not told by colour alone.
void DrawPoint(ImDrawList* list, ImVec2 at, uint8_t side, ImU32 color, float size) {
  if (side == 0) {
    list->AddCircleFilled(at, size, color);
  } else {
    list->AddRectFilled({at.x - size, at.y - size}, {at.x + size, at.y + size}, color, 1);
  }
}

void DrawTip(const ComparedSides& comparison, const Frame& frame, const ComparedAmount& amount) {
  const ClaimRow row = DecodeRow(frame.session, amount.claim, 0);
  const MeasureUnit unit = UnitOf(comparison.measure);
  const std::string value = FormatAmount(amount, unit.size);
  if (!BeginTip()) return;
  constexpr float kWidth = 320;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect head{at, {at.x + kWidth, at.y + 20}};
  DrawTextIn(list, frame.Bold(kUiText, frame.theme.text), head,
             comparison.measure == "items" ? value : value + " " + std::string(unit.name));
  DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), head, row.time, Align::kRight);
  DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet),
             {{at.x, at.y + 20}, {at.x + kWidth, at.y + 40}}, row.claimant + " · " + row.place);
  float y = at.y + 44;
  const std::string quote =
      row.quote.size() > 300
          ? row.quote.substr(0, TextFits(frame.Text(kUiText, 0), row.quote, 4 * kWidth)) + "…"
          : row.quote;
  y += DrawParagraph(list, frame.Text(kUiText, frame.theme.text), {at.x, y}, kWidth, 18, quote);
  ImGui::Dummy({kWidth, y - at.y});
  EndTip();
}

}  // namespace

float DrawAmounts(const ComparedSides& comparison, const Frame& frame, bool totals,
                  const Rect& rect, const Rect& chart) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  Rect rest = rect;
  const Rect title = CutTop(&rest, 24);
  CutBottom(&rest, 20);
  CutTop(&rest, 4);
  rest.min.x = chart.min.x;
  rest.max.x = chart.max.x;
  const Plot plot = MakePlot(comparison, frame, totals, rest);
  const bool none = std::none_of(comparison.amounts.begin(), comparison.amounts.end(),
                                 [totals](const auto& a) { return a.is_total == totals; });
  std::string text = totals ? "Running totals" : "Single amounts";
  if (none) text += ": none told";
  const TextStyle head = frame.Bold(kUiText, none ? frame.theme.quiet : frame.theme.text);
  const TextStyle quiet = frame.Text(kSmallText, frame.theme.quiet);
  DrawTextIn(list, head, title, text);
  if (!none) {
    Rect note = title;
    CutLeft(&note, TextWidth(head, text) + kGap);
    const std::string steps = TellSteps(plot);
    if (!steps.empty())
      DrawTextIn(list, quiet, CutRight(&note, TextWidth(quiet, steps) + 1), steps);
    const std::string_view what =
        totals ? "so far, since some beginning" : "each of its own day or event";
    if (note.width() > TextWidth(quiet, what) + kGap) DrawTextIn(list, quiet, note, what);
  }
  if (none) return title.max.y;
  if (rest.height() < 20 || rest.width() < 40) return rect.max.y;
  DrawAxes(frame, plot);
  const Press press = PressArea(totals ? "running totals" : "amounts alone", rest);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ComparedAmount* nearest = nullptr;
  float distance = kNear * kNear;
  std::map<std::pair<uint8_t, size_t>, const ComparedAmount*> last;  // of each line
  for (const ComparedAmount& amount : comparison.amounts) {
    if (amount.is_total != totals || amount.day < plot.days.days.from ||
        plot.days.days.to < amount.day)
      continue;
    const ImU32 color = ColorOf(frame.theme, comparison.columns, amount.side);
    const ImVec2 at = plot.At(amount, amount.least);
    const ComparedAmount*& before = last[{amount.side, amount.line}];
    if (totals && before != nullptr && IsNextStep(*before, amount)) {
      const ImVec2 from = plot.At(*before, before->least);
      list->AddLine(from, {at.x, from.y}, Fade(color, 0.5f), 1);
      list->AddLine({at.x, from.y}, at, Fade(color, 0.5f), 1);
    }
    before = &amount;
    if (amount.most > amount.least) list->AddLine(at, plot.At(amount, amount.most), color, 2);
    DrawPoint(list, at, amount.side, Fade(color, 0.85f), 3.5f);
    const float away = (at.x - mouse.x) * (at.x - mouse.x) + (at.y - mouse.y) * (at.y - mouse.y);
    if (!press.hovered || away >= distance) continue;
    distance = away;
    nearest = &amount;
  }
  if (nearest == nullptr) return rect.max.y;
  DrawPoint(list, plot.At(*nearest, nearest->least), nearest->side, frame.theme.text, 5);
  DrawTip(comparison, frame, *nearest);
  if (!press.clicked) return rect.max.y;
  OpenClaim(frame, nearest->claim);
  return rect.max.y;
}

}  // namespace claimscope
