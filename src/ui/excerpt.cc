#include "ui/excerpt.h"

#include <algorithm>

namespace claimscope {

std::string ExcerptOf(const TextStyle& style, const std::string& text, const SearchWords& search,
                      float width) {
  const std::vector<Span> found = FindWords(text, search);
  if (found.empty()) return text;
  const float end = TextWidth(style, std::string_view(text).substr(0, found[0].end));
  constexpr float kEllipsis = 14, kInSight = 0.6f;
  if (end + kEllipsis <= width) return text;
  // A whole word to begin with, unless that would be the one that was found.
  size_t begin = text.find(' ', TextFits(style, text, end - width * kInSight));
  begin = begin < found[0].begin ? begin + 1 : found[0].begin;
  return "… " + text.substr(begin);
}

}  // namespace claimscope
