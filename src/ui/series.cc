#include "ui/series.h"

#include "ui/format.h"
#include "ui/marks.h"

namespace claimscope {
namespace {

constexpr std::string_view kRest = "other";

bool IsNone(Facet stack, std::string_view series) {
  return series == (stack == Facet::kClaimant ? "outlet" : "-");
}

// A kind is called "other" too, and it is no rest.
bool IsRest(Facet stack, std::string_view series) {
  return series == kRest && (stack == Facet::kRegion || stack == Facet::kClaimant);
}

template <typename E>
E Of(std::string_view name) {
  E value{};
  FromName(name, &value);
  return value;
}

}  // namespace

ImU32 SeriesColor(const Frame& frame, Facet stack, std::string_view series) {
  const Theme& theme = frame.theme;
  if (stack == Facet::kKind) return theme.Of(Of<Kind>(series));
  if (stack == Facet::kSide) {
    const Side side = Of<Side>(series);
    return side == Side::kUnknown ? theme.nowhere : theme.Of(side);
  }
  if (stack == Facet::kStatus) return theme.Of(Of<ClaimStatus>(series));
  if (IsNone(stack, series)) return theme.nowhere;
  return series == kRest ? theme.rest : theme.Hue(frame.session.HueOf(series));
}

void DrawSeriesMark(const Frame& frame, ImDrawList* list, ImVec2 center, Facet stack,
                    std::string_view series) {
  switch (stack) {
    case Facet::kKind:
      return DrawMark(list, frame.theme, center, Of<Kind>(series));
    case Facet::kSide:
      return DrawMark(list, frame.theme, center, Of<Side>(series));
    case Facet::kStatus:
      return DrawMark(list, frame.theme, center, Of<ClaimStatus>(series));
    default:
      return DrawSwatch(list, center, SeriesColor(frame, stack, series));
  }
}

bool CanFilter(Facet stack, std::string_view series) { return !IsRest(stack, series); }

void ToggleSeries(const Frame& frame, Facet stack, std::string_view series) {
  switch (stack) {
    case Facet::kKind:
      return frame.Do("toggle-kind", {{"name", series}});
    case Facet::kSide:
      return frame.Do("toggle-side", {{"name", series}});
    case Facet::kStatus:
      return frame.Do("toggle-status", {{"name", series}});
    case Facet::kClaimant:
      return frame.Do("toggle-name", {{"list", NameOf(stack)}, {"name", series}});
    default:
      return frame.Do("toggle-region", {{"code", series}});
  }
}

}  // namespace claimscope
