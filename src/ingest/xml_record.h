// The markup of one article in a feed -> its fields.
#pragma once

#include <string_view>

#include "ingest/field_names.h"
#include "model/article.h"

namespace claimscope {

// `markup` begins with the start tag of the element. What holds tags or entities of HTML is marked
// as HTML.
RawArticle ReadXmlRecord(std::string_view markup, const FieldNames& names);

}  // namespace claimscope
