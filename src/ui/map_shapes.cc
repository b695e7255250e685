#include "ui/map_shapes.h"

#include <algorithm>
#include <cmath>

#include "base/stable_sort.h"
#include "ui/map_reader.h"

namespace claimscope {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kFarthest = 84;  // degrees of latitude: Mercator's poles lie at infinity

float Cross(MapPoint a, MapPoint b, MapPoint c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool IsInside(const std::vector<MapPoint>& ring, MapPoint p) {
  bool inside = false;
  for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const MapPoint a = ring[i], b = ring[j];
    if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
      inside = !inside;
  }
  return inside;
}

// The middle of the longest stretch of the ring on a level near its middle: always within it.
MapPoint MiddleOf(const MapRing& ring) {
  MapPoint best{(ring.box.min.x + ring.box.max.x) / 2, (ring.box.min.y + ring.box.max.y) / 2};
  float longest = -1;
  for (const float part : {0.5f, 0.4f, 0.6f, 0.3f, 0.7f}) {
    const float y = ring.box.min.y + ring.box.height() * part;
    std::vector<float> crossings;
    for (size_t i = 0, j = ring.points.size() - 1; i < ring.points.size(); j = i++) {
      const MapPoint a = ring.points[i], b = ring.points[j];
      if ((a.y > y) != (b.y > y)) crossings.push_back((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
    }
    std::sort(crossings.begin(), crossings.end());
    // A level nearer to the middle is better unless it is much shorter.
    const float fair = part == 0.5f ? 1.25f : part == 0.4f || part == 0.6f ? 1.1f : 1.0f;
    for (size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const float length = (crossings[i + 1] - crossings[i]) * fair;
      if (length <= longest) continue;
      longest = length;
      best = {(crossings[i] + crossings[i + 1]) / 2, y};
    }
  }
  return best;
}

MapBox BoxOf(double west, double south, double east, double north) {
  MapBox box;
  box.Add(ProjectPlace(west, south));
  box.Add(ProjectPlace(east, north));
  return box;
}

}  // namespace

MapPoint ProjectPlace(double lon, double lat) {
  const double phi = std::clamp(lat, -kFarthest, kFarthest) * kPi / 180;
  return {static_cast<float>(lon),
          static_cast<float>(-std::log(std::tan(kPi / 4 + phi / 2)) * 180 / kPi)};
}

MapBox UkraineBox() { return BoxOf(21.6, 44.2, 41.2, 52.9); }
MapBox WorldBox() { return BoxOf(-169, -56, 190.5, 78); }

double LatitudeOf(double y) {
  return (2 * std::atan(std::exp(-y * kPi / 180)) - kPi / 2) * 180 / kPi;
}

void MapBox::Add(MapPoint p) {
  min = {std::min(min.x, p.x), std::min(min.y, p.y)};
  max = {std::max(max.x, p.x), std::max(max.y, p.y)};
}

std::vector<uint16_t> Triangulate(const std::vector<MapPoint>& polygon) {
  std::vector<uint16_t> triangles;
  const size_t count = polygon.size();
  if (count < 3 || count > 0xFFFF) return triangles;
  float area = 0;
  for (size_t i = 0; i < count; ++i) {
    const MapPoint a = polygon[i], b = polygon[(i + 1) % count];
    area += a.x * b.y - b.x * a.y;
  }
  std::vector<uint16_t> rest(count);
  for (size_t i = 0; i < count; ++i) rest[i] = static_cast<uint16_t>(area > 0 ? i : count - 1 - i);
  const auto is_ear = [&](size_t at) {
    const size_t n = rest.size();
    const MapPoint a = polygon[rest[(at + n - 1) % n]], b = polygon[rest[at]],
                   c = polygon[rest[(at + 1) % n]];
    if (Cross(a, b, c) <= 0) return false;
    MapBox box;
    box.Add(a);
    box.Add(b);
    box.Add(c);
    for (size_t i = 0; i < n; ++i) {
      const MapPoint p = polygon[rest[i]];
      if (!box.Contains(p) || i == at || i == (at + 1) % n || i == (at + n - 1) % n) continue;
      if (Cross(a, b, p) >= 0 && Cross(b, c, p) >= 0 && Cross(c, a, p) >= 0) return false;
    }
    return true;
  };
  size_t at = 0, misses = 0;
  triangles.reserve((count - 2) * 3);
  while (rest.size() > 3) {
    if (misses < rest.size() && !is_ear(at)) {
      at = (at + 1) % rest.size();
      ++misses;
      continue;
    }
    const size_t n = rest.size();
    for (const size_t corner : {(at + n - 1) % n, at, (at + 1) % n})
      triangles.push_back(rest[corner]);
    rest.erase(rest.begin() + static_cast<ptrdiff_t>(at));
    // Every other corner first: the triangles stay plump, the search short.
    at = rest.empty() ? 0 : (at + 1) % rest.size();
    misses = 0;
  }
  triangles.insert(triangles.end(), rest.begin(), rest.end());
  return triangles;
}

uint32_t MapShapes::Find(std::string_view code) const {
  const auto at = std::lower_bound(
      shapes_.begin(), shapes_.end(), code,
      [](const MapShape& shape, std::string_view wanted) { return shape.code < wanted; });
  if (at == shapes_.end() || at->code != code) return kNoShape;
  return static_cast<uint32_t>(at - shapes_.begin());
}

uint32_t MapShapes::ShapeAt(MapPoint place) const {
  for (size_t i = rings_.size(); i-- > 0;) {
    if (rings_[i].box.Contains(place) && IsInside(rings_[i].points, place)) return rings_[i].shape;
  }
  return kNoShape;
}

Result<MapShapes> MapShapes::Open(std::string_view bytes) {
  Result<MapFile> file = ReadMapFile(bytes);
  if (!file.ok()) return file.status();
  MapShapes map;
  for (std::vector<MapPoint>& points : file->arcs) {
    MapArc& arc = map.arcs_.emplace_back();
    arc.left = arc.right = kNoShape;
    arc.points = std::move(points);
    for (const MapPoint p : arc.points) arc.box.Add(p);
  }
  for (MapFile::Shape& shape : file->shapes) {
    const auto number = static_cast<uint32_t>(map.shapes_.size());
    float largest = -1;
    MapShape& made = map.shapes_.emplace_back();
    made.code = std::move(shape.code);
    made.country = made.code.substr(0, made.code.find('-'));
    for (const std::vector<int32_t>& arcs : shape.rings) {
      MapRing ring{number, {}, {}, {}, 0};
      for (const int32_t signed_arc : arcs) {
        MapArc& arc = map.arcs_[static_cast<size_t>(signed_arc < 0 ? ~signed_arc : signed_arc)];
        (arc.left == kNoShape ? arc.left : arc.right) = number;
        std::vector<MapPoint> points = arc.points;
        if (signed_arc < 0) std::reverse(points.begin(), points.end());
        ring.points.insert(ring.points.end(), points.begin(), points.end() - 1);
      }
      for (const MapPoint p : ring.points) ring.box.Add(p);
      ring.area = ring.box.width() * ring.box.height();
      ring.triangles = Triangulate(ring.points);
      if (ring.area > largest) {
        largest = ring.area;
        made.box = ring.box;
        made.middle = MiddleOf(ring);
      }
      map.rings_.push_back(std::move(ring));
    }
  }
  StableSort(&map.rings_, [](const MapRing& a, const MapRing& b) { return a.area > b.area; });
  return map;
}

}  // namespace claimscope
