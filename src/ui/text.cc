#include "ui/text.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr std::string_view kEllipsis = "…";

float Density() { return ImGui::GetCurrentContext()->FontRasterizerDensity; }

ImFontBaked* BakedOf(const TextStyle& style) { return style.font->GetFontBaked(style.size); }

float Ratio(const TextStyle& style, const ImFontBaked* baked) { return style.size / baked->Size; }

float AdvanceIn(ImFontBaked* baked, char32_t c) {
  const char32_t shown = ShownAs(c);
  return shown == 0 ? 0 : baked->GetCharAdvance(static_cast<ImWchar>(shown));
}

// Glyphs that ImGui does not know at this size yet are rasterised now: doing it between vertices
// would change the texture.
void Preload(ImFontBaked* baked, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeUtf8(text, at);
    if (const char32_t shown = ShownAs(c.value); shown != 0)
      baked->FindGlyph(static_cast<ImWchar>(shown));
    at += c.size_bytes;
  }
}

// The first line of *text, broken at a space; takes it off.
std::string_view TakeLine(const TextStyle& style, float width, std::string_view* text) {
  size_t fits = TextFits(style, *text, width);
  if (fits < text->size()) {
    const size_t space = text->rfind(' ', fits);
    if (space != std::string_view::npos && space > 0) fits = space;
    if (fits == 0) fits = DecodeUtf8(*text, 0).size_bytes;
  }
  const std::string_view line = text->substr(0, fits);
  text->remove_prefix(fits);
  while (!text->empty() && text->front() == ' ') text->remove_prefix(1);
  return line;
}

}  // namespace

void BeginText(const Theme& theme) {
  for (const TextStyle& style : {theme.Text(kUiText, 0), theme.Bold(kUiText, 0)}) {
    ImGui::PushFont(style.font, style.size);
    ImGui::PopFont();
  }
}

float Snap(float at) {
  const float density = Density();
  return std::floor(at * density + 0.5f) / density;
}

float Hairline() {
  const float density = Density();
  return std::max(1.0f, std::floor(density + 0.01f)) / density;
}

char32_t ShownAs(char32_t c) {
  if (c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
      c == 0x205F || c == 0x3000)
    return ' ';
  const bool is_hidden = c < 32 || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
                         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
                         (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
                         c == 0xFEFF;
  return is_hidden ? 0 : c;
}

float LetterWidth(const TextStyle& style, char32_t c) {
  ImFontBaked* baked = BakedOf(style);
  return AdvanceIn(baked, c) * Ratio(style, baked);
}

float TextWidth(const TextStyle& style, std::string_view text) {
  ImFontBaked* baked = BakedOf(style);
  float width = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeUtf8(text, at);
    width += AdvanceIn(baked, c.value);
    at += c.size_bytes;
  }
  return width * Ratio(style, baked);
}

size_t TextFits(const TextStyle& style, std::string_view text, float width) {
  ImFontBaked* baked = BakedOf(style);
  width /= Ratio(style, baked);
  size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = DecodeUtf8(text, at);
    width -= AdvanceIn(baked, c.value);
    if (width < 0) break;
    at += c.size_bytes;
  }
  return at;
}

float DrawTextAt(ImDrawList* list, const TextStyle& style, ImVec2 at, std::string_view text) {
  ImFontBaked* baked = BakedOf(style);
  const float ratio = Ratio(style, baked);
  Preload(baked, text);
  const int most = static_cast<int>(text.size());
  if (most == 0) return at.x;
  list->PrimReserve(most * 6, most * 4);
  int drawn = 0;
  float x = Snap(at.x);
  const float y = Snap(at.y);
  for (size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeUtf8(text, i);
    i += c.size_bytes;
    const char32_t shown = ShownAs(c.value);
    if (shown == 0) continue;
    const ImFontGlyph* glyph = baked->FindGlyph(static_cast<ImWchar>(shown));
    if (glyph->Visible) {
      list->PrimRectUV({x + glyph->X0 * ratio, y + glyph->Y0 * ratio},
                       {x + glyph->X1 * ratio, y + glyph->Y1 * ratio}, {glyph->U0, glyph->V0},
                       {glyph->U1, glyph->V1}, style.color);
      ++drawn;
    }
    x += glyph->AdvanceX * ratio;
  }
  list->PrimUnreserve((most - drawn) * 6, (most - drawn) * 4);
  return x;
}

bool DrawTextIn(ImDrawList* list, const TextStyle& style, const Rect& rect, std::string_view text,
                Align align) {
  const float y = rect.middle() - style.size / 2;
  const float width = TextWidth(style, text);
  if (width <= rect.width() + 0.5f) {
    float x = rect.min.x;
    if (align == Align::kCenter) x += (rect.width() - width) / 2;
    if (align == Align::kRight) x = rect.max.x - width;
    DrawTextAt(list, style, {x, y}, text);
    return false;
  }
  const float room = rect.width() - TextWidth(style, kEllipsis);
  if (room <= 0) return true;
  size_t fits = TextFits(style, text, room);
  while (fits > 0 && text[fits - 1] == ' ') --fits;
  const float x = DrawTextAt(list, style, {rect.min.x, y}, text.substr(0, fits));
  DrawTextAt(list, style, {x, y}, kEllipsis);
  return true;
}

float DrawParagraph(ImDrawList* list, const TextStyle& style, ImVec2 at, float width,
                    float line_height, std::string_view text, Align align) {
  float y = at.y;
  while (!text.empty()) {
    const std::string_view line = TakeLine(style, width, &text);
    DrawTextIn(list, style, {{at.x, y}, {at.x + width, y + line_height}}, line, align);
    y += line_height;
  }
  return y - at.y;
}

float ParagraphHeight(const TextStyle& style, float width, float line_height,
                      std::string_view text) {
  float height = 0;
  while (!text.empty()) {
    TakeLine(style, width, &text);
    height += line_height;
  }
  return height;
}

void DrawHLine(ImDrawList* list, float x0, float x1, float y, ImU32 color) {
  const float top = Snap(y);
  list->AddRectFilled({x0, top}, {x1, top + Hairline()}, color);
}

void DrawVLine(ImDrawList* list, float x, float y0, float y1, ImU32 color) {
  const float left = Snap(x);
  list->AddRectFilled({left, y0}, {left + Hairline(), y1}, color);
}

}  // namespace claimscope
