// A page as the rules of cleaning see it: lines, words, sentences. Everything is spans over the
// page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace claimscope {

// A word is a run of letters and digits; "inPlease", glued together by a scraper, is two.
struct PageWord {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint64_t hash = 0;  // of the folded letters (FoldCodePoint)
  bool is_number = false;
  bool begins_upper = false;
  bool all_capitals = false;  // ASCII capitals and nothing else
};

// A sentence, or another piece of a line that ends where two or more spaces stand. Words [first,
// last) of the line.
struct PageUnit {
  uint32_t first_word = 0;
  uint32_t last_word = 0;
  Span span;  // up to the next unit's begin: cutting it leaves no double space
};

struct PageLine {
  Span span;  // without the line break and without white space at the edges; empty: a blank line
};

// Lines end with '\n', "\r\n" or '\r'.
std::vector<PageLine> SplitLines(std::string_view page);

// Appends the words of page[span) to `words`.
void SplitWords(std::string_view page, Span span, std::vector<PageWord>* words);

// The units of a line whose words these are.
std::vector<PageUnit> SplitUnits(std::string_view page, Span line,
                                 const std::vector<PageWord>& words);

// Hash of one folded word, as in PageWord.
uint64_t HashWord(std::string_view word);

}  // namespace claimscope
