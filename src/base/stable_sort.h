// Sorting where it is not felt: one merge sort of indexes for all types. std::sort and
// std::stable_sort bring two to ten kilobytes for each type and order, a third of which a page has
// to fetch.
//
// For lists of some thousand things. Where sorting takes time (postings, rows of a table, names by
// the ten thousand), use std::sort.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace claimscope {

// Whether thing `a` of `things` comes before thing `b`.
using IndexLess = bool (*)(const void* things, const void* less, uint32_t a, uint32_t b);

// The indexes of `count` things in their order, equal ones as they stood. Empty: they are in order.
std::vector<uint32_t> StableOrder(size_t count, IndexLess is_less, const void* things,
                                  const void* less);

// Equal things stay as they stood.
template <typename T, typename Less = std::less<>>
void StableSort(std::vector<T>* things, const Less& less = {}) {
  const IndexLess is_less = [](const void* of, const void* by, uint32_t a, uint32_t b) -> bool {
    const T* list = static_cast<const T*>(of);
    return (*static_cast<const Less*>(by))(list[a], list[b]);
  };
  const std::vector<uint32_t> order = StableOrder(things->size(), is_less, things->data(), &less);
  if (order.empty()) return;
  std::vector<T> sorted;
  sorted.reserve(order.size());
  for (const uint32_t i : order) sorted.push_back(std::move((*things)[i]));
  things->swap(sorted);
}

}  // namespace claimscope
