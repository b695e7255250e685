// The map as it is written into an SVG document: what map_draw.cc draws, in the colours of light
// paper.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/map_counts.h"
#include "ui/session.h"
#include "ui/svg.h"

namespace claimscope {

class MapPicture {
 public:
  // Logical pixels.
  static constexpr float kWidth = 960, kHeight = 560, kMargin = 24, kTop = 64;

  MapPicture(const MapShapes& shapes, const Session& session);

  bool whole_countries() const { return whole_countries_; }
  // "79 Ukraine as a whole · 6 without a region": what has no shape here; empty: nothing.
  std::string Elsewhere() const;
  void WriteLand(Svg* svg) const;
  void WriteBorders(Svg* svg) const;
  void WriteDots(Svg* svg) const;
  void WriteNames(Svg* svg) const;
  void WriteLegend(Svg* svg, float y) const;

 private:
  void Look();
  MapPoint At(MapPoint p) const;
  std::string PathOf(const std::vector<MapPoint>& points) const;
  void WriteName(uint32_t shape, std::vector<MapBox>* taken, Svg* svg) const;
  uint32_t ClaimsOf(uint32_t shape) const {
    return whole_countries_ ? counts_.country[shape] : counts_.own[shape];
  }
  bool IsChosen(uint32_t shape) const;
  uint32_t FillOf(uint32_t shape) const;
  bool has_dots() const { return !whole_countries_ && !counts_.dots.empty(); }

  const MapShapes& shapes_;
  const Session& session_;
  MapCounts counts_;
  MapPoint center_{};
  float scale_ = 1;  // pixels per degree of longitude
  MapBox shown_;
  bool whole_countries_ = false;
  std::vector<uint32_t> steps_;  // of the colours
};

}  // namespace claimscope
