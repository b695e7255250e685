// What a panel is given to draw one frame: things to read, and a place to leave the commands the
// user gives. They are carried out before the next frame; nothing changes while drawing.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/arguments.h"
#include "ui/items.h"
#include "ui/session.h"
#include "ui/text.h"
#include "ui/theme.h"

namespace claimscope {

struct GivenCommand {
  std::string_view id;  // of ui/commands.h
  std::string arguments;
};

struct Frame {
  const Session& session;
  const Theme& theme;
  ItemList& items;
  std::vector<GivenCommand>& commands;
  float width = 0, height = 0;  // of the window, logical pixels
  bool touch = false;           // the last input came from a finger: rows are taller

  const AppState& state() const { return session.state; }
  TextStyle Text(float size, ImU32 color) const { return theme.Text(size, color); }
  TextStyle Bold(float size, ImU32 color) const { return theme.Bold(size, color); }
  float row() const { return touch ? kTouchRow : kRow; }

  using Pair = std::pair<std::string_view, std::string_view>;
  void Do(std::string_view id, std::initializer_list<Pair> arguments = {}) const {
    GivenCommand& command = commands.emplace_back();
    command.id = id;
    for (const auto& [name, value] : arguments) AppendArgument(name, value, &command.arguments);
  }
};

}  // namespace claimscope
