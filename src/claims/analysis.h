// One article through all layers up to attribution; what the claims layer and `claimscope annotate`
// look at.
#pragma once

#include <vector>

#include "claims/actors.h"
#include "claims/attribution.h"
#include "claims/dates.h"
#include "claims/gazetteer.h"
#include "claims/kinds.h"
#include "claims/lexicon.h"
#include "claims/places.h"
#include "claims/quantities.h"
#include "claims/scenes.h"
#include "claims/sentences.h"
#include "claims/tags.h"
#include "claims/tokens.h"
#include "model/article.h"

namespace claimscope {

// Everything a rule pack says, loaded.
struct RulePack {
  Lexicon lexicon;
  Gazetteer gazetteer;
  Actors actors;
  Scenes scenes;
  KindRules kinds;
  PhraseTrie topic;  // words of which one must stand in an article before claims of kind `other`
                     // are taken from it

  Status Load(const FileBundle& rules);

 private:
  void MarkStarts();
};

struct Analysis {
  std::string_view text;
  Tokens tokens;
  std::vector<Sentence> sentences;
  std::vector<TagInfo> tags;
  std::vector<DateMention> dates;
  std::vector<QuantityMention> quantities;
  std::vector<QuantityMention> asides;  // figures that no claim counts
  std::vector<PlaceFinding> places;
  std::vector<Attribution> attributions;
};

// `attitudes`: ReadAttitudes for also what people think, want or feel, of which no claim is made.
Analysis Analyse(std::string_view text, Day published, const RulePack& pack,
                 AttitudeReader attitudes = nullptr);

// The claims layer proper.
std::vector<Claim> ComposeClaims(const Article& article, const Analysis& analysis,
                                 const RulePack& pack);

}  // namespace claimscope
