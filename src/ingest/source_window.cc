#include "ingest/source_window.h"

#include <algorithm>

#include "base/find_byte.h"

namespace claimscope {

void SourceWindow::Append(std::string_view bytes) {
  const size_t needed = bytes_.size() + bytes.size();
  if (bytes_.capacity() < needed) bytes_.reserve(std::max(needed, bytes_.capacity() * 2));
  bytes_.insert(bytes_.size() - kPaddingBytes, bytes);
}

void SourceWindow::Forget(uint64_t before) {
  const uint64_t count = before - begin_;
  if (count * 2 < bytes_.size() - kPaddingBytes) return;
  LineOf(before);
  bytes_.erase(0, static_cast<size_t>(count));
  begin_ = before;
}

uint64_t SourceWindow::Find(char byte, uint64_t from) const {
  const size_t at = FindByte(View(from, end()), byte);
  return at == std::string_view::npos ? end() : from + at;
}

uint64_t SourceWindow::FindAnyOf(char a, char b, char c, uint64_t from) const {
  const size_t at = claimscope::FindAnyOf(View(from, end()), a, b, c);
  return at == std::string_view::npos ? end() : from + at;
}

uint64_t SourceWindow::LineOf(uint64_t offset) {
  if (offset > counted_to_) {
    const std::string_view passed = View(counted_to_, offset);
    // Lines are long: leaping from break to break beats counting byte by byte.
    for (size_t at = 0; (at = FindByte(passed, '\n', at)) != std::string_view::npos; ++at) ++lines_;
    counted_to_ = offset;
  }
  return lines_ + 1;
}

}  // namespace claimscope
