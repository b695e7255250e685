#include "ui/view.h"

#include "ui/state.h"

namespace claimscope {
namespace {

ViewOfLink ViewOf(const AppState& state) {
  AppState query, chart, map;
  query.query = chart.query = map.query = state.query;
  query.search_articles = chart.search_articles = map.search_articles = state.search_articles;
  map.map = state.map;
  chart.per = state.per;
  chart.zoom = state.zoom;
  chart.stack = state.stack;
  chart.scale = state.scale;
  return {QuestionOf(state), HashOf(query), HashOf(chart), HashOf(map)};
}

}  // namespace

Result<ViewOfLink> ReadView(std::string_view link) {
  const Result<AppState> state = WithHash(AppState(), link);
  if (!state.ok()) return state.status();
  return ViewOf(*state);
}

ViewOfLink ViewOfSearch(std::string_view search) {
  AppState state;
  state.query.text = std::string(search);
  state.search_articles = true;
  return ViewOf(state);
}

}  // namespace claimscope
