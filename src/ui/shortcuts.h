// Keys to commands, from the same table as everything else.
#pragma once

#include <imgui.h>

#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace claimscope {

// "Ctrl+Shift+Z" as ImGui has it; ImGuiKey_None for what is no key. On a Mac ImGui reads Ctrl as
// Cmd.
ImGuiKeyChord ParseChord(std::string_view text);

// Whether one of these has a key: what is typed next may be meant for what it opens.
bool HasKeyCommand(const std::vector<GivenCommand>& commands);

// Sends the commands whose keys were pressed. All keys belong to a menu while one is open. Keys
// belong to a text field while one is being typed in, and the arrows to a control that the keyboard
// has moved to. `had_menu`: one was open in the frame before; the key that closed it does nothing
// else.
void HandleShortcuts(const Frame& frame, bool had_menu);

}  // namespace claimscope
