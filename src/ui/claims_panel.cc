#include "ui/claims_panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/claims_columns.h"
#include "ui/excerpt.h"
#include "ui/format.h"
#include "ui/found_words.h"
#include "ui/reader_keys.h"
#include "ui/region_colors.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kCard = 78;  // a row of a narrow window: three lines

// The words searched for are marked behind the quote's text, which begins where they are in sight.
void DrawQuote(const Frame& frame, const ClaimsPanel& panel, const std::string& quote,
               const Rect& cell, ImU32 ink) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle style = frame.Text(kUiText, ink);
  const std::string shown = ExcerptOf(style, quote, panel.words, cell.width());
  for (const Span span : FindWords(shown, panel.words)) {
    const float x0 = cell.min.x + TextWidth(style, std::string_view(shown).substr(0, span.begin));
    const float x1 = std::min(x0 + TextWidth(style, TextOf(shown, span)), cell.max.x);
    if (x0 >= cell.max.x) break;
    list->AddRectFilled({x0 - 1, cell.middle() - 9}, {x1 + 1, cell.middle() + 9}, frame.theme.found,
                        2);
  }
  DrawTextIn(list, style, cell, shown);
}

void DrawCells(const Frame& frame, const ClaimsPanel& panel, const Columns& columns,
               const ClaimRow& row, bool marked, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& theme = frame.theme;
  const TextStyle text = frame.Text(kUiText, theme.text), quiet = frame.Text(kUiText, theme.quiet);
  const auto cell = [&](Column column) {
    return Rect{{columns.x[column], rect.min.y},
                {columns.x[column] + columns.width[column] - (column == kTime && !marked ? 3 : 12),
                 rect.max.y}};
  };
  const auto mark_at = [&](Column column) {
    return ImVec2(columns.x[column] + 7, Snap(rect.middle()));
  };
  const auto after_mark = [&](Column column) {
    Rect space = cell(column);
    CutLeft(&space, 22);
    return space;
  };
  DrawTextIn(list, row.guesses.day.empty() ? text : quiet, cell(kTime), row.time);
  DrawTextIn(list, row.guesses.place.empty() ? text : quiet, cell(kPlace), row.place);
  DrawMark(list, theme, mark_at(kWho), row.side);
  if (columns.who_named) DrawTextIn(list, text, after_mark(kWho), row.claimant);
  DrawMark(list, theme, mark_at(kKindMark), row.kind);
  if (columns.kind_named) DrawTextIn(list, text, after_mark(kKindMark), LabelOf(row.kind));
  DrawTextIn(list, text, cell(kAmount), row.amount, Align::kRight);
  DrawMark(list, theme, mark_at(kStatusMark), row.status);
  if (columns.status_named) DrawTextIn(list, quiet, after_mark(kStatusMark), LabelOf(row.status));
  DrawQuote(frame, panel, row.quote, cell(kQuote), theme.text);
  if (columns.width[kSource] > 20) DrawTextIn(list, quiet, cell(kSource), row.source);
}

// Three lines: the marks, who says it, date and place; the quote; what the marks mean, and the
// outlet.
void DrawCard(const Frame& frame, const ClaimsPanel& panel, const ClaimRow& row, Verdict verdict,
              const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& theme = frame.theme;
  Rect lines = rect.Inset(0, 7);
  Rect upper = CutTop(&lines, 22);
  const ImVec2 mark(upper.min.x + 7, Snap(upper.middle()));
  DrawMark(list, theme, mark, row.side);
  DrawMark(list, theme, {mark.x + 20, mark.y}, row.kind);
  DrawMark(list, theme, {mark.x + 40, mark.y}, row.status);
  CutLeft(&upper, 58);
  if (verdict != Verdict::kNone)
    DrawMark(list, theme, {CutLeft(&upper, 20).min.x + 5, mark.y}, verdict);
  const TextStyle amount = frame.Text(kUiText, theme.text);
  const float width = std::min(TextWidth(amount, row.amount) + 1, upper.width() * 0.45f);
  DrawTextIn(list, amount, CutRight(&upper, width), row.amount, Align::kRight);
  CutRight(&upper, kGap);
  // The name gives way to date and place.
  const std::string about = " · " + row.time + (row.place == kNotKnown ? "" : " · " + row.place);
  const TextStyle name = frame.Text(kUiText, theme.text), quiet = frame.Text(kUiText, theme.quiet);
  constexpr float kLeastName = 48;
  const float room = std::max(kLeastName, upper.width() - TextWidth(quiet, about));
  const float named = std::min(TextWidth(name, row.claimant) + 1, std::min(room, upper.width()));
  DrawTextIn(list, name, CutLeft(&upper, named), row.claimant);
  // What the claim itself tells is darker.
  const auto tell = [&](std::string_view part, bool told) {
    DrawTextIn(list, quiet, CutLeft(&upper, std::min(TextWidth(quiet, " · "), upper.width())),
               " · ");
    const float size = std::min(TextWidth(quiet, part) + 1, upper.width());
    DrawTextIn(list, told ? name : quiet, CutLeft(&upper, size), part);
  };
  tell(row.time, row.guesses.day.empty());
  if (row.place != kNotKnown) tell(row.place, row.guesses.place.empty());
  const Rect foot = CutBottom(&lines, 18);
  DrawQuote(frame, panel, row.quote, lines, theme.text);
  std::string words(LabelOf(row.kind));
  words.append(" · ").append(LabelOf(row.status));
  if (row.source != kNotKnown) words += " · " + row.source;
  DrawTextIn(list, frame.Text(kSmallText, theme.quiet), foot, words);
}

// What the mark under the pointer stands for.
std::string TipOf(const Columns& columns, const ClaimRow& row) {
  const float x = ImGui::GetIO().MousePos.x;
  const auto is_over = [&](Column column, float width) {
    return x >= columns.x[column] - 4 && x < columns.x[column] + width;
  };
  constexpr float kMark = 20;
  if (is_over(kTime, columns.width[kTime]) && !row.guesses.day.empty())
    return "Date: " + std::string(row.guesses.day);
  if (is_over(kPlace, columns.width[kPlace]) && !row.guesses.place.empty())
    return "Place: " + std::string(row.guesses.place);
  if (is_over(kWho, kMark)) return "Side: " + std::string(LabelOf(row.side));
  if (is_over(kKindMark, kMark)) return "Kind: " + std::string(LabelOf(row.kind));
  if (is_over(kStatusMark, kMark)) return "Status: " + std::string(LabelOf(row.status));
  return "";
}

void DrawRow(const Frame& frame, ClaimsPanel& panel, const Columns& columns, size_t index,
             const Rect& rect) {
  const Session& session = frame.session;
  char label[32];
  std::snprintf(label, sizeof label, "claim %zu", index);
  const bool selected = index == session.selected_index();
  const Press press = index == panel.reachable ? PressArea(label, rect) : PressRow(label, rect);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (selected) {
    list->AddRectFilled(rect.min, rect.max, frame.theme.accent_wash);
    list->AddRectFilled(rect.min, {rect.min.x + 3, rect.max.y}, frame.theme.accent);
  } else if (press.hovered) {
    list->AddRectFilled(rect.min, rect.max, frame.theme.hover_wash);
  }
  const ClaimRow& row = panel.rows.At(session, session.HitAt(index));
  const Verdict verdict = session.reviews.VerdictOf(session.HitAt(index));
  const Rect inner = rect.Inset(kMargin, 0);
  if (columns.cards) {
    DrawCard(frame, panel, row, verdict, inner);
  } else {
    const float date_end = columns.x[kTime] + columns.width[kTime];
    DrawMark(list, frame.theme, {date_end - 11, Snap(rect.middle())}, verdict);
    DrawCells(frame, panel, columns, row, verdict != Verdict::kNone, rect);
  }
  if (press.hovered && !columns.cards) Tooltip(frame, TipOf(columns, row));
  if (press.clicked) {
    frame.Do("select-claim", {{"index", std::to_string(index)}});
    frame.Do("open-article");
  }
}

bool IsInView(size_t row, float row_height, float view_height) {
  const float top = static_cast<float>(row) * row_height, scroll = ImGui::GetScrollY();
  return top >= scroll - 1 && top + row_height <= scroll + view_height + 1;
}

// A new selection is brought into view, with a row around it; other filters begin at the top,
// unless the selection is in view. Nothing moves when it is there already.
void ScrollToSelection(ClaimsPanel& panel, const Frame& frame, float row_height,
                       float view_height) {
  const Session& session = frame.session;
  const bool other_claim = !(panel.seen == frame.state().selection);
  const bool other_list = panel.serial != session.serial();
  const bool from_here = panel.list_from != frame.state().list_from;
  if (!other_claim && !other_list && !from_here) return;
  panel.list_from = frame.state().list_from;
  const bool other_query = !(panel.query == frame.state().query);
  panel.seen = frame.state().selection;
  panel.serial = session.serial();
  panel.query = frame.state().query;
  const size_t at = session.selected_index();
  const bool is_lost = at == Session::kNone ||
                       (other_query && !other_claim && !IsInView(at, row_height, view_height));
  if (is_lost) {
    if (other_list) ImGui::SetScrollY(0);
    return;
  }
  const float top = static_cast<float>(at) * row_height, scroll = ImGui::GetScrollY();
  if (from_here) return ImGui::SetScrollY(top);
  if (top < scroll + row_height) ImGui::SetScrollY(std::max(0.0f, top - row_height));
  if (top + 2 * row_height > scroll + view_height)
    ImGui::SetScrollY(top + 2 * row_height - view_height);
}

}  // namespace

void Draw(ClaimsPanel& panel, const Frame& frame, const Rect& rect) {
  panel.rows.Refresh(frame.session);
  if (panel.words_of != frame.state().query.text) {
    panel.words_of = frame.state().query.text;
    panel.words = FoldWords(panel.words_of);
  }
  Rect rest = rect;
  const Columns columns = Arrange(rect.min.x + kMargin, rect.max.x - kMargin,
                                  panel.rows.short_dates(), frame.session.corpus().has_sources());
  // Cards have no head: where there is room a line says their order.
  const bool orders = columns.cards && rest.height() > 2 * kCard;
  const Rect head = CutTop(&rest, !columns.cards ? kTableHead : orders ? kOrderBar : 1);
  if (orders)
    DrawOrder(frame, head);
  else
    DrawHead(frame, columns, head);
  BeginPanel("claims table", rest, 0, true);
  const float row_height = columns.cards ? kCard : frame.row();
  ScrollToSelection(panel, frame, row_height, rest.height());
  ScrollListByKeys(frame, "/claims table_");
  const size_t count = frame.session.row_count();
  const float top = rest.min.y - ImGui::GetScrollY();
  const auto first = static_cast<size_t>(ImGui::GetScrollY() / row_height);
  const size_t end = std::min(count, first + static_cast<size_t>(rest.height() / row_height) + 2);
  panel.reachable = frame.session.selected_index();
  if (panel.reachable < first || panel.reachable >= end)
    panel.reachable = static_cast<size_t>(std::ceil(ImGui::GetScrollY() / row_height));
  for (size_t i = first; i < end; ++i) {
    const float y = top + static_cast<float>(i) * row_height;
    DrawRow(frame, panel, columns, i, {{rest.min.x, y}, {rest.max.x, y + row_height}});
    if (columns.cards)
      DrawHLine(ImGui::GetWindowDrawList(), rest.min.x + kMargin, rest.max.x - kMargin,
                y + row_height, frame.theme.line);
  }
  EndContentAt(top + static_cast<float>(count) * row_height + kGap);
  EndPanel();
}

}  // namespace claimscope
