// The copies of the article in the reader, and what it and one of them differ in, told as one text.
#pragma once

#include <string>
#include <vector>

#include "ui/reader_text.h"
#include "ui/session.h"

namespace claimscope {

// Another article that has much of the same text.
struct CopyEntry {
  ArticleRef article;
  std::string id;
  std::string name;      // "Northern Wire, 4 Jul 2025"
  float share = 0;       // of its text, found in another of the group, or in the article shown
  bool is_whole = true;  // a member of the group; else it shares passages only
  uint32_t claims = 0;
};
// The group without the article itself, then those that share passages with it.
std::vector<CopyEntry> ListCopies(const Session& session, ArticleRef article);
// "Northern Wire, 4 Jul 2025".
std::string NameOfArticle(const ArticleView& article);

// A claim's words, or a part of them, in the text shown.
struct MarkedPart {
  uint32_t row;  // of its segment
  uint32_t begin, end;
  Kind kind;
  bool is_there;  // a claim of the other article
};

struct DifferenceText {
  ReaderText text;
  std::vector<MarkedPart> marks;
  uint32_t both = 0, here = 0, there = 0;  // words
};
// Long passages that both have are folded but for their ends, unless `unfolded` holds the number
// of the piece (ReaderRun::page of the fold).
DifferenceText PrepareDifferences(const Session& session, ArticleRef here, ArticleRef there,
                                  const std::vector<uint32_t>& unfolded);

}  // namespace claimscope
