#include "ui/svg.h"

#include <cstdio>

#include "base/markup_text.h"

namespace claimscope {

std::string Svg::Number(float value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", static_cast<double>(value));
  std::string_view view = text;
  while (view.back() == '0') view.remove_suffix(1);
  if (view.back() == '.') view.remove_suffix(1);
  return std::string(view == "-0" ? "0" : view);
}

std::string Svg::Hex(uint32_t color) {
  char text[8];
  std::snprintf(text, sizeof text, "#%06X", static_cast<unsigned>(color));
  return text;
}

std::vector<std::string_view> Svg::LinesOf(std::string_view text, float width) {
  const auto most = static_cast<size_t>(width / kLetter);
  std::vector<std::string_view> lines;
  while (text.size() > most) {
    size_t end = most;
    while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  lines.push_back(text);
  return lines;
}

Svg::Svg(float width, float height) {
  out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"" + Number(width) +
         "\" height=\"" + Number(height) + "\" viewBox=\"0 0 " + Number(width) + " " +
         Number(height) +
         "\" role=\"img\" font-family=\"Inter, Arial, sans-serif\" font-size=\"12\">\n";
}

void Svg::Title(std::string_view title) { out_ += "<title>" + EscapedMarkup(title) + "</title>\n"; }

void Svg::Box(float x0, float y0, float x1, float y1, uint32_t color, bool faded) {
  out_ += "<rect x=\"" + Number(x0) + "\" y=\"" + Number(y0) + "\" width=\"" + Number(x1 - x0) +
          "\" height=\"" + Number(y1 - y0) + "\" fill=\"" + Hex(color) + "\"" +
          (faded ? " fill-opacity=\"0.3\"" : "") + "/>\n";
}

void Svg::Line(float x0, float y0, float x1, float y1) {
  out_ += "<path d=\"M" + Number(x0) + " " + Number(y0) + "L" + Number(x1) + " " + Number(y1) +
          "\" stroke=\"" + Hex(kLine) + "\"/>\n";
}

void Svg::Text(float x, float y, std::string_view text, uint32_t color, std::string_view more) {
  out_ += "<text x=\"" + Number(x) + "\" y=\"" + Number(y) + "\" fill=\"" + Hex(color) + "\"";
  out_.append(more).append(">").append(EscapedMarkup(text)).append("</text>\n");
}

void Svg::Circle(float x, float y, float radius, uint32_t fill, uint32_t stroke) {
  out_ += "<circle cx=\"" + Number(x) + "\" cy=\"" + Number(y) + "\" r=\"" + Number(radius) +
          "\" fill=\"" + Hex(fill) + "\" fill-opacity=\"0.8\" stroke=\"" + Hex(stroke) + "\"/>\n";
}

void Svg::Path(std::string_view d, std::string_view paint) {
  out_.append("<path d=\"").append(d).append("\"").append(paint).append("/>\n");
}

void Svg::BeginClip(float x0, float y0, float x1, float y1) {
  out_ += "<clipPath id=\"shown\"><rect x=\"" + Number(x0) + "\" y=\"" + Number(y0) +
          "\" width=\"" + Number(x1 - x0) + "\" height=\"" + Number(y1 - y0) +
          "\"/></clipPath>\n<g clip-path=\"url(#shown)\">\n";
}

void Svg::EndClip() { out_ += "</g>\n"; }

std::string Svg::Finish() { return out_ + "</svg>\n"; }

}  // namespace claimscope
