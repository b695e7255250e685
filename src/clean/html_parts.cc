#include "clean/html_parts.h"

#include <algorithm>

#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

constexpr float kHashLinkWeight = 0.3f;

bool IsHeading(HtmlTag tag) { return tag >= HtmlTag::kH1 && tag <= HtmlTag::kH6; }
bool IsList(HtmlTag tag) { return tag == HtmlTag::kUl || tag == HtmlTag::kOl; }

// Elements of which one inside a box makes the box more than a paragraph.
bool IsBlockOfText(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kBlockquote:
    case HtmlTag::kDl:
    case HtmlTag::kDiv:
    case HtmlTag::kImg:
    case HtmlTag::kOl:
    case HtmlTag::kP:
    case HtmlTag::kPre:
    case HtmlTag::kTable:
    case HtmlTag::kUl:
      return true;
    default:
      return false;
  }
}

bool IsPhrasing(HtmlTag tag) {
  return tag == HtmlTag::kText || tag == HtmlTag::kInline || tag == HtmlTag::kA ||
         tag == HtmlTag::kCode || tag == HtmlTag::kTime;
}

void Add(const HtmlPart& from, int sign, HtmlPart* to) {
  const auto add = [sign](uint32_t value, uint32_t* sum) {
    *sum = sign > 0 ? *sum + value : *sum - std::min(value, *sum);
  };
  add(from.chars, &to->chars);
  add(from.commas, &to->commas);
  add(from.paragraphs, &to->paragraphs);
  add(from.images, &to->images);
  add(from.items, &to->items);
  add(from.inputs, &to->inputs);
  add(from.embeds, &to->embeds);
  add(from.heading_chars, &to->heading_chars);
  add(from.list_chars, &to->list_chars);
  to->link_chars = std::max(0.f, to->link_chars + static_cast<float>(sign) * from.link_chars);
}

}  // namespace

bool IsUnlikelyRole(std::string_view role) {
  constexpr std::string_view kRoles[] = {"menu",        "menubar", "complementary",
                                         "navigation",  "alert",   "dialog",
                                         "alertdialog", "search",  "contentinfo"};
  return std::find(std::begin(kRoles), std::end(kRoles), role) != std::end(kRoles);
}

HtmlParts::HtmlParts(const HtmlTree& tree)
    : tree_(&tree),
      parts_(tree.nodes.size()),
      cut_(tree.nodes.size(), kKept),
      in_table_(tree.nodes.size()),
      has_block_(tree.nodes.size()) {
  const size_t count = tree.nodes.size();
  // 0 outside, 1 in a link, 2 in a link within the page; whether in a heading, in a list.
  std::vector<uint8_t> link(count), heading(count), list(count);
  for (size_t i = 0; i < count; ++i) {
    const HtmlNode& node = tree.nodes[i];
    const size_t parent = node.parent;
    link[i] = node.tag == HtmlTag::kA ? (node.is_hash_link ? 2 : 1) : i == 0 ? 0 : link[parent];
    heading[i] = IsHeading(node.tag) || (i > 0 && heading[parent] != 0);
    list[i] = IsList(node.tag) || (i > 0 && list[parent] != 0);
    in_table_[i] = node.tag == HtmlTag::kTable || (i > 0 && in_table_[parent]);
  }
  for (size_t i = count; i-- > 0;) {
    const HtmlNode& node = tree.nodes[i];
    HtmlPart& part = parts_[i];
    if (node.tag == HtmlTag::kText) {
      for (const char c : TextOf(tree.text, node.text)) {
        part.chars += c != '\n' && (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
        part.commas += c == ',' ? 1 : 0;
      }
      if (link[i] != 0) {
        part.link_chars = static_cast<float>(part.chars) * (link[i] == 2 ? kHashLinkWeight : 1);
      }
      if (heading[i] != 0) part.heading_chars = part.chars;
      if (list[i] != 0) part.list_chars = part.chars;
    }
    const bool is_plain_div = node.tag == HtmlTag::kDiv && !has_block_[i];
    part.paragraphs += node.tag == HtmlTag::kP || (is_plain_div && part.chars > 0) ? 1 : 0;
    part.images += node.tag == HtmlTag::kImg ? 1 : 0;
    part.items += node.tag == HtmlTag::kLi ? 1 : 0;
    part.inputs += node.tag == HtmlTag::kInput ? 1 : 0;
    part.embeds += node.tag == HtmlTag::kEmbed ? 1 : 0;
    if (i == 0) break;
    Add(part, 1, &parts_[node.parent]);
    if (has_block_[i] || IsBlockOfText(node.tag)) has_block_[node.parent] = true;
  }
}

float HtmlParts::LinkDensity(uint32_t node) const {
  const HtmlPart& part = parts_[node];
  return part.chars == 0 ? 0 : part.link_chars / static_cast<float>(part.chars);
}

std::vector<HtmlPart> HtmlParts::LooseRuns(uint32_t node) const {
  std::vector<HtmlPart> runs;
  bool is_open = false;
  for (uint32_t i = node + 1; i < tree_->nodes[node].end; i = tree_->nodes[i].end) {
    if (IsCut(i)) continue;
    if (!IsPhrasing(tree_->nodes[i].tag)) {
      is_open = false;
      continue;
    }
    if (!is_open) runs.emplace_back();
    is_open = true;
    Add(parts_[i], 1, &runs.back());
  }
  return runs;
}

void HtmlParts::Cut(uint32_t node, CutReason reason) {
  if (IsCut(node)) return;
  cut_[node] = static_cast<uint8_t>(reason);
  const HtmlPart part = parts_[node];
  for (uint32_t at = node; at != 0;) {
    at = tree_->nodes[at].parent;
    Add(part, -1, &parts_[at]);
  }
}

std::vector<Cut> HtmlParts::CutsOutside(const std::vector<uint32_t>& kept,
                                        const std::vector<HtmlHints::Found>& found) const {
  std::vector<claimscope::Cut> cuts;
  const auto add = [&](uint32_t node, CutReason reason) {
    const Span span = tree_->nodes[node].text;
    if (!span.empty()) cuts.push_back({span, reason});
  };
  size_t next = 0;
  for (uint32_t i = 0; i < tree_->nodes.size();) {
    const HtmlNode& node = tree_->nodes[i];
    while (next < kept.size() && tree_->nodes[kept[next]].end <= i) ++next;
    const bool is_inside = next < kept.size() && kept[next] <= i;
    const bool is_above = next < kept.size() && i < kept[next] && kept[next] < node.end;
    if (IsCut(i)) {
      add(i, static_cast<CutReason>(cut_[i]));
      i = node.end;
    } else if (is_inside || is_above) {
      ++i;
    } else {
      const bool is_against = (found[i].uses & (HtmlHints::kUnlikely | HtmlHints::kNegative)) != 0;
      add(i, is_against              ? found[i].reason
             : LinkDensity(i) > 0.5f ? CutReason::kHeadlines
                                     : CutReason::kNavigation);
      i = node.end;
    }
  }
  return cuts;
}

}  // namespace claimscope
