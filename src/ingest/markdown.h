// Markdown with front matter: the fields of the front matter into the article, the body as plain
// text.
//
// Of YAML and TOML only what front matter of articles holds is read: scalars and lists of scalars
// on the outermost level; what is nested deeper is passed over. Of Markdown the marks are taken
// away: headings, emphasis, links (their words stay), pictures, quotes, code fences.
#pragma once

#include <string>
#include <string_view>

#include "ingest/field_names.h"
#include "model/article.h"

namespace claimscope {

// The text of the body. Fills the fields of `article` but its text, and takes it for a record, not
// a scraped page, when it has a title of its own.
std::string ReadMarkdown(std::string_view markdown, const FieldNames& names, RawArticle* article);

}  // namespace claimscope
