#include "ui/chips.h"

#include <algorithm>

#include "base/strings.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/search_hints.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kChip = 26;

// A chip with a cross; false when there was no room for it.
struct ChipRow {
  const Frame& frame;
  Rect rect;
  float x;
  size_t left_out = 0;

  bool Draw(const std::string& label, std::string_view remove,
            std::initializer_list<Frame::Pair> arguments) {
    const Theme& theme = frame.theme;
    const TextStyle style = frame.Text(kUiText, theme.text);
    const float width = std::min(TextWidth(style, label), 180.0f) + 36;
    if (left_out > 0 || x + width > rect.max.x - 96) {
      ++left_out;
      return false;
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
    if (press.clicked) frame.Do(remove, arguments);
    x += width + 6;
    return true;
  }
};

template <typename E, typename Shown>
void DrawBitChips(ChipRow* row, uint32_t bits, int count, std::string_view toggle, Shown shown,
                  Facet facet) {
  for (int i = 0; i < count; ++i) {
    if ((bits >> i & 1) == 0) continue;
    const E entry = static_cast<E>(i);
    row->Draw(shown(facet, LabelOf(entry)), toggle, {{"name", NameOf(entry)}});
  }
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
    DrawTextIn(
        ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet), row,
        row.width() > 480
            ? "Drag across the chart to choose days, tick a region, or search, to narrow this down."
            : "Drag across the chart to choose days.");
    return;
  }
  ChipRow chips{frame, row, row.min.x};
  if (query.days.known()) chips.Draw(FormatDayRange(query.days), "clear-days", {});
  if (!query.text.empty())
    chips.Draw("“" + std::string(TrimAscii(query.text)) + "”", "search", {{"q", ""}});
  const auto shown = [&query](Facet facet, std::string_view label) {
    const bool except = (query.except & BitOf(facet)) != 0;
    return (except ? "not " : "") + std::string(label);
  };
  for (const std::string& code : query.regions) {
    chips.Draw(shown(Facet::kRegion, frame.session.regions().NameOf(code)), "toggle-region",
               {{"code", code}});
  }
  DrawBitChips<Kind>(&chips, query.kinds, kKindCount, "toggle-kind", shown, Facet::kKind);
  DrawBitChips<Side>(&chips, query.sides, kSideCount, "toggle-side", shown, Facet::kSide);
  DrawBitChips<ClaimStatus>(&chips, query.statuses, kClaimStatusCount, "toggle-status", shown,
                            Facet::kStatus);
  DrawBitChips<Verdict>(&chips, query.reviews, kVerdictCount, "toggle-review", shown,
                        Facet::kReview);
  for (const Facet list : {Facet::kClaimant, Facet::kPlace, Facet::kSource, Facet::kLanguage}) {
    for (const std::string& name : *NamesIn(query, list)) {
      chips.Draw(shown(list, LabelOfName(list, name)), "toggle-name",
                 {{"list", NameOf(list)}, {"name", name}});
    }
  }
  if (!query.amount.measure.empty())
    chips.Draw(FormatAmountRange(query.amount), "clear-list", {{"list", "measure"}});
  if (!query.count_copies) chips.Draw("copies left out", "count-by", {{"what", "mentions"}});
  if (query.count_rejected) chips.Draw("rejected too", "show-rejected", {});
  if (!query.count_retold) chips.Draw("each claim once", "count-by", {{"what", "mentions"}});
  if (query.count_articles) chips.Draw("articles counted", "count-by", {{"what", "mentions"}});
  float x = chips.x + 4;
  if (chips.left_out > 0) {
    const std::string more = "+" + std::to_string(chips.left_out);
    DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
               {{x, row.min.y}, {x + 28, row.max.y}}, more);
    x += 32;
  }
  if (Link(frame, "Clear all", "Clear all", {{x, row.min.y + 6}, {x + 58, row.max.y - 6}}, kUiText))
    frame.Do("clear-all");
  // What was not understood of the search; the first is enough.
  const std::vector<SearchProblem> problems = CheckSearch(query.text);
  const Rect rest{{x + 74, row.min.y}, row.max};
  if (problems.empty() || rest.width() < 120) return;
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.warning), rest,
             DescribeProblem(query.text, problems[0]));
}

}  // namespace claimscope
