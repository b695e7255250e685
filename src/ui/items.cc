#include "ui/items.h"

#include <imgui_internal.h>

#include <algorithm>

#include "base/json_writer.h"

namespace claimscope {

void ItemList::Attach() {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  g.TestEngine = this;
  g.TestEngineHookItems = true;
}

void ItemList::Detach() {
  ImGuiContext* g = ImGui::GetCurrentContext();
  if (g == nullptr || g->TestEngine != this) return;
  g->TestEngine = nullptr;
  g->TestEngineHookItems = false;
}

void ItemList::BeginFrame() {
  placed_.clear();
  next_count_ = 0;
  collecting_ = true;
}

void ItemList::EndFrame() {
  next_.resize(next_count_);
  std::swap(next_, shown_);
  collecting_ = false;
}

ItemList::Item* ItemList::Push(std::string_view label, ImVec2 min, ImVec2 max) {
  if (label.empty() || max.x - min.x < 1 || max.y - min.y < 1) return nullptr;
  if (next_count_ == next_.size()) next_.emplace_back();
  Item& item = next_[next_count_++];
  item.label.assign(label);
  item.min = min;
  item.max = max;
  item.id = item.window = 0;
  item.by_keyboard = false;
  return &item;
}

void ItemList::Add(std::string_view label, ImVec2 min, ImVec2 max) {
  ImRect rect(min, max);
  const ImGuiWindow* window = ImGui::GetCurrentContext()->CurrentWindow;
  if (window != nullptr) rect.ClipWith(window->ClipRect);
  Push(label, rect.Min, rect.Max);
}

void ItemList::Cover(ImVec2 min, ImVec2 max) {
  const ImRect cover(min, max);
  size_t kept = 0;
  for (size_t i = 0; i < next_count_; ++i) {
    const ImVec2 middle((next_[i].min.x + next_[i].max.x) / 2,
                        (next_[i].min.y + next_[i].max.y) / 2);
    if (cover.Contains(middle)) continue;
    if (kept != i) std::swap(next_[kept], next_[i]);
    ++kept;
  }
  next_count_ = kept;
}

void ItemList::Placed(ImGuiID id, ImVec2 min, ImVec2 max, bool by_keyboard) {
  if (!collecting_) return;
  ImRect rect(min, max);
  const ImGuiWindow* window = ImGui::GetCurrentContext()->CurrentWindow;
  rect.ClipWith(window->ClipRect);
  placed_.push_back({id, window->ID, rect.Min, rect.Max, by_keyboard});
}

void ItemList::Named(ImGuiID id, std::string_view label) {
  if (!collecting_) return;
  label = label.substr(0, label.find("##"));
  for (size_t i = placed_.size(); i-- > 0;) {
    if (placed_[i].id != id) continue;
    if (Item* item = Push(label, placed_[i].min, placed_[i].max)) {
      item->id = id;
      item->window = placed_[i].window;
      item->by_keyboard = placed_[i].by_keyboard;
    }
    return;
  }
}

const ItemList::Item* ItemList::Find(std::string_view label) const {
  const auto at = std::find_if(shown_.begin(), shown_.end(),
                               [label](const Item& i) { return i.label == label; });
  return at == shown_.end() ? nullptr : &*at;
}

size_t ItemList::DuplicateIds() const {
  std::vector<ImGuiID> ids;
  for (const Rect& rect : placed_) ids.push_back(rect.id);
  std::sort(ids.begin(), ids.end());
  const auto end = std::unique(ids.begin(), ids.end());
  return static_cast<size_t>(ids.end() - end);
}

std::string ItemList::Json() const {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  JsonWriter json;
  json.BeginArray();
  for (const Item& item : shown_) {
    json.BeginObject().Key("label").String(item.label);
    json.Key("x").Double(item.min.x).Key("y").Double(item.min.y);
    json.Key("w").Double(item.max.x - item.min.x).Key("h").Double(item.max.y - item.min.y);
    // Where the keyboard is, as far as that is shown.
    if (item.id != 0 && item.id == g.NavId && (g.NavCursorVisible || g.ActiveId == item.id))
      json.Key("focused").Bool(true);
    json.EndObject();
  }
  return json.EndArray().Take();
}

}  // namespace claimscope

// ImGui calls these because it is compiled with IMGUI_ENABLE_TEST_ENGINE.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* ctx, ImGuiID id, const ImRect& bb,
                                 const ImGuiLastItemData* data) {
  auto* items = static_cast<claimscope::ItemList*>(ctx->TestEngine);
  constexpr int kNot = ImGuiItemFlags_NoNav | ImGuiItemFlags_NoTabStop | ImGuiItemFlags_Disabled;
  const bool by_keyboard = data != nullptr && (data->ItemFlags & kNot) == 0;
  if (items != nullptr) items->Placed(id, bb.Min, bb.Max, by_keyboard);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* ctx, ImGuiID id, const char* label,
                                  ImGuiItemStatusFlags) {
  auto* items = static_cast<claimscope::ItemList*>(ctx->TestEngine);
  if (items != nullptr && label != nullptr) items->Named(id, label);
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
