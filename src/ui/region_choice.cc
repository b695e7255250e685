#include "ui/region_choice.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kRows = 9;
constexpr float kListHeight = 340;  // at most

std::string_view NameOf(const Session& session, const std::string& code) {
  return session.regions().NameOf(code.empty() ? "-" : std::string_view(code));
}

void Take(RegionChoice& choice, const std::string& code) {
  choice.code = code == "-" ? "" : code;
  ImGui::CloseCurrentPopup();
}

void DrawList(RegionChoice& choice, const Frame& frame, float width) {
  if (ImGui::IsWindowAppearing()) {
    choice.find[0] = 0;
    choice.typing = false;
    choice.focus_tries = 4;
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool wanted = choice.focus_tries > 0 && !choice.typing;
  choice.focus_tries = std::max(0, choice.focus_tries - 1);
  const bool was_typing = choice.typing;
  const FieldResult field =
      TextField(frame, "Find a region", "Type a part of the name", choice.find, sizeof choice.find,
                {at, {at.x + width, at.y + 30}}, 8, false, wanted);
  choice.typing = field.active;
  std::vector<std::string> found = FindRegions(frame.session, choice.find);
  // What is chosen stands first until something is typed.
  const auto now = std::find(found.begin(), found.end(), choice.code.empty() ? "-" : choice.code);
  if (choice.find[0] == 0 && now != found.end()) std::rotate(found.begin(), now, now + 1);
  const bool entered = was_typing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
  if (entered && !found.empty()) return Take(choice, found[0]);
  for (size_t i = 0; i < std::min(found.size(), kRows); ++i) {
    const std::string label(frame.session.regions().NameOf(found[i]));
    const bool chosen = found[i] == (choice.code.empty() ? "-" : choice.code);
    if (ImGui::MenuItem((label + "##" + found[i]).c_str(), nullptr, chosen)) Take(choice, found[i]);
  }
  if (found.empty()) ImGui::TextDisabled("No region has this name");
  if (found.size() > kRows) ImGui::TextDisabled("More: type a part of the name");
}

}  // namespace

std::vector<std::string> FindRegions(const Session& session, std::string_view typed) {
  const std::string wanted = FoldText(TrimAscii(typed));
  std::vector<std::string> all;
  const auto add = [&](std::string_view code) {
    if (std::find(all.begin(), all.end(), code) == all.end()) all.emplace_back(code);
  };
  for (const FacetCount& region : session.corpus().regions()) add(region.value);
  add("-");
  for (const std::string_view code : session.regions().Codes()) add(code);
  std::vector<std::string> begun, inside;
  for (std::string& code : all) {
    const std::string name = FoldText(session.regions().NameOf(code));
    if (StartsWith(name, wanted) || FoldText(code) == wanted)
      begun.push_back(std::move(code));
    else if (name.find(wanted) != std::string::npos)
      inside.push_back(std::move(code));
  }
  begun.insert(begun.end(), inside.begin(), inside.end());
  return begun;
}

void Draw(RegionChoice& choice, const Frame& frame, const char* label, const Rect& rect) {
  if (MenuBox(frame, label, rect)) ImGui::OpenPopup(label);
  DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kUiText, frame.theme.text),
             {{rect.min.x + 8, rect.min.y}, {rect.max.x - 24, rect.max.y}},
             NameOf(frame.session, choice.code));
  const float width = std::max(rect.width() - 24, 200.0f);
  // Below the button, or above it where there is more room.
  const bool below = rect.max.y + kListHeight < frame.height;
  ImGui::SetNextWindowPos({rect.min.x, below ? rect.max.y + 4 : rect.min.y - 4}, ImGuiCond_Always,
                          {0, below ? 0.0f : 1.0f});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(12, 10));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(12, 12));
  if (ImGui::BeginPopup(label)) {
    DrawList(choice, frame, width);
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
}

}  // namespace claimscope
