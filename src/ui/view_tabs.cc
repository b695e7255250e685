#include "ui/view_tabs.h"

#include <string>

#include "ui/widgets.h"

namespace claimscope {

std::string_view LabelOf(View view) {
  static constexpr std::string_view kLabels[] = {"Claims", "Map", "In context", "Compare",
                                                 "Overview"};
  return kLabels[static_cast<size_t>(view)];
}

void DrawViewTabs(const Frame& frame, const Rect& rect, bool at_foot) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Theme& theme = frame.theme;
  DrawHLine(list, rect.min.x, rect.max.x, at_foot ? rect.min.y : rect.max.y - Hairline(),
            theme.line);
  float x = at_foot ? rect.min.x : rect.min.x + kMargin;
  for (int i = 0; i < kViewCount; ++i) {
    const View view = static_cast<View>(i);
    const bool on = frame.state().view == view;
    const std::string_view name = LabelOf(view);
    const TextStyle style = on ? frame.Bold(kUiText, theme.text) : frame.Text(kUiText, theme.quiet);
    const float width =
        at_foot ? rect.width() / kViewCount : TextWidth(frame.Bold(kUiText, 0), name) + 2;
    const Rect tab{{x, rect.min.y}, {x + width, rect.max.y}};
    const Rect area = at_foot ? tab : Rect{{x - 8, tab.min.y}, {x + width + 8, tab.max.y}};
    const Press press = PressArea("View: " + std::string(name), area);
    if (press.clicked) frame.Do("set-view", {{"view", NameOf(view)}});
    const ImU32 ink = on || press.hovered ? theme.text : theme.quiet;
    DrawTextIn(list, {style.font, style.size, ink}, tab, name,
               at_foot ? Align::kCenter : Align::kLeft);
    if (on) {
      const float y = at_foot ? rect.min.y : rect.max.y - 2;
      list->AddRectFilled({tab.min.x, y}, {tab.max.x, y + 2}, theme.accent);
    }
    x += width + (at_foot ? 0 : 24);
  }
}

}  // namespace claimscope
