#include "index/short_postings.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "index/bit_writer.h"

namespace claimscope {

using segment_format::ArticleWords;

namespace {

// How many bits of a difference are written as they are, when differences are `mean` in
// the mean.
uint32_t RiceBits(uint32_t mean) { return static_cast<uint32_t>(std::bit_width(mean / 2)); }

uint32_t RiceBitsOfArticles(size_t all, size_t count) {
  return RiceBits(static_cast<uint32_t>(all / count));
}
// How many places an article has: its words, and the gap behind the title.
uint32_t PlacesOf(ArticleWords words) { return words.title + words.text + 1; }
uint32_t RiceBitsOfPlaces(uint32_t places, uint32_t times) {
  return RiceBits(places / (times + 1));
}

// Never past the end: there every bit is 0, and ok() false once one of them was taken.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  uint32_t Get(uint32_t width) {
    Fill();
    const auto value = static_cast<uint32_t>(bits_ & ((uint64_t{1} << width) - 1));
    Drop(width);
    return value;
  }
  uint32_t GetUnary() {
    uint32_t value = 0;
    for (Fill(); bits_ == 0; Fill()) {
      if (held_ == 0) {
        ok_ = false;
        return 0;
      }
      value += held_;
      held_ = 0;  // all of them zeros
    }
    const auto zeros = static_cast<uint32_t>(std::countr_zero(bits_));
    Drop(zeros + 1);
    return value + zeros;
  }
  uint32_t GetRice(uint32_t k) {
    Fill();
    const auto zeros = static_cast<uint32_t>(std::countr_zero(bits_));
    if (zeros + 1 + k > held_) {
      const uint32_t upper = GetUnary();
      return upper << k | Get(k);
    }
    bits_ >>= zeros + 1;
    const auto value = static_cast<uint32_t>(bits_ & ((uint64_t{1} << k) - 1));
    bits_ >>= k;
    held_ -= zeros + 1 + k;
    return zeros << k | value;
  }
  uint32_t GetEvenly(uint32_t count) {
    const auto width = static_cast<uint32_t>(std::bit_width(count - 1));
    const uint32_t short_ones = (1u << width) - count;
    if (width == 0) return 0;
    const uint32_t value = Get(width - 1);
    return value < short_ones ? value : (value << 1 | Get(1)) - short_ones;
  }
  bool ok() const { return ok_; }
  // Nothing but the zeros of the last byte is left.
  bool at_end() const { return ok_ && at_ == end_ && held_ < 8 && bits_ == 0; }

 private:
  void Fill() {
    if (end_ - at_ >= 8) {
      uint64_t word;
      std::memcpy(&word, at_, sizeof word);
      bits_ |= word << held_;
      at_ += (63 - held_) / 8;
      held_ |= 56;
      bits_ &= (uint64_t{1} << held_) - 1;
      return;
    }
    for (; held_ <= 56 && at_ != end_; held_ += 8) {
      bits_ |= uint64_t{static_cast<unsigned char>(*at_++)} << held_;
    }
  }
  void Drop(uint32_t width) {
    if (width > held_) {
      ok_ = false;
      width = held_;
    }
    bits_ = width < 64 ? bits_ >> width : 0;
    held_ -= width;
  }

  const char* at_;
  const char* end_;
  uint64_t bits_ = 0;  // the next `held_` ones, above them zeros
  uint32_t held_ = 0;
  bool ok_ = true;
};

void PutPlaces(std::span<const uint32_t> positions, uint32_t places, BitWriter* out) {
  const auto times = static_cast<uint32_t>(positions.size());
  out->PutUnary(times - 1);
  if (times == 1) {
    out->PutEvenly(positions[0], places);
    return;
  }
  const uint32_t k = RiceBitsOfPlaces(places, times);
  uint32_t next = 0;
  for (const uint32_t position : positions) {
    out->PutRice(position - next, k);
    next = position + 1;
  }
}

// The code of the article, ~0u where its places are not in it. `put` takes each.
template <typename F>
uint32_t GetPlaces(ArticleWords words, BitReader* in, F put) {
  const uint32_t places = PlacesOf(words);
  const uint32_t times = in->GetUnary() + 1;
  if (!in->ok() || times >= places) return ~0u;
  if (times == 1) {
    const uint32_t position = in->GetEvenly(places);
    put(position);
    return position < places ? (position < words.title ? 1 : 0) : ~0u;
  }
  const uint32_t k = RiceBitsOfPlaces(places, times);
  uint64_t next = 0;
  bool is_in_title = false;
  for (uint32_t i = 0; i < times; ++i) {
    const uint64_t position = next + in->GetRice(k);
    if (i == 0) is_in_title = position < words.title;
    put(position);
    next = position + 1;
  }
  return next <= places ? 2 * (times - 1) + (is_in_title ? 1 : 0) : ~0u;
}

}  // namespace

void PutShortPostings(const ShortPostings& postings, std::span<const ArticleWords> words,
                      std::string* out) {
  const std::span<const uint32_t> articles = postings.articles;
  BitWriter bits(out);
  if (articles.size() == 1) {
    bits.PutEvenly(articles[0], static_cast<uint32_t>(words.size()));
  } else {
    const uint32_t k = RiceBitsOfArticles(words.size(), articles.size());
    uint32_t next = 0;
    for (const uint32_t article : articles) {
      bits.PutRice(article - next, k);
      next = article + 1;
    }
  }
  size_t at = 0;
  for (size_t i = 0; i < articles.size(); at += postings.times[i++]) {
    PutPlaces(postings.positions.subspan(at, postings.times[i]), PlacesOf(words[articles[i]]),
              &bits);
  }
}

namespace {

bool GetArticles(BitReader* bits, uint32_t count, size_t article_count, uint32_t* articles) {
  if (count == 0 || count > article_count) return false;
  if (count == 1) {
    *articles = bits->GetEvenly(static_cast<uint32_t>(article_count));
    return bits->ok() && *articles < article_count;
  }
  const uint32_t k = RiceBitsOfArticles(article_count, count);
  uint64_t next = 0;
  for (uint32_t i = 0; i < count; ++i) {
    next += bits->GetRice(k);
    articles[i] = static_cast<uint32_t>(next++);
  }
  // Each is larger than the one before, so the last one tells of all.
  return bits->ok() && next <= article_count;
}

}  // namespace

bool GetShortArticles(std::string_view in, uint32_t count, size_t article_count,
                      uint32_t* articles) {
  BitReader bits(in);
  return GetArticles(&bits, count, article_count, articles);
}

bool GetShortPostings(std::string_view in, uint32_t count, std::span<const ArticleWords> words,
                      WordUses* uses) {
  BitReader bits(in);
  const size_t first = uses->articles.size();
  uses->articles.resize(first + count);
  if (!GetArticles(&bits, count, words.size(), uses->articles.data() + first)) return false;
  for (size_t i = first; i < uses->articles.size(); ++i) {
    const uint32_t code = GetPlaces(words[uses->articles[i]], &bits, [](uint64_t) {});
    if (code == ~0u) return false;
    uses->codes.push_back(code);
  }
  return bits.at_end();
}

void GetShortPlaces(std::string_view in, uint32_t count, std::span<const ArticleWords> words,
                    const BitSet& wanted, Segment::Places* places) {
  BitReader bits(in);
  uint32_t articles[kMostShort];
  if (count > kMostShort || !GetArticles(&bits, count, words.size(), articles)) return;
  while (count > 0 && !wanted.Has(articles[count - 1])) --count;
  for (const uint32_t article : std::span(articles, count)) {
    const uint64_t base = uint64_t{article} << 32;
    if (wanted.Has(article)) {
      GetPlaces(words[article], &bits, [&](uint64_t place) { places->push_back(base | place); });
    } else {
      GetPlaces(words[article], &bits, [](uint64_t) {});
    }
  }
}

}  // namespace claimscope
