// Common passages of two texts: matched shingles, chained where they follow each other in both.
#include <algorithm>

#include "base/stable_sort.h"
#include "copies/copies.h"
#include "copies/shingles.h"

namespace claimscope {
namespace {

// Words between two matches of one passage. With two words in five replaced, runs of three or more
// words left alone begin every dozen words.
constexpr uint32_t kMaxGapWords = 24;
constexpr uint32_t kMinPassageWords = 8;    // word for word; fewer are a turn of phrase
constexpr uint32_t kMinSamePerMille = 200;  // of a passage's words, in both texts
constexpr size_t kMaxPlaces = 8;            // of one shingle in a text; a refrain has more
constexpr size_t kOpenChains = 4;

struct Match {
  uint32_t a, b;  // words at which the shingle begins
};
using Chain = std::vector<Match>;

// Where each shingle of a text stands: a table of the first place, and from each place the next.
class Places {
 public:
  explicit Places(const std::vector<uint32_t>& shingles) : shingles_(shingles) {
    size_t size = 16;
    while (size < shingles.size() * 2) size *= 2;
    first_.assign(size, 0);
    next_.assign(shingles.size(), 0);
    // From the end, so that the first place is found first.
    for (auto at = static_cast<uint32_t>(shingles.size()); at-- > 0;) {
      uint32_t& slot = first_[SlotOf(shingles[at])];
      next_[at] = slot != 0 && shingles_[slot - 1] == shingles[at] ? slot : 0;
      slot = at + 1;
    }
  }

  template <typename F>
  void ForEach(uint32_t shingle, const F& found) const {
    size_t count = 0;
    for (uint32_t at = first_[SlotOf(shingle)]; at != 0 && count < kMaxPlaces; ++count) {
      found(at - 1);
      at = next_[at - 1];
    }
  }

 private:
  // Open addressing; a slot holds a place + 1, 0 is empty.
  size_t SlotOf(uint32_t shingle) const {
    size_t slot = shingle & (first_.size() - 1);
    while (first_[slot] != 0 && shingles_[first_[slot] - 1] != shingle) {
      slot = (slot + 1) & (first_.size() - 1);
    }
    return slot;
  }

  const std::vector<uint32_t>& shingles_;
  std::vector<uint32_t> first_, next_;
};

class Comparer {
 public:
  Comparer(const WordedText& a, const WordedText& b) : a_(a), b_(b) {}

  Comparison Compare();

 private:
  void Extend(const Places& places, uint32_t shingle, uint32_t at_b);
  void Close(Chain* chain);

  const WordedText &a_, &b_;
  std::vector<Chain> open_;
  // Per word: 0 not shared, 1 in a passage, 2 in a run of the same words.
  std::vector<uint8_t> in_a_, in_b_;
  std::vector<Match> same_;  // words of runs
};

// Each match goes to the chain that it continues most closely; one that continues none begins its
// own.
void Comparer::Extend(const Places& places, uint32_t shingle, uint32_t at_b) {
  uint32_t best_cost = kMaxGapWords + 1;
  size_t best_chain = open_.size();
  Match best{};
  bool is_found = false;
  places.ForEach(shingle, [&](uint32_t at_a) {
    if (!is_found) best = {at_a, at_b};
    is_found = true;
    for (size_t i = 0; i < open_.size(); ++i) {
      const Match last = open_[i].back();
      if (at_a <= last.a || at_b <= last.b) continue;
      const uint32_t gap_a = at_a - last.a;
      const uint32_t gap_b = at_b - last.b;
      if (std::max(gap_a, gap_b) > kMaxGapWords) continue;
      const uint32_t cost = gap_a > gap_b ? gap_a - gap_b : gap_b - gap_a;
      if (cost >= best_cost) continue;
      best_cost = cost;
      best_chain = i;
      best = {at_a, at_b};
    }
  });
  if (!is_found) return;
  if (best_chain < open_.size()) {
    open_[best_chain].push_back(best);
    return;
  }
  if (open_.size() == kOpenChains) {
    const auto oldest =
        std::min_element(open_.begin(), open_.end(),
                         [](const Chain& x, const Chain& y) { return x.back().b < y.back().b; });
    Close(&*oldest);
    open_.erase(oldest);
  }
  open_.push_back({best});
}

// Marks the words of a chain that is long and dense enough for a passage.
void Comparer::Close(Chain* chain) {
  constexpr auto kWords = static_cast<uint32_t>(kShingleWords);
  uint32_t same = 0;
  Match next{0, 0};
  std::vector<Match> words;
  for (const Match match : *chain) {
    for (uint32_t i = 0; i < kWords; ++i) {
      const Match word{match.a + i, match.b + i};
      if (word.a < next.a || word.b < next.b) continue;
      next = {word.a + 1, word.b + 1};
      words.push_back(word);
      ++same;
    }
  }
  const Match first = chain->front();
  const Match last = chain->back();
  const uint32_t span_a = last.a + kWords - first.a;
  const uint32_t span_b = last.b + kWords - first.b;
  if (same < kMinPassageWords || same * 1000 < std::max(span_a, span_b) * kMinSamePerMille) return;
  // A word is told again once: what an earlier passage took is not counted twice.
  for (const Match word : words) {
    if (in_a_[word.a] == 2 || in_b_[word.b] == 2) continue;
    in_a_[word.a] = in_b_[word.b] = 2;
    same_.push_back(word);
  }
  const auto mark = [](std::vector<uint8_t>* words_in, uint32_t begin, uint32_t count) {
    for (uint32_t i = begin; i < begin + count; ++i) {
      (*words_in)[i] = std::max<uint8_t>((*words_in)[i], 1);
    }
  };
  mark(&in_a_, first.a, span_a);
  mark(&in_b_, first.b, span_b);
}

float ShareOf(const std::vector<uint8_t>& words, uint8_t at_least) {
  if (words.empty()) return 0;
  const auto count = std::count_if(words.begin(), words.end(),
                                   [at_least](uint8_t word) { return word >= at_least; });
  return static_cast<float>(count) / static_cast<float>(words.size());
}

Comparison Comparer::Compare() {
  in_a_.assign(a_.words.size(), 0);
  in_b_.assign(b_.words.size(), 0);
  const Places places(a_.shingles);
  for (uint32_t at = 0; at < b_.shingles.size(); ++at) Extend(places, b_.shingles[at], at);
  for (Chain& chain : open_) Close(&chain);

  Comparison out;
  StableSort(&same_, [](Match x, Match y) { return x.a < y.a; });
  for (size_t i = 0; i < same_.size(); ++i) {
    const TextWord& a = a_.words[same_[i].a];
    const TextWord& b = b_.words[same_[i].b];
    const bool continues =
        i > 0 && same_[i].a == same_[i - 1].a + 1 && same_[i].b == same_[i - 1].b + 1;
    if (continues) {
      out.runs.back().a.end = a.span.end;
      out.runs.back().b.end = b.span.end;
    } else {
      out.runs.push_back({a.span, b.span});
    }
  }
  out.same_a = ShareOf(in_a_, 2);
  out.same_b = ShareOf(in_b_, 2);
  out.share_a = ShareOf(in_a_, 1);
  out.share_b = ShareOf(in_b_, 1);
  return out;
}

}  // namespace

Comparison CompareWorded(const WordedText& a, const WordedText& b) {
  return Comparer(a, b).Compare();
}

Comparison CompareTexts(std::string_view a, std::string_view b) {
  return CompareWorded(WordedText(a), WordedText(b));
}

}  // namespace claimscope
