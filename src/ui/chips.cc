#include "ui/chips.h"

#include <algorithm>

#include "base/strings.h"
#include "ui/filter_words.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/search_hints.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kChip = 26;

// The ways back and forth, as far as there are any.
float StepsWidth(const Frame& frame) {
  const float undo = TextWidth(frame.Text(kUiText, 0), "Undo"),
              redo = TextWidth(frame.Text(kUiText, 0), "Redo");
  const History& history = frame.session.history;
  return (history.can_undo() ? undo + kMargin : 0) + (history.can_redo() ? redo + kMargin : 0);
}

// Chips with a cross, as many as there is room for.
struct ChipRow {
  const Frame& frame;
  Rect rect;
  float x;
  size_t left_out = 0;

  void Draw(const FilterWord& word) {
    const std::string& label = word.label;
    const Theme& theme = frame.theme;
    const TextStyle style = frame.Text(kUiText, theme.text);
    const float width = std::min(TextWidth(style, label), 180.0f) + 36;
    if (left_out > 0 || x + width > rect.max.x - 96 - StepsWidth(frame)) {
      ++left_out;
      return;
    }
    const Rect chip{{x, rect.middle() - kChip / 2}, {x + width, rect.middle() + kChip / 2}};
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Press press = PressArea("Remove filter: " + label, chip);
    list->AddRectFilled(chip.min, chip.max, theme.accent_wash, kChip / 2);
    if (press.hovered) list->AddRect(chip.min, chip.max, theme.accent, kChip / 2, 0, Hairline());
    DrawTextIn(list, style, {{chip.min.x + 12, chip.min.y}, {chip.max.x - 24, chip.max.y}}, label);
    const ImVec2 cross(chip.max.x - 14, Snap(chip.middle()));
    const ImU32 ink = press.hovered ? theme.text : theme.quiet;
    list->AddLine({cross.x - 3, cross.y - 3}, {cross.x + 3, cross.y + 3}, ink, 1.25f);
    list->AddLine({cross.x - 3, cross.y + 3}, {cross.x + 3, cross.y - 3}, ink, 1.25f);
    Tooltip(frame, "Remove this filter");
    if (press.clicked) frame.commands.push_back({word.remove, word.arguments});
    x += width + 6;
  }
};

float DrawSteps(const Frame& frame, float x, const Rect& row) {
  const auto step = [&](std::string_view id, std::string_view label, std::string_view shown) {
    const float width = TextWidth(frame.Text(kUiText, 0), shown);
    if (Link(frame, label, shown, {{x, row.min.y + 6}, {x + width, row.max.y - 6}}, kUiText))
      frame.Do(id);
    x += width + kMargin;
  };
  if (frame.session.history.can_undo()) step("undo", "Undo the step", "Undo");
  if (frame.session.history.can_redo()) step("redo", "Redo the step", "Redo");
  return x;
}

constexpr std::string_view kWhere[] = {"In claims", "In articles"};

}  // namespace

float SearchInWidth(const Frame& frame) { return SegmentsWidth(frame, kWhere); }

void DrawSearchIn(const Frame& frame, const Rect& rect) {
  const int pressed = Segments(frame, kWhere, frame.state().search_articles ? 1 : 0, rect);
  if (pressed >= 0) frame.Do("search-in", {{"where", pressed == 0 ? "claims" : "articles"}});
}

void DrawChips(const Frame& frame, Rect* rect) {
  const Query& query = frame.state().query;
  // Under the search where there is no room beside it.
  if (frame.width < kNarrow && !query.text.empty()) {
    const Rect where = CutTop(rect, 36).Inset(kMargin, 4);
    DrawSearchIn(frame, {where.min, {where.min.x + SearchInWidth(frame), where.max.y}});
  }
  const Rect row = CutTop(rect, 40).Inset(kMargin, 0);
  if (query == Query{}) {
    Rect hint = row;
    DrawSteps(frame, hint.max.x - StepsWidth(frame), hint);
    CutRight(&hint, StepsWidth(frame) + kGap);
    DrawTextIn(
        ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet), hint,
        hint.width() > 480
            ? "Drag across the chart to choose days, tick a region, or search, to narrow this down."
            : "Drag across the chart to choose days.");
    return;
  }
  ChipRow chips{frame, row, row.min.x};
  for (const FilterWord& word : WordsOf(frame.session, query)) chips.Draw(word);
  float x = chips.x + 4;
  if (chips.left_out > 0) {
    const std::string more = "+" + std::to_string(chips.left_out);
    if (Link(frame, "More filters", more, {{x, row.min.y + 6}, {x + 28, row.max.y - 6}}, kUiText))
      frame.Do("show-filters");
    x += 32;
  }
  if (Link(frame, "Clear all", "Clear all", {{x, row.min.y + 6}, {x + 58, row.max.y - 6}}, kUiText))
    frame.Do("clear-all");
  x = DrawSteps(frame, x + 58 + kMargin, row) - kMargin - 58;
  // What was not understood of the search; the first is enough.
  const std::vector<SearchProblem> problems = CheckSearch(query.text);
  const Rect rest{{x + 74, row.min.y}, row.max};
  if (problems.empty() || rest.width() < 120) return;
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.warning), rest,
             DescribeProblem(query.text, problems[0]));
}

}  // namespace claimscope
