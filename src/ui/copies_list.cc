#include "ui/copies_list.h"

#include <algorithm>

#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kFirstCopies = 4;
constexpr float kDash = 5, kPause = 3;

std::string ShareText(const CopyEntry& copy) {
  // Rounded down: what differs in a word is not the same.
  const int percent = std::clamp(static_cast<int>(copy.share * 100), 1, 100);
  return std::to_string(percent) + " % shared";
}

float DrawHead(const Frame& frame, std::string_view text, float x, float y, float width) {
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Bold(kUiText, frame.theme.text),
             {{x, y}, {x + width, y + kRow}}, text);
  return y + kRow;
}

float DrawCopy(const Frame& frame, const CopyEntry& copy, float x, float y, float width) {
  const Rect row{{x, y}, {x + width, y + frame.row()}};
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Press press = PressArea("Copy: " + copy.name + "##" + copy.id, row.Inset(-kGap, 0));
  if (press.hovered)
    list->AddRectFilled({row.min.x - kGap, row.min.y}, {row.max.x + kGap, row.max.y},
                        frame.theme.hover_wash, kRadius);
  Tooltip(frame, "Show what differs");
  Rect rest = row;
  DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), CutRight(&rest, 88), ShareText(copy),
             Align::kRight);
  DrawTextIn(list, frame.Text(kUiText, frame.theme.accent), rest, copy.name);
  if (press.clicked) frame.Do("compare-copy", {{"article", copy.id}});
  return row.max.y;
}

// One line of the legend: how words of this one look, whose they are, how many.
float DrawOwner(const Frame& frame, std::string_view whose, uint32_t words, bool is_there, float x,
                float y, float width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Rect row{{x, y}, {x + width, y + 22}};
  DrawOwnLine(frame, list, x, x + 22, Snap(row.middle()) + 4, is_there);
  Rect rest{{x + 32, y}, row.max};
  DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), CutRight(&rest, 88),
             FormatCountOf(words, "word"), Align::kRight);
  DrawTextIn(list, frame.Text(kUiText, frame.theme.text), rest, "Only in " + std::string(whose));
  return row.max.y;
}

}  // namespace

void DrawOwnLine(const Frame& frame, ImDrawList* list, float x0, float x1, float y, bool is_there) {
  const ImU32 color = is_there ? frame.theme.other : frame.theme.accent;
  if (!is_there) {
    list->AddRectFilled({x0, y}, {x1, y + 2}, color);
    return;
  }
  for (float x = x0; x < x1; x += kDash + kPause)
    list->AddRectFilled({x, y}, {std::min(x + kDash, x1), y + 2}, color);
}

float DrawCopies(ReaderPanel& panel, const Frame& frame, float x, float y, float width) {
  if (!panel.copies_known) {
    if (frame.session.progress.running) return y;
    if (Link(frame, "Look for copies", "Look for copies of this article",
             {{x, y}, {x + width, y + 22}}, kUiText))
      frame.Do("find-copies");
    return y + 22 + kMargin;
  }
  if (panel.copies.empty()) return y;
  bool is_whole = false, is_part = false;
  size_t shown = 0;
  for (const CopyEntry& copy : panel.copies) {
    if (shown == kFirstCopies && panel.copies.size() > kFirstCopies + 1 && !panel.all_copies) break;
    if (copy.is_whole && !is_whole) y = DrawHead(frame, "Copies", x, y, width);
    if (!copy.is_whole && !is_part) y = DrawHead(frame, "Shares passages with", x, y, width);
    (copy.is_whole ? is_whole : is_part) = true;
    y = DrawCopy(frame, copy, x, y, width);
    ++shown;
  }
  if (shown < panel.copies.size()) {
    const std::string more = FormatCount(panel.copies.size() - shown) + " more";
    if (Link(frame, "More copies", more, {{x, y}, {x + width, y + frame.row()}}, kUiText))
      panel.all_copies = true;
    y += frame.row();
  }
  return y + kMargin;
}

float DrawDifferenceHead(const ReaderPanel& panel, const Frame& frame, float x, float y,
                         float width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Workspace& workspace = frame.session.workspace();
  const auto name = [&workspace](ArticleRef ref) {
    return NameOfArticle(workspace.SegmentAt(ref.segment).ArticleAt(ref.article));
  };
  const ArticleRef here{panel.segment, panel.article};
  y += DrawParagraph(list, frame.Bold(kTitleText, frame.theme.text), {x, y}, width, 26,
                     "What differs") +
       6;
  y = DrawOwner(frame, name(here), panel.words_here, false, x, y, width);
  y = DrawOwner(frame, name(panel.beside), panel.words_there, true, x, y, width);
  DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), {{x + 32, y}, {x + width, y + 22}},
             "Grey: in both, " + FormatCountOf(panel.words_both, "word"));
  y += 26;
  if (Link(frame, "Back to the article", "Back to the article", {{x, y}, {x + 126, y + 24}},
           kUiText))
    frame.Do("close-copy");
  const bool can_be_read =
      !workspace.SegmentAt(panel.beside.segment).ClaimsOf(panel.beside.article).empty();
  if (can_be_read && Link(frame, "Read the other one", "Read the other one",
                          {{x + 142, y}, {x + 262, y + 24}}, kUiText)) {
    frame.Do("select-claim", {{"article", frame.state().beside}, {"claim", "1"}});
    frame.Do("close-copy");
  }
  y += 24 + kMargin;
  if (panel.words_here + panel.words_there == 0) {
    y += DrawParagraph(list, frame.Text(kBodyText, frame.theme.text), {x, y}, width, kReadingLine,
                       "Both have the same words.") +
         kMargin;
  }
  return y;
}

}  // namespace claimscope
