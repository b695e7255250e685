#include "ui/found_words.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

// Calls f(span) for every run of word characters.
template <typename F>
void ForEachWord(std::string_view text, F f) {
  size_t begin = 0;
  bool inside = false;
  for (size_t at = 0; at <= text.size();) {
    const CodePoint c = at < text.size() ? DecodeUtf8(text, at) : CodePoint{0, 1, true};
    const bool word = at < text.size() && IsWordCodePoint(c.value);
    if (word && !inside) begin = at;
    if (!word && inside) f(Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(at)});
    inside = word;
    at += c.size_bytes;
  }
}

}  // namespace

SearchWords FoldWords(std::string_view search) {
  SearchWords found;
  ForEachWord(search, [&](Span span) {
    found.words.push_back(FoldText(TextOf(search, span)));
    found.last_is_prefix = span.end == search.size();
  });
  return found;
}

std::vector<Span> FindWords(std::string_view text, const SearchWords& search) {
  std::vector<Span> found;
  if (search.words.empty()) return found;
  ForEachWord(text, [&](Span span) {
    const std::string folded = FoldText(TextOf(text, span));
    const bool whole =
        std::find(search.words.begin(), search.words.end(), folded) != search.words.end();
    const bool begun = search.last_is_prefix && StartsWith(folded, search.words.back());
    if (whole || begun) found.push_back(span);
  });
  return found;
}

}  // namespace claimscope
