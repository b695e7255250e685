#include "ui/corpus.h"

#include <algorithm>
#include <numeric>

#include "base/stable_sort.h"

namespace claimscope {

DayRange UsualDays(const Histogram& months, DayRange days) {
  const size_t buckets = months.buckets.size();
  if (!days.known() || buckets < 4) return days;
  const size_t series = months.series.size();
  std::vector<uint64_t> sums(buckets + 1);  // of all buckets before
  for (size_t b = 0; b < buckets; ++b) {
    const auto begin = months.counts.begin() + static_cast<ptrdiff_t>(b * series);
    sums[b + 1] = std::accumulate(begin, begin + static_cast<ptrdiff_t>(series), sums[b]);
  }
  // The fewest months that hold four fifths of the claims.
  const uint64_t enough = sums[buckets] - sums[buckets] / 5;
  size_t first = 0, end = buckets;
  for (size_t a = 0, b = 0; b <= buckets;) {
    if (sums[b] - sums[a] < enough) {
      ++b;
    } else {
      if (b - a < end - first) {
        first = a;
        end = b;
      }
      ++a;
    }
  }
  // Some of what surrounds them, so that a peak is seen as one.
  const size_t margin = std::max<size_t>(1, (end - first) / 6);
  first -= std::min(first, margin);
  end = std::min(buckets, end + margin);
  const DayRange usual{std::max(days.from, months.buckets[first]),
                       std::min(days.to, MonthEnd(months.buckets[end - 1]))};
  const int whole = days.to.value - days.from.value, part = usual.to.value - usual.from.value;
  return part * 2 < whole ? usual : days;
}

Per SuitablePer(DayRange days) {
  if (!days.known()) return Per::kDay;
  const int length = days.to.value - days.from.value + 1;
  if (length <= 124) return Per::kDay;
  return length <= 800 ? Per::kWeek : Per::kMonth;
}

namespace {

Day LastArticle(const Workspace& workspace) {
  std::vector<int32_t> days;
  for (size_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    for (uint32_t a = 0; a < segment.article_count(); ++a) {
      if (const Day day = segment.DateOf(a); day.known()) days.push_back(day.value);
    }
  }
  if (days.empty()) return {};
  const auto last = days.end() - 1 - static_cast<ptrdiff_t>(days.size() / 200);
  std::nth_element(days.begin(), last, days.end());
  return {*last};
}

// A column of dashes tells nothing.
bool HasSources(const Workspace& workspace) {
  size_t known = 0;
  for (size_t s = 0; s < workspace.segment_count(); ++s) {
    const Segment& segment = workspace.SegmentAt(s);
    for (uint32_t a = 0; a < segment.article_count(); ++a)
      known += segment.StringAt(segment.SourceOf(a)).empty() ? 0 : 1;
  }
  return known * 4 > workspace.article_count();
}

}  // namespace

bool Corpus::Refresh(Workspace* workspace, const RegionNames& names) {
  if (workspace->revision() == revision_) return false;
  revision_ = workspace->revision();
  articles_ = workspace->article_count();
  claims_ = workspace->claim_count();
  days_ = workspace->days();
  last_article_ = LastArticle(*workspace);
  Query everything;
  everything.count_rejected = true;
  const Answer& all = workspace->Ask(everything, Per::kMonth);
  told_ = all.articles;
  has_sources_ = HasSources(*workspace);
  regions_ = all.regions;
  kinds_ = all.kinds;
  sides_ = all.sides;
  statuses_ = all.statuses;
  undated_ = all.histogram.undated;
  usual_days_ = UsualDays(all.histogram, days_);
  std::erase_if(regions_, [](const FacetCount& region) { return region.claims == 0; });
  StableSort(&regions_, [&](const FacetCount& a, const FacetCount& b) {
    // What has no region is no region: it comes last, however much it is.
    if ((a.value == "-") != (b.value == "-")) return b.value == "-";
    if (a.claims != b.claims) return a.claims > b.claims;
    return names.NameOf(a.value) < names.NameOf(b.value);
  });
  return true;
}

void Corpus::RefreshList(Workspace* workspace, Facet list) {
  Order& order = orders_[static_cast<size_t>(list)];
  if (order.revision == workspace->revision()) return;
  order.revision = workspace->revision();
  const std::vector<uint32_t> totals = workspace->NameTotals(list);
  order.names.clear();
  for (uint32_t i = 0; i < totals.size(); ++i) {
    if (totals[i] > 0) order.names.push_back(i);
  }
  // What is none of the names comes last, however much it is.
  const auto& names = workspace->Names(list);
  const auto is_none = [&](uint32_t i) {
    return names[i].empty() || (list == Facet::kClaimant && names[i] == "outlet");
  };
  StableSort(&order.names, [&](uint32_t a, uint32_t b) {
    if (is_none(a) != is_none(b)) return is_none(b);
    return totals[a] > totals[b];
  });
}

}  // namespace claimscope
