#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace claimscope {
namespace {

float Chosen(float size, float usual, float least, float most) {
  return std::floor(std::clamp(size > 0 ? size : usual, least, std::max(least, most)));
}

// A measure of some 60 characters where there is room for it.
float UsualReader(float width) {
  if (width >= 1800) return 560;
  return width >= 1400 ? 480 : 400;
}

}  // namespace

float ChartHeight(const AppState& state, float center_height) {
  // The table is read beside the chart; the other views are pictures of their own.
  const bool table = state.view == View::kClaims || state.view == View::kContext;
  const float usual = std::clamp(center_height * (table ? 0.28f : 0.16f), 96.0f, 260.0f);
  return Chosen(state.sizes.chart, usual, 72, center_height * 0.6f);
}

Layout LayOut(float width, float height, const AppState& state) {
  Layout layout;
  Rect rest{{0, 0}, {width, height}};
  layout.top = CutTop(&rest, std::min(kTopBar, height));
  layout.status = CutBottom(&rest, std::min(kStatusBar, rest.height()));
  const bool narrow = width < kNarrow;
  layout.filters_over = narrow;
  layout.has_filters = narrow ? state.drawer_open : state.filters_open;
  layout.reader_over = width < kWide;
  layout.has_reader = state.reader_open;
  if (layout.has_filters) {
    const float usual = width < kWide ? 240 : 280;
    const float size = narrow ? std::min(320.0f, width - 40)
                              : Chosen(state.sizes.filters, usual, 200, width * 0.35f);
    Rect space = rest;
    layout.filters = CutLeft(narrow ? &space : &rest, size);
  }
  if (layout.has_reader) {
    const float most = layout.reader_over ? width : rest.width() - 360;
    float size = Chosen(state.sizes.reader, UsualReader(width), 320, most);
    if (layout.reader_over) size = narrow ? width : std::min(560.0f, width - 80);
    Rect space = rest;
    layout.reader = CutRight(layout.reader_over ? &space : &rest, size);
  }
  layout.center = rest;
  return layout;
}

}  // namespace claimscope
