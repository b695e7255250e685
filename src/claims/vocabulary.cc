#include "claims/vocabulary.h"

namespace claimscope {

uint64_t HashFolded(std::string_view folded) {
  uint64_t h = 0xcbf29ce484222325ull;
  for (char c : folded) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  return h ^ (h >> 29);
}

Vocabulary::Vocabulary() : slots_(1 << 12), mask_(slots_.size() - 1), infos_(1), hashes_(1) {}

WordId Vocabulary::Add(std::string_view folded) {
  const uint64_t hash = HashFolded(folded);
  if (WordId id = Find(hash)) return id;
  if (infos_.size() * 2 > slots_.size()) Grow();
  uint64_t at = hash & mask_;
  while (slots_[at].id != 0) at = (at + 1) & mask_;
  slots_[at] = {static_cast<uint32_t>(hash >> 32), static_cast<WordId>(infos_.size())};
  infos_.emplace_back();
  hashes_.push_back(hash);
  return slots_[at].id;
}

void Vocabulary::Grow() {
  slots_.assign(slots_.size() * 2, {});
  mask_ = slots_.size() - 1;
  for (WordId id = 1; id < hashes_.size(); ++id) {
    uint64_t at = hashes_[id] & mask_;
    while (slots_[at].id != 0) at = (at + 1) & mask_;
    slots_[at] = {static_cast<uint32_t>(hashes_[id] >> 32), id};
  }
}

}  // namespace claimscope
