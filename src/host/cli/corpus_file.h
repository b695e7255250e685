// Saved corpora (`.claims`, drawn in index/snapshot.h) as files.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "engine/review.h"
#include "host/cli/output.h"

namespace claimscope {

bool IsCorpusFile(const std::string& path);
// The rules that it was read with (model/own_rules.h), as far as they can be read.
std::string RulesOfCorpusFile(const std::string& path);
// Refused when it was read with other rules than those in use. Every segment that is whole, one at
// a time in memory; fails with what is wrong first.
// `reviews`: what was said of its claims in review is added; what is known already wins.
Status ReadCorpusFile(const std::string& path,
                      const std::function<void(const Segment&)>& on_segment, Reviews* reviews);
void WriteCorpusFile(const std::vector<Segment>& segments, const std::string& reviews,
                     Output* output);

}  // namespace claimscope
