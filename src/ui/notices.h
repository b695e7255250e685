// What the middle of the window says when there is no table to show, or the sample is shown.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace claimscope {

// Takes its row from the top of `rect`.
void DrawSampleNotice(const Frame& frame, Rect* rect);
// What came of the files just opened.
void DrawOpening(const Frame& frame, Rect* rect);
// A title and a line or two in the middle of what is empty; where the next thing may begin.
float DrawTold(const Frame& frame, const Rect& rect, std::string_view title, std::string_view text);
struct WayOut {
  std::string label;
  std::string_view command;
  bool enabled = true;
  std::string arguments;  // encoded
};
void DrawWaysOut(const Frame& frame, const Rect& rect, float y, std::span<const WayOut> ways);
// Why nothing is found, and what would find something.
struct NothingFound {
  uint64_t serial = ~uint64_t{0};
  std::string title, text;
  std::vector<WayOut> ways;
};
NothingFound ExplainNothing(const Session& session);
void DrawNothingFound(NothingFound& nothing, const Frame& frame, const Rect& rect);
void DrawEmpty(const Frame& frame, const Rect& rect);

}  // namespace claimscope
