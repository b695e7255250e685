#include "query/similar.h"

#include <algorithm>

#include "base/utf8.h"
#include "query/query.h"

namespace claimscope {
namespace {

std::u32string LettersOf(std::string_view word) {
  std::u32string letters;
  for (size_t at = 0; at < word.size();) {
    const CodePoint point = DecodeUtf8(word, at);
    letters.push_back(point.value);
    at += point.size_bytes;
  }
  return letters;
}

}  // namespace

SimilarWords::SimilarWords(std::string_view word) : letters_(LettersOf(word)) {
  const size_t size = letters_.size();
  most_edits_ = size <= 3 ? 0 : size <= 5 ? 1 : 2;
  rows_.resize(1);
  for (size_t i = 0; i <= size; ++i) rows_[0].push_back(static_cast<uint8_t>(i));
}

bool SimilarWords::Matches(std::string_view word) {
  const std::u32string next = LettersOf(word);
  size_t shared = 0;
  while (shared < std::min(next.size(), last_.size()) && next[shared] == last_[shared]) ++shared;
  // Rows end early where no further letter can help.
  const bool was_cut = known_rows_ <= last_.size();
  if (was_cut && shared >= known_rows_ - 1) {
    const auto& row = rows_[known_rows_ - 1];
    if (*std::min_element(row.begin(), row.end()) > most_edits_) {
      last_ = next;
      return false;
    }
  }
  known_rows_ = std::min(known_rows_, shared + 1);
  last_ = next;
  const size_t width = letters_.size();
  while (known_rows_ <= next.size()) {
    if (rows_.size() == known_rows_) rows_.emplace_back(width + 1);
    const std::vector<uint8_t>& before = rows_[known_rows_ - 1];
    std::vector<uint8_t>& row = rows_[known_rows_];
    row[0] = static_cast<uint8_t>(known_rows_);
    uint8_t least = row[0];
    for (size_t i = 1; i <= width; ++i) {
      const int substituted = before[i - 1] + (letters_[i - 1] == next[known_rows_ - 1] ? 0 : 1);
      const int edits = std::min({substituted, before[i] + 1, row[i - 1] + 1});
      row[i] = static_cast<uint8_t>(edits);
      least = std::min(least, row[i]);
    }
    ++known_rows_;
    if (least > most_edits_) return false;
  }
  return rows_[next.size()][width] <= most_edits_;
}

bool Matches(const WordPattern& pattern, std::string_view folded_word) {
  switch (pattern.kind) {
    case WordPattern::Kind::kExact:
      return folded_word == pattern.word;
    case WordPattern::Kind::kBeginning:
      return folded_word.substr(0, pattern.word.size()) == pattern.word;
    case WordPattern::Kind::kSimilar:
      return SimilarWords(pattern.word).Matches(folded_word);
    case WordPattern::Kind::kHolding:
      return folded_word.find(pattern.word) != std::string_view::npos;
  }
  return false;
}

}  // namespace claimscope
