// Text drawn where it is wanted, on whole device pixels, cut with an ellipsis where it does not
// fit. (ImGui's own text begins on whole logical pixels, which blurs it at scales such as 1.25.)
#pragma once

#include <imgui.h>

#include <string_view>

#include "ui/theme.h"

namespace claimscope {

enum class Align : uint8_t { kLeft, kCenter, kRight };

struct Rect {
  ImVec2 min, max;

  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
  float middle() const { return (min.y + max.y) / 2; }
  bool Contains(ImVec2 p) const {
    return p.x >= min.x && p.x < max.x && p.y >= min.y && p.y < max.y;
  }
  Rect Inset(float x, float y) const { return {{min.x + x, min.y + y}, {max.x - x, max.y - y}}; }
};
// Pieces of a rectangle, from one side.
inline Rect CutLeft(Rect* rect, float width) {
  const Rect piece{rect->min, {rect->min.x + width, rect->max.y}};
  rect->min.x += width;
  return piece;
}
inline Rect CutRight(Rect* rect, float width) {
  const Rect piece{{rect->max.x - width, rect->min.y}, rect->max};
  rect->max.x -= width;
  return piece;
}
inline Rect CutTop(Rect* rect, float height) {
  const Rect piece{rect->min, {rect->max.x, rect->min.y + height}};
  rect->min.y += height;
  return piece;
}
inline Rect CutBottom(Rect* rect, float height) {
  const Rect piece{{rect->min.x, rect->max.y - height}, rect->max};
  rect->max.y -= height;
  return piece;
}

// Every frame, before any text: fonts are rasterised at this many device pixels per logical pixel.
void BeginText(const Theme& theme);

// The nearest whole device pixel, in logical pixels.
float Snap(float at);
// One device pixel.
float Hairline();

// What is drawn for a code point: 0 for what has no width of its own (line ends, zero-width spaces,
// soft hyphens, marks of direction), ' ' for tabs and blanks of any width. Measuring and drawing go
// by the same, or marks would stand beside their words.
char32_t ShownAs(char32_t c);
// How far a code point moves the pen.
float LetterWidth(const TextStyle& style, char32_t c);

float TextWidth(const TextStyle& style, std::string_view text);
// Bytes of `text` that fit into `width`, whole code points.
size_t TextFits(const TextStyle& style, std::string_view text, float width);
// Returns the x at which the text ends.
float DrawTextAt(ImDrawList* list, const TextStyle& style, ImVec2 at, std::string_view text);
// On one line, centred in the height of `rect`, cut with an ellipsis; true when it had to be cut.
bool DrawTextIn(ImDrawList* list, const TextStyle& style, const Rect& rect, std::string_view text,
                Align align = Align::kLeft);
// Over as many lines as it takes, broken at spaces; returns the height.
float DrawParagraph(ImDrawList* list, const TextStyle& style, ImVec2 at, float width,
                    float line_height, std::string_view text, Align align = Align::kLeft);

// The height that DrawParagraph would need.
float ParagraphHeight(const TextStyle& style, float width, float line_height,
                      std::string_view text);

void DrawHLine(ImDrawList* list, float x0, float x1, float y, ImU32 color);
void DrawVLine(ImDrawList* list, float x, float y0, float y1, ImU32 color);

}  // namespace claimscope
