// Tokens: here is a text, give me its words, numbers and marks with their bytes.
//
// Hyphens part words ("mid-June" is three tokens, glued); a possessive 's is a token of its own;
// digits and letters that touch are two ("155mm"), unless the word begins with a letter ("M777").
// What is asked of every word again and again (what it can be, whether a phrase begins with it) is
// copied into its token, so that the layers walk one array.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "claims/vocabulary.h"
#include "model/span.h"

namespace claimscope {

enum class TokenKind : uint8_t { kWord, kNumber, kMark, kOpenQuote, kCloseQuote };

struct Token {
  uint32_t begin = 0;  // bytes of the text
  uint32_t end = 0;
  WordId word = 0;
  uint32_t hash = 0;        // of the folded form; tells unknown words apart
  WordClasses classes = 0;  // of the word, as the vocabulary had them
  WordStarts starts = 0;    // tables of which a phrase may begin here
  TokenKind kind = TokenKind::kWord;
  bool capital : 1 = false;    // begins with a capital letter
  bool all_caps : 1 = false;   // two letters or more, all capital
  bool glued : 1 = false;      // nothing between it and the token before
  bool paragraph : 1 = false;  // first of its paragraph
  bool mid_apostrophe : 1 = false;
  bool decimal : 1 = false;  // a number with a decimal point
  char mark = 0;             // the ASCII mark: '-' hyphen, '~' dash, quotes as '"'; 0 for others

  bool Has(Is is) const { return (classes & Bit(is)) != 0; }
  // A capital that no table knows but as a first name.
  bool NameLike() const {
    constexpr WordClasses kNames = Bit(Is::kFemale) | Bit(Is::kMale);
    return capital && (word == 0 || ((classes & kNames) != 0 && (classes & ~kNames) == 0));
  }
  // In capitals, and in no table.
  bool NameInCapitals() const { return all_caps && word == 0; }
};

using Tokens = std::vector<Token>;

// Linear in the text. At most kMaxTokens come back; nothing after them is read.
constexpr size_t kMaxTokens = size_t{1} << 26;
Tokens Tokenize(std::string_view text, const Vocabulary& vocabulary);

// The folded words of a table's phrase, as Tokenize would part them; ids are added to the
// vocabulary.
std::vector<WordId> PhraseWords(std::string_view phrase, Vocabulary* vocabulary);

// Is the token at `at` a name in capitals and its neighbour at `beyond` not in capitals, too
// ("at MILEX 2025", not "AT MILEX 2025")? What lies outside of `begin` to `end` is no token.
bool LoneNameInCapitals(const Tokens& tokens, uint32_t begin, uint32_t end, uint32_t at,
                        uint32_t beyond);

// A number token's value ("1,305", "77.22").
double NumberOf(std::string_view text, const Token& token);

}  // namespace claimscope
