// Words in context: every place where a word of the search stands in the articles of the claims
// that pass, with what comes before and after (a concordance, "KWIC").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "ui/state.h"

namespace claimscope {

struct ContextLine {
  Hit claim;  // the claim of the article nearest to the word: what a click opens
  std::string before, word, after;
  std::string left_key, right_key;  // folded neighbours: nearest first
};

struct Concordance {
  std::vector<ContextLine> lines;
  size_t articles = 0;  // with a line
  bool is_cut = false;  // there are more than kMostLines
};
constexpr size_t kMostLines = 2000;

// Lines in the order of the claims' time, or by neighbour. Linear in the text of the articles, up
// to the line at which it is cut.
Concordance MakeConcordance(const Workspace& workspace, const std::vector<Hit>& hits,
                            std::string_view search, ContextSort sort);

}  // namespace claimscope
