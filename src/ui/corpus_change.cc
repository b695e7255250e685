#include "ui/corpus_change.h"

namespace claimscope {

void GiveWay(Session& session) {
  if (session.workspace().segment_count() == 0) return;
  AppState& state = session.state;
  state.zoom = {};
  state.selection = {};
  state.beside.clear();
  state.reader_open = state.source_open = state.correcting = false;
  const ComparedPair sides = SidesOf(state.compared);
  if (state.query == Query{} && state.compared == sides) return;
  session.history.EndGesture();
  session.history.Remember(state, 0);
  state.query = {};
  state.compared = sides;
  ++state.clears;
  session.Tell("Search and filters cleared for the new articles", "undo");
}

}  // namespace claimscope
