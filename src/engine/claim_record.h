// One exported claim, as it stands in a file.
#pragma once

#include <string>
#include <string_view>

#include "model/article.h"
#include "model/claim.h"

namespace claimscope {

struct ClaimRecord {
  Article article;    // without a text
  Claim claim;        // spans are bytes of the text it was read from
  std::string quote;  // the words under claim.span
};

// From a line of NDJSON, an annotation, or an item of a list; `line` must be valid UTF-8. Null, or
// why it is none.
const char* ReadClaimRecord(std::string_view line, ClaimRecord* out);

}  // namespace claimscope
