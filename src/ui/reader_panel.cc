#include "ui/reader_panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/copies_list.h"
#include "ui/findings.h"
#include "ui/format.h"
#include "ui/found_words.h"
#include "ui/reader_body.h"
#include "ui/reader_keys.h"
#include "ui/reader_source.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kBar = 44;
constexpr float kSide = 24;         // beside the text
constexpr float kWidestText = 560;  // some 75 characters
constexpr float kParagraphGap = 10;

void PrepareArticle(ReaderPanel& panel, const Segment& segment) {
  const ArticleView article = segment.ArticleAt(panel.article);
  panel.text = PrepareText(article.page, article.cuts, panel.unfolded);
  panel.marks.clear();
  for (const uint32_t row : panel.claims) {
    const Span page = segment.PageSpanAt(row);
    const auto kind = static_cast<Kind>(segment.kinds()[row]);
    panel.marks.push_back(
        {row, panel.text.ShownAt(page.begin), panel.text.ShownAt(page.end), kind, false});
  }
}

// Dates and places of the claims, to be told when they are pointed at; each once.
void ResolveWords(ReaderPanel& panel, const Session& session) {
  panel.resolved.clear();
  if (panel.in_source || panel.differs) return;
  const Segment& segment = session.workspace().SegmentAt(panel.segment);
  const ArticleView article = segment.ArticleAt(panel.article);
  const std::vector<Cut> cuts(article.cuts.begin(), article.cuts.end());
  const std::string text = TextWithoutCuts(article.page, cuts);
  const auto add = [&](Span words, std::string meaning) {
    if (words.empty()) return;
    // The end by its last byte: what was left out after the words is none of them.
    const uint32_t begin = panel.text.ShownAt(PageOffset(cuts, words.begin));
    const uint32_t end = panel.text.ShownAt(PageOffset(cuts, words.end - 1)) + 1;
    for (const ResolvedWords& known : panel.resolved) {
      if (known.begin == begin && known.end == end) return;
    }
    panel.resolved.push_back({begin, end, std::move(meaning)});
  };
  for (const uint32_t row : panel.claims) {
    const Claim claim = segment.ClaimAt(row);
    add(claim.time_span, MeaningOfTime(claim, text));
    for (const PlaceMention& place : claim.places)
      add(place.span, MeaningOfPlace(session.regions(), place, text));
  }
}

void PrepareTwo(ReaderPanel& panel, const Session& session) {
  DifferenceText two =
      PrepareDifferences(session, {panel.segment, panel.article}, panel.beside, panel.unfolded);
  panel.text = std::move(two.text);
  panel.marks = std::move(two.marks);
  panel.words_both = two.both;
  panel.words_here = two.here;
  panel.words_there = two.there;
}

void PrepareReader(ReaderPanel& panel, const Session& session) {
  const Segment& segment = session.workspace().SegmentAt(panel.segment);
  segment.WantText();
  panel.claims = segment.ClaimsOf(panel.article);
  const std::optional<ArticleRef> beside =
      panel.beside_id.empty() ? std::nullopt : session.FindArticle(panel.beside_id);
  panel.differs = beside && !(*beside == ArticleRef{panel.segment, panel.article});
  panel.in_source = session.state.source_open;
  panel.differs = panel.differs && !panel.in_source;
  if (panel.in_source) {
    SourceShown shown = PrepareSource(session, {panel.segment, panel.article});
    panel.text = std::move(shown.text);
    panel.marks = std::move(shown.marks);
  } else if (panel.differs) {
    panel.beside = *beside;
    PrepareTwo(panel, session);
  } else {
    PrepareArticle(panel, segment);
  }
  ResolveWords(panel, session);
  panel.found = FindWords(panel.text.text, FoldWords(panel.words_of));
  panel.layout = {};
}

// The word in context that led here.
void FindOpened(ReaderPanel& panel, const Frame& frame) {
  panel.opened = {};
  const uint32_t word = frame.state().selection.word;
  if (word == 0 || panel.in_source || panel.differs) return;
  const ArticleView article =
      frame.session.workspace().SegmentAt(panel.segment).ArticleAt(panel.article);
  const std::vector<Cut> cuts(article.cuts.begin(), article.cuts.end());
  const uint32_t at = panel.text.ShownAt(PageOffset(cuts, word - 1));
  for (const Span span : panel.found) {
    if (span.begin == at) panel.opened = span;
  }
}

void RefreshCopies(ReaderPanel& panel, const Frame& frame) {
  const bool wanted = frame.state().seek_copies && !frame.session.progress.running;
  panel.copies_known = wanted || frame.session.KnowsCopies();
  panel.copies.clear();
  if (panel.copies_known) panel.copies = ListCopies(frame.session, {panel.segment, panel.article});
}

void LayOutLines(ReaderPanel& panel, const Frame& frame, float width) {
  const float density = ImGui::GetIO().DisplayFramebufferScale.x;
  if (panel.width == width && panel.density == density && !panel.layout.lines.empty()) return;
  panel.width = width;
  panel.density = density;
  const TextStyle style = frame.Text(kBodyText, 0);
  panel.layout = LayOutText(panel.text.text, width, kReadingLine, kParagraphGap,
                            [&style](char32_t c) { return LetterWidth(style, c); });
  panel.bring_into_view = true;
}

void Refresh(ReaderPanel& panel, const Frame& frame, ArticleRef article, float width) {
  const Workspace& workspace = frame.session.workspace();
  const bool other = !panel.has_article || !(article == ArticleRef{panel.segment, panel.article}) ||
                     panel.beside_id != frame.state().beside ||
                     panel.in_source != frame.state().source_open;
  const bool stale =
      panel.revision != workspace.revision() || panel.words_of != frame.state().query.text;
  const bool given = panel.in_source && panel.source_serial != frame.session.source_serial;
  const bool known =
      frame.session.KnowsCopies() || (frame.state().seek_copies && !frame.session.progress.running);
  if (other) {
    panel.unfolded.clear();
    panel.all_copies = false;
    panel.from = panel.to = 0;
  }
  if (other || stale || given) {
    panel.source_serial = frame.session.source_serial;
    panel.has_article = true;
    panel.segment = article.segment;
    panel.article = article.article;
    panel.revision = workspace.revision();
    panel.words_of = frame.state().query.text;
    panel.beside_id = frame.state().beside;
    PrepareReader(panel, frame.session);
    panel.to_top = other && panel.differs;
  }
  if (other || stale || known != panel.copies_known) RefreshCopies(panel, frame);
  LayOutLines(panel, frame, width);
  const bool moved = !(panel.seen == frame.state().selection) || other || stale;
  if (moved || panel.review_serial != frame.session.reviews.serial()) {
    panel.seen = frame.state().selection;
    panel.review_serial = frame.session.reviews.serial();
    panel.bring_into_view |= moved;
    if (panel.to_top || panel.stay) panel.bring_into_view = false;
    panel.stay = false;
    FindOpened(panel, frame);
    // Where it would take the room of the text it waits to be opened.
    if (panel.why.rows.empty()) panel.why.folded = frame.height < 700 || frame.width < 640;
    if (frame.session.selected()) Prepare(panel.why, frame.session, *frame.session.selected());
  }
}

// Opened from words in context the arrows go on from line to line.
struct LineInContext {
  size_t at, of;
};
std::optional<LineInContext> ContextLineOf(const Session& session) {
  if (session.state.view != View::kContext || !session.selected()) return {};
  const Concordance& found = session.findings().InContext(session);
  const size_t at = LineOf(found, *session.selected(), session.state.selection.word);
  if (at == kNoLine) return {};
  return LineInContext{at, found.lines.size()};
}

void DrawBar(const ReaderPanel& panel, const Frame& frame, const Rect& rect) {
  Rect bar = rect.Inset(kGap, 6);
  const float side = bar.height();
  const Session& session = frame.session;
  const size_t at = frame.state().selection.claim, count = panel.claims.size();
  // Among the results of a filter the arrows stay within them, else within the article.
  const size_t row = session.selected_index(), left = session.left_index(),
               rows = session.row_count();
  const bool was_left = row == Session::kNone && left != Session::kNone;
  const bool filtered = !(frame.state().query == Query{}) && (row != Session::kNone || was_left);
  const std::optional<LineInContext> line = ContextLineOf(session);
  if (line) {
    if (IconButton(frame, Icon::kUp, "Previous line in context", CutLeft(&bar, side), line->at > 0))
      frame.Do("previous-claim");
    if (IconButton(frame, Icon::kDown, "Next line in context", CutLeft(&bar, side),
                   line->at + 1 < line->of))
      frame.Do("next-claim");
  } else if (filtered) {
    if (IconButton(frame, Icon::kUp, "Previous claim shown", CutLeft(&bar, side),
                   was_left ? left > 0 : row > 0))
      frame.Do("previous-claim");
    if (IconButton(frame, Icon::kDown, "Next claim shown", CutLeft(&bar, side),
                   was_left ? left < rows : row + 1 < rows))
      frame.Do("next-claim");
  } else {
    if (IconButton(frame, Icon::kUp, "Previous claim of the article", CutLeft(&bar, side), at > 0))
      frame.Do("previous-in-article");
    if (IconButton(frame, Icon::kDown, "Next claim of the article", CutLeft(&bar, side),
                   at + 1 < count))
      frame.Do("next-in-article");
  }
  if (IconButton(frame, Icon::kClose, "Close the article", CutRight(&bar, side)))
    frame.Do("close-reader");
  if (IconButton(frame, Icon::kCopy, "Copy the quote", CutRight(&bar, side), count > 0))
    frame.Do("copy-quote");
  const std::string of_article = FormatCount(at + 1) + " of " + FormatCount(count);
  std::string place = "Claim " + of_article + " in this article";
  if (filtered && !was_left && !line)
    place = FormatCount(row + 1) + " of " + FormatCount(rows) + " shown · claim " + of_article +
            " of the article";
  if (line)
    place = FormatCount(line->at + 1) + " of " + FormatCount(line->of) + " in context · claim " +
            of_article + " of the article";
  if (was_left && !line)
    place = "Not among the " + FormatCount(rows) + " shown · claim " + of_article;
  if (count == 0) place = "No claim in this article";
  CutLeft(&bar, kGap);
  // Which article this is stays in sight while its headline is scrolled away.
  const ArticleView article = session.workspace().SegmentAt(panel.segment).ArticleAt(panel.article);
  std::string name = SourceAndDay(article);
  if (!article.title.empty()) name.append(name.empty() ? "" : " · ").append(article.title);
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawTextIn(list, frame.Text(kSmallText, frame.theme.text), CutTop(&bar, bar.height() / 2), name);
  DrawTextIn(list, frame.Text(kSmallText, frame.theme.quiet), bar, place);
  frame.items.Add("place of the claim: " + place, bar.min, bar.max);
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
  if (!article.author.empty()) byline.append(" · by ").append(article.author);
  y += DrawParagraph(list, quiet, {x, y}, width, 19, byline);
  if (!article.url.empty()) {
    if (Link(frame, "Open the page on the web", "Open the page on the web",
             {{x, y}, {x + width, y + 22}}, kUiText)) {
      frame.Do("open-source");
    }
    Tooltip(frame, article.url);
    y += 22;
  }
  if (Link(frame, "Show in the source", "Show in the source", {{x, y}, {x + width, y + 22}},
           kUiText))
    frame.Do("show-source");
  Tooltip(frame, PathOfArticle(article.id));
  y += 22;
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
  const std::optional<ArticleRef> reading = frame.session.reading();
  const std::optional<Hit> hit = frame.session.selected();
  Rect rest = rect;
  if (!reading) {
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
    Refresh(panel, frame, *reading, width);
    const Segment& segment = frame.session.workspace().SegmentAt(reading->segment);
    DrawBar(panel, frame, CutTop(&rest, kBar));
    const bool correcting = frame.state().correcting;
    if (!correcting) panel.form.open = false;
    // Without a claim there is nothing to say of it.
    const float wanted = !hit         ? 0
                         : correcting ? HeightOf(panel.form, frame)
                                      : HeightOf(panel.why, frame, rest.width());
    const Rect foot = CutBottom(
        &rest, std::min(wanted, (rest.height() - kReviewBar) * (correcting ? 0.6f : 0.5f)));
    const Rect review = CutBottom(&rest, hit ? kReviewBar : 0);
    BeginPanel("reader text", rest, frame.theme.paper, true);
    if (panel.to_top) ImGui::SetScrollY(0);
    panel.to_top = false;
    ScrollByKeys(frame);
    const float x = rest.min.x + kSide;
    const float top = rest.min.y + 20 - ImGui::GetScrollY();
    float end = top;
    if (panel.in_source) {
      end = DrawSourceHead(panel, frame, x, top, width);
    } else if (panel.differs) {
      end = DrawDifferenceHead(panel, frame, x, top, width);
    } else {
      end = DrawHeadline(frame, segment.ArticleAt(panel.article), x, top, width);
      end = DrawCopies(panel, frame, x, end, width);
    }
    const TextArea area{x, end, width};
    DrawText(panel, frame, area, hit ? hit->row : ~0u);
    EndContentAt(end + panel.layout.height + 32);
    EndPanel();
    CopySelection(panel, frame);
    if (hit) DrawReviewBar(frame, review);
    if (hit && correcting) {
      Draw(panel.form, frame, foot);
    } else if (hit) {
      Draw(panel.why, frame, foot);
    }
  }
  DrawVLine(ImGui::GetWindowDrawList(), rect.min.x, rect.min.y, rect.max.y, frame.theme.line);
  EndPanel();
}

}  // namespace claimscope
