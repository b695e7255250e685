// What inside the element that holds the article is no article.
#include <algorithm>

#include "clean/html_parts.h"

namespace claimscope {
namespace {

bool IsList(HtmlTag tag) { return tag == HtmlTag::kUl || tag == HtmlTag::kOl; }

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
  bool IsDataTable(uint32_t table);
  bool LooksLikeData(uint32_t table) const;
  bool IsInside(uint32_t node, HtmlTag tag) const;
  bool IsInDataTable(uint32_t node);
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
  enum class Data : uint8_t { kUnknown, kYes, kNo };
  std::vector<Data> tables_;  // per node, once a table is asked for
};

bool Cleaning::IsDataTable(uint32_t table) {
  if (tables_.empty()) tables_.resize(tree_.nodes.size());
  Data& data = tables_[table];
  if (data == Data::kUnknown) data = LooksLikeData(table) ? Data::kYes : Data::kNo;
  return data == Data::kYes;
}

// One that holds data, not one that lays out the page.
bool Cleaning::LooksLikeData(uint32_t table) const {
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

bool Cleaning::IsInDataTable(uint32_t node) {
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
