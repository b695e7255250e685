// The part of a long line that shows what was searched for.
#pragma once

#include <string>

#include "ui/found_words.h"
#include "ui/text.h"

namespace claimscope {

// The text from its beginning where the first word found is in sight then, else from some words
// before it on, after an ellipsis.
std::string ExcerptOf(const TextStyle& style, const std::string& text, const SearchWords& search,
                      float width);

}  // namespace claimscope
