// Saved corpora (`.claims`, drawn in index/snapshot.h) as files.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "host/cli/output.h"

namespace claimscope {

bool IsCorpusFile(const std::string& path);
// Every segment that is whole, one at a time in memory; fails with what is wrong first.
Status ReadCorpusFile(const std::string& path,
                      const std::function<void(const Segment&)>& on_segment);
void WriteCorpusFile(const std::vector<Segment>& segments, Output* output);

}  // namespace claimscope
