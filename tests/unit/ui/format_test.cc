#include "ui/format.h"

#include <doctest/doctest.h>

namespace claimscope {
namespace {

Quantity Of(double value, const char* unit, Bound bound = Bound::kExact) {
  Quantity quantity;
  quantity.value = quantity.value_max = value;
  quantity.unit = unit;
  quantity.bound = bound;
  return quantity;
}

TEST_CASE("counts have separators and name what they count") {
  CHECK(FormatCount(0) == "0");
  CHECK(FormatCount(999) == "999");
  CHECK(FormatCount(1000) == "1,000");
  CHECK(FormatCount(1234567) == "1,234,567");
  CHECK(FormatCountOf(1, "claim") == "1 claim");
  CHECK(FormatCountOf(0, "claim") == "0 claims");
  CHECK(FormatCountOf(1284, "claim") == "1,284 claims");
  CHECK(FormatCountOf(2, "entry", "entries") == "2 entries");
}

TEST_CASE("bytes in the unit that reads best") {
  CHECK(FormatBytes(1) == "1 byte");
  CHECK(FormatBytes(812) == "812 bytes");
  CHECK(FormatBytes(1400) == "1.4 kB");
  CHECK(FormatBytes(23'400'000) == "23 MB");
  CHECK(FormatBytes(999'999) == "1 MB");
}

TEST_CASE("numbers are shortened only where nothing is lost") {
  CHECK(FormatNumber(35000) == "35,000");
  CHECK(FormatNumber(0.5) == "0.5");
  CHECK(FormatNumber(77.22) == "77.22");
  CHECK(FormatNumber(1'000'000) == "1 million");
  CHECK(FormatNumber(1'050'000) == "1.05 million");
  CHECK(FormatNumber(1'234'567) == "1,234,567");
  CHECK(FormatNumber(2.5e9) == "2.5 billion");
}

TEST_CASE("a quantity says its bound, its figure and what is counted") {
  Quantity troops = Of(35000, "people", Bound::kAtLeast);
  troops.of = "troops";
  CHECK(FormatQuantity(troops) == "≥\u200935,000 troops");
  CHECK(FormatQuantity(Of(880, "km2", Bound::kAbout)) == "≈\u2009880 km²");
  CHECK(FormatQuantity(Of(250000, "people", Bound::kAtMost)) == "≤\u2009250,000 people");
  CHECK(FormatQuantity(Of(60, "%")) == "60%");
  CHECK(FormatQuantity(Of(2e9, "usd")) == "$2 billion");
  Quantity range = Of(40, "drones", Bound::kRange);
  range.value_max = 50;
  CHECK(FormatQuantity(range) == "40–50 drones");
  CHECK(FormatQuantity(Of(1, "drones")) == "1 drone");
  CHECK(FormatQuantity(Of(1, "people", Bound::kAtLeast)) == "≥\u20091 person");
  CHECK(FormatQuantity(Of(1, "families")) == "1 family");
  CHECK(FormatQuantity(Of(1, "km2")) == "1 km²");
  CHECK(FormatQuantity(Of(1, "%")) == "1%");
  Quantity wordy = Of(3, "items");
  wordy.of = "parts of a very long description of things";
  CHECK(FormatQuantity(wordy) == "3");  // nothing is named that is counted
  CHECK(FormatQuantity(Of(15, "items", Bound::kAbout)) == "≈\u200915");
  CHECK(FormatQuantity(Of(30, "acre")) == "30 acres");
  CHECK(FormatQuantity(Of(1, "acre")) == "1 acre");
  CHECK(FormatQuantity(Of(5, "m3")) == "5 m³");
  CHECK(FormatQuantity(Of(2e6, "gbp")) == "£2 million");
  CHECK(FormatQuantity(Of(3, "pp")) == "3 percentage points");
}

TEST_CASE("the summary line") {
  const DayRange days{ParseIsoDay("2025-05-01"), ParseIsoDay("2025-06-30")};
  CHECK(FormatSummary(1284, 212, days) == "1,284 claims in 212 articles · 1 May – 30 Jun 2025");
  CHECK(FormatSummary(1, 1, {}) == "1 claim in 1 article");
}

TEST_CASE("buckets are named by their unit") {
  const Day day = ParseIsoDay("2025-05-12");
  CHECK(FormatBucket(day, Per::kDay) == "12 May 2025");
  CHECK(FormatBucket(day, Per::kWeek) == "Week of 12 May 2025");
  CHECK(FormatBucket(ParseIsoDay("2025-05-01"), Per::kMonth) == "May 2025");
}

TEST_CASE("every value of the model has words") {
  for (int i = 0; i < kKindCount; ++i) CHECK_FALSE(LabelOf(static_cast<Kind>(i)).empty());
  for (int i = 0; i < kSideCount; ++i) CHECK_FALSE(LabelOf(static_cast<Side>(i)).empty());
  for (int i = 0; i < kClaimStatusCount; ++i) {
    CHECK_FALSE(LabelOf(static_cast<ClaimStatus>(i)).empty());
    CHECK_FALSE(Explain(static_cast<ClaimStatus>(i)).empty());
  }
  for (int i = 0; i <= static_cast<int>(CutReason::kCaption); ++i)
    CHECK_FALSE(LabelOf(static_cast<CutReason>(i)).empty());
  for (int i = 0; i <= static_cast<int>(DateBasis::kEvents); ++i)
    CHECK_FALSE(ExplainDate(static_cast<DateBasis>(i)).empty());
}

}  // namespace
}  // namespace claimscope
