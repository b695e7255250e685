#include "ui/type_ahead.h"

#include <imgui_internal.h>

#include "base/strings.h"
#include "base/utf8.h"
#include "ui/focus.h"

namespace claimscope {
namespace {

constexpr double kPauseSeconds = 1;

}  // namespace

void TypeAhead::Follow(const ItemList& items) {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGuiWindow* window = g.OpenPopupStack.empty() ? nullptr : g.OpenPopupStack.back().Window;
  if (window == nullptr || g.IO.WantTextInput) return typed_.clear();
  if (g.IO.InputQueueCharacters.empty() || g.IO.KeyCtrl || g.IO.KeyAlt) return;
  if (g.Time - last_ > kPauseSeconds) typed_.clear();
  last_ = g.Time;
  for (const ImWchar c : g.IO.InputQueueCharacters) {
    char utf8[5];
    ImTextCharToUtf8(utf8, c);
    typed_ += utf8;
  }
  const std::string wanted = FoldText(typed_);
  for (const ItemList::Item& item : items.items()) {
    if (item.window != window->ID || item.id == 0 || !StartsWith(FoldText(item.label), wanted))
      continue;
    return MoveFocus(item);
  }
}

}  // namespace claimscope
