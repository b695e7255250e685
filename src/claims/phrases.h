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

  // `at` may be `count`: nothing begins there.
  Match Longest(const Token* tokens, size_t count, size_t at) const {
    return at < count && Starts(tokens[at]) ? Walk(tokens, count, at) : Match{};
  }
  // Could a phrase begin in a stretch of tokens whose `starts` these are, all together?
  bool In(WordStarts starts) const { return bit_ == 0 || (starts & bit_) != 0; }
  // Could a phrase begin with this word?
  bool Starts(const Token& token) const {
    if (bit_ != 0) return (token.starts & bit_) != 0;
    return token.word < starts_.size() && starts_[token.word].node != 0;
  }

 private:
  // Where a beginning of a phrase leads.
  struct State {
    uint32_t node = 0;   // 0: nowhere
    uint32_t value = 0;  // value + 1; 0: no phrase ends here
  };
  static constexpr uint32_t kGoesOn = 1u << 31;  // in State::node: a longer phrase begins so
  struct Edge {
    uint64_t key = 0;  // node << 32 | word; 0: empty
    State to;
  };
  Match Walk(const Token* tokens, size_t count, size_t at) const;
  size_t SlotOf(uint64_t key) const;  // of its edge, or the empty one where it would be
  bool Follows(WordId word) const {
    return word / 64 < follows_.size() && (follows_[word / 64] >> word % 64 & 1) != 0;
  }
  void Grow();

  // Few first words have one of the words behind them that a phrase goes on with: asking that first
  // spares most looks into the edges, which lie far apart.
  std::vector<uint64_t> follows_;  // a bit per word: stands in a phrase, but first
  std::vector<State> starts_;      // by word
  std::vector<Edge> edges_ = std::vector<Edge>(64);
  size_t used_ = 0;
  uint32_t nodes_ = 0;
  WordStarts bit_ = 0;
};

}  // namespace claimscope
