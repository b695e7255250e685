#include "ui/marks.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>

#include "base/strings.h"
#include "base/utf8.h"
#include "model/names.h"
#include "ui/text.h"

namespace claimscope {
namespace {

constexpr float kPi = 3.14159265f;
constexpr float kStroke = 1.5f;

ImVec2 At(ImVec2 center, float x, float y) { return {center.x + x, center.y + y}; }

void Line(ImDrawList* list, ImVec2 c, float x0, float y0, float x1, float y1, ImU32 color,
          float width = kStroke) {
  list->AddLine(At(c, x0, y0), At(c, x1, y1), color, width);
}

void DrawHalfDisc(ImDrawList* list, ImVec2 center, float radius, ImU32 color) {
  list->PathArcTo(center, radius, kPi / 2, kPi * 3 / 2);
  list->PathFillConvex(color);
}

void DrawSun(ImDrawList* list, ImVec2 c, ImU32 color) {
  list->AddCircle(c, 3, color, 0, kStroke);
  for (int i = 0; i < 8; ++i) {
    const float a = static_cast<float>(i) * kPi / 4;
    Line(list, c, 5 * std::cos(a), 5 * std::sin(a), 7 * std::cos(a), 7 * std::sin(a), color);
  }
}

// A crescent: the part of one circle that another, moved aside, leaves.
void DrawMoon(ImDrawList* list, ImVec2 c, ImU32 color) {
  list->PathArcTo(c, 5.5f, -kPi * 0.10f, kPi * 1.60f, 20);
  list->PathArcTo(At(c, 2.6f, -2.6f), 4.4f, kPi * 1.34f, kPi * 0.16f, 14);
  list->PathStroke(color, ImDrawFlags_Closed, kStroke);
}

Rect BadgeAt(ImVec2 center) {
  const ImVec2 min(Snap(center.x - 7), Snap(center.y - 7));
  return {min, {min.x + kMarkSize, min.y + kMarkSize}};
}

// The kinds that have a shape; those of other rules have a letter.
constexpr std::string_view kSigned[] = {"territory", "casualties", "equipment",    "strike",
                                        "force",     "diplomacy",  "humanitarian", "other"};

bool HasShape(std::string_view name) {
  return std::find(std::begin(kSigned), std::end(kSigned), name) != std::end(kSigned);
}

// Of what the rules call each, the first letter that none before has; at last a number.
template <typename E>
std::string LetterOf(E wanted) {
  std::string taken = "?", letter;
  ForEachNamed<E>([&](E value) {
    const std::string_view name = NameOf(value);
    if (value > wanted || HasShape(name)) return;
    letter.clear();
    for (size_t at = 0; at < name.size() && letter.empty();) {
      const size_t size = DecodeUtf8(name, at).size_bytes;
      std::string next(name.substr(at, size));
      if (IsAsciiLower(next[0])) next[0] = static_cast<char>(next[0] - 'a' + 'A');
      if (taken.find(next) == std::string::npos) letter = std::move(next);
      at += size;
    }
    for (char digit = '1'; letter.empty(); ++digit) {
      if (taken.find(digit) == std::string::npos) letter = digit;
    }
    taken += letter;
  });
  return letter.empty() ? "?" : letter;
}

}  // namespace

std::string SignOf(Kind kind) { return HasShape(NameOf(kind)) ? "" : LetterOf(kind); }
std::string SignOf(Side side) { return side == Side::kUnknown ? "?" : LetterOf(side); }

void DrawMark(ImDrawList* list, const Theme& theme, ImVec2 center, ClaimStatus status) {
  const ImU32 color = theme.Of(status);
  constexpr float kDisc = 4.5f;
  switch (status) {
    case ClaimStatus::kAsserted:
      list->AddCircle(center, kDisc, color, 0, kStroke);
      break;
    case ClaimStatus::kUnverified:
      list->AddCircle(center, kDisc, color, 0, kStroke);
      DrawHalfDisc(list, center, kDisc, color);
      break;
    case ClaimStatus::kConfirmed:
      list->AddCircleFilled(center, kDisc + kStroke / 2, color);
      break;
    case ClaimStatus::kDenied:
      list->AddCircle(center, kDisc + 0.5f, color, 0, kStroke);
      Line(list, center, -3.2f, 3.2f, 3.2f, -3.2f, color);
      break;
    case ClaimStatus::kDisputed:
      list->AddCircle(center, kDisc + 0.5f, color, 0, kStroke);
      Line(list, center, -3, 0, 3, 0, color, 2);
      break;
  }
}

void DrawMark(ImDrawList* list, const Theme& theme, ImVec2 center, Side side) {
  const ImU32 color = theme.Of(side);
  if (side != Side::kUnknown) return DrawBadge(list, theme, center, color, SignOf(side));
  const Rect rect = BadgeAt(center);
  list->AddRect(rect.min, rect.max, color, 3, 0, 1);
  DrawTextIn(list, theme.Bold(10, theme.quiet), rect, "?", Align::kCenter);
}

void DrawBadge(ImDrawList* list, const Theme& theme, ImVec2 center, ImU32 color,
               std::string_view letter) {
  const Rect rect = BadgeAt(center);
  list->AddRectFilled(rect.min, rect.max, color, 3);
  DrawTextIn(list, theme.Bold(10, TextOn(color)), rect, letter, Align::kCenter);
}

void DrawMark(ImDrawList* list, const Theme& theme, ImVec2 c, Kind kind) {
  const ImU32 color = theme.Of(kind);
  const auto* const sign = std::find(std::begin(kSigned), std::end(kSigned), NameOf(kind));
  if (sign == std::end(kSigned)) return DrawBadge(list, theme, c, color, SignOf(kind));
  switch (static_cast<Kind>(sign - kSigned)) {
    case Kind::kTerritory:  // a flag
      Line(list, c, -4, -5.5f, -4, 6, color);
      list->AddTriangleFilled(At(c, -3.5f, -5.5f), At(c, 5.5f, -2.2f), At(c, -3.5f, 1.2f), color);
      break;
    case Kind::kCasualties:  // a cross
      list->AddRectFilled(At(c, -1.75f, -5.5f), At(c, 1.75f, 5.5f), color, 1);
      list->AddRectFilled(At(c, -5.5f, -1.75f), At(c, 5.5f, 1.75f), color, 1);
      break;
    case Kind::kEquipment:  // a block
      list->AddRectFilled(At(c, -4.75f, -4.75f), At(c, 4.75f, 4.75f), color, 1);
      break;
    case Kind::kStrike:  // a burst
      for (int i = 0; i < 4; ++i) {
        const float a = static_cast<float>(i) * kPi / 4 + kPi / 8;
        const float x = 6 * std::cos(a), y = 6 * std::sin(a);
        Line(list, c, -x, -y, x, y, color, 1.75f);
      }
      break;
    case Kind::kForce:  // chevrons
      for (const float y : {-3.0f, 1.5f}) {
        const ImVec2 points[] = {At(c, -5, y + 2.5f), At(c, 0, y - 2.5f), At(c, 5, y + 2.5f)};
        list->AddPolyline(points, 3, color, 0, 2);
      }
      break;
    case Kind::kDiplomacy:  // a diamond
      list->AddQuadFilled(At(c, 0, -6), At(c, 6, 0), At(c, 0, 6), At(c, -6, 0), color);
      break;
    case Kind::kHumanitarian:  // a house
      list->AddTriangleFilled(At(c, -6, 0), At(c, 0, -6), At(c, 6, 0), color);
      list->AddRectFilled(At(c, -4, 0), At(c, 4, 5.5f), color);
      break;
    case Kind::kOther:
      list->AddCircleFilled(c, 3.5f, color);
      break;
  }
}

void DrawMark(ImDrawList* list, const Theme& theme, ImVec2 c, Verdict verdict) {
  switch (verdict) {
    case Verdict::kNone:
      return;
    case Verdict::kAccepted: {
      const ImU32 color = theme.Of(ClaimStatus::kConfirmed);
      const ImVec2 check[] = {{c.x - 4.5f, c.y}, {c.x - 1.5f, c.y + 3.5f}, {c.x + 4.5f, c.y - 4}};
      list->AddPolyline(check, 3, color, 0, 2);
      return;
    }
    case Verdict::kRejected: {
      const ImU32 color = theme.Of(ClaimStatus::kDenied);
      list->AddLine({c.x - 4, c.y - 4}, {c.x + 4, c.y + 4}, color, 2);
      list->AddLine({c.x - 4, c.y + 4}, {c.x + 4, c.y - 4}, color, 2);
      return;
    }
    case Verdict::kCorrected:
      list->AddLine({c.x - 2.5f, c.y + 2.5f}, {c.x + 4.5f, c.y - 4.5f}, theme.accent, 3);
      list->AddTriangleFilled({c.x - 5, c.y + 5}, {c.x - 4, c.y + 1}, {c.x - 1, c.y + 4},
                              theme.accent);
      return;
  }
}

void DrawSwatch(ImDrawList* list, ImVec2 center, ImU32 color) {
  const ImVec2 min(Snap(center.x - 5), Snap(center.y - 5));
  list->AddRectFilled(min, {min.x + 10, min.y + 10}, color, 2);
}

void DrawIcon(ImDrawList* list, ImVec2 c, Icon icon, ImU32 color) {
  const auto chevron = [&](float x0, float y0, float x1, float y1, float x2, float y2) {
    const ImVec2 points[] = {At(c, x0, y0), At(c, x1, y1), At(c, x2, y2)};
    list->AddPolyline(points, 3, color, 0, kStroke);
  };
  switch (icon) {
    case Icon::kSearch:
      list->AddCircle(At(c, -1, -1), 4.5f, color, 0, kStroke);
      Line(list, c, 2.4f, 2.4f, 6, 6, color);
      break;
    case Icon::kClose:
      Line(list, c, -4, -4, 4, 4, color);
      Line(list, c, -4, 4, 4, -4, color);
      break;
    case Icon::kMore:
      for (const float x : {-5.0f, 0.0f, 5.0f}) list->AddCircleFilled(At(c, x, 0), 1.5f, color);
      break;
    case Icon::kMenu:  // a funnel of lines: the filters
      Line(list, c, -6, -4, 6, -4, color);
      Line(list, c, -4, 0, 4, 0, color);
      Line(list, c, -1.5f, 4, 1.5f, 4, color);
      break;
    case Icon::kLeft:
      chevron(2, -4.5f, -2.5f, 0, 2, 4.5f);
      break;
    case Icon::kRight:
      chevron(-2, -4.5f, 2.5f, 0, -2, 4.5f);
      break;
    case Icon::kUp:
      chevron(-4, 2, 0, -2, 4, 2);
      break;
    case Icon::kDown:
      chevron(-4, -2, 0, 2, 4, -2);
      break;
    case Icon::kLight:
      DrawSun(list, c, color);
      break;
    case Icon::kDark:
      DrawMoon(list, c, color);
      break;
    case Icon::kSystem:
      list->AddCircle(c, 5.5f, color, 0, kStroke);
      DrawHalfDisc(list, c, 5.5f, color);
      break;
    case Icon::kLogo:  // bars under a lens
      list->AddRectFilled(At(c, -7, 1), At(c, -4, 7), color, 1);
      list->AddRectFilled(At(c, -2, -3), At(c, 1, 7), color, 1);
      list->AddRectFilled(At(c, 3, -7), At(c, 6, 7), color, 1);
      break;
    case Icon::kOpen:
      list->AddRect(At(c, -4, -6), At(c, 4, 6), color, 1, 0, kStroke);
      Line(list, c, -2, -2, 2, -2, color, 1);
      Line(list, c, -2, 1, 2, 1, color, 1);
      break;
    case Icon::kCopy:
      list->AddRect(At(c, -5, -2), At(c, 2, 5.5f), color, 1, 0, 1.25f);
      list->AddRect(At(c, -2, -5.5f), At(c, 5, 2), color, 1, 0, 1.25f);
      break;
  }
}

}  // namespace claimscope
