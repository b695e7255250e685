#include "base/bit_set.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

namespace claimscope {
namespace {

TEST_CASE("a set of bits holds what was added, whatever its limit") {
  std::minstd_rand random(3);
  for (const uint32_t limit : {1u, 63u, 64u, 65u, 200u, 1000u}) {
    BitSet a(limit), b(limit);
    std::set<uint32_t> in_a, in_b;
    for (uint32_t i = 0; i < limit / 2 + 1; ++i) {
      a.Add(*in_a.insert(static_cast<uint32_t>(random() % limit)).first);
      in_b.insert(static_cast<uint32_t>(random() % limit));
    }
    const std::vector<uint32_t> ascending(in_b.begin(), in_b.end());
    b.AddAscending(ascending.data(), ascending.size(), 0);
    const auto check = [&](const BitSet& bits, auto has) {
      size_t count = 0;
      std::vector<uint32_t> listed, expected;
      bits.ForEach([&](uint32_t i) { listed.push_back(i); });
      for (uint32_t i = 0; i < limit; ++i) {
        CHECK(bits.Has(i) == has(i));
        count += has(i) ? 1 : 0;
        if (has(i)) expected.push_back(i);
        if (has(i)) CHECK(bits.MayHaveWithin(i, i + size_t{1}));
      }
      CHECK(bits.Count() == count);
      CHECK(bits.IsEmpty() == (count == 0));
      CHECK(listed == expected);
    };
    check(a, [&](uint32_t i) { return in_a.count(i) > 0; });
    check(b, [&](uint32_t i) { return in_b.count(i) > 0; });
    BitSet both = a, either = a, none(limit);
    both.KeepThoseOf(b);
    either.AddThoseOf(b);
    check(both, [&](uint32_t i) { return in_a.count(i) > 0 && in_b.count(i) > 0; });
    check(either, [&](uint32_t i) { return in_a.count(i) > 0 || in_b.count(i) > 0; });
    a.Invert();
    check(a, [&](uint32_t i) { return in_a.count(i) == 0; });
    check(none, [](uint32_t) { return false; });
    CHECK_FALSE(none.MayHaveWithin(0, limit));
  }
  BitSet moved(300);
  const uint32_t numbers[] = {0, 3, 64, 130};
  moved.AddAscending(numbers, 4, 100);
  CHECK(moved.Count() == 4);
  CHECK(moved.Has(100));
  CHECK(moved.Has(230));
}

}  // namespace
}  // namespace claimscope
