// The small signs that stand beside colours, so that nothing is told by colour alone. Drawn as
// shapes: crisp at any scale.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "engine/review.h"
#include "model/claim.h"
#include "ui/theme.h"

namespace claimscope {

// In a square of kMarkSize around `center`.
constexpr float kMarkSize = 14;

// The letter on the badge of a side, or of a kind that has no shape of its own (of other rules than
// the built-in ones); no two have the same. Empty: a shape.
std::string SignOf(Kind kind);
std::string SignOf(Side side);

// ○ asserted, ◐ unverified, ● confirmed, ⊘ denied, ⊖ disputed.
void DrawMark(ImDrawList* list, const Theme& theme, ImVec2 center, ClaimStatus status);
// A badge with the side's letter: U R A T I O.
void DrawMark(ImDrawList* list, const Theme& theme, ImVec2 center, Side side);
// The same with a letter of one's own.
void DrawBadge(ImDrawList* list, const Theme& theme, ImVec2 center, ImU32 color,
               std::string_view letter);
// A shape for each kind, in its colour.
void DrawMark(ImDrawList* list, const Theme& theme, ImVec2 center, Kind kind);
// ✓ accepted, × rejected, a pencil for corrected; nothing for none.
void DrawMark(ImDrawList* list, const Theme& theme, ImVec2 center, Verdict verdict);
// A square of colour, for regions.
void DrawSwatch(ImDrawList* list, ImVec2 center, ImU32 color);

enum class Icon : uint8_t {
  kSearch,
  kClose,
  kMore,
  kMenu,
  kLeft,
  kRight,
  kUp,
  kDown,
  kLight,
  kDark,
  kSystem,
  kLogo,
  kOpen,
  kCopy
};
void DrawIcon(ImDrawList* list, ImVec2 center, Icon icon, ImU32 color);

}  // namespace claimscope
