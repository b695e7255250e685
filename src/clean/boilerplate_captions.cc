// Credits of pictures, and captions that repeat the story.
#include "clean/boilerplate_finder.h"

#include <algorithm>
#include <bitset>
#include <iterator>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr uint32_t kMaxCreditBytes = 120;
constexpr uint32_t kMaxCaptionBytes = 300;
constexpr size_t kMaxLookedUpCaptions = 20;  // each look-up reads the page once
constexpr uint32_t kRepeatWindowWords = 40;

}  // namespace

// "(Name, Agency via Getty Images)": the credit of a picture. The sentence before it is the
// picture's caption; it goes too when the story tells the same, otherwise it may add a fact and
// stays.
void BoilerplateFinder::CutCredit(size_t line, const PhraseMatch& match) {
  const Span span = lines_[line].span;
  uint32_t open = words_[match.first_word].begin;
  const uint32_t first = open > span.begin + kMaxCreditBytes ? open - kMaxCreditBytes : span.begin;
  while (open > first && page_[open] != '(' && page_[open] != ')') --open;
  uint32_t close = words_[match.last_word - 1].end;
  const uint32_t last = std::min<uint32_t>(span.end, close + kMaxCreditBytes);
  while (close < last && page_[close] != ')' && page_[close] != '(') ++close;
  if (page_[open] != '(' || close >= last || page_[close] != ')') return;
  ++close;
  if (close < span.end && page_[close] == '.') ++close;
  if (close < span.end && page_[close] == ' ') ++close;
  // The caption: back to the end of the sentence before it, over its own full stop.
  uint32_t begin = open;
  while (begin > span.begin && page_[begin - 1] == ' ') --begin;
  const uint32_t caption_end = begin;
  if (begin > span.begin && page_[begin - 1] == '.') --begin;
  const uint32_t floor =
      begin > span.begin + kMaxCaptionBytes ? begin - kMaxCaptionBytes : span.begin;
  while (begin > floor && !(page_[begin - 1] == ' ' && begin >= 2 &&
                            (page_[begin - 2] == '.' || page_[begin - 2] == ' '))) {
    --begin;
  }
  if (begin == floor && floor > span.begin) begin = caption_end;  // too long for a caption
  if (const auto after = cut_ends_.upper_bound(open); after != cut_ends_.begin())
    begin = std::max(begin, *std::prev(after));
  const Span caption{std::min(begin, caption_end), caption_end};
  const bool is_repeat = !caption.empty() && IsToldElsewhere(caption);
  Add({is_repeat ? caption.begin : open, close}, CutReason::kCaption);
}

// Whether most of the weighty words of a sentence stand close together somewhere else in the page.
bool BoilerplateFinder::IsToldElsewhere(Span sentence) {
  if (++looked_up_captions_ > kMaxLookedUpCaptions) return false;
  const auto is_weighty = [](const PageWord& word) {
    return word.is_number || word.end - word.begin >= 4;
  };
  std::vector<PageWord> words;
  SplitWords(page_, sentence, &words);
  std::vector<uint64_t> wanted;
  std::bitset<1 << 10> filter;  // most words of the page are none of them
  const auto bit = [&filter](uint64_t hash) {
    return static_cast<size_t>(hash >> 20) % filter.size();
  };
  for (const PageWord& word : words) {
    if (!is_weighty(word)) continue;
    wanted.push_back(word.hash);
    filter.set(bit(word.hash));
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  if (wanted.size() < 4) return false;
  if (page_words_.empty())
    SplitWords(page_, {0, static_cast<uint32_t>(page_.size())}, &page_words_);
  // Slide over the page: how many of the wanted words are within the last kWindow words?
  std::vector<uint32_t> last_seen(wanted.size(), 0);
  for (uint32_t i = 0; i < page_words_.size(); ++i) {
    const PageWord& word = page_words_[i];
    if (word.end > sentence.begin && word.begin < sentence.end) {
      std::fill(last_seen.begin(), last_seen.end(), 0);
      continue;
    }
    if (!filter.test(bit(word.hash))) continue;
    const auto at = std::lower_bound(wanted.begin(), wanted.end(), word.hash);
    if (at == wanted.end() || *at != word.hash) continue;
    last_seen[static_cast<size_t>(at - wanted.begin())] = i + 1;
    const auto near = std::count_if(last_seen.begin(), last_seen.end(), [i](uint32_t seen) {
      return seen != 0 && i + 1 - seen < kRepeatWindowWords;
    });
    if (static_cast<size_t>(near) * 10 >= wanted.size() * 7) return true;
  }
  return false;
}

}  // namespace claimscope
