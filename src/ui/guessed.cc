#include "ui/guessed.h"

#include "base/strings.h"

namespace claimscope {
namespace {

constexpr std::string_view kDay = "a guess, the day of the article, as the claim names none";
constexpr std::string_view kPlace = "a guess from the text around it, as the claim names none";
constexpr std::string_view kWhich = "a guess, as several places have this name";

// A place in a country names the country too.
bool LiesIn(std::string_view place, std::string_view region) {
  return StartsWith(place, region) &&
         (place.size() == region.size() || place[region.size()] == '-');
}

std::string_view WhyPlace(const Claim& claim) {
  if (claim.region.empty() || claim.region == "-") return {};
  std::string_view why = kPlace;
  for (const PlaceMention& place : claim.places) {
    if (!LiesIn(place.region, claim.region) || place.sure == Sureness::kContext) continue;
    if (place.sure != Sureness::kAmbiguous) return {};
    why = kWhich;
  }
  return why;
}

}  // namespace

Guesses GuessesOf(const Session& session, Hit hit) {
  const Claim found = session.workspace().FoundClaim(hit);
  const Claim claim = session.workspace().SegmentAt(hit.segment).ClaimAt(hit.row);
  Guesses guesses;
  if (claim.time.known() && claim.time_basis == TimeBasis::kPublication && claim.time == found.time)
    guesses.day = kDay;
  if (claim.region == found.region) guesses.place = WhyPlace(claim);
  return guesses;
}

}  // namespace claimscope
