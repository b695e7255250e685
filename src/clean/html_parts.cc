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

namespace {

class Cleaning {
 public:
  Cleaning(const HtmlTree& tree, const std::vector<HtmlHints::Found>& found, bool weighs_names,
           HtmlParts* parts)
      : tree_(tree), found_(found), weighs_names_(weighs_names), parts_(*parts) {}

  void Clean(uint32_t root, bool cleans);

 private:
  float Weight(uint32_t node) const {
    if (!weighs_names_) return 0;
    const uint8_t uses = found_[node].uses;
    return ((uses & HtmlHints::kPositive) != 0 ? 25.f : 0) -
           ((uses & HtmlHints::kNegative) != 0 ? 25.f : 0);
  }
  bool IsDataTable(uint32_t table) const;
  bool IsInside(uint32_t node, HtmlTag tag) const;
  bool IsInDataTable(uint32_t node) const;
  void CleanWhere(uint32_t root, HtmlTag tag);
  bool IsNoText(uint32_t node) const;
  CutReason ReasonOf(uint32_t node) const {
    const uint8_t against = HtmlHints::kUnlikely | HtmlHints::kNegative;
    if ((found_[node].uses & against) != 0) return found_[node].reason;
    return parts_.LinkDensity(node) > 0.2f ? CutReason::kHeadlines : CutReason::kNavigation;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlHints::Found>& found_;
  const bool weighs_names_;
  HtmlParts& parts_;
};

// One that holds data, not one that lays out the page.
bool Cleaning::IsDataTable(uint32_t table) const {
  if (tree_.nodes[table].role == "presentation") return false;
  uint32_t rows = 0;
  uint32_t cells = 0;
  for (uint32_t i = table + 1; i < tree_.nodes[table].end; ++i) {
    const HtmlTag tag = tree_.nodes[i].tag;
    if (tag == HtmlTag::kTh) return true;
    if (tag == HtmlTag::kTable) return false;
    rows += tag == HtmlTag::kTr ? 1 : 0;
    cells += tag == HtmlTag::kTd ? 1 : 0;
  }
  return rows >= 10 || cells > 4 * std::max(rows, 1u) || (rows > 1 && cells > 10);
}

bool Cleaning::IsInside(uint32_t node, HtmlTag tag) const {
  for (int level = 0; level < 4 && node != 0; ++level) {
    node = tree_.nodes[node].parent;
    if (tree_.nodes[node].tag == tag) return true;
  }
  return false;
}

bool Cleaning::IsInDataTable(uint32_t node) const {
  if (!parts_.IsInTable(node)) return false;
  while (node != 0) {
    if (tree_.nodes[node].tag == HtmlTag::kTable && IsDataTable(node)) return true;
    node = tree_.nodes[node].parent;
  }
  return false;
}

// Whether a box or a list holds links, pictures or fields rather than text.
bool Cleaning::IsNoText(uint32_t node) const {
  const HtmlPart& part = parts_.Of(node);
  const float weight = Weight(node);
  if (weight < 0) return true;
  if (part.commas >= 10) return false;
  const auto chars = static_cast<float>(std::max(part.chars, 1u));
  const bool is_list =
      IsList(tree_.nodes[node].tag) || static_cast<float>(part.list_chars) / chars > 0.9f;
  const bool is_in_figure = IsInside(node, HtmlTag::kFigure);
  const float density = parts_.LinkDensity(node);
  const float paragraphs = static_cast<float>(part.paragraphs);
  const auto images = static_cast<float>(part.images);
  if (!is_in_figure && part.images > 1 && paragraphs / images < 0.5f) {
    // A list of pictures with their words stays.
    if (!is_list || part.images != part.items) return true;
  }
  if (!is_list && static_cast<float>(part.items) - 100 > paragraphs) return true;
  if (part.inputs > part.paragraphs / 3) return true;
  const float heading_density = static_cast<float>(part.heading_chars) / chars;
  if (!is_list && !is_in_figure && heading_density < 0.9f && part.chars < 25 &&
      (part.images == 0 || part.images > 2) && density > 0) {
    return true;
  }
  if (!is_list && weight < 25 && density > 0.2f) return true;
  if (weight >= 25 && density > 0.5f) return true;
  if ((part.embeds == 1 && part.chars < 75) || part.embeds > 1) return true;
  return part.images == 0 && part.chars == 0;
}

// From the last to the first, so that what is inside is judged before what holds it.
void Cleaning::CleanWhere(uint32_t root, HtmlTag tag) {
  for (uint32_t i = tree_.nodes[root].end; i-- > root + 1;) {
    const HtmlTag own = tree_.nodes[i].tag;
    if (own != tag || parts_.IsCut(i)) continue;
    if (tag == HtmlTag::kDiv && !parts_.HasBlockBelow(i)) continue;  // a paragraph
    if (tag == HtmlTag::kTable && IsDataTable(i)) continue;
    if (IsInDataTable(i) || IsInside(i, HtmlTag::kCode)) continue;
    if (IsNoText(i)) parts_.Cut(i, ReasonOf(i));
  }
}

void Cleaning::Clean(uint32_t root, bool cleans) {
  const uint32_t end = tree_.nodes[root].end;
  if (cleans) {
    CleanWhere(root, HtmlTag::kForm);
    CleanWhere(root, HtmlTag::kFieldset);
  }
  for (uint32_t i = root + 1; i < end; ++i) {
    const HtmlTag tag = tree_.nodes[i].tag;
    if (parts_.IsCut(i)) continue;
    if (tag == HtmlTag::kFooter || tag == HtmlTag::kAside) {
      parts_.Cut(i, (found_[i].uses & (HtmlHints::kUnlikely | HtmlHints::kNegative)) != 0
                        ? found_[i].reason
                        : CutReason::kNavigation);
    } else if (tag == HtmlTag::kNav) {
      parts_.Cut(i, CutReason::kNavigation);
    } else if ((found_[i].uses & HtmlHints::kShare) != 0 && parts_.Of(i).chars < 500 &&
               tag != HtmlTag::kText) {
      parts_.Cut(i, CutReason::kSharing);
    } else if ((tag == HtmlTag::kH1 || tag == HtmlTag::kH2) && Weight(i) < 0) {
      parts_.Cut(i, ReasonOf(i));
    }
  }
  if (!cleans) return;
  CleanWhere(root, HtmlTag::kTable);
  CleanWhere(root, HtmlTag::kUl);
  CleanWhere(root, HtmlTag::kDiv);
}

}  // namespace

void CleanPart(const HtmlTree& tree, const std::vector<HtmlHints::Found>& found, uint32_t root,
               bool weighs_names, bool cleans, HtmlParts* parts) {
  Cleaning(tree, found, weighs_names, parts).Clean(root, cleans);
}

}  // namespace claimscope
