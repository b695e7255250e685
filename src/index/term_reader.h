// Reads the sections `term blocks`, `terms` and `postings` of a segment (drawn in segment.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/segment_format.h"

namespace claimscope {

// Goes through the terms from the begin of a block on. Never reads past the sections, whatever they
// hold.
class TermCursor {
 public:
  TermCursor(std::string_view terms, std::string_view postings, segment_format::TermBlock from);

  // False at the end and at damage; then at_end() tells which.
  bool Next();
  bool at_end() const { return reader_.ok() && reader_.at_end() && ok_; }

  std::string_view term() const { return term_; }
  uint32_t article_count() const { return article_count_; }
  std::string_view postings() const { return postings_; }
  // Bytes read so far of `terms`, and bytes of `postings` before those of the next term.
  size_t terms_offset() const { return static_cast<size_t>(reader_.at() - terms_.data()); }
  size_t postings_offset() const { return postings_offset_; }

 private:
  std::string_view terms_, all_postings_;
  segment_format::VarintReader reader_;
  size_t postings_offset_;
  bool ok_ = true;
  std::string term_;
  uint32_t article_count_ = 0;
  std::string_view postings_;
};

struct TermReader {
  std::span<const segment_format::TermBlock> blocks;
  std::string_view terms, postings;

  // Null when everything is as it must be; else what is wrong, and where in `terms`.
  const char* FindDamage(uint32_t article_count, size_t* offset) const;
  // Calls `visit(cursor)` for the term, or for all terms that begin so, ascending.
  template <typename Visit>
  void VisitTerms(std::string_view word, bool is_prefix, Visit visit) const {
    TermCursor cursor = From(word);
    while (cursor.Next()) {
      if (cursor.term() < word) continue;
      const bool matches =
          is_prefix ? cursor.term().substr(0, word.size()) == word : cursor.term() == word;
      if (!matches) return;
      visit(cursor);
      if (!is_prefix) return;
    }
  }

 private:
  // At the block in which `word` stands, if it does.
  TermCursor From(std::string_view word) const;
};

}  // namespace claimscope
