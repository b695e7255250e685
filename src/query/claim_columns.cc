#include "query/claim_columns.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <unordered_map>

namespace claimscope {

ClaimTable::Columns::Columns(std::vector<const Segment*> of,
                             std::span<const std::vector<uint8_t>> copies)
    : segments(std::move(of)) {
  first_articles.push_back(0);
  for (const Segment* segment : segments) {
    first_articles.push_back(first_articles.back() + segment->article_count());
    for (uint32_t a = 0; a < segment->article_count(); ++a) {
      if (const Day day = segment->DateOf(a); day.known()) article_days.push_back(day.value);
    }
  }
  std::sort(article_days.begin(), article_days.end());
  const std::vector<std::vector<uint32_t>> profile_of = JoinProfiles();
  SortHits();
  days.reserve(hits.size());
  profiles.reserve(hits.size());
  articles.reserve(hits.size());
  for (const Hit hit : hits) {
    const Segment& segment = *segments[hit.segment];
    days.push_back(segment.anchor_days()[hit.row]);
    profiles.push_back(profile_of[hit.segment][segment.profiles()[hit.row]]);
    articles.push_back(first_articles[hit.segment] + segment.articles()[hit.row]);
  }
  MarkCopies(copies);
  SumProfiles();
}

void ClaimTable::Columns::SumProfiles() {
  constexpr size_t kLeastRows = 1024;  // fewer are sooner counted one by one
  const size_t width = profile_table.size();
  sum_rows = static_cast<uint32_t>(std::bit_ceil(std::max(width, kLeastRows)));
  std::vector<uint32_t> sums(width);
  profile_sums.reserve((hits.size() / sum_rows + 1) * width);
  profile_sums = sums;
  for (size_t row = 0; row < hits.size(); ++row) {
    ++sums[profiles[row]];
    if ((row + 1) % sum_rows == 0) {
      profile_sums.insert(profile_sums.end(), sums.begin(), sums.end());
    }
  }
}

// What is told again has a profile of its own, so that a filter is still tried once per profile.
void ClaimTable::Columns::MarkCopies(std::span<const std::vector<uint8_t>> copies) {
  // By profile and what it is: 0: none yet; such a one is never profile 0.
  std::vector<std::array<uint32_t, 4>> told_of(profile_table.size());
  for (size_t row = 0; row < hits.size(); ++row) {
    const Hit hit = hits[row];
    if (hit.segment >= copies.size() || hit.row >= copies[hit.segment].size()) continue;
    const uint8_t told = copies[hit.segment][hit.row] & (kCopied | kRetold);
    if (told == 0) continue;
    uint32_t& profile = told_of[profiles[row]][told];
    if (profile == 0) {
      profile = static_cast<uint32_t>(profile_table.size());
      profile_table.push_back(profile_table[profiles[row]]);
      profile_table.back().told = told;
    }
    profiles[row] = profile;
  }
}

// Region codes of all segments; and each segment's own numbers mapped to them.
void ClaimTable::Columns::JoinRegions(std::vector<std::vector<uint32_t>>* region_of) {
  for (const Segment* segment : segments) {
    region_codes.insert(region_codes.end(), segment->region_codes().begin(),
                        segment->region_codes().end());
  }
  std::sort(region_codes.begin(), region_codes.end());
  region_codes.erase(std::unique(region_codes.begin(), region_codes.end()), region_codes.end());
  for (const Segment* segment : segments) {
    std::vector<uint32_t>& map = region_of->emplace_back();
    for (const std::string_view code : segment->region_codes()) {
      const auto at = std::lower_bound(region_codes.begin(), region_codes.end(), code);
      map.push_back(static_cast<uint32_t>(at - region_codes.begin()));
    }
  }
}

std::vector<std::vector<uint32_t>> ClaimTable::Columns::JoinProfiles() {
  std::vector<std::vector<uint32_t>> region_of, profile_of;
  JoinRegions(&region_of);
  std::unordered_map<uint64_t, uint32_t> known;
  for (size_t s = 0; s < segments.size(); ++s) {
    std::vector<uint32_t>& map = profile_of.emplace_back();
    for (const Segment::Profile& p : segments[s]->profile_table()) {
      const uint32_t region = region_of[s][p.region];
      const uint64_t key =
          ((uint64_t{region} * kKindCount + p.kind) * kSideCount + p.side) * kClaimStatusCount +
          p.status;
      const auto [at, is_new] = known.emplace(key, static_cast<uint32_t>(profile_table.size()));
      if (is_new) profile_table.push_back({region, p.kind, p.side, p.status});
      map.push_back(at->second);
    }
  }
  return profile_of;
}

// A counting sort by day, undated last, which keeps the order of segments and of rows within a day.
void ClaimTable::Columns::SortHits() {
  int32_t first = 0;
  int32_t last = -1;
  size_t count = 0;
  for (const Segment* segment : segments) {
    count += segment->claim_count();
    const auto dated = segment->anchor_days().first(segment->dated_count());
    if (dated.empty()) continue;
    first = last < first ? dated.front() : std::min(first, dated.front());
    last = last < first ? dated.back() : std::max(last, dated.back());
    dated_count += segment->dated_count();
  }
  const int32_t undated = last - first + 1;
  std::vector<uint32_t> next(static_cast<size_t>(undated) + 2);
  const auto key_of = [&](int32_t day) {
    return static_cast<size_t>(day == Day::kUnknown ? undated : day - first);
  };
  for (const Segment* segment : segments) {
    for (const int32_t day : segment->anchor_days()) ++next[key_of(day) + 1];
  }
  std::partial_sum(next.begin(), next.end(), next.begin());
  hits.resize(count);
  for (uint32_t s = 0; s < segments.size(); ++s) {
    const auto segment_days = segments[s]->anchor_days();
    for (uint32_t row = 0; row < segment_days.size(); ++row) {
      hits[next[key_of(segment_days[row])]++] = {s, row};
    }
  }
}

void ClaimTable::Columns::MarkRejected(uint32_t row, bool is_rejected) {
  Profile wanted = profile_table[profiles[row]];
  wanted.told = static_cast<uint8_t>((wanted.told & ~kRejected) | (is_rejected ? kRejected : 0));
  const auto at = std::find(profile_table.begin(), profile_table.end(), wanted);
  profiles[row] = static_cast<uint32_t>(at - profile_table.begin());
  if (at == profile_table.end()) profile_table.push_back(wanted);
}

void ClaimTable::Columns::SetReviews(std::span<const ReviewedClaim> reviewed) {
  const bool had_rejected = !rejected.empty();
  for (const uint32_t row : rejected) MarkRejected(row, false);
  rejected.clear();
  verdicts.clear();
  Forget();
  for (const ReviewedClaim& one : reviewed) {
    const Hit hit = one.claim;
    if (hit.segment >= segments.size() || hit.row >= segments[hit.segment]->claim_count()) continue;
    // Within its day, or among the undated, hits ascend.
    const Day day{segments[hit.segment]->anchor_days()[hit.row]};
    const RowRange rows = day.known() ? RowsWithin(*this, {day, day})
                                      : RowRange{dated_count, static_cast<uint32_t>(hits.size())};
    const auto key = [](Hit h) { return uint64_t{h.segment} << 32 | h.row; };
    const auto at = std::lower_bound(hits.begin() + rows.begin, hits.begin() + rows.end, hit,
                                     [&](Hit x, Hit y) { return key(x) < key(y); });
    if (at == hits.begin() + rows.end || key(*at) != key(hit)) continue;
    verdicts.resize(hits.size());
    const auto row = static_cast<uint32_t>(at - hits.begin());
    verdicts[row] = static_cast<uint8_t>(one.verdict);
    if (one.verdict != Verdict::kRejected) continue;
    rejected.push_back(row);
    MarkRejected(row, true);
  }
  if (had_rejected || !rejected.empty()) SumProfiles();
}

RowRange RowsWithin(const ClaimTable::Columns& columns, DayRange days) {
  if (!days.known()) return {0, static_cast<uint32_t>(columns.days.size())};
  const auto begin = columns.days.begin();
  const auto end = begin + columns.dated_count;
  const auto from = std::lower_bound(begin, end, days.from.value);
  const auto to = std::upper_bound(from, end, days.to.value);
  return {static_cast<uint32_t>(from - begin), static_cast<uint32_t>(to - begin)};
}

}  // namespace claimscope
