// The whole state as JSON: what is asked, what is selected, the counts shown. For the embedding
// page and as test oracle.
#pragma once

#include <string>

#include "ui/session.h"

namespace claimscope {

std::string StateToJson(const Session& session);

}  // namespace claimscope
