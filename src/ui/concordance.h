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
  Hit claim;    // the claim of the article nearest to the word: what a click opens
  uint32_t at;  // where the word stands in the cleaned text
  std::string before, word, after;
  std::string left_key, right_key;  // folded neighbours: nearest first
  std::string source;               // folded name of the outlet
};

struct Concordance {
  std::vector<ContextLine> lines;
  size_t articles = 0;  // with a line
  bool is_cut = false;  // there are more than kMostLines
};
constexpr size_t kMostLines = 2000;

// "Found 107 times in 68 articles".
std::string HowOften(const Concordance& found);

constexpr size_t kNoLine = static_cast<size_t>(-1);
// The line at which `claim` was opened, a word of whose article was chosen (Selection::word); else
// the first that leads to it, or kNoLine.
size_t LineOf(const Concordance& found, Hit claim, uint32_t word);

// The latest articles first, undated ones last, each from its beginning on; sorted by neighbour or
// outlet that order stays among equals. Linear in the text of the articles, up to the line at which
// it is cut.
Concordance MakeConcordance(const Workspace& workspace, const std::vector<Hit>& hits,
                            std::string_view search, ContextSort sort);

}  // namespace claimscope
