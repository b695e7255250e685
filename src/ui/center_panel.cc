#include "ui/center_panel.h"

#include "ui/chips.h"
#include "ui/format.h"
#include "ui/layout.h"
#include "ui/notices.h"
#include "ui/splitter.h"
#include "ui/view_tabs.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

void DrawSummary(const Frame& frame, Rect* rect) {
  const Session& session = frame.session;
  Rect row = CutTop(rect, 48).Inset(kMargin, 10);
  static constexpr std::string_view kPer[] = {"Day", "Week", "Month"};
  const float segments = SegmentsWidth(frame, kPer);
  const bool roomy = row.width() > 420;
  if (session.corpus().days().known()) {
    const Rect choice = CutRight(&row, segments);
    CutRight(&row, kMargin);
    const int shown = static_cast<int>(session.answer().histogram.per);
    const int pressed = Segments(frame, kPer, shown, choice);
    if (pressed >= 0) frame.Do("set-per", {{"per", NameOf(static_cast<Per>(pressed))}});
  }
  const Query& query = frame.state().query;
  const DayRange days = query.days.known() ? query.days : session.corpus().usual_days();
  const std::string counts = FormatSummary(session.hit_count(), session.answer().articles, {});
  const TextStyle strong = frame.Bold(kBodyText, frame.theme.text);
  ImDrawList* list = ImGui::GetWindowDrawList();
  frame.items.Add(FormatSummary(session.hit_count(), session.answer().articles, days), row.min,
                  row.max);
  const float end = row.min.x + TextWidth(strong, counts);
  DrawTextIn(list, strong, row, counts);
  if (!days.known() || !roomy) return;
  Rect rest{{end, row.min.y}, row.max};
  // A few claims lie further away: the chart says how many.
  const bool mostly = !query.days.known() && !(days == session.corpus().days());
  const std::string text = (mostly ? " · mostly " : " · ") + FormatDayRange(days);
  if (rest.width() > 80) DrawTextIn(list, frame.Text(kBodyText, frame.theme.quiet), rest, text);
}

void DrawChart(CenterPanel& panel, const Frame& frame, float height, Rect* rest) {
  const float chart = ChartHeight(frame.state(), height);
  Draw(panel.timeline, frame, CutTop(rest, chart).Inset(kMargin, 0));
  const Rect border{{rest->min.x, rest->min.y - 3}, {rest->max.x, rest->min.y + 3}};
  DrawSplitter(frame, "border of the chart", "chart", chart, border, false, 1);
}

void DrawView(CenterPanel& panel, const Frame& frame, const Rect& rect) {
  const bool nothing = frame.session.hit_count() == 0;
  switch (frame.state().view) {
    case View::kOverview:
      return Draw(panel.overview, frame, rect);
    case View::kCompare:
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
  if (small) DrawViewTabs(frame, CutBottom(&rest, kTabs + 6), true);
  DrawSampleNotice(frame, &rest);
  const float height = rest.height();
  DrawSummary(frame, &rest);
  if (corpus.days().known() && height > 260) DrawChart(panel, frame, height, &rest);
  if (height > 260 || !(frame.state().query == Query{})) DrawChips(frame, &rest);
  if (!small && height > 200) DrawViewTabs(frame, CutTop(&rest, kTabs), false);
  DrawView(panel, frame, rest);
  EndPanel();
}

}  // namespace claimscope
