#include "ui/reader_panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/format.h"
#include "ui/found_words.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kBar = 44;
constexpr float kSide = 24;         // beside the text
constexpr float kWidestText = 560;  // some 75 characters
constexpr float kParagraphGap = 10;

void PrepareArticle(ReaderPanel& panel, const Segment& segment) {
  segment.WantText();
  const ArticleView article = segment.ArticleAt(panel.article);
  panel.text = PrepareText(article.page, article.cuts, panel.unfolded);
  panel.claims = segment.ClaimsOf(panel.article);
  panel.marks.clear();
  for (const uint32_t row : panel.claims) {
    const Span page = segment.PageSpanAt(row);
    const auto kind = static_cast<Kind>(segment.kinds()[row]);
    panel.marks.push_back(
        {row, panel.text.ShownAt(page.begin), panel.text.ShownAt(page.end), kind});
  }
  panel.found = FindWords(panel.text.text, FoldWords(panel.words_of));
  panel.layout = {};
}

void Refresh(ReaderPanel& panel, const Frame& frame, Hit hit, float width) {
  const Workspace& workspace = frame.session.workspace();
  const Segment& segment = workspace.SegmentAt(hit.segment);
  const uint32_t article = segment.articles()[hit.row];
  const bool other = !panel.has_article || panel.segment != hit.segment || panel.article != article;
  const bool stale =
      panel.revision != workspace.revision() || panel.words_of != frame.state().query.text;
  if (other) {
    panel.unfolded.clear();
    panel.from = panel.to = 0;
  }
  if (other || stale) {
    panel.has_article = true;
    panel.segment = hit.segment;
    panel.article = article;
    panel.revision = workspace.revision();
    panel.words_of = frame.state().query.text;
    PrepareArticle(panel, segment);
  }
  const float density = ImGui::GetIO().DisplayFramebufferScale.x;
  if (panel.width != width || panel.density != density || panel.layout.lines.empty()) {
    panel.width = width;
    panel.density = density;
    ImFontBaked* baked = frame.theme.fonts.regular->GetFontBaked(frame.Text(kBodyText, 0).size);
    panel.layout =
        LayOutText(panel.text.text, width, kReadingLine, kParagraphGap,
                   [baked](char32_t c) { return baked->GetCharAdvance(static_cast<ImWchar>(c)); });
    panel.bring_into_view = true;
  }
  if (!(panel.seen == frame.state().selection) || other || stale) {
    panel.seen = frame.state().selection;
    panel.bring_into_view = true;
    // Where it would take the room of the text it waits to be opened.
    if (panel.why.rows.empty()) panel.why.folded = frame.height < 700 || frame.width < 640;
    Prepare(panel.why, frame.session, hit);
  }
}

void DrawBar(const ReaderPanel& panel, const Frame& frame, const Rect& rect) {
  Rect bar = rect.Inset(kGap, 6);
  const float side = bar.height();
  const size_t at = frame.state().selection.claim, count = panel.claims.size();
  if (IconButton(frame, Icon::kUp, "Previous claim of the article", CutLeft(&bar, side), at > 0))
    frame.Do("previous-in-article");
  if (IconButton(frame, Icon::kDown, "Next claim of the article", CutLeft(&bar, side),
                 at + 1 < count))
    frame.Do("next-in-article");
  if (IconButton(frame, Icon::kClose, "Close the article", CutRight(&bar, side)))
    frame.Do("close-reader");
  if (IconButton(frame, Icon::kCopy, "Copy the quote", CutRight(&bar, side)))
    frame.Do("copy-quote");
  const std::string place =
      "Claim " + FormatCount(at + 1) + " of " + FormatCount(count) + " in this article";
  CutLeft(&bar, kGap);
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet), bar, place);
  DrawHLine(ImGui::GetWindowDrawList(), rect.min.x, rect.max.x, rect.max.y - Hairline(),
            frame.theme.line);
}

// Headline, outlet, date and how it is known; returns where it ends.
float DrawHeadline(const Frame& frame, const ArticleView& article, float x, float y, float width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string_view title = article.title.empty() ? "Without a headline" : article.title;
  y += DrawParagraph(list, frame.Bold(kTitleText, frame.theme.text), {x, y}, width, 26, title) + 6;
  std::string byline(article.source);
  const std::string day = article.date.known() ? FormatDay(article.date) : "undated";
  if (!byline.empty()) byline += " · ";
  byline += day;
  const TextStyle quiet = frame.Text(kUiText, frame.theme.quiet);
  if (article.date_basis != DateBasis::kField)
    byline.append(" (").append(ExplainDate(article.date_basis)).append(")");
  y += DrawParagraph(list, quiet, {x, y}, width, 19, byline);
  if (!article.url.empty()) {
    if (Link(frame, "Open the page on the web", "Open the page on the web",
             {{x, y}, {x + width, y + 22}}, kUiText)) {
      frame.Do("open-source");
    }
    Tooltip(frame, article.url);
    y += 22;
  }
  return y + kMargin;
}

struct TextArea {
  float x, top, width;
};

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
  for (const ReaderMark& mark : panel.marks) {
    const bool selected = mark.row == selected_row;
    const ImU32 color = theme.Of(mark.kind);
    char label[40];
    std::snprintf(label, sizeof label, "mark %u",
                  static_cast<unsigned>(&mark - panel.marks.data() + 1));
    ForEachPart(panel, frame, area, mark.begin, mark.end, [&](Rect part) {
      list->AddRectFilled(
          {part.min.x - 2, part.min.y + 1}, {part.max.x + 2, part.max.y - 1},
          Fade(color, selected ? (theme.dark ? 0.36f : 0.28f) : (theme.dark ? 0.18f : 0.13f)), 3);
      if (selected) {
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
      const ImU32 ink = run.style == RunStyle::kCut ? frame.theme.quiet : frame.theme.text;
      DrawTextAt(list, frame.Text(kBodyText, ink), {area.x, baseline}, text);
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
  panel.has_article = false;  // prepared anew in the next frame
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
  const float letter = TextWidth(style, text.substr(before, 1));
  const float rest = x - TextWidth(style, text.substr(0, before));
  size_t place = before;
  if (rest > letter / 2) {
    do ++place;
    while (place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80);
  }
  return line.begin + static_cast<uint32_t>(place);
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
  const ReaderMark* best = nullptr;
  for (const ReaderMark& mark : panel.marks) {
    if (panel.from < mark.begin || panel.from >= mark.end) continue;
    if (best == nullptr || mark.end - mark.begin < best->end - best->begin) best = &mark;
  }
  if (best == nullptr) return;
  const Selection selection = frame.session.SelectionOf({panel.segment, best->row});
  frame.Do("select-claim",
           {{"article", selection.article}, {"claim", std::to_string(selection.claim + 1)}});
}

void DrawText(ReaderPanel& panel, const Frame& frame, const TextArea& area, uint32_t selected_row) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (panel.bring_into_view) {
    panel.bring_into_view = false;
    for (const ReaderMark& mark : panel.marks) {
      if (mark.row != selected_row || panel.layout.lines.empty()) continue;
      const float y = panel.layout.lines[panel.layout.LineOf(mark.begin)].y;
      const float at = area.top + y - ImGui::GetWindowPos().y;
      const float height = ImGui::GetWindowHeight();
      if (at < 40 || at > height - 120)
        ImGui::SetScrollY(std::max(0.0f, at + ImGui::GetScrollY() - height * 0.3f));
    }
  }
  // Links within the text are pressed before the text itself.
  ImGui::SetNextItemAllowOverlap();
  const Press press = PressRow(
      "article text", {{area.x - 8, area.top},
                       {area.x + area.width + 8, area.top + std::max(panel.layout.height, 1.0f)}});
  HandleMouse(panel, frame, area, press);
  DrawMarks(panel, frame, area, selected_row);
  for (const Span span : panel.found) {
    ForEachPart(panel, frame, area, span.begin, span.end, [&](Rect part) {
      list->AddRectFilled({part.min.x - 1, part.min.y + 2}, {part.max.x + 1, part.max.y - 2},
                          frame.theme.found, 2);
    });
  }
  ForEachPart(
      panel, frame, area, std::min(panel.from, panel.to), std::max(panel.from, panel.to),
      [&](Rect part) { list->AddRectFilled(part.min, part.max, Fade(frame.theme.accent, 0.3f)); });
  DrawLines(panel, frame, area);
}

void CopySelection(const ReaderPanel& panel, const Frame& frame) {
  if (panel.from == panel.to || !ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_C)) return;
  if (ImGui::GetIO().WantTextInput) return;
  const Span span{std::min(panel.from, panel.to), std::max(panel.from, panel.to)};
  frame.Do("copy-text", {{"text", TextOf(panel.text.text, span)}});
}

}  // namespace

void Draw(ReaderPanel& panel, const Frame& frame, const Rect& rect) {
  BeginPanel("reader", rect, frame.theme.paper, false);
  const std::optional<Hit> hit = frame.session.selected();
  Rect rest = rect;
  if (!hit) {
    panel.has_article = false;
    Rect bar = CutTop(&rest, kBar).Inset(kGap, 6);
    if (IconButton(frame, Icon::kClose, "Close the article", CutRight(&bar, bar.height())))
      frame.Do("close-reader");
    const Rect middle{{rest.min.x + kSide, rest.middle() - 40},
                      {rest.max.x - kSide, rest.middle()}};
    DrawParagraph(ImGui::GetWindowDrawList(), frame.Text(kBodyText, frame.theme.quiet), middle.min,
                  middle.width(), kReadingLine,
                  "Click a claim in the table to read it in its article.", Align::kCenter);
  } else {
    const float width = std::floor(std::min(rect.width() - 2 * kSide - 8, kWidestText));
    Refresh(panel, frame, *hit, width);
    const Segment& segment = frame.session.workspace().SegmentAt(hit->segment);
    DrawBar(panel, frame, CutTop(&rest, kBar));
    const float why = std::min(HeightOf(panel.why, frame, rest.width()), rest.height() * 0.5f);
    const Rect foot = CutBottom(&rest, why);
    BeginPanel("reader text", rest, frame.theme.paper, true);
    const float x = rest.min.x + kSide;
    const float top = rest.min.y + 20 - ImGui::GetScrollY();
    const float end = DrawHeadline(frame, segment.ArticleAt(panel.article), x, top, width);
    const TextArea area{x, end, width};
    DrawText(panel, frame, area, hit->row);
    EndContentAt(end + panel.layout.height + 32);
    EndPanel();
    CopySelection(panel, frame);
    Draw(panel.why, frame, foot);
  }
  DrawVLine(ImGui::GetWindowDrawList(), rect.min.x, rect.min.y, rect.max.y, frame.theme.line);
  EndPanel();
}

}  // namespace claimscope
