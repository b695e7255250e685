// The postings of a word in fewer than 256 articles (IsShort) of a segment: articles, times and
// positions in one run of bits, without a header: how many bits a difference takes follows from how
// many articles there are and how long each is.
//
// Method: Golomb's code with powers of two (Rice and Plaunt, "Adaptive Variable-Length Coding for
// Efficient Compression of Spacecraft Television Data", IEEE Trans. Comm. 19(6), 1971), its
// parameter from the mean as in Witten, Moffat and Bell, "Managing Gigabytes" (1999), section 3.3.
//
//   articles   one alone: evenly (below) among all of the segment; else each one's difference to
//   the
//              one before, less one, by Rice
//   per article, in their order:
//     times    less one, unary
//     places   one alone: evenly among the words of the article and the gap behind its title; else
//              differences, less one, by Rice
//
//   unary      so many zeros, then a one
//   Rice       value >> k unary, then the lower k bits; k by RiceBits(the mean that is expected)
//   evenly     of n values the first 2^b - n in b - 1 bits, the others in b bits
//   Bits are taken from the lowest of a byte on; the last byte is filled with zeros.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bit_set.h"
#include "index/segment.h"
#include "index/segment_format.h"

namespace claimscope {

constexpr uint32_t kMostShort = 255;

// One word's places: articles ascending, the times in each, and all places one after the other.
struct ShortPostings {
  std::span<const uint32_t> articles, times, positions;
};
void PutShortPostings(const ShortPostings& postings,
                      std::span<const segment_format::ArticleWords> words, std::string* out);

// The articles alone, in a fraction of the time: `count` of them. False as below, as far as it
// reads.
bool GetShortArticles(std::string_view in, uint32_t count, size_t article_count,
                      uint32_t* articles);
// Appends the articles and codes. False where the bytes are not the postings of `count` articles
// among those of `words`.
bool GetShortPostings(std::string_view in, uint32_t count,
                      std::span<const segment_format::ArticleWords> words, WordUses* uses);
// Appends where the word stands in the articles of `wanted`: article << 32 | position, ascending.
void GetShortPlaces(std::string_view in, uint32_t count,
                    std::span<const segment_format::ArticleWords> words, const BitSet& wanted,
                    Segment::Places* places);

}  // namespace claimscope
