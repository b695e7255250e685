#include "index/term_reader.h"

#include <algorithm>

#include "base/words.h"

namespace claimscope {

using segment_format::TermBlock;
using segment_format::VarintReader;

namespace {

constexpr size_t kMaxStoredWordBytes = kMaxWordBytes + 3;

bool ArePostings(std::string_view postings, uint32_t count, uint32_t article_count) {
  VarintReader reader(postings);
  uint64_t article = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t step = reader.Get();
    if (!reader.ok() || (i > 0 && step == 0)) return false;
    article += step;
    if (article >= article_count) return false;
  }
  return count > 0 && reader.at_end();
}

}  // namespace

TermCursor::TermCursor(std::string_view terms, std::string_view postings, TermBlock from)
    : terms_(terms),
      all_postings_(postings),
      reader_(terms.substr(std::min<size_t>(from.terms_begin, terms.size()))),
      postings_offset_(from.postings_begin) {}

bool TermCursor::Next() {
  if (reader_.at_end() || !ok_) return false;
  const uint32_t shared = reader_.Get();
  const uint32_t further = reader_.Get();
  const std::string_view rest = reader_.GetBytes(further);
  article_count_ = reader_.Get();
  const uint32_t postings_size = reader_.Get();
  ok_ = reader_.ok() && shared <= term_.size() && shared + rest.size() <= kMaxStoredWordBytes &&
        postings_offset_ <= all_postings_.size() &&
        postings_size <= all_postings_.size() - postings_offset_;
  if (!ok_) return false;
  term_.resize(shared);
  term_.append(rest);
  postings_ = all_postings_.substr(postings_offset_, postings_size);
  postings_offset_ += postings_size;
  return true;
}

TermCursor TermReader::From(std::string_view word) const {
  // The last block whose first term is not after the word.
  const auto after = std::partition_point(blocks.begin(), blocks.end(), [&](TermBlock block) {
    TermCursor first(terms, postings, block);
    return first.Next() && first.term() <= word;
  });
  const TermBlock nowhere{static_cast<uint32_t>(terms.size()), 0};
  if (blocks.empty()) return {terms, postings, nowhere};
  return {terms, postings, after == blocks.begin() ? blocks.front() : *(after - 1)};
}

const char* TermReader::FindDamage(uint32_t article_count, size_t* offset) const {
  TermCursor cursor(terms, postings, {0, 0});
  std::string before;
  *offset = 0;
  size_t count = 0;
  for (;; ++count) {
    *offset = cursor.terms_offset();
    if (count % segment_format::kTermsPerBlock == 0 && *offset < terms.size()) {
      const size_t block = count / segment_format::kTermsPerBlock;
      if (block >= blocks.size() || blocks[block].terms_begin != *offset ||
          blocks[block].postings_begin != cursor.postings_offset() || terms[*offset] != '\0') {
        return "a block of words does not begin where it should";
      }
    }
    if (!cursor.Next()) break;
    if (count > 0 && cursor.term() <= before) return "the words are not in order";
    if (!ArePostings(cursor.postings(), cursor.article_count(), article_count)) {
      return "a word's articles are not a list of articles";
    }
    before = cursor.term();
  }
  if (!cursor.at_end()) return "a word ends too late";
  const size_t block_count =
      (count + segment_format::kTermsPerBlock - 1) / segment_format::kTermsPerBlock;
  if (blocks.size() != block_count) return "there are too many blocks of words";
  if (cursor.postings_offset() != postings.size()) return "articles stand there without a word";
  return nullptr;
}

}  // namespace claimscope
