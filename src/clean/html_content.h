// Which parts of an HTML page are the article.
//
// Method: Readability, the reader view of Firefox (Arc90, Mozilla): paragraphs give points to the
// elements around them, by length and commas; link density and the names of classes weigh; the best
// element and its like siblings are the article, and what in it looks like a list of links, a form
// or a share bar is cut. Block density and link density as features: Kohlschütter et al.,
// "Boilerplate Detection using Shallow Text Features" (WSDM 2010).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/status.h"
#include "clean/html_tree.h"
#include "model/article.h"

namespace claimscope {

// The words of assets/lexicon/html.tsv.
class HtmlHints {
 public:
  enum Use : uint8_t {
    kUnlikely = 1,
    kMaybe = 2,
    kPositive = 4,
    kNegative = 8,
    kByline = 16,
    kShare = 32
  };
  struct Found {
    uint8_t uses = 0;
    CutReason reason = CutReason::kNavigation;  // of the first word against
  };
  static Result<HtmlHints> Load(std::string_view name, std::string_view table);
  // Of one element's class and id.
  Found Find(std::string_view classes) const;

 private:
  struct Row {
    std::string word;
    Use use;
    CutReason reason;
  };
  std::vector<Row> rows_;
};

struct HtmlContent {
  std::vector<Cut> cuts;      // spans of HtmlTree::text
  std::vector<Span> bylines;  // those of the cuts that are author lines
  uint32_t root = 0;          // the element that holds the article
};
HtmlContent FindHtmlContent(const HtmlTree& tree, const HtmlHints& hints);

}  // namespace claimscope
