#include "query/corpus.h"

#include <algorithm>

#include "base/words.h"

namespace claimscope {
namespace {

std::vector<uint8_t> FailsOf(const Segment& segment, const Query& query) {
  std::vector<uint8_t> region_fails;
  for (const std::string_view code : segment.region_codes()) {
    const bool passes =
        query.regions.empty() ||
        std::find(query.regions.begin(), query.regions.end(), code) != query.regions.end();
    region_fails.push_back(passes ? 0 : FacetBit(Facet::kRegion));
  }
  const auto fails = [](uint32_t wanted, uint8_t value, Facet facet) {
    return wanted == 0 || (wanted >> value & 1) != 0 ? 0 : FacetBit(facet);
  };
  std::vector<uint8_t> out;
  out.reserve(segment.profile_table().size());
  for (const Segment::Profile& p : segment.profile_table()) {
    out.push_back(static_cast<uint8_t>(region_fails[p.region] |
                                       fails(query.kinds, p.kind, Facet::kKind) |
                                       fails(query.sides, p.side, Facet::kSide) |
                                       fails(query.statuses, p.status, Facet::kStatus)));
  }
  return out;
}

// 1 for each article that holds all words; empty when there is no word.
std::vector<uint8_t> ArticlesMatching(const Segment& segment, std::string_view text) {
  std::vector<uint8_t> matching, holds;
  bool is_first = true;
  for (WordReader words(text); words.Next(); is_first = false) {
    // The last word is still being typed while nothing stands behind it.
    const std::vector<uint32_t> articles = words.end() == text.size()
                                               ? segment.ArticlesWithPrefix(words.folded())
                                               : segment.ArticlesWith(words.folded());
    holds.assign(segment.article_count(), 0);
    for (const uint32_t article : articles) holds[article] = 1;
    if (is_first)
      matching.swap(holds);
    else
      for (size_t i = 0; i < matching.size(); ++i) matching[i] &= holds[i];
  }
  return matching;
}

}  // namespace

RegionDictionary::RegionDictionary(std::span<const Segment* const> segments) {
  for (const Segment* segment : segments) {
    codes.insert(codes.end(), segment->region_codes().begin(), segment->region_codes().end());
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  of_segment.reserve(segments.size());
  for (const Segment* segment : segments) {
    std::vector<uint32_t>& map = of_segment.emplace_back();
    for (const std::string_view code : segment->region_codes()) {
      const auto at = std::lower_bound(codes.begin(), codes.end(), code);
      map.push_back(static_cast<uint32_t>(at - codes.begin()));
    }
  }
}

Filter::Filter(const Segment& segment, const Query& query)
    : profiles(segment.profiles()),
      articles(segment.articles()),
      fails(FailsOf(segment, query)),
      all_articles(!WordReader(query.text).Next()),
      matching(ArticlesMatching(segment, query.text)) {
  for (const uint8_t fail : fails) passes.push_back(fail == 0 ? 1 : 0);
}

std::vector<uint32_t> Filter::CountProfiles(RowRange rows) const {
  std::vector<uint32_t> counts(fails.size());
  if (all_articles) {
    for (uint32_t row = rows.begin; row < rows.end; ++row) ++counts[profiles[row]];
  } else {
    for (uint32_t row = rows.begin; row < rows.end; ++row) {
      counts[profiles[row]] += matching[articles[row]];
    }
  }
  return counts;
}

RowRange RowsWithin(const Segment& segment, DayRange days) {
  if (!days.known()) return {0, segment.claim_count()};
  const auto dated = segment.anchor_days().first(segment.dated_count());
  const auto begin = std::lower_bound(dated.begin(), dated.end(), days.from.value);
  const auto end = std::upper_bound(begin, dated.end(), days.to.value);
  return {static_cast<uint32_t>(begin - dated.begin()), static_cast<uint32_t>(end - dated.begin())};
}

}  // namespace claimscope
