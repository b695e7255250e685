// Colours, sizes and fonts: every number of ../shared/design.md that the panels use stands here.
#pragma once

#include <imgui.h>

#include "base/file_bundle.h"
#include "model/claim.h"

namespace claimscope {

// Logical pixels.
constexpr float kTitleText = 20;  // a headline
constexpr float kBodyText = 15;   // reading
constexpr float kUiText = 13;     // lists and controls
constexpr float kSmallText = 11;  // axes, notes
constexpr float kReadingLine = 23;
constexpr float kRow = 28;
constexpr float kTouchRow = 36;
constexpr float kGap = 8;
constexpr float kMargin = 16;
constexpr float kRadius = 4;

struct Fonts {
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
  // ImGui measures a font from its ascent to its descent, designers by its em: this many times the
  // em.
  float box = 1;
};

struct TextStyle {
  ImFont* font;
  float size;  // as ImGui measures it, whole pixels
  ImU32 color;
};

// Adds the bundle's fonts to the current context's atlas; whatever is missing is taken by ImGui's
// own font. The bundle's bytes must outlive the context.
Fonts LoadFonts(const FileBundle& files);

struct Theme {
  bool dark = false;
  ImU32 paper, panel, line;
  ImU32 text, quiet;
  ImU32 faint;        // marks at rest: empty check boxes, grips
  ImU32 accent;       // selection, focus, brush
  ImU32 on_accent;    // text on it
  ImU32 accent_wash;  // behind what is selected
  ImU32 hover_wash;   // behind what the pointer is over
  ImU32 field;        // inside text fields
  ImU32 found;        // behind words that match the search
  ImU32 other;        // the other one of two texts
  ImU32 warning;
  ImU32 shade;    // over what a sheet covers
  ImU32 rest;     // "other": neither region nor kind has a hue of its own
  ImU32 nowhere;  // what has no region, no claimant: lighter than the rest
  Fonts fonts;

  // `size`: of the em, logical pixels.
  TextStyle Text(float size, ImU32 color) const;
  TextStyle Bold(float size, ImU32 color) const;

  ImU32 Hue(int hue) const;  // of a region; kNoHue gives `rest`
  ImU32 Of(Kind kind) const;
  ImU32 Of(Side side) const;
  ImU32 Of(ClaimStatus status) const;
};

Theme MakeTheme(bool dark, const Fonts& fonts);
// The style of ImGui's own widgets (text fields, menus, scroll bars), set to the same.
void ApplyStyle(const Theme& theme);

// `color` with its opacity scaled.
ImU32 Fade(ImU32 color, float opacity);
// Black or white, whichever is read better on `color`.
ImU32 TextOn(ImU32 color);

}  // namespace claimscope
