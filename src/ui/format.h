// How numbers, dates and the words of the model are written for people. Pure functions, no locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/article.h"
#include "model/claim.h"
#include "model/day.h"
#include "model/query.h"
#include "ui/labels.h"

namespace claimscope {

// "1,284".
std::string FormatCount(uint64_t count);
// "1 claim", "1,284 claims"; `plural` only where it is not `noun` + "s".
std::string FormatCountOf(uint64_t count, std::string_view noun, std::string_view plural = {});
// "812 bytes", "1.4 kB", "23 MB" (powers of 1000).
std::string FormatBytes(uint64_t bytes);
// "35,000", "0.5", "1.05 million".
std::string FormatNumber(double value);
// "≥ ", "≈ ", "≤ " with a thin space, to stand before a number; empty for an exact one.
std::string_view SignOf(Bound bound);
// "≥ 35,000 troops", "≈ 880 km²", "≤ 250,000 people", "40–50 drones", "$2 billion".
std::string FormatQuantity(const Quantity& quantity);
// "at least 40 km²", "40–50 drones", "drones".
std::string FormatAmountRange(const AmountRange& range);
// "1,284 claims in 212 articles · 1 May – 30 Jun 2025"; an unknown range says nothing.
std::string FormatSummary(uint64_t claims, uint64_t articles, DayRange days);
// "12 May", "week of 12 May 2025", "May 2025".
std::string FormatBucket(Day first, Per per);

}  // namespace claimscope
