#include "ui/reader_layout.h"

#include <algorithm>

#include "base/utf8.h"
#include "ui/text.h"

namespace claimscope {
namespace {

// Scripts written without spaces may be broken between any two signs.
bool IsIdeograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF);
}

// Blanks at which no line ends.
bool IsUnbroken(char32_t c) { return c == 0xA0 || c == 0x2007 || c == 0x202F; }

bool BreaksAfter(char32_t c) {
  return (ShownAs(c) == ' ' && !IsUnbroken(c)) || c == 0x200B || c == '-' || c == '/' ||
         c == 0x2013 || c == 0x2014 || IsIdeograph(c);
}

}  // namespace

size_t ReaderLayout::LineOf(uint32_t at) const {
  const auto after =
      std::upper_bound(lines.begin(), lines.end(), at,
                       [](uint32_t value, const ReaderLine& line) { return value < line.begin; });
  return after == lines.begin() ? 0 : static_cast<size_t>(after - lines.begin()) - 1;
}

size_t ReaderLayout::LineAt(float y) const {
  const auto after =
      std::upper_bound(lines.begin(), lines.end(), y,
                       [](float value, const ReaderLine& line) { return value < line.y; });
  return after == lines.begin() ? 0 : static_cast<size_t>(after - lines.begin()) - 1;
}

ReaderLayout LayOutText(std::string_view text, float width, float line_height, float paragraph_gap,
                        const AdvanceOf& advance) {
  ReaderLayout layout;
  float y = 0;
  const auto size = static_cast<uint32_t>(text.size());
  const auto add = [&](uint32_t begin, uint32_t end) {
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\r')) --end;
    layout.lines.push_back({begin, end, y});
    y += line_height;
  };
  uint32_t begin = 0;
  while (begin < size) {
    uint32_t at = begin, break_at = begin;
    float x = 0;
    bool paragraph_ends = false;
    while (at < size) {
      const CodePoint c = DecodeUtf8(text, at);
      paragraph_ends = c.value == '\n';
      if (paragraph_ends) break;
      x += advance(c.value);
      // A space at the end of a line may hang over.
      if (x > width && ShownAs(c.value) != ' ' && at > begin) break;
      at += c.size_bytes;
      if (BreaksAfter(c.value)) break_at = at;
    }
    if (!paragraph_ends && at < size && break_at > begin) at = break_at;
    add(begin, at);
    begin = paragraph_ends ? at + 1 : at;
    if (paragraph_ends) y += paragraph_gap;
  }
  layout.height = y;
  return layout;
}

}  // namespace claimscope
