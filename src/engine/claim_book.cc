#include "engine/claim_book.h"

#include <algorithm>

namespace claimscope {
namespace {

// All claims by anchor day, undated last; then segment and row.
std::vector<Hit> HitsInOrder(const std::vector<const Segment*>& segments) {
  std::vector<Hit> hits;
  for (uint32_t s = 0; s < segments.size(); ++s) {
    for (uint32_t row = 0; row < segments[s]->claim_count(); ++row) hits.push_back({s, row});
  }
  const auto day_of = [&](Hit hit) {
    const int32_t day = segments[hit.segment]->anchor_days()[hit.row];
    return day == Day::kUnknown ? INT32_MAX : day;
  };
  std::stable_sort(hits.begin(), hits.end(), [&](Hit a, Hit b) { return day_of(a) < day_of(b); });
  return hits;
}

}  // namespace

void ClaimBook::Update(const std::vector<const Segment*>& segments, uint64_t revision) {
  if (revision == revision_) return;
  revision_ = revision;
  claims_.clear();
  distinct_of_.clear();
  for (const Segment* segment : segments) distinct_of_.emplace_back(segment->claim_count());
  const std::vector<Hit> hits = HitsInOrder(segments);
  std::vector<ClaimFacts> facts;
  facts.reserve(hits.size());
  for (const Hit hit : hits) {
    const Segment& segment = *segments[hit.segment];
    facts.push_back(FactsOf(segment.ClaimAt(hit.row), segment.QuoteAt(hit.row)));
  }
  const ToldAgain told(facts);
  claims_.resize(told.size());
  for (uint32_t i = 0; i < hits.size(); ++i) {
    const uint32_t distinct = told.DistinctOf(i);
    claims_[distinct].mentions.push_back(hits[i]);
    distinct_of_[hits[i].segment][hits[i].row] = distinct;
  }
  for (uint32_t d = 0; d < told.size(); ++d) {
    DistinctClaim& claim = claims_[d];
    claim.links = told.LinksOf(d);
    std::vector<std::pair<uint32_t, uint32_t>> articles;
    for (const Hit hit : claim.mentions)
      articles.emplace_back(hit.segment, segments[hit.segment]->articles()[hit.row]);
    std::sort(articles.begin(), articles.end());
    claim.articles =
        static_cast<uint32_t>(std::unique(articles.begin(), articles.end()) - articles.begin());
  }
}

void ClaimBook::MarkRetold(std::vector<std::vector<uint8_t>>* told) const {
  told->resize(distinct_of_.size());
  const auto is = [&](Hit hit, uint8_t what) {
    const std::vector<uint8_t>& rows = (*told)[hit.segment];
    return !rows.empty() && (rows[hit.row] & what) != 0;
  };
  for (const DistinctClaim& claim : claims_) {
    const std::vector<Hit>& mentions = claim.mentions;
    auto counted = std::find_if_not(mentions.begin(), mentions.end(),
                                    [&](Hit hit) { return is(hit, kCopied | kRejected); });
    if (counted == mentions.end()) {
      counted = std::find_if_not(mentions.begin(), mentions.end(),
                                 [&](Hit hit) { return is(hit, kRejected); });
    }
    if (counted == mentions.end()) counted = mentions.begin();
    for (auto hit = mentions.begin(); hit != mentions.end(); ++hit) {
      if (hit == counted) continue;
      std::vector<uint8_t>& rows = (*told)[hit->segment];
      if (rows.empty()) rows.resize(distinct_of_[hit->segment].size());
      rows[hit->row] |= kRetold;
    }
  }
}

}  // namespace claimscope
