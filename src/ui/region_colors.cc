#include "ui/region_colors.h"

namespace claimscope {

ImU32 RegionColor(const Frame& frame, std::string_view code) {
  return frame.theme.Hue(frame.session.HueOf(code));
}

}  // namespace claimscope
