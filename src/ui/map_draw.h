// The map itself: land, borders, names, dots; the explanation of its colours.
#pragma once

#include "ui/map_panel.h"

namespace claimscope {

// What is drawn and what it is drawn by.
struct MapScene {
  const MapShapes& shapes;
  const MapCounts& counts;
  MapCamera camera;
  bool whole_countries;
  std::vector<uint32_t> steps;  // of the colours

  uint32_t ClaimsOf(uint32_t shape) const {
    return whole_countries ? counts.country[shape] : counts.own[shape];
  }
};

// Of a country that is cut into regions: where its name stands.
MapPoint MiddleOfCountry(std::string_view code);
// The shape at a place of the screen; kNoShape at sea.
uint32_t ShapeUnder(const MapScene& scene, ImVec2 mouse);
bool IsChosen(const Frame& frame, const MapScene& scene, uint32_t shape);
constexpr float kSpeck = 7;  // pixels below which a country is drawn as a disc
ImU32 EmptyLand(const Theme& theme);
// The color of a shape by its claims.
ImU32 FillOf(const Frame& frame, const MapScene& scene, uint32_t shape);
ImU32 StepColor(const Theme& theme, int step, size_t steps);
ImU32 DotColor(const Theme& theme);
float DotRadius(uint32_t claims, uint32_t most);

void DrawLand(const Frame& frame, const MapScene& scene);
// `hovered` and `cursor`: a shape, or kNoShape; the cursor is the keyboard's.
void DrawBorders(const Frame& frame, const MapScene& scene, uint32_t hovered, uint32_t cursor);
// Also tells the items of the frame where each region can be clicked.
void DrawNamesAndDots(const Frame& frame, const MapScene& scene, const MapDot* hovered);
void DrawMapLegend(const Frame& frame, const MapScene& scene, const Rect& rect);

}  // namespace claimscope
