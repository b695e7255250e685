#include "ui/shortcuts.h"

#include <imgui_internal.h>

#include <algorithm>

#include "base/strings.h"
#include "ui/commands.h"
#include "ui/focus.h"
#include "ui/reader_keys.h"

namespace claimscope {
namespace {

struct NamedKey {
  std::string_view name;
  ImGuiKey key;
};
constexpr NamedKey kKeys[] = {
    {"Up", ImGuiKey_UpArrow},          {"Down", ImGuiKey_DownArrow}, {"Left", ImGuiKey_LeftArrow},
    {"Right", ImGuiKey_RightArrow},    {"Enter", ImGuiKey_Enter},    {"Escape", ImGuiKey_Escape},
    {"Backspace", ImGuiKey_Backspace}, {"/", ImGuiKey_Slash},        {"?", ImGuiKey_Slash},
    {"Plus", ImGuiKey_Equal},          {"Minus", ImGuiKey_Minus},    {"[", ImGuiKey_LeftBracket},
    {"]", ImGuiKey_RightBracket},      {"F6", ImGuiKey_F6}};

ImGuiKey KeyNamed(std::string_view name) {
  for (const NamedKey& key : kKeys) {
    if (key.name == name) return key.key;
  }
  if (name.size() == 1 && IsAsciiDigit(name[0]))
    return static_cast<ImGuiKey>(ImGuiKey_0 + (name[0] - '0'));
  if (name.size() == 1 && IsAsciiUpper(name[0]))
    return static_cast<ImGuiKey>(ImGuiKey_A + (name[0] - 'A'));
  return ImGuiKey_None;
}

// True while the keyboard moves among controls outside the table: arrows and Enter are theirs.
bool NavigatesControls() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  // What had the focus can be gone, with a form that was closed.
  if (!g.NavCursorVisible || g.NavId == 0 || !g.NavIdIsAlive || g.NavWindow == nullptr)
    return false;
  return !IsKeyboardIn("/claims table_") && !IsKeyboardIn("/context lines_");
}

// Selected text is copied rather than the quote; Escape that leaves the map closes nothing else.
bool IsTakenAlready(const Frame& frame, std::string_view command) {
  const std::string_view by = command == "copy-quote"  ? "copy-text"
                              : command == "step-back" ? "point-on-map"
                                                       : "";
  return std::any_of(frame.commands.begin(), frame.commands.end(),
                     [by](const GivenCommand& given) { return given.id == by; });
}

bool BelongsToControls(ImGuiKey key) {
  return key == ImGuiKey_UpArrow || key == ImGuiKey_DownArrow || key == ImGuiKey_Enter;
}

}  // namespace

ImGuiKeyChord ParseChord(std::string_view text) {
  ImGuiKeyChord chord = 0;
  if (text == "?") chord |= ImGuiMod_Shift;
  for (const std::string_view part : Split(text, '+')) {
    if (part == "Ctrl") {
      chord |= ImGuiMod_Ctrl;
    } else if (part == "Shift") {
      chord |= ImGuiMod_Shift;
    } else if (part == "Alt") {
      chord |= ImGuiMod_Alt;
    } else {
      const ImGuiKey key = KeyNamed(part);
      if (key == ImGuiKey_None) return ImGuiKey_None;
      chord |= key;
    }
  }
  return chord;
}

bool HasKeyCommand(const std::vector<GivenCommand>& commands) {
  return std::any_of(commands.begin(), commands.end(), [](const GivenCommand& given) {
    const CommandSpec* command = FindCommand(given.id);
    return command != nullptr && !command->shortcut.empty();
  });
}

void HandleShortcuts(const Frame& frame, bool had_menu) {
  if (had_menu || !ImGui::GetCurrentContext()->OpenPopupStack.empty()) return;
  const bool typing = ImGui::GetIO().WantTextInput;
  const bool over = frame.state().palette_open || frame.state().help_open;
  const bool reads = ArrowsScrollArticle(frame);
  const bool controls = !over && NavigatesControls();
  for (const CommandSpec& command : AllCommands()) {
    for (const std::string_view shortcut : SplitTrimmed(command.shortcut, ' ')) {
      const ImGuiKeyChord chord = ParseChord(shortcut);
      const auto key = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
      const bool opens = command.id == "toggle-palette";
      const bool closes = opens || command.id == "toggle-help" || command.id == "step-back";
      if (over && !closes) continue;
      // A text field has no use for these.
      const bool passes = opens || key == ImGuiKey_F6;
      const bool scrolls = key == ImGuiKey_UpArrow || key == ImGuiKey_DownArrow;
      if (reads && scrolls) continue;
      if ((typing && !passes) || (controls && BelongsToControls(key)) ||
          (controls && key == ImGuiKey_Escape))
        continue;
      const bool repeats = key == ImGuiKey_UpArrow || key == ImGuiKey_DownArrow ||
                           key == ImGuiKey_J || key == ImGuiKey_K;
      if (!ImGui::IsKeyChordPressed(chord, repeats ? ImGuiInputFlags_Repeat : 0)) continue;
      // ImGui must not move the keyboard's focus with the same key.
      if (BelongsToControls(key)) ImGui::NavMoveRequestCancel();
      if (IsTakenAlready(frame, command.id)) continue;
      if (IsAvailable(frame.session, command.id)) frame.Do(command.id);
      // Enter then opens the claim, whatever had the keyboard before.
      if (command.id == "next-claim" || command.id == "previous-claim")
        ImGui::SetNavCursorVisible(false);
    }
  }
}

}  // namespace claimscope
