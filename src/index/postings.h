// The postings of one word: in which articles of a segment it stands, how often, and where. Drawn
// in segment.h (sections `postings` and `positions`).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/bit_packing.h"
#include "index/segment.h"

namespace claimscope {

// Takes the places of one word in the order of the text; then writes them.
class PostingsWriter {
 public:
  void Add(uint32_t article, uint32_t position, bool in_title);
  uint32_t article_count() const { return static_cast<uint32_t>(articles_.size()); }
  // Appends to both; empty afterwards.
  void Write(std::string* postings, std::string* positions);

 private:
  uint32_t last_article_ = 0, last_position_ = 0;
  std::vector<uint32_t> articles_, uses_, positions_;  // differences, codes, differences
};

// False where the bytes are not the postings of `count` articles; then `uses` is of no use.
bool ReadPostings(std::string_view postings, uint32_t count, WordUses* uses);

// Reads the positions of a word article by article, in order; skips what is not asked for.
class PositionReader {
 public:
  // `total`: positions of the word in all articles.
  PositionReader(std::string_view positions, uint64_t total);
  // The `count` positions that follow the first `skip` ones of the word; `skip` never falls below
  // what was read. False where the bytes end too early.
  bool Read(uint64_t skip, uint32_t count, std::vector<uint32_t>* positions);
  bool at_end() const { return at_ == bytes_.size() && begin_ + size_ == total_; }

 private:
  bool NextBlock(bool unpack);

  std::string_view bytes_;
  uint64_t total_;
  size_t at_ = 0;
  uint64_t begin_ = 0;  // of the block in hand, in values
  size_t size_ = 0;
  bool unpacked_ = false;
  uint32_t values_[kPackedBlock];
};

}  // namespace claimscope
