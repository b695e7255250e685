#include "ui/map_draw.h"

#include <algorithm>
#include <cmath>

#include "base/stable_sort.h"
#include "ui/format.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kMostDots = 400;
constexpr float kSpeck = 7;  // pixels below which a country is drawn as a disc

ImU32 Mix(ImU32 a, ImU32 b, float part) {
  const auto channel = [&](int shift) {
    const float x = static_cast<float>(a >> shift & 255), y = static_cast<float>(b >> shift & 255);
    return static_cast<ImU32>(x + (y - x) * part + 0.5f) << shift;
  };
  return channel(IM_COL32_R_SHIFT) | channel(IM_COL32_G_SHIFT) | channel(IM_COL32_B_SHIFT) |
         IM_COL32_A_MASK;
}

ImU32 EmptyLand(const Theme& theme) {
  return theme.dark ? IM_COL32(0x2A, 0x30, 0x37, 255) : IM_COL32(0xE8, 0xEB, 0xEE, 255);
}

ImU32 FillOf(const Frame& frame, const MapScene& scene, uint32_t shape) {
  const int step = StepOf(scene.steps, scene.ClaimsOf(shape));
  return StepColor(frame.theme, step, scene.steps.size());
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

// Boxes of text already drawn: none is written over another.
struct TextRoom {
  std::vector<Rect> taken;
  bool Take(const Rect& rect) {
    for (const Rect& other : taken) {
      if (rect.min.x < other.max.x && other.min.x < rect.max.x && rect.min.y < other.max.y &&
          other.min.y < rect.max.y)
        return false;
    }
    taken.push_back(rect);
    return true;
  }
};

// Readable over a dot as well: the land's colour shows around the letters.
void DrawWithHalo(const TextStyle& style, const Rect& rect, std::string_view text, ImU32 land) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const TextStyle around{style.font, style.size, Fade(land, 0.75f)};
  for (const ImVec2 by : {ImVec2(-1, 0), ImVec2(1, 0), ImVec2(0, -1), ImVec2(0, 1)}) {
    DrawTextIn(list, around,
               {{rect.min.x + by.x, rect.min.y + by.y}, {rect.max.x + by.x, rect.max.y + by.y}},
               text, Align::kCenter);
  }
  DrawTextIn(list, style, rect, text, Align::kCenter);
}

// Worth a name beside its country: a twentieth of the most.
bool IsMuch(const MapScene& scene, uint32_t claims) {
  const uint32_t most = scene.whole_countries ? scene.counts.most_country : scene.counts.most_own;
  return claims > 0 && claims * 20 >= most;
}

// Beside what is too small to be written on: to the right of `at`, or to its left.
void DrawNameBeside(const Frame& frame, std::string_view name, uint32_t claims, ImVec2 at,
                    bool left, TextRoom* room) {
  const TextStyle style = frame.Bold(kSmallText, frame.theme.text);
  const std::string label = std::string(name) + " " + FormatCount(claims);
  const float width = TextWidth(style, label) + 2, x = left ? at.x - width : at.x;
  const Rect rect{{x, at.y - 7}, {x + width, at.y + 7}};
  if (room->Take(rect)) DrawWithHalo(style, rect, label, EmptyLand(frame.theme));
}

void DrawShapeName(const Frame& frame, const MapScene& scene, uint32_t number, TextRoom* room) {
  const MapShape& shape = scene.shapes.shapes()[number];
  const ImVec2 at = scene.camera.ToScreen(shape.middle);
  const float width = shape.box.width() * scene.camera.scale;
  const float height = shape.box.height() * scene.camera.scale;
  const std::string_view code = scene.whole_countries ? shape.country : shape.code;
  const std::string_view name = frame.session.regions().NameOf(code);
  const uint32_t claims = scene.ClaimsOf(number);
  const ImU32 ink = claims > 0 ? TextOn(FillOf(frame, scene, number)) : frame.theme.quiet;
  const TextStyle style = frame.Text(kSmallText, ink);
  const float text = TextWidth(style, name);
  constexpr float kSmall = 50;
  if (IsMuch(scene, claims) && width < kSmall && (text > width * 0.92f || height < 16)) {
    DrawNameBeside(frame, name, claims, {at.x + std::max(width / 2, kSpeck) + 3, at.y}, false,
                   room);
    return;
  }
  const bool counted = claims > 0 && height > 34;
  if (text > width * 0.92f || height < 16) return;
  const float half = counted ? 14.0f : 7.0f;
  const Rect rect{{at.x - text / 2 - 2, at.y - half}, {at.x + text / 2 + 2, at.y + half}};
  if (!room->Take(rect)) return;
  DrawWithHalo(style, {rect.min, {rect.max.x, rect.min.y + 14}}, name,
               FillOf(frame, scene, number));
  if (!counted) return;
  DrawWithHalo(frame.Bold(kSmallText, ink),
               {{rect.min.x - 20, rect.min.y + 14}, {rect.max.x + 20, rect.max.y}},
               FormatCount(claims), FillOf(frame, scene, number));
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

void DrawBorders(const Frame& frame, const MapScene& scene, uint32_t hovered) {
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
}

void DrawNamesAndDots(const Frame& frame, const MapScene& scene, const MapDot* hovered) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto& shapes = scene.shapes.shapes();
  const Rect& rect = scene.camera.rect;
  TextRoom room;
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < shapes.size(); ++i) {
    if (rect.Contains(scene.camera.ToScreen(shapes[i].middle))) order.push_back(i);
  }
  StableSort(&order, [&](uint32_t a, uint32_t b) { return scene.ClaimsOf(a) > scene.ClaimsOf(b); });
  if (!scene.whole_countries && !scene.counts.dots.empty()) {
    const uint32_t most = scene.counts.dots[0].claims;
    const auto& chosen = frame.state().query.places;
    for (size_t i = 0; i < std::min(scene.counts.dots.size(), kMostDots); ++i) {
      const MapDot& dot = scene.counts.dots[i];
      const ImVec2 at = scene.camera.ToScreen(dot.at);
      if (!rect.Contains(at)) continue;
      const float radius = DotRadius(dot.claims, most);
      const bool is_chosen = std::find(chosen.begin(), chosen.end(), dot.name) != chosen.end();
      const ImU32 color = is_chosen ? frame.theme.accent : DotColor(frame.theme);
      list->AddCircleFilled(at, radius, color);
      list->AddCircle(at, radius, frame.theme.paper, 0, 1);
      if (&dot == hovered || is_chosen) list->AddCircle(at, radius + 2, frame.theme.text, 0, 1.5f);
      frame.items.Add("dot " + std::string(dot.name), {at.x - radius, at.y - radius},
                      {at.x + radius, at.y + radius});
    }
  }
  for (const uint32_t i : order) {
    if (scene.whole_countries && shapes[i].code != shapes[i].country) continue;
    DrawShapeName(frame, scene, i, &room);
    const ImVec2 at = scene.camera.ToScreen(shapes[i].middle);
    frame.items.Add("region " + shapes[i].code, {at.x - 3, at.y - 3}, {at.x + 3, at.y + 3});
  }
  if (!scene.whole_countries) return;
  // A country that is cut into regions has its name at the middle of them.
  static constexpr struct {
    const char* code;
    double lon, lat;
  } kWholes[] = {{"UA", 31.4, 48.9}, {"RU", 92, 62}};
  for (const auto& whole : kWholes) {
    const ImVec2 at = scene.camera.ToScreen(ProjectPlace(whole.lon, whole.lat));
    const std::string_view name = frame.session.regions().NameOf(whole.code);
    for (uint32_t i = 0; i < shapes.size(); ++i) {
      if (shapes[i].country != whole.code) continue;
      const uint32_t claims = scene.ClaimsOf(i);
      const ImU32 ink = claims > 0 ? TextOn(FillOf(frame, scene, i)) : frame.theme.quiet;
      const TextStyle style = frame.Text(kSmallText, ink);
      const float half = TextWidth(style, name) / 2 + 2;
      const float room_there = (whole.code[0] == 'U' ? 14.0f : 60.0f) * scene.camera.scale;
      const Rect text{{at.x - half, at.y - 7}, {at.x + half, at.y + 7}};
      if (2 * half < room_there) {
        if (room.Take(text)) DrawTextIn(list, style, text, name, Align::kCenter);
      } else if (IsMuch(scene, claims)) {
        DrawNameBeside(frame, name, claims, {at.x - room_there / 2 - kSpeck, at.y}, true, &room);
      }
      frame.items.Add("region " + std::string(whole.code), {at.x - 3, at.y - 3},
                      {at.x + 3, at.y + 3});
      break;
    }
  }
}

}  // namespace claimscope
