// What the parts of an HTML page hold, and which of them were cut.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/html_content.h"
#include "clean/html_tree.h"

namespace claimscope {

// Sums over all that stands under a node and was not cut.
struct HtmlPart {
  uint32_t chars = 0, commas = 0;  // code points
  float link_chars = 0;            // those inside links; of links within the page a third
  uint32_t paragraphs = 0, images = 0, items = 0, inputs = 0, embeds = 0;
  uint32_t heading_chars = 0, list_chars = 0;
};

class HtmlParts {
 public:
  explicit HtmlParts(const HtmlTree& tree);

  const HtmlPart& Of(uint32_t node) const { return parts_[node]; }
  float LinkDensity(uint32_t node) const;
  // Runs of text and inline elements that stand right under a node.
  std::vector<HtmlPart> LooseRuns(uint32_t node) const;
  // A box without one is a paragraph.
  bool HasBlockBelow(uint32_t node) const { return has_block_[node]; }
  bool IsInTable(uint32_t node) const { return in_table_[node]; }

  bool IsCut(uint32_t node) const { return cut_[node] != kKept; }
  void Cut(uint32_t node, CutReason reason);
  // The cuts, and all that does not stand under one of the kept nodes (ascending).
  std::vector<claimscope::Cut> CutsOutside(const std::vector<uint32_t>& kept,
                                           const std::vector<HtmlHints::Found>& found) const;

 private:
  static constexpr uint8_t kKept = 0xFF;
  const HtmlTree* tree_;
  std::vector<HtmlPart> parts_;
  std::vector<uint8_t> cut_;  // CutReason of the node itself, or kKept
  std::vector<bool> in_table_, has_block_;
};

// Menus, dialogs and the like.
bool IsUnlikelyRole(std::string_view role);

// Cuts what of an element that holds the article is no article: forms, asides, share bars, and with
// `cleans` lists and boxes of links.
void CleanPart(const HtmlTree& tree, const std::vector<HtmlHints::Found>& found, uint32_t root,
               bool weighs_names, bool cleans, HtmlParts* parts);

}  // namespace claimscope
