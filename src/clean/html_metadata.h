// What an HTML page tells of itself: JSON-LD (schema.org), <meta>, <time>, its title and headings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/status.h"
#include "clean/html_content.h"
#include "clean/html_tree.h"
#include "clean/outlets.h"
#include "model/article.h"

namespace claimscope {

struct StatedMetadata {
  std::string title, author, source, url, language;
  Day date;
  DateBasis date_basis = DateBasis::kNone;
  Day updated;  // the last change; the article's day only when nothing tells another
};

// The names of assets/lexicon/meta.tsv.
class MetaNames {
 public:
  enum Field : uint8_t { kTitle, kDate, kUpdated, kAuthor, kSource, kUrl, kLanguage, kFieldCount };
  static Result<MetaNames> Load(std::string_view name, std::string_view table);
  // Values of a field, the surest first.
  std::vector<std::string_view> Values(const HtmlTree& tree, Field field) const;

 private:
  std::vector<std::string> names_[kFieldCount];
};

StatedMetadata ReadHtmlMetadata(const HtmlTree& tree, const HtmlContent& content,
                                const MetaNames& names, const Outlets& outlets);

// The names of an author line: without "By" and a date after them; empty for what is none.
std::string AuthorIn(std::string_view text);

// Fills what the blocks tell of an article and `out` lacks. Broken blocks tell nothing.
// `page_title`: of <title>, which tells the headline from the name of something else.
void ReadJsonLd(const std::vector<std::string>& blocks, std::string_view page_title,
                StatedMetadata* out);

// The title a page's <title> holds: without the site's name and section, where they can be told.
std::string TitleOfPage(const HtmlTree& tree, const Outlets& outlets);

}  // namespace claimscope
