// Clauses: here is a sentence, give me the pieces that may each be a claim of their own.
//
// Boundaries are found by coordination, subordination, relatives, participles and lists of figures;
// whether a piece stands alone is decided by what it says (claims layer).
#pragma once

#include <cstdint>
#include <vector>

#include "claims/dates.h"
#include "claims/lexicon.h"
#include "claims/quantities.h"
#include "claims/sentences.h"
#include "claims/tags.h"
#include "claims/tokens.h"

namespace claimscope {

enum class Joint : uint8_t {
  kStart,        // begins the sentence
  kVerbs,        // "and entered": the same subject
  kClauses,      // "and Kyiv said": a subject of its own
  kSubordinate,  // after, since, while
  kRelative,     // which, who, where
  kParticiple,   // ", injuring six"
  kFigure,       // ", two tanks": another figure of the same verb
  kIncluding,    // "including 53 in ..."
  kMain,         // the main clause after a leading subordinate one
  kMark,         // ; or a dash
};

struct Piece {
  uint32_t begin, end;  // tokens
  Joint joint = Joint::kStart;
  int quantity = -1;   // of a figure piece: its index in the quantities given
  bool place = false;  // of a relative clause: "where the army fights on", "in which they fought"
};

// `quantities` of the whole text; [quantity_begin, quantity_end) are those of this sentence.
std::vector<Piece> SplitClauses(std::string_view text, const Tokens& tokens,
                                const Sentence& sentence, const std::vector<TagInfo>& tags,
                                const std::vector<QuantityMention>& quantities,
                                size_t quantity_begin, size_t quantity_end, const Lexicon& lexicon);

}  // namespace claimscope
