// Steps that can be taken back: changes of the filters and of what is compared, and what was said
// of claims in review. A step is the whole query, and of a review what was said before: both are
// small.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "engine/review.h"
#include "ui/state.h"

namespace claimscope {

class History {
 public:
  // Call with the state as it was before a change. While a gesture goes on (a drag, typing) its
  // first step is the only one kept; `gesture` parts one kind of gesture from another, 0 is a
  // change of its own.
  void Remember(const AppState& before, int gesture) {
    const bool same_gesture = gesture != 0 && gesture == gesture_;
    gesture_ = gesture;
    undone_.clear();
    if (!same_gesture) Push(StepOf(before));
  }
  // Something was said of a claim; `before`: what Reviews::Put gave.
  void RememberReview(const AppState& now, Reviews::Change before) {
    gesture_ = 0;
    undone_.clear();
    Step step = StepOf(now);
    step.review = std::move(before);
    Push(std::move(step));
  }
  // The gesture is over: the next change is a step of its own.
  void EndGesture() { gesture_ = 0; }
  bool in_gesture() const { return gesture_ != 0; }

  // The state became `next` by a way of its own, such as the browser's back and forward: where that
  // is the step before or after, it is as if that step was taken.
  void Follow(const AppState& now, const AppState& next) {
    if (IsOf(StepOf(now), next)) return;
    AppState state = now;
    if (IsNext(done_, next)) {
      Move(&state, nullptr, &done_, &undone_);
    } else if (IsNext(undone_, next)) {
      Move(&state, nullptr, &undone_, &done_);
    } else {
      Remember(now, 0);
    }
  }

  bool can_undo() const { return !done_.empty(); }
  bool can_redo() const { return !undone_.empty(); }
  // Whether the step was one of review.
  bool Undo(AppState* state, Reviews* reviews) { return Move(state, reviews, &done_, &undone_); }
  bool Redo(AppState* state, Reviews* reviews) { return Move(state, reviews, &undone_, &done_); }

 private:
  static constexpr size_t kMaxSteps = 200;
  struct Step {
    Query query;
    ComparedPair compared;
    std::optional<Reviews::Change> review;
  };

  static Step StepOf(const AppState& state) { return {state.query, state.compared, {}}; }
  static bool IsOf(const Step& step, const AppState& state) {
    return step.query == state.query && step.compared == state.compared;
  }
  static bool IsNext(const std::vector<Step>& steps, const AppState& state) {
    return !steps.empty() && !steps.back().review && IsOf(steps.back(), state);
  }
  void Push(Step step) {
    if (done_.size() == kMaxSteps) done_.erase(done_.begin());
    done_.push_back(std::move(step));
  }
  bool Move(AppState* state, Reviews* reviews, std::vector<Step>* from, std::vector<Step>* to) {
    gesture_ = 0;
    Step then = std::move(from->back());
    from->pop_back();
    Step back = StepOf(*state);
    state->query = std::move(then.query);
    state->compared = std::move(then.compared);
    if (then.review) back.review = reviews->Put(std::move(*then.review));
    to->push_back(std::move(back));
    return then.review.has_value();
  }

  std::vector<Step> done_, undone_;
  int gesture_ = 0;
};

}  // namespace claimscope
