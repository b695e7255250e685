#include "ui/status_bar.h"

#include <algorithm>

#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kProgress = 160;

float Part(const IngestProgress& progress) {
  if (progress.bytes_total > 0)
    return std::min(
        1.0f, static_cast<float>(progress.bytes_done) / static_cast<float>(progress.bytes_total));
  if (progress.files_total > 0)
    return static_cast<float>(progress.files_done) / static_cast<float>(progress.files_total);
  return 0;
}

void DrawProgress(const Frame& frame, Rect* row) {
  const IngestProgress& progress = frame.session.progress;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Rect bar = CutLeft(row, std::min(kProgress, row->width() * 0.3f));
  const float y = bar.middle();
  const ImVec2 min(bar.min.x, Snap(y - 2)), max(bar.max.x, Snap(y + 2));
  list->AddRectFilled(min, max, frame.theme.line, 2);
  list->AddRectFilled(min, {min.x + (max.x - min.x) * Part(progress), max.y}, frame.theme.accent,
                      2);
  frame.items.Add("reading progress", bar.min, bar.max);
  CutLeft(row, kGap);
  const Rect stop = CutLeft(row, 36);
  if (Link(frame, "Stop reading", "Stop", stop, kSmallText)) frame.Do("cancel");
}

std::string ReadingText(const IngestProgress& progress) {
  std::string text =
      FormatCountOf(progress.articles, "article") + ", " + FormatCountOf(progress.claims, "claim");
  if (progress.files_total > 1)
    text += " · file " + FormatCount(std::min(progress.files_done + 1, progress.files_total)) +
            " of " + FormatCount(progress.files_total);
  if (progress.bytes_total > 0)
    text += " · " + FormatBytes(progress.bytes_done) + " of " + FormatBytes(progress.bytes_total);
  if (!progress.source.empty()) text += " · " + progress.source;
  return text;
}

// One problem: what and why, then where.
float DrawProblem(const Frame& frame, const Problem& problem, float x, float y, float width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& theme = frame.theme;
  const bool skipped = problem.kind == Problem::Kind::kSkipped;
  DrawTextAt(list, frame.Bold(kUiText, skipped ? theme.warning : theme.quiet), {x, y + 3},
             skipped ? "Skipped" : "Repaired");
  const float text_x = x + 72, text_width = width - 72;
  const float begin = y;
  y += DrawParagraph(list, frame.Text(kUiText, theme.text), {text_x, y}, text_width, 20,
                     problem.reason);
  std::string where = problem.source;
  if (problem.record > 0) where += ", record " + FormatCount(problem.record);
  if (problem.line > 0) where += ", line " + FormatCount(problem.line);
  if (problem.offset_bytes > 0) where += ", byte " + FormatCount(problem.offset_bytes);
  y += DrawParagraph(list, frame.Text(kUiText, theme.quiet), {text_x, y}, text_width, 20, where);
  frame.items.Add("problem: " + problem.reason, {x, begin}, {x + width, y});
  return y + kGap;
}

}  // namespace

std::string StatusText(const IngestProgress& progress, const Corpus& corpus) {
  if (corpus.articles() == 0 && progress.skipped == 0) return "Nothing is open yet";
  std::string text = FormatCountOf(corpus.articles(), "article");
  if (corpus.articles_without_claims() > 0)
    text += " (" + FormatCount(corpus.articles_without_claims()) + " without a claim)";
  text += " · " + FormatCountOf(corpus.claims(), "claim");
  if (progress.skipped > 0) text += " · " + FormatCount(progress.skipped) + " skipped";
  if (progress.repaired > 0) text += " · " + FormatCount(progress.repaired) + " repaired";
  if (progress.cancelled) text += " · stopped, the rest was not read";
  return text;
}

void DrawStatusBar(const Frame& frame, const Rect& rect) {
  const Theme& theme = frame.theme;
  const IngestProgress& progress = frame.session.progress;
  BeginPanel("status bar", rect, theme.panel, false);
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawHLine(list, rect.min.x, rect.max.x, rect.min.y, theme.line);
  Rect row = rect.Inset(kMargin, 0);
  static constexpr ThemeChoice kNext[] = {ThemeChoice::kLight, ThemeChoice::kDark,
                                          ThemeChoice::kSystem};
  static constexpr Icon kIcons[] = {Icon::kSystem, Icon::kLight, Icon::kDark};
  static constexpr std::string_view kLabels[] = {"Theme: as the system has it", "Theme: light",
                                                 "Theme: dark"};
  const auto choice = static_cast<size_t>(frame.state().theme);
  const Rect icon = CutRight(&row, rect.height());
  if (IconButton(frame, kIcons[choice], kLabels[choice], icon))
    frame.Do("set-theme", {{"theme", NameOf(kNext[choice])}});
  const Rect help = CutRight(&row, rect.height());
  if (Link(frame, "Keys and help", "?", help, kUiText, Align::kCenter)) frame.Do("toggle-help");
  CutRight(&row, kGap);
  const TextStyle quiet = frame.Text(kSmallText, theme.quiet);
  if (progress.running) {
    DrawProgress(frame, &row);
    DrawTextIn(list, quiet, row, ReadingText(progress));
  } else {
    const std::string text = StatusText(progress, frame.session.corpus());
    const float width = std::min(TextWidth(quiet, text), row.width());
    const bool anything = !progress.problems.empty();
    const Rect report = CutLeft(&row, width);
    if (anything) {
      if (Link(frame, "What could not be read", text, report, kSmallText))
        frame.Do("toggle-problems");
      Tooltip(frame, "Show what was skipped or repaired, and why");
    } else {
      DrawTextIn(list, quiet, report, text);
    }
    const std::string_view promise = " · nothing leaves this computer";
    if (row.width() > TextWidth(quiet, promise)) DrawTextIn(list, quiet, row, promise);
  }
  EndPanel();
}

void DrawProblems(const Frame& frame, const Rect& window) {
  const Theme& theme = frame.theme;
  const float width = std::min(560.0f, window.width() - 2 * kMargin),
              height = std::min(420.0f, window.height() - 2 * kMargin);
  const ImVec2 min(window.min.x + kMargin, window.max.y - height - kGap);
  Rect sheet{min, {min.x + width, min.y + height}};
  BeginPanel("problems", sheet, theme.paper, false);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRect(sheet.min, sheet.max, theme.line, 0, 0, Hairline());
  Rect head = CutTop(&sheet, 48);
  const Rect line = head;
  CutLeft(&head, kMargin);
  if (IconButton(frame, Icon::kClose, "Close the list", CutRight(&head, 48).Inset(8, 8)))
    frame.Do("toggle-problems");
  DrawTextIn(list, frame.Bold(kBodyText, theme.text), head, "What could not be read");
  DrawHLine(list, line.min.x, line.max.x, line.max.y, theme.line);
  CutTop(&sheet, 1);
  CutBottom(&sheet, 1);
  BeginPanel("problem list", sheet, theme.paper, true);
  const float x = sheet.min.x + kMargin, inner = width - 2 * kMargin - 8;
  float y = sheet.min.y + kGap - ImGui::GetScrollY();
  const IngestProgress& progress = frame.session.progress;
  if (progress.problems.empty()) {
    y += DrawParagraph(ImGui::GetWindowDrawList(), frame.Text(kUiText, theme.quiet), {x, y}, inner,
                       20, "Everything was read.");
  } else {
    const std::string intro =
        "The first of each kind; " + FormatCountOf(progress.skipped, "record") + " skipped, " +
        FormatCount(progress.repaired) + " repaired. Everything else is in the corpus.";
    y += DrawParagraph(ImGui::GetWindowDrawList(), frame.Text(kUiText, theme.quiet), {x, y}, inner,
                       20, intro) +
         kGap;
  }
  for (const Problem& problem : progress.problems) y = DrawProblem(frame, problem, x, y, inner);
  EndContentAt(y + kGap);
  EndPanel();
  EndPanel();
}

}  // namespace claimscope
