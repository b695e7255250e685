#include "ui/theme.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <string_view>

#include "base/strings.h"
#include "ui/hues.h"

namespace claimscope {
namespace {

constexpr ImU32 Rgb(uint32_t hex) {
  return IM_COL32(hex >> 16 & 255, hex >> 8 & 255, hex & 255, 255);
}

constexpr std::string_view kRegular = "fonts/Inter-Regular.ttf",
                           kSemiBold = "fonts/Inter-SemiBold.ttf", kMarks = "fonts/Marks.ttf";

// The letters of the second font stand in for those that the first lacks, and so on.
ImFont* AddFont(const FileBundle& files, std::initializer_list<std::string_view> names) {
  ImFont* font = nullptr;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  for (const std::string_view name : names) {
    const std::string_view data = files.Find(name);
    if (data.empty()) continue;
    // ImGui reads but does not write the data it does not own.
    ImFont* added = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(
        const_cast<char*>(data.data()), static_cast<int>(data.size()), kUiText, &config);
    if (added == nullptr) continue;
    if (font == nullptr) font = added;
    config.MergeMode = true;
  }
  return font;
}

uint32_t BigEndian(std::string_view data, size_t at, size_t bytes) {
  uint32_t value = 0;
  for (size_t i = 0; i < bytes && at + i < data.size(); ++i) {
    value = value << 8 | static_cast<unsigned char>(data[at + i]);
  }
  return value;
}

size_t TableOffset(std::string_view font, std::string_view tag) {
  const size_t tables = BigEndian(font, 4, 2);
  for (size_t i = 0; i < tables; ++i) {
    const size_t record = 12 + 16 * i;
    if (record + 16 <= font.size() && font.substr(record, 4) == tag)
      return BigEndian(font, record + 8, 4);
  }
  return font.size();
}

// (Ascent + descent) / em, from the tables "head" and "hhea" (OpenType 1.9).
float BoxOf(std::string_view font) {
  const auto em = static_cast<float>(BigEndian(font, TableOffset(font, "head") + 18, 2));
  const size_t hhea = TableOffset(font, "hhea");
  const auto ascent = static_cast<int16_t>(BigEndian(font, hhea + 4, 2));
  const auto descent = static_cast<int16_t>(BigEndian(font, hhea + 6, 2));
  const float box = em > 0 ? static_cast<float>(ascent - descent) / em : 1;
  return box > 0.5f && box < 2 ? box : 1;
}

TextStyle StyleOf(ImFont* font, const Fonts& fonts, float size, ImU32 color) {
  return {font, std::max(1.0f, std::floor(size * fonts.box + 0.5f)), color};
}

float Linear(uint32_t channel) {
  const float c = static_cast<float>(channel) / 255.0f;
  return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
}

}  // namespace

Fonts LoadFonts(const FileBundle& files) {
  Fonts fonts;
  fonts.regular = AddFont(files, {kRegular, kMarks});
  fonts.semibold = AddFont(files, {kSemiBold, kRegular, kMarks});
  fonts.box = BoxOf(files.Find(kRegular));
  if (fonts.regular == nullptr) fonts.regular = fonts.semibold;
  if (fonts.regular == nullptr) fonts.regular = ImGui::GetIO().Fonts->AddFontDefault();
  if (fonts.semibold == nullptr) fonts.semibold = fonts.regular;
  return fonts;
}

ImU32 Fade(ImU32 color, float opacity) {
  const auto alpha =
      static_cast<ImU32>(static_cast<float>(color >> IM_COL32_A_SHIFT) * opacity + 0.5f);
  return (color & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
}

ImU32 TextOn(ImU32 color) {
  const float luminance = 0.2126f * Linear(color >> IM_COL32_R_SHIFT & 255) +
                          0.7152f * Linear(color >> IM_COL32_G_SHIFT & 255) +
                          0.0722f * Linear(color >> IM_COL32_B_SHIFT & 255);
  // Where contrast with white (1.05 / (l + 0.05)) equals that with near-black.
  return luminance > 0.2f ? Rgb(0x101418) : Rgb(0xFFFFFF);
}

TextStyle Theme::Text(float size, ImU32 color) const {
  return StyleOf(fonts.regular, fonts, size, color);
}
TextStyle Theme::Bold(float size, ImU32 color) const {
  return StyleOf(fonts.semibold, fonts, size, color);
}

ImU32 Theme::Hue(int hue) const {
  if (hue < 0 || hue >= kHues) return rest;
  return Rgb(HueColor(hue, dark));
}
ImU32 Theme::Of(Kind kind) const {
  return Rgb((dark ? kKindsDark : kKindsLight)[static_cast<size_t>(kind)]);
}
ImU32 Theme::Of(Side side) const { return Rgb(kSides[static_cast<size_t>(side)]); }
ImU32 Theme::Of(ClaimStatus status) const {
  switch (status) {
    case ClaimStatus::kAsserted:
      return quiet;
    case ClaimStatus::kUnverified:
      return Rgb(dark ? 0xE0B04A : 0x8F6400);
    case ClaimStatus::kConfirmed:
      return Rgb(dark ? 0x5CC48B : 0x1B7A46);
    case ClaimStatus::kDenied:
      return Rgb(dark ? 0xF07A74 : 0xB42A2A);
    case ClaimStatus::kDisputed:
      return Rgb(dark ? 0xA79CF5 : 0x5749BD);
  }
  return quiet;
}

Theme MakeTheme(bool dark, const Fonts& fonts) {
  Theme t;
  t.dark = dark;
  t.fonts = fonts;
  t.paper = Rgb(dark ? 0x15181C : 0xFFFFFF);
  t.panel = Rgb(dark ? 0x1C2025 : 0xF6F7F9);
  t.line = Rgb(dark ? 0x2F363E : 0xDDE1E6);
  t.text = Rgb(dark ? 0xE6E8EB : 0x1B1F24);
  t.quiet = Rgb(dark ? 0x9AA4AF : 0x57606A);
  t.faint = Rgb(dark ? 0x6B7682 : 0x828B95);
  t.accent = Rgb(dark ? 0x6CB0FF : 0x0B66C3);
  t.other = Rgb(dark ? 0xE0A04A : 0xA85200);
  t.on_accent = Rgb(dark ? 0x0E1620 : 0xFFFFFF);
  t.accent_wash = Fade(t.accent, dark ? 0.18f : 0.10f);
  t.hover_wash = Fade(t.text, dark ? 0.07f : 0.05f);
  t.field = Rgb(dark ? 0x101316 : 0xFFFFFF);
  t.found = dark ? IM_COL32(0xE0, 0xB0, 0x4A, 0x50) : IM_COL32(0xFF, 0xD3, 0x3D, 0x70);
  t.warning = Rgb(dark ? 0xE0B04A : 0x8F6400);
  t.shade = IM_COL32(0, 0, 0, dark ? 0x80 : 0x33);
  t.rest = Rgb(0x8A8F98);
  t.nowhere = Rgb(dark ? 0x565D66 : 0xBBC0C7);
  return t;
}

void ApplyStyle(const Theme& t) {
  ImGuiStyle style;
  style.WindowPadding = style.FramePadding = ImVec2(kGap, kGap);
  style.FramePadding.y = 7;
  style.ItemSpacing = style.ItemInnerSpacing = ImVec2(kGap, 4);
  style.WindowRounding = style.ChildRounding = 0;
  style.FrameRounding = style.PopupRounding = style.GrabRounding = kRadius;
  style.ScrollbarRounding = 6;
  style.ScrollbarSize = 9;
  style.WindowBorderSize = style.ChildBorderSize = 0;
  style.PopupBorderSize = 1;
  style.FrameBorderSize = 0;
  style.WindowMinSize = ImVec2(1, 1);
  style.HoverStationaryDelay = 0.1f;
  style.HoverDelayShort = 0.1f;
  style.HoverDelayNormal = 0.35f;
  for (int i = 0; i < ImGuiCol_COUNT; ++i) style.Colors[i] = ImGui::ColorConvertU32ToFloat4(0);
  const auto set = [&style](ImGuiCol which, ImU32 color) {
    style.Colors[which] = ImGui::ColorConvertU32ToFloat4(color);
  };
  set(ImGuiCol_Text, t.text);
  set(ImGuiCol_TextDisabled, t.quiet);
  set(ImGuiCol_InputTextCursor, t.text);
  set(ImGuiCol_TextSelectedBg, Fade(t.accent, 0.35f));
  set(ImGuiCol_PopupBg, t.paper);
  set(ImGuiCol_Border, t.line);
  set(ImGuiCol_Separator, t.line);
  set(ImGuiCol_Header, t.accent_wash);
  set(ImGuiCol_HeaderHovered, t.hover_wash);
  set(ImGuiCol_HeaderActive, t.accent_wash);
  set(ImGuiCol_ScrollbarGrab, Fade(t.faint, 0.45f));
  set(ImGuiCol_ScrollbarGrabHovered, Fade(t.faint, 0.8f));
  set(ImGuiCol_ScrollbarGrabActive, t.faint);
  set(ImGuiCol_NavCursor, t.accent);
  set(ImGuiCol_ModalWindowDimBg, t.shade);
  style.FontSizeBase = t.Text(kUiText, 0).size;
  ImGui::GetStyle() = style;
}

}  // namespace claimscope
