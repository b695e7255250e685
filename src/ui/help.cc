#include "ui/help.h"

#include <algorithm>

#include "base/strings.h"
#include "model/names.h"
#include "ui/commands.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kLine = 26;

// "Ctrl+Shift+Z" as small caps of a keyboard, right-aligned; several ways are parted by a gap.
void DrawKeys(const Frame& frame, std::string_view shortcut, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle style = frame.Text(kSmallText, frame.theme.quiet);
  std::vector<std::string_view> ways = SplitTrimmed(shortcut, ' ');
  std::reverse(ways.begin(), ways.end());
  float x = rect.max.x;
  for (const std::string_view way : ways) {
    const float width = TextWidth(style, way) + 12;
    const Rect key{{x - width, rect.middle() - 10}, {x, rect.middle() + 10}};
    list->AddRect(key.min, key.max, frame.theme.line, 3, 0, Hairline());
    DrawTextIn(list, style, key, way, Align::kCenter);
    x -= width + 6;
  }
}

float DrawTitle(const Frame& frame, std::string_view title, float x, float y) {
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Bold(kUiText, frame.theme.text),
             {{x, y}, {x + 300, y + 32}}, title);
  return y + 32;
}

float DrawShortcuts(const Frame& frame, float x, float y, float width) {
  y = DrawTitle(frame, "Keys", x, y);
  for (const CommandSpec& command : AllCommands()) {
    if (command.shortcut.empty()) continue;
    const Rect row{{x, y}, {x + width, y + kLine}};
    DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.text), row,
               command.label);
    DrawKeys(frame, command.shortcut, row);
    y += kLine;
  }
  return y;
}

template <typename E>
float DrawLegend(const Frame& frame, std::string_view title, float x, float y, float width) {
  y = DrawTitle(frame, title, x, y);
  ForEachNamed<E>([&](E value) {
    const Rect row{{x + 24, y}, {x + width, y + kLine}};
    DrawMark(ImGui::GetWindowDrawList(), frame.theme, {x + 7, Snap(row.middle())}, value);
    DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.text), row,
               LabelOf(value));
    y += kLine - 4;
    if (!Explain(value).empty()) {
      y += DrawParagraph(ImGui::GetWindowDrawList(), frame.Text(kSmallText, frame.theme.quiet),
                         {row.min.x, y}, width - 24, 15, Explain(value));
    }
    y += 4;
  });
  return y + kGap;
}

float DrawChartHelp(const Frame& frame, float x, float y, float width) {
  y = DrawTitle(frame, "The chart", x, y);
  return y +
         DrawParagraph(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet), {x, y},
                       width, 20,
                       "Drag to choose days, drag an edge to move it, click a bar for its days, "
                       "double-click for all days. A claim "
                       "is counted on the last day it is about, not on the day it was printed.");
}

// Each way of searching with an example that can be clicked.
float DrawSearching(const Frame& frame, float x, float y, float width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle quiet = frame.Text(kUiText, frame.theme.quiet);
  y += DrawParagraph(list, quiet, {x, y}, width, 20,
                     "Several words: a claim must have them all, in any order; “In articles” looks "
                     "for them in the whole article. Case and accents do not matter, and the last "
                     "word may be half typed. Click an example to try it:") +
       kGap;
  const bool two = width > 440;
  const float column = two ? 210 : width;
  for (const SearchHint& hint : SearchExamples()) {
    const float end = x + std::min(TextWidth(quiet, hint.text) + 1, column);
    if (Link(frame, "example " + std::string(hint.text), hint.text, {{x, y}, {end, y + kLine}},
             kUiText)) {
      frame.Do("search", {{"q", hint.text}});
      frame.Do("toggle-help");
    }
    if (!two) y += kLine - 6;
    DrawTextIn(list, quiet, {{two ? x + column + kGap : x, y}, {x + width, y + kLine}},
               hint.meaning);
    y += kLine;
  }
  return y;
}

}  // namespace

void DrawHelp(const Frame& frame) {
  const float width = std::min(720.0f, frame.width - 2 * kMargin),
              height = std::min(730.0f, frame.height - kTopBar - 2 * kGap);
  // Clear of the search, which it is about.
  const ImVec2 min((frame.width - width) / 2,
                   std::max(kTopBar + kGap, (frame.height - height) / 2));
  const Rect sheet{min, {min.x + width, min.y + height}};
  BeginPanel("help", sheet, frame.theme.paper, true);
  const float scroll = ImGui::GetScrollY();
  const float x = sheet.min.x + 24, top = sheet.min.y + kMargin - scroll;
  static constexpr std::string_view kParts[] = {"Keys and marks", "Searching"};
  const bool searching = frame.state().help_on_search;
  const int part = Segments(frame, kParts, searching ? 1 : 0,
                            {{x, top}, {x + SegmentsWidth(frame, kParts), top + 32}});
  if (part >= 0 && (part == 1) != searching) {
    if (part == 0) frame.Do("toggle-help");
    frame.Do(part == 1 ? "search-help" : "toggle-help");
  }
  if (IconButton(frame, Icon::kClose, "Close the help",
                 {{sheet.max.x - 48, top}, {sheet.max.x - 16, top + 32}}))
    frame.Do("toggle-help");
  const bool two = width > 600;
  const float column = two ? (width - 48 - 40) / 2 : width - 48;
  const float begin = top + 44;
  if (searching) {
    EndContentAt(DrawSearching(frame, x, begin, width - 48) + 24);
    EndPanel();
    return;
  }
  // What the marks mean comes first where there may be no keys.
  float y = two ? DrawShortcuts(frame, x, begin, column) : begin;
  const float right = two ? x + column + 40 : x;
  float z = DrawLegend<Kind>(frame, "Kinds of claim", right, begin, column);
  z = DrawLegend<Side>(frame, "Who makes it", right, z, column);
  z = DrawLegend<ClaimStatus>(frame, "Its status", right, z, column);
  if (two) {
    y = DrawChartHelp(frame, x, y + kGap, column);
  } else {
    z = DrawShortcuts(frame, x, DrawChartHelp(frame, x, z, column) + kMargin, column);
  }
  EndContentAt(std::max(y, z) + 24);
  EndPanel();
}

}  // namespace claimscope
