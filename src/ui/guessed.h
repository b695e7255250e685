// What of a claim is a guess because its words do not tell it. Guesses are grey wherever claims are
// listed, and say so; what was corrected by hand is none.
#pragma once

#include <string>
#include <string_view>

#include "ui/session.h"

namespace claimscope {

struct Guesses {
  // "a guess, ...": why it is one; empty where the claim tells it.
  std::string_view day, place;
};

Guesses GuessesOf(const Session& session, Hit hit);

}  // namespace claimscope
