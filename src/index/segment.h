// A sealed segment: columns of articles and claims, word postings and the article text in one byte block.
// It is made once and never changed. The worker's answer to the page, the saved session, the file written by
// the command line and the golden test are all these bytes.
//
// [the byte format is drawn here]
//
// Lifetime: a Segment owns its bytes; every view it gives lives as long as it does.
// Threads: reading is safe from any number of threads.
// Errors: Open checks every offset and count once; afterwards reading cannot leave the block.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"
#include "model/article.h"
#include "model/claim.h"

namespace claimscope {

class SegmentBuilder {
 public:
  SegmentBuilder();
  ~SegmentBuilder();

  void Add(const Article& article, const std::vector<Claim>& claims);
  size_t articles() const;
  // Bytes of text held so far: the caller seals when this passes its limit.
  size_t text_bytes() const;
  // The sealed bytes; the builder is empty afterwards. Claims are ordered by (from day, article, span).
  std::string Seal();

 private:
  struct Columns;
  std::unique_ptr<Columns> columns_;
};

}  // namespace claimscope
