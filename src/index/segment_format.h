// The bytes of a segment, as drawn in segment.h: shared by the one who writes and the one who
// reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "model/article.h"
#include "model/day.h"

namespace claimscope::segment_format {

constexpr char kMagic[8] = {'C', 'L', 'S', 'E', 'G', 'M', 'N', 'T'};
constexpr uint32_t kVersion = 4;

enum Section : uint32_t {
  kStringBegins,
  kStrings,
  kArticles,
  kAnchorDays,
  kClaimArticles,
  kClaimRegions,
  kKinds,
  kSides,
  kStatuses,
  kRegionCodes,
  kClaims,
  kQuantities,
  kPlaces,
  kCandidates,
  kTermBlocks,
  kTerms,
  kPostings,
  kPositions,
  kArticleWords,
  kCuts,
  kPages,
  kSectionCount,
};
// The three parts of a segment, each a run of sections.
constexpr Section kFirstWordSection = kTermBlocks;
constexpr Section kFirstTextSection = kCuts;
constexpr const char* kSectionNames[kSectionCount] = {
    "string begins", "strings",    "articles",    "anchor days",  "claim articles", "claim regions",
    "kinds",         "sides",      "statuses",    "region codes", "claims",         "quantities",
    "places",        "candidates", "term blocks", "terms",        "postings",       "positions",
    "article words", "cuts",       "pages"};

struct Header {
  char magic[8];
  uint32_t version;
  uint32_t section_count;
  uint32_t article_count;
  uint32_t claim_count;
  uint64_t size_bytes;
  uint64_t content;   // equal for the same articles, whatever file they stood in
  uint64_t checksum;  // of the header with this field 0, and the section table
};

struct SectionEntry {
  uint64_t offset;    // from the begin of the block, a multiple of 8
  uint64_t size;      // bytes, without the padding
  uint64_t checksum;  // with the padding
};

using StringId = uint32_t;

struct ArticleRow {
  StringId id, title, source, url, author, language;
  int32_t date;
  uint32_t date_basis;
  uint32_t page_begin, page_end;     // bytes of `pages`
  uint32_t cut_begin, cut_end;       // rows of `cuts`
  uint32_t text_size;                // bytes of the page without the cuts
  uint32_t offset_low, offset_high;  // of the record in its source, bytes
};

struct ClaimRow {
  Span span, claimant_span, cue, status_span, time_span;  // bytes of the cleaned text
  StringId claimant, rule;
  int32_t time_from, time_to;
  uint32_t quantity_begin, quantity_end;
  uint32_t place_begin, place_end;
  uint8_t mode, actor, time_basis, padding;
};

struct QuantityRow {
  double value, value_max, si_value;
  Span span;
  StringId unit, si_unit, of;
  uint8_t bound, scope, padding[2];
};

struct PlaceRow {
  Span span;
  StringId name, region;
  float lat, lon;
  uint32_t candidate_begin, candidate_end;
  uint8_t sure, padding[3];
};

// Every kTermsPerBlock-th term begins a block, whose first term is written whole.
constexpr uint32_t kTermsPerBlock = 32;
struct TermBlock {
  uint32_t terms_begin;      // bytes of `terms`
  uint32_t postings_begin;   // bytes of `postings`
  uint32_t positions_begin;  // bytes of `positions`
};

// Two numbers in a byte, the first in its upper half: 15 or more in a varint.
constexpr uint32_t kMostInNibble = 15;

// How many words an article has.
struct ArticleWords {
  uint32_t title, text;
};
constexpr uint32_t kMostWords = 1u << 30;

// `claim regions` can name no more.
constexpr size_t kMostRegions = 1u << 16;

// What is read in place has the same layout everywhere.
static_assert(sizeof(Header) == 48 && sizeof(SectionEntry) == 24 && sizeof(ArticleRow) == 60);
static_assert(sizeof(ClaimRow) == 76 && sizeof(QuantityRow) == 48 && sizeof(PlaceRow) == 36);
static_assert(sizeof(Cut) == 12 && offsetof(Cut, reason) == 8 && sizeof(TermBlock) == 12);
static_assert(sizeof(ArticleWords) == 8);

// Days of the years 1 to 9999, or unknown: calendar arithmetic on what is read cannot overflow.
constexpr bool IsStorableDay(int32_t day) {
  return day == Day::kUnknown || (day >= -719162 && day <= 2932896);
}

constexpr size_t AlignUp(size_t size) { return (size + 7) & ~size_t{7}; }

// Of a whole number of 8-byte words. A multiply and a shift a word, in the manner of FNV-1a:
// against damage, not against an adversary.
inline uint64_t Checksum(std::string_view bytes, uint64_t seed = 0xcbf29ce484222325ull) {
  uint64_t h = seed;
  for (size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    h = (h ^ word) * 0x9e3779b97f4a7c15ull;
    h ^= h >> 29;
  }
  return h;
}

inline void PutVarint(uint32_t value, std::string* out) {
  for (; value >= 0x80; value >>= 7) out->push_back(static_cast<char>(value | 0x80));
  out->push_back(static_cast<char>(value));
}

// Reads varints and bytes; never past the end: after the first short read ok() is false and every
// value 0.
class VarintReader {
 public:
  explicit VarintReader(std::string_view bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  uint32_t Get() {
    uint32_t value = 0;
    for (int shift = 0; shift < 35 && at_ != end_; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= static_cast<uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    ok_ = false;
    at_ = end_;
    return 0;
  }
  uint32_t GetByte() {
    if (at_ != end_) return static_cast<unsigned char>(*at_++);
    ok_ = false;
    return 0;
  }
  std::string_view GetBytes(size_t size) {
    if (size > static_cast<size_t>(end_ - at_)) {
      ok_ = false;
      at_ = end_;
      return {};
    }
    at_ += size;
    return {at_ - size, size};
  }
  bool ok() const { return ok_; }
  bool at_end() const { return at_ == end_; }
  const char* at() const { return at_; }

 private:
  const char* at_;
  const char* end_;
  bool ok_ = true;
};

}  // namespace claimscope::segment_format
