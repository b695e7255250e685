#include "query/histogram.h"

#include <algorithm>
#include <numeric>

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

// First and last day of all dated claims.
DayRange DatedRange(std::span<const Segment* const> segments) {
  DayRange range;
  for (const Segment* segment : segments) {
    const auto days = segment->anchor_days().first(segment->dated_count());
    if (days.empty()) continue;
    if (!range.known() || days.front() < range.from.value) range.from = {days.front()};
    if (!range.to.known() || days.back() > range.to.value) range.to = {days.back()};
  }
  return range;
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

// Claims per region that pass everything but the days; undated ones are told apart.
std::vector<uint32_t> CountRegions(std::span<const Segment* const> segments,
                                   const RegionDictionary& regions,
                                   const std::vector<Filter>& filters, uint32_t* undated) {
  std::vector<uint32_t> totals(regions.codes.size());
  for (size_t s = 0; s < segments.size(); ++s) {
    const Segment& segment = *segments[s];
    const auto& table = segment.profile_table();
    const auto count = [&](RowRange rows, auto add) {
      const std::vector<uint32_t> counts = filters[s].CountProfiles(rows);
      for (size_t p = 0; p < table.size(); ++p) {
        if (filters[s].passes[p] != 0) add(regions.of_segment[s][table[p].region], counts[p]);
      }
    };
    count({0, segment.dated_count()}, [&](uint32_t region, uint32_t n) { totals[region] += n; });
    count({segment.dated_count(), segment.claim_count()},
          [&](uint32_t, uint32_t n) { *undated += n; });
  }
  return totals;
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

// Adds a segment's rows to `counts`, which has a further column at the end for rows that do not
// pass.
void CountRows(const Segment& segment, const Filter& filter,
               const std::vector<uint32_t>& series_of_profile, const std::vector<Day>& buckets,
               uint32_t columns, std::vector<uint32_t>* counts) {
  const auto days = segment.anchor_days();
  const uint32_t end = segment.dated_count();
  const uint32_t nowhere = columns - 1;
  for (uint32_t row = 0; row < end;) {
    const auto after = std::upper_bound(buckets.begin(), buckets.end(), Day{days[row]});
    const size_t bucket =
        after == buckets.begin() ? 0 : static_cast<size_t>(after - buckets.begin()) - 1;
    uint32_t* const cells = counts->data() + bucket * columns;
    const uint32_t bucket_end =
        after == buckets.end()
            ? end
            : static_cast<uint32_t>(
                  std::lower_bound(days.begin() + row, days.begin() + end, after->value) -
                  days.begin());
    if (filter.all_articles) {
      for (; row < bucket_end; ++row) ++cells[series_of_profile[filter.profiles[row]]];
    } else {
      for (; row < bucket_end; ++row) {
        const bool holds = filter.matching[filter.articles[row]] != 0;
        ++cells[holds ? series_of_profile[filter.profiles[row]] : nowhere];
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

Histogram MakeHistogram(std::span<const Segment* const> segments, const RegionDictionary& regions,
                        const std::vector<Filter>& filters, Per per) {
  Histogram out;
  CutIntoBuckets(DatedRange(segments), per, &out);
  const std::vector<uint32_t> totals = CountRegions(segments, regions, filters, &out.undated);
  const std::vector<uint32_t> series_of = NameSeries(regions.codes, totals, &out);

  const auto series = static_cast<uint32_t>(out.series.size());
  std::vector<uint32_t> counts(out.buckets.size() * (series + 1));
  std::vector<uint32_t> series_of_profile;
  for (size_t s = 0; s < segments.size(); ++s) {
    series_of_profile.clear();
    const auto& table = segments[s]->profile_table();
    for (size_t p = 0; p < table.size(); ++p) {
      const uint32_t region = regions.of_segment[s][table[p].region];
      const bool counts_in = filters[s].passes[p] != 0 && totals[region] > 0;
      series_of_profile.push_back(counts_in ? series_of[region] : series);
    }
    CountRows(*segments[s], filters[s], series_of_profile, out.buckets, series + 1, &counts);
  }
  out.counts.reserve(out.buckets.size() * series);
  for (size_t bucket = 0; bucket < out.buckets.size(); ++bucket) {
    const auto row = counts.begin() + static_cast<std::ptrdiff_t>(bucket * (series + 1));
    out.counts.insert(out.counts.end(), row, row + series);
  }
  return out;
}

}  // namespace claimscope
