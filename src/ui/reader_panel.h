// The article of the selected claim, or one without a claim: its text with the claims marked, and
// why the selected one is a claim.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/frame.h"
#include "ui/reader_copies.h"
#include "ui/reader_layout.h"
#include "ui/reader_review.h"
#include "ui/reader_text.h"
#include "ui/reader_why.h"

namespace claimscope {

// Words that say when or where, and what they were taken for.
struct ResolvedWords {
  uint32_t begin, end;  // bytes of ReaderText::text
  std::string meaning;
};

struct ReaderPanel {
  // Kept while the article, the width and what is unfolded stay the same.
  uint64_t revision = 0;
  uint32_t segment = 0, article = 0;
  bool has_article = false;
  float width = 0, density = 0;
  std::vector<uint32_t> unfolded;
  ReaderText text;
  ReaderLayout layout;
  std::vector<MarkedPart> marks;
  std::vector<ResolvedWords> resolved;
  std::vector<uint32_t> claims;  // rows of the article, in the order of the text
  std::string words_of;
  std::vector<Span> found;  // the words searched for, in ReaderText::text
  Span opened;              // the one of them at which the article was opened; empty: none

  // Articles with the same text, once they are known, and the one it is compared with.
  std::vector<CopyEntry> copies;
  bool copies_known = false, all_copies = false;
  bool differs = false;  // the text tells two articles
  ArticleRef beside;
  std::string beside_id;
  uint32_t words_both = 0, words_here = 0, words_there = 0;

  bool in_source = false;  // the text is the record as its file has it
  uint64_t source_serial = ~uint64_t{0};

  Selection seen;  // to bring a new selection into view
  bool bring_into_view = false, to_top = false, stay = false;
  uint64_t review_serial = 0;
  WhyPanel why;
  ReviewForm form;
  // Text chosen with the mouse, bytes of ReaderText::text; from may lie after to.
  uint32_t from = 0, to = 0;
  bool selecting = false;
};

void Draw(ReaderPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
