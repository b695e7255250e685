#include "clean/html_content.h"

#include <algorithm>
#include <cmath>

#include "base/stable_sort.h"
#include "base/strings.h"
#include "base/table.h"
#include "clean/html_parts.h"

namespace claimscope {
namespace {

constexpr uint32_t kMinParagraphChars = 25;
constexpr uint32_t kMinArticleChars = 500;  // with less, the search begins anew with looser rules
constexpr int kScoredAncestors = 5;
constexpr size_t kTopCandidates = 5;
constexpr uint32_t kMaxBylineChars = 100;

float TagScore(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kDiv:
      return 5;
    case HtmlTag::kPre:
    case HtmlTag::kTd:
    case HtmlTag::kBlockquote:
      return 3;
    case HtmlTag::kAddress:
    case HtmlTag::kOl:
    case HtmlTag::kUl:
    case HtmlTag::kDl:
    case HtmlTag::kDd:
    case HtmlTag::kDt:
    case HtmlTag::kLi:
    case HtmlTag::kForm:
      return -3;
    case HtmlTag::kH1:
    case HtmlTag::kH2:
    case HtmlTag::kH3:
    case HtmlTag::kH4:
    case HtmlTag::kH5:
    case HtmlTag::kH6:
    case HtmlTag::kTh:
      return -5;
    default:
      return 0;
  }
}

class ContentFinder {
 public:
  ContentFinder(const HtmlTree& tree, const HtmlHints& hints) : tree_(tree) {
    found_.reserve(tree.nodes.size());
    std::unordered_map<std::string_view, HtmlHints::Found> known;
    for (const HtmlNode& node : tree.nodes) {
      const auto [at, is_new] = known.try_emplace(node.classes);
      if (is_new) at->second = hints.Find(node.classes);
      found_.push_back(at->second);
    }
  }

  HtmlContent Find();

 private:
  struct Looseness {
    bool strips_unlikely = true, weighs_names = true, cleans = true;
  };
  uint32_t Try(Looseness loose, HtmlParts* parts, std::vector<uint32_t>* kept) const;
  void CutUnlikely(bool strips, HtmlParts* parts) const;
  void ScoreParagraphs(bool weighs_names, const HtmlParts& parts, std::vector<float>* scores) const;
  void GivePoints(uint32_t parent, uint32_t chars, uint32_t commas, bool weighs_names,
                  std::vector<float>* scores) const;
  uint32_t ChooseRoot(const HtmlParts& parts, const std::vector<float>& scores) const;
  uint32_t Climb(uint32_t top, const std::vector<float>& scores) const;
  std::vector<uint32_t> SiblingsOf(uint32_t top, const HtmlParts& parts,
                                   const std::vector<float>& scores) const;
  float NameWeight(uint32_t node) const {
    float weight = 0;
    if ((found_[node].uses & HtmlHints::kNegative) != 0) weight -= 25;
    if ((found_[node].uses & HtmlHints::kPositive) != 0) weight += 25;
    return weight;
  }
  bool IsByline(uint32_t node, const HtmlParts& parts) const;

  const HtmlTree& tree_;
  std::vector<HtmlHints::Found> found_;  // per node
  static constexpr float kUnscored = -1e9f;
};

bool ContentFinder::IsByline(uint32_t node, const HtmlParts& parts) const {
  const HtmlNode& n = tree_.nodes[node];
  const bool is_named =
      n.role.find("author") != std::string::npos || (found_[node].uses & HtmlHints::kByline) != 0;
  if (!is_named) return false;
  const uint32_t chars = parts.Of(node).chars;
  return chars > 0 && chars < kMaxBylineChars;
}

// Parts that say by their names or roles that they are not the article.
void ContentFinder::CutUnlikely(bool strips, HtmlParts* parts) const {
  bool has_byline = false;
  for (uint32_t i = 1; i < tree_.nodes.size();) {
    const HtmlNode& node = tree_.nodes[i];
    if (node.is_hidden) {
      parts->Cut(i, CutReason::kNavigation);
    } else if (!has_byline && node.tag != HtmlTag::kText && IsByline(i, *parts)) {
      has_byline = true;
      parts->Cut(i, CutReason::kByline);
    } else if (strips && node.tag != HtmlTag::kText && node.tag != HtmlTag::kA) {
      const uint8_t uses = found_[i].uses;
      const bool is_unlikely = (uses & HtmlHints::kUnlikely) != 0 &&
                               (uses & HtmlHints::kMaybe) == 0 && !parts->IsInTable(i) &&
                               node.tag != HtmlTag::kCode;
      if (is_unlikely || IsUnlikelyRole(node.role)) {
        parts->Cut(i,
                   (uses & HtmlHints::kUnlikely) != 0 ? found_[i].reason : CutReason::kNavigation);
      }
    }
    i = parts->IsCut(i) ? node.end : i + 1;
  }
}

void ContentFinder::GivePoints(uint32_t parent, uint32_t chars, uint32_t commas, bool weighs_names,
                               std::vector<float>* scores) const {
  if (chars < kMinParagraphChars) return;
  const float points =
      2 + static_cast<float>(commas) + std::min(std::floor(static_cast<float>(chars) / 100), 3.f);
  for (int level = 0; level < kScoredAncestors; ++level) {
    float& score = (*scores)[parent];
    if (score == kUnscored) {
      score = TagScore(tree_.nodes[parent].tag) + (weighs_names ? NameWeight(parent) : 0);
    }
    score += points / (level == 0 ? 1.f : level == 1 ? 2.f : static_cast<float>(level) * 3);
    if (parent == 0) return;
    parent = tree_.nodes[parent].parent;
  }
}

void ContentFinder::ScoreParagraphs(bool weighs_names, const HtmlParts& parts,
                                    std::vector<float>* scores) const {
  scores->assign(tree_.nodes.size(), kUnscored);
  for (uint32_t i = 1; i < tree_.nodes.size();) {
    if (parts.IsCut(i)) {
      i = tree_.nodes[i].end;
      continue;
    }
    const HtmlTag tag = tree_.nodes[i].tag;
    const HtmlPart part = parts.Of(i);
    const bool is_heading = tag >= HtmlTag::kH2 && tag <= HtmlTag::kH6;
    const bool is_plain_div = tag == HtmlTag::kDiv && !parts.HasBlockBelow(i);
    if (tag == HtmlTag::kSection || is_heading || tag == HtmlTag::kP || tag == HtmlTag::kTd ||
        tag == HtmlTag::kPre || is_plain_div) {
      GivePoints(tree_.nodes[i].parent, part.chars, part.commas, weighs_names, scores);
    } else if (tag == HtmlTag::kDiv || tag == HtmlTag::kArticle || tag == HtmlTag::kMain ||
               tag == HtmlTag::kBody) {
      // Text that stands in it without a paragraph of its own.
      for (const HtmlPart& run : parts.LooseRuns(i)) {
        GivePoints(i, run.chars, run.commas, weighs_names, scores);
      }
    }
    ++i;
  }
}

// Up from the best element while the points rise, and out of boxes with a single child.
uint32_t ContentFinder::Climb(uint32_t top, const std::vector<float>& scores) const {
  float last = scores[top];
  const float threshold = last / 3;
  for (uint32_t at = tree_.nodes[top].parent; at != 0; at = tree_.nodes[at].parent) {
    if (scores[at] == kUnscored) continue;
    if (scores[at] < threshold) break;
    if (scores[at] > last) {
      top = at;
      break;
    }
    last = scores[at];
  }
  while (top != 0 && tree_.nodes[top].parent != 0) {
    const uint32_t parent = tree_.nodes[top].parent;
    uint32_t elements = 0;
    for (uint32_t i = parent + 1; i < tree_.nodes[parent].end; i = tree_.nodes[i].end) {
      elements += tree_.nodes[i].tag != HtmlTag::kText ? 1 : 0;
    }
    if (elements != 1) break;
    top = parent;
  }
  return top;
}

uint32_t ContentFinder::ChooseRoot(const HtmlParts& parts, const std::vector<float>& scores) const {
  std::vector<std::pair<float, uint32_t>> ranked;
  for (uint32_t i = 0; i < scores.size(); ++i) {
    if (scores[i] != kUnscored) ranked.push_back({-scores[i] * (1 - parts.LinkDensity(i)), i});
  }
  if (ranked.empty()) return 0;
  StableSort(&ranked);
  if (ranked.size() > kTopCandidates) ranked.resize(kTopCandidates);
  uint32_t top = ranked[0].second;
  // When the article lies in several boxes, three of the best nearly as good share an ancestor.
  std::vector<uint32_t> near;
  for (size_t i = 1; i < ranked.size(); ++i) {
    if (ranked[i].first <= ranked[0].first * 0.75f) near.push_back(ranked[i].second);
  }
  if (near.size() >= 3) {
    for (uint32_t at = tree_.nodes[top].parent; at != 0; at = tree_.nodes[at].parent) {
      const auto holds = std::count_if(near.begin(), near.end(), [&](uint32_t other) {
        return at < other && other < tree_.nodes[at].end;
      });
      if (holds >= 3) {
        top = at;
        break;
      }
    }
  }
  return top == 0 ? 0 : Climb(top, scores);
}

std::vector<uint32_t> ContentFinder::SiblingsOf(uint32_t top, const HtmlParts& parts,
                                                const std::vector<float>& scores) const {
  if (top == 0) return {0};
  std::vector<uint32_t> kept;
  const HtmlNode& best = tree_.nodes[top];
  const float top_score = scores[top] == kUnscored ? 0 : scores[top];
  const float threshold = std::max(10.f, top_score * 0.2f);
  const uint32_t parent = best.parent;
  for (uint32_t i = parent + 1; i < tree_.nodes[parent].end; i = tree_.nodes[i].end) {
    if (parts.IsCut(i)) continue;
    const HtmlNode& node = tree_.nodes[i];
    bool is_kept = i == top;
    if (!is_kept && node.tag != HtmlTag::kText) {
      const float bonus =
          !best.classes.empty() && node.classes == best.classes ? top_score * 0.2f : 0;
      is_kept = scores[i] != kUnscored && scores[i] + bonus >= threshold;
    }
    if (!is_kept && (node.tag == HtmlTag::kP || node.tag == HtmlTag::kText)) {
      const uint32_t chars = parts.Of(i).chars;
      const float density = parts.LinkDensity(i);
      const std::string_view text = TextOf(tree_.text, node.text);
      is_kept = (chars > 80 && density < 0.25f) || (chars > 0 && chars < 80 && density == 0 &&
                                                    text.find(". ") != std::string_view::npos);
    }
    if (is_kept) kept.push_back(i);
  }
  return kept;
}

// Leaves in `parts` what of the kept elements is cut; returns how many letters are left.
uint32_t ContentFinder::Try(Looseness loose, HtmlParts* parts, std::vector<uint32_t>* kept) const {
  CutUnlikely(loose.strips_unlikely, parts);
  std::vector<float> scores;
  ScoreParagraphs(loose.weighs_names, *parts, &scores);
  const uint32_t top = ChooseRoot(*parts, scores);
  *kept = SiblingsOf(top, *parts, scores);
  uint32_t chars = 0;
  for (const uint32_t node : *kept) {
    CleanPart(tree_, found_, node, loose.weighs_names, loose.cleans, parts);
    chars += parts->Of(node).chars;
  }
  return chars;
}

HtmlContent ContentFinder::Find() {
  constexpr Looseness kTries[] = {{}, {false}, {false, false}, {false, false, false}};
  HtmlParts best(tree_);
  std::vector<uint32_t> best_kept;
  uint32_t best_chars = 0;
  for (const Looseness& loose : kTries) {
    HtmlParts parts(tree_);
    std::vector<uint32_t> kept;
    const uint32_t chars = Try(loose, &parts, &kept);
    if (best_kept.empty() || chars > best_chars) {
      best = std::move(parts);
      best_kept = std::move(kept);
      best_chars = chars;
    }
    if (best_chars >= kMinArticleChars) break;
  }
  HtmlContent content;
  content.root = best_kept.empty() ? 0 : best_kept[0];
  content.cuts = best.CutsOutside(best_kept, found_);
  for (const Cut& cut : content.cuts) {
    if (cut.reason == CutReason::kByline) content.bylines.push_back(cut.span);
  }
  return content;
}

}  // namespace

HtmlContent FindHtmlContent(const HtmlTree& tree, const HtmlHints& hints) {
  return ContentFinder(tree, hints).Find();
}

}  // namespace claimscope
