// The map: its shapes, what it counts, and what mouse and commands do to it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/unit/ui/stage.h"
#include "ui/commands.h"
#include "ui/map_camera.h"
#include "ui/map_counts.h"
#include "ui/map_keys.h"
#include "ui/map_shapes.h"
#include "ui/view.h"

namespace claimscope {
namespace {

const MapShapes& Shapes() {
  static const Result<FileBundle> files = FileBundle::Open(BuiltinUi());
  static Result<MapShapes> shapes = MapShapes::Open(files->Find("ui/map.bin"));
  REQUIRE(shapes.ok());
  return *shapes;
}

std::string CodeAt(double lon, double lat) {
  const uint32_t shape = Shapes().ShapeAt(ProjectPlace(lon, lat));
  return shape == MapShapes::kNoShape ? "" : Shapes().shapes()[shape].code;
}

TEST_CASE("places lie in their regions and countries") {
  CHECK(CodeAt(34.8, 50.9) == "UA-59");
  CHECK(CodeAt(36.6, 50.6) == "RU-BEL");
  CHECK(CodeAt(37.8, 48.0) == "UA-14");
  CHECK(CodeAt(30.52, 50.45) == "UA-30");  // a city within its oblast
  CHECK(CodeAt(34.3, 45.2) == "UA-43");    // as the United Nations draw it
  CHECK(CodeAt(33.6, 44.62) == "UA-40");
  CHECK(CodeAt(-174.0, 66.5).empty());
  CHECK(CodeAt(186.0, 66.5) == "RU-CHU");  // in one piece with the rest of Russia
  CHECK(CodeAt(34.4, 31.4) == "PS");
  CHECK(CodeAt(-13.0, 25.0) == "EH");
  CHECK(CodeAt(19.0, 52.0) == "PL");
  CHECK(CodeAt(-40.0, 30.0).empty());  // the sea
}

TEST_CASE("every region of Ukraine and Russia has a shape, with its name's place within it") {
  int ukraine = 0, russia = 0;
  for (uint32_t i = 0; i < Shapes().shapes().size(); ++i) {
    const MapShape& shape = Shapes().shapes()[i];
    ukraine += shape.code.substr(0, 3) == "UA-" ? 1 : 0;
    russia += shape.code.substr(0, 3) == "RU-" ? 1 : 0;
    CAPTURE(shape.code);
    CHECK(shape.box.Contains(shape.middle));
  }
  CHECK(ukraine == 27);
  CHECK(russia == 83);
  CHECK(Shapes().Find("UA") == MapShapes::kNoShape);
  CHECK(Shapes().Find("DE") != MapShapes::kNoShape);
}

TEST_CASE("triangles cover exactly their polygon") {
  for (const MapRing& ring : Shapes().rings()) {
    REQUIRE(ring.triangles.size() == (ring.points.size() - 2) * 3);
  }
  const std::vector<MapPoint> arrow = {{0, 0}, {4, 0}, {4, 4}, {2, 1}, {0, 4}};
  for (const bool reversed : {false, true}) {
    std::vector<MapPoint> polygon = arrow;
    if (reversed) std::reverse(polygon.begin(), polygon.end());
    float area = 0;
    const std::vector<uint16_t> t = Triangulate(polygon);
    REQUIRE(t.size() == 9);
    for (size_t i = 0; i < t.size(); i += 3) {
      const MapPoint a = polygon[t[i]], b = polygon[t[i + 1]], c = polygon[t[i + 2]];
      area += std::fabs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
    }
    CHECK(area == doctest::Approx(10));
  }
}

TEST_CASE("a damaged map is refused") {
  const Result<FileBundle> files = FileBundle::Open(BuiltinUi());
  const std::string whole(files->Find("ui/map.bin"));
  for (const size_t size : {size_t{0}, size_t{7}, size_t{9}, size_t{100}, whole.size() - 1})
    CHECK_FALSE(MapShapes::Open(std::string_view(whole).substr(0, size)).ok());
  CHECK_FALSE(MapShapes::Open(whole + "x").ok());
}

TEST_CASE("a damaged map makes no picture, or one that is whole; never anything else") {
  Stage stage(6);
  const Result<FileBundle> files = FileBundle::Open(BuiltinUi());
  const Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
  const Result<RegionNames> names = RegionNames::Load(*rules);
  REQUIRE(names.ok());
  const std::string whole(files->Find("ui/map.bin"));
  const auto picture = [&](std::string_view map) {
    return MapSvg(&stage.workspace, *names, map, "v1&kind=strike", "made by a test");
  };
  REQUIRE(picture(whole).ok());
  for (const size_t size : {size_t{0}, size_t{9}, whole.size() / 2, whole.size() - 1}) {
    const Result<std::string> cut = picture(std::string_view(whole).substr(0, size));
    REQUIRE_FALSE(cut.ok());
    CHECK_FALSE(cut.status().message().empty());
  }
  size_t refused = 0;
  for (size_t at = 0; at < whole.size(); at += at < 64 ? 1 : 997) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0xFF);
    const Result<std::string> svg = picture(damaged);
    refused += svg.ok() ? 0 : 1;
    if (svg.ok()) CHECK(svg->substr(svg->size() - 7) == "</svg>\n");
  }
  CHECK(refused > 0);
}

TEST_CASE("colours step by round numbers") {
  CHECK(ColorSteps(0).empty());
  CHECK(ColorSteps(7) == std::vector<uint32_t>{1, 2, 5});
  CHECK(ColorSteps(122) == std::vector<uint32_t>{1, 3, 10, 30, 100});
  CHECK(ColorSteps(4'000'000'000u).size() <= 6);
  CHECK(StepOf({1, 3, 10}, 0) == -1);
  CHECK(StepOf({1, 3, 10}, 2) == 0);
  CHECK(StepOf({1, 3, 10}, 10) == 2);
}

TEST_CASE("a camera turns places into points and back, and never leaves the map") {
  const Rect rect{{100, 50}, {900, 550}};
  const MapCamera camera = CameraFor(UkraineBox(), rect);
  CHECK_FALSE(camera.shows_countries());
  CHECK(CameraFor(WorldBox(), rect).shows_countries());
  const MapPoint there = camera.ToMap({300, 200});
  CHECK(camera.ToScreen(there).x == doctest::Approx(300));
  CHECK(camera.ToScreen(there).y == doctest::Approx(200));
  const MapCamera nearer = Zoomed(camera, {300, 200}, 2);
  CHECK(nearer.scale == doctest::Approx(camera.scale * 2));
  CHECK(nearer.ToScreen(there).x == doctest::Approx(300));
  const MapCamera again = CameraOf(ViewOf(nearer), WorldBox(), rect);
  CHECK(again.scale == doctest::Approx(nearer.scale));
  CHECK(again.center.y == doctest::Approx(nearer.center.y));
  CHECK(WorldBox().Contains(Moved(camera, {1e6f, -1e6f}).center));
}

TEST_CASE("a click on the map filters by a region, a box by several, counts agree with the list") {
  Stage stage;
  REQUIRE(stage.app->Send("show-map", "").ok());
  stage.Frames();
  CHECK(stage.StateHas("\"view\":\"map\""));
  REQUIRE(stage.Find("region UA-63") != nullptr);
  REQUIRE(stage.Click("region UA-63"));
  CHECK(stage.StateHas("\"regions\":[\"UA-63\"]"));
  CHECK(stage.Click("region UA-63"));
  CHECK(stage.StateHas("\"regions\":[]"));
  // A box over everything that is on show.
  REQUIRE(stage.FindBeginning("Choose several") != nullptr);
  REQUIRE(stage.Click(stage.FindBeginning("Choose several")->label));
  const ItemList::Item* map = stage.Find("map");
  REQUIRE(map != nullptr);
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(map->min.x + 150, map->min.y + 50);
  stage.Frames(3);
  io.AddMouseButtonEvent(0, true);
  stage.Frames(2);
  io.AddMousePosEvent(map->max.x - 60, map->max.y - 20);
  stage.Frames(3);
  io.AddMouseButtonEvent(0, false);
  stage.Frames(4);
  CHECK(stage.StateHas("UA-63"));
  CHECK(stage.StateHas("UA-14"));
  CHECK(stage.errors == 0);
}

TEST_CASE("the map moves by drag, wheel and command, and its view is in the link") {
  Stage stage;
  REQUIRE(stage.app->Send("show-map", "").ok());
  stage.Frames();
  CHECK(stage.app->StateHash() == "v1&view=map");
  REQUIRE(stage.Drag("map", 0.5f, 0.6f));
  CHECK(stage.app->StateHash().find("map=") != std::string::npos);
  CHECK(stage.StateHas("\"regions\":[]"));  // a drag is no click
  REQUIRE(stage.app->Send("fit-map", "what=world").ok());
  stage.Frames();
  CHECK(stage.app->StateHash() == "v1&view=map&map=world");
  CHECK(stage.Find("region US") != nullptr);
  const std::string before = stage.app->StateHash();
  REQUIRE(stage.app->Send("show-on-map", "lon=36&lat=50&across=8").ok());
  stage.Frames();
  CHECK(stage.app->StateHash() == "v1&view=map&map=36.00,50.00,8.00");
  REQUIRE(stage.app->ApplyHash(before).ok());
  CHECK(stage.app->StateHash() == before);
  CHECK_FALSE(stage.app->Send("show-on-map", "lon=1000&lat=50&across=8").ok());
  CHECK_FALSE(stage.app->Send("fit-map", "what=moon").ok());
  CHECK_FALSE(stage.app->ApplyHash("v1&map=1,2").ok());
  CHECK_FALSE(stage.app->Send("choose-regions", "codes=UA-63,XX-1").ok());
}

TEST_CASE("an arrow leads to the nearest region on its side, to none where there is none") {
  const std::vector<MapStop> stops = {{0, {0, 0}}, {1, {50, 10}}, {2, {90, -5}}, {3, {10, 60}}};
  const auto next = [&](ImVec2 from, ImVec2 way) {
    const MapStop* stop = NextStop(stops, from, way);
    return stop == nullptr ? -1 : static_cast<int>(stop->shape);
  };
  CHECK(next({0, 0}, {1, 0}) == 1);
  CHECK(next({50, 10}, {1, 0}) == 2);
  CHECK(next({0, 0}, {0, 1}) == 3);
  CHECK(next({10, 60}, {0, -1}) == 0);
  CHECK(next({90, -5}, {-1, 0}) == 1);
  CHECK(next({0, 0}, {-1, 0}) == -1);
  CHECK(next({90, -5}, {0, -1}) == -1);
}

TEST_CASE("by the arrows alone every region of Ukraine and every country is reached") {
  const MapCounts counts;
  for (const bool whole : {false, true}) {
    const Rect rect{{0, 0}, {1000, 600}};
    const MapScene scene{
        Shapes(), counts, CameraFor(whole ? WorldBox() : UkraineBox(), rect), whole, {}};
    const std::vector<MapStop> stops = StopsOf(scene);
    std::vector<const MapStop*> seen = {&stops[0]};
    for (size_t i = 0; i < seen.size(); ++i) {
      for (const ImVec2 way : {ImVec2(-1, 0), ImVec2(1, 0), ImVec2(0, -1), ImVec2(0, 1)}) {
        const MapStop* stop = NextStop(stops, seen[i]->at, way);
        if (stop != nullptr && std::find(seen.begin(), seen.end(), stop) == seen.end())
          seen.push_back(stop);
      }
    }
    for (const MapStop& stop : stops) {
      const std::string& code = Shapes().shapes()[stop.shape].code;
      CAPTURE(code);
      if (whole || code.substr(0, 3) == "UA-")
        CHECK(std::find(seen.begin(), seen.end(), &stop) != seen.end());
    }
  }
}

}  // namespace
}  // namespace claimscope
