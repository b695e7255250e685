#include "claims/phrases.h"

#include <algorithm>

namespace claimscope {
namespace {

size_t SlotOf(uint64_t key, size_t size) {
  key ^= key >> 31;
  key *= 0x9E3779B97F4A7C15ull;
  return static_cast<size_t>(key >> 32) & (size - 1);
}

uint64_t KeyOf(uint32_t node, WordId word) { return (uint64_t{node} + 1) << 32 | word; }

}  // namespace

uint32_t PhraseTrie::Child(uint32_t node, WordId word) const {
  const uint64_t key = KeyOf(node, word);
  for (size_t at = SlotOf(key, edges_.size());; at = (at + 1) & (edges_.size() - 1)) {
    if (edges_[at].key == key) return edges_[at].node;
    if (edges_[at].key == 0) return 0;
  }
}

void PhraseTrie::Grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.key == 0) continue;
    size_t at = SlotOf(edge.key, edges_.size());
    while (edges_[at].key != 0) at = (at + 1) & (edges_.size() - 1);
    edges_[at] = edge;
  }
}

uint32_t PhraseTrie::Add(const std::vector<WordId>& words, uint32_t value) {
  if (words.empty()) return value;
  uint32_t node = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    uint32_t next = 0;
    if (i == 0) {
      if (words[0] >= starts_.size()) starts_.resize(words[0] + 1, 0);
      next = starts_[words[0]];
    } else {
      next = Child(node, words[i]);
    }
    if (next == 0) {
      next = static_cast<uint32_t>(values_.size());
      values_.push_back(0);
      goes_on_.push_back(false);
      if (i == 0) {
        starts_[words[0]] = next;
      } else {
        if (++used_ * 2 > edges_.size()) Grow();
        const uint64_t key = KeyOf(node, words[i]);
        size_t at = SlotOf(key, edges_.size());
        while (edges_[at].key != 0) at = (at + 1) & (edges_.size() - 1);
        edges_[at] = {key, next};
        goes_on_[node] = true;
      }
    }
    node = next;
  }
  if (values_[node] == 0) values_[node] = value + 1;
  return values_[node] - 1;
}

void PhraseTrie::MarkStarts(int bit, Vocabulary* words) {
  bit_ = static_cast<WordStarts>(1u << bit);
  for (WordId word = 1; word < starts_.size(); ++word) {
    if (starts_[word] != 0) words->Info(word).starts |= bit_;
  }
}

PhraseTrie::Match PhraseTrie::Walk(const Token* tokens, size_t count, size_t at) const {
  Match match;
  WordId word = tokens[at].word;
  uint32_t node = starts_[word];
  for (size_t i = at;;) {
    if (values_[node] != 0) match = {static_cast<uint32_t>(i - at + 1), values_[node] - 1};
    if (!goes_on_[node] || ++i >= count || tokens[i].paragraph || (word = tokens[i].word) == 0)
      return match;
    node = Child(node, word);
    if (node == 0) return match;
  }
}

}  // namespace claimscope
