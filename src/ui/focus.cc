#include "ui/focus.h"

#include <imgui_internal.h>

#include <algorithm>

namespace claimscope {
namespace {

bool Contains(const Rect& rect, const ItemList::Item& item) {
  return rect.Contains({(item.min.x + item.max.x) / 2, (item.min.y + item.max.y) / 2});
}

const ItemList::Item* FirstOf(const ItemList& list, const FocusStop& stop) {
  const ItemList::Item* first = stop.first.empty() ? nullptr : list.Find(stop.first);
  if (first != nullptr && first->by_keyboard) return first;
  const auto at =
      std::find_if(list.items().begin(), list.items().end(), [&stop](const ItemList::Item& item) {
        return item.by_keyboard && Contains(stop.rect, item);
      });
  return at == list.items().end() ? nullptr : &*at;
}

const ItemList::Item* ItemOf(const ItemList& list, ImGuiID id) {
  const auto at = std::find_if(list.items().begin(), list.items().end(),
                               [id](const ItemList::Item& item) { return item.id == id; });
  return id == 0 || at == list.items().end() ? nullptr : &*at;
}

const ItemList::Item* ClaimRow(const Frame& frame) {
  return frame.items.Find("claim " + std::to_string(frame.session.selected_index()));
}

}  // namespace

bool IsKeyboardIn(std::string_view panel) {
  const ImGuiWindow* window = ImGui::GetCurrentContext()->NavWindow;
  // ImGui names a child after its parents: "Claimscope/center_0B1F/claims table_93AD".
  return window != nullptr && std::string_view(window->Name).find(panel) != std::string_view::npos;
}

void MoveFocus(const ItemList::Item& item) {
  ImGuiWindow* window = ImGui::FindWindowByID(item.window);
  if (window == nullptr) return;
  ImGuiContext& g = *ImGui::GetCurrentContext();
  if (g.ActiveId != item.id) ImGui::ClearActiveID();
  const ImRect rect = ImGui::WindowRectAbsToRel(window, ImRect(item.min, item.max));
  ImGui::FocusWindow(window);
  ImGui::SetNavID(item.id, ImGuiNavLayer_Main, window->NavRootFocusScopeId, rect);
  ImGui::SetNavCursorVisible(true);
  g.NavHighlightItemUnderNav = true;
}

void Focus::FollowPanels(const Frame& frame, std::span<const FocusStop> stops) {
  const int wanted = frame.session.panel_steps - steps_;
  steps_ = frame.session.panel_steps;
  if (wanted == 0) return;
  const int count = static_cast<int>(stops.size()), step = wanted > 0 ? 1 : -1;
  const ItemList::Item* now = ItemOf(frame.items, ImGui::GetCurrentContext()->NavId);
  int at = step > 0 ? -1 : count;
  for (int i = 0; now != nullptr && i < count; ++i) {
    if (Contains(stops[static_cast<size_t>(i)].rect, *now)) at = i;
  }
  // What is folded away, or lies under something, is passed over.
  for (int i = 0; i < count; ++i) {
    at = (at + step + count) % count;
    const ItemList::Item* item = FirstOf(frame.items, stops[static_cast<size_t>(at)]);
    if (item != nullptr) return MoveFocus(*item);
  }
}

void Focus::FollowReader(const Frame& frame) {
  const bool closed = in_reader_ && !frame.state().reader_open;
  in_reader_ = frame.state().reader_open;
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (!closed || !g.NavCursorVisible || ItemOf(frame.items, g.NavId) != nullptr) return;
  if (const ItemList::Item* row = ClaimRow(frame)) MoveFocus(*row);
}

void Focus::FollowForm(const Frame& frame) {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (frame.state().correcting == in_form_) return;
  if (!in_form_) {
    const ItemList::Item* first = frame.items.Find("Right kind");
    if (first == nullptr) return;
    in_form_ = true;
    before_ = g.NavCursorVisible ? g.NavId : 0;
    return MoveFocus(*first);
  }
  in_form_ = false;
  // The mouse had closed it: nothing is to be shown then.
  if (!g.NavCursorVisible) return;
  const ItemList::Item* item = ItemOf(frame.items, before_);
  if (item == nullptr) item = ClaimRow(frame);
  if (item != nullptr) MoveFocus(*item);
}

}  // namespace claimscope
