#include "ui/found_words.h"

#include <algorithm>

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

std::vector<std::string> FoldWords(std::string_view search) {
  std::vector<std::string> words;
  ForEachWord(search, [&](Span span) { words.push_back(FoldText(TextOf(search, span))); });
  return words;
}

std::vector<Span> FindWords(std::string_view text, const std::vector<std::string>& words) {
  std::vector<Span> found;
  if (words.empty()) return found;
  ForEachWord(text, [&](Span span) {
    const std::string folded = FoldText(TextOf(text, span));
    if (std::find(words.begin(), words.end(), folded) != words.end()) found.push_back(span);
  });
  return found;
}

}  // namespace claimscope
