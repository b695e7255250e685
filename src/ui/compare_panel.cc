#include "ui/compare_panel.h"

#include <algorithm>

#include "ui/compare_amounts.h"
#include "ui/compare_bars.h"
#include "ui/compare_table.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr std::string_view kKeep[] = {"keep-first", "keep-second"};

void ChooseColumn(const ComparePanel& panel, const Frame& frame, size_t place) {
  const Compared& column = panel.comparison->columns[place];
  const bool now = column.what == Compared::What::kNow;
  if (ImGui::MenuItem("The filter as it is, and follows it", nullptr, now))
    frame.Do("compare", {{kColumnNames[place], "now"}});
  if (ImGui::MenuItem("Keep the filter as it is now")) frame.Do(kKeep[place]);
  ImGui::Separator();
  for (int i = 0; i < kSideCount; ++i) {
    const Side side = static_cast<Side>(i);
    if (LabelOf(side).empty()) continue;
    const bool chosen = column.what == Compared::What::kSide && side == column.side;
    if (ImGui::MenuItem(std::string(LabelOf(side)).c_str(), nullptr, chosen))
      frame.Do("compare", {{kColumnNames[place], NameOf(side)}});
  }
}

// One of the two: its mark, the menu to choose another, how many claims, which lead to them.
void DrawColumn(const ComparePanel& panel, const Frame& frame, size_t place, const Rect& row) {
  const char* const menu = place == 0 ? "first side" : "second side";
  const float x = row.min.x, y = row.min.y;
  DrawColumnMark(ImGui::GetWindowDrawList(), frame.theme, {x + 7, Snap(y + 15)},
                 panel.comparison->columns, place);
  const std::string name = NameOfColumn(frame.session, panel.comparison->columns[place]);
  const std::string count = panel.comparison->is_known
                                ? FormatCountOf(panel.comparison->claims[place], "claim")
                                : "counting…";
  const float counted = TextWidth(frame.Text(kUiText, 0), count) + 4;
  const float room = row.max.x - (x + 22) - kGap - counted;
  const float width = std::min(TextWidth(frame.Text(kUiText, 0), name) + 40, room);
  const Rect button{{x + 22, y}, {x + 22 + width, y + 30}};
  if (MenuButton(frame, menu, name, button)) ImGui::OpenPopup(menu);
  if (width == room) Tooltip(frame, name);
  Menu(menu, button, [&] { ChooseColumn(panel, frame, place); });
  const float at = button.max.x + kGap;
  const std::string label = std::string("claims of the ") + std::string(kColumnNames[place]);
  if (Link(frame, label, count, {{at, y}, {at + counted, y + 30}}, kUiText))
    frame.Do("show-compared", {{"which", kColumnNames[place]}});
}

// How to hold any two filters against each other, and the way back. Returns where it ends.
float DrawKeeping(const ComparePanel& panel, const Frame& frame, float x0, float x1, float y) {
  const bool filters = ComparesFilters(panel.comparison->columns);
  const TextStyle quiet = frame.Text(kUiText, frame.theme.quiet);
  float x = x0;
  const auto link = [&](std::string_view label, std::string_view command, std::string_view tip) {
    const float width = TextWidth(quiet, label);
    if (x > x0 && x + width > x1) {
      x = x0;
      y += 24;
    }
    if (Link(frame, label, label, {{x, y}, {x + width, y + 24}}, kUiText)) frame.Do(command);
    Tooltip(frame, tip);
    x += width + kMargin;
  };
  if (filters) {
    link("Set A to the filter as it is", "keep-first", "A stays so, whatever you filter next");
    link("Set B to the filter as it is", "keep-second", "B stays so, whatever you filter next");
    link("Back to two sides", "compare-sides", "Compare what two sides say");
  } else {
    link("Compare two filters instead", "keep-first",
         "Keeps the filter as it is now as A; what you filter next is B");
  }
  y += 32;
  if (panel.comparison->queries[0] != panel.comparison->queries[1]) return y;
  const bool follows = panel.comparison->columns[0].what == Compared::What::kNow ||
                       panel.comparison->columns[1].what == Compared::What::kNow;
  return y + kGap +
         DrawParagraph(ImGui::GetWindowDrawList(), quiet, {x0, y}, x1 - x0, 20,
                       follows ? "Both are the same so far. Change the filter (a region, a kind, "
                                 "days, a search): one of the two follows it, the other stays."
                               : "Both are the same.");
}

// Both beside each other, or one below the other where there is no room. Returns where they end.
float DrawColumns(const ComparePanel& panel, const Frame& frame, float x0, float x1, float y) {
  const bool filters = ComparesFilters(panel.comparison->columns);
  const float middle = filters ? (x0 + x1) / 2 : std::min((x0 + x1) / 2, x0 + 300);
  const bool stacked = middle - x0 < (filters ? 320.0f : 260.0f);
  DrawColumn(panel, frame, 0, {{x0, y}, {stacked ? x1 : middle - kMargin, y + 30}});
  if (stacked) y += 38;
  DrawColumn(panel, frame, 1, {{stacked ? x0 : middle, y}, {x1, y + 30}});
  return DrawKeeping(panel, frame, x0, x1, y + 38);
}

float DrawMeasure(const ComparePanel& panel, const Frame& frame, float x0, float x1, float y) {
  const ComparedSides& comparison = *panel.comparison;
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (comparison.measure.empty()) {
    DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), {{x0, y}, {x1, y + 30}},
               "Neither of the two tells an amount.");
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
  Findings& findings = frame.session.findings();
  if (const std::vector<OpposedPair>* pairs = findings.Opposed(frame.session))
    return DrawOpposed(panel.list, frame, *pairs, x0, x1, y);
  if (!findings.wants_pairs && frame.session.corpus().claims() > kOpposedAtOnce) {
    const Rect button{{x0, y}, {x0 + ButtonWidth(frame, "Find contradictions"), y + 32}};
    findings.wants_pairs = Button(frame, "Find contradictions", button, ButtonLook::kOutlined);
    return y + 40;
  }
  DrawTextIn(
      ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet), {{x0, y}, {x1, y + 28}},
      frame.session.progress.running ? "Contradictions are looked for once all articles are read"
                                     : "Looking for contradictions…");
  return y + 36;
}

// All time axes lie under that of the chart above, where there is one.
Rect PlotOf(const ComparePanel& panel, float x0, float x1) {
  constexpr float kNumbers = 72;
  if (panel.chart.width() > 0) return panel.chart;
  return {{x0 + kNumbers, 0}, {x1 - kGap, 0}};
}

}  // namespace

void Draw(ComparePanel& panel, const Frame& frame, const Rect& rect) {
  panel.comparison = &frame.session.findings().Compared(frame.session);
  BeginPanel("compare", rect, 0, true);
  const float x0 = rect.min.x + kMargin, x1 = rect.max.x - kMargin - 8;
  float y = rect.min.y + 12 - ImGui::GetScrollY();
  y = DrawColumns(panel, frame, x0, x1, y);
  const float room = rect.height() - 200;
  const float bars = std::clamp(room * 0.3f, 90.0f, 160.0f);
  const Rect plot = PlotOf(panel, x0, x1);
  DrawBars(*panel.comparison, frame, {{plot.min.x, y}, {plot.max.x, y + bars}});
  y += bars + kMargin;
  if (panel.comparison->is_known) {
    y = DrawPairs(panel, frame, x0, x1, y);
    y = DrawMeasure(panel, frame, x0, x1, y + kGap);
  }
  if (!panel.comparison->measure.empty()) {
    const float height = std::clamp((room - bars) / 2, 130.0f, 260.0f);
    for (const bool totals : {true, false})
      y = DrawAmounts(*panel.comparison, frame, totals, {{x0, y}, {x1, y + height}}, plot) +
          kMargin;
    y = DrawAmountTable(panel.rows, *panel.comparison, frame, x0, x1, y);
  }
  EndContentAt(y + kMargin);
  EndPanel();
}

}  // namespace claimscope
