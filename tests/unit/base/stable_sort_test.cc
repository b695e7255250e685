#include "base/stable_sort.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace claimscope {
namespace {

TEST_CASE("lists of every length are sorted, and equal things stay as they stood") {
  uint32_t seed = 1;
  for (size_t size = 0; size < 200; ++size) {
    CAPTURE(size);
    std::vector<std::pair<uint32_t, uint32_t>> list;
    for (uint32_t i = 0; i < size; ++i) {
      seed = seed * 1664525 + 1013904223;
      list.emplace_back(seed >> 28, i);
    }
    auto wanted = list;
    std::sort(wanted.begin(), wanted.end());  // by the second where the first are equal
    StableSort(&list, [](const auto& a, const auto& b) { return a.first < b.first; });
    CHECK(list == wanted);
    StableSort(&list, [](const auto& a, const auto& b) { return a.first < b.first; });
    CHECK(list == wanted);
  }
}

TEST_CASE("things that are moved keep what they hold") {
  std::vector<std::string> list = {"pear, of more than fifteen letters", "fig", "apple", ""};
  StableSort(&list);
  CHECK(list == std::vector<std::string>{"", "apple", "fig", "pear, of more than fifteen letters"});
}

}  // namespace
}  // namespace claimscope
