// Keys to commands, from the same table as everything else.
#pragma once

#include <imgui.h>

#include <string_view>

#include "ui/frame.h"

namespace claimscope {

// "Ctrl+Shift+Z" as ImGui has it; ImGuiKey_None for what is no key. On a Mac ImGui reads Ctrl as
// Cmd.
ImGuiKeyChord ParseChord(std::string_view text);

// Sends the commands whose keys were pressed. Keys belong to a text field while one is being typed
// in, and the arrows to a control that the keyboard has moved to.
void HandleShortcuts(const Frame& frame);

}  // namespace claimscope
