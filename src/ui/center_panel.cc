#include "ui/center_panel.h"

#include <algorithm>

#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kChip = 26;

// A chip with a cross; false when there was no room for it.
struct ChipRow {
  const Frame& frame;
  Rect rect;
  float x;
  size_t left_out = 0;

  bool Draw(const std::string& label, std::string_view remove,
            std::initializer_list<Frame::Pair> arguments) {
    const Theme& theme = frame.theme;
    const TextStyle style = frame.Text(kUiText, theme.text);
    const float width = std::min(TextWidth(style, label), 180.0f) + 36;
    if (left_out > 0 || x + width > rect.max.x - 96) {
      ++left_out;
      return false;
    }
    const Rect chip{{x, rect.middle() - kChip / 2}, {x + width, rect.middle() + kChip / 2}};
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Press press = PressArea("Remove filter: " + label, chip);
    list->AddRectFilled(chip.min, chip.max, theme.accent_wash, kChip / 2);
    if (press.hovered) list->AddRect(chip.min, chip.max, theme.accent, kChip / 2, 0, Hairline());
    DrawTextIn(list, style, {{chip.min.x + 12, chip.min.y}, {chip.max.x - 24, chip.max.y}}, label);
    const ImVec2 cross(chip.max.x - 14, Snap(chip.middle()));
    const ImU32 ink = press.hovered ? theme.text : theme.quiet;
    list->AddLine({cross.x - 3, cross.y - 3}, {cross.x + 3, cross.y + 3}, ink, 1.25f);
    list->AddLine({cross.x - 3, cross.y + 3}, {cross.x + 3, cross.y - 3}, ink, 1.25f);
    Tooltip(frame, "Remove this filter");
    if (press.clicked) frame.Do(remove, arguments);
    x += width + 6;
    return true;
  }
};

template <typename E>
void DrawBitChips(ChipRow* row, uint32_t bits, int count, std::string_view toggle) {
  for (int i = 0; i < count; ++i) {
    if ((bits >> i & 1) == 0) continue;
    const E entry = static_cast<E>(i);
    row->Draw(std::string(LabelOf(entry)), toggle, {{"name", NameOf(entry)}});
  }
}

}  // namespace

void DrawSampleNotice(const Frame& frame, Rect* rect) {
  if (!frame.session.progress.is_sample || frame.state().sample_notice_closed) return;
  const Theme& theme = frame.theme;
  const Rect notice = CutTop(rect, 40);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(notice.min, notice.max, theme.accent_wash);
  Rect row = notice.Inset(kMargin, 6);
  if (IconButton(frame, Icon::kClose, "Close the notice", CutRight(&row, row.height())))
    frame.Do("close-notice");
  const float open = TextWidth(frame.Text(kUiText, 0), "Open articles…") + 4;
  const Rect link = CutRight(&row, open + kMargin);
  if (Link(frame, "Open articles…##notice", "Open articles…", link, kUiText))
    frame.Do("open-files");
  DrawTextIn(list, frame.Text(kUiText, theme.text), row,
             "This is an invented sample corpus. Open your own articles to replace it.");
}

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

void DrawChips(const Frame& frame, Rect* rect) {
  const Query& query = frame.state().query;
  const Rect row = CutTop(rect, 40).Inset(kMargin, 0);
  if (query == Query{}) {
    DrawTextIn(
        ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet), row,
        row.width() > 480
            ? "Drag across the chart to choose days, tick a region, or search, to narrow this down."
            : "Drag across the chart to choose days.");
    return;
  }
  ChipRow chips{frame, row, row.min.x};
  if (query.days.known()) chips.Draw(FormatDayRange(query.days), "clear-days", {});
  if (!query.text.empty()) chips.Draw("“" + query.text + "”", "search", {{"q", ""}});
  for (const std::string& code : query.regions) {
    chips.Draw(std::string(frame.session.regions().NameOf(code)), "toggle-region",
               {{"code", code}});
  }
  DrawBitChips<Kind>(&chips, query.kinds, kKindCount, "toggle-kind");
  DrawBitChips<Side>(&chips, query.sides, kSideCount, "toggle-side");
  DrawBitChips<ClaimStatus>(&chips, query.statuses, kClaimStatusCount, "toggle-status");
  float x = chips.x + 4;
  if (chips.left_out > 0) {
    const std::string more = "+" + std::to_string(chips.left_out);
    DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.quiet),
               {{x, row.min.y}, {x + 28, row.max.y}}, more);
    x += 32;
  }
  if (Link(frame, "Clear all", "Clear all", {{x, row.min.y + 6}, {x + 58, row.max.y - 6}}, kUiText))
    frame.Do("clear-all");
  // What was not understood of the search; the first is enough.
  const std::vector<SearchProblem> problems = CheckSearch(query.text);
  const Rect rest{{x + 74, row.min.y}, row.max};
  if (problems.empty() || rest.width() < 120) return;
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.warning), rest,
             problems[0].message);
}

void DrawNothingFound(const Frame& frame, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float width = std::min(rect.width() - 2 * kMargin, 420.0f);
  const float x = rect.min.x + (rect.width() - width) / 2;
  float y = rect.min.y + std::clamp(rect.height() * 0.25f, 16.0f, 120.0f);
  y += DrawParagraph(list, frame.Bold(kBodyText, frame.theme.text), {x, y}, width, kReadingLine,
                     "No claim passes all these filters", Align::kCenter) +
       4;
  y += DrawParagraph(
           list, frame.Text(kUiText, frame.theme.quiet), {x, y}, width, 20,
           "Remove one of them above, take the last step back, or start again from all claims.",
           Align::kCenter) +
       kMargin;
  const float undo = ButtonWidth(frame, "Undo the last step"),
              clear = ButtonWidth(frame, "Clear all filters");
  const float left = rect.min.x + (rect.width() - undo - clear - kGap) / 2;
  const bool can_undo = frame.session.history.can_undo();
  if (Button(frame, "Undo the last step", {{left, y}, {left + undo, y + 32}}, ButtonLook::kOutlined,
             can_undo))
    frame.Do("undo");
  if (Button(frame, "Clear all filters",
             {{left + undo + kGap, y}, {left + undo + kGap + clear, y + 32}},
             ButtonLook::kOutlined)) {
    frame.Do("clear-all");
  }
}

void DrawEmpty(const Frame& frame, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& theme = frame.theme;
  const bool reading = frame.session.progress.running;
  const float width = std::min(rect.width() - 2 * kMargin, 440.0f);
  const float x = rect.min.x + (rect.width() - width) / 2, middle = rect.min.x + rect.width() / 2;
  float y = rect.min.y + std::max(24.0f, rect.height() * 0.30f - 40);
  // A page with two lines marked: what the program makes of an article.
  const Rect page{{middle - 26, y}, {middle + 26, y + 66}};
  list->AddRect(page.min, page.max, theme.faint, kRadius, 0, 1.5f);
  for (int i = 0; i < 5; ++i) {
    const float line = page.min.y + 13 + static_cast<float>(i) * 10;
    const bool marked = i == 1 || i == 2;
    const float end = i == 4 ? page.max.x - 24 : page.max.x - 9;
    if (marked)
      list->AddRectFilled({page.min.x + 7, line - 4}, {page.max.x - 7, line + 6},
                          Fade(theme.accent, 0.25f), 2);
    list->AddRectFilled({page.min.x + 9, line}, {end, line + 2},
                        marked ? theme.accent : theme.faint, 1);
  }
  y += 66 + 24;
  const std::string_view title =
      reading ? "Reading your articles" : "Drop articles here, or open files";
  y += DrawParagraph(list, frame.Bold(kTitleText, theme.text), {x, y}, width, 28, title,
                     Align::kCenter) +
       kGap;
  y += DrawParagraph(list, frame.Text(kBodyText, theme.quiet), {x, y}, width, kReadingLine,
                     "See who claimed what, where, when and how much, and whether it was verified. "
                     "Text as scraped, JSON or "
                     "NDJSON, also gzipped. Everything stays on this computer.",
                     Align::kCenter) +
       24;
  if (reading) return;
  const float open = ButtonWidth(frame, "Open articles…") + 16,
              folder = ButtonWidth(frame, "Open a folder…") + 8;
  const float left = middle - (open + folder + kGap) / 2;
  if (Button(frame, "Open articles…##empty", {{left, y}, {left + open, y + 36}},
             ButtonLook::kFilled))
    frame.Do("open-files");
  if (Button(frame, "Open a folder…##empty",
             {{left + open + kGap, y}, {left + open + kGap + folder, y + 36}},
             ButtonLook::kOutlined)) {
    frame.Do("open-folder");
  }
}

}  // namespace claimscope
