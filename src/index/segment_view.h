// What an open segment holds: its bytes, typed views into them, and a few columns made when it is
// opened.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"
#include "index/segment.h"
#include "index/segment_format.h"
#include "index/term_reader.h"

namespace claimscope {

struct Segment::View {
  // The columns, or the whole; the parts attached later.
  std::string bytes, words_bytes, text_bytes;
  bool is_made = false;  // by this program, a moment ago
  bool has_words = false, has_text = false;
  mutable bool wants_words = false, wants_text = false;  // somebody looked for them
  segment_format::Header header{};
  segment_format::SectionEntry entries[segment_format::kSectionCount]{};

  std::span<const uint32_t> string_begins;
  std::string_view strings, pages, terms, postings, positions;
  std::span<const segment_format::ArticleRow> articles;
  std::span<const Cut> cuts;
  std::span<const int32_t> anchor_days;
  std::span<const uint32_t> claim_articles;
  std::span<const uint16_t> claim_regions;
  std::span<const uint8_t> kinds, sides, statuses;
  std::span<const uint32_t> region_code_ids;
  std::span<const segment_format::ClaimRow> claims;
  std::span<const segment_format::QuantityRow> quantities;
  std::span<const segment_format::PlaceRow> places;
  std::span<const uint32_t> candidates;
  std::span<const segment_format::TermBlock> term_blocks;
  std::span<const segment_format::ArticleWords> article_words;

  std::vector<uint64_t> term_keys;  // of the first term of each block
  TermStops term_stops;
  std::vector<std::string_view> region_codes;
  std::vector<uint32_t> profiles;
  std::vector<Profile> profile_table;
  // Rows of each article in the order of the text.
  std::vector<uint32_t> article_row_begins, article_rows;
  uint32_t dated_count = 0;

  // Opening, in this order; each relies on the ones before.
  Status ReadHeader();
  Status OpenColumns();
  Status OpenWords();
  Status OpenText();

  uint64_t BeginOf(segment_format::Section section) const { return entries[section].offset; }
  bool IsString(uint32_t id) const { return id < string_begins.size(); }
  // `string_begins` holds the end of each string, which is the begin of the next.
  std::string_view StringAt(segment_format::StringId id) const {
    const uint32_t begin = id == 0 ? 0 : string_begins[id - 1];
    return strings.substr(begin, string_begins[id] - begin);
  }
  std::span<const Cut> CutsOf(const segment_format::ArticleRow& a) const {
    return cuts.empty() ? cuts : cuts.subspan(a.cut_begin, a.cut_end - a.cut_begin);
  }
  std::string_view PageOf(const segment_format::ArticleRow& a) const {
    return pages.empty() ? pages : pages.substr(a.page_begin, a.page_end - a.page_begin);
  }
  TermReader term_reader() const { return {term_blocks, term_keys, terms, postings, positions}; }

 private:
  std::string_view BytesOf(segment_format::Section section) const;
  // Sections [first, end) are where they should be in `part`, which begins at `part_begin`.
  Status CheckSections(std::string_view part, uint64_t part_begin, uint32_t first, uint32_t end);
  template <typename T>
  Status Map(segment_format::Section section, std::span<const T>* out) const;
  template <typename T>
  Status MapPer(uint32_t rows, segment_format::Section section, std::span<const T>* out) const;
  Status MapColumns();
  Status CheckStrings() const;
  Status CheckArticles() const;
  Status CheckColumns() const;
  Status CheckClaims() const;
  Status CheckWords() const;
  Status CheckText() const;
  void MakeColumns();
  void MakeProfiles();
  void MakeArticleRows();
};

// "These saved claims are damaged at byte 1234 (places): a place points outside."
Status DamagedAt(uint64_t offset, segment_format::Section section, std::string_view why);

}  // namespace claimscope
