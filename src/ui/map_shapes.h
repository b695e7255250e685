// The borders that the map draws: read once from ui/map.bin, which assets/tools/map.mjs makes.
//
//   "CLMAP001"   varint steps of a degree
//   varint arcs; per arc: varint points; per point zigzag varints of longitude and latitude, each
//   as
//                the steps since the point before, also across arcs: a piece of border, stored once
//   varint shapes; per shape: varint size of its code, the code ("UA-59", "PL"), varint rings;
//                per ring: varint arcs; per arc a zigzag varint: its number, ~number if backwards
//
// Shapes have outer rings only: what lies within another is drawn after it. Longitudes run on past
// 180 degrees, so that Russia is one piece. Places are projected once, after Mercator: x is the
// longitude in degrees, y grows southwards in the same unit. Errors: Open refuses bytes that are
// cut off or point outside.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"

namespace claimscope {

struct MapPoint {
  float x, y;
};
MapPoint ProjectPlace(double lon, double lat);
double LatitudeOf(double y);

struct MapBox {
  MapPoint min{1e9f, 1e9f}, max{-1e9f, -1e9f};
  void Add(MapPoint p);
  bool Contains(MapPoint p) const {
    return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y;
  }
  bool Meets(const MapBox& other) const {
    return min.x <= other.max.x && other.min.x <= max.x && min.y <= other.max.y &&
           other.min.y <= max.y;
  }
  float width() const { return max.x - min.x; }
  float height() const { return max.y - min.y; }
};

MapBox UkraineBox();
MapBox WorldBox();

struct MapArc {
  std::vector<MapPoint> points;
  MapBox box;
  // The shapes on either side; kNoShape at a coast.
  uint32_t left, right;
};

struct MapRing {
  uint32_t shape;
  std::vector<MapPoint> points;     // the last is not the first again
  std::vector<uint16_t> triangles;  // three places in `points` each
  MapBox box;
  float area;
};

struct MapShape {
  std::string code;     // ISO 3166-2 for Ukraine and Russia, else ISO 3166-1
  std::string country;  // "UA"
  MapBox box;           // of its largest ring
  MapPoint middle;      // within it: for a label
};

class MapShapes {
 public:
  static constexpr uint32_t kNoShape = ~0u;

  static Result<MapShapes> Open(std::string_view bytes);

  const std::vector<MapShape>& shapes() const { return shapes_; }
  const std::vector<MapArc>& arcs() const { return arcs_; }
  // The largest first: in this order they are to be filled.
  const std::vector<MapRing>& rings() const { return rings_; }
  // kNoShape when there is none.
  uint32_t Find(std::string_view code) const;
  // The shape at a place; kNoShape at sea.
  uint32_t ShapeAt(MapPoint place) const;

 private:
  std::vector<MapShape> shapes_;
  std::vector<MapArc> arcs_;
  std::vector<MapRing> rings_;
};

// Cuts a simple polygon into triangles by clipping ears (Meisters, "Polygons have ears", 1975);
// what is left of one that crosses itself is cut as it comes.
std::vector<uint16_t> Triangulate(const std::vector<MapPoint>& polygon);

}  // namespace claimscope
