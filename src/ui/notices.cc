#include "ui/notices.h"

#include <algorithm>

#include "ui/findings.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {

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
  static constexpr std::string_view kWays[] = {
      "Claimscope finds who said what, where and when in your articles. "
      "These are invented: open your own to replace them.",
      "Finds who said what, where and when in your articles. These are an invented sample.",
      "Finds who said what, where and when. A sample.", "An invented sample corpus."};
  const TextStyle style = frame.Text(kUiText, theme.text);
  std::string_view text = "A sample.";
  for (const std::string_view way : kWays) {
    if (TextWidth(style, way) > row.width()) continue;
    text = way;
    break;
  }
  DrawTextIn(list, style, row, text);
}

void DrawOpening(const Frame& frame, Rect* rect) {
  const std::string& text = frame.session.opening.text();
  if (text.empty()) return;
  const Rect notice = CutTop(rect, 40);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(notice.min, notice.max, frame.theme.accent_wash);
  Rect row = notice.Inset(kMargin, 6);
  if (IconButton(frame, Icon::kClose, "Close this line", CutRight(&row, row.height())))
    frame.Do("close-opening");
  DrawTextIn(list, frame.Text(kUiText, frame.theme.text), row, text);
  frame.items.Add("opened: " + text, notice.min, notice.max);
}

float DrawTold(const Frame& frame, const Rect& rect, std::string_view title,
               std::string_view text) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float width = std::min(rect.width() - 2 * kMargin, 420.0f);
  const float x = rect.min.x + (rect.width() - width) / 2;
  float y = rect.min.y + std::clamp(rect.height() * 0.25f, 16.0f, 120.0f);
  y += DrawParagraph(list, frame.Bold(kBodyText, frame.theme.text), {x, y}, width, kReadingLine,
                     title, Align::kCenter) +
       4;
  if (text.empty()) return y;
  return y + kMargin +
         DrawParagraph(list, frame.Text(kUiText, frame.theme.quiet), {x, y}, width, 20, text,
                       Align::kCenter);
}

void DrawWaysOut(const Frame& frame, const Rect& rect, float y, std::span<const WayOut> ways) {
  // In rows of what fits beside each other, each in the middle.
  for (size_t first = 0, end = 0; first < ways.size(); first = end, y += 32 + kGap) {
    float width = -kGap;
    for (end = first; end < ways.size(); ++end) {
      const float more = ButtonWidth(frame, ways[end].label) + kGap;
      if (end > first && width + more > rect.width() - 2 * kMargin) break;
      width += more;
    }
    float x = rect.min.x + (rect.width() - width) / 2;
    for (size_t i = first; i < end; ++i) {
      const WayOut& way = ways[i];
      const float right = x + ButtonWidth(frame, way.label);
      if (Button(frame, way.label, {{x, y}, {right, y + 32}}, ButtonLook::kOutlined, way.enabled))
        frame.commands.push_back({way.command, way.arguments});
      x = right + kGap;
    }
  }
}

void DrawNothingFound(const Frame& frame, const Rect& rect) {
  const NothingFound& nothing = frame.session.findings().Nothing(frame.session);
  const float y = DrawTold(frame, rect, nothing.title, nothing.text);
  frame.items.Add("nothing found: " + nothing.text, rect.min, {rect.max.x, y});
  DrawWaysOut(frame, rect, y, nothing.ways);
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
                     "Claimscope finds who said what, where and when in your articles, how much of "
                     "it, and whether it was verified. "
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
