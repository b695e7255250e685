// Words, phrases and nearness, answered from the postings of one segment.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "query/query.h"
#include "query/search.h"

namespace claimscope {

// The words of the segment that fit the pattern.
std::vector<Segment::Term> TermsOf(const Segment& segment, const WordPattern& pattern);

// Sets marks[article] to 1 for the articles of the segment in which the node's words stand: one
// after the other, or near each other (in any order, all within the title or all within the text,
// no more than `distance` words apart). With kTitle, in the title.
void MarkArticles(const Segment& segment, const SearchNode& node, uint8_t* marks);

}  // namespace claimscope
