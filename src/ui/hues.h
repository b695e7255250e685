// The colours of what is counted, as 0xRRGGBB: of the screen and of pictures of it.
#pragma once

#include <array>
#include <cstdint>

#include "model/claim.h"
#include "ui/corpus.h"

namespace claimscope {

// Eight hues that stay apart for the common kinds of colour blindness by their lightness as well,
// each at least 3:1 against the paper.
constexpr std::array<uint32_t, kHues> kHuesLight = {0x2F6DB5, 0xC9741A, 0x23907A, 0xB23F7C,
                                                    0x748B1E, 0x6B57BA, 0x96673B, 0x3F93BF};
constexpr std::array<uint32_t, kHues> kHuesDark = {0x6FA5E6, 0xEDA04F, 0x4DC0A4, 0xE583B4,
                                                   0xB0C653, 0xA896EC, 0xC9A073, 0x74CBEA};
// The color of a hue: after the eight the same again, deeper on the light paper, paler on the dark.
constexpr uint32_t HueColor(int hue, bool dark) {
  const uint32_t base = (dark ? kHuesDark : kHuesLight)[static_cast<size_t>(hue % kHues)];
  if (hue < kHues) return base;
  uint32_t color = 0;
  for (const int shift : {0, 8, 16}) {
    const uint32_t part = base >> shift & 255;
    color |= (dark ? part + (255 - part) / 2 : part * 9 / 16) << shift;
  }
  return color;
}
constexpr std::array<uint32_t, kKindCount> kKindsLight = {0x8A6A12, 0xB42A2A, 0x566573, 0xD0570C,
                                                          0x4F7A1F, 0x5749BD, 0x0B7C78, 0x7D838C};
constexpr std::array<uint32_t, kKindCount> kKindsDark = {0xD8B24A, 0xF07A74, 0xA3B3C2, 0xF59352,
                                                         0x9CC75F, 0xA79CF5, 0x53C4BD, 0x9AA0A8};
// Okabe and Ito.
constexpr std::array<uint32_t, kSideCount> kSides = {0x0072B2, 0xD55E00, 0x56B4E9, 0xCC79A7,
                                                     0x009E73, 0x8A8F98, 0x8A8F98};

}  // namespace claimscope
