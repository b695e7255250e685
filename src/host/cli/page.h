// `claimscope page`: the offline page with a corpus and a view in it.
#pragma once

#include <string>
#include <vector>

#include "base/status.h"
#include "engine/engine.h"
#include "host/cli/options.h"
#include "ui/view.h"

namespace claimscope {

// The offline page that --page names, or the one that was built beside this program.
Result<std::string> ReadOfflinePage(const Options& options);

// `page` with the corpus, the view and what was said of its claims in review (lines, or nothing)
// inside: what web/page_copy.js writes too. Fails when the
// corpus has more than `most_bytes`, before anything of it is copied.
constexpr uint64_t kMostCorpusOfPage = uint64_t{1} << 31;
Result<std::string> PageWithCorpus(std::string page, const std::vector<Segment>& segments,
                                   const std::string& view, const std::string& reviews,
                                   uint64_t most_bytes = kMostCorpusOfPage);

}  // namespace claimscope
