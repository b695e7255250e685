// The postings of one word: in which articles of a segment it stands, how often, and where. Drawn
// in segment.h (sections `postings` and `positions`).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/bit_packing.h"
#include "index/segment.h"
#include "index/segment_format.h"

namespace claimscope {

// Takes the places of one word in the order of the text; then writes them.
class PostingsWriter {
 public:
  // Of the segment's articles; must outlive the writer.
  explicit PostingsWriter(std::span<const segment_format::ArticleWords> words) : words_(words) {}
  void Add(uint32_t article, uint32_t position) {
    if (articles_.empty() || article != articles_.back()) {
      articles_.push_back(article);
      times_.push_back(0);
    }
    ++times_.back();
    positions_.push_back(position);
  }
  uint32_t article_count() const { return static_cast<uint32_t>(articles_.size()); }
  // Appends to both, to `positions` only what is not short (IsShort); empty afterwards.
  void Write(std::string* postings, std::string* positions);

 private:
  void WriteBlocks(std::string* postings, std::string* positions);

  std::span<const segment_format::ArticleWords> words_;
  std::vector<uint32_t> articles_, times_, positions_;
  std::vector<uint32_t> differences_, codes_;  // while writing
};

// Whether the postings of so many articles are those of short_postings.h: a fifth smaller than
// blocks, and so few that each can be read by itself.
constexpr bool IsShort(uint32_t article_count) { return article_count < 256; }

// False where the bytes are not the postings of `count` articles; then `uses` is of no use. Not
// short ones.
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
