// Where the words of a search stand in a text, to mark them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace claimscope {

// The words of a search, folded as the index folds them. The last one may be the beginning of a
// word, as in the index.
struct SearchWords {
  std::vector<std::string> words;
  bool last_is_prefix = false;
};
SearchWords FoldWords(std::string_view search);
// Bytes of `text` at which one of the words stands, ascending.
std::vector<Span> FindWords(std::string_view text, const SearchWords& search);

}  // namespace claimscope
