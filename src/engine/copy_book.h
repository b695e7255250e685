// The copies among the articles of a workspace, kept up to date as segments come in.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "copies/copies.h"
#include "engine/engine.h"

namespace claimscope {

class CopyBook {
 public:
  CopyBook();

  // Takes in the segments that were added since; those before must be the same ones.
  void Update(const std::vector<const Segment*>& segments);
  // The same, at most so many articles; how many are left then. Groups are those found so far.
  size_t UpdateSome(const std::vector<const Segment*>& segments, size_t most);
  // Nothing of these segments is left to be taken in.
  bool IsUpToDate(const std::vector<const Segment*>& segments) const;
  // A segment of the same texts in place of one that was taken in.
  void Replace(uint32_t segment, const Segment* with, bool same_days);

  // Days for undated articles; the numbers of the articles are those of ArticleAt.
  std::vector<FoundDay> FindDays() const;
  ArticleRef ArticleAt(uint32_t number) const { return articles_[number]; }

  const std::vector<std::vector<ArticleCopy>>& groups() const { return groups_; }
  // In groups(); kNone when the article has no copy.
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  uint32_t GroupOf(ArticleRef article) const;
  std::vector<ArticleCopy> PartsOf(ArticleRef article) const;
  std::string TextOf(ArticleRef article) const;

  // Per segment a byte per row: 1 where the claim tells again what an earlier member of the group
  // says.
  std::vector<std::vector<uint8_t>> CopiedClaims() const;

 private:
  std::vector<std::vector<CopyMember>> GroupsInOrder() const;
  void MakeGroups();
  uint32_t NumberOf(ArticleRef article) const { return firsts_[article.segment] + article.article; }

  std::vector<const Segment*> segments_;
  std::vector<uint32_t> firsts_;  // number of each segment's first article
  std::vector<ArticleRef> articles_;
  CopyIndex index_;
  bool is_grouped_ = true;
  std::vector<uint32_t> group_of_;  // per article
  std::vector<std::vector<ArticleCopy>> groups_;
};

}  // namespace claimscope
