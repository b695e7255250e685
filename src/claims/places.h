// Places: here are tokens, give me the names of places, each with the place it means and how sure
// that is.
//
// A name that several places bear, or that no table knows, takes its region from the regions named
// in its sentence, then its paragraph, then the article, in that order, and says so. Never a silent
// namesake.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/gazetteer.h"
#include "claims/sentences.h"
#include "claims/tokens.h"
#include "model/claim.h"

namespace claimscope {

struct PlaceFinding {
  uint32_t begin, end;  // tokens
  PlaceKind kind = PlaceKind::kSettlement;
  RegionId region = 0;  // 0: not known
  Sureness sure = Sureness::kExact;
  bool located =
      false;  // stands where a place stands (in, near ...), not as a government or an adjective
  const Place* place = nullptr;  // none for a settlement no table knows
  std::vector<RegionId> candidates = {};
  bool given = false;  // something is given to it: to its government, of a capital
  bool open = false;   // places that no table lists bear the name, too
};

std::vector<PlaceFinding> FindPlaces(std::string_view text, const Tokens& tokens,
                                     const std::vector<Sentence>& sentences, const Lexicon& lexicon,
                                     const Gazetteer& gazetteer);

// Is the name that ends before `at` of another state than `own`: "the Senate | of the Republic of
// Norway"? No when no state follows. `places`: in their order.
bool OfAnotherState(const Tokens& tokens, const std::vector<PlaceFinding>& places, uint32_t at,
                    RegionId own);

PlaceMention ToMention(const PlaceFinding& finding, std::string_view text, const Tokens& tokens,
                       const Gazetteer& gazetteer);

}  // namespace claimscope
