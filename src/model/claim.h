// A claim: one assertion about the world that somebody makes (../shared/claims.md defines every
// field).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/day.h"
#include "model/span.h"

namespace claimscope {

// Eight kinds and five sides, whose names a rule pack gives (model/names.h); these are the built-in
// ones.
enum class Kind : uint8_t {
  kTerritory,
  kCasualties,
  kEquipment,
  kStrike,
  kForce,
  kDiplomacy,
  kHumanitarian,
  kOther,
};
constexpr int kKindCount = 8;

enum class Side : uint8_t { kUkraine, kRussia, kAlly, kThird, kIndependent, kOutlet, kUnknown };
constexpr int kSideCount = 7;

enum class Mode : uint8_t { kDirect, kIndirect, kOutlet };
constexpr int kModeCount = 3;

enum class ClaimStatus : uint8_t { kAsserted, kUnverified, kConfirmed, kDenied, kDisputed };
constexpr int kClaimStatusCount = 5;

enum class Bound : uint8_t { kExact, kAbout, kAtLeast, kAtMost, kRange };
constexpr int kBoundCount = 5;

enum class Scope : uint8_t { kNone, kCumulative, kIncremental };
constexpr int kScopeCount = 3;

enum class TimeBasis : uint8_t { kPublication, kExplicit, kRelative };
constexpr int kTimeBasisCount = 3;

enum class Sureness : uint8_t { kExact, kAlias, kContext, kAmbiguous };
constexpr int kSurenessCount = 4;

struct Quantity {
  Span span;             // bytes of the article's text
  double value = 0;      // in the text's unit
  double value_max = 0;  // the upper end of a range; equals `value` otherwise
  std::string
      unit;  // km2 km m mi2 mi people settlements drones ... % usd eur, or a plural noun, or items
  double si_value = 0;  // in SI where the unit has one, else `value`
  std::string si_unit;  // empty where it is `unit`
  Bound bound = Bound::kExact;
  Scope scope = Scope::kNone;
  std::string of;  // what is counted: "troops", "land"
};

struct PlaceMention {
  Span span;           // bytes of the article's text
  std::string name;    // canonical
  std::string region;  // ISO 3166-2, or ISO 3166-1 country; empty when not known
  Sureness sure = Sureness::kExact;
  float lat = 0, lon = 0;               // degrees; both 0 when not known
  std::vector<std::string> candidates;  // region codes, when ambiguous
};

struct Claim {
  Span span;  // bytes of the article's text; the quote shown to the reader is exactly this
  Kind kind = Kind::kOther;
  Side side = Side::kOutlet;
  Mode mode = Mode::kOutlet;
  ClaimStatus status = ClaimStatus::kAsserted;
  Side actor = Side::kUnknown;  // who is said to have done it
  std::string claimant;         // canonical; "outlet" when the paper itself says it
  Span claimant_span;           // the words that name the claimant; empty when none
  Span cue;                     // the words that attribute; empty when none
  Span status_span;             // the words that decide the status; empty when none
  DayRange time;  // when it is said to have happened; unknown when the article is undated
  TimeBasis time_basis = TimeBasis::kPublication;
  Span time_span;      // the words that say when; empty when none
  std::string region;  // ISO 3166-2, else ISO 3166-1 country, else "-"
  std::vector<Quantity> quantities;
  std::vector<PlaceMention> places;
  std::string rule;  // id of the rule that found it
};

// The words used in files: "territory", "at_least" ... ; `name` back gives false for an unknown
// word.
std::string_view NameOf(Kind kind);
std::string_view NameOf(Side side);
std::string_view NameOf(Mode mode);
std::string_view NameOf(ClaimStatus status);
std::string_view NameOf(Bound bound);
std::string_view NameOf(Scope scope);
std::string_view NameOf(TimeBasis basis);
std::string_view NameOf(Sureness sure);
bool FromName(std::string_view name, Kind* out);
bool FromName(std::string_view name, Side* out);
bool FromName(std::string_view name, ClaimStatus* out);
bool FromName(std::string_view name, Bound* out);
bool FromName(std::string_view name, Scope* out);

}  // namespace claimscope
