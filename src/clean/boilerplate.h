// What of a page is not the article: the cuts, each with its reason, before white space is seen to.
//
// Two kinds of rule work together: phrases from the table, and shapes that need no words (runs of
// short lines that are lists of links, runs of clock times, runs of capitals that are links to
// other articles). Method: line and sentence rules in the manner of Kohlschütter et al.,
// "Boilerplate Detection using Shallow Text Features" (WSDM 2010): short, unfinished pieces that
// stand together are navigation, long finished ones are text.
#pragma once

#include <string_view>
#include <vector>

#include "clean/page.h"
#include "clean/phrase_rules.h"
#include "model/article.h"

namespace claimscope {

// `is_page`: lines are meaningful and the page's frame may still be there; otherwise only what is
// sure is cut.
std::vector<Cut> FindBoilerplate(std::string_view page, const std::vector<PageLine>& lines,
                                 const PhraseRules& rules, bool is_page);

// Sorts and joins the cuts, and adds those of the white space they leave: line edges, blank lines.
// What remains are lines parted by one line break each.
std::vector<Cut> WithBlankCuts(std::string_view page, std::vector<Cut> cuts);

}  // namespace claimscope
