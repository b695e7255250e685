// A made-up corpus for tests and pictures of the interface: invented articles with claims of every
// kind, side and status.
#pragma once

#include <string>

namespace claimscope {

// Sealed segments of some `articles`, the same for the same numbers. Together they hold about six
// times as many claims.
std::string DemoSegment(int articles, int seed);

// One article of about `bytes` bytes with many claims.
std::string LongArticleSegment(size_t bytes);

}  // namespace claimscope
