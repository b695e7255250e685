#include "ui/map_keys.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace claimscope {
namespace {

struct Arrow {
  ImGuiKey key;
  ImVec2 way;
};
constexpr Arrow kArrows[] = {{ImGuiKey_LeftArrow, {-1, 0}},
                             {ImGuiKey_RightArrow, {1, 0}},
                             {ImGuiKey_UpArrow, {0, -1}},
                             {ImGuiKey_DownArrow, {0, 1}}};

const std::string& CodeOf(const MapScene& scene, const MapStop& stop) {
  const MapShape& shape = scene.shapes.shapes()[stop.shape];
  return scene.whole_countries ? shape.country : shape.code;
}

// Where the cursor was, or the region with the most claims in sight.
const MapStop* StandsOn(const Frame& frame, const MapScene& scene,
                        const std::vector<MapStop>& stops) {
  const MapStop* most = nullptr;
  for (const MapStop& stop : stops) {
    if (CodeOf(scene, stop) == frame.state().map_cursor) return &stop;
    if (!scene.camera.rect.Contains(stop.at)) continue;
    if (most == nullptr || scene.ClaimsOf(stop.shape) > scene.ClaimsOf(most->shape)) most = &stop;
  }
  return most;
}

}  // namespace

void ShowCamera(const Frame& frame, const MapCamera& camera) {
  const MapView view = ViewOf(camera);
  frame.Do("show-on-map", {{"lon", std::to_string(view.lon)},
                           {"lat", std::to_string(view.lat)},
                           {"across", std::to_string(view.across)}});
}

std::vector<MapStop> StopsOf(const MapScene& scene) {
  std::vector<MapStop> stops;
  std::vector<std::string_view> countries;
  for (uint32_t i = 0; i < scene.shapes.shapes().size(); ++i) {
    const MapShape& shape = scene.shapes.shapes()[i];
    MapPoint at = shape.middle;
    if (scene.whole_countries && shape.code != shape.country) {
      if (std::find(countries.begin(), countries.end(), shape.country) != countries.end()) continue;
      countries.push_back(shape.country);
      at = MiddleOfCountry(shape.country);
    }
    stops.push_back({i, scene.camera.ToScreen(at)});
  }
  return stops;
}

const MapStop* NextStop(const std::vector<MapStop>& stops, ImVec2 from, ImVec2 way) {
  const MapStop* best = nullptr;
  float least = 0;
  for (const MapStop& stop : stops) {
    const float dx = stop.at.x - from.x, dy = stop.at.y - from.y;
    const float along = dx * way.x + dy * way.y;
    const float aside = std::fabs(dx * way.y) + std::fabs(dy * way.x);
    // What lies more to the side than ahead belongs to the arrows of that side.
    if (along <= 0.5f || aside > along) continue;
    const float far = along + aside;
    if (best != nullptr && far >= least) continue;
    best = &stop;
    least = far;
  }
  return best;
}

MapStop FollowMapKeys(const Frame& frame, const MapScene& scene) {
  const std::vector<MapStop> stops = StopsOf(scene);
  const MapStop* const now = StandsOn(frame, scene, stops);
  if (now == nullptr) return {};
  if (CodeOf(scene, *now) != frame.state().map_cursor)
    frame.Do("point-on-map", {{"code", CodeOf(scene, *now)}});
  for (const Arrow& arrow : kArrows) {
    if (!ImGui::IsKeyPressed(arrow.key)) continue;
    ImGui::NavMoveRequestCancel();  // the focus stays on the map
    const MapStop* const next = NextStop(stops, now->at, arrow.way);
    if (next == nullptr) continue;
    frame.Do("point-on-map", {{"code", CodeOf(scene, *next)}});
    const Rect& rect = scene.camera.rect;
    if (!rect.Inset(20, 20).Contains(next->at)) {
      ShowCamera(frame, Moved(scene.camera, {(rect.min.x + rect.max.x) / 2 - next->at.x,
                                             rect.middle() - next->at.y}));
    }
    break;
  }
  return *now;
}

}  // namespace claimscope
