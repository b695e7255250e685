#include "ui/review_filter.h"

#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

std::string CountText(const Frame& frame, ReviewRows rows) {
  const Reviews& reviews = frame.session.reviews;
  if (rows == ReviewRows::kAll) return "";
  const auto verdict = static_cast<Verdict>(static_cast<int>(rows) - 1);
  if (verdict != Verdict::kNone) return FormatCount(reviews.CountOf(verdict));
  uint64_t open = frame.session.corpus().claims();
  for (int i = 1; i < kVerdictCount; ++i) open -= reviews.CountOf(static_cast<Verdict>(i));
  return FormatCount(open);
}

}  // namespace

float DrawReviewFilter(const Frame& frame, float x0, float x1, float y) {
  const Reviews& reviews = frame.session.reviews;
  uint32_t reviewed = 0;
  for (int i = 1; i < kVerdictCount; ++i) reviewed += reviews.CountOf(static_cast<Verdict>(i));
  if (reviewed == 0 && frame.state().review_rows == ReviewRows::kAll) return y;
  const Theme& theme = frame.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawHLine(list, x0, x1, y, theme.line);
  DrawTextIn(list, frame.Bold(kUiText, theme.text), {{x0, y + 4}, {x1, y + 36}},
             "Rows of the table, by review");
  y += 36;
  for (int i = 0; i < kReviewRowsCount; ++i) {
    const auto rows = static_cast<ReviewRows>(i);
    const Rect row{{x0, y}, {x1, y + frame.row()}};
    const Press press = PressArea("Review: " + std::string(LabelOf(rows)), row.Inset(-kGap, 0));
    if (press.hovered)
      list->AddRectFilled({x0 - kGap, y}, {x1 + kGap, row.max.y}, theme.hover_wash, kRadius);
    const ImVec2 center(x0 + 7, Snap(row.middle()));
    const bool on = frame.state().review_rows == rows;
    list->AddCircle(center, 6.5f, on ? theme.accent : theme.faint, 0, 1.25f);
    if (on) list->AddCircleFilled(center, 3.5f, theme.accent);
    if (i > 1) DrawMark(list, theme, {x0 + 30, Snap(row.middle())}, static_cast<Verdict>(i - 1));
    Rect text{{x0 + (i > 1 ? 44.0f : 24.0f), y}, row.max};
    DrawTextIn(list, frame.Text(kUiText, theme.quiet), CutRight(&text, 48), CountText(frame, rows),
               Align::kRight);
    DrawTextIn(list, frame.Text(kUiText, theme.text), text, LabelOf(rows));
    if (press.clicked) frame.Do("show-rows", {{"rows", NameOf(rows)}});
    y += frame.row();
  }
  if (reviewed > 0 && Link(frame, "Save the reviewed claims…", "Save the reviewed claims…",
                           {{x0 + 24, y}, {x1, y + frame.row()}}, kUiText))
    frame.Do("save-gold");
  return y + frame.row() + kGap;
}

}  // namespace claimscope
