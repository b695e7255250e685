// What the map shows of an answer: claims per shape, and settlements with claims as dots.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ui/map_shapes.h"
#include "ui/session.h"

namespace claimscope {

struct MapDot {
  std::string_view name;  // as in the list of places
  MapPoint at;
  uint32_t claims;
};

// A region that has no shape: "UA" as a whole, "-", a small island.
struct MapElsewhere {
  std::string code;
  uint32_t claims;
};

struct MapCounts {
  // Per shape: its own claims; those of its country, which the country's shapes share.
  std::vector<uint32_t> own, country;
  uint32_t most_own = 0, most_country = 0;
  std::vector<MapElsewhere> elsewhere;  // by falling count, "-" last
  std::vector<MapDot> dots;             // by falling count
};
MapCounts CountForMap(const MapShapes& shapes, const Answer& answer);

// Where the named places of the corpus lie; a name that several places bear is where most of its
// mentions are. By the order of Workspace::Names(Facet::kPlace); linear in the claims.
struct KnownSpot {
  bool known = false;
  bool is_shared = false;  // a quarter of the mentions or more are of another place
  MapPoint at{};
};
std::vector<KnownSpot> FindSpots(const Workspace& workspace,
                                 const std::vector<std::string_view>& names);
std::vector<MapDot> MakeDots(const std::vector<KnownSpot>& spots,
                             const std::vector<std::string_view>& names,
                             const std::vector<uint32_t>& counts);

// From which count on each step of the colours is used: at most six, even on a scale by tens.
std::vector<uint32_t> ColorSteps(uint32_t most);
// -1: no claims.
int StepOf(const std::vector<uint32_t>& steps, uint32_t claims);

// The codes behind a shape: its own, or all of its country that the corpus has.
std::vector<std::string> CodesOf(const Corpus& corpus, const MapShape& shape, bool whole_country);

}  // namespace claimscope
