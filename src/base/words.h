// Words of a text as the search index and the search box see them: the same reader for both, so
// that what was indexed can be found.
//
// A word is a run of letters and digits (IsWordCodePoint), folded by FoldCodePoint, combining marks
// dropped. Everything else parts words, apostrophes and hyphens too: "Ukraine's" is "ukraine" and
// "s", "Mar'inka" is "mar" and "inka"; whoever searches types the same words in the same order.
// Chinese and Japanese are written without spaces: a run of their characters gives every pair of
// neighbours, a lone character itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimscope {

// A longer word is cut here (at a code point), in the index and in the question alike.
constexpr size_t kMaxWordBytes = 64;

// Of a script that is written without spaces: Han and kana.
bool IsUnspaced(char32_t c);

class WordReader {
 public:
  // `text` must outlive the reader.
  explicit WordReader(std::string_view text) : text_(text) {}

  // Goes to the next word; false at the end.
  bool Next();
  // The word, folded; valid until Next.
  std::string_view folded() const { return {folded_, size_}; }
  // Where it stands in the text, in bytes.
  size_t begin() const { return begin_; }
  size_t end() const { return at_end_; }

 private:
  void ReadRest();
  void ReadPair(char32_t first, size_t first_size);
  void Append(char32_t folded);

  std::string_view text_;
  size_t at_ = 0;
  size_t begin_ = 0, at_end_ = 0;
  bool pair_before_ = false;  // the character at at_ ended the pair read last
  size_t size_ = 0;
  char folded_[kMaxWordBytes + 8];
};

// Hashed, as below.
uint32_t HashOfWord(std::string_view folded);
// The words of a text as a set: a hash of each, ascending, once.
std::vector<uint32_t> WordSetOf(std::string_view text);
void MakeSet(std::vector<uint32_t>* values);
// How many two such sets have in common.
size_t CountShared(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b);

}  // namespace claimscope
