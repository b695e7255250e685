#include "ui/reader_keys.h"

#include <imgui_internal.h>

#include "ui/focus.h"
#include "ui/layout.h"
#include "ui/text.h"

namespace claimscope {
namespace {

bool IsReading(const Frame& frame) {
  const AppState& state = frame.state();
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  return state.reader_open && !state.correcting && !state.palette_open && !state.help_open &&
         !state.export_open && !state.problems_open && g.OpenPopupStack.empty() &&
         !g.IO.WantTextInput && !g.IO.KeyCtrl && !g.IO.KeyAlt;
}

}  // namespace

bool ArrowsScrollArticle(const Frame& frame) {
  return IsReading(frame) && IsKeyboardIn("/reader_");
}

void ScrollByKeys(const Frame& frame) {
  if (!IsReading(frame)) return;
  const bool arrows = IsKeyboardIn("/reader_");
  // Where the reader covers the rest nothing else could be meant by the others.
  if (!arrows && frame.width >= kWide) return;
  constexpr float kLines = 3;
  const float line = kReadingLine, page = ImGui::GetWindowHeight() - 2 * line;
  const float all = ImGui::GetScrollMaxY() + page;
  const auto scroll = [](ImGuiKey key, float by) {
    if (!ImGui::IsKeyPressed(key)) return;
    // ImGui must not move the keyboard's focus with the same key.
    ImGui::NavMoveRequestCancel();
    ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + by));
  };
  scroll(ImGuiKey_PageDown, page);
  scroll(ImGuiKey_PageUp, -page);
  scroll(ImGuiKey_Home, -all);
  scroll(ImGuiKey_End, all);
  if (!arrows) return;
  scroll(ImGuiKey_DownArrow, kLines * line);
  scroll(ImGuiKey_UpArrow, -kLines * line);
}

}  // namespace claimscope
