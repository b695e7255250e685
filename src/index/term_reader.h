// Reads the words of a segment (sections `term blocks` to `positions`, drawn in segment.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "index/segment_format.h"

namespace claimscope {

// Goes through the terms from the begin of a block on. Never reads past the sections, whatever they
// hold.
class TermCursor {
 public:
  TermCursor(std::string_view terms, std::string_view postings, std::string_view positions,
             segment_format::TermBlock from);

  // False at the end and at damage; then at_end() tells which.
  bool Next();
  // Whether `word` stands among the terms that follow; then found() is its own. The last thing
  // asked. `begins`: with how many bytes of the word the term before those begins.
  bool Find(std::string_view word, size_t begins = 0);
  bool at_end() const { return reader_.ok() && reader_.at_end() && ok_; }

  std::string_view term() const { return term_; }
  const Segment::Term& found() const { return found_; }
  // Bytes read so far of `terms`, and bytes of the others before those of the next term.
  size_t terms_offset() const { return static_cast<size_t>(reader_.at() - terms_.data()); }
  size_t postings_offset() const { return postings_offset_ + postings_size_; }
  size_t positions_offset() const { return positions_offset_ + positions_size_; }

 private:
  // Of the term in hand: how many articles, and where its bytes are; the next term's follow them.
  void ReadSizes();
  bool TakeFound();

  std::string_view terms_, postings_, positions_;
  segment_format::VarintReader reader_;
  size_t postings_offset_, positions_offset_;
  uint32_t postings_size_ = 0, positions_size_ = 0;
  bool ok_ = true;
  std::string term_;
  Segment::Term found_;
};

// The first bytes of a word as a number, in the order of words.
uint64_t TermKey(std::string_view word);

// Where a search for a word may begin, four times as dense as blocks; in memory alone, made when
// the words are opened.
struct TermStops {
  std::vector<uint64_t> keys;                     // of every kTermsPerStop-th term
  std::vector<segment_format::TermBlock> behind;  // where the term behind it begins
};
constexpr uint32_t kTermsPerStop = 4;

struct TermReader {
  std::span<const segment_format::TermBlock> blocks;
  std::span<const uint64_t> keys;  // of the first term of each block
  std::string_view terms, postings, positions;

  // Null when everything is as it must be; else what is wrong, and where in `terms`.
  const char* FindDamage(std::span<const segment_format::ArticleWords> article_words,
                         size_t* offset) const;
  // Of no articles when it is not there.
  Segment::Term Find(std::string_view word, const TermStops& stops) const;
  // At the block in which `word` stands, if it does.
  TermCursor From(std::string_view word) const;
  std::vector<uint64_t> MakeKeys() const;
  TermStops MakeStops() const;

 private:
  std::string_view FirstOf(const segment_format::TermBlock& block) const;
};

}  // namespace claimscope
