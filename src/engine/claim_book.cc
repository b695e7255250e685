#include "engine/claim_book.h"

#include <algorithm>

#include "base/stable_sort.h"

namespace claimscope {

void ClaimBook::Update(const Segments& segments, uint64_t revision) {
  Prepare(segments, revision, [] { return false; });
}

bool ClaimBook::Prepare(const Segments& segments, uint64_t revision,
                        const std::function<bool()>& is_late) {
  constexpr uint32_t kStepsAtATime = 16;  // the clock is not asked after each
  if (revision != revision_) stage_ = Stage::kClear;
  revision_ = revision;
  for (uint32_t steps = 1; stage_ != Stage::kDone; ++steps) {
    const bool goes_on = stage_ == Stage::kClear    ? Clear()
                         : stage_ == Stage::kTell   ? TellNext(segments)
                         : stage_ == Stage::kLink   ? told_.LinkNext()
                         : stage_ == Stage::kFinish ? FinishNext(segments)
                                                    : told_.LetGo();
    if (!goes_on) {
      if (stage_ == Stage::kClear) Begin(segments);
      stage_ = static_cast<Stage>(static_cast<int>(stage_) + 1);
    }
    if (steps % kStepsAtATime == 0 && is_late()) return stage_ == Stage::kDone;
  }
  return true;
}

bool ClaimBook::Clear() {
  if (claims_.empty()) return told_.LetGo();
  claims_.pop_back();
  return true;
}

void ClaimBook::Begin(const Segments& segments) {
  next_.clear();
  distinct_of_.clear();
  finished_ = 0;
  size_t count = 0;
  for (uint32_t s = 0; s < segments.size(); ++s) {
    distinct_of_.emplace_back(segments[s]->claim_count());
    count += segments[s]->claim_count();
    PushNext(segments, s, 0);
  }
  claims_.reserve(count);
}

// The rows of a segment stand in order of their days.
void ClaimBook::PushNext(const Segments& segments, uint32_t segment, uint32_t row) {
  if (row == segments[segment]->claim_count()) return;
  const int32_t day = segments[segment]->anchor_days()[row];
  next_.push_back({day == Day::kUnknown ? INT32_MAX : day, segment, row});
  std::push_heap(next_.begin(), next_.end(), std::greater<>());
}

bool ClaimBook::TellNext(const Segments& segments) {
  if (next_.empty()) return false;
  std::pop_heap(next_.begin(), next_.end(), std::greater<>());
  const auto [day, segment, row] = next_.back();
  next_.pop_back();
  PushNext(segments, segment, row + 1);
  const Segment& from = *segments[segment];
  const uint32_t distinct = told_.Add(FactsOf(from.ClaimAt(row), from.QuoteAt(row)));
  if (distinct == claims_.size()) claims_.emplace_back();
  claims_[distinct].mentions.push_back({segment, row});
  distinct_of_[segment][row] = distinct;
  return true;
}

bool ClaimBook::FinishNext(const Segments& segments) {
  if (finished_ == claims_.size()) return false;
  DistinctClaim& claim = claims_[finished_];
  claim.links = std::move(told_.LinksOf(finished_++));
  std::vector<std::pair<uint32_t, uint32_t>> articles;
  for (const Hit hit : claim.mentions)
    articles.emplace_back(hit.segment, segments[hit.segment]->articles()[hit.row]);
  StableSort(&articles);
  claim.articles =
      static_cast<uint32_t>(std::unique(articles.begin(), articles.end()) - articles.begin());
  return true;
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
