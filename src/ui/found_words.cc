#include "ui/found_words.h"

#include <algorithm>

#include "base/words.h"

namespace claimscope {
namespace {

// Where the phrase ends that begins with this word of the search and the word the reader is at; 0:
// it does not.
size_t EndOf(const SearchWords& search, size_t word, const WordReader& at) {
  if (search[word].follows || !Matches(search[word], at.folded())) return 0;
  if (word + 1 == search.size() || !search[word + 1].follows) return at.end();
  WordReader ahead = at;
  for (size_t i = word + 1; i < search.size() && search[i].follows; ++i) {
    if (!ahead.Next() || !Matches(search[i], ahead.folded())) return 0;
  }
  return ahead.end();
}

}  // namespace

SearchWords FoldWords(std::string_view search) { return WordsSearched(search); }

std::vector<Span> FindWords(std::string_view text, const SearchWords& search) {
  std::vector<Span> found;
  if (search.empty()) return found;
  size_t last = 0;
  for (WordReader words(text); words.Next();) {
    size_t end = 0;
    for (size_t i = 0; i < search.size(); ++i) end = std::max(end, EndOf(search, i, words));
    if (end <= last) continue;
    found.push_back({static_cast<uint32_t>(words.begin()), static_cast<uint32_t>(end)});
    last = end;
  }
  return found;
}

}  // namespace claimscope
