// Gathers the words of a segment's articles and writes them as the sections of the words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/segment_format.h"

namespace claimscope {

class TermWriter {
 public:
  // The words of the next article (0, 1, 2 ...).
  void AddArticle(std::string_view title, std::string_view text);

  struct Sections {
    std::string blocks, terms, postings, positions, article_words;
  };
  Sections Write() const;

 private:
  void AddText(std::string_view text);
  uint32_t IdOf(std::string_view term);
  void Grow();
  std::vector<uint32_t> TermsInOrder() const;
  std::vector<uint32_t> TokensByTerm(std::vector<uint32_t>* ends) const;

  struct Slot {
    uint64_t key;  // the term itself up to 8 bytes, else a hash of it
    uint32_t size;
    uint32_t id_and_one;  // 0: free
  };
  std::string term_bytes_;
  std::vector<uint32_t> term_begins_ = {0};
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::vector<uint32_t> tokens_;          // term ids in the order of the text
  std::vector<uint32_t> article_begins_;  // in tokens_
  std::vector<segment_format::ArticleWords> article_words_;
};

}  // namespace claimscope
