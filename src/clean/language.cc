#include "clean/language.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "clean/page.h"

namespace claimscope {
namespace {

constexpr size_t kSampleBytes = 8 << 10;
constexpr size_t kStatedSampleBytes = 1 << 10;
constexpr uint32_t kMinHits = 4;
constexpr uint32_t kClearly = 2;  // times the words of the language that is stated

struct Language {
  std::string_view code;
  std::string_view words;    // parted by spaces
  std::u32string_view only;  // letters that no other of these languages has
};
constexpr Language kLanguages[] = {
    {"en", "the of and to in that was is for with on as by it from at said has have been were not",
     U""},
    {"uk", "і в у на що та з до не за про для від як це його які також було після", U"іїєґ"},
    {"ru", "и в на что с по не из за о для от как это его которые также было после к", U"ыэёъ"},
    {"de", "der die das und in den von zu mit ist nicht auf ein eine dem des sich im für auch",
     U"ß"},
    {"fr", "le la les des et en un une du que est dans pour qui par sur au pas plus avec ce",
     U"çœ"},
    {"es", "el la los las de y en que un una del se por con para es al lo como más su", U"ñ"},
};

// A word, and in which of the languages it is a common one, a bit each.
struct CommonWord {
  uint64_t hash;
  uint32_t languages;
  bool operator<(const CommonWord& other) const { return hash < other.hash; }
};

const std::vector<CommonWord>& CommonWords() {
  static const auto* common = [] {
    auto* made = new std::vector<CommonWord>;
    for (size_t i = 0; i < std::size(kLanguages); ++i) {
      std::vector<PageWord> words;
      const std::string_view text = kLanguages[i].words;
      SplitWords(text, {0, static_cast<uint32_t>(text.size())}, &words);
      for (const PageWord& word : words) made->push_back({word.hash, 1u << i});
    }
    std::sort(made->begin(), made->end());
    size_t kept = 0;
    for (const CommonWord& word : *made) {
      if (kept > 0 && (*made)[kept - 1].hash == word.hash)
        (*made)[kept - 1].languages |= word.languages;
      else
        (*made)[kept++] = word;
    }
    made->resize(kept);
    return made;
  }();
  return *common;
}

}  // namespace

std::string_view DetectLanguage(std::string_view text, std::string_view stated) {
  size_t end = std::min(text.size(), stated.empty() ? kSampleBytes : kStatedSampleBytes);
  while (end < text.size() && end > 0 && !IsUtf8Boundary(text, end)) --end;
  text = text.substr(0, end);

  const std::vector<CommonWord>& common = CommonWords();
  std::array<uint32_t, std::size(kLanguages)> hits{};
  std::vector<PageWord> words;
  SplitWords(text, {0, static_cast<uint32_t>(text.size())}, &words);
  for (const PageWord& word : words) {
    const auto found = std::lower_bound(common.begin(), common.end(), CommonWord{word.hash, 0});
    if (found == common.end() || found->hash != word.hash) continue;
    for (size_t i = 0; i < hits.size(); ++i) hits[i] += found->languages >> i & 1;
  }
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint c = DecodeUtf8(text, at);
    at += c.size_bytes;
    for (size_t i = 0; i < hits.size(); ++i) {
      if (kLanguages[i].only.find(c.value) != std::u32string_view::npos) ++hits[i];
    }
  }
  const auto best = std::max_element(hits.begin(), hits.end());
  const auto share = static_cast<uint32_t>(words.size() / 20);
  if (!stated.empty()) {
    const auto known = std::find_if(std::begin(kLanguages), std::end(kLanguages),
                                    [&](const Language& one) { return one.code == stated; });
    if (known == std::end(kLanguages)) return stated;
    if (*best < kMinHits + kClearly * hits[known - std::begin(kLanguages)]) return stated;
  }
  if (*best < kMinHits || *best < share) return {};
  return kLanguages[best - hits.begin()].code;
}

}  // namespace claimscope
