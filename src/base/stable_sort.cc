#include "base/stable_sort.h"

#include <algorithm>
#include <numeric>

namespace claimscope {
namespace {

// Runs of so many are sorted by insertion.
constexpr size_t kRun = 8;

}  // namespace

std::vector<uint32_t> StableOrder(size_t count, IndexLess is_less, const void* things,
                                  const void* less) {
  const auto before = [&](uint32_t a, uint32_t b) { return is_less(things, less, a, b); };
  uint32_t in_order = 1;
  while (in_order < count && !before(in_order, in_order - 1)) ++in_order;
  if (in_order >= count) return {};

  std::vector<uint32_t> order(count), merged(count);
  std::iota(order.begin(), order.end(), 0u);
  for (size_t begin = 0; begin < count; begin += kRun) {
    const size_t end = std::min(begin + kRun, count);
    for (size_t i = begin + 1; i < end; ++i) {
      const uint32_t thing = order[i];
      size_t at = i;
      for (; at > begin && before(thing, order[at - 1]); --at) order[at] = order[at - 1];
      order[at] = thing;
    }
  }
  for (size_t width = kRun; width < count; width *= 2) {
    for (size_t begin = 0; begin < count; begin += 2 * width) {
      const size_t middle = std::min(begin + width, count), end = std::min(middle + width, count);
      size_t left = begin, right = middle;
      for (size_t out = begin; out < end; ++out) {
        const bool takes_right =
            left == middle || (right < end && before(order[right], order[left]));
        merged[out] = order[takes_right ? right++ : left++];
      }
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace claimscope
