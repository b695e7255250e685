// Words, phrases and nearness, answered from the postings of one segment.
#pragma once

#include <cstdint>
#include <functional>

#include "base/bit_set.h"
#include "index/segment.h"
#include "query/query.h"
#include "query/search.h"

namespace claimscope {

// The words of the segment that fit the pattern.
void VisitTermsOf(const Segment& segment, const WordPattern& pattern,
                  const std::function<void(const Segment::Term& term)>& visit);

// Adds first + each article of the segment in which the node's words stand: one after the other, or
// near each other (in any order, all within the title or all within the text, no more than
// `distance` words apart). With kTitle, in the title.
void MarkArticles(const Segment& segment, const SearchNode& node, uint32_t first, BitSet* set);

}  // namespace claimscope
