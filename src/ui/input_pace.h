// Gives ImGui its input at the pace of frames, so that nothing quick is lost: a press that comes
// with the movement leading to it waits for the frame after, in which what lies under the pointer
// is known; a key waits until the one before it has done what it does, so that letters typed after
// "/" reach the field it leads to and not the commands of their keys.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <functional>

namespace claimscope {

class InputPace {
 public:
  // Of the current ImGui context. `busy`: a command given by a key has yet to be carried out.
  void Attach(std::function<bool()> busy);
  void Detach();

 private:
  bool MustWait() const;
  int CountForNow() const;  // events of ImGui's queue that this frame may have
  void HoldBack();
  void GiveBack();

  std::function<bool()> busy_;
  ImVector<ImGuiInputEvent> held_;
  ImGuiID hooks_[2] = {0, 0};
  int waited_ = 0;  // frames in a row
};

}  // namespace claimscope
