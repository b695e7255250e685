// Attribution: here are sentences, give me who is said to say what: source, cue and content.
//
// Direct and indirect speech, tags before, after and inside what is said, "according to", "X: ...",
// quotations that run over sentences and paragraphs. A pronoun or a bare role ("the minister") is
// the last speaker that fits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/actors.h"
#include "claims/lexicon.h"
#include "claims/places.h"
#include "claims/sentences.h"
#include "claims/tags.h"
#include "claims/tokens.h"
#include "model/claim.h"

namespace claimscope {

struct Attribution {
  uint32_t sentence = 0;
  uint32_t source_begin = 0, source_end = 0;  // tokens; equal: not named here
  uint32_t cue_begin = 0, cue_end = 0;
  uint32_t content_begin = 0, content_end = 0;    // tokens, inside the sentence
  uint32_t content2_begin = 0, content2_end = 0;  // a second piece (a tag inside what is said)
  CueKind kind = CueKind::kSay;
  bool direct = false;   // the content is quoted
  bool named = false;    // the source is a name or body of the table, or a person
  bool media = false;    // an outlet that others quote
  bool relays = false;   // what somebody else named here has said
  bool cites = false;    // "citing X": behind or before who reports it
  bool carried = false;  // a quotation that goes on from another sentence
  bool back = false;     // "he said this in Oslo": what stands before is said
  bool whole = false;    // "as he said, ...": all of the sentence is
  Mode mode = Mode::kIndirect;
  ClaimStatus status = ClaimStatus::kAsserted;
  Side side = Side::kUnknown;
  std::string claimant;
};

// What people think, want or feel, of which no claim is made (kThink): read after all that is said.
// Given as a function, so that a program that shows none is linked without it.
class Attributor;
using AttitudeReader = void (*)(Attributor*);
void ReadAttitudes(Attributor* attributor);

// In order of sentence. `attitudes`: null, or ReadAttitudes.
std::vector<Attribution> FindAttributions(std::string_view text, const Tokens& tokens,
                                          const std::vector<Sentence>& sentences,
                                          const std::vector<TagInfo>& tags,
                                          const std::vector<PlaceFinding>& places,
                                          const Lexicon& lexicon, const Gazetteer& gazetteer,
                                          const Actors& actors, Day published,
                                          AttitudeReader attitudes);

}  // namespace claimscope
