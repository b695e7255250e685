// Headlines printed into a text without a stop: "Norway's PM: Drills Won't Harm Peace Berg said
// that drills were routine."
#pragma once

#include <cstdint>
#include <string_view>

#include "claims/lexicon.h"
#include "claims/tokens.h"

namespace claimscope {

// One past the headline that begins at `begin`: nearly every word of it has a capital, and a verb
// has one, too. `begin` if none does.
uint32_t HeadlineRun(const Tokens& tokens, uint32_t begin);

}  // namespace claimscope
