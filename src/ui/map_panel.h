// The map of the claims that pass: regions and countries coloured by their claims, settlements as
// dots. A click filters, a drag moves the map, a box chooses several regions.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/map_camera.h"
#include "ui/map_counts.h"

namespace claimscope {

struct MapPanel {
  std::string_view bytes;  // ui/map.bin; outlives the panel
  std::optional<MapShapes> shapes;

  // Kept while the answer stays the same.
  uint64_t serial = ~uint64_t{0};
  MapCounts counts;
  // Kept while the corpus stays the same.
  uint64_t revision = ~uint64_t{0};
  std::vector<KnownSpot> spots;
  bool is_about_ukraine = true;  // most claims with a region are about Ukraine or Russia

  bool boxing = false;  // a drag chooses regions instead of moving the map
  enum class Drag : uint8_t { kNone, kMove, kBox };
  Drag drag = Drag::kNone;
  ImVec2 drag_from{};
  MapCamera camera_then{};

  bool by_keys = false;  // the keyboard was on it in the frame before

  // The breakdown of the shape pointed at.
  uint32_t tip_shape = MapShapes::kNoShape;
  uint64_t tip_serial = 0;
  std::vector<FacetCount> tip_sides;
};

void Draw(MapPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
