#include "engine/dating.h"

#include <algorithm>

namespace claimscope {
namespace {

constexpr int32_t kMaxEventDays = 3;
constexpr size_t kMinEvents = 2;
// Of either text: what a live blog has in common with its own later version.
constexpr float kDatingShare = 0.33f;

// Undated articles take the day of a dated one with which they share passages, when all such agree.
void DateByPassages(const std::vector<CopyLink>& links, std::vector<DatingFacts>* articles) {
  std::vector<DatingFacts>& all = *articles;
  std::vector<DayRange> days(all.size());
  for (const CopyLink& link : links) {
    if (std::max(link.share_a, link.share_b) < kDatingShare) continue;
    for (const auto& [undated, dated] : {std::pair(link.a, link.b), std::pair(link.b, link.a)}) {
      const DatingFacts& other = all[dated];
      if (all[undated].date.known() || !other.date.known()) continue;
      if (other.basis == DateBasis::kDuplicate) continue;
      DayRange& range = days[undated];
      range.from = range.known() ? std::min(range.from, other.date) : other.date;
      range.to = range.to.known() ? std::max(range.to, other.date) : other.date;
    }
  }
  for (size_t i = 0; i < all.size(); ++i) {
    if (!days[i].known() || days[i].to.value - days[i].from.value > 1) continue;
    all[i].date = days[i].from;
    all[i].basis = DateBasis::kDuplicate;
  }
}

}  // namespace

Day DayOfEvents(const std::vector<Claim>& claims) {
  Day first, last;
  size_t count = 0;
  for (const Claim& claim : claims) {
    const DayRange time = claim.time;
    if (claim.time_basis != TimeBasis::kExplicit || !time.known()) continue;
    if (time.from != time.to) continue;  // "in May 2024" dates no article
    first = count == 0 ? time.from : std::min(first, time.from);
    last = count == 0 ? time.to : std::max(last, time.to);
    ++count;
  }
  if (count < kMinEvents || last.value - first.value >= kMaxEventDays) return {};
  return last;
}

std::vector<FoundDay> FindDays(const std::vector<CopyLink>& links,
                               const std::vector<std::vector<CopyMember>>& groups,
                               std::vector<DatingFacts> facts) {
  std::vector<uint8_t> was_dated(facts.size());
  for (size_t i = 0; i < facts.size(); ++i) was_dated[i] = facts[i].date.known() ? 1 : 0;
  for (const std::vector<CopyMember>& group : groups) {
    const Day day = facts[group[0].article].date;
    if (!day.known()) continue;
    for (const CopyMember& member : group) {
      DatingFacts& one = facts[member.article];
      if (!one.date.known()) one = {day, DateBasis::kDuplicate, {}};
    }
  }
  DateByPassages(links, &facts);
  std::vector<FoundDay> found;
  for (uint32_t i = 0; i < facts.size(); ++i) {
    DatingFacts& one = facts[i];
    if (was_dated[i] != 0) continue;
    if (!one.date.known() && one.events.known()) one = {one.events, DateBasis::kEvents, {}};
    if (one.date.known()) found.push_back({i, one.date, one.basis});
  }
  return found;
}

}  // namespace claimscope
