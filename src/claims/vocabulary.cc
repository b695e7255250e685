#include "claims/vocabulary.h"

#include "base/ascii_run.h"

namespace claimscope {

uint64_t HashFolded(std::string_view folded) {
  WordHasher hasher;
  hasher.Add(folded);
  return hasher.Finish();
}

Vocabulary::Vocabulary() : slots_(1 << 12), mask_(slots_.size() - 1), infos_(1), hashes_(1) {}

void Vocabulary::Put(uint64_t hash, WordId id) {
  uint64_t at = hash & mask_;
  while (slots_[at] != 0) at = (at + 1) & mask_;
  slots_[at] = (static_cast<uint32_t>(hash >> 32) & kTagMask) | id;
}

WordId Vocabulary::Add(std::string_view folded) {
  const uint64_t hash = HashFolded(folded);
  if (WordId id = Find(hash)) return id;
  if (infos_.size() == kMaxWords) return 0;
  if (infos_.size() * 2 > slots_.size()) Grow();
  const auto id = static_cast<WordId>(infos_.size());
  infos_.emplace_back().hash = static_cast<uint32_t>(hash >> 32);
  hashes_.push_back(hash);
  Put(hash, id);
  return id;
}

void Vocabulary::Grow() {
  slots_.assign(slots_.size() * 2, 0);
  mask_ = slots_.size() - 1;
  for (WordId id = 1; id < hashes_.size(); ++id) Put(hashes_[id], id);
}

}  // namespace claimscope
