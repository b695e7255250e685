#include "ui/state.h"

namespace claimscope {
namespace {

constexpr std::string_view kPers[] = {"day", "week", "month", "quarter", "year"};
constexpr std::string_view kThemes[] = {"system", "light", "dark"};
constexpr std::string_view kSorts[] = {"time", "place", "claimant", "kind", "status", "source"};
constexpr std::string_view kStacks[] = {"region", "kind", "side", "claimant", "status"};
constexpr std::string_view kScales[] = {"count", "share"};
constexpr std::string_view kContextSorts[] = {"date", "left", "right", "source"};
constexpr std::string_view kFacets[] = {"region",   "kind",     "side",  "status",
                                        "days",     "claimant", "place", "source",
                                        "language", "measure",  "review"};
constexpr std::string_view kMapFits[] = {"claims", "ukraine", "world"};
constexpr std::string_view kViews[] = {"claims", "map", "context", "compare", "overview"};

template <typename E, size_t N>
bool Find(const std::string_view (&names)[N], std::string_view name, E* out) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] != name) continue;
    *out = static_cast<E>(i);
    return true;
  }
  return false;
}

}  // namespace

std::string_view NameOf(Per per) { return kPers[static_cast<size_t>(per)]; }
std::string_view NameOf(ThemeChoice theme) { return kThemes[static_cast<size_t>(theme)]; }
std::string_view NameOf(SortBy sort) { return kSorts[static_cast<size_t>(sort)]; }
std::string_view NameOf(StackBy stack) { return kStacks[static_cast<size_t>(stack)]; }
std::string_view NameOf(Scale scale) { return kScales[static_cast<size_t>(scale)]; }
std::string_view NameOf(ContextSort sort) { return kContextSorts[static_cast<size_t>(sort)]; }
std::string_view NameOf(Facet facet) { return kFacets[static_cast<size_t>(facet)]; }
std::string_view NameOf(MapFit fit) {
  return fit == MapFit::kPlace ? "place" : kMapFits[static_cast<size_t>(fit)];
}
std::string_view NameOf(View view) { return kViews[static_cast<size_t>(view)]; }
bool FromName(std::string_view name, Per* out) { return Find(kPers, name, out); }
bool FromName(std::string_view name, ThemeChoice* out) { return Find(kThemes, name, out); }
bool FromName(std::string_view name, SortBy* out) { return Find(kSorts, name, out); }
bool FromName(std::string_view name, StackBy* out) { return Find(kStacks, name, out); }
bool FromName(std::string_view name, Scale* out) { return Find(kScales, name, out); }
bool FromName(std::string_view name, ContextSort* out) { return Find(kContextSorts, name, out); }
bool FromName(std::string_view name, Facet* out) { return Find(kFacets, name, out); }
bool FromName(std::string_view name, MapFit* out) { return Find(kMapFits, name, out); }
bool FromName(std::string_view name, View* out) { return Find(kViews, name, out); }

// Beyond 180 degrees lies the end of Russia, in one piece with the rest of it.
bool IsPossible(const MapView& view) {
  return view.lon >= -180 && view.lon <= 200 && view.lat >= -90 && view.lat <= 90 &&
         view.across > 0 && view.across <= 10'000;
}

Facet FacetOf(StackBy stack) {
  static constexpr Facet kOf[] = {Facet::kRegion, Facet::kKind, Facet::kSide, Facet::kClaimant,
                                  Facet::kStatus};
  return kOf[static_cast<size_t>(stack)];
}

std::vector<std::string>* NamesIn(Query& query, Facet facet) {
  switch (facet) {
    case Facet::kRegion:
      return &query.regions;
    case Facet::kClaimant:
      return &query.claimants;
    case Facet::kPlace:
      return &query.places;
    case Facet::kSource:
      return &query.sources;
    case Facet::kLanguage:
      return &query.languages;
    default:
      return nullptr;
  }
}

const std::vector<std::string>* NamesIn(const Query& query, Facet facet) {
  return NamesIn(const_cast<Query&>(query), facet);
}

ComparedPair SidesOf(const ComparedPair& compared) {
  ComparedPair sides;
  for (size_t i = 0; i < 2; ++i) sides[i].side = compared[i].side;
  return sides;
}

}  // namespace claimscope
