// The widgets of the last frame, by what they say and where they are: for tests and for pages that
// drive this one.
//
// ImGui reports its own widgets through the hooks of its test engine; what panels draw themselves
// they add here.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

namespace claimscope {

class ItemList {
 public:
  struct Item {
    std::string label;
    ImVec2 min, max;             // logical pixels, cut to what is visible
    ImGuiID id = 0, window = 0;  // as ImGui has them; 0: drawn by a panel itself
    bool by_keyboard = false;    // Tab leads to it
  };

  // Receives what the widgets of the current ImGui context report.
  void Attach();
  void Detach();

  void BeginFrame();
  void EndFrame();

  void Add(std::string_view label, ImVec2 min, ImVec2 max);
  // Something opaque was put over this rectangle: what it hides can no longer be clicked.
  void Cover(ImVec2 min, ImVec2 max);

  // Of the last whole frame.
  const std::vector<Item>& items() const { return shown_; }
  // The first with this label; nullptr when there is none.
  const Item* Find(std::string_view label) const;
  std::string Json() const;
  // Widgets of the last frame that had the same id as another: a mistake, for tests.
  size_t DuplicateIds() const;

  // For the hooks.
  void Placed(ImGuiID id, ImVec2 min, ImVec2 max, bool by_keyboard);
  void Named(ImGuiID id, std::string_view label);

 private:
  struct Rect {
    ImGuiID id, window;
    ImVec2 min, max;
    bool by_keyboard;
  };
  Item* Push(std::string_view label, ImVec2 min, ImVec2 max);  // null: nothing to be seen

  std::vector<Rect> placed_;
  // Reused from frame to frame, so that a frame at rest allocates nothing.
  std::vector<Item> next_, shown_;
  size_t next_count_ = 0;
  bool collecting_ = false;  // ImGui also reports widgets of its own between frames
};

}  // namespace claimscope
