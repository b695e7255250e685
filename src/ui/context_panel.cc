#include "ui/context_panel.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/findings.h"
#include "ui/format.h"
#include "ui/notices.h"
#include "ui/open_claim.h"
#include "ui/reader_keys.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kBar = 44, kSecondRow = 32;
constexpr std::array<std::string_view, 4> kSorts = {"Latest first", "Word before", "Word after",
                                                    "Source"};

// Shorter where even a row of its own has no room.
constexpr std::array<std::string_view, 4> kShortSorts = {"Latest", "Before", "After", "Source"};

// Where it is told how many there are and their order chosen: no room for both in one row.
bool IsInTwoRows(const Frame& frame, float width) {
  return width < SegmentsWidth(frame, kSorts) + 200;
}

void DrawNothing(const Frame& frame, const Rect& rect, bool has_words) {
  if (has_words) {
    DrawTold(frame, rect, "The words stand in the headlines only", "");
    return;
  }
  const float y = DrawTold(frame, rect, "Search for a word to see it in context",
                           "Wherever it stands is listed, one under the other, with what comes "
                           "before and after.");
  const WayOut way{"Search…", "focus-search", true};
  DrawWaysOut(frame, rect, y, {&way, 1});
}

void DrawBar(const Concordance& found, const Frame& frame, const Rect& bar) {
  Rect row = bar.Inset(kMargin, 8);
  const bool two_rows = IsInTwoRows(frame, bar.width());
  const auto& sorts = SegmentsWidth(frame, kSorts) > row.width() ? kShortSorts : kSorts;
  const float width = SegmentsWidth(frame, sorts);
  Rect choice = two_rows ? row : CutRight(&row, width);
  if (two_rows) {
    row = CutTop(&choice, 28);
    choice = {{row.min.x, row.max.y + 4},
              {row.min.x + std::min(width, row.width()), row.max.y + 32}};
  }
  const int chosen = static_cast<int>(frame.state().context_sort);
  const int pressed = Segments(frame, sorts, chosen, choice);
  if (pressed >= 0) frame.Do("sort-context", {{"by", NameOf(static_cast<ContextSort>(pressed))}});
  if (!two_rows) CutRight(&row, kGap);
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet), row,
             HowOften(found));
}

// The end of `text` that fits, begun with an ellipsis where it had to be cut.
void DrawBefore(const TextStyle& style, const Rect& rect, std::string_view text) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  bool cut = false;
  while (!text.empty() && TextWidth(style, text) > rect.width() - 10) {
    // A word at a time.
    const size_t space = text.find(' ', 1);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space);
    cut = true;
  }
  const std::string shown = (cut ? "…" : "") + std::string(text);
  DrawTextIn(list, style, rect, shown, Align::kRight);
}

void DrawLine(const Concordance& found, const Frame& frame, size_t place, const Rect& rect,
              bool reachable, bool opened) {
  const ContextLine& line = found.lines[place];
  ImDrawList* list = ImGui::GetWindowDrawList();
  char label[32];
  std::snprintf(label, sizeof label, "place %zu", place);
  const Press press = reachable ? PressArea(label, rect) : PressRow(label, rect);
  if (opened) {
    list->AddRectFilled(rect.min, rect.max, frame.theme.accent_wash);
    list->AddRectFilled(rect.min, {rect.min.x + 3, rect.max.y}, frame.theme.accent);
  } else if (press.hovered) {
    list->AddRectFilled(rect.min, rect.max, frame.theme.hover_wash);
  }
  Rect row = rect.Inset(kMargin, 0);
  const Segment& segment = frame.session.workspace().SegmentAt(line.claim.segment);
  const ArticleView article = segment.ArticleAt(segment.articles()[line.claim.row]);
  if (row.width() > 620) {
    // The day is never what a long name leaves no room for.
    const TextStyle quiet = frame.Text(kSmallText, frame.theme.quiet);
    const std::string day = article.date.known() ? FormatDay(article.date) : "undated";
    DrawTextIn(list, quiet, CutRight(&row, 72), day, Align::kRight);
    CutRight(&row, kGap);
    DrawTextIn(list, quiet, CutRight(&row, 128), article.source, Align::kRight);
    CutRight(&row, kMargin);
  }
  const TextStyle text = frame.Text(kUiText, frame.theme.text),
                  bold = frame.Bold(kUiText, frame.theme.text);
  const float word = TextWidth(bold, line.word);
  const float middle = row.min.x + row.width() * 0.45f;
  DrawBefore(text, {row.min, {middle - 4, row.max.y}}, line.before);
  list->AddRectFilled({middle - 2, row.middle() - 9}, {middle + word + 2, row.middle() + 9},
                      frame.theme.found, 2);
  DrawTextAt(list, bold, {middle, row.middle() - bold.size / 2}, line.word);
  DrawTextIn(list, text, {{middle + word + 3, row.min.y}, row.max}, line.after);
  if (!press.clicked) return;
  OpenClaim(frame, line.claim, line.at + 1);
}

// Where a word was opened its line is marked, and brought into view when it is another one.
size_t FollowOpened(ContextPanel& panel, const Frame& frame, const Concordance& found,
                    float view_height) {
  const Selection& selection = frame.state().selection;
  const bool other = !(panel.seen == selection);
  panel.seen = selection;
  if (!frame.session.selected() || selection.word == 0) return kNoLine;
  const size_t at = LineOf(found, *frame.session.selected(), selection.word);
  if (at == kNoLine || found.lines[at].at + 1 != selection.word) return kNoLine;
  const float height = frame.row(), top = static_cast<float>(at) * height;
  const float scroll = ImGui::GetScrollY();
  if (other && top < scroll + height) ImGui::SetScrollY(std::max(0.0f, top - height));
  if (other && top + 2 * height > scroll + view_height)
    ImGui::SetScrollY(top + 2 * height - view_height);
  return at;
}

}  // namespace

void Draw(ContextPanel& panel, const Frame& frame, const Rect& rect) {
  const Concordance& found = frame.session.findings().InContext(frame.session);
  const size_t count = found.lines.size();
  if (count == 0) {
    DrawNothing(frame, rect, !frame.state().query.text.empty());
    return;
  }
  Rect rest = rect;
  const float bar = kBar + (IsInTwoRows(frame, rect.width()) ? kSecondRow : 0);
  DrawBar(found, frame, CutTop(&rest, bar));
  BeginPanel("context lines", rest, 0, true);
  const size_t opened = FollowOpened(panel, frame, found, rest.height());
  ScrollListByKeys(frame, "/context lines_");
  const float height = frame.row(), top = rest.min.y - ImGui::GetScrollY();
  const auto first = static_cast<size_t>(ImGui::GetScrollY() / height);
  const size_t end = std::min(count, first + static_cast<size_t>(rest.height() / height) + 2);
  const size_t reachable = opened >= first && opened < end
                               ? opened
                               : static_cast<size_t>(std::ceil(ImGui::GetScrollY() / height));
  for (size_t i = first; i < end; ++i) {
    const float y = top + static_cast<float>(i) * height;
    DrawLine(found, frame, i, {{rest.min.x, y}, {rest.max.x, y + height}}, i == reachable,
             i == opened);
  }
  EndContentAt(top + static_cast<float>(count) * height + kGap);
  EndPanel();
}

}  // namespace claimscope
