#include "ui/map_panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/format.h"
#include "ui/map_draw.h"
#include "ui/map_keys.h"
#include "ui/widgets.h"

namespace claimscope {
namespace {

constexpr float kClick = 5;  // how far the pointer may slip in a click
constexpr std::string_view kCredit =
    "Crimea and Sevastopol are shown with Ukraine, as on maps of the United Nations; no border "
    "here "
    "says who holds what. Borders: Natural Earth.";

bool Refresh(MapPanel& panel, const Frame& frame) {
  if (!panel.shapes) {
    Result<MapShapes> shapes = MapShapes::Open(panel.bytes);
    panel.shapes = shapes.ok() ? std::move(*shapes) : MapShapes();
  }
  if (panel.shapes->shapes().empty()) return false;
  const Session& session = frame.session;
  const auto& names = session.NamesOf(Facet::kPlace);
  const bool other_corpus = panel.revision != session.workspace().revision();
  if (other_corpus) {
    panel.revision = session.workspace().revision();
    panel.spots = FindSpots(session.workspace(), names);
    uint64_t near = 0, all = 0;
    for (const FacetCount& region : session.corpus().regions()) {
      if (region.value == "-") continue;
      const std::string country = region.value.substr(0, 2);
      all += region.claims;
      near += country == "UA" || country == "RU" ? region.claims : 0;
    }
    panel.is_about_ukraine = near * 3 >= all;
  }
  if (panel.serial == session.serial() && !other_corpus) return true;
  panel.serial = session.serial();
  panel.counts = CountForMap(*panel.shapes, session.answer());
  panel.counts.dots =
      MakeDots(panel.spots, names, session.answer().names[static_cast<size_t>(Facet::kPlace)]);
  return true;
}

std::string Joined(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) text += (text.empty() ? "" : ",") + code;
  return text;
}

const MapDot* DotAt(const MapScene& scene, ImVec2 mouse, float reach) {
  if (scene.whole_countries || scene.counts.dots.empty()) return nullptr;
  const uint32_t most = scene.counts.dots[0].claims;
  const MapDot* best = nullptr;
  // The smaller ones lie on top of the larger.
  for (size_t i = 0; i < std::min<size_t>(scene.counts.dots.size(), 400); ++i) {
    const MapDot& dot = scene.counts.dots[i];
    const ImVec2 at = scene.camera.ToScreen(dot.at);
    const float radius = DotRadius(dot.claims, most) + reach;
    const float dx = at.x - mouse.x, dy = at.y - mouse.y;
    if (dx * dx + dy * dy <= radius * radius) best = &dot;
  }
  return best;
}

void ChooseBox(const Frame& frame, const MapScene& scene, ImVec2 a, ImVec2 b) {
  const Rect box{{std::min(a.x, b.x), std::min(a.y, b.y)},
                 {std::max(a.x, b.x), std::max(a.y, b.y)}};
  std::vector<std::string> codes;
  for (const MapShape& shape : scene.shapes.shapes()) {
    if (!box.Contains(scene.camera.ToScreen(shape.middle))) continue;
    for (std::string& code : CodesOf(frame.session.corpus(), shape, scene.whole_countries)) {
      if (std::find(codes.begin(), codes.end(), code) == codes.end())
        codes.push_back(std::move(code));
    }
  }
  if (!codes.empty()) frame.Do("choose-regions", {{"codes", Joined(codes)}});
}

void HandleDrag(MapPanel& panel, const Frame& frame, const MapScene& scene, const Press& press) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsItemActivated()) {
    panel.drag_from = io.MousePos;
    panel.camera_then = scene.camera;
    panel.drag = MapPanel::Drag::kNone;
  }
  const ImVec2 by{io.MousePos.x - panel.drag_from.x, io.MousePos.y - panel.drag_from.y};
  if (press.held && panel.drag == MapPanel::Drag::kNone && std::hypot(by.x, by.y) > kClick)
    panel.drag = panel.boxing || io.KeyShift ? MapPanel::Drag::kBox : MapPanel::Drag::kMove;
  if (press.held && panel.drag == MapPanel::Drag::kMove) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    ShowCamera(frame, Moved(panel.camera_then, by));
  }
  if (panel.drag != MapPanel::Drag::kBox) return;
  if (press.held) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(panel.drag_from, io.MousePos, frame.theme.accent_wash);
    list->AddRect(panel.drag_from, io.MousePos, frame.theme.accent, 0, 0, 1);
  } else {
    ChooseBox(frame, scene, panel.drag_from, io.MousePos);
    panel.drag = MapPanel::Drag::kNone;
    panel.boxing = false;
  }
}

std::string TipOf(MapPanel& panel, const Frame& frame, const MapScene& scene, uint32_t shape) {
  const MapShape& of = scene.shapes.shapes()[shape];
  const Session& session = frame.session;
  if (panel.tip_shape != shape || panel.tip_serial != session.serial()) {
    panel.tip_shape = shape;
    panel.tip_serial = session.serial();
    Query query = QuestionOf(frame.state());
    query.regions = CodesOf(session.corpus(), of, scene.whole_countries);
    query.except &= ~BitOf(Facet::kRegion);
    panel.tip_sides = session.Look(query, Asking(session.per(), session.chart_days())).sides;
  }
  const std::string_view name =
      session.regions().NameOf(scene.whole_countries ? of.country : of.code);
  const uint32_t claims = scene.ClaimsOf(shape);
  std::string text(name);
  if (!scene.whole_countries && of.code != of.country)
    text.append(", ").append(session.regions().NameOf(of.country));
  text += "\n" + (claims == 0 ? std::string("No claims") : FormatCountOf(claims, "claim"));
  // The list of regions tells the two apart.
  for (const FacetCount& region : session.answer().regions) {
    if (!scene.whole_countries || region.value != of.country || region.claims == claims) continue;
    text += "\n" + FormatCount(region.claims) + " about it as a whole, " +
            FormatCount(claims - region.claims) + " about its regions";
  }
  for (const FacetCount& side : panel.tip_sides) {
    Side named;
    if (side.claims == 0 || !FromName(side.value, &named)) continue;
    text += "\nSaid by " + std::string(LabelOf(named)) + ": " + FormatCount(side.claims);
  }
  return text;
}

void Choose(const Frame& frame, const MapScene& scene, uint32_t shape) {
  if (shape == MapShapes::kNoShape || scene.ClaimsOf(shape) == 0) return;
  const auto codes =
      CodesOf(frame.session.corpus(), scene.shapes.shapes()[shape], scene.whole_countries);
  frame.Do("toggle-regions", {{"codes", Joined(codes)}});
}

void Handle(MapPanel& panel, const Frame& frame, const MapScene& scene, const Press& press,
            const MapDot* dot, uint32_t shape) {
  const ImGuiIO& io = ImGui::GetIO();
  if (press.hovered && io.MouseWheel != 0 && !press.held)
    ShowCamera(frame, Zoomed(scene.camera, io.MousePos, std::pow(1.25f, io.MouseWheel)));
  const bool was_drag = panel.drag != MapPanel::Drag::kNone;
  HandleDrag(panel, frame, scene, press);
  if (press.double_clicked) return frame.Do("fit-map", {{"what", "claims"}});
  if (!press.clicked || was_drag) return;
  if (dot != nullptr) return frame.Do("toggle-name", {{"list", "place"}, {"name", dot->name}});
  Choose(frame, scene, shape);
}

// The region that the keyboard is on: told as if it was pointed at, chosen as if it was clicked.
uint32_t FollowKeyboard(MapPanel& panel, const Frame& frame, const MapScene& scene,
                        const Press& press) {
  const MapStop stop = FollowMapKeys(frame, scene);
  if (stop.shape == MapShapes::kNoShape) return stop.shape;
  std::string text = TipOf(panel, frame, scene, stop.shape);
  TooltipAt(frame, stop.at, text);
  std::replace(text.begin(), text.end(), '\n', ',');
  frame.items.Add("on the map: " + text, {stop.at.x - 3, stop.at.y - 3},
                  {stop.at.x + 3, stop.at.y + 3});
  if (press.clicked) Choose(frame, scene, stop.shape);
  return stop.shape;
}

void DrawTools(MapPanel& panel, const Frame& frame, const MapCamera& camera, const Rect& rect) {
  const float side = frame.touch ? 40.0f : 30.0f;
  const Theme& theme = frame.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  float y = rect.min.y + kGap;
  const auto button = [&](std::string_view label, std::string_view shown, bool on) {
    const Rect area{{rect.max.x - side - kGap, y}, {rect.max.x - kGap, y + side}};
    list->AddRectFilled(area.min, area.max, on ? theme.accent : Fade(theme.paper, 0.92f), kRadius);
    list->AddRect(area.min, area.max, theme.line, kRadius, 0, Hairline());
    const Press press = PressArea(label, area);
    Tooltip(frame, label);
    if (press.hovered) list->AddRectFilled(area.min, area.max, theme.hover_wash, kRadius);
    DrawTextIn(list, frame.Text(kBodyText, on ? theme.on_accent : theme.text), area, shown,
               Align::kCenter);
    y += side + 4;
    return press.clicked;
  };
  const ImVec2 middle{(rect.min.x + rect.max.x) / 2, rect.middle()};
  if (button("Nearer", "+", false)) ShowCamera(frame, Zoomed(camera, middle, 1.6f));
  if (button("Farther", "–", false)) ShowCamera(frame, Zoomed(camera, middle, 1 / 1.6f));
  const Rect box{{rect.max.x - side - kGap, y}, {rect.max.x - kGap, y + side}};
  const bool was_boxing = panel.boxing;
  if (button("Choose several: draw a box over regions (or Shift and drag)", "", panel.boxing))
    panel.boxing = !panel.boxing;
  const float inset = side * 0.3f;
  const ImVec2 from{box.min.x + inset, box.min.y + inset}, to{box.max.x - inset, box.max.y - inset};
  list->AddRect(from, to, was_boxing ? theme.on_accent : theme.text, 0, 0, 1.5f);
  static constexpr std::string_view kViews[] = {"Ukraine", "World"};
  const Rect views{{rect.min.x + kGap, rect.min.y + kGap},
                   {rect.min.x + kGap + SegmentsWidth(frame, kViews), rect.min.y + kGap + 28}};
  list->AddRectFilled(views.min, views.max, theme.paper, kRadius);
  const int pressed = Segments(frame, kViews, camera.shows_countries() ? 1 : 0, views);
  if (pressed >= 0) frame.Do("fit-map", {{"what", pressed == 0 ? "ukraine" : "world"}});
}

// What the map cannot show, and can be chosen all the same.
void DrawElsewhere(const MapPanel& panel, const Frame& frame, bool whole_countries, Rect rect) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto& chosen = frame.state().query.regions;
  for (const MapElsewhere& elsewhere : panel.counts.elsewhere) {
    const bool is_country = elsewhere.code == "UA" || elsewhere.code == "RU";
    if (whole_countries && is_country) continue;
    const std::string_view name = frame.session.regions().NameOf(elsewhere.code);
    const std::string text =
        elsewhere.code == "-" ? FormatCount(elsewhere.claims) + " without a region"
        : is_country ? FormatCount(elsewhere.claims) + " " + std::string(name) + " as a whole"
                     : FormatCount(elsewhere.claims) + " " + std::string(name);
    const bool on = std::find(chosen.begin(), chosen.end(), elsewhere.code) != chosen.end();
    const float width = TextWidth(frame.Text(kUiText, 0), text);
    if (rect.min.x + width > rect.max.x) break;
    const Rect link = CutLeft(&rect, width + 2);
    if (on) list->AddRectFilled(link.min, link.max, frame.theme.accent_wash, kRadius);
    if (Link(frame, "Elsewhere: " + elsewhere.code, text, link, kUiText))
      frame.Do("toggle-region", {{"code", elsewhere.code}});
    CutLeft(&rect, 20);
  }
}

}  // namespace

void Draw(MapPanel& panel, const Frame& frame, const Rect& rect) {
  BeginPanel("map panel", rect, frame.theme.paper, false);
  if (!Refresh(panel, frame)) {
    DrawTextIn(ImGui::GetWindowDrawList(), frame.Text(kBodyText, frame.theme.quiet), rect,
               "The map of this program could not be read.", Align::kCenter);
    EndPanel();
    return;
  }
  Rect area = rect;
  const TextStyle small = frame.Text(kSmallText, frame.theme.quiet);
  const float credit = ParagraphHeight(small, rect.width() - 2 * kMargin, 14, kCredit);
  const Rect foot = CutBottom(&area, credit + 8);
  const Rect elsewhere = CutTop(&area, 32).Inset(kMargin, 2);
  const MapBox usual = panel.is_about_ukraine ? UkraineBox() : WorldBox();
  MapScene scene{*panel.shapes, panel.counts, CameraOf(frame.state().map, usual, area), false, {}};
  scene.whole_countries = scene.camera.shows_countries();
  scene.steps =
      ColorSteps(scene.whole_countries ? panel.counts.most_country : panel.counts.most_own);
  DrawElsewhere(panel, frame, scene.whole_countries, elsewhere);
  DrawParagraph(ImGui::GetWindowDrawList(), small, {foot.min.x + kMargin, foot.min.y + 4},
                foot.width() - 2 * kMargin, 14, kCredit);

  BeginPanel("map area", area, 0, false);
  ImGui::SetNextItemAllowOverlap();
  const Press press = PressArea("map", area);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  // Until the mouse is moved.
  const bool by_keys = press.focused && ImGui::GetCurrentContext()->NavHighlightItemUnderNav;
  if (panel.by_keys && !press.focused && ImGui::IsKeyPressed(ImGuiKey_Escape, false))
    frame.Do("point-on-map", {});
  panel.by_keys = by_keys;
  const bool pointing = press.hovered && !by_keys && panel.drag == MapPanel::Drag::kNone;
  const MapDot* const dot = pointing ? DotAt(scene, mouse, frame.touch ? 8.0f : 2.0f) : nullptr;
  const uint32_t shape =
      pointing && dot == nullptr ? ShapeUnder(scene, mouse) : MapShapes::kNoShape;
  if (dot != nullptr) {
    Tooltip(frame,
            LabelOfName(Facet::kPlace, dot->name) + "\n" + FormatCountOf(dot->claims, "claim"));
  } else if (shape != MapShapes::kNoShape) {
    Tooltip(frame, TipOf(panel, frame, scene, shape));
  }
  const uint32_t cursor =
      by_keys ? FollowKeyboard(panel, frame, scene, press) : MapShapes::kNoShape;
  DrawLand(frame, scene);
  DrawBorders(frame, scene, shape, cursor);
  DrawNamesAndDots(frame, scene, dot);
  if (!by_keys) Handle(panel, frame, scene, press, dot, shape);
  DrawMapLegend(frame, scene, area.Inset(kGap, kGap));
  DrawTools(panel, frame, scene.camera, area);
  EndPanel();
  EndPanel();
}

}  // namespace claimscope
