// Title, date and source as a page itself tells them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clean/outlets.h"
#include "clean/page.h"
#include "model/article.h"

namespace claimscope {

struct PageMetadata {
  std::string title;
  std::string source;
  std::string url;
  std::string author;
  Day date;
  std::vector<Cut> cuts;  // the lines, or parts of lines, that are metadata and not text
};

// Looks at the lines of a whole page: headers ("source: ..."), the title line, date lines.
// `is_page` false: the text of a record, which may still begin with a byline and its date but has
// no other frame. `noise`: what was found to be no text of the article; no title stands there.
PageMetadata ReadMetadata(std::string_view page, const std::vector<PageLine>& lines,
                          const std::vector<Cut>& noise, const Outlets& outlets, bool is_page);

// "Advance near the border - The Daily Example" -> the title alone and the outlet, when it is a
// known one. Returns how many bytes of `title` the title alone has.
size_t SplitTitle(std::string_view title, const Outlets& outlets, std::string* source);

}  // namespace claimscope
