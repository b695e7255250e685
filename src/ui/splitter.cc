#include "ui/splitter.h"

#include <algorithm>
#include <string>

#include "ui/widgets.h"

namespace claimscope {

void DrawSplitter(const Frame& frame, const char* label, std::string_view panel, float size,
                  Rect rect, bool vertical, float grows) {
  const Press press = PressRow(label, rect);
  if (press.hovered || press.held)
    ImGui::SetMouseCursor(vertical ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
  if (press.held || press.hovered) {
    const ImU32 ink = Fade(frame.theme.accent, press.held ? 1 : 0.6f);
    const ImVec2 middle((rect.min.x + rect.max.x) / 2, (rect.min.y + rect.max.y) / 2);
    if (vertical)
      ImGui::GetWindowDrawList()->AddRectFilled({middle.x - 1, rect.min.y},
                                                {middle.x + 1, rect.max.y}, ink);
    if (!vertical)
      ImGui::GetWindowDrawList()->AddRectFilled({rect.min.x, middle.y - 1},
                                                {rect.max.x, middle.y + 1}, ink);
  }
  if (press.double_clicked) {
    frame.Do("resize-panel", {{"panel", panel}, {"size", "0"}});
    return;
  }
  const ImVec2 delta = ImGui::GetIO().MouseDelta;
  const float moved = (vertical ? delta.x : delta.y) * grows;
  if (press.held && moved != 0) {
    const std::string wanted = std::to_string(static_cast<int>(std::max(size + moved, 1.0f)));
    frame.Do("resize-panel", {{"panel", panel}, {"size", wanted}});
  }
}

}  // namespace claimscope
