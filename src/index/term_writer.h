// Gathers the words of a segment's articles and writes them as sections `term blocks`, `terms` and
// `postings`.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace claimscope {

class TermWriter {
 public:
  // Words of the next article (0, 1, 2 ...): call Begin, then Add for each piece of its text.
  void BeginArticle();
  void AddText(std::string_view text);

  struct Sections {
    std::string blocks, terms, postings;
  };
  Sections Write() const;

 private:
  uint32_t IdOf(std::string_view term);
  void Grow();

  std::string term_bytes_;
  std::vector<uint32_t> term_begins_ = {0};
  std::vector<uint32_t> slots_ = std::vector<uint32_t>(1024);  // hash table of id + 1
  std::vector<uint32_t> tokens_;                               // term ids in the order of the text
  std::vector<size_t> article_begins_;                         // in tokens_
};

}  // namespace claimscope
