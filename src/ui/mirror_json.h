// What the canvas shows, for those who do not see it: rows of the table, the article with its
// marks, the names of what the filters list. The page makes plain HTML of it.
#pragma once

#include <string>

#include "ui/session.h"

namespace claimscope {

// {"first","rows":[{"index","date","place","who","side","kind","amount","status","quote","source"}],
// "names":{"region":{code: name},"kind":{...},"side":{...},"status":{...}},
// "article": null or {"title","from","text":[[text, claim number from 1 or 0], ...]}}.
std::string MirrorJson(const Session& session, size_t first, size_t count);

}  // namespace claimscope
