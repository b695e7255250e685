// Steps that can be taken back: changes of the filters, and what was said of claims in review. A
// step is the whole query, and of a review what was said before: both are small.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "engine/review.h"
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
    if (!same_gesture) Push({before, {}});
  }
  // Something was said of a claim; `before`: what Reviews::Put gave.
  void RememberReview(const Query& now, Reviews::Change before) {
    gesture_ = 0;
    undone_.clear();
    Push({now, std::move(before)});
  }
  // The gesture is over: the next change is a step of its own.
  void EndGesture() { gesture_ = 0; }
  bool in_gesture() const { return gesture_ != 0; }

  // The query became `next` by a way of its own, such as the browser's back and forward: where that
  // is the step before or after, it is as if that step was taken.
  void Follow(const Query& now, const Query& next) {
    if (next == now) return;
    Query query = now;
    if (IsNext(done_, next)) {
      Move(&query, nullptr, &done_, &undone_);
    } else if (IsNext(undone_, next)) {
      Move(&query, nullptr, &undone_, &done_);
    } else {
      Remember(now, 0);
    }
  }

  bool can_undo() const { return !done_.empty(); }
  bool can_redo() const { return !undone_.empty(); }
  // Whether the step was one of review.
  bool Undo(Query* query, Reviews* reviews) { return Move(query, reviews, &done_, &undone_); }
  bool Redo(Query* query, Reviews* reviews) { return Move(query, reviews, &undone_, &done_); }

 private:
  static constexpr size_t kMaxSteps = 200;
  struct Step {
    Query query;
    std::optional<Reviews::Change> review;
  };

  static bool IsNext(const std::vector<Step>& steps, const Query& query) {
    return !steps.empty() && !steps.back().review && steps.back().query == query;
  }
  void Push(Step step) {
    if (done_.size() == kMaxSteps) done_.erase(done_.begin());
    done_.push_back(std::move(step));
  }
  bool Move(Query* query, Reviews* reviews, std::vector<Step>* from, std::vector<Step>* to) {
    gesture_ = 0;
    Step then = std::move(from->back());
    from->pop_back();
    Step back{std::exchange(*query, std::move(then.query)), {}};
    if (then.review) back.review = reviews->Put(std::move(*then.review));
    to->push_back(std::move(back));
    return then.review.has_value();
  }

  std::vector<Step> done_, undone_;
  int gesture_ = 0;
};

}  // namespace claimscope
