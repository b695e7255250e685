// The part of the filters about review: how many claims were accepted, rejected and corrected, and
// which of them the table shows.
#pragma once

#include "ui/frame.h"

namespace claimscope {

// Returns where it ends; nothing is drawn before the first claim was reviewed.
float DrawReviewFilter(const Frame& frame, float x0, float x1, float y);

}  // namespace claimscope
