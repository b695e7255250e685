// Text broken into lines of a given width. A pure function but for the widths of the letters, which
// are asked for.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace claimscope {

struct ReaderLine {
  uint32_t begin, end;  // bytes of the text, without the space or line break that ended it
  float y;              // its top
};

struct ReaderLayout {
  std::vector<ReaderLine> lines;
  float height = 0;

  // The line that holds a byte of the text, or the one before it.
  size_t LineOf(uint32_t at) const;
  // The line at a height; the nearest one above or below the text.
  size_t LineAt(float y) const;
};

using AdvanceOf = std::function<float(char32_t)>;

// Breaks after spaces and hyphens and between ideographs; a word wider than a line is cut.
// Linear in the text.
ReaderLayout LayOutText(std::string_view text, float width, float line_height, float paragraph_gap,
                        const AdvanceOf& advance);

}  // namespace claimscope
