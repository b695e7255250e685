// Where a sentence goes on with another figure of its verb: "lost 20 men, two tanks and a gun".
#pragma once

#include "claims/clauses.h"

namespace claimscope {

// Appends to `cuts` the pieces of the tokens [begin, end) that begin with a figure.
void FindFigureCuts(std::string_view text, const Tokens& tokens, uint32_t begin, uint32_t end,
                    const std::vector<TagInfo>& tags,
                    const std::vector<QuantityMention>& quantities, size_t quantity_begin,
                    size_t quantity_end, const KnownClasses& known, std::vector<Piece>* cuts);

}  // namespace claimscope
