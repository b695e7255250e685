#include "ui/input_pace.h"

#include <utility>

namespace claimscope {
namespace {

// A field that does not come to be active does not keep the keys from all else.
constexpr int kLongestWait = 6;

bool IsKeyDown(const ImGuiInputEvent& event) {
  return event.Type == ImGuiInputEventType_Key && event.Key.Down &&
         !ImGui::IsLRModKey(event.Key.Key) && (event.Key.Key & ImGuiMod_Mask_) == 0;
}

}  // namespace

void InputPace::Attach(std::function<bool()> busy) {
  busy_ = std::move(busy);
  ImGuiContext* context = ImGui::GetCurrentContext();
  ImGuiContextHook hook;
  hook.UserData = this;
  hook.Type = ImGuiContextHookType_NewFramePre;
  hook.Callback = [](ImGuiContext*, ImGuiContextHook* h) {
    static_cast<InputPace*>(h->UserData)->HoldBack();
  };
  hooks_[0] = ImGui::AddContextHook(context, &hook);
  hook.Type = ImGuiContextHookType_NewFramePost;
  hook.Callback = [](ImGuiContext*, ImGuiContextHook* h) {
    static_cast<InputPace*>(h->UserData)->GiveBack();
  };
  hooks_[1] = ImGui::AddContextHook(context, &hook);
}

void InputPace::Detach() {
  for (const ImGuiID hook : hooks_) ImGui::RemoveContextHook(ImGui::GetCurrentContext(), hook);
}

// A command is under way, or a text field that was asked for.
bool InputPace::MustWait() const {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const bool field_due = g.NavNextActivateId != 0 && g.NavNextActivateId != g.ActiveId &&
                         (g.NavNextActivateFlags & ImGuiActivateFlags_PreferInput) != 0;
  return field_due || busy_();
}

int InputPace::CountForNow() const {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  bool moved = false, pressed = false;
  for (int i = 0; i < g.InputEventsQueue.Size; ++i) {
    const ImGuiInputEvent& event = g.InputEventsQueue[i];
    if (event.Type == ImGuiInputEventType_MousePos) {
      moved |= event.MousePos.PosX != g.IO.MousePos.x || event.MousePos.PosY != g.IO.MousePos.y;
    } else if (event.Type == ImGuiInputEventType_MouseButton) {
      if (moved && event.MouseButton.Down) return i;
    } else if (IsKeyDown(event) && !g.IO.WantTextInput) {
      if (pressed) return i;
      pressed = true;
    }
  }
  return g.InputEventsQueue.Size;
}

void InputPace::HoldBack() {
  ImVector<ImGuiInputEvent>& queue = ImGui::GetCurrentContext()->InputEventsQueue;
  if (queue.empty()) return;
  const bool waits = MustWait() && waited_ < kLongestWait;
  waited_ = waits ? waited_ + 1 : 0;
  const int now = waits ? 0 : CountForNow();
  for (int i = now; i < queue.Size; ++i) held_.push_back(queue[i]);
  queue.resize(now);
}

// Behind what ImGui itself left for later, before what comes next.
void InputPace::GiveBack() {
  ImVector<ImGuiInputEvent>& queue = ImGui::GetCurrentContext()->InputEventsQueue;
  for (const ImGuiInputEvent& event : held_) queue.push_back(event);
  held_.resize(0);
}

}  // namespace claimscope
