// Author lines and datelines that stand in the same line as the first sentence.
#pragma once

#include <string_view>

#include "model/day.h"
#include "model/span.h"

namespace claimscope {

// "... of his alignment. By Jane Q. Writer and John Doe The court said": the author line between
// the standfirst and the story, which scrapers glue together. Empty when there is none in the head
// of the line. The names are two words each, a particle or an initial between them; a third is
// taken when a word that begins sentences follows it.
Span FindGluedByline(std::string_view page, Span line);

// "KRAMATORSK, Ukraine, April 20, 2022 – Shelling ...": the day of a dateline that begins the line;
// unknown when there is none.
Day FindDateline(std::string_view line);

}  // namespace claimscope
