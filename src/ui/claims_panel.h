// The claims that pass the filters, as a table of any length: only the rows on screen are decoded
// and drawn.
#pragma once

#include "ui/claim_rows.h"
#include "ui/found_words.h"
#include "ui/frame.h"

namespace claimscope {

struct ClaimsPanel {
  ClaimRows rows;
  Selection seen;        // to bring a new selection into view
  size_t reachable = 0;  // the row Tab leads to: the selected one, or the first in sight
  uint32_t list_from = 0;
  uint64_t serial = 0;
  Query query;
  // The words searched for, folded, to be marked in the quotes.
  std::string words_of;
  SearchWords words;
};

void Draw(ClaimsPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
