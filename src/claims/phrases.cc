#include "claims/phrases.h"

#include <algorithm>

namespace claimscope {

size_t PhraseTrie::SlotOf(uint64_t key) const {
  uint64_t hash = key ^ key >> 31;
  hash *= 0x9E3779B97F4A7C15ull;
  const size_t mask = edges_.size() - 1;
  size_t at = static_cast<size_t>(hash >> 32) & mask;
  while (edges_[at].key != key && edges_[at].key != 0) at = (at + 1) & mask;
  return at;
}

void PhraseTrie::Grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.key != 0) edges_[SlotOf(edge.key)] = edge;
  }
}

uint32_t PhraseTrie::Add(const std::vector<WordId>& words, uint32_t value) {
  if (words.empty() || std::find(words.begin(), words.end(), WordId{0}) != words.end())
    return value;
  while ((used_ + words.size()) * 2 > edges_.size()) Grow();
  if (words[0] >= starts_.size()) starts_.resize(words[0] + 1);
  State* state = &starts_[words[0]];
  if (state->node == 0) state->node = ++nodes_;
  for (size_t i = 1; i < words.size(); ++i) {
    const WordId word = words[i];
    const uint64_t key = uint64_t{state->node & ~kGoesOn} << 32 | word;
    state->node |= kGoesOn;
    Edge& edge = edges_[SlotOf(key)];
    if (edge.key == 0) {
      edge = {key, {++nodes_, 0}};
      ++used_;
    }
    if (word / 64 >= follows_.size()) follows_.resize(word / 64 + 1);
    follows_[word / 64] |= uint64_t{1} << word % 64;
    state = &edge.to;
  }
  if (state->value == 0) state->value = value + 1;
  return state->value - 1;
}

void PhraseTrie::MarkStarts(int bit, Vocabulary* words) {
  bit_ = WordStarts{1} << bit;
  for (WordId word = 1; word < starts_.size(); ++word) {
    if (starts_[word].node != 0) words->Info(word).starts |= bit_;
  }
}

PhraseTrie::Match PhraseTrie::Walk(const Token* tokens, size_t count, size_t at) const {
  Match match;
  const State* state = &starts_[tokens[at].word];
  for (size_t i = at;;) {
    if (state->value != 0) match = {static_cast<uint32_t>(i - at + 1), state->value - 1};
    if ((state->node & kGoesOn) == 0 || ++i >= count || tokens[i].paragraph) return match;
    const WordId word = tokens[i].word;
    if (word == 0 || !Follows(word)) return match;
    const Edge& edge = edges_[SlotOf(uint64_t{state->node & ~kGoesOn} << 32 | word)];
    if (edge.key == 0) return match;
    state = &edge.to;
  }
}

}  // namespace claimscope
