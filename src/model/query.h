// What the user asks for: a plain value, equal queries give equal answers.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "model/claim.h"
#include "model/day.h"

namespace claimscope {

template <typename E>
constexpr uint32_t BitOf(E value) {
  return 1u << static_cast<uint32_t>(value);
}

// The parts of a query that a facet list stands for; its own counts leave that part out
// (crossfilter rule).
enum class Facet : uint8_t {
  kRegion,
  kKind,
  kSide,
  kStatus,
  kDays,
  kClaimant,
  kPlace,
  kSource,
  kLanguage,
  kMeasure,
  kReview,
};
constexpr int kFacetCount = 11;

// What a person said of a claim. It is no part of the claim: whoever asks a question gives it
// along.
enum class Verdict : uint8_t { kNone, kAccepted, kRejected, kCorrected };
constexpr int kVerdictCount = 4;

// Claims that tell an amount of this measure within these ends.
struct AmountRange {
  std::string measure;  // as MeasureOf; empty: any claim passes, with an amount or without
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();  // in the measure's unit

  friend bool operator==(const AmountRange&, const AmountRange&) = default;
};

// A claim passes when it passes every part; an empty part lets everything pass.
struct Query {
  DayRange days;                     // by AnchorDay(claim); unknown: all, undated ones included
  std::vector<std::string> regions;  // codes as in Claim::region
  uint32_t kinds = 0;                // bit per Kind
  uint32_t sides = 0;                // bit per Side
  uint32_t statuses = 0;             // bit per ClaimStatus
  uint32_t reviews = 0;              // bit per Verdict
  // Names, written as in the claim or its article; one of them must be the claim's.
  std::vector<std::string> claimants;
  std::vector<std::string> places;
  std::vector<std::string> sources;
  std::vector<std::string> languages;
  AmountRange amount;
  bool count_copies = true;  // false: what a copy tells again is left out of every count
  // false: a claim that is told several times counts once, at its first mention
  bool count_retold = true;
  // false: a claim that somebody rejected is left out, unless `reviews` asks for such
  bool count_rejected = false;
  // true: lists count articles, each once for a value that some claim of it has; the chart counts
  // each once in a bar, with the first of its claims there
  bool count_articles = false;
  uint32_t except = 0;  // BitOf each facet whose list names what is left out; not for the amount
  std::string text;     // a search, as README.md ("Searching") tells
  // true: the words of the search must stand in the claim itself, not just in its article
  bool text_in_claims = false;

  friend bool operator==(const Query&, const Query&) = default;
};

// The one day on which a claim is counted and filtered: the last day of its time. "So far this
// year" and "since February" are counted on the day up to which they hold, so the bars of a chart
// always add up to the rows below it.
constexpr Day AnchorDay(DayRange time) { return time.known() ? time.to : Day{}; }

enum class Per : uint8_t { kDay, kWeek, kMonth, kQuarter, kYear };

// What amounts are compared by: the SI unit where the unit has one, else the unit itself.
inline const std::string& MeasureOf(const Quantity& quantity) {
  return quantity.si_unit.empty() ? quantity.unit : quantity.si_unit;
}

}  // namespace claimscope
