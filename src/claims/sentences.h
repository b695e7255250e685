// Sentences: here are tokens, give me where sentences begin and end, and which words stand inside
// quotation marks.
//
// A sentence never crosses a paragraph. Points after abbreviations and initials end none; a full
// stop inside a quotation does. A dateline ("KYIV, Ukraine:", "MOSCOW, May 26. /TASS/.") is a piece
// of its own.
#pragma once

#include <string_view>
#include <vector>

#include "claims/lexicon.h"
#include "claims/tokens.h"

namespace claimscope {

struct Sentence {
  uint32_t begin;  // tokens
  uint32_t end;
  uint32_t paragraph;     // from 0
  bool dateline = false;  // or a headline run into the text: nothing is said in it
  bool question = false;
  bool begins_in_quote = false;  // a quotation that began before goes on
  WordStarts starts = 0;         // of all its tokens
};

std::vector<Sentence> SplitSentences(std::string_view text, const Tokens& tokens,
                                     const Lexicon& lexicon);

// Bytes of the tokens [begin, end).
inline Span BytesOf(const Tokens& tokens, uint32_t begin, uint32_t end) {
  return begin < end ? Span{tokens[begin].begin, tokens[end - 1].end} : Span{};
}

}  // namespace claimscope
