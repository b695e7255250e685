// The bytes of ui/map.bin as lists; the format is told in ui/map_shapes.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"
#include "ui/map_shapes.h"

namespace claimscope {

struct MapFile {
  struct Shape {
    std::string code;
    std::vector<std::vector<int32_t>> rings;  // numbers of arcs, ~number where one runs backwards
  };
  std::vector<std::vector<MapPoint>> arcs;  // of two points or more, projected
  std::vector<Shape> shapes;                // by code
};

Result<MapFile> ReadMapFile(std::string_view bytes);

}  // namespace claimscope
