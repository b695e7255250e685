// Text within HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace claimscope {

// As text or in an attribute (in double quotes); control characters, which XML does not take, are
// left out, line breaks and tabs kept.
std::string EscapedMarkup(std::string_view text);

}  // namespace claimscope
