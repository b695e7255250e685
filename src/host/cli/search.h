// `claimscope search`.
#pragma once

#include <vector>

#include "engine/engine.h"
#include "host/cli/options.h"
#include "host/cli/output.h"
#include "model/region.h"

namespace claimscope {

// Prints what answers, one JSON object a line; what was not understood to standard error.
void PrintFound(const Options& options, const RegionNames& names,
                const std::vector<Segment>& segments, Output* output);

}  // namespace claimscope
