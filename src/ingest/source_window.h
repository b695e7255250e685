// The bytes of a source that are still needed, by their offsets in the whole of it, and the lines
// before them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json_text.h"

namespace claimscope {

class SourceWindow {
 public:
  // Nothing yet: the source is read from `begin` on, before which so many lines end.
  SourceWindow(uint64_t begin, uint64_t lines) : begin_(begin), counted_to_(begin), lines_(lines) {}

  void Append(std::string_view bytes);
  // Bytes before are not needed any more. They go seldom enough that every byte is moved about
  // once.
  void Forget(uint64_t before);

  uint64_t begin() const { return begin_; }
  uint64_t end() const { return begin_ + bytes_.size() - kPaddingBytes; }
  char At(uint64_t offset) const { return bytes_[static_cast<size_t>(offset - begin_)]; }
  // Behind it kPaddingBytes bytes may be read.
  std::string_view View(uint64_t from, uint64_t to) const {
    return std::string_view(bytes_).substr(static_cast<size_t>(from - begin_),
                                           static_cast<size_t>(to - from));
  }
  // The next such byte, or end().
  uint64_t Find(char byte, uint64_t from) const;
  uint64_t FindAnyOf(char a, char b, char c, uint64_t from) const;

  // The line, from 1, in which the offset lies; asked of offsets that grow, before they are
  // forgotten.
  uint64_t LineOf(uint64_t offset);
  // Spares LineOf the look at a stretch in which no line ends.
  void KnowOneLine(uint64_t from, uint64_t to) {
    if (counted_to_ == from) counted_to_ = to;
  }

 private:
  static constexpr size_t kPaddingBytes = JsonText::kPaddingBytes;

  std::string bytes_ = std::string(kPaddingBytes, '\0');
  uint64_t begin_;
  uint64_t counted_to_;  // lines_ lines have ended before this offset
  uint64_t lines_;
};

}  // namespace claimscope
