#include "ui/region_colors.h"

#include <algorithm>
#include <array>

namespace claimscope {

// A region that has no hue of its own in this corpus borrows one while it is among the few chosen:
// a chart of chosen regions must not be grey throughout.
ImU32 RegionColor(const Frame& frame, std::string_view code) {
  const Corpus& corpus = frame.session.corpus();
  const int own = corpus.HueOf(code);
  if (own != kNoHue) return frame.theme.Hue(own);
  const std::vector<std::string>& chosen = frame.state().query.regions;
  std::array<bool, kHues> taken{};
  for (const std::string& region : chosen) {
    const int hue = corpus.HueOf(region);
    if (hue != kNoHue) taken[static_cast<size_t>(hue)] = true;
  }
  for (const std::string& region : chosen) {
    if (corpus.HueOf(region) != kNoHue) continue;
    const auto free = std::find(taken.begin(), taken.end(), false);
    if (free == taken.end()) break;
    *free = true;
    if (region == code) return frame.theme.Hue(static_cast<int>(free - taken.begin()));
  }
  return frame.theme.rest;
}

}  // namespace claimscope
