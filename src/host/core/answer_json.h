// What the core module answers, as JSON: web/core/claimscope.d.ts describes it field by field.
#pragma once

#include <string>
#include <string_view>

#include "engine/engine.h"
#include "host/core/question.h"

namespace claimscope {

std::string HitsJson(Workspace* workspace, const Question& question);
std::string CountsJson(Workspace* workspace, const Question& question);
std::string ArticlesJson(Workspace* workspace, const Question& question);
// The article of that id and its claims; "null" when there is none.
std::string WholeArticleJson(const Workspace& workspace, std::string_view id);

}  // namespace claimscope
