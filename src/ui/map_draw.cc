#include "ui/map_draw.h"

#include <algorithm>
#include <cmath>

#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

ImU32 Mix(ImU32 a, ImU32 b, float part) {
  const auto channel = [&](int shift) {
    const float x = static_cast<float>(a >> shift & 255), y = static_cast<float>(b >> shift & 255);
    return static_cast<ImU32>(x + (y - x) * part + 0.5f) << shift;
  };
  return channel(IM_COL32_R_SHIFT) | channel(IM_COL32_G_SHIFT) | channel(IM_COL32_B_SHIFT) |
         IM_COL32_A_MASK;
}

bool AnyChosen(const Frame& frame) { return !frame.state().query.regions.empty(); }

void Outline(const MapScene& scene, uint32_t shape, bool whole_country, ImU32 color, float width) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string& country = scene.shapes.shapes()[shape].country;
  const auto belongs = [&](uint32_t other) {
    if (other == MapShapes::kNoShape) return false;
    return whole_country ? scene.shapes.shapes()[other].country == country : other == shape;
  };
  const MapBox shown = scene.camera.Shown();
  std::vector<ImVec2> points;
  for (const MapArc& arc : scene.shapes.arcs()) {
    if (belongs(arc.left) == belongs(arc.right) || !arc.box.Meets(shown)) continue;
    points.clear();
    for (const MapPoint p : arc.points) points.push_back(scene.camera.ToScreen(p));
    list->AddPolyline(points.data(), static_cast<int>(points.size()), color, 0, width);
  }
}

// A country too small to be seen is a disc of its colour.
bool IsSpeck(const MapScene& scene, const MapShape& shape) {
  return scene.whole_countries && shape.box.width() * scene.camera.scale < kSpeck &&
         shape.box.height() * scene.camera.scale < kSpeck;
}

void DrawSpecks(const Frame& frame, const MapScene& scene) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (uint32_t i = 0; i < scene.shapes.shapes().size(); ++i) {
    const MapShape& shape = scene.shapes.shapes()[i];
    if (scene.ClaimsOf(i) == 0 || shape.code != shape.country || !IsSpeck(scene, shape)) continue;
    const ImVec2 at = scene.camera.ToScreen(shape.middle);
    list->AddCircleFilled(at, kSpeck - 2, FillOf(frame, scene, i));
    const bool chosen = IsChosen(frame, scene, i);
    list->AddCircle(at, kSpeck - 1.5f, chosen ? frame.theme.accent : frame.theme.paper, 0,
                    chosen ? 2.0f : 1.0f);
  }
}

}  // namespace

ImU32 EmptyLand(const Theme& theme) {
  return theme.dark ? IM_COL32(0x2A, 0x30, 0x37, 255) : IM_COL32(0xE8, 0xEB, 0xEE, 255);
}

ImU32 FillOf(const Frame& frame, const MapScene& scene, uint32_t shape) {
  const int step = StepOf(scene.steps, scene.ClaimsOf(shape));
  return StepColor(frame.theme, step, scene.steps.size());
}

uint32_t ShapeUnder(const MapScene& scene, ImVec2 mouse) {
  for (uint32_t i = 0; i < scene.shapes.shapes().size(); ++i) {
    const MapShape& shape = scene.shapes.shapes()[i];
    if (scene.ClaimsOf(i) == 0 || shape.code != shape.country || !IsSpeck(scene, shape)) continue;
    const ImVec2 at = scene.camera.ToScreen(shape.middle);
    if (std::hypot(at.x - mouse.x, at.y - mouse.y) <= kSpeck) return i;
  }
  return scene.shapes.ShapeAt(scene.camera.ToMap(mouse));
}

bool IsChosen(const Frame& frame, const MapScene& scene, uint32_t shape) {
  const auto& chosen = frame.state().query.regions;
  const MapShape& of = scene.shapes.shapes()[shape];
  return std::any_of(chosen.begin(), chosen.end(), [&](const std::string& code) {
    return code == of.code ||
           (scene.whole_countries && code.substr(0, code.find('-')) == of.country);
  });
}

ImU32 DotColor(const Theme& theme) {
  return theme.dark ? IM_COL32(0xF5, 0xB0, 0x4A, 0xE0) : IM_COL32(0xB8, 0x4A, 0x00, 0xC8);
}

ImU32 StepColor(const Theme& theme, int step, size_t steps) {
  if (step < 0) return EmptyLand(theme);
  const ImU32 few = theme.dark ? IM_COL32(0x24, 0x41, 0x5F, 255) : IM_COL32(0xD3, 0xE4, 0xF5, 255);
  const ImU32 middle =
      theme.dark ? IM_COL32(0x4A, 0x8C, 0xD2, 255) : IM_COL32(0x4F, 0x94, 0xD4, 255);
  const ImU32 many = theme.dark ? IM_COL32(0xC4, 0xE1, 0xFF, 255) : IM_COL32(0x08, 0x3C, 0x73, 255);
  const float part = steps > 1 ? static_cast<float>(step) / static_cast<float>(steps - 1) : 0.5f;
  return part < 0.5f ? Mix(few, middle, part * 2) : Mix(middle, many, part * 2 - 1);
}

float DotRadius(uint32_t claims, uint32_t most) {
  const float part = static_cast<float>(claims) / static_cast<float>(std::max(1u, most));
  return 2.5f + 10.5f * std::sqrt(part);
}

void DrawLand(const Frame& frame, const MapScene& scene) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const MapBox shown = scene.camera.Shown();
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  const bool any = AnyChosen(frame);
  for (const MapRing& ring : scene.shapes.rings()) {
    if (!ring.box.Meets(shown) || ring.triangles.empty()) continue;
    // Less than a pixel.
    if (ring.box.width() * scene.camera.scale < 1 && ring.box.height() * scene.camera.scale < 1)
      continue;
    ImU32 color = FillOf(frame, scene, ring.shape);
    if (any && !IsChosen(frame, scene, ring.shape))
      color = Mix(color, EmptyLand(frame.theme), 0.6f);
    list->PrimReserve(static_cast<int>(ring.triangles.size()),
                      static_cast<int>(ring.points.size()));
    const auto first = static_cast<ImDrawIdx>(list->_VtxCurrentIdx);
    for (const uint16_t corner : ring.triangles)
      list->PrimWriteIdx(static_cast<ImDrawIdx>(first + corner));
    for (const MapPoint p : ring.points) list->PrimWriteVtx(scene.camera.ToScreen(p), uv, color);
  }
}

void DrawBorders(const Frame& frame, const MapScene& scene, uint32_t hovered, uint32_t cursor) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const MapBox shown = scene.camera.Shown();
  const auto& shapes = scene.shapes.shapes();
  std::vector<ImVec2> points;
  for (const MapArc& arc : scene.shapes.arcs()) {
    if (!arc.box.Meets(shown)) continue;
    const bool coast = arc.left == MapShapes::kNoShape || arc.right == MapShapes::kNoShape;
    const bool within = !coast && shapes[arc.left].country == shapes[arc.right].country;
    if (within && scene.whole_countries) continue;
    points.clear();
    for (const MapPoint p : arc.points) {
      const ImVec2 at = scene.camera.ToScreen(p);
      if (!points.empty() && std::fabs(at.x - points.back().x) < 0.7f &&
          std::fabs(at.y - points.back().y) < 0.7f && &p != &arc.points.back())
        continue;
      points.push_back(at);
    }
    // Paper between countries, a thinner line between regions, and a quiet one along the sea.
    const ImU32 color = coast ? frame.theme.line : frame.theme.paper;
    list->AddPolyline(points.data(), static_cast<int>(points.size()), color, 0,
                      within || coast ? 1.0f : 2.0f);
  }
  if (AnyChosen(frame)) {
    for (uint32_t i = 0; i < shapes.size(); ++i) {
      if (IsChosen(frame, scene, i))
        Outline(scene, i, scene.whole_countries, frame.theme.accent, 2);
    }
  }
  DrawSpecks(frame, scene);
  if (hovered != MapShapes::kNoShape)
    Outline(scene, hovered, scene.whole_countries, frame.theme.text, 1.5f);
  if (cursor == MapShapes::kNoShape) return;
  Outline(scene, cursor, scene.whole_countries, frame.theme.paper, 5);
  Outline(scene, cursor, scene.whole_countries, frame.theme.text, 3);
}

}  // namespace claimscope
