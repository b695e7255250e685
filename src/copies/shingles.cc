#include "copies/shingles.h"

#include <algorithm>

#include "base/hash.h"
#include "base/words.h"

namespace claimscope {
namespace {

// Mixes all bits into all others (Steele, Lea, Flood 2014): the low bits choose the sample.
uint64_t Mix(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

}  // namespace

std::vector<TextWord> WordsOfText(std::string_view text) {
  std::vector<TextWord> words;
  words.reserve(text.size() / 6);
  for (WordReader reader(text); reader.Next();) {
    words.push_back({{static_cast<uint32_t>(reader.begin()), static_cast<uint32_t>(reader.end())},
                     static_cast<uint32_t>(Mix(HashBytes(reader.folded())))});
  }
  return words;
}

std::vector<uint32_t> ShinglesOf(const std::vector<TextWord>& words) {
  std::vector<uint32_t> shingles;
  if (words.size() < kShingleWords) return shingles;
  shingles.reserve(words.size() - kShingleWords + 1);
  for (size_t at = 0; at + kShingleWords <= words.size(); ++at) {
    uint64_t hash = 0;
    for (size_t i = at; i < at + kShingleWords; ++i) {
      hash = (hash ^ words[i].hash) * 0x9e3779b97f4a7c15ull;
    }
    shingles.push_back(static_cast<uint32_t>(Mix(hash)));
  }
  return shingles;
}

Sketch SketchOf(std::vector<uint32_t> shingles) {
  Sketch sketch;
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  while (shingles.size() > kSketchShingles) {
    ++sketch.level;
    const uint32_t mask = (1u << sketch.level) - 1;
    const auto is_out = [mask](uint32_t shingle) { return (shingle & mask) != 0; };
    shingles.erase(std::remove_if(shingles.begin(), shingles.end(), is_out), shingles.end());
  }
  sketch.shingles = std::move(shingles);
  return sketch;
}

}  // namespace claimscope
