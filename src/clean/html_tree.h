// An HTML page as a plain tree: what of it a reader could see, with its text and where that stands
// in the page. The parser (gumbo, as Nokogiri keeps it) is known to html_tree.cc alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "model/span.h"

namespace claimscope {

enum class HtmlTag : uint8_t {
  kText,
  kInline,  // any element that does not break the line
  kBlock,   // any other that does
  kA,
  kAddress,
  kArticle,
  kAside,
  kBlockquote,
  kBody,
  kBr,
  kCode,
  kDd,
  kDiv,
  kDl,
  kDt,
  kFieldset,
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHeader,
  kHr,
  kImg,
  kInput,
  kEmbed,
  kLi,
  kMain,
  kNav,
  kOl,
  kP,
  kPre,
  kSection,
  kTable,
  kTbody,
  kTd,
  kTh,
  kTime,
  kTr,
  kUl,
};

// Nodes stand in the order of the page, parents before children: the nodes under node i are
// [i + 1, nodes[i].end).
struct HtmlNode {
  HtmlTag tag = HtmlTag::kInline;
  bool is_hidden = false;  // says so itself
  bool is_hash_link = false;
  uint32_t parent = 0;
  uint32_t end = 0;
  Span text;            // of HtmlTree::text: all that stands under the node
  std::string classes;  // class and id, lower case
  std::string role;     // role, rel, itemprop and property, lower case, parted by spaces
};

struct HtmlMeta {
  std::string name, content;  // name lower case: of name, property, itemprop or http-equiv
};
struct HtmlTime {
  uint32_t node = 0;     // 0: in the head
  std::string datetime;  // the attribute
};

struct HtmlTree {
  std::vector<HtmlNode> nodes;  // [0] is the body
  std::string text;             // blocks parted by line breaks, white space as a browser shows it
  std::vector<SourceRun> source;

  std::string title, language, canonical;
  std::vector<HtmlMeta> metas;
  std::vector<HtmlTime> times;
  std::vector<std::string> json_ld;
};

// Any bytes make a tree. What is nested deeper than the parser follows comes as plain text.
HtmlTree ParseHtml(std::string_view html);

}  // namespace claimscope
