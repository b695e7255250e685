// Which part of the map is on show, and where its places are on the screen.
#pragma once

#include "ui/map_shapes.h"
#include "ui/state.h"
#include "ui/text.h"

namespace claimscope {

struct MapCamera {
  Rect rect;
  MapPoint center;
  float scale;  // logical pixels per degree of longitude

  ImVec2 ToScreen(MapPoint p) const {
    return {(rect.min.x + rect.max.x) / 2 + (p.x - center.x) * scale,
            (rect.min.y + rect.max.y) / 2 + (p.y - center.y) * scale};
  }
  MapPoint ToMap(ImVec2 p) const {
    return {center.x + (p.x - (rect.min.x + rect.max.x) / 2) / scale,
            center.y + (p.y - (rect.min.y + rect.max.y) / 2) / scale};
  }
  MapBox Shown() const;
  // From this far away Ukraine and Russia are drawn as wholes.
  bool shows_countries() const { return scale < 9; }
};

// The camera that shows the whole of a box.
MapCamera CameraFor(const MapBox& box, const Rect& rect);
// As the state says; `usual` where it says nothing.
MapCamera CameraOf(const MapView& view, const MapBox& usual, const Rect& rect);
MapView ViewOf(const MapCamera& camera);
// `factor` times nearer, with the place under `at` staying where it is.
MapCamera Zoomed(const MapCamera& camera, ImVec2 at, float factor);
// Moved by so many pixels; never off the map.
MapCamera Moved(const MapCamera& camera, ImVec2 by);

}  // namespace claimscope
