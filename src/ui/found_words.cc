#include "ui/found_words.h"

#include <algorithm>

#include "base/words.h"

namespace claimscope {

SearchWords FoldWords(std::string_view search) { return WordsSearched(search); }

std::vector<Span> FindWords(std::string_view text, const SearchWords& search) {
  std::vector<Span> found;
  if (search.empty()) return found;
  for (WordReader words(text); words.Next();) {
    const auto fits = [&](const WordPattern& word) { return Matches(word, words.folded()); };
    if (std::any_of(search.begin(), search.end(), fits)) {
      found.push_back({static_cast<uint32_t>(words.begin()), static_cast<uint32_t>(words.end())});
    }
  }
  return found;
}

}  // namespace claimscope
