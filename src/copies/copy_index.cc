#include <algorithm>

#include "base/stable_sort.h"
#include "copies/copies.h"
#include "copies/shingles.h"

namespace claimscope {
namespace {

// A sampled shingle of more articles than this is a turn of phrase, or that of a much copied
// article: it counts little, and for the last articles that hold it alone.
constexpr size_t kCommonHolders = 8;
constexpr float kCommonWeight = 0.25f;
// Sampled shingles that a candidate must share: two, and this part of the smaller sketch.
constexpr float kMinShared = 2;
constexpr float kMinSharedPart = 0.07f;
constexpr size_t kMaxCandidates = 64;

constexpr float kLinkShare = 0.2f;        // of either: worth telling
constexpr float kCopyShare = 0.55f;       // of the shorter: a copy ...
constexpr float kCopyShareOfLong = 0.4f;  // ... unless it is one story of a digest

}  // namespace

uint32_t CopyIndex::GroupOf(uint32_t article) const {
  while (parents_[article] != article) {
    parents_[article] = parents_[parents_[article]];
    article = parents_[article];
  }
  return article;
}

std::vector<std::vector<CopyMember>> CopyIndex::Groups(
    const std::function<bool(uint32_t, uint32_t)>& before) const {
  std::vector<float> shares(size(), -1);
  for (const CopyLink& link : links_) {
    if (!link.is_copy) continue;
    shares[link.a] = std::max(shares[link.a], link.share_a);
    shares[link.b] = std::max(shares[link.b], link.share_b);
  }
  constexpr uint32_t kNone = 0xFFFFFFFF;
  std::vector<uint32_t> group_of(size(), kNone);  // by root
  std::vector<std::vector<CopyMember>> groups;
  for (uint32_t article = 0; article < size(); ++article) {
    if (shares[article] < 0) continue;
    uint32_t& group = group_of[GroupOf(article)];
    if (group == kNone) {
      group = static_cast<uint32_t>(groups.size());
      groups.emplace_back();
    }
    groups[group].push_back({article, shares[article]});
  }
  for (std::vector<CopyMember>& group : groups) {
    StableSort(&group, [&before](const CopyMember& x, const CopyMember& y) {
      return before(x.article, y.article);
    });
  }
  return groups;
}

// Best first; those equally good by number.
std::vector<uint32_t> CopyIndex::CandidatesOf(const std::vector<uint32_t>& sketch) {
  std::vector<uint32_t> seen, last;
  for (const uint32_t shingle : sketch) {
    uint32_t at = *SlotOf(shingle);
    last.clear();
    for (; at != 0 && last.size() < kCommonHolders; at = holders_[at - 1].before) {
      last.push_back(holders_[at - 1].article);
    }
    const float weight = at != 0 ? kCommonWeight : 1;
    for (const uint32_t article : last) {
      if (scores_[article] == 0) seen.push_back(article);
      scores_[article] += weight;
    }
  }
  std::vector<std::pair<float, uint32_t>> ranked;
  for (const uint32_t article : seen) {
    // The coarser of two sketches is a sample of the finer one's shingles too.
    const auto smaller =
        static_cast<float>(std::min<size_t>(sketch.size(), sketch_sizes_[article]));
    if (scores_[article] >= std::min(kMinShared, smaller) &&
        scores_[article] >= smaller * kMinSharedPart) {
      ranked.push_back({-scores_[article], article});
    }
    scores_[article] = 0;
  }
  StableSort(&ranked);
  std::vector<uint32_t> candidates;
  for (const auto& [score, article] : ranked) {
    if (candidates.size() == kMaxCandidates) break;
    candidates.push_back(article);
  }
  return candidates;
}

void CopyIndex::Add(std::string_view text) {
  const uint32_t number = size();
  parents_.push_back(number);
  scores_.push_back(0);
  const WordedText worded(text);
  const Sketch sketch = SketchOf(worded.shingles);
  sketch_sizes_.push_back(static_cast<uint32_t>(sketch.shingles.size()));
  for (const uint32_t other : CandidatesOf(sketch.shingles)) {
    const Comparison found = CompareWorded(WordedText(text_of_(other)), worded);
    if (std::max(found.share_a, found.share_b) < kLinkShare) continue;
    const bool is_copy = std::max(found.share_a, found.share_b) >= kCopyShare &&
                         std::min(found.share_a, found.share_b) >= kCopyShareOfLong;
    links_.push_back({other, number, found.share_a, found.share_b, is_copy});
    if (!is_copy) continue;
    const uint32_t x = GroupOf(other);
    const uint32_t y = GroupOf(number);
    parents_[std::max(x, y)] = std::min(x, y);
  }
  for (const uint32_t shingle : sketch.shingles) Enter(shingle, number);
}

uint32_t* CopyIndex::SlotOf(uint32_t shingle) {
  if (slots_.empty()) slots_.assign(1024, 0);
  // The low bits chose the sample: the place comes from others.
  size_t slot = (shingle * 0x9e3779b97f4a7c15ull >> 32) & (slots_.size() - 1);
  while (slots_[slot] != 0 && holders_[slots_[slot] - 1].shingle != shingle) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return &slots_[slot];
}

void CopyIndex::Enter(uint32_t shingle, uint32_t article) {
  if (used_slots_ * 2 >= slots_.size()) {
    const std::vector<uint32_t> old = std::move(slots_);
    slots_.assign(std::max<size_t>(old.size() * 2, 1024), 0);
    for (const uint32_t last : old) {
      if (last != 0) *SlotOf(holders_[last - 1].shingle) = last;
    }
  }
  uint32_t* const slot = SlotOf(shingle);
  used_slots_ += *slot == 0 ? 1 : 0;
  holders_.push_back({shingle, article, *slot});
  *slot = static_cast<uint32_t>(holders_.size());
}

}  // namespace claimscope
