// Writes an SVG 1.1 document: boxes, lines, shapes, texts. Logical pixels, colours as 0xRRGGBB.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimscope {

class Svg {
 public:
  static constexpr uint32_t kText = 0x1B1F24, kQuiet = 0x57606A, kLine = 0xDDE1E6;
  // No font is measured here: a letter at 12 px takes about this much.
  static constexpr float kLetter = 6.6f;
  // As many lines as `text` takes at 12 px, broken anywhere: links have no blanks.
  static std::vector<std::string_view> LinesOf(std::string_view text, float width);

  Svg(float width, float height);
  void Title(std::string_view title);
  void Box(float x0, float y0, float x1, float y1, uint32_t color, bool faded = false);
  void Line(float x0, float y0, float x1, float y1);
  // `more`: further attributes, with a blank before them.
  void Text(float x, float y, std::string_view text, uint32_t color, std::string_view more = {});
  void Circle(float x, float y, float radius, uint32_t fill, uint32_t stroke);
  // `d`: the data of a path; colours as attributes in `paint`.
  void Path(std::string_view d, std::string_view paint);
  // What is written until EndClip shows within the box only. One in a document.
  void BeginClip(float x0, float y0, float x1, float y1);
  void EndClip();
  std::string Finish();

  static std::string Number(float value);
  static std::string Hex(uint32_t color);

 private:
  std::string out_;
};

}  // namespace claimscope
