// A sealed segment: columns of articles and claims, word postings and the article text in one byte
// block. It is made once and never changed. The worker's answer to the page, the saved session, the
// file written by the command line and the golden test are all these bytes.
//
//   header         "CLSEGMNT"  u32 version = 4  u32 sections  u32 articles A  u32 claims C
//                  u64 size in bytes  u64 content (see Segment::content)
//                  u64 checksum of header (this field 0) and section table: the segment's identity
//   sections       per section: u64 offset  u64 size  u64 checksum   (in the order below)
//   then the sections, each at a multiple of 8, padded with zeros, without gaps:
//
//  columns: what every question needs
//   string begins  u32 x S       string i is bytes [begin i - 1, begin i) of `strings`, begin -1 =
//   0 strings        bytes         every distinct name, address, unit, code once articles       60
//   x A        ids of id, title, source, url, author, language; i32 date; u32 date basis;
//                                u32 x 2 page (bytes of `pages`); u32 x 2 cuts (rows of `cuts`);
//                                u32 size of the cleaned text; u64 byte of the record in its source
//   anchor days    i32 x C       claim rows, ordered by (anchor day, undated last; article; span):
//                                a range of days is a slice of rows
//   claim articles u32 x C
//   claim regions  u16 x C       index into `region codes`
//   kinds, sides, statuses       u8 x C each
//   region codes   u32 x R       string ids, ascending by code
//   claims         76 x C        u32 x 2 spans of quote, claimant, cue, status, time; string ids of
//                                claimant, rule; i32 x 2 time; u32 x 2 rows of `quantities`,
//                                u32 x 2 of `places`; u8 mode, actor, time basis, 0
//   quantities     48 each       f64 value, max, SI; u32 x 2 span; string ids of unit, SI unit, of;
//                                u8 bound, scope, 0, 0
//   places         36 each       u32 x 2 span; string ids of name, region; f32 lat, lon; u32 x 2
//                                rows of `candidates`; u8 sure, 0, 0, 0
//   candidates     u32 each      string ids of region codes
//
//  words: what a search needs
//   term blocks    u32 x 3 each  for every 32nd term: where it begins in `terms`, in `postings`, in
//                                `positions`
//   terms          ascending; per term: u8 16 x bytes shared with the term before (0 at the begin
//                  of a block) + further bytes, each at most 15 (15: a varint of what is above
//                  follows, in this order); those bytes; in the same way articles, and bytes of its
//                  postings; with 256 articles or more varint bytes of its positions
//   postings       fewer than 256 articles: with the positions, drawn in short_postings.h. Else 128
//                  articles at a time: u8 width w (63: a block of bit_packing.h instead) + 64 x
//                  width of the uses (3: a block); per article, w bits: articles since the one
//                  before; then per article its use: 2 x (times - 1) + (1 if it is in the title)
//   positions      per term of 256 articles or more, blocks of 128 places, articles running on:
//                  words since the place before in the article. Title words count from 0, text
//                  words go on after a gap of one
//   article words  8 x A         u32 words of the title, u32 words of the text
//
//  text: what a reader sees
//   cuts           12 each       u32 x 2 span of the page, u32 reason
//   pages          bytes         the pages, one after the other
//
// Numbers are little endian; bits are packed as in bit_packing.h. Words are those of base/words.h
// over title and cleaned text. The postings are an inverted file as in Witten, Moffat and Bell,
// "Managing Gigabytes" (1999), chapters 3 and 4.
//
// Lifetime: a Segment owns its bytes; every view it gives lives as long as it does.
// Threads: reading is safe from any number of threads.
// Errors: Open checks every offset and count once; afterwards reading cannot leave the block.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bit_set.h"
#include "base/status.h"
#include "base/unset.h"
#include "model/article.h"
#include "model/claim.h"
#include "model/query.h"

namespace claimscope {

class SegmentBuilder {
 public:
  SegmentBuilder();
  ~SegmentBuilder();

  void Add(const Article& article, const std::vector<Claim>& claims);
  size_t articles() const;
  // Bytes of text held so far: the caller seals when this passes its limit.
  size_t text_bytes() const;
  // The sealed bytes; the builder is empty afterwards. Rows are ordered by (anchor day, undated
  // last; article; span), so that a range of days is a slice of rows.
  std::string Seal();

 private:
  friend class Segment;
  struct Columns;
  std::unique_ptr<Columns> columns_;
};

// What a list or a reader shows of an article; views into the segment.
struct ArticleView {
  std::string_view id, title, source, url, author, language;
  Day date;
  DateBasis date_basis;
  std::string_view page;  // the whole page; the cleaned text is what the cuts leave
  std::span<const Cut> cuts;
  uint64_t offset_bytes;  // of its record in its (decompressed) source
};

// In which articles of a segment a word stands (ascending), and how: 2 x (times - 1), plus 1 when
// it stands in the title.
struct WordUses {
  std::vector<uint32_t, Unset<uint32_t>> articles, codes;

  static constexpr uint32_t TimesOf(uint32_t code) { return code / 2 + 1; }
  static constexpr bool IsInTitle(uint32_t code) { return (code & 1) != 0; }
};

class Segment {
 public:
  static Result<Segment> Open(std::string bytes);
  // What a SegmentBuilder of this program sealed a moment ago: taken at its word, without the pass
  // over every offset and posting (1 ms a megabyte, 3 in the browser) that a file needs.
  static Result<Segment> OpenMade(std::string bytes);
  // The columns alone, the first columns_size() bytes. Words and text come later, in any order,
  // each checked as it comes; until then no word is found, and pages and quotes are empty.
  static Result<Segment> OpenColumns(std::string bytes);
  Status AttachWords(std::string bytes);
  Status AttachText(std::string bytes);
  bool has_words() const;
  bool has_text() const;
  // They were looked for while they were not there: by a search, by QuoteAt or by WantText, which
  // is to be called by whoever reads a page.
  bool wants_words() const;
  bool wants_text() const;
  void WantText() const;
  // The three parts of the whole, one after the other.
  uint64_t columns_size() const;
  uint64_t words_size() const;
  uint64_t text_size() const;
  Segment(Segment&&) noexcept;
  Segment& operator=(Segment&&) noexcept;
  ~Segment();

  enum class Part : uint8_t { kColumns, kWords, kText };
  // Empty when it is not attached. One after the other they are the segment as it was sealed.
  std::string_view BytesOf(Part part) const;
  uint32_t article_count() const;
  uint32_t claim_count() const;

  // Columns, one value per claim row.
  std::span<const int32_t> anchor_days() const;  // Day::kUnknown where undated
  std::span<const uint32_t> articles() const;
  std::span<const uint16_t> regions() const;  // into region_codes()
  std::span<const uint8_t> kinds() const;
  std::span<const uint8_t> sides() const;
  std::span<const uint8_t> statuses() const;
  const std::vector<std::string_view>& region_codes() const;

  // Claims that agree in region, kind, side and status share a profile: a filter is tried once per
  // profile, a count is one addition per row. Not stored: made by Open.
  struct Profile {
    uint16_t region;
    uint8_t kind, side, status;
  };
  std::span<const uint32_t> profiles() const;  // per row, into profile_table()
  const std::vector<Profile>& profile_table() const;
  // Rows [0, dated_count) have a day, ascending; the others are undated.
  uint32_t dated_count() const;
  // Equal for equal bytes.
  uint64_t identity() const;
  // Equal for the same articles (title, day, outlet, address, author, page), whatever file they
  // stood in.
  uint64_t content() const;

  // Strings by their number in this segment: equal numbers are equal strings, so that names can be
  // counted without decoding a claim.
  uint32_t string_count() const;
  std::string_view StringAt(uint32_t string) const;
  uint32_t SourceOf(uint32_t article) const;
  uint32_t LanguageOf(uint32_t article) const;
  Day DateOf(uint32_t article) const;
  uint32_t ClaimantOf(uint32_t row) const;
  // Appended: the names of the claim's places, its amounts.
  void AppendPlacesOf(uint32_t row, std::vector<uint32_t>* strings) const;
  struct Spot {
    uint32_t name, region;  // strings
    float lat, lon;         // degrees
  };
  // Appended: the claim's places of which it is known where they lie.
  void AppendSpotsOf(uint32_t row, std::vector<Spot>* spots) const;
  struct Amount {
    uint32_t measure;    // a string: MeasureOf(quantity)
    double least, most;  // in its unit
  };
  void AppendAmountsOf(uint32_t row, std::vector<Amount>* amounts) const;

  ArticleView ArticleAt(uint32_t article) const;
  // The rows of an article in the order of the text.
  std::vector<uint32_t> ClaimsOf(uint32_t article) const;
  // The whole record, decoded. Spans are bytes of the cleaned text.
  Claim ClaimAt(uint32_t row) const;
  // The bytes of the columns of a segment that has these claims, one per row of this one, in place
  // of its own. Words and text stay as they are, and so does content(). Rows are ordered anew.
  std::string ColumnsWith(std::vector<Claim> claims) const;
  // The claim's words, and where they stand in the page (a span of ArticleView::page; it may run
  // over cuts).
  std::string QuoteAt(uint32_t row) const;
  Span PageSpanAt(uint32_t row) const;

  // The amounts of a claim without decoding the whole of it.
  struct Figure {
    double value, value_max, si_value;
    std::string_view unit, si_unit, of;
  };
  void VisitFigures(uint32_t row, const std::function<void(const Figure& figure)>& visit) const;

  // Words are given folded, as WordReader folds them.
  struct Term {
    uint32_t article_count = 0;
    std::string_view postings, positions;
  };
  // With its uses, where they are not those of few articles: those are sooner read twice.
  struct OpenTerm : Term {
    WordUses uses;
  };
  OpenTerm OpenUses(const Term& term) const;
  // No articles where the word does not stand.
  Term FindTerm(std::string_view word) const;
  // Ascending, from the first word that is not before `from`, until `visit` returns false.
  void VisitTerms(std::string_view from,
                  const std::function<bool(std::string_view word, const Term& term)>& visit) const;
  // Appends.
  void ReadUses(const Term& term, WordUses* uses) const;
  // The articles alone, sooner: adds first + each to the set.
  void MarkArticles(const Term& term, size_t first, BitSet* set) const;
  void MarkArticles(const OpenTerm& term, BitSet* set) const;
  // Leaves those in the set that hold the word.
  void KeepArticles(const OpenTerm& term, BitSet* set) const;
  // Appends where the word stands in the articles of `wanted`: article << 32 | position, ascending;
  // words count from the begin of the title, after the title one is left out.
  using Places = std::vector<uint64_t, Unset<uint64_t>>;
  void ReadPlaces(const OpenTerm& term, const BitSet& wanted, Places* places) const;
  uint32_t TitleWords(uint32_t article) const;
  uint32_t TextWords(uint32_t article) const;

 private:
  struct View;
  static Result<Segment> OpenWhole(std::string bytes, bool is_made);
  explicit Segment(std::unique_ptr<View> view);
  std::unique_ptr<View> view_;
};

// A whole segment without its words, a third of it, to be carried small; and the whole again, byte
// for byte: Segment::Open tells whether it is.
std::string WithoutWords(const Segment& segment);
Result<std::string> WithWords(std::string_view bare);

}  // namespace claimscope
