#include "ui/reader_panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/format.h"
#include "ui/found_words.h"
#include "ui/reader_body.h"
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
    const TextStyle style = frame.Text(kBodyText, 0);
    panel.layout = LayOutText(panel.text.text, width, kReadingLine, kParagraphGap,
                              [&style](char32_t c) { return LetterWidth(style, c); });
    panel.bring_into_view = true;
  }
  const bool moved = !(panel.seen == frame.state().selection) || other || stale;
  if (moved || panel.review_serial != frame.session.reviews.serial()) {
    panel.seen = frame.state().selection;
    panel.review_serial = frame.session.reviews.serial();
    panel.bring_into_view |= moved;
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
    const bool correcting = frame.state().correcting;
    if (!correcting) panel.form.open = false;
    const float wanted =
        correcting ? HeightOf(panel.form, frame) : HeightOf(panel.why, frame, rest.width());
    const Rect foot = CutBottom(
        &rest, std::min(wanted, (rest.height() - kReviewBar) * (correcting ? 0.6f : 0.5f)));
    const Rect review = CutBottom(&rest, kReviewBar);
    BeginPanel("reader text", rest, frame.theme.paper, true);
    const float x = rest.min.x + kSide;
    const float top = rest.min.y + 20 - ImGui::GetScrollY();
    const float end = DrawHeadline(frame, segment.ArticleAt(panel.article), x, top, width);
    const TextArea area{x, end, width};
    DrawText(panel, frame, area, hit->row);
    EndContentAt(end + panel.layout.height + 32);
    EndPanel();
    CopySelection(panel, frame);
    DrawReviewBar(frame, review);
    if (correcting) {
      Draw(panel.form, frame, foot);
    } else {
      Draw(panel.why, frame, foot);
    }
  }
  DrawVLine(ImGui::GetWindowDrawList(), rect.min.x, rect.min.y, rect.max.y, frame.theme.line);
  EndPanel();
}

}  // namespace claimscope
