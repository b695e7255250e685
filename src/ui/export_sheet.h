// What can be made of the claims that pass: a sheet that lists it, and the commands behind it. The
// host writes the files (host/export_of_view.h).
#pragma once

#include <span>
#include <string_view>

#include "ui/command_handlers.h"
#include "ui/frame.h"

namespace claimscope {

struct ExportChoice {
  std::string_view id;  // as exports/exports.h has it
  std::string_view label;
  std::string_view use;  // what it is good for, a few words
};
std::span<const ExportChoice> ExportChoices();

void DrawExportSheet(const Frame& frame);

}  // namespace claimscope
