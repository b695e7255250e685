// Which claims hold a search's words in their own words: read from the texts of the articles that
// hold them, a little at a time if wanted, and kept. A sealed segment's answer stays what it is, so
// that of a corpus that grew only what came is read.
#pragma once

#include <functional>
#include <vector>

#include "base/bit_set.h"
#include "index/segment.h"
#include "query/query.h"
#include "query/search.h"

namespace claimscope {

class QuoteSearch {
 public:
  // Nothing else is kept than what this search needs.
  void Keep(const SearchNode& root);
  // Forgets what was read of a segment that is not what it was.
  void Forget(size_t segment);

  // Reads on for one value or near() of a search. True: all is read; else `is_late` said so.
  bool Read(const std::vector<const Segment*>& segments, const SearchNode& node,
            const std::function<bool()>& is_late);
  // The same for all that a search needs.
  bool ReadAll(const std::vector<const Segment*>& segments, const SearchNode& root,
               const std::function<bool()>& is_late);

  // Of a segment that has been read: the rows that answer.
  struct Part {
    bool begun = false;
    uint32_t next = 0;  // the first article not read
    BitSet articles;    // that may hold such a claim
    BitSet rows;
  };
  const std::vector<Part>& PartsOf(const SearchNode& node) { return KeptOf(node).parts; }

 private:
  struct Kept {
    SearchNode node;
    std::vector<Part> parts;  // by segment
  };
  Kept& KeptOf(const SearchNode& node);

  std::vector<Kept> kept_;
};

// Words outside a field: what In claims looks for in the claim itself.
bool IsOfQuotes(const SearchNode& node);

}  // namespace claimscope
