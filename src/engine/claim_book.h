// The distinct claims of a workspace, found anew when it has changed and somebody asks.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/engine.h"

namespace claimscope {

class ClaimBook {
 public:
  // `revision` tells whether the segments are still the same.
  void Update(const std::vector<const Segment*>& segments, uint64_t revision);
  // The same, little by little: on until `is_late`; true when all is found. The rest is only to be
  // asked then.
  bool Prepare(const std::vector<const Segment*>& segments, uint64_t revision,
               const std::function<bool()>& is_late);

  const std::vector<DistinctClaim>& claims() const { return claims_; }
  uint32_t DistinctOf(Hit claim) const { return distinct_of_[claim.segment][claim.row]; }
  // Sets kRetold for all mentions but the first that is not kCopied, in a byte per row of each
  // segment; `told` grows where it holds nothing yet.
  void MarkRetold(std::vector<std::vector<uint8_t>>* told) const;

 private:
  using Segments = std::vector<const Segment*>;
  // One small step after the other; each of the first returns false when nothing is left for it.
  bool Clear();
  void Begin(const Segments& segments);
  bool TellNext(const Segments& segments);
  bool FinishNext(const Segments& segments);
  void PushNext(const Segments& segments, uint32_t segment, uint32_t row);

  enum class Stage : uint8_t { kClear, kTell, kLink, kFinish, kLetGo, kDone };
  Stage stage_ = Stage::kClear;
  uint64_t revision_ = UINT64_MAX;
  ToldAgain told_;
  // The next claim of each segment, by anchor day, undated last; then segment. A heap.
  struct Next {
    int32_t day;
    uint32_t segment, row;
    bool operator>(const Next& other) const {
      return day != other.day ? day > other.day : segment > other.segment;
    }
  };
  std::vector<Next> next_;
  uint32_t finished_ = 0;
  std::vector<DistinctClaim> claims_;
  std::vector<std::vector<uint32_t>> distinct_of_;  // per segment and row
};

}  // namespace claimscope
