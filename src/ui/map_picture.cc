#include "ui/map_picture.h"

#include <algorithm>
#include <cmath>

#include "base/stable_sort.h"
#include "ui/format.h"

namespace claimscope {
namespace {

constexpr size_t kMostDots = 400;
constexpr uint32_t kPaper = 0xFFFFFF, kEmptyLand = 0xE8EBEE, kAccent = 0x0B66C3, kDot = 0xB84A00;
constexpr float kWholeCountriesBelow = 9;  // pixels per degree, as map_camera.h has it

uint32_t Mix(uint32_t a, uint32_t b, float part) {
  uint32_t mixed = 0;
  for (int shift = 0; shift < 24; shift += 8) {
    const float x = static_cast<float>(a >> shift & 255), y = static_cast<float>(b >> shift & 255);
    mixed |= static_cast<uint32_t>(x + (y - x) * part + 0.5f) << shift;
  }
  return mixed;
}

// White reads better on it than black.
bool IsDark(uint32_t color) {
  return (color >> 16 & 255) * 299 + (color >> 8 & 255) * 587 + (color & 255) * 114 < 140'000;
}

uint32_t StepColor(int step, size_t steps) {
  if (step < 0) return kEmptyLand;
  constexpr uint32_t kFew = 0xD3E4F5, kMiddle = 0x4F94D4, kMany = 0x083C73;
  const float part = steps > 1 ? static_cast<float>(step) / static_cast<float>(steps - 1) : 0.5f;
  return part < 0.5f ? Mix(kFew, kMiddle, part * 2) : Mix(kMiddle, kMany, part * 2 - 1);
}

bool IsAboutUkraine(const Corpus& corpus) {
  uint64_t near = 0, all = 0;
  for (const FacetCount& region : corpus.regions()) {
    if (region.value == "-") continue;
    const std::string_view country = std::string_view(region.value).substr(0, 2);
    all += region.claims;
    near += country == "UA" || country == "RU" ? region.claims : 0;
  }
  return near * 3 >= all;
}

}  // namespace

MapPicture::MapPicture(const MapShapes& shapes, const Session& session)
    : shapes_(shapes), session_(session) {
  counts_ = CountForMap(shapes, session.answer());
  const auto& names = session.NamesOf(Facet::kPlace);
  counts_.dots = MakeDots(FindSpots(session.workspace(), names), names,
                          session.answer().names[static_cast<size_t>(Facet::kPlace)]);
  Look();
  whole_countries_ = scale_ < kWholeCountriesBelow;
  steps_ = ColorSteps(whole_countries_ ? counts_.most_country : counts_.most_own);
}

// Which part of the map is shown: as the link says.
void MapPicture::Look() {
  const MapView& view = session_.state.map;
  if (view.fit == MapFit::kPlace) {
    center_ = ProjectPlace(view.lon, view.lat);
    scale_ = kWidth / static_cast<float>(view.across);
  } else {
    const bool near = view.fit == MapFit::kUkraine ||
                      (view.fit == MapFit::kClaims && IsAboutUkraine(session_.corpus()));
    const MapBox box = near ? UkraineBox() : WorldBox();
    center_ = {(box.min.x + box.max.x) / 2, (box.min.y + box.max.y) / 2};
    scale_ = std::min(kWidth / box.width(), kHeight / box.height());
  }
  const float x = kWidth / 2 / scale_, y = kHeight / 2 / scale_;
  shown_.Add({center_.x - x, center_.y - y});
  shown_.Add({center_.x + x, center_.y + y});
}

MapPoint MapPicture::At(MapPoint p) const {
  return {kWidth / 2 + (p.x - center_.x) * scale_, kTop + kHeight / 2 + (p.y - center_.y) * scale_};
}

bool MapPicture::IsChosen(uint32_t shape) const {
  const MapShape& of = shapes_.shapes()[shape];
  const auto& chosen = session_.state.query.regions;
  return std::any_of(chosen.begin(), chosen.end(), [&](const std::string& code) {
    return code == of.code || (whole_countries_ && code.substr(0, code.find('-')) == of.country);
  });
}

uint32_t MapPicture::FillOf(uint32_t shape) const {
  const uint32_t color = StepColor(StepOf(steps_, ClaimsOf(shape)), steps_.size());
  const bool pale = !session_.state.query.regions.empty() && !IsChosen(shape);
  return pale ? Mix(color, kEmptyLand, 0.6f) : color;
}

// Points less than half a pixel apart are one.
std::string MapPicture::PathOf(const std::vector<MapPoint>& points) const {
  std::string d;
  MapPoint last{};
  for (const MapPoint& p : points) {
    const MapPoint at = At(p);
    if (!d.empty() && &p != &points.back() && std::fabs(at.x - last.x) < 0.5f &&
        std::fabs(at.y - last.y) < 0.5f)
      continue;
    const auto tenths = [](float value) { return Svg::Number(std::round(value * 10) / 10); };
    d += (d.empty() ? "M" : "L") + tenths(at.x) + " " + tenths(at.y);
    last = at;
  }
  return d;
}

void MapPicture::WriteLand(Svg* svg) const {
  for (const MapRing& ring : shapes_.rings()) {
    if (!ring.box.Meets(shown_)) continue;
    if (ring.box.width() * scale_ < 1 && ring.box.height() * scale_ < 1) continue;
    const std::string color = "=\"" + Svg::Hex(FillOf(ring.shape)) + "\"";
    // Of a whole country no seam shows between its regions.
    svg->Path(PathOf(ring.points) + "Z",
              " fill" + color + (whole_countries_ ? " stroke" + color : std::string()));
  }
}

void MapPicture::WriteBorders(Svg* svg) const {
  const auto& shapes = shapes_.shapes();
  std::string chosen;
  for (const MapArc& arc : shapes_.arcs()) {
    if (!arc.box.Meets(shown_)) continue;
    const bool coast = arc.left == MapShapes::kNoShape || arc.right == MapShapes::kNoShape;
    const bool within = !coast && shapes[arc.left].country == shapes[arc.right].country;
    const auto is_chosen = [&](uint32_t shape) {
      return shape != MapShapes::kNoShape && IsChosen(shape);
    };
    const std::string d = PathOf(arc.points);
    if (is_chosen(arc.left) != is_chosen(arc.right)) chosen += d;
    if (within && whole_countries_) continue;
    svg->Path(d, " fill=\"none\" stroke=\"" + Svg::Hex(coast ? Svg::kLine : kPaper) +
                     "\" stroke-width=\"" + (within || coast ? "1" : "2") + "\"");
  }
  if (!chosen.empty())
    svg->Path(chosen, " fill=\"none\" stroke=\"" + Svg::Hex(kAccent) + "\" stroke-width=\"2\"");
}

void MapPicture::WriteDots(Svg* svg) const {
  if (!has_dots()) return;
  const auto most = static_cast<float>(counts_.dots[0].claims);
  for (size_t i = 0; i < std::min(counts_.dots.size(), kMostDots); ++i) {
    const MapDot& dot = counts_.dots[i];
    if (!shown_.Contains(dot.at)) continue;
    const MapPoint at = At(dot.at);
    const float radius = 2.5f + 10.5f * std::sqrt(static_cast<float>(dot.claims) / most);
    svg->Circle(at.x, at.y, radius, kDot, kPaper);
  }
}

void MapPicture::WriteNames(Svg* svg) const {
  const auto& shapes = shapes_.shapes();
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < shapes.size(); ++i) {
    if (shown_.Contains(shapes[i].middle)) order.push_back(i);
  }
  StableSort(&order, [&](uint32_t a, uint32_t b) { return ClaimsOf(a) > ClaimsOf(b); });
  std::vector<MapBox> taken;
  for (const uint32_t shape : order) {
    const MapShape& of = shapes[shape];
    if (!whole_countries_ || of.code == of.country) WriteName(shape, &taken, svg);
  }
}

void MapPicture::WriteName(uint32_t number, std::vector<MapBox>* taken, Svg* svg) const {
  const MapShape& shape = shapes_.shapes()[number];
  const std::string_view name = session_.regions().NameOf(shape.code);
  const uint32_t claims = ClaimsOf(number);
  const float width = Svg::kLetter * 11 / 12 * static_cast<float>(name.size());
  const float height = shape.box.height() * scale_;
  if (width > shape.box.width() * scale_ || height < 16) return;
  const bool counted = claims > 0 && height > 34;
  const MapPoint at = At(shape.middle);
  MapBox room;
  room.Add({at.x - width / 2 - 2, at.y - (counted ? 14 : 7)});
  room.Add({at.x + width / 2 + 2, at.y + (counted ? 14 : 7)});
  if (std::any_of(taken->begin(), taken->end(), [&](const MapBox& b) { return b.Meets(room); }))
    return;
  taken->push_back(room);
  const uint32_t fill = FillOf(number);
  const std::string style = " font-size=\"11\" text-anchor=\"middle\" stroke=\"" + Svg::Hex(fill) +
                            "\" stroke-width=\"2\" paint-order=\"stroke\"";
  const uint32_t ink = IsDark(fill) ? kPaper : claims > 0 ? Svg::kText : Svg::kQuiet;
  svg->Text(at.x, at.y + (counted ? -2 : 4), name, ink, style);
  if (counted) svg->Text(at.x, at.y + 12, FormatCount(claims), ink, style + " font-weight=\"600\"");
}

void MapPicture::WriteLegend(Svg* svg, float y) const {
  float x = kMargin;
  const auto text = [&](std::string_view words) {
    svg->Text(x, y, words, Svg::kText);
    x += 20 + Svg::kLetter * static_cast<float>(words.size());
  };
  text(whole_countries_ ? "Claims per country:" : "Claims per region:");
  for (size_t i = 0; i <= steps_.size(); ++i) {
    svg->Box(x, y - 10, x + 12, y + 2, StepColor(static_cast<int>(i) - 1, steps_.size()));
    x += 18;
    if (i == 0) {
      text("none");
      continue;
    }
    const bool is_last = i == steps_.size();
    const uint32_t end = is_last ? 0 : steps_[i] - 1;
    const std::string from = FormatCount(steps_[i - 1]);
    text(is_last ? from + " or more" : end > steps_[i - 1] ? from + "–" + FormatCount(end) : from);
  }
  if (!has_dots()) return;
  svg->Circle(x + 6, y - 4, 4.5f, kDot, kPaper);
  x += 18;
  text("a place, by its claims");
}

std::string MapPicture::Elsewhere() const {
  std::string text;
  for (const MapElsewhere& elsewhere : counts_.elsewhere) {
    const bool is_country = elsewhere.code == "UA" || elsewhere.code == "RU";
    if (is_country && whole_countries_) continue;
    text += (text.empty() ? "Not on the map: " : " · ") + FormatCount(elsewhere.claims) + " ";
    text += elsewhere.code == "-" ? "without a region" : session_.regions().NameOf(elsewhere.code);
    if (is_country) text += " as a whole";
  }
  return text;
}

}  // namespace claimscope
