// Days for articles that name none, from what only the other articles tell: a dated copy, a dated
// article with which it shares much, or the days of the events it tells. No day is made up.
#pragma once

#include <vector>

#include "copies/copies.h"
#include "engine/engine.h"

namespace claimscope {

// Of each article that the index holds, by its number.
struct DatingFacts {
  Day date;
  DateBasis basis;
  Day events;  // of the undated: DayOfEvents of their claims
};

// The last of the days that claims name in so many words, if they name at least two times one day
// and all these lie within three days; else unknown.
Day DayOfEvents(const std::vector<Claim>& claims);

// Ascending by article; of undated ones only. The first member of a group is the earliest.
std::vector<FoundDay> FindDays(const std::vector<CopyLink>& links,
                               const std::vector<std::vector<CopyMember>>& groups,
                               std::vector<DatingFacts> facts);

}  // namespace claimscope
