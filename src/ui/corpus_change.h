// What becomes of the view when other articles take the place of those on show.
#pragma once

#include "ui/session.h"

namespace claimscope {

// What was asked of them is cleared, which can be undone, and what was read is put away. What an
// address or a host asks for before anything is shown stands.
void GiveWay(Session& session);

}  // namespace claimscope
