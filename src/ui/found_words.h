// Where the words of a search stand in a text, to mark them.
#pragma once

#include <string_view>
#include <vector>

#include "model/span.h"
#include "query/query.h"

namespace claimscope {

using SearchWords = std::vector<WordPattern>;
// Those that articles are searched for, folded as the index folds them.
SearchWords FoldWords(std::string_view search);
// Bytes of `text` at which one of the words or a whole phrase stands, ascending.
std::vector<Span> FindWords(std::string_view text, const SearchWords& search);

}  // namespace claimscope
