// A set of phrases (sequences of words) with a value each; the longest that begins at a token is
// found in one walk.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/tokens.h"

namespace claimscope {

class PhraseTrie {
 public:
  struct Match {
    uint32_t length = 0;  // tokens; 0: none
    uint32_t value = 0;
    explicit operator bool() const { return length != 0; }
  };

  // The first value given to a phrase stays; returns the value that stands.
  uint32_t Add(const std::vector<WordId>& words, uint32_t value);
  // After the last Add: tells the words with which a phrase begins so, and with it every token made
  // from then on. `bit`: from 0, a different one for each set of phrases.
  void MarkStarts(int bit, Vocabulary* words);

  Match Longest(const Token* tokens, size_t count, size_t at) const {
    return Starts(tokens[at]) ? Walk(tokens, count, at) : Match{};
  }
  // Could a phrase begin with this word?
  bool Starts(const Token& token) const {
    if (bit_ != 0) return (token.starts & bit_) != 0;
    return token.word < starts_.size() && starts_[token.word] != 0;
  }

 private:
  struct Edge {
    uint64_t key = 0;  // (node + 1) << 32 | word; 0: empty
    uint32_t node = 0;
  };
  Match Walk(const Token* tokens, size_t count, size_t at) const;
  uint32_t Child(uint32_t node, WordId word) const;
  void Grow();

  std::vector<Edge> edges_ = std::vector<Edge>(64);
  size_t used_ = 0;
  std::vector<uint32_t> values_ = {0};   // by node: value + 1, 0: no phrase ends here
  std::vector<uint32_t> starts_;         // by word: node of a first word, 0: none
  std::vector<bool> goes_on_ = {false};  // by node: a longer phrase begins so
  WordStarts bit_ = 0;
};

}  // namespace claimscope
