#include "ui/center_panel.h"

#include "ui/chips.h"
#include "ui/findings.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/notices.h"
#include "ui/splitter.h"
#include "ui/view_tabs.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

bool SearchesWords(std::string_view search) {
  return !search.empty() && !WordsSearched(search).empty();
}

// What says the words is in articles that hold them: only where nothing does it must be looked for.
bool FindsWider(const Session& session) {
  return session.hit_count() > 0 ||
         (!session.is_searching() && session.findings().InArticles(session) > 0);
}

// One click from the claims that hold the words searched for to all of their articles, and back.
void DrawOtherScope(const Frame& frame, Rect* rest) {
  const bool wide = frame.state().search_articles;
  if (!wide && !FindsWider(frame.session)) return;
  const std::string_view shown =
      wide ? "only claims with the words" : "all claims of these articles";
  const float width = TextWidth(frame.Text(kUiText, 0), shown);
  if (rest->width() < width + 2 * kGap) return;
  CutLeft(rest, kGap);
  if (Link(frame, "search in the other", shown, CutLeft(rest, width + kGap), kUiText))
    frame.Do("search-in", {{"where", wide ? "claims" : "articles"}});
}

void DrawSummary(const Frame& frame, Rect* rect) {
  const Session& session = frame.session;
  Rect row = CutTop(rect, 48).Inset(kMargin, 10);
  static constexpr std::string_view kPer[] = {"Day", "Week", "Month", "Quarter", "Year"};
  const bool roomy = row.width() > 420;
  // Quarters and years only where there are some of them.
  const DayRange all = session.corpus().days();
  const bool is_long = roomy && all.to.value - all.from.value > 3 * 365;
  const std::span<const std::string_view> pers(kPer, is_long ? std::size(kPer) : 3);
  const float segments = SegmentsWidth(frame, pers);
  if (session.corpus().days().known()) {
    const Rect choice = CutRight(&row, segments);
    CutRight(&row, kMargin);
    const int shown = static_cast<int>(session.answer().histogram.per);
    const int pressed = Segments(frame, pers, shown, choice);
    if (pressed >= 0) frame.Do("set-per", {{"per", NameOf(static_cast<Per>(pressed))}});
  }
  const Query& query = frame.state().query;
  const DayRange days = query.days.known() ? query.days : session.chart_days();
  const bool says = !frame.state().search_articles && SearchesWords(query.text);
  std::string counts =
      says ? FormatCountOf(session.hit_count(), "claim") +
                 (WordsSearched(query.text).size() == 1 ? " with this word, in "
                                                        : " with these words, in ") +
                 FormatCountOf(session.answer().articles, "article")
           : FormatSummary(session.hit_count(), session.answer().articles, {});
  const TextStyle strong = frame.Bold(kBodyText, frame.theme.text);
  ImDrawList* list = ImGui::GetWindowDrawList();
  frame.items.Add(FormatSummary(session.hit_count(), session.answer().articles, days), row.min,
                  row.max);
  if (TextWidth(strong, counts) > row.width()) counts = FormatCountOf(session.hit_count(), "claim");
  const float end = row.min.x + TextWidth(strong, counts);
  DrawTextIn(list, strong, row, counts);
  Rect rest{{end, row.min.y}, row.max};
  if (SearchesWords(query.text)) DrawOtherScope(frame, &rest);
  if (!days.known() || !roomy) return;
  // A few claims lie further away: the chart says how many.
  const bool part = !query.days.known() && !(days == session.corpus().days());
  std::string text = (part ? " · chart: " : " · ") + FormatDayRange(days);
  if (session.is_searching()) {
    text = " · searching…";
  } else if (session.counts_all_for_now()) {
    text = session.progress.running ? " · every mention, until all is read"
                                    : " · every mention; comparing…";
  }
  const TextStyle quiet = frame.Text(kBodyText, frame.theme.quiet);
  if (TextWidth(quiet, text) <= rest.width()) DrawTextIn(list, quiet, rest, text);
}

void DrawChart(CenterPanel& panel, const Frame& frame, float height, Rect* rest) {
  const float chart = ChartHeight(frame.state(), height);
  panel.chart = CutTop(rest, chart);
  Draw(panel.timeline, frame, panel.chart.Inset(kMargin, 0));
  const Rect border{{rest->min.x, rest->min.y - 3}, {rest->max.x, rest->min.y + 3}};
  DrawSplitter(frame, "border of the chart", "chart", chart, border, false, 1);
}

void DrawView(CenterPanel& panel, const Frame& frame, const Rect& rect) {
  const bool nothing = frame.session.hit_count() == 0;
  switch (frame.state().view) {
    case View::kOverview:
      return Draw(panel.overview, frame, rect);
    case View::kCompare:
      panel.compare.chart = panel.chart.width() > 0 ? panel.timeline.plot : Rect{};
      return Draw(panel.compare, frame, rect);
    case View::kMap:
      return Draw(panel.map, frame, rect);
    case View::kContext:
      return nothing ? DrawNothingFound(frame, rect) : Draw(panel.context, frame, rect);
    case View::kClaims:
      break;
  }
  return nothing ? DrawNothingFound(frame, rect) : Draw(panel.claims, frame, rect);
}

}  // namespace

void Draw(CenterPanel& panel, const Frame& frame, const Rect& rect) {
  BeginPanel("center", rect, frame.theme.paper, false);
  const Corpus& corpus = frame.session.corpus();
  if (corpus.claims() == 0 && corpus.articles() == 0) {
    DrawEmpty(frame, rect);
    EndPanel();
    return;
  }
  Rect rest = rect;
  const bool small = frame.width < kNarrow;
  // First, so that they stay where they are whatever a view needs above its list.
  if (small) DrawViewTabs(frame, CutBottom(&rest, kTabs + 6), true);
  if (!small && rest.height() > 260) DrawViewTabs(frame, CutTop(&rest, kTabs), false);
  DrawSampleNotice(frame, &rest);
  DrawOpening(frame, &rest);
  const float height = rest.height();
  panel.chart = {};
  DrawSummary(frame, &rest);
  if (corpus.days().known() && height > 260) DrawChart(panel, frame, height, &rest);
  if (height > 260 || !(frame.state().query == Query{})) DrawChips(frame, &rest);
  panel.shown = rest;
  DrawView(panel, frame, rest);
  EndPanel();
}

}  // namespace claimscope
