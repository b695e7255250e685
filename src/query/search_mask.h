// Which articles or claims answer a search.
#pragma once

#include <string>
#include <vector>

#include "base/bit_set.h"
#include "query/claim_columns.h"
#include "query/search.h"

namespace claimscope {

struct SearchMask {
  bool of_claims = false;  // of claims, in the order of the columns; else of articles
  BitSet passes;
};

// A search that was answered.
struct Searched {
  std::string text;
  bool in_claims = false;
  std::vector<WordPattern> words;
  bool asks = false;  // else `mask` is of no use
  SearchMask mask;
};

// `node` is not kNothing. `in_claims`: words outside a field must stand in the claim itself, which
// is read from the text of the articles that hold them.
SearchMask Evaluate(const SearchNode& node, const ClaimTable::Columns& columns,
                    bool in_claims = false);
// The same for each claim: that of its article.
void ToClaims(const ClaimTable::Columns& columns, SearchMask* mask);

}  // namespace claimscope
