// Where the words of a search stand in a text, to mark them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace claimscope {

// The words of a search, folded as the index folds them.
std::vector<std::string> FoldWords(std::string_view search);
// Bytes of `text` at which one of `words` stands as a whole word, ascending.
std::vector<Span> FindWords(std::string_view text, const std::vector<std::string>& words);

}  // namespace claimscope
