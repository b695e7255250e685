#include "ui/reader_body.h"

#include <imgui_internal.h>

#include <algorithm>

#include "base/utf8.h"
#include "ui/copies_list.h"
#include "ui/open_claim.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

float XOf(const ReaderPanel& panel, const Frame& frame, const ReaderLine& line, uint32_t at) {
  const uint32_t end = std::clamp(at, line.begin, line.end);
  return TextWidth(frame.Text(kBodyText, 0), TextOf(panel.text.text, {line.begin, end}));
}

// Calls f(line rectangle) for each line's part of [begin, end).
template <typename F>
void ForEachPart(const ReaderPanel& panel, const Frame& frame, const TextArea& area, uint32_t begin,
                 uint32_t end, F f) {
  if (begin >= end) return;
  const Rect view{ImGui::GetWindowDrawList()->GetClipRectMin(),
                  ImGui::GetWindowDrawList()->GetClipRectMax()};
  for (size_t l = panel.layout.LineOf(begin); l < panel.layout.lines.size(); ++l) {
    const ReaderLine& line = panel.layout.lines[l];
    if (line.begin >= end) break;
    const float y = area.top + line.y;
    if (y + kReadingLine < view.min.y || y > view.max.y) continue;
    const float x0 = area.x + XOf(panel, frame, line, begin),
                x1 = area.x + XOf(panel, frame, line, end);
    if (x1 > x0) f(Rect{{x0, y}, {x1, y + kReadingLine}});
  }
}

void DrawMarks(const ReaderPanel& panel, const Frame& frame, const TextArea& area,
               uint32_t selected_row) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& theme = frame.theme;
  for (const MarkedPart& mark : panel.marks) {
    const bool selected = mark.row == selected_row && !mark.is_there;
    const bool rejected = !mark.is_there && frame.session.reviews.VerdictOf(
                                                {panel.segment, mark.row}) == Verdict::kRejected;
    const ImU32 color = theme.Of(mark.kind);
    char label[40];
    std::snprintf(label, sizeof label, "mark %u",
                  static_cast<unsigned>(&mark - panel.marks.data() + 1));
    // Where words of one article alone are underlined, and the others grey, a mark is fainter.
    const float wash = selected ? (theme.dark ? 0.36f : 0.28f) : (theme.dark ? 0.18f : 0.13f);
    ForEachPart(panel, frame, area, mark.begin, mark.end, [&](Rect part) {
      list->AddRectFilled({part.min.x - 2, part.min.y + 1}, {part.max.x + 2, part.max.y - 1},
                          Fade(color, panel.differs ? wash / 2 : wash), 3);
      // Struck through, as it does not count.
      if (rejected) DrawHLine(list, part.min.x, part.max.x, Snap(part.middle()), theme.quiet);
      if (selected && !panel.differs) {
        list->AddRectFilled({part.min.x - 2, part.max.y - 3}, {part.max.x + 2, part.max.y - 1},
                            color);
      }
      frame.items.Add(label, part.min, part.max);
    });
    if (!selected || panel.layout.lines.empty()) continue;
    const float y0 = area.top + panel.layout.lines[panel.layout.LineOf(mark.begin)].y;
    const float y1 = area.top +
                     panel.layout.lines[panel.layout.LineOf(std::max(mark.begin, mark.end - 1))].y +
                     kReadingLine;
    list->AddRectFilled({area.x - 14, y0 + 2}, {area.x - 11, y1 - 2}, theme.accent, 2);
  }
}

// The runs of a line, each in its ink; words of one article alone stand on a line of their own.
void DrawRuns(const ReaderPanel& panel, const Frame& frame, const TextArea& area,
              const ReaderLine& line, float baseline) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const ReaderRun* run = &panel.text.RunAt(line.begin);
       run != panel.text.runs.data() + panel.text.runs.size() && run->shown < line.end; ++run) {
    const Span part{std::max(line.begin, run->shown), std::min(line.end, run->shown + run->size)};
    if (part.empty()) continue;
    const bool quiet = run->style == RunStyle::kCut || run->style == RunStyle::kShared ||
                       run->style == RunStyle::kMoved;
    const float x0 = area.x + XOf(panel, frame, line, part.begin);
    DrawTextAt(list, frame.Text(kBodyText, quiet ? frame.theme.quiet : frame.theme.text),
               {x0, baseline}, TextOf(panel.text.text, part));
    if (run->style != RunStyle::kHere && run->style != RunStyle::kThere) continue;
    const float x1 = area.x + XOf(panel, frame, line, part.end);
    DrawOwnLine(frame, list, x0, x1, area.top + line.y + kReadingLine - 3,
                run->style == RunStyle::kThere);
  }
}

void DrawLines(ReaderPanel& panel, const Frame& frame, const TextArea& area) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 view_min = list->GetClipRectMin(), view_max = list->GetClipRectMax();
  const auto& lines = panel.layout.lines;
  uint32_t fold_clicked = ~0u;
  for (size_t l = panel.layout.LineAt(view_min.y - area.top); l < lines.size(); ++l) {
    const ReaderLine& line = lines[l];
    const float y = area.top + line.y;
    if (y > view_max.y) break;
    if (line.begin == line.end) continue;
    const ReaderRun& run = panel.text.RunAt(line.begin);
    const std::string_view text = TextOf(panel.text.text, {line.begin, line.end});
    const TextStyle body = frame.Text(kBodyText, frame.theme.text);
    const float baseline = y + (kReadingLine - body.size) / 2;
    if (run.style != RunStyle::kFold) {
      DrawRuns(panel, frame, area, line, baseline);
      continue;
    }
    const float x =
        DrawTextAt(list, frame.Text(kUiText, frame.theme.quiet), {area.x, baseline + 1}, text);
    const std::string label = "show##" + std::to_string(run.page);
    if (Link(frame, label, "show", {{x + kGap, y}, {x + kGap + 40, y + kReadingLine}}, kUiText))
      fold_clicked = run.page;
  }
  if (fold_clicked == ~0u) return;
  panel.unfolded.push_back(fold_clicked);
  panel.revision = ~uint64_t{0};  // prepared anew in the next frame
  panel.stay = true;
}

uint32_t PlaceAt(const ReaderPanel& panel, const Frame& frame, const TextArea& area, ImVec2 point) {
  if (panel.layout.lines.empty()) return 0;
  const ReaderLine& line = panel.layout.lines[panel.layout.LineAt(point.y - area.top)];
  const std::string_view text = TextOf(panel.text.text, {line.begin, line.end});
  // The nearer edge of the letter under the pointer.
  const TextStyle style = frame.Text(kBodyText, 0);
  const float x = point.x - area.x;
  const size_t before = TextFits(style, text, x);
  if (before >= text.size()) return line.end;
  const CodePoint under = DecodeUtf8(text, before);
  const float letter = LetterWidth(style, under.value);
  const float rest = x - TextWidth(style, text.substr(0, before));
  const size_t place = rest > letter / 2 ? before + under.size_bytes : before;
  return line.begin + static_cast<uint32_t>(place);
}

// What the date or place under the pointer was taken for, and a line under the words it is told of.
void TellResolved(const ReaderPanel& panel, const Frame& frame, const TextArea& area,
                  bool is_hovered) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ResolvedWords* under = nullptr;
  for (const ResolvedWords& words : panel.resolved) {
    ForEachPart(panel, frame, area, words.begin, words.end, [&](Rect part) {
      frame.items.Add("resolved: " + words.meaning, part.min, part.max);
      if (part.Contains(mouse)) under = &words;
    });
  }
  if (!is_hovered || under == nullptr || panel.selecting) return;
  ForEachPart(panel, frame, area, under->begin, under->end, [&](Rect part) {
    for (float x = part.min.x; x < part.max.x; x += 4)
      ImGui::GetWindowDrawList()->AddRectFilled(
          {x, part.max.y - 3}, {std::min(x + 2, part.max.x), part.max.y - 2}, frame.theme.text);
  });
  // Each word waits for its own card, and again once the text has been scrolled.
  ImGuiContext& g = *ImGui::GetCurrentContext();
  g.LastItemData.ID =
      ImGui::GetID(static_cast<int>(under->begin) + static_cast<int>(ImGui::GetScrollY()));
  constexpr ImGuiHoveredFlags kAfterAWhile =
      ImGuiHoveredFlags_ForTooltip | ImGuiHoveredFlags_DelayNormal |
      ImGuiHoveredFlags_NoSharedDelay | ImGuiHoveredFlags_AllowWhenOverlappedByItem;
  if (!ImGui::IsItemHovered(kAfterAWhile)) return;
  // Clear of the whole claim that is being read.
  Span read{under->begin, under->end};
  for (const MarkedPart& mark : panel.marks) {
    if (mark.begin <= under->begin && under->begin < mark.end)
      read = {std::min(read.begin, mark.begin), std::max(read.end, mark.end)};
  }
  const auto top = [&](uint32_t at) {
    return area.top + panel.layout.lines[panel.layout.LineOf(at)].y;
  };
  TooltipBeside(frame, {{area.x, top(read.begin)}, {mouse.x, top(read.end - 1) + kReadingLine}},
                under->meaning);
}

// A press selects text; a click without a move selects the claim it falls on, the shortest where
// several overlap.
void HandleMouse(ReaderPanel& panel, const Frame& frame, const TextArea& area, const Press& press) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (ImGui::IsItemActivated()) {
    panel.from = panel.to = PlaceAt(panel, frame, area, mouse);
    panel.selecting = true;
  }
  if (press.held && panel.selecting) panel.to = PlaceAt(panel, frame, area, mouse);
  if (press.held || !panel.selecting) return;
  panel.selecting = false;
  if (panel.from != panel.to) return;
  const MarkedPart* best = nullptr;
  for (const MarkedPart& mark : panel.marks) {
    if (panel.from < mark.begin || panel.from >= mark.end) continue;
    if (best == nullptr || mark.end - mark.begin < best->end - best->begin) best = &mark;
  }
  if (best == nullptr) return;
  const uint32_t segment = best->is_there ? panel.beside.segment : panel.segment;
  OpenClaim(frame, {segment, best->row});
}

}  // namespace

namespace {

// The word that was opened, else the claim.
void BringIntoView(ReaderPanel& panel, const TextArea& area, uint32_t selected_row) {
  panel.bring_into_view = false;
  if (panel.layout.lines.empty()) return;
  const auto mark = std::find_if(panel.marks.begin(), panel.marks.end(), [&](const auto& one) {
    return one.row == selected_row && !one.is_there;
  });
  if (panel.opened.empty() && mark == panel.marks.end()) return;
  const uint32_t to = panel.opened.empty() ? mark->begin : panel.opened.begin;
  const float y = panel.layout.lines[panel.layout.LineOf(to)].y;
  const float at = area.top + y - ImGui::GetWindowPos().y;
  const float height = ImGui::GetWindowHeight();
  if (at < 40 || at > height - 120)
    ImGui::SetScrollY(std::max(0.0f, at + ImGui::GetScrollY() - height * 0.3f));
}

}  // namespace

void DrawText(ReaderPanel& panel, const Frame& frame, const TextArea& area, uint32_t selected_row) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (panel.bring_into_view) BringIntoView(panel, area, selected_row);
  // Links within the text are pressed before the text itself.
  ImGui::SetNextItemAllowOverlap();
  const Press press = PressRow(
      "article text", {{area.x - 8, area.top},
                       {area.x + area.width + 8, area.top + std::max(panel.layout.height, 1.0f)}});
  HandleMouse(panel, frame, area, press);
  TellResolved(panel, frame, area, press.hovered);
  DrawMarks(panel, frame, area, selected_row);
  for (const Span span : panel.found) {
    ForEachPart(panel, frame, area, span.begin, span.end, [&](Rect part) {
      list->AddRectFilled({part.min.x - 1, part.min.y + 2}, {part.max.x + 1, part.max.y - 2},
                          frame.theme.found, 2);
      if (span.begin == panel.opened.begin && !panel.opened.empty())
        list->AddRect({part.min.x - 2, part.min.y + 1}, {part.max.x + 2, part.max.y - 1},
                      frame.theme.text, 2, 0, 1.5f);
    });
  }
  ForEachPart(
      panel, frame, area, std::min(panel.from, panel.to), std::max(panel.from, panel.to),
      [&](Rect part) { list->AddRectFilled(part.min, part.max, Fade(frame.theme.accent, 0.3f)); });
  DrawLines(panel, frame, area);
}

}  // namespace claimscope
