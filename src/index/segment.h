// A sealed segment: columns of articles and claims, word postings and the article text in one byte block.
// It is made once and never changed. The worker's answer to the page, the saved session, the file written by
// the command line and the golden test are all these bytes.
//
// [the byte format is drawn here]
//
// Lifetime: a Segment owns its bytes; every view it gives lives as long as it does.
// Threads: reading is safe from any number of threads.
// Errors: Open checks every offset and count once; afterwards reading cannot leave the block.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"
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
  // The sealed bytes; the builder is empty afterwards. Rows are ordered by (anchor day, undated last; article;
  // span), so that a range of days is a slice of rows.
  std::string Seal();

 private:
  struct Columns;
  std::unique_ptr<Columns> columns_;
};

// What a list or a reader shows of an article; views into the segment.
struct ArticleView {
  std::string_view id, title, source, url, language;
  Day date;
  DateBasis date_basis;
  std::string_view page;    // the whole page; the cleaned text is what the cuts leave
  std::span<const Cut> cuts;
};

class Segment {
 public:
  static Result<Segment> Open(std::string bytes);
  Segment(Segment&&) noexcept;
  Segment& operator=(Segment&&) noexcept;
  ~Segment();

  const std::string& bytes() const;
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

  ArticleView ArticleAt(uint32_t article) const;
  // The rows of an article in the order of the text.
  std::vector<uint32_t> ClaimsOf(uint32_t article) const;
  // The whole record, decoded. Spans are bytes of the cleaned text.
  Claim ClaimAt(uint32_t row) const;
  // The claim's words, and where they stand in the page (a span of ArticleView::page; it may run over cuts).
  std::string QuoteAt(uint32_t row) const;
  Span PageSpanAt(uint32_t row) const;

  // Articles (ascending) whose title or text holds the word, folded by FoldText.
  std::span<const uint32_t> ArticlesWith(std::string_view folded_word) const;

 private:
  struct View;
  explicit Segment(std::unique_ptr<View> view);
  std::unique_ptr<View> view_;
};

}  // namespace claimscope
