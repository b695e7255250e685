// A piece of a text, in bytes, half open: [begin, end). Of which text is said where a span is used.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace claimscope {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin >= end; }
  constexpr bool Contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

// The bytes of `text` under the span; a span past the end is cut, never read beyond.
inline std::string_view TextOf(std::string_view text, Span span) {
  const size_t begin = std::min<size_t>(span.begin, text.size());
  const size_t end = std::clamp<size_t>(span.end, begin, text.size());
  return text.substr(begin, end - begin);
}

}  // namespace claimscope
