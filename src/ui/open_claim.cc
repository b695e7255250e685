#include "ui/open_claim.h"

namespace claimscope {

void OpenClaim(const Frame& frame, Hit claim, uint32_t word) {
  const Selection selection = frame.session.SelectionOf(claim);
  frame.Do("select-claim", {{"article", selection.article},
                            {"claim", std::to_string(selection.claim + 1)},
                            {"word", std::to_string(word)}});
  frame.Do("open-article");
}

}  // namespace claimscope
