// The command palette: every command that needs no argument, and every value a filter can take,
// found by typing.
#pragma once

#include <string>
#include <vector>

#include "ui/frame.h"

namespace claimscope {

struct PaletteEntry {
  std::string label;
  std::string_view note;  // the keys of a command, or what the value is
  std::string_view command;
  std::string arguments;
};

struct Palette {
  char typed[64] = "";
  bool open = false;
  size_t chosen = 0;
  std::vector<PaletteEntry> all;
  std::vector<size_t> found;  // into `all`, best first
};

// Places in `entries` whose labels hold all words of `typed`, those that begin with it first.
std::vector<size_t> FindEntries(const std::vector<PaletteEntry>& entries, std::string_view typed);

void Draw(Palette& palette, const Frame& frame);

}  // namespace claimscope
