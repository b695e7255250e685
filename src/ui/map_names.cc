// What is written on the map, and its dots.
#include <algorithm>

#include "base/stable_sort.h"
#include "ui/format.h"
#include "ui/map_draw.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr size_t kMostDots = 400;

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

// Beside what is too small to be written on: to the right of `at`, or to its left. On the other
// side where the map ends; nowhere where it fits on neither.
void DrawNameBeside(const Frame& frame, const Rect& map, std::string_view name, uint32_t claims,
                    ImVec2 at, bool left, TextRoom* room) {
  const TextStyle style = frame.Bold(kSmallText, frame.theme.text);
  const std::string label = std::string(name) + " " + FormatCount(claims);
  const float width = TextWidth(style, label) + 2;
  if (!left && at.x + width > map.max.x) {
    left = true;
    at.x -= 2 * (kSpeck + 3);
  }
  const float x = left ? at.x - width : at.x;
  const Rect rect{{x, at.y - 7}, {x + width, at.y + 7}};
  if (rect.min.x < map.min.x || rect.max.x > map.max.x) return;
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
    DrawNameBeside(frame, scene.camera.rect, name, claims,
                   {at.x + std::max(width / 2, kSpeck) + 3, at.y}, false, room);
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

// A country that is cut into regions has its name at the middle of them.
void DrawWholeName(const Frame& frame, const MapScene& scene, std::string_view code, ImVec2 at,
                   TextRoom* room) {
  const auto& shapes = scene.shapes.shapes();
  const auto shape = std::find_if(shapes.begin(), shapes.end(),
                                  [code](const MapShape& one) { return one.country == code; });
  if (shape == shapes.end()) return;
  frame.items.Add("region " + std::string(code), {at.x - 3, at.y - 3}, {at.x + 3, at.y + 3});
  const auto number = static_cast<uint32_t>(shape - shapes.begin());
  const std::string_view name = frame.session.regions().NameOf(code);
  const uint32_t claims = scene.ClaimsOf(number);
  const ImU32 ink = claims > 0 ? TextOn(FillOf(frame, scene, number)) : frame.theme.quiet;
  const TextStyle style = frame.Text(kSmallText, ink);
  const float half = TextWidth(style, name) / 2 + 2;
  const float room_there = (code == "UA" ? 14.0f : 60.0f) * scene.camera.scale;
  if (2 * half >= room_there) {
    if (IsMuch(scene, claims))
      DrawNameBeside(frame, scene.camera.rect, name, claims, {at.x - room_there / 2 - kSpeck, at.y},
                     true, room);
    return;
  }
  const bool counted = claims > 0 && room_there > 90;
  const Rect text{{at.x - half, at.y - 7}, {at.x + half, at.y + (counted ? 21.0f : 7.0f)}};
  if (!room->Take(text)) return;
  ImDrawList* list = ImGui::GetWindowDrawList();
  DrawTextIn(list, style, {text.min, {text.max.x, at.y + 7}}, name, Align::kCenter);
  if (counted)
    DrawTextIn(list, frame.Bold(kSmallText, ink),
               {{text.min.x - 20, at.y + 7}, {text.max.x + 20, text.max.y}}, FormatCount(claims),
               Align::kCenter);
}

}  // namespace

MapPoint MiddleOfCountry(std::string_view code) {
  return code == "UA" ? ProjectPlace(31.4, 48.9) : ProjectPlace(92, 62);
}

void DrawNamesAndDots(const Frame& frame, const MapScene& scene, const MapDot* hovered) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto& shapes = scene.shapes.shapes();
  const Rect& rect = scene.camera.rect;
  TextRoom room;
  // What stands over the map in its corners.
  room.Take({rect.min, {rect.min.x + 136, rect.min.y + 44}});
  room.Take({{rect.max.x - 48, rect.min.y}, {rect.max.x, rect.min.y + 116}});
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
  for (const std::string_view code : {"UA", "RU"})
    DrawWholeName(frame, scene, code, scene.camera.ToScreen(MiddleOfCountry(code)), &room);
}

}  // namespace claimscope
