// What is asked for that no claim of the corpus has: "lang:uk" among English articles, a name in a
// link that was made for others.
#pragma once

#include "ui/nothing_found.h"

namespace claimscope {

// True when there is such a value, of the search or else of the filters: the first is told, with
// the nearest there are as ways out.
bool FindMissing(const Session& session, NothingFound* out);

}  // namespace claimscope
