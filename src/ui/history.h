// Steps of filtering that can be taken back. A step is the whole query: it is small.
#pragma once

#include <utility>
#include <vector>

#include "model/query.h"

namespace claimscope {

class History {
 public:
  // Call with the query as it was before a change. While a gesture goes on (a drag, typing) its
  // first step is the only one kept; `gesture` parts one kind of gesture from another, 0 is a
  // change of its own.
  void Remember(const Query& before, int gesture) {
    const bool same_gesture = gesture != 0 && gesture == gesture_;
    gesture_ = gesture;
    undone_.clear();
    if (same_gesture) return;
    if (done_.size() == kMaxSteps) done_.erase(done_.begin());
    done_.push_back(before);
  }
  // The gesture is over: the next change is a step of its own.
  void EndGesture() { gesture_ = 0; }
  bool in_gesture() const { return gesture_ != 0; }

  // The query became `next` by a way of its own, such as the browser's back and forward: where that
  // is the step before or after, it is as if that step was taken.
  void Follow(const Query& now, const Query& next) {
    if (next == now) return;
    if (can_undo() && done_.back() == next) {
      Undo(now);
    } else if (can_redo() && undone_.back() == next) {
      Redo(now);
    } else {
      Remember(now, 0);
    }
  }

  bool can_undo() const { return !done_.empty(); }
  bool can_redo() const { return !undone_.empty(); }
  Query Undo(Query now) { return Move(std::move(now), &done_, &undone_); }
  Query Redo(Query now) { return Move(std::move(now), &undone_, &done_); }

 private:
  static constexpr size_t kMaxSteps = 200;

  Query Move(Query now, std::vector<Query>* from, std::vector<Query>* to) {
    gesture_ = 0;
    to->push_back(std::move(now));
    Query then = std::move(from->back());
    from->pop_back();
    return then;
  }

  std::vector<Query> done_, undone_;
  int gesture_ = 0;
};

}  // namespace claimscope
