#include "ui/reader_keys.h"

#include <imgui_internal.h>

#include <algorithm>

#include "ui/focus.h"
#include "ui/layout.h"
#include "ui/text.h"

namespace claimscope {
namespace {

// Nothing that is open, and no field, has a use for the keys.
bool AreFree(const Frame& frame) {
  const AppState& state = frame.state();
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  return !state.palette_open && !state.help_open && !state.export_open && !state.problems_open &&
         g.OpenPopupStack.empty() && !g.IO.WantTextInput && !g.IO.KeyCtrl && !g.IO.KeyAlt;
}

bool IsReading(const Frame& frame) {
  return frame.state().reader_open && !frame.state().correcting && AreFree(frame);
}

// The keyboard moves among controls elsewhere: they are reached by the same keys.
bool IsElsewhere() {
  return ImGui::GetCurrentContext()->NavCursorVisible && !IsKeyboardIn("/claims table_") &&
         !IsKeyboardIn("/context lines_");
}

void Scroll(ImGuiKey key, float by) {
  if (!ImGui::IsKeyPressed(key)) return;
  // ImGui must not move the keyboard's focus with the same key, nor give it to the first control
  // where none had it.
  ImGuiContext& g = *ImGui::GetCurrentContext();
  g.NavInitRequest = g.NavInitRequestFromMove = false;
  g.NavInitResult.ID = 0;
  ImGui::NavMoveRequestCancel();
  ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + by));
}

void ScrollPages(float page) {
  const float all = ImGui::GetScrollMaxY() + page;
  Scroll(ImGuiKey_PageDown, page);
  Scroll(ImGuiKey_PageUp, -page);
  Scroll(ImGuiKey_Home, -all);
  Scroll(ImGuiKey_End, all);
}

}  // namespace

bool ArrowsScrollArticle(const Frame& frame) {
  return IsReading(frame) && IsKeyboardIn("/reader_");
}

void ScrollByKeys(const Frame& frame) {
  if (!IsReading(frame)) return;
  const bool arrows = IsKeyboardIn("/reader_");
  // Where the reader covers the rest nothing else could be meant.
  if (!arrows && frame.width >= kWide && IsElsewhere()) return;
  ScrollPages(ImGui::GetWindowHeight() - 2 * kReadingLine);
  if (!arrows) return;
  constexpr float kLines = 3;
  Scroll(ImGuiKey_DownArrow, kLines * kReadingLine);
  Scroll(ImGuiKey_UpArrow, -kLines * kReadingLine);
}

void ScrollListByKeys(const Frame& frame, std::string_view list) {
  const bool elsewhere = ImGui::GetCurrentContext()->NavCursorVisible && !IsKeyboardIn(list);
  if (frame.state().reader_open || elsewhere || !AreFree(frame)) return;
  ScrollPages(ImGui::GetWindowHeight() - frame.row());
}

}  // namespace claimscope
