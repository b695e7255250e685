// Everything a user can do, as one table. Buttons, keys, menus, the embed interface and tests send
// these; nothing else changes the state. A command that fails changes nothing and says why.
#pragma once

#include <span>
#include <string_view>

#include "base/status.h"
#include "ui/arguments.h"
#include "ui/session.h"

namespace claimscope {

struct CommandSpec {
  std::string_view id;
  std::string_view label;     // as a menu shows it
  std::string_view shortcut;  // "Ctrl+Z", "/", "Up"; several are parted by a space; empty: none
  // The names it takes, parted by a space; a trailing '?' marks those that may be absent.
  std::string_view arguments;
  Status (*run)(Session& session, const Arguments& arguments);
};

// In the order in which a menu or a help page would list them.
std::span<const CommandSpec> AllCommands();
// nullptr when there is none.
const CommandSpec* FindCommand(std::string_view id);

// Looks the command up, checks that the arguments are the ones it takes, and runs it.
Status RunCommand(Session& session, std::string_view id, std::string_view arguments);
// False for a command that would do nothing now (undo with nothing to undo): menus show it grey.
bool IsAvailable(const Session& session, std::string_view id);

}  // namespace claimscope
