// Claims of two sides or filters about the same thing, held against each other with both quotes.
#pragma once

#include <string>
#include <vector>

#include "ui/frame.h"

namespace claimscope {

struct OpposedPair {
  Hit claims[2];  // the first mention that passes, of the first and the second side
  bool agrees = false;
  std::string reason;  // "60 drones against 12"
};

// The linked claims of both, each pair once; by the day of the first. `hits`: the claims of either
// that pass.
std::vector<OpposedPair> FindOpposed(const Session& session, const std::vector<Hit> (&hits)[2]);
// Finding them takes some 5 us for each claim of the corpus: beyond this many they are asked for.
constexpr uint64_t kOpposedAtOnce = 150'000;

struct OpposedList {
  bool agreeing = false;  // which of the two are shown
  bool all = false;
};
// Returns where it ends.
float DrawOpposed(OpposedList& list, const Frame& frame, const std::vector<OpposedPair>& pairs,
                  float x0, float x1, float y);

}  // namespace claimscope
