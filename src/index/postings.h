// The postings of one word: in which articles of a segment it stands, how often, and where. Drawn
// in segment.h (sections `postings` and `positions`).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bit_set.h"
#include "base/unset.h"
#include "index/bit_packing.h"
#include "index/segment.h"
#include "index/segment_format.h"
#include "index/short_postings.h"

namespace claimscope {

// Takes the places of one word in the order of the text; then writes them.
class PostingsWriter {
 public:
  // Of the segment's articles; must outlive the writer.
  explicit PostingsWriter(std::span<const segment_format::ArticleWords> words) : words_(words) {}
  // Before the first Add of a word: how many there will be.
  void Begin(size_t places) {
    positions_.resize(places);
    articles_.resize(places + 1);
    times_.resize(places + 1);
    article_count_ = 0;
    added_ = 0;
  }
  void Add(uint32_t article, uint32_t position) {
    if (article_count_ == 0 || article != articles_[article_count_ - 1]) {
      articles_[article_count_] = article;
      times_[article_count_++] = 0;
    }
    ++times_[article_count_ - 1];
    positions_[added_++] = position;
  }
  uint32_t article_count() const { return article_count_; }
  // Appends to both, to `positions` only what is not short (IsShort); empty afterwards.
  void Write(std::string* postings, std::string* positions);

 private:
  void WriteBlocks(std::string* postings, std::string* positions);

  std::span<const segment_format::ArticleWords> words_;
  std::vector<uint32_t, Unset<uint32_t>> articles_, times_,
      positions_;  // as far as they are filled
  uint32_t article_count_ = 0;
  size_t added_ = 0;
  std::vector<uint32_t> differences_, codes_;  // while writing
};

// Whether the postings of so many articles are those of short_postings.h: a fifth smaller than
// blocks, and so few that each can be read by itself.
constexpr bool IsShort(uint32_t article_count) { return article_count <= kMostShort; }

// False where the bytes are not the postings of `count` articles; then `uses` is of no use. Not
// short ones.
bool ReadPostings(std::string_view postings, uint32_t count, WordUses* uses);
// The articles alone, of postings that were checked: adds first + each to the set.
void MarkPostings(std::string_view postings, uint32_t count, size_t first, BitSet* set);

// Reads the positions of a word article by article, in order; blocks of which nothing is asked for
// are skipped.
class PositionReader {
 public:
  // `total`: positions of the word in all articles.
  PositionReader(std::string_view positions, uint64_t total);
  // Of the `count` positions of one article, which follow the first `skip` ones of the word: the
  // first, then each one's difference to the one before, less one. `skip` never falls below what
  // was read. Null where the bytes end too early.
  const uint32_t* Read(uint64_t skip, uint32_t count) {
    if (skip <= unpacked_ && skip + count <= unpacked_) return values_.get() + skip;
    return ReadFurther(skip, count);
  }
  bool at_end() const { return at_ == bytes_.size() && unpacked_ == total_; }

 private:
  const uint32_t* ReadFurther(uint64_t skip, uint32_t count);

  std::string_view bytes_;
  uint64_t total_;
  size_t at_ = 0;
  uint64_t unpacked_ = 0;               // or skipped
  std::unique_ptr<uint32_t[]> values_;  // of all positions: what was skipped is not set
};

// From what Read gave: each position, added to `base`.
inline uint64_t* PutPlaces(const uint32_t* differences, uint32_t count, uint64_t base,
                           uint64_t* places) {
  uint32_t next = 0;
  for (uint32_t i = 0; i < count; ++i) {
    next += differences[i];
    *places++ = base + next++;
  }
  return places;
}

}  // namespace claimscope
