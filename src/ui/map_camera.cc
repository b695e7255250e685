#include "ui/map_camera.h"

#include <algorithm>

namespace claimscope {
namespace {

constexpr float kNearest = 900;  // pixels per degree

// Never beyond the edges of the map, nor so far away that it is lost.
MapCamera Kept(MapCamera camera) {
  const MapBox world = WorldBox();
  const float farthest =
      std::min(camera.rect.width() / world.width(), camera.rect.height() / world.height()) * 0.9f;
  camera.scale = std::clamp(camera.scale, std::min(farthest, kNearest), kNearest);
  camera.center.x = std::clamp(camera.center.x, world.min.x, world.max.x);
  camera.center.y = std::clamp(camera.center.y, world.min.y, world.max.y);
  return camera;
}

}  // namespace

MapBox MapCamera::Shown() const {
  MapBox box;
  box.Add(ToMap(rect.min));
  box.Add(ToMap(rect.max));
  return box;
}

MapCamera CameraFor(const MapBox& box, const Rect& rect) {
  const float scale = std::min(rect.width() / std::max(box.width(), 0.01f),
                               rect.height() / std::max(box.height(), 0.01f));
  return Kept({rect, {(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2}, scale});
}

MapCamera CameraOf(const MapView& view, const MapBox& usual, const Rect& rect) {
  if (view.fit == MapFit::kClaims) return CameraFor(usual, rect);
  if (view.fit == MapFit::kUkraine) return CameraFor(UkraineBox(), rect);
  if (view.fit == MapFit::kWorld) return CameraFor(WorldBox(), rect);
  const float scale = rect.width() / static_cast<float>(view.across);
  return Kept({rect, ProjectPlace(view.lon, view.lat), scale});
}

MapView ViewOf(const MapCamera& camera) {
  return {MapFit::kPlace, static_cast<double>(camera.center.x),
          LatitudeOf(static_cast<double>(camera.center.y)),
          static_cast<double>(camera.rect.width() / camera.scale)};
}

MapCamera Zoomed(const MapCamera& camera, ImVec2 at, float factor) {
  const MapPoint place = camera.ToMap(at);
  MapCamera next = camera;
  next.scale *= factor;
  next = Kept(next);
  const ImVec2 now = next.ToScreen(place);
  return Moved(next, {at.x - now.x, at.y - now.y});
}

MapCamera Moved(const MapCamera& camera, ImVec2 by) {
  MapCamera next = camera;
  next.center.x -= by.x / camera.scale;
  next.center.y -= by.y / camera.scale;
  return Kept(next);
}

}  // namespace claimscope
