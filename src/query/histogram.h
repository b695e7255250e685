// Claims per day, week or month and region: the chart.
#pragma once

#include <span>

#include "query/corpus.h"
#include "query/query.h"

namespace claimscope {

// `filters`: one per segment. The days of the query play no part.
Histogram MakeHistogram(std::span<const Segment* const> segments, const RegionDictionary& regions,
                        const std::vector<Filter>& filters, Per per);

}  // namespace claimscope
