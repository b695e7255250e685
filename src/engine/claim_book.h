// The distinct claims of a workspace, found anew when it has changed and somebody asks.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/engine.h"

namespace claimscope {

class ClaimBook {
 public:
  // `revision` tells whether the segments are still the same.
  void Update(const std::vector<const Segment*>& segments, uint64_t revision);

  const std::vector<DistinctClaim>& claims() const { return claims_; }
  uint32_t DistinctOf(Hit claim) const { return distinct_of_[claim.segment][claim.row]; }
  // Sets kRetold for all mentions but the first that is not kCopied, in a byte per row of each
  // segment; `told` grows where it holds nothing yet.
  void MarkRetold(std::vector<std::vector<uint8_t>>* told) const;

 private:
  uint64_t revision_ = UINT64_MAX;
  std::vector<DistinctClaim> claims_;
  std::vector<std::vector<uint32_t>> distinct_of_;  // per segment and row
};

}  // namespace claimscope
