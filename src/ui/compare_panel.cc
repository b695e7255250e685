#include "ui/compare_panel.h"

#include <algorithm>

#include "ui/compare_amounts.h"
#include "ui/compare_table.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

void Refresh(ComparePanel& panel, const Frame& frame) {
  const AppState& state = frame.state();
  if (panel.made && panel.serial == frame.session.serial() && panel.sides == state.compared &&
      panel.measure == state.compared_measure && panel.kind == state.compared_kind) {
    return;
  }
  panel.made = true;
  panel.serial = frame.session.serial();
  panel.sides = state.compared;
  panel.measure = state.compared_measure;
  panel.kind = state.compared_kind;
  panel.comparison = Compare(frame.session);
  panel.pairs.clear();
  panel.has_pairs = false;
}

// A button that opens a menu; `shown` with a small arrow. True when it was pressed.
bool MenuButton(const Frame& frame, std::string_view label, std::string_view shown,
                const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Press press = PressArea(label, rect);
  if (press.hovered) list->AddRectFilled(rect.min, rect.max, frame.theme.hover_wash, kRadius);
  list->AddRect(rect.min, rect.max, frame.theme.line, kRadius, 0, Hairline());
  DrawTextIn(list, frame.Text(kUiText, frame.theme.text), rect.Inset(10, 0), shown);
  DrawIcon(list, {rect.max.x - 13, Snap(rect.middle())}, Icon::kDown, frame.theme.quiet);
  return press.clicked;
}

template <typename F>
void Menu(const char* name, const Rect& button, F items) {
  ImGui::SetNextWindowPos({button.min.x, button.max.y + 4}, ImGuiCond_Always);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(12, 12));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 12));
  if (ImGui::BeginPopup(name)) {
    items();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
}

// One of the two sides: its mark, the menu to choose another, how many claims. Returns where it
// ends.
float DrawSide(const ComparePanel& panel, const Frame& frame, size_t place, float x, float y) {
  const Side side = panel.comparison.sides[place];
  const char* const name = place == 0 ? "first side" : "second side";
  DrawMark(ImGui::GetWindowDrawList(), frame.theme, {x + 7, Snap(y + 15)}, side);
  const std::string label(LabelOf(side));
  const float width = TextWidth(frame.Text(kUiText, 0), label) + 40;
  const Rect button{{x + 22, y}, {x + 22 + width, y + 30}};
  if (MenuButton(frame, name, label, button)) ImGui::OpenPopup(name);
  Menu(name, button, [&] {
    for (int i = 0; i < kSideCount; ++i) {
      const Side other = static_cast<Side>(i);
      if (LabelOf(other).empty()) continue;
      if (ImGui::MenuItem(std::string(LabelOf(other)).c_str(), nullptr, other == side))
        frame.Do("compare", {{place == 0 ? "first" : "second", NameOf(other)}});
    }
  });
  const std::string count = FormatCountOf(panel.comparison.claims[place], "claim");
  const TextStyle quiet = frame.Text(kUiText, frame.theme.quiet);
  const float end = button.max.x + kGap + TextWidth(quiet, count);
  DrawTextIn(ImGui::GetWindowDrawList(), quiet, {{button.max.x + kGap, y}, {end + 4, y + 30}},
             count);
  return end + 24;
}

// Bars of the first side above the line, of the second below it, on one scale.
void DrawBars(const ComparePanel& panel, const Frame& frame, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  Rect plot = rect;
  CutLeft(&plot, 72);
  CutRight(&plot, kGap);
  const DayRange days = frame.session.chart_days();
  std::array<ChartLayout, 2> charts;
  uint32_t most = 1;
  for (size_t i = 0; i < 2; ++i) {
    charts[i] = LayOutChart(panel.comparison.charts[i], days, plot.width(), plot.height(), 80);
    most = std::max(most, charts[i].top);
  }
  const float middle = Snap(plot.middle()), half = plot.height() / 2 - 1;
  for (size_t i = 0; i < 2; ++i) {
    const ImU32 color = frame.theme.Of(panel.comparison.sides[i]);
    for (const ChartColumn& column : charts[i].columns) {
      if (column.total == 0) continue;
      const float height =
          std::max(1.0f, half * static_cast<float>(column.total) / static_cast<float>(most));
      const float x0 = Snap(plot.min.x + column.x0);
      const float x1 = std::max(Snap(plot.min.x + column.x1), x0 + Hairline());
      list->AddRectFilled({x0, i == 0 ? middle - height : middle + 1},
                          {x1, i == 0 ? middle : middle + 1 + height}, color);
    }
  }
  DrawHLine(list, plot.min.x, plot.max.x, middle, frame.theme.line);
  const TextStyle style = frame.Text(kSmallText, frame.theme.quiet);
  for (const float y : {plot.min.y, plot.max.y - 14}) {
    DrawTextIn(list, style, {{plot.min.x - 70, y}, {plot.min.x - kGap, y + 14}}, FormatCount(most),
               Align::kRight);
  }
  const Press press = PressArea("compared claims", plot);
  const int at = press.hovered ? charts[0].ColumnAt(ImGui::GetIO().MousePos.x - plot.min.x) : -1;
  if (at < 0) return;
  const auto column = static_cast<size_t>(at);
  std::string tip = FormatDayRange(charts[0].columns[column].days);
  for (size_t i = 0; i < 2; ++i) {
    tip += "\n" + std::string(LabelOf(panel.comparison.sides[i])) + ": " +
           FormatCountOf(column < charts[i].columns.size() ? charts[i].columns[column].total : 0,
                         "claim");
  }
  Tooltip(frame, tip);
  if (!press.clicked) return;
  const DayRange chosen = charts[0].columns[column].days;
  frame.Do("set-days", {{"from", FormatIsoDay(chosen.from)}, {"to", FormatIsoDay(chosen.to)}});
}

float DrawMeasure(const ComparePanel& panel, const Frame& frame, float x0, float x1, float y) {
  const ComparedSides& comparison = panel.comparison;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (comparison.measure.empty()) {
    DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), {{x0, y}, {x1, y + 30}},
               "Neither side tells an amount.");
    return y + 34;
  }
  DrawTextIn(list, frame.Bold(kBodyText, frame.theme.text), {{x0, y}, {x0 + 72, y + 30}},
             "Amounts");
  const std::string shown(UnitOf(comparison.measure).name);
  const Rect button{{x0 + 80, y},
                    {x0 + 80 + TextWidth(frame.Text(kUiText, 0), shown) + 40, y + 30}};
  if (MenuButton(frame, "compared measure", shown, button)) ImGui::OpenPopup("measures");
  Menu("measures", button, [&] {
    const size_t count = std::min<size_t>(comparison.measures.size(), 14);
    for (size_t i = 0; i < count; ++i) {
      const FacetCount& measure = comparison.measures[i];
      const std::string label(UnitOf(measure.value).name);
      if (ImGui::MenuItem(label.c_str(), FormatCount(measure.claims).c_str(),
                          measure.value == comparison.measure))
        frame.Do("compare", {{"measure", measure.value}});
    }
  });
  // Killed people and moved people are both people: amounts of one kind of claim alone are alike.
  const std::string kind(LabelOf(comparison.kind));
  const float x = button.max.x + kGap;
  const Rect of{{x, y}, {x + TextWidth(frame.Text(kUiText, 0), kind) + 40, y + 30}};
  if (MenuButton(frame, "compared kind", kind, of)) ImGui::OpenPopup("kinds");
  Menu("kinds", of, [&] {
    for (const Kind one : comparison.kinds) {
      if (ImGui::MenuItem(std::string(LabelOf(one)).c_str(), nullptr, one == comparison.kind))
        frame.Do("compare", {{"kind", NameOf(one)}});
    }
  });
  std::string note = FormatCountOf(comparison.amounts.size(), "dated amount");
  if (comparison.is_cut) note = "the first of them";
  DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), {{of.max.x + kGap, y}, {x1, y + 30}},
             note);
  return y + 34;
}

// Pairs of claims about the same thing; in a large corpus they are found when asked for.
float DrawPairs(ComparePanel& panel, const Frame& frame, float x0, float x1, float y) {
  const bool many = frame.session.corpus().claims() > kOpposedAtOnce;
  if (many && !panel.wants_pairs) {
    const Rect button{{x0, y}, {x0 + ButtonWidth(frame, "Find contradictions"), y + 32}};
    if (Button(frame, "Find contradictions", button, ButtonLook::kOutlined))
      panel.wants_pairs = true;
    return y + 40;
  }
  // All claims must be known to tell which are one claim: not again for every part that comes.
  if (!panel.has_pairs && frame.session.progress.running) {
    DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
               {{x0, y}, {x1, y + 28}}, "Contradictions are looked for once all articles are read");
    return y + 36;
  }
  if (!panel.has_pairs) {
    panel.pairs = FindOpposed(frame.session, panel.comparison.hits);
    panel.has_pairs = true;
  }
  return DrawOpposed(panel.list, frame, panel.pairs, x0, x1, y);
}

}  // namespace

void Draw(ComparePanel& panel, const Frame& frame, const Rect& rect) {
  Refresh(panel, frame);
  BeginPanel("compare", rect, 0, true);
  const float x0 = rect.min.x + kMargin, x1 = rect.max.x - kMargin - 8;
  float y = rect.min.y + 12 - ImGui::GetScrollY();
  const float second = DrawSide(panel, frame, 0, x0, y);
  const bool stacked = second + 190 > x1;
  if (stacked) y += 38;
  DrawSide(panel, frame, 1, stacked ? x0 : second, y);
  y += 42;
  const float room = rect.height() - 200;
  const float bars = std::clamp(room * 0.3f, 90.0f, 160.0f);
  DrawBars(panel, frame, {{x0, y}, {x1, y + bars}});
  y = DrawPairs(panel, frame, x0, x1, y + bars + kMargin);
  y = DrawMeasure(panel, frame, x0, x1, y + kGap);
  if (!panel.comparison.measure.empty()) {
    const float height = std::clamp((room - bars) / 2, 130.0f, 260.0f);
    DrawAmounts(panel.comparison, frame, true, {{x0, y}, {x1, y + height}}, "running totals");
    y += height + kMargin;
    DrawAmounts(panel.comparison, frame, false, {{x0, y}, {x1, y + height}}, "amounts alone");
    y = DrawAmountTable(panel.rows, panel.comparison, frame, x0, x1, y + height + kMargin);
  }
  EndContentAt(y + kMargin);
  EndPanel();
}

}  // namespace claimscope
