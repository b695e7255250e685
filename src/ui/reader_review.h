// What the reader says of the selected claim: three buttons, and a form to correct it.
#pragma once

#include <string>

#include "ui/frame.h"
#include "ui/region_choice.h"

namespace claimscope {

struct ReviewForm {
  Selection of;  // whose values it holds
  bool open = false;
  char claimant[160] = "", from[24] = "", to[24] = "", value[32] = "", unit[32] = "";
  std::string found_unit;  // as data have it; `unit` is as people read it
  RegionChoice region;
  Kind kind = Kind::kOther;
  Side side = Side::kUnknown;
  ClaimStatus status = ClaimStatus::kAsserted;
  ClaimField wrong_field = ClaimField::kFrom;
  std::string wrong;  // what could not be taken, and why; under its field
};

constexpr float kReviewBar = 44;
// Accept, reject, correct; what was said already stands out.
void DrawReviewBar(const Frame& frame, const Rect& rect);

float HeightOf(const ReviewForm& form, const Frame& frame);
void Draw(ReviewForm& form, const Frame& frame, const Rect& rect);

}  // namespace claimscope
