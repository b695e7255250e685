// The help over the page: the keys, and what the marks and colours mean.
#pragma once

#include "ui/frame.h"

namespace claimscope {

void DrawHelp(const Frame& frame);

}  // namespace claimscope
