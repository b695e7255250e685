// The columns of the table of claims: which have room, and the head that sorts by them.
#pragma once

#include <array>

#include "ui/frame.h"

namespace claimscope {

constexpr float kTableHead = 28, kOrderBar = 34;

enum Column { kTime, kPlace, kWho, kKindMark, kAmount, kStatusMark, kQuote, kSource, kColumns };

struct Columns {
  bool cards = false;
  std::array<float, kColumns> x{}, width{};
  bool kind_named = false, status_named = false, who_named = false;
};

// The quote is what the table is for: the others give way to it, the least needed first.
// `has_sources`: outlets are known; an empty column would tell nothing.
Columns Arrange(float x0, float x1, bool short_dates, bool has_sources);
void DrawHead(const Frame& frame, const Columns& columns, const Rect& head);
// In place of the head where claims are cards: what they are ordered by, and which way.
void DrawOrder(const Frame& frame, const Rect& bar);

}  // namespace claimscope
