// The way from any view into the reader.
#pragma once

#include "ui/frame.h"

namespace claimscope {

// Reads the claim in its article; `word`: see Selection.
void OpenClaim(const Frame& frame, Hit claim, uint32_t word = 0);

}  // namespace claimscope
