// What was read, as a text to keep: totals, and what was skipped or repaired, where and why.
#pragma once

#include <string>

#include "ui/session.h"

namespace claimscope {

std::string ReadingReport(const Session& session);

}  // namespace claimscope
