// What of the page other functions of the border work on. There once cs_page_start has succeeded.
#pragma once

#include "engine/engine.h"
#include "ui/app.h"

namespace claimscope {

Workspace* PageWorkspace();
App* PageApp();
void RequestPageFrame();

}  // namespace claimscope
