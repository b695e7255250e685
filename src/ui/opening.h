// What came of the files just opened: "759 articles read, 11,241 claims", in a line under the
// header until something else is done.
#pragma once

#include <string>

#include "ui/app.h"
#include "ui/state.h"

namespace claimscope {

class Opening {
 public:
  // Every frame. The corpus that a page begins with (the sample, one it carries) is not told of.
  void Follow(const IngestProgress& progress, const AppState& state);
  void Close() { text_.clear(); }
  const std::string& text() const { return text_; }  // empty: nothing is to be told

 private:
  bool has_rested_ = false, is_reading_ = false, was_sample_ = false;
  uint64_t articles_ = 0, claims_ = 0, skipped_ = 0, files_ = 0;
  std::string text_;
  AppState seen_;  // while it is on show
};

// Of so many files (0: not known); `problem`: why the last was skipped, if any.
std::string TellOpening(uint64_t files, uint64_t articles, uint64_t claims, uint64_t skipped,
                        const Problem* problem);

}  // namespace claimscope
