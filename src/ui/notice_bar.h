// A few words about what was just done ("Rejected · Undo"), over the foot of the window for some
// seconds.
#pragma once

#include <chrono>

#include "ui/frame.h"

namespace claimscope {

class NoticeBar {
 public:
  // `foot`: where it ends; in the middle of [x0, x1].
  void Draw(const Frame& frame, float x0, float x1, float foot);
  // Until it goes: when a frame is due though nothing happens. 0: none is on show.
  double seconds_left() const { return seconds_left_; }

 private:
  uint64_t shown_ = 0;
  std::chrono::steady_clock::time_point since_;
  double seconds_left_ = 0;
};

}  // namespace claimscope
