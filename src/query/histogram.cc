// Claims per day, week or month and series: the chart.
#include <algorithm>
#include <numeric>
#include <span>

#include "query/claim_columns.h"

namespace claimscope {

Day NextBucket(Day bucket, Per per) {
  switch (per) {
    case Per::kDay:
      return bucket + 1;
    case Per::kWeek:
      return bucket + 7;
    case Per::kMonth:
      return MonthEnd(bucket) + 1;
    case Per::kQuarter:
      return BucketOf(bucket + 100, per);
    case Per::kYear:
      return BucketOf(bucket + 370, per);
  }
  return bucket + 1;
}

namespace {

// The first days of all buckets, in the shortest unit from `per` on that needs no more than
// kMaxBuckets.
void CutIntoBuckets(DayRange range, Per per, Histogram* out) {
  for (;; per = per == Per::kDay ? Per::kWeek : Per::kMonth) {
    out->per = per;
    out->buckets.clear();
    if (!range.known()) return;
    Day bucket = BucketOf(range.from, per);
    while (bucket <= range.to && out->buckets.size() <= kMaxBuckets) {
      out->buckets.push_back(bucket);
      bucket = NextBucket(bucket, per);
    }
    if (out->buckets.size() <= kMaxBuckets) return;
    if (per >= Per::kMonth) break;
  }
  // More than 300 years of months, or 1,000 of quarters: the last ones are shown, what is before
  // counts in the first of them.
  out->buckets.assign(kMaxBuckets, BucketOf(range.to, per));
  for (size_t i = kMaxBuckets - 1; i > 0; --i) {
    out->buckets[i - 1] = BucketOf(out->buckets[i] - 1, per);
  }
}

uint32_t ValueOf(const ClaimTable::Columns::Profile& profile, Facet stack) {
  switch (stack) {
    case Facet::kKind:
      return profile.kind;
    case Facet::kSide:
      return profile.side;
    case Facet::kStatus:
      return profile.status;
    default:
      return profile.region;
  }
}

size_t ValueCount(const ClaimTable::Columns& columns, Facet stack) {
  switch (stack) {
    case Facet::kKind:
      return kKindCount;
    case Facet::kSide:
      return kSideCount;
    case Facet::kStatus:
      return kClaimStatusCount;
    case Facet::kClaimant:
      return columns.Names(stack).names.size();
    default:
      return columns.region_codes.size();
  }
}

// Claims per value in the rows that pass everything but the days.
std::vector<uint32_t> CountValues(const ClaimTable::Columns& columns, const Filter& filter,
                                  Facet stack, RowRange rows) {
  std::vector<uint32_t> totals(ValueCount(columns, stack));
  if (stack == Facet::kClaimant) {
    const NameColumn& names = columns.Names(stack);
    for (uint32_t row = rows.begin; row < rows.end; ++row) {
      const bool holds = filter.holds.empty() || filter.holds[row] != 0;
      totals[names.values[row]] += holds ? filter.passes[columns.profiles[row]] : 0;
    }
    return totals;
  }
  const std::vector<uint32_t> counts = filter.CountProfiles(columns, rows);
  for (size_t p = 0; p < counts.size(); ++p) {
    if (filter.passes[p] != 0) totals[ValueOf(columns.profile_table[p], stack)] += counts[p];
  }
  return totals;
}

uint32_t CountPassing(const ClaimTable::Columns& columns, const Filter& filter, RowRange rows) {
  if (filter.counts_articles) {
    uint32_t count = 0;
    std::vector<bool> seen(columns.first_articles.back());
    for (uint32_t row = rows.begin; row < rows.end; ++row) {
      const bool passes = filter.passes[columns.profiles[row]] != 0 &&
                          (filter.holds.empty() || filter.holds[row] != 0);
      if (!passes || seen[columns.articles[row]]) continue;
      seen[columns.articles[row]] = true;
      ++count;
    }
    return count;
  }
  const std::vector<uint32_t> totals = CountValues(columns, filter, Facet::kKind, rows);
  return std::accumulate(totals.begin(), totals.end(), 0u);
}

// Rows on the days shown; all dated ones when nothing else is asked for.
RowRange RowsShown(const ClaimTable::Columns& columns, DayRange shown) {
  return shown.known() ? RowsWithin(columns, shown) : RowRange{0, columns.dated_count};
}

// The days that the buckets span.
DayRange DaysShown(const ClaimTable::Columns& columns, DayRange shown) {
  if (shown.known()) {
    return {std::max(shown.from, DayOf({1, 1, 1})), std::min(shown.to, DayOf({9999, 12, 31}))};
  }
  if (columns.dated_count == 0) return {};
  return {{columns.days[0]}, {columns.days[columns.dated_count - 1]}};
}

// Four counters for each series: most rows of a day are of a few series, and a counter cannot be
// raised again before it was written.
void CountSeries(const uint32_t* profiles, uint32_t rows, const uint8_t* series_of_profile,
                 uint32_t* cells) {
  constexpr size_t kCells = std::max<size_t>(kMaxSeries + 2, kKindCount) + 1;
  uint32_t counts[4][kCells] = {};
  uint32_t row = 0;
  for (; row + 4 <= rows; row += 4) {
    ++counts[0][series_of_profile[profiles[row]]];
    ++counts[1][series_of_profile[profiles[row + 1]]];
    ++counts[2][series_of_profile[profiles[row + 2]]];
    ++counts[3][series_of_profile[profiles[row + 3]]];
  }
  for (; row < rows; ++row) ++counts[0][series_of_profile[profiles[row]]];
  for (size_t series = 0; series < kCells; ++series) {
    const uint32_t count =
        counts[0][series] + counts[1][series] + counts[2][series] + counts[3][series];
    if (count > 0) cells[series] += count;  // a row of cells may be shorter
  }
}

// Counts per bucket and series, with a further column at the end for rows that do not pass.
// `count(begin, end, cells)` adds the rows [begin, end) of one bucket to its cells.
template <typename Count>
void CountRows(const ClaimTable::Columns& table, const std::vector<Day>& buckets, RowRange rows,
               uint32_t width, std::vector<uint32_t>* counts, Count count) {
  const auto days = table.days.begin();
  const uint32_t end = rows.end;
  for (uint32_t row = rows.begin; row < end;) {
    const auto after = std::upper_bound(buckets.begin(), buckets.end(), Day{table.days[row]});
    const auto bucket = std::max<std::ptrdiff_t>(after - buckets.begin(), 1) - 1;
    uint32_t* const cells = counts->data() + static_cast<size_t>(bucket) * width;
    const uint32_t bucket_end =
        after == buckets.end()
            ? end
            : static_cast<uint32_t>(std::lower_bound(days + row, days + end, after->value) - days);
    count(row, bucket_end, cells);
    row = bucket_end;
  }
}

// How many of the ascending `days` lie in each bucket; what is before the first counts in it, as
// claims do. `end`: the last day that counts.
std::vector<uint32_t> CountDays(std::span<const int32_t> days, const std::vector<Day>& buckets,
                                Day first, Day last) {
  std::vector<uint32_t> counts;
  counts.reserve(buckets.size());
  auto at = std::lower_bound(days.begin(), days.end(), first.value);
  const auto end = std::upper_bound(at, days.end(), last.value);
  for (size_t b = 0; b < buckets.size(); ++b) {
    const auto next =
        b + 1 < buckets.size() ? std::lower_bound(at, end, buckets[b + 1].value) : end;
    counts.push_back(static_cast<uint32_t>(next - at));
    at = next;
  }
  return counts;
}

// Whether the question leaves out what is told again or rejected: then so do the counts that shares
// are of.
bool LeavesOutCopies(const Filter& filter) {
  return std::any_of(filter.fails.begin(), filter.fails.end(),
                     [](uint16_t fails) { return (fails & kUncounted) != 0; });
}

std::vector<int32_t> DaysToldOnce(const ClaimTable::Columns& columns, const Filter& filter) {
  std::vector<int32_t> days;
  for (uint32_t row = 0; row < columns.dated_count; ++row) {
    if ((filter.fails[columns.profiles[row]] & kUncounted) == 0) days.push_back(columns.days[row]);
  }
  return days;
}

// Articles with a claim that counts, in each bucket.
std::vector<uint32_t> CountTelling(const ClaimTable::Columns& columns, const Filter& filter,
                                   const std::vector<Day>& buckets, RowRange rows) {
  std::vector<uint32_t> counts(buckets.size());
  std::vector<const uint32_t*> seen(columns.first_articles.back());
  CountRows(columns, buckets, rows, 1, &counts, [&](uint32_t begin, uint32_t end, uint32_t* cells) {
    for (uint32_t row = begin; row < end; ++row) {
      const uint32_t article = columns.articles[row];
      if ((filter.fails[columns.profiles[row]] & kUncounted) != 0) continue;
      *cells += seen[article] == cells ? 0 : 1;
      seen[article] = cells;
    }
  });
  return counts;
}

// Drops the column of rows that do not pass.
std::vector<uint32_t> WithoutLast(const std::vector<uint32_t>& counts, size_t buckets,
                                  size_t series) {
  std::vector<uint32_t> out;
  out.reserve(buckets * series);
  for (size_t bucket = 0; bucket < buckets; ++bucket) {
    const auto row = counts.begin() + static_cast<std::ptrdiff_t>(bucket * (series + 1));
    out.insert(out.end(), row, row + static_cast<std::ptrdiff_t>(series));
  }
  return out;
}

}  // namespace

Day BucketOf(Day day, Per per) {
  if (!day.known()) return day;
  switch (per) {
    case Per::kDay:
      return day;
    case Per::kWeek:
      return WeekStart(day);
    case Per::kMonth:
      return MonthStart(day);
    case Per::kQuarter:
      return QuarterStart(day);
    case Per::kYear:
      return YearStart(day);
  }
  return day;
}

Histogram MakeHistogram(const ClaimTable::Columns& columns, const Filter& filter,
                        const Asking& asking) {
  Histogram out;
  const Facet stack = asking.stack;
  const DayRange range = DaysShown(columns, asking.shown);
  CutIntoBuckets(range, asking.per, &out);
  out.stack = stack;
  const RowRange rows = RowsShown(columns, asking.shown);
  const auto row_count = static_cast<uint32_t>(columns.days.size());
  out.before = CountPassing(columns, filter, {0, rows.begin});
  out.after = CountPassing(columns, filter, {rows.end, columns.dated_count});
  out.undated = CountPassing(columns, filter, {columns.dated_count, row_count});
  if (range.known()) {
    const std::span<const int32_t> days(columns.days);
    std::span<const int32_t> counted = days.first(columns.dated_count);
    std::vector<int32_t> told_once;
    if (LeavesOutCopies(filter)) {
      told_once = DaysToldOnce(columns, filter);
      counted = told_once;
    }
    out.all = filter.counts_articles ? CountTelling(columns, filter, out.buckets, rows)
                                     : CountDays(counted, out.buckets, range.from, range.to);
    out.published = CountDays(columns.article_days, out.buckets, range.from, range.to);
  }
  SeriesMap map = NameSeries(columns, stack, CountValues(columns, filter, stack, rows));
  out.series = std::move(map.names);
  const auto series = static_cast<uint32_t>(out.series.size());
  std::vector<uint8_t> series_of_profile;
  series_of_profile.reserve(columns.profile_table.size());
  const bool by_profile = stack != Facet::kClaimant;
  for (size_t p = 0; p < columns.profile_table.size(); ++p) {
    const uint32_t value = by_profile ? ValueOf(columns.profile_table[p], stack) : 0;
    const uint32_t passing = by_profile ? map.of[value] : 0;
    series_of_profile.push_back(static_cast<uint8_t>(filter.passes[p] != 0 ? passing : series));
  }
  std::vector<uint32_t> counts(out.buckets.size() * (series + 1));
  const uint32_t* const profiles = columns.profiles.data();
  const uint8_t* const of_profile = series_of_profile.data();
  const uint8_t* const holds = filter.holds.empty() ? nullptr : filter.holds.data();
  const uint32_t* const names = by_profile ? nullptr : columns.Names(stack).values.data();
  const uint32_t* const of_name = map.of.data();
  // An article counts once in a bucket, where the first of its claims that pass does.
  std::vector<const uint32_t*> seen(filter.counts_articles ? columns.first_articles.back() : 0);
  const uint32_t** const counted_in = seen.empty() ? nullptr : seen.data();
  const uint32_t* const articles = columns.articles.data();
  const auto count = [=](uint32_t begin, uint32_t end, uint32_t* cells) {
    if (names == nullptr && holds == nullptr && counted_in == nullptr) {
      return CountSeries(profiles + begin, end - begin, of_profile, cells);
    }
    for (uint32_t row = begin; row < end; ++row) {
      uint32_t at = of_profile[profiles[row]];
      if (holds != nullptr && holds[row] == 0) at = series;
      if (names != nullptr && at != series) at = of_name[names[row]];
      if (counted_in != nullptr && at != series) {
        if (counted_in[articles[row]] == cells) continue;
        counted_in[articles[row]] = cells;
      }
      ++cells[at];
    }
  };
  CountRows(columns, out.buckets, rows, series + 1, &counts, count);
  out.counts = WithoutLast(counts, out.buckets.size(), series);
  return out;
}

}  // namespace claimscope
