#include "engine/copy_book.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/stable_sort.h"
#include "engine/dating.h"

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
  UpdateSome(segments, std::numeric_limits<size_t>::max());
}

size_t CopyBook::UpdateSome(const std::vector<const Segment*>& segments, size_t most) {
  size_t left = 0;
  bool grew = false;
  for (uint32_t s = 0; s < segments.size(); ++s) {
    if (s == segments_.size()) {
      segments_.push_back(segments[s]);
      firsts_.push_back(static_cast<uint32_t>(articles_.size()));
    }
    const uint32_t count = segments[s]->article_count();
    const bool is_last = s + 1 == segments_.size();
    auto article = is_last ? static_cast<uint32_t>(articles_.size()) - firsts_[s] : count;
    for (; article < count && most > 0; ++article, --most) {
      articles_.push_back({s, article});
      index_.Add(CleanText(*segments[s], article));
      grew = true;
    }
    left += count - article;
    if (article < count) {
      for (size_t later = s + 1; later < segments.size(); ++later) {
        left += segments[later]->article_count();
      }
      break;
    }
  }
  // Grouping is linear in all articles: not for every handful.
  is_grouped_ = is_grouped_ && !grew;
  if (left == 0 && !is_grouped_) MakeGroups();
  return left;
}

bool CopyBook::Prepare(const std::vector<const Segment*>& segments,
                       const std::function<bool()>& is_late) {
  while (UpdateSome(segments, 1) > 0) {
    if (is_late()) return false;
  }
  while (MarkNext()) {
    if (is_late()) return false;
  }
  return true;
}

bool CopyBook::IsUpToDate(const std::vector<const Segment*>& segments) const {
  if (!is_grouped_ || segments_.size() != segments.size()) return false;
  return segments.empty() ||
         articles_.size() == firsts_.back() + size_t{segments.back()->article_count()};
}

void CopyBook::Replace(uint32_t segment, const Segment* with, bool same_days) {
  if (segment >= segments_.size()) return;
  segments_[segment] = with;
  is_grouped_ = is_grouped_ && same_days;
  marks_ = {};
}

// The member that others are copies of: the earliest, then the longest; the order in which the
// articles came plays no part.
std::vector<std::vector<CopyMember>> CopyBook::GroupsInOrder() const {
  const auto rank = [this](uint32_t number) {
    const ArticleRef ref = articles_[number];
    const ArticleView view = segments_[ref.segment]->ArticleAt(ref.article);
    return std::tuple(!view.date.known(), view.date.value, -TextBytes(view), view.id);
  };
  return index_.Groups([&rank](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
}

void CopyBook::MakeGroups() {
  groups_.clear();
  group_of_.assign(articles_.size(), kNone);
  for (const std::vector<CopyMember>& group : GroupsInOrder()) {
    std::vector<ArticleCopy>& out = groups_.emplace_back();
    for (const CopyMember& member : group) {
      group_of_[member.article] = static_cast<uint32_t>(groups_.size() - 1);
      out.push_back({articles_[member.article], member.share});
    }
  }
  is_grouped_ = true;
  marks_ = {};
}

std::vector<FoundDay> CopyBook::FindDays() const {
  std::vector<DatingFacts> facts;
  for (const ArticleRef ref : articles_) {
    const Segment& segment = *segments_[ref.segment];
    const ArticleView view = segment.ArticleAt(ref.article);
    DatingFacts& fact = facts.emplace_back(DatingFacts{view.date, view.date_basis, Day{}});
    if (fact.date.known()) continue;
    std::vector<Claim> claims;
    for (const uint32_t row : segment.ClaimsOf(ref.article)) claims.push_back(segment.ClaimAt(row));
    fact.events = DayOfEvents(claims);
  }
  return claimscope::FindDays(index_.links(), GroupsInOrder(), std::move(facts));
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
  StableSort(&parts, [](const ArticleCopy& x, const ArticleCopy& y) { return x.share > y.share; });
  return parts;
}

}  // namespace claimscope
