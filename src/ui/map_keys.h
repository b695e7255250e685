// The map by keyboard alone: a cursor that the arrows move from region to region.
#pragma once

#include "ui/map_draw.h"

namespace claimscope {

struct MapStop {
  uint32_t shape = MapShapes::kNoShape;
  ImVec2 at{};
};

// Where the cursor can stand: every region, or every country where countries are shown as wholes.
std::vector<MapStop> StopsOf(const MapScene& scene);
// The nearest from a place towards `way`, of which one part is 0; nullptr: none lies there.
const MapStop* NextStop(const std::vector<MapStop>& stops, ImVec2 from, ImVec2 way);
// Of a frame in which the map has the keyboard's focus: moves the cursor, and the map when the
// cursor leaves it. Returns where the cursor stands.
MapStop FollowMapKeys(const Frame& frame, const MapScene& scene);

void ShowCamera(const Frame& frame, const MapCamera& camera);

}  // namespace claimscope
