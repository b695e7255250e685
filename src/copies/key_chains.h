// Numbers entered under keys, read newest first. Grows a little at a time and is let go of at once:
// no step of it takes long, however many keys there are.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace claimscope {

class KeyChains {
 public:
  // Calls f(number) for at most so many, the newest first, until it returns true; whether it did.
  template <typename F>
  bool Any(uint64_t key, size_t most, F f) const {
    const Shard& shard = shards_[key >> kShift];
    if (shard.slots.empty()) return false;
    for (uint32_t at = shard.slots[PlaceOf(shard, key)]; at != 0 && most > 0; --most) {
      const Entry& entry = shard.entries[at - 1];
      if (f(entry.number)) return true;
      at = entry.before;
    }
    return false;
  }

  void Enter(uint64_t key, uint32_t number) {
    Shard& shard = shards_[key >> kShift];
    if (shard.used * 2 >= shard.slots.size()) Grow(&shard);
    uint32_t& last = shard.slots[PlaceOf(shard, key)];
    shard.used += last == 0 ? 1 : 0;
    shard.entries.push_back({key, number, last});
    last = static_cast<uint32_t>(shard.entries.size());
  }

 private:
  struct Entry {
    uint64_t key;
    uint32_t number, before;  // the entry before under the key + 1, or 0
  };
  struct Shard {
    std::vector<uint32_t> slots;  // by key, open addressing: its last entry + 1, or 0
    std::vector<Entry> entries;
    size_t used = 0;
  };
  static constexpr int kShift = 58;

  static size_t PlaceOf(const Shard& shard, uint64_t key) {
    const size_t mask = shard.slots.size() - 1;
    size_t place = static_cast<size_t>(key) & mask;
    while (shard.slots[place] != 0 && shard.entries[shard.slots[place] - 1].key != key)
      place = (place + 1) & mask;
    return place;
  }

  static void Grow(Shard* shard) {
    const std::vector<uint32_t> old = std::move(shard->slots);
    shard->slots.assign(std::max<size_t>(old.size() * 2, 64), 0);
    for (const uint32_t last : old) {
      if (last != 0) shard->slots[PlaceOf(*shard, shard->entries[last - 1].key)] = last;
    }
  }

  std::array<Shard, size_t{1} << (64 - kShift)> shards_;
};

}  // namespace claimscope
