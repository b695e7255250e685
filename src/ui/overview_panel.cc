#include "ui/overview_panel.h"

#include <algorithm>
#include <cmath>

#include "model/own_rules.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kCell = 24;

// A large figure over what it counts; true when it was pressed, to lead there.
bool DrawFigure(const Frame& frame, uint64_t count, std::string_view what, std::string_view tip,
                const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string label = "overview: " + std::string(what);
  Press press;
  if (tip.empty()) {
    frame.items.Add(label, rect.min, rect.max);
  } else {
    press = PressArea(label, rect);
    Tooltip(frame, tip);
    if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  const ImU32 ink = press.hovered ? frame.theme.accent : frame.theme.text;
  DrawTextIn(list, frame.Bold(kTitleText, ink), {rect.min, {rect.max.x, rect.min.y + 28}},
             FormatCount(count));
  DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet),
             {{rect.min.x, rect.min.y + 28}, rect.max}, what);
  return press.clicked;
}

// Whose rules these claims were read with, if not the built-in ones.
float DrawRules(const Frame& frame, float x0, float x1, float y) {
  if (OwnRules().empty()) return y;
  const std::string said =
      "Claims are read with your own rules “" + std::string(OwnRulesName()) + "”.";
  const TextStyle style = frame.Text(kUiText, frame.theme.text);
  const float width = std::min(TextWidth(style, said), x1 - x0);
  DrawTextIn(ImGui::GetWindowDrawList(), style, {{x0, y}, {x0 + width, y + 24}}, said);
  constexpr std::string_view kBack = "Use the built-in rules";
  const float link = TextWidth(frame.Text(kUiText, frame.theme.accent), kBack);
  const bool beside = x0 + width + kGap + link <= x1;
  const float x = beside ? x0 + width + kGap : x0;
  if (!beside) y += 24;
  if (Link(frame, "use-builtin-rules", kBack, {{x, y}, {x + link, y + 24}}, kUiText))
    frame.Do("use-builtin-rules");
  return y + 24;
}

// Each opens in the reader, at its first claim if it has one.
float DrawListed(OverviewPanel& panel, const Frame& frame, float x0, float x1, float y) {
  if (panel.listed == OverviewPanel::Listed::kNone) return y;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool undated = panel.listed == OverviewPanel::Listed::kUndated;
  DrawTextIn(list, frame.Bold(kBodyText, frame.theme.text), {{x0, y}, {x1 - 32, y + 28}},
             undated ? "Articles without a day" : "Articles without a claim");
  if (IconButton(frame, Icon::kClose, "Close the list of articles", {{x1 - 28, y}, {x1, y + 28}}))
    panel.listed = OverviewPanel::Listed::kNone;
  y += 32;
  for (const ArticleRef ref : undated ? panel.overview->undated : panel.overview->without_claims) {
    const Rect row{{x0, y}, {x1, y + kCell}};
    y += kCell;
    if (row.max.y < list->GetClipRectMin().y || row.min.y > list->GetClipRectMax().y) continue;
    const ArticleView article =
        frame.session.workspace().SegmentAt(ref.segment).ArticleAt(ref.article);
    const std::string_view title = article.title.empty() ? article.id : article.title;
    const std::string from = WhereFrom(article);
    const Rect name{row.min, {x0 + (x1 - x0) * 0.62f, row.max.y}};
    const std::string label = "article " + std::string(article.id);
    if (Link(frame, label, title, name, kUiText)) {
      frame.Do("select-claim", {{"article", article.id}});
      frame.Do("open-article");
    }
    DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet),
               {{name.max.x + kGap, row.min.y}, row.max}, from);
  }
  return y + kMargin;
}

float DrawFigures(OverviewPanel& panel, const Frame& frame, float x0, float x1, float y) {
  const Overview& o = *panel.overview;
  const IngestProgress& progress = frame.session.progress;
  // In columns of one width.
  const float columns = std::clamp(std::floor((x1 - x0) / 104), 1.0f, 9.0f);
  const float width = std::min((x1 - x0) / columns, 140.0f);
  float place = 0;
  const auto figure = [&](uint64_t count, std::string_view what, std::string_view tip) {
    if (place == columns) {
      place = 0;
      y += 60;
    }
    const float x = x0 + width * place++;
    return DrawFigure(frame, count, what, tip, {{x, y}, {x + width - kGap, y + 48}});
  };
  figure(o.articles, o.articles == 1 ? "article" : "articles", "");
  if (figure(o.claims, o.claims == 1 ? "claim" : "claims",
             "Show the table; the filters stay as they are"))
    frame.Do("set-view", {{"view", "claims"}});
  figure(o.sources.size(), o.sources.size() == 1 ? "source" : "sources", "");
  using Listed = OverviewPanel::Listed;
  const auto listed = [&](const std::vector<ArticleRef>& articles, std::string_view what,
                          Listed list) {
    if (figure(articles.size(), what, articles.empty() ? "" : "List these articles"))
      panel.listed = panel.listed == list ? Listed::kNone : list;
  };
  listed(o.without_claims, "without a claim", Listed::kWithoutClaims);
  listed(o.undated, "without a day", Listed::kUndated);
  if (panel.knows_copies) {
    const std::string_view tip = panel.copies == 0 ? "" : "Leave them out of every count";
    if (figure(panel.copies, panel.copies == 1 ? "copy" : "copies", tip)) {
      frame.Do("count-by", {{"what", "originals"}});
      frame.Do("set-view", {{"view", "claims"}});
    }
  }
  if (figure(frame.session.corpus().undated(), "undated claims",
             "Show them at the end of the table, without filters") &&
      frame.session.corpus().undated() > 0) {
    frame.Do("clear-all");
    frame.Do("sort-by", {{"by", "time"}, {"order", "down"}});
    frame.Do("select-claim", {{"index", "undated"}});
    frame.Do("set-view", {{"view", "claims"}});
    if (!(frame.state().query == Query{}))
      frame.Do("tell", {{"text", "Filters cleared"}, {"back", "undo"}});
  }
  if (figure(progress.skipped, "skipped", "Show what could not be read, and why"))
    frame.Do("toggle-problems");
  if (figure(progress.repaired, "repaired", "Show what was repaired, and why"))
    frame.Do("toggle-problems");
  return y + 64;
}

// "May", "2025" for the first and for January; years as they are.
std::string PeriodLabel(const Overview& overview, size_t i) {
  const std::vector<DayRange>& periods = overview.periods;
  const std::string day = FormatDay(periods[i].from);  // "1 May 2025"
  const std::string year = day.substr(day.rfind(' ') + 1);
  if (overview.by_year) return year;
  const std::string month = day.substr(2, 3);
  return i == 0 || CivilOf(periods[i].from).month == 1 ? month + " ’" + year.substr(2) : month;
}

void DrawCell(const Frame& frame, const OverviewPanel& panel, const OverviewSource& source,
              size_t period, const Rect& rect) {
  const uint32_t count = source.per_period[period];
  if (count == 0) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const DayRange days = panel.overview->periods[period];
  const std::string name = LabelOfName(Facet::kSource, source.name);
  // Equal steps of the eye: the square root of the share.
  const float share =
      std::sqrt(static_cast<float>(count) / static_cast<float>(std::max(panel.overview->most, 1u)));
  const ImU32 fill = Fade(frame.theme.accent, 0.12f + 0.68f * share);
  const Press press = PressRow("articles " + name + " " + FormatIsoDay(days.from), rect);
  const Rect tile = rect.Inset(1, 1);
  list->AddRectFilled(tile.min, tile.max, fill, 2);
  if (press.hovered) list->AddRect(tile.min, tile.max, frame.theme.text, 2, 0, 1);
  Tooltip(frame, name + "\n" + FormatDayRange(days) + ": " + FormatCountOf(count, "article") +
                     "\nClick for their claims");
  if (rect.width() >= 24) {
    const ImU32 ink = share > 0.55f ? frame.theme.on_accent : frame.theme.text;
    DrawTextIn(list, frame.Text(kSmallText, ink), rect, FormatCount(count), Align::kCenter);
  }
  if (!press.clicked) return;
  frame.Do("only-name", {{"list", "source"}, {"name", source.name}});
  frame.Do("set-days", {{"from", FormatIsoDay(days.from)}, {"to", FormatIsoDay(days.to)}});
  frame.Do("set-view", {{"view", "claims"}});
}

float DrawHead(const Frame& frame, const OverviewPanel& panel, float name_width, float cell,
               float x0, float x1, float y) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle style = frame.Text(kSmallText, frame.theme.quiet);
  DrawTextIn(list, style, {{x0, y}, {x0 + name_width, y + 24}}, "Source");
  float free_from = 0;
  for (size_t i = 0; i < panel.overview->periods.size(); ++i) {
    const std::string label = PeriodLabel(*panel.overview, i);
    const float x = x0 + name_width + static_cast<float>(i) * cell;
    if (x < free_from) continue;
    DrawTextAt(list, style, {x + 2, y + 6}, label);
    free_from = x + TextWidth(style, label) + 8;
  }
  DrawTextIn(list, style, {{x1 - 140, y}, {x1 - 70, y + 24}}, "Articles", Align::kRight);
  DrawTextIn(list, style, {{x1 - 64, y}, {x1, y + 24}}, "Claims", Align::kRight);
  DrawHLine(list, x0, x1, y + 26, frame.theme.line);
  return y + 28;
}

float DrawSources(const OverviewPanel& panel, const Frame& frame, float x0, float x1, float y) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawTextIn(list, frame.Bold(kBodyText, frame.theme.text), {{x0, y}, {x1, y + 28}},
             "Articles per source");
  y += 32;
  const float name_width = std::clamp((x1 - x0) * 0.28f, 90.0f, 220.0f);
  const float room = x1 - x0 - name_width - 140;
  const auto periods = static_cast<float>(panel.overview->periods.size());
  const float cell = std::floor(std::min(52.0f, room / std::max(periods, 1.0f)));
  y = DrawHead(frame, panel, name_width, cell, x0, x1, y);
  const ImVec2 top = list->GetClipRectMin(), bottom = list->GetClipRectMax();
  for (const OverviewSource& source : panel.overview->sources) {
    const Rect row{{x0, y}, {x1, y + kCell}};
    y += kCell;
    if (row.max.y < top.y || row.min.y > bottom.y) continue;
    const std::string name = LabelOfName(Facet::kSource, source.name);
    const Rect label{row.min, {x0 + name_width - kGap, row.max.y}};
    if (source.claims == 0) {
      DrawTextIn(list, frame.Text(kUiText, frame.theme.quiet), label, name);
    } else if (Link(frame, "source " + name, name, label, kUiText)) {
      frame.Do("only-name", {{"list", "source"}, {"name", source.name}});
      frame.Do("set-view", {{"view", "claims"}});
    }
    for (size_t i = 0; i < source.per_period.size() && cell >= 6; ++i) {
      const float x = x0 + name_width + static_cast<float>(i) * cell;
      DrawCell(frame, panel, source, i, {{x, row.min.y}, {x + cell, row.max.y}});
    }
    const TextStyle figures = frame.Text(kUiText, frame.theme.text);
    DrawTextIn(list, figures, {{x1 - 140, row.min.y}, {x1 - 70, row.max.y}},
               FormatCount(source.articles), Align::kRight);
    DrawTextIn(list, figures, {{x1 - 64, row.min.y}, row.max}, FormatCount(source.claims),
               Align::kRight);
  }
  if (panel.overview->earlier > 0) {
    DrawTextIn(list, frame.Text(kSmallText, frame.theme.quiet), {{x0, y}, {x1, y + 24}},
               FormatCountOf(panel.overview->earlier, "article") + " from before these months");
    y += 24;
  }
  return y + 16;
}

float DrawLanguages(const OverviewPanel& panel, const Frame& frame, float x0, float x1, float y) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawTextIn(list, frame.Bold(kBodyText, frame.theme.text), {{x0, y}, {x1, y + 28}}, "Languages");
  y += 32;
  const uint32_t most = panel.overview->languages.empty() ? 1 : panel.overview->languages[0].claims;
  for (const FacetCount& language : panel.overview->languages) {
    const Rect row{{x0, y}, {x1, y + kCell}};
    const std::string name = LabelOfName(Facet::kLanguage, language.value);
    DrawTextIn(list, frame.Text(kUiText, frame.theme.text), {row.min, {x0 + 120, row.max.y}}, name);
    DrawTextIn(list, frame.Text(kUiText, frame.theme.text),
               {{x0 + 120, row.min.y}, {x0 + 180, row.max.y}}, FormatCount(language.claims),
               Align::kRight);
    const float width =
        std::max(2.0f, std::min(x1 - x0 - 200, 240.0f) * static_cast<float>(language.claims) /
                           static_cast<float>(most));
    list->AddRectFilled({x0 + 196, row.middle() - 4}, {x0 + 196 + width, row.middle() + 4},
                        Fade(frame.theme.rest, 0.6f), 1);
    y += kCell;
  }
  return y + 16;
}

}  // namespace

void Draw(OverviewPanel& panel, const Frame& frame, const Rect& rect) {
  panel.overview = &frame.session.findings().Whole(frame.session);
  const bool knows_copies = frame.session.KnowsCopies();
  if (panel.revision != frame.session.workspace().revision() ||
      panel.knows_copies != knows_copies) {
    panel.revision = frame.session.workspace().revision();
    panel.knows_copies = knows_copies;
    panel.copies = knows_copies ? CountCopies(frame.session) : 0;
    panel.listed = OverviewPanel::Listed::kNone;
  }
  BeginPanel("overview", rect, 0, true);
  const float x0 = rect.min.x + kMargin, x1 = rect.max.x - kMargin - 8;
  float y = rect.min.y + kMargin - ImGui::GetScrollY();
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
             {{x0, y}, {x1, y + 24}}, "The whole corpus, whatever the filters are");
  y = DrawRules(frame, x0, x1, y + 24) + 8;
  y = DrawFigures(panel, frame, x0, x1, y);
  y = DrawListed(panel, frame, x0, x1, y);
  y = DrawSources(panel, frame, x0, x1, y);
  y = DrawLanguages(panel, frame, x0, x1, y);
  const float width = ButtonWidth(frame, "Save the reading report…");
  if (Button(frame, "Save the reading report…", {{x0, y}, {x0 + width, y + 32}},
             ButtonLook::kOutlined))
    frame.Do("save-report");
  EndContentAt(y + 48);
  EndPanel();
}

}  // namespace claimscope
