// Engine: a workspace of segments. Add sources or sealed segments, ask, watch progress.
//
// Pipeline turns source bytes into sealed segments (in a worker, in the command line); Workspace holds segments and
// answers the interface, synchronously, every frame.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "claims/claims.h"
#include "clean/clean.h"
#include "index/segment.h"
#include "ingest/ingest.h"
#include "query/query.h"

namespace claimscope {

// Rules loaded once: what cleaning and extraction need.
struct Pack {
  Cleaner cleaner;
  Extractor extractor;
};
Result<Pack> LoadPack(const FileBundle& rules);

}  // namespace claimscope
