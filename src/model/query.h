// What the user asks for: a plain value, equal queries give equal answers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/claim.h"
#include "model/day.h"

namespace claimscope {

// A claim passes when it passes every part; an empty part lets everything pass.
struct Query {
  DayRange days;                     // by AnchorDay(claim); unknown: all, undated ones included
  std::vector<std::string> regions;  // codes as in Claim::region
  uint32_t kinds = 0;                // bit per Kind
  uint32_t sides = 0;                // bit per Side
  uint32_t statuses = 0;             // bit per ClaimStatus
  bool count_copies = true;          // false: what a copy tells again is left out of every count
  bool count_retold = true;          // false: a claim that is told several times counts once, at its first mention
  std::string text;                  // a search, as README.md ("Searching") tells

  friend bool operator==(const Query&, const Query&) = default;
};

// The one day on which a claim is counted and filtered: the last day of its time. "So far this year" and "since
// February" are counted on the day up to which they hold, so the bars of a chart always add up to the rows below it.
constexpr Day AnchorDay(DayRange time) { return time.known() ? time.to : Day{}; }

template <typename E>
constexpr uint32_t BitOf(E value) {
  return 1u << static_cast<uint32_t>(value);
}

enum class Per : uint8_t { kDay, kWeek, kMonth };

// The parts of a query that a facet list stands for; its own counts leave that part out (crossfilter rule).
enum class Facet : uint8_t { kRegion, kKind, kSide, kStatus, kDays };

}  // namespace claimscope
