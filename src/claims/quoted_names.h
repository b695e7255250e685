// Media in quotation marks: `writes "The Oslo Times"`. What is only named is not quoted.
#pragma once

#include "claims/actors.h"
#include "claims/tokens.h"

namespace claimscope {

// Turns the quotation marks around the name of a medium of the table into apostrophes, which part
// no phrase.
void UnquoteMedia(const Actors& actors, Tokens* tokens);

}  // namespace claimscope
