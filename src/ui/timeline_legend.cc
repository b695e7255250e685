#include "ui/timeline_legend.h"

#include <algorithm>
#include <string>

#include "ui/filter_words.h"
#include "ui/hues.h"
#include "ui/series.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr StackBy kStacks[] = {StackBy::kRegion, StackBy::kKind, StackBy::kSide, StackBy::kClaimant,
                               StackBy::kStatus};

void DrawStackMenu(const Frame& frame, const Rect& button) {
  Menu("stack menu", button, [&] {
    for (const StackBy stack : kStacks) {
      const std::string label = "Stack " + std::string(StackLabel(stack));
      if (ImGui::MenuItem(label.c_str(), nullptr, frame.state().stack == stack))
        frame.Do("stack-by", {{"by", NameOf(stack)}});
    }
    ImGui::Separator();
    const Scale scale = frame.state().scale;
    if (ImGui::MenuItem("Number of claims", nullptr, scale == Scale::kCount))
      frame.Do("set-scale", {{"scale", "count"}});
    if (ImGui::MenuItem(frame.state().query.count_articles ? "Share of all articles with claims"
                                                           : "Share of all claims of the day",
                        nullptr, scale == Scale::kShare))
      frame.Do("set-scale", {{"scale", "share"}});
  });
}

// The button that says what the chart is stacked by; returns where it ends.
float DrawStackButton(const Frame& frame, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle style = frame.Text(kSmallText, frame.theme.text);
  std::string label(StackLabel(frame.state().stack));
  if (frame.state().scale == Scale::kShare) label = "share, " + label;
  const float width = TextWidth(style, label) + 28;
  const Rect button{{rect.min.x - 8, rect.middle() - 11},
                    {rect.min.x - 8 + width, rect.middle() + 11}};
  const Press press = PressArea("Stack the chart", button);
  if (press.clicked) ImGui::OpenPopup("stack menu");
  if (press.hovered) list->AddRectFilled(button.min, button.max, frame.theme.hover_wash, kRadius);
  DrawTextIn(list, style, {{button.min.x + 8, button.min.y}, button.max}, label);
  DrawIcon(list, {button.max.x - 11, Snap(button.middle())}, Icon::kDown, frame.theme.quiet);
  Tooltip(frame, "What the bars are made of, and whether they are counts or shares");
  DrawStackMenu(frame, button);
  return button.max.x;
}

}  // namespace

std::string_view StackLabel(StackBy stack) {
  static constexpr std::string_view kLabels[] = {"by region", "by kind", "by side",
                                                 "by who says so", "by status"};
  return kLabels[static_cast<size_t>(stack)];
}

// As many entries as fit; the rest are counted.
void DrawTimelineLegend(const Frame& frame, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Histogram& histogram = frame.session.answer().histogram;
  const auto& series = histogram.series;
  const TextStyle style = frame.Text(kSmallText, frame.theme.quiet);
  float x = DrawStackButton(frame, rect) + kGap;
  for (size_t s = 0; s < series.size(); ++s) {
    const std::string name = SeriesName(frame.session, histogram.stack, series[s]);
    const float width = 20 + std::min(TextWidth(style, name), 150.0f);
    const bool last = s + 1 == series.size();
    if (x + width + (last ? 0 : 56) > rect.max.x) {
      DrawTextIn(list, style, {{x, rect.min.y}, rect.max},
                 "+" + std::to_string(series.size() - s) + " more");
      break;
    }
    const Rect entry{{x, rect.min.y}, {x + width, rect.max.y}};
    bool hovered = false;
    if (CanFilter(histogram.stack, series[s])) {
      const Press press = PressArea("legend " + name, entry);
      hovered = press.hovered;
      if (press.clicked) ToggleSeries(frame, histogram.stack, series[s]);
      std::string tip = "Show only these claims, or all again: " + name;
      if (histogram.stack == Facet::kRegion && frame.session.HueOf(series[s]) != HueOf(series[s]))
        tip += "\nIn another color than usual: here another one has that";
      Tooltip(frame, tip);
    }
    DrawSeriesMark(frame, list, {x + 6, Snap(rect.middle())}, histogram.stack, series[s]);
    DrawTextIn(list, frame.Text(kSmallText, hovered ? frame.theme.text : frame.theme.quiet),
               {{x + 19, rect.min.y}, entry.max}, name);
    x += width + 14;
  }
}

}  // namespace claimscope
