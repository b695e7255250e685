// The words of a text and its shingles (runs of kShingleWords words), as hashes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace claimscope {

// Three words: of a text in which two words in five were replaced, a fifth of its shingles is left;
// of five words it would be a thirteenth.
constexpr size_t kShingleWords = 3;

struct TextWord {
  Span span;
  uint32_t hash;
};
std::vector<TextWord> WordsOfText(std::string_view text);

// One for each word at which a shingle begins: words.size() - 2, or none.
std::vector<uint32_t> ShinglesOf(const std::vector<TextWord>& words);

// What texts are compared by.
struct WordedText {
  explicit WordedText(std::string_view text)
      : words(WordsOfText(text)), shingles(ShinglesOf(words)) {}
  std::vector<TextWord> words;
  std::vector<uint32_t> shingles;
};
// As CompareTexts.
struct Comparison;
Comparison CompareWorded(const WordedText& a, const WordedText& b);

// The shingles whose lowest `level` bits are 0, each once, ascending; the lowest level at which
// there are at most kSketchShingles.
struct Sketch {
  std::vector<uint32_t> shingles;
  uint8_t level = 0;
};
constexpr size_t kSketchShingles = 64;
Sketch SketchOf(std::vector<uint32_t> shingles);

}  // namespace claimscope
