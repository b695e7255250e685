// Where a sentence goes on with another figure of its verb: "lost 20 men, two tanks and a gun".
#pragma once

#include "claims/clauses.h"
#include "claims/tagged_sentence.h"

namespace claimscope {

// Appends to `cuts` the pieces that begin with one of its figures, [quantity_begin, quantity_end).
void FindFigureCuts(const TaggedSentence& sentence, const std::vector<QuantityMention>& quantities,
                    size_t quantity_begin, size_t quantity_end, const KnownClasses& known,
                    std::vector<Piece>* cuts);

}  // namespace claimscope
