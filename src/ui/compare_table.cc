#include "ui/compare_table.h"

#include <algorithm>

#include "ui/amount_axis.h"
#include "ui/format.h"
#include "ui/open_claim.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kMost = 200;
constexpr float kAmountRow = 26, kDate = 100, kMark = 26, kAmount = 130, kNarrowAmount = 84;

std::vector<const ComparedAmount*> OnShow(const ComparedSides& comparison, DayRange days) {
  std::vector<const ComparedAmount*> shown;
  for (auto at = comparison.amounts.rbegin(); at != comparison.amounts.rend(); ++at) {
    if (!days.known() || (days.from <= at->day && at->day <= days.to)) shown.push_back(&*at);
  }
  return shown;
}

std::string AmountOf(const ComparedAmount& amount, const MeasureUnit& unit) {
  return FormatAmount(amount, unit.size) + (amount.is_total ? " in all" : "");
}

void DrawAmountRow(ClaimRows& rows, const ComparedSides& comparison, const Frame& frame,
                   const ComparedAmount& amount, size_t number, Rect rect) {
  const Theme& theme = frame.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Press press = PressRow("amount " + std::to_string(number), rect);
  if (press.hovered) list->AddRectFilled(rect.min, rect.max, theme.hover_wash);
  const ClaimRow& row = rows.At(frame.session, amount.claim);
  const TextStyle text = frame.Text(kUiText, theme.text), quiet = frame.Text(kUiText, theme.quiet);
  Rect rest = rect;
  DrawTextIn(list, text, CutLeft(&rest, kDate), FormatDayRange({amount.day, amount.day}));
  DrawColumnMark(list, theme, {rest.min.x + 7, Snap(rest.middle())}, comparison.columns,
                 amount.side);
  CutLeft(&rest, kMark);
  Rect value = CutLeft(&rest, rect.width() < 500 ? kNarrowAmount : kAmount);
  CutRight(&value, kGap);
  DrawTextIn(list, text, value, AmountOf(amount, UnitOf(comparison.measure)), Align::kRight);
  CutLeft(&rest, kGap);
  constexpr float kSpeaker = 150, kRoom = 460;
  if (rest.width() > kRoom) {
    DrawTextIn(list, text, CutLeft(&rest, kSpeaker), row.claimant);
    CutLeft(&rest, kGap);
  }
  DrawTextIn(list, quiet, rest, row.quote);
  if (press.hovered)
    Tooltip(frame, row.claimant + ", " + std::string(LabelOf(row.kind)) + "\nPlace: " + row.place);
  if (!press.clicked) return;
  OpenClaim(frame, amount.claim);
}

}  // namespace

float DrawAmountTable(ClaimRows& rows, const ComparedSides& comparison, const Frame& frame,
                      float x0, float x1, float y) {
  const std::vector<const ComparedAmount*> shown = OnShow(comparison, frame.session.chart_days());
  if (shown.empty()) return y;
  rows.Refresh(frame.session);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 view_min = list->GetClipRectMin(), view_max = list->GetClipRectMax();
  std::string title = "These amounts, the latest first";
  if (shown.size() > kMost)
    title += " (" + FormatCount(kMost) + " of " + FormatCount(shown.size()) + ")";
  DrawTextIn(list, frame.Bold(kBodyText, frame.theme.text), {{x0, y}, {x1, y + 28}}, title);
  y += 32;
  const size_t count = std::min(shown.size(), kMost);
  for (size_t i = 0; i < count; ++i, y += kAmountRow) {
    if (y + kAmountRow < view_min.y || y > view_max.y) continue;
    DrawAmountRow(rows, comparison, frame, *shown[i], i, {{x0, y}, {x1, y + kAmountRow}});
    DrawHLine(list, x0, x1, y + kAmountRow, Fade(frame.theme.line, 0.6f));
  }
  return y + kGap;
}

}  // namespace claimscope
