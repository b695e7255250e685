#include "engine/copy_book.h"

#include <algorithm>
#include <tuple>

namespace claimscope {
namespace {

std::string CleanText(const Segment& segment, uint32_t article) {
  segment.WantText();
  const ArticleView view = segment.ArticleAt(article);
  return TextWithoutCuts(view.page, {view.cuts.begin(), view.cuts.end()});
}

int64_t TextBytes(const ArticleView& view) {
  auto bytes = static_cast<int64_t>(view.page.size());
  for (const Cut& cut : view.cuts) bytes -= cut.span.size();
  return bytes;
}

}  // namespace

CopyBook::CopyBook() : index_([this](uint32_t number) { return TextOf(articles_[number]); }) {}

std::string CopyBook::TextOf(ArticleRef article) const {
  return CleanText(*segments_[article.segment], article.article);
}

void CopyBook::Update(const std::vector<const Segment*>& segments) {
  if (segments.size() == segments_.size()) return;
  for (auto s = static_cast<uint32_t>(segments_.size()); s < segments.size(); ++s) {
    segments_.push_back(segments[s]);
    firsts_.push_back(static_cast<uint32_t>(articles_.size()));
    for (uint32_t article = 0; article < segments[s]->article_count(); ++article) {
      articles_.push_back({s, article});
      index_.Add(CleanText(*segments[s], article));
    }
  }
  MakeGroups();
}

// The member that others are copies of: the earliest, then the longest; the order in which the
// articles came plays no part.
void CopyBook::MakeGroups() {
  const auto rank = [this](uint32_t number) {
    const ArticleRef ref = articles_[number];
    const ArticleView view = segments_[ref.segment]->ArticleAt(ref.article);
    return std::tuple(!view.date.known(), view.date.value, -TextBytes(view), view.id);
  };
  groups_.clear();
  group_of_.assign(articles_.size(), kNone);
  const auto before = [&rank](uint32_t a, uint32_t b) { return rank(a) < rank(b); };
  for (const std::vector<CopyMember>& group : index_.Groups(before)) {
    std::vector<ArticleCopy>& out = groups_.emplace_back();
    for (const CopyMember& member : group) {
      group_of_[member.article] = static_cast<uint32_t>(groups_.size() - 1);
      out.push_back({articles_[member.article], member.share});
    }
  }
}

uint32_t CopyBook::GroupOf(ArticleRef article) const {
  if (article.segment >= firsts_.size()) return kNone;
  return group_of_[NumberOf(article)];
}

std::vector<ArticleCopy> CopyBook::PartsOf(ArticleRef article) const {
  std::vector<ArticleCopy> parts;
  if (article.segment >= firsts_.size()) return parts;
  const uint32_t number = NumberOf(article);
  for (const CopyLink& link : index_.links()) {
    if (link.is_copy || (link.a != number && link.b != number)) continue;
    const bool is_a = link.a == number;
    parts.push_back({articles_[is_a ? link.b : link.a], is_a ? link.share_a : link.share_b});
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const ArticleCopy& x, const ArticleCopy& y) { return x.share > y.share; });
  return parts;
}

}  // namespace claimscope
