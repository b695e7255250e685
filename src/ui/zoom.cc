#include "ui/zoom.h"

#include <algorithm>
#include <cmath>

namespace claimscope {
namespace {

constexpr int kShortest = 7;

int CountOf(DayRange days) { return days.to.value - days.from.value + 1; }

}  // namespace

DayRange Moved(DayRange days, DayRange all, int by) {
  const int count = CountOf(days);
  if (count >= CountOf(all)) return days;
  const int from = std::clamp(days.from.value + by, all.from.value, all.to.value - count + 1);
  return {{from}, {from + count - 1}};
}

DayRange Zoomed(DayRange days, DayRange all, Day at, double factor) {
  const int before = CountOf(days);
  int count = static_cast<int>(std::lround(before * factor));
  // A step that rounds away would feel like a stuck wheel.
  if (count == before) count += factor > 1 ? 1 : -1;
  count = std::max(count, std::min(kShortest, CountOf(all)));
  if (count >= CountOf(all)) return all;
  const double place = static_cast<double>(at.value - days.from.value) / before;
  const int from = at.value - static_cast<int>(std::lround(place * count));
  return Moved({{from}, {from + count - 1}}, all, 0);
}

}  // namespace claimscope
