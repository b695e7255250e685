// Claims per day, week or month and region: the chart.
#include <algorithm>
#include <numeric>

#include "query/claim_columns.h"

namespace claimscope {
namespace {

Day NextBucket(Day bucket, Per per) {
  switch (per) {
    case Per::kDay:
      return bucket + 1;
    case Per::kWeek:
      return bucket + 7;
    case Per::kMonth:
      return MonthEnd(bucket) + 1;
  }
  return bucket + 1;
}

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
    if (per == Per::kMonth) break;
  }
  // More than 300 years of months: the last ones are shown, what is before counts in the first of
  // them.
  out->buckets.assign(kMaxBuckets, BucketOf(range.to, per));
  for (size_t i = kMaxBuckets - 1; i > 0; --i) {
    out->buckets[i - 1] = BucketOf(out->buckets[i] - 1, per);
  }
}

// Claims per region in the rows that pass everything but the days.
std::vector<uint32_t> CountRegions(const ClaimTable::Columns& columns, const Filter& filter,
                                   RowRange rows) {
  std::vector<uint32_t> totals(columns.region_codes.size());
  const std::vector<uint32_t> counts = filter.CountProfiles(columns, rows);
  for (size_t p = 0; p < counts.size(); ++p) {
    if (filter.passes[p] != 0) totals[columns.profile_table[p].region] += counts[p];
  }
  return totals;
}

uint32_t CountPassing(const ClaimTable::Columns& columns, const Filter& filter, RowRange rows) {
  const std::vector<uint32_t> totals = CountRegions(columns, filter, rows);
  return std::accumulate(totals.begin(), totals.end(), 0u);
}

// Names the series; gives the series of each region. Regions without a claim have none.
std::vector<uint32_t> NameSeries(const std::vector<std::string_view>& codes,
                                 const std::vector<uint32_t>& totals, Histogram* out) {
  std::vector<uint32_t> order(codes.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return totals[a] > totals[b]; });
  std::vector<uint32_t> series_of(codes.size());
  for (const uint32_t region : order) {
    if (totals[region] == 0) break;
    if (out->series.size() < kMaxSeries) {
      out->series.emplace_back(codes[region]);
    } else if (out->series.size() == kMaxSeries) {
      out->series.emplace_back("other");
    }
    series_of[region] = static_cast<uint32_t>(out->series.size() - 1);
  }
  return series_of;
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
  uint32_t counts[4][kMaxSeries + 2] = {};
  uint32_t row = 0;
  for (; row + 4 <= rows; row += 4) {
    ++counts[0][series_of_profile[profiles[row]]];
    ++counts[1][series_of_profile[profiles[row + 1]]];
    ++counts[2][series_of_profile[profiles[row + 2]]];
    ++counts[3][series_of_profile[profiles[row + 3]]];
  }
  for (; row < rows; ++row) ++counts[0][series_of_profile[profiles[row]]];
  for (size_t series = 0; series < kMaxSeries + 2; ++series) {
    const uint32_t count =
        counts[0][series] + counts[1][series] + counts[2][series] + counts[3][series];
    if (count > 0) cells[series] += count;  // a row of cells may be shorter
  }
}

// Counts per bucket and series, with a further column at the end for rows that do not pass.
void CountRows(const ClaimTable::Columns& table, const Filter& filter,
               const std::vector<uint8_t>& series_of_profile, const std::vector<Day>& buckets,
               RowRange rows, uint32_t width, std::vector<uint32_t>* counts) {
  const auto days = table.days.begin();
  const uint32_t end = rows.end;
  const uint32_t nowhere = width - 1;
  for (uint32_t row = rows.begin; row < end;) {
    const auto after = std::upper_bound(buckets.begin(), buckets.end(), Day{table.days[row]});
    const auto bucket = std::max<std::ptrdiff_t>(after - buckets.begin(), 1) - 1;
    uint32_t* const cells = counts->data() + static_cast<size_t>(bucket) * width;
    const uint32_t bucket_end =
        after == buckets.end()
            ? end
            : static_cast<uint32_t>(std::lower_bound(days + row, days + end, after->value) - days);
    if (filter.answering == nullptr) {
      CountSeries(table.profiles.data() + row, bucket_end - row, series_of_profile.data(), cells);
      row = bucket_end;
    } else {
      for (; row < bucket_end; ++row) {
        const bool holds = filter.answering[row] != 0;
        ++cells[holds ? series_of_profile[table.profiles[row]] : nowhere];
      }
    }
  }
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
  }
  return day;
}

Histogram MakeHistogram(const ClaimTable::Columns& columns, const Filter& filter, Per per,
                        DayRange shown) {
  Histogram out;
  CutIntoBuckets(DaysShown(columns, shown), per, &out);
  const RowRange rows = RowsShown(columns, shown);
  const auto row_count = static_cast<uint32_t>(columns.days.size());
  out.before = CountPassing(columns, filter, {0, rows.begin});
  out.after = CountPassing(columns, filter, {rows.end, columns.dated_count});
  out.undated = CountPassing(columns, filter, {columns.dated_count, row_count});
  const std::vector<uint32_t> totals = CountRegions(columns, filter, rows);
  const std::vector<uint32_t> series_of = NameSeries(columns.region_codes, totals, &out);

  const auto series = static_cast<uint32_t>(out.series.size());
  std::vector<uint8_t> series_of_profile;
  series_of_profile.reserve(columns.profile_table.size());
  for (size_t p = 0; p < columns.profile_table.size(); ++p) {
    const uint32_t region = columns.profile_table[p].region;
    const bool counts_in = filter.passes[p] != 0 && totals[region] > 0;
    series_of_profile.push_back(static_cast<uint8_t>(counts_in ? series_of[region] : series));
  }
  std::vector<uint32_t> counts(out.buckets.size() * (series + 1));
  CountRows(columns, filter, series_of_profile, out.buckets, rows, series + 1, &counts);
  out.counts.reserve(out.buckets.size() * series);
  for (size_t bucket = 0; bucket < out.buckets.size(); ++bucket) {
    const auto row = counts.begin() + static_cast<std::ptrdiff_t>(bucket * (series + 1));
    out.counts.insert(out.counts.end(), row, row + series);
  }
  return out;
}

}  // namespace claimscope
