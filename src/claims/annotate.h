// The layers as plain mentions, for people and tests to look at.
#pragma once

#include <vector>

#include "claims/analysis.h"
#include "claims/claims.h"

namespace claimscope {

std::vector<LayerMention> AnnotateLayer(Layer layer, const Article& article, const RulePack& pack);

}  // namespace claimscope
