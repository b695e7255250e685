#include <algorithm>

#include "ui/format.h"
#include "ui/map_draw.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

// In one line, for small windows: each step by the count it begins at.
void DrawShortLegend(const Frame& frame, const MapScene& scene, const Rect& rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const size_t steps = scene.steps.size();
  const auto text = [&](size_t i) {
    return FormatCount(scene.steps[i]) + (i + 1 == steps ? "+" : "");
  };
  float cell = 34;
  for (size_t i = 0; i < steps; ++i)
    cell = std::max(cell, TextWidth(frame.Text(kSmallText, 0), text(i)) + 6);
  const Rect box{{rect.min.x, rect.max.y - 36},
                 {rect.min.x + cell * static_cast<float>(steps) + 8, rect.max.y}};
  if (steps == 0 || box.max.x > rect.max.x) return;
  list->AddRectFilled(box.min, box.max, Fade(frame.theme.paper, 0.88f), kRadius);
  for (size_t i = 0; i < steps; ++i) {
    const float x = box.min.x + 4 + cell * static_cast<float>(i);
    list->AddRectFilled({x, box.min.y + 5}, {x + cell, box.min.y + 17},
                        StepColor(frame.theme, static_cast<int>(i), steps));
    DrawTextIn(list, frame.Text(kSmallText, frame.theme.text),
               {{x, box.min.y + 19}, {x + cell, box.max.y - 2}}, text(i));
  }
}

std::string StepText(const std::vector<uint32_t>& steps, size_t i) {
  const std::string from = FormatCount(steps[i]);
  if (i + 1 == steps.size()) return from + " or more";
  return steps[i + 1] - 1 > steps[i] ? from + "–" + FormatCount(steps[i + 1] - 1) : from;
}

}  // namespace

void DrawMapLegend(const Frame& frame, const MapScene& scene, const Rect& rect) {
  if (rect.width() < 480) return DrawShortLegend(frame, scene, rect);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& theme = frame.theme;
  const TextStyle style = frame.Text(kSmallText, theme.text);
  const float x0 = rect.min.x;
  const bool dots = !scene.whole_countries && !scene.counts.dots.empty();
  const auto rows = static_cast<float>(scene.steps.size() + 1 + (dots ? 1 : 0));
  const std::string_view title =
      scene.whole_countries ? "Claims per country and its regions" : "Claims per region";
  const float width = std::max(160.0f, TextWidth(frame.Bold(kSmallText, 0), title) + 16);
  const Rect box{{x0, rect.max.y - rows * 16 - 28}, {x0 + width, rect.max.y}};
  if (box.min.y < rect.min.y + 32) return DrawShortLegend(frame, scene, rect);
  list->AddRectFilled(box.min, box.max, Fade(theme.paper, 0.88f), kRadius);
  float y = box.min.y + 6;
  DrawTextIn(list, frame.Bold(kSmallText, theme.text), {{x0 + 8, y}, {box.max.x, y + 16}}, title);
  y += 18;
  for (size_t i = scene.steps.size() + 1; i-- > 0; y += 16) {
    list->AddRectFilled({x0 + 8, y + 2}, {x0 + 24, y + 14},
                        StepColor(theme, static_cast<int>(i) - 1, scene.steps.size()), 2);
    DrawTextIn(list, style, {{x0 + 32, y}, {box.max.x, y + 16}},
               i == 0 ? "none" : StepText(scene.steps, i - 1));
  }
  if (!dots) return;
  list->AddCircleFilled({x0 + 16, y + 8}, 4.5f, DotColor(theme));
  DrawTextIn(list, style, {{x0 + 32, y}, {box.max.x, y + 16}}, "a place, by its claims");
}

}  // namespace claimscope
