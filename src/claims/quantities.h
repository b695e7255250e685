// Quantities: here are tokens, give me the figures with their units, bounds and what they count.
//
// Not figures: dates, ages, times of day, ordinals, numbers that are part of a name (Su-34, G-7,
// Route 5), scores. A conversion in brackets belongs to the figure before it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/dates.h"
#include "claims/lexicon.h"
#include "claims/sentences.h"
#include "claims/tokens.h"
#include "model/claim.h"

namespace claimscope {

struct QuantityMention {
  uint32_t begin, end;              // tokens, bound words and counted noun included
  uint32_t number, number_end;      // the figure itself
  uint32_t noun = 0, noun_end = 0;  // the counted noun (head phrase); equal: none
  NounClasses classes = 0;          // of the noun
  bool measured = false;            // a unit of units.tsv
  bool is_time = false;             // counts days, years ...
  bool money = false;               // dollars, euros ...
  bool article = false;             // "a tank": one, told by the article
  // "9,325 (+11) tanks": by how much it grew; tokens of "+11". Equal: not told.
  uint32_t grown_begin = 0, grown_end = 0;
  double grown = 0;
  // "46 of the 51 drones", "17 out of 21": of how many it is a part; the tokens of that figure.
  uint32_t whole_begin = 0, whole_end = 0;
  double whole = 0;
  // "a five-storey block", "half of", "one in five", "twice": a figure that no claim counts.
  bool aside = false;
  Quantity quantity;  // span, value ...
};

std::vector<QuantityMention> FindQuantities(std::string_view text, const Tokens& tokens,
                                            const std::vector<Sentence>& sentences,
                                            const std::vector<DateMention>& dates,
                                            const Lexicon& lexicon,
                                            std::vector<QuantityMention>* asides);

}  // namespace claimscope
