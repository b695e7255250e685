// Everything the interface shows, as one plain value. Only ui/commands.cc and ApplyHash change it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/status.h"
#include "model/day.h"
#include "model/query.h"

namespace claimscope {

enum class ThemeChoice : uint8_t { kSystem, kLight, kDark };
enum class SortBy : uint8_t { kTime, kPlace, kClaimant, kKind, kStatus, kSource };
enum class StackBy : uint8_t { kRegion, kKind, kSide, kClaimant, kStatus };
// What a bar is as high as: its claims, or their share of all claims on its days.
enum class Scale : uint8_t { kCount, kShare };
enum class View : uint8_t { kClaims, kMap, kContext, kCompare, kOverview };
constexpr int kViewCount = 5;
// Words in context: the latest article first, or by the words before or after, or by outlet.
enum class ContextSort : uint8_t { kDate, kLeft, kRight, kSource };

// A claim by what stays the same from one session to the next: the article's id and the claim's
// place in it (from 0, in the order of the text). Of an article without a claim, at 0: the article.
struct Selection {
  std::string article;  // empty: nothing is selected
  uint32_t claim = 0;
  uint32_t word = 0;  // opened at a word in context: its first byte in the cleaned text, from 1

  friend bool operator==(const Selection&, const Selection&) = default;
};

// Logical pixels; what the user dragged. 0: what the layout finds right for the window.
struct PanelSizes {
  float filters = 0;
  float reader = 0;
  float chart = 0;

  friend bool operator==(const PanelSizes&, const PanelSizes&) = default;
};

enum class MapFit : uint8_t { kClaims, kUkraine, kWorld, kPlace };
// What the map shows: what suits the claims, a whole, or a place in its middle and the degrees of
// longitude from edge to edge.
struct MapView {
  MapFit fit = MapFit::kClaims;
  double lon = 0, lat = 0, across = 0;  // of kPlace

  friend bool operator==(const MapView&, const MapView&) = default;
};
// Numbers, and a place of this world.
bool IsPossible(const MapView& view);

// One of the two that are compared: what a side says under the filters, or what passes a filter.
struct Compared {
  enum class What : uint8_t { kSide, kNow, kKept };  // kNow: the filter as it is, and follows it
  What what = What::kSide;
  Side side = Side::kUnknown;
  Query kept;  // of kKept: the whole question

  friend bool operator==(const Compared&, const Compared&) = default;
};
using ComparedPair = std::array<Compared, 2>;
// The two sides that were compared last.
ComparedPair SidesOf(const ComparedPair& compared);

struct AppState {
  Query query;
  // A search finds all claims of the articles that hold its words, not only those that say them.
  bool search_articles = false;
  std::optional<Per> per;  // absent: what suits the days shown
  DayRange zoom;           // days the chart shows; unknown: all that matter
  StackBy stack = StackBy::kRegion;
  Scale scale = Scale::kCount;
  View view = View::kClaims;
  SortBy sort = SortBy::kTime;
  bool descending = true;  // the latest first
  MapView map;
  std::string map_cursor;  // the region that the keyboard is on; empty: none
  ContextSort context_sort = ContextSort::kDate;
  ComparedPair compared{Compared{Compared::What::kSide, Side::kUkraine, {}},
                        Compared{Compared::What::kSide, Side::kRussia, {}}};
  std::string compared_measure;       // empty: the one told most often
  std::optional<Kind> compared_kind;  // of the claims that tell amounts; none: the commonest
  Selection selection;
  bool reader_open = false;
  std::string beside;          // the id of the article that the reader compares with; empty: none
  bool source_open = false;    // the reader shows the record as its file has it
  bool seek_copies = false;    // the user asked for them before they were known
  bool correcting = false;     // the selected claim is being corrected
  uint32_t open_lists = 0;     // BitOf each long list of the filters that is unfolded
  bool filters_open = true;    // where there is room for them
  bool drawer_open = false;    // the filters of a narrow window
  bool problems_open = false;  // the list of what could not be read
  bool help_open = false;
  bool help_on_search = false;  // the help is about searching
  bool palette_open = false;
  bool export_open = false;
  ThemeChoice theme = ThemeChoice::kSystem;
  PanelSizes sizes;
  bool sample_notice_closed = false;
  // Grows when the user asked to type a search; the search field takes the keyboard.
  uint32_t search_focus = 0;
  // Grows each time all filters are cleared: what was typed to find in their lists goes too.
  uint32_t clears = 0;
  // Grows when the table is to begin with the selected row.
  uint32_t list_from = 0;
};

// The words used in commands, hashes and JSON.
std::string_view NameOf(Per per);
std::string_view NameOf(ThemeChoice theme);
std::string_view NameOf(SortBy sort);
std::string_view NameOf(StackBy stack);
std::string_view NameOf(Scale scale);
std::string_view NameOf(View view);
std::string_view NameOf(ContextSort sort);
std::string_view NameOf(Facet facet);
std::string_view NameOf(MapFit fit);  // "place" too
bool FromName(std::string_view name, Per* out);
bool FromName(std::string_view name, ThemeChoice* out);
bool FromName(std::string_view name, SortBy* out);
bool FromName(std::string_view name, StackBy* out);
bool FromName(std::string_view name, Scale* out);
bool FromName(std::string_view name, View* out);
bool FromName(std::string_view name, ContextSort* out);
bool FromName(std::string_view name, Facet* out);
bool FromName(std::string_view name, MapFit* out);  // not "place"

// What is asked: the query, and where its words are looked for.
Query QuestionOf(const AppState& state);
// What one of the two compared asks: of a side, whatever sides the filter chooses.
Query QuestionOf(const AppState& state, const Compared& compared);

// The facet that a stack stands for.
Facet FacetOf(StackBy stack);
// The names a query holds of a list of names; nullptr for facets that have none.
std::vector<std::string>* NamesIn(Query& query, Facet facet);
const std::vector<std::string>* NamesIn(const Query& query, Facet facet);

// "ukraine", "now", or of a kept filter what a link carries of it: "v1&region=UA-59".
std::string NameOf(const Compared& compared);
Status ReadCompared(std::string_view name, std::string_view value, Compared* out);

// "2025-05-01" and "2025-06-30"; an empty `to` is `from`. Fails when either is no date or they are
// in the wrong order.
Result<DayRange> ParseDayRange(std::string_view from, std::string_view to);

// "v1&from=2025-05-01&to=2025-06-30&region=UA-59,UA-63&kind=strike&q=drones": what a link carries.
// Parts at rest are left out; sizes and theme belong to the reader of the link and are not in it.
// `has_claim`: false for an article without one that is read.
std::string HashOf(const AppState& state, bool has_claim = true);
// `state` with the parts of `hash` in place of its own; an empty hash is the state at rest. Fails,
// naming the part, at a value that cannot be; unknown names are passed over, so that a later
// version's link still opens.
Result<AppState> WithHash(const AppState& state, std::string_view hash);
// The same without the parts that cannot be: `problem` is the first of them. Days go in pairs, so
// that half a range is not another one. Where nothing can be read, `state` stays as it is.
AppState WithUsableParts(const AppState& state, std::string_view hash, Status* problem);

}  // namespace claimscope
