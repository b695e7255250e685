// The articles (ascending) of a segment whose title or text holds a word, or a word that begins so.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "index/segment.h"

namespace claimscope {

inline std::vector<uint32_t> ArticlesWith(const Segment& segment, std::string_view word) {
  WordUses uses;
  const Segment::Term term = segment.FindTerm(word);
  if (term.article_count > 0) segment.ReadUses(term, &uses);
  return {uses.articles.begin(), uses.articles.end()};
}

inline std::vector<uint32_t> ArticlesWithPrefix(const Segment& segment, std::string_view prefix) {
  WordUses uses;
  segment.VisitTerms(prefix, [&](std::string_view word, const Segment::Term& term) {
    if (word.substr(0, prefix.size()) != prefix) return false;
    segment.ReadUses(term, &uses);
    return true;
  });
  std::sort(uses.articles.begin(), uses.articles.end());
  uses.articles.erase(std::unique(uses.articles.begin(), uses.articles.end()), uses.articles.end());
  return {uses.articles.begin(), uses.articles.end()};
}

}  // namespace claimscope
