// The colours of what is counted, as 0xRRGGBB: of the screen and of pictures of it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "model/claim.h"

namespace claimscope {

constexpr int kHues = 16;
constexpr int kNoHue = -1;  // grey: one of the rest

// Sixteen, each at least 3:1 against the panel. No two are nearer than 10 in CIELAB (19 to an eye
// that sees all colors), also for those who lack the red, green or blue cones. Of the first eight,
// brighter ones, 11.
constexpr std::array<uint32_t, kHues> kHuesLight = {
    0x8282EA, 0xC36D53, 0x00A265, 0xBD376B, 0x49702E, 0x683A96, 0x8B3501, 0x4984BE,
    0x292E6D, 0x4C2F15, 0x037064, 0x621935, 0x98901F, 0x8E6595, 0x966500, 0x0D4C6E};
constexpr std::array<uint32_t, kHues> kHuesDark = {
    0x0091E6, 0xF9C56C, 0x57F4D7, 0xC86BB1, 0xBAEAA6, 0xECB8FF, 0xD07347, 0x06BED7,
    0x96ADFC, 0x866A04, 0x367A55, 0xFFA3B5, 0xBAB573, 0x805CB1, 0xC1927B, 0xA2EFF9};
constexpr uint32_t HueColor(int hue, bool dark) {
  return (dark ? kHuesDark : kHuesLight)[static_cast<size_t>(hue)];
}
// Of a region or a claimant: the same in every corpus and session. The factor is one of those that
// give the regions of Ukraine and neighbouring Russia told of most a hue each, the first eight the
// brighter ones.
constexpr int HueOf(std::string_view name) {
  return static_cast<int>(HashBytes(name) * 0x0e793ae98bf6e4a7 >> 60);
}
constexpr std::array<uint32_t, kKindCount> kKindsLight = {0x8A6A12, 0xB42A2A, 0x566573, 0xD0570C,
                                                          0x4F7A1F, 0x5749BD, 0x0B7C78, 0x7D838C};
constexpr std::array<uint32_t, kKindCount> kKindsDark = {0xD8B24A, 0xF07A74, 0xA3B3C2, 0xF59352,
                                                         0x9CC75F, 0xA79CF5, 0x53C4BD, 0x9AA0A8};
// Okabe and Ito.
constexpr std::array<uint32_t, kSideCount> kSides = {0x0072B2, 0xD55E00, 0x56B4E9, 0xCC79A7,
                                                     0x009E73, 0x8A8F98, 0x8A8F98};

}  // namespace claimscope
