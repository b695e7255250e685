// "Why this is a claim": what was read out of the words, and by which rule.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.h"

namespace claimscope {

struct WhyRow {
  enum class Mark : uint8_t { kNone, kSide, kKind, kStatus };
  std::string_view name;
  std::string value;
  Mark mark = Mark::kNone;
};

// Made when a claim is selected, drawn until another is.
struct WhyPanel {
  bool folded = false;
  std::vector<WhyRow> rows;
  Kind kind = Kind::kOther;
  Side side = Side::kUnknown;
  ClaimStatus status = ClaimStatus::kAsserted;
};

// "“last month” → June 2025, reckoned from the article's date"; words of the cleaned text `text`.
std::string MeaningOfTime(const Claim& claim, std::string_view text);
// "“Andriyivka” → Sumy Oblast, taken from the text around it".
std::string MeaningOfPlace(const RegionNames& names, const PlaceMention& place,
                           std::string_view text);

void Prepare(WhyPanel& panel, const Session& session, Hit hit);
float HeightOf(const WhyPanel& panel, const Frame& frame, float width);
void Draw(WhyPanel& panel, const Frame& frame, const Rect& rect);

}  // namespace claimscope
