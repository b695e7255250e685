// The colour of a region, the same in every panel.
#pragma once

#include <string_view>

#include "ui/frame.h"

namespace claimscope {

ImU32 RegionColor(const Frame& frame, std::string_view code);

}  // namespace claimscope
