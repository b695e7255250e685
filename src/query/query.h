// Query: here are segments and a question, give me hits and counts.
//
// Rows are claims, named by (segment, row). Counting is a scan over dictionary-coded columns.
// A facet's counts apply every part of the query but its own (crossfilter rule).
// Order of hits: by the claim's first day, undated last; then article, then place in the text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/segment.h"
#include "model/query.h"

namespace claimscope {

struct Hit {
  uint32_t segment;
  uint32_t row;
};

}  // namespace claimscope
