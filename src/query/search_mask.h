// Which articles or claims answer a search.
#pragma once

#include "base/bit_set.h"
#include "query/claim_columns.h"
#include "query/search.h"

namespace claimscope {

struct SearchMask {
  bool of_claims = false;  // of claims, in the order of the columns; else of articles
  BitSet passes;
};

// `node` is not kNothing. `in_claims`: words outside a field must stand in the claim itself, which
// is read from the text of the articles that hold them.
SearchMask Evaluate(const SearchNode& node, const ClaimTable::Columns& columns,
                    bool in_claims = false);
// The same for each claim: that of its article.
void ToClaims(const ClaimTable::Columns& columns, SearchMask* mask);

}  // namespace claimscope
