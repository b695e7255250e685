// Words that differ from a given one by a letter or two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimscope {

// Edit distance (Levenshtein 1966) between one word and many, letter by letter. What a word shares
// with the one asked before is not computed again, so that a sorted list of words is fast.
class SimilarWords {
 public:
  // Words of up to 3 letters must be equal, of up to 5 may differ by one edit, longer ones by two.
  explicit SimilarWords(std::string_view word);
  bool Matches(std::string_view word);

 private:
  std::u32string letters_;
  size_t most_edits_;
  std::u32string last_;
  std::vector<std::vector<uint8_t>> rows_;  // rows_[i]: distances of the first i letters of last_
  size_t known_rows_ = 1;                   // rows that belong to last_
};

}  // namespace claimscope
