#include "ui/claims_columns.h"

#include <algorithm>
#include <iterator>

#include "ui/widgets.h"

namespace claimscope {
namespace {

struct ColumnSpec {
  const char* title;
  SortBy sort;
  bool sorts;
  const char* tip;
};
constexpr ColumnSpec kSpecs[kColumns] = {
    {"Date", SortBy::kTime, true,
     "When it is said to have happened; in grey a guess, where the claim names no day. Days after "
     "the newest article stand last"},
    {"Place", SortBy::kPlace, true,
     "The region it is about; in grey a guess, where the claim names no place"},
    {"Who says so", SortBy::kClaimant, true, "Who makes the claim; the mark is their side"},
    {"Kind", SortBy::kKind, true, "What sort of thing is claimed"},
    {"Amount", SortBy::kTime, false, ""},
    {"Status", SortBy::kStatus, true, "Said, confirmed, denied, or not verified"},
    {"What is claimed", SortBy::kTime, false, ""},
    {"Source", SortBy::kSource, true, "The outlet of the article"}};

}  // namespace

Columns Arrange(float x0, float x1, bool short_dates, bool has_sources) {
  Columns c;
  const float width = x1 - x0;
  c.cards = width < 440;
  if (c.cards) return c;
  const auto room = [&c, width] {
    float used = 0;
    for (int i = 0; i < kColumns; ++i) used += i == kQuote ? 0 : c.width[static_cast<size_t>(i)];
    return width - used;
  };
  c.width = {short_dates ? 72.0f : 96.0f, 108, 30, 30, 0, 30, 0, 0};
  const auto widen = [&](Column column, float to, float quote) {
    const float before = c.width[column];
    c.width[column] = to;
    if (room() >= quote) return true;
    c.width[column] = before;
    return false;
  };
  c.who_named = widen(kWho, 120, 180);
  // Beside an open article, which has the whole quote.
  if (!widen(kWho, 148, 180)) widen(kWho, 136, 168);
  widen(kAmount, 124, 280);
  widen(kWho, 156, 300);
  if (has_sources) widen(kSource, 120, 290);
  c.kind_named = widen(kKindMark, 128, 330);
  if (has_sources) widen(kSource, 130, 340);
  c.status_named = widen(kStatusMark, 108, 380);
  widen(kPlace, 124, 400);
  if (room() > 520) widen(kWho, 210, 440);
  if (has_sources && room() > 600) widen(kSource, 180, 520);
  c.width[kQuote] = room();
  float x = x0;
  for (size_t i = 0; i < kColumns; ++i) {
    c.x[i] = x;
    x += c.width[i];
  }
  return c;
}

void DrawHead(const Frame& frame, const Columns& columns, const Rect& head) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const AppState& state = frame.state();
  for (size_t i = 0; i < kColumns && !columns.cards; ++i) {
    const ColumnSpec& spec = kSpecs[i];
    const bool mark_only = (i == kWho && !columns.who_named) ||
                           (i == kKindMark && !columns.kind_named) ||
                           (i == kStatusMark && !columns.status_named);
    if (columns.width[i] < 20) continue;
    Rect cell{{columns.x[i], head.min.y}, {columns.x[i] + columns.width[i] - 12, head.max.y}};
    const bool sorted = spec.sorts && state.sort == spec.sort;
    bool hovered = false;
    if (spec.sorts) {
      const Press press = PressArea(std::string("sort by ") + spec.title,
                                    {{cell.min.x - 4, cell.min.y}, {cell.max.x + 4, cell.max.y}});
      hovered = press.hovered;
      const std::string tip = mark_only ? std::string(spec.title) + ": " + spec.tip : spec.tip;
      if (hovered) Tooltip(frame, tip);
      if (press.clicked) frame.Do("sort-by", {{"by", NameOf(spec.sort)}});
    }
    const ImU32 ink = sorted || hovered ? frame.theme.text : frame.theme.quiet;
    const TextStyle style = sorted ? frame.Bold(kSmallText, ink) : frame.Text(kSmallText, ink);
    if (!mark_only) {
      DrawTextIn(list, style, cell, spec.title, i == kAmount ? Align::kRight : Align::kLeft);
    }
    if (sorted) {
      const float x = mark_only ? cell.min.x + 7 : cell.min.x + TextWidth(style, spec.title) + 9;
      DrawIcon(list, {x, Snap(head.middle())}, state.descending ? Icon::kDown : Icon::kUp, ink);
    }
  }
  DrawHLine(list, head.min.x, head.max.x, head.max.y - Hairline(), frame.theme.line);
}

void DrawOrder(const Frame& frame, const Rect& bar) {
  const AppState& state = frame.state();
  const auto spec = std::find_if(std::begin(kSpecs), std::end(kSpecs), [&](const ColumnSpec& one) {
    return one.sorts && one.sort == state.sort;
  });
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle quiet = frame.Text(kUiText, frame.theme.quiet);
  Rect rest = bar.Inset(kMargin, 2);
  DrawTextIn(list, quiet, CutLeft(&rest, TextWidth(quiet, "Order") + kGap), "Order");
  const Rect button = CutLeft(&rest, TextWidth(quiet, spec->title) + 38);
  if (MenuButton(frame, "Order of the claims", spec->title, button)) ImGui::OpenPopup("order");
  CutLeft(&rest, kGap);
  const bool by_time = state.sort == SortBy::kTime;
  const std::string_view way = by_time ? (state.descending ? "latest first" : "earliest first")
                                       : (state.descending ? "Z to A" : "A to Z");
  const Rect turn = CutLeft(&rest, TextWidth(quiet, way) + 2);
  if (Link(frame, "Turn the order round", way, turn, kUiText))
    frame.Do("sort-by", {{"by", NameOf(state.sort)}});
  DrawHLine(list, bar.min.x, bar.max.x, bar.max.y - Hairline(), frame.theme.line);
  Menu("order", button, [&] {
    for (const ColumnSpec& one : kSpecs) {
      if (one.sorts && ImGui::MenuItem(one.title, nullptr, state.sort == one.sort))
        frame.Do("sort-by", {{"by", NameOf(one.sort)}});
    }
  });
}

}  // namespace claimscope
