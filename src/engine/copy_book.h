// The copies among the articles of a workspace, kept up to date as segments come in.
#pragma once

#include <cstdint>
#include <functional>
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
  // The same with CopiedClaims, on until `is_late`; true when nothing is left.
  bool Prepare(const std::vector<const Segment*>& segments, const std::function<bool()>& is_late);
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
  const std::vector<std::vector<uint8_t>>& CopiedClaims();

 private:
  std::vector<std::vector<CopyMember>> GroupsInOrder() const;
  void MakeGroups();
  // The claims of one more member of a group. False: there was none left.
  bool MarkNext();
  uint32_t NumberOf(ArticleRef article) const { return firsts_[article.segment] + article.article; }

  std::vector<const Segment*> segments_;
  std::vector<uint32_t> firsts_;  // number of each segment's first article
  std::vector<ArticleRef> articles_;
  CopyIndex index_;
  bool is_grouped_ = true;
  std::vector<uint32_t> group_of_;  // per article
  std::vector<std::vector<ArticleCopy>> groups_;
  // A claim by what stays when its article is copied and edited. A new figure makes a new claim.
  struct Told {
    Kind kind;
    double value = 0, value_max = 0;
    std::string unit;
    std::vector<uint32_t> words;  // of the quote: WordSetOf
  };
  static Told ToldBy(const Segment& segment, uint32_t row);
  static bool IsSame(const Told& x, const Told& y);
  // How far CopiedClaims has come.
  struct Marks {
    std::vector<std::vector<uint8_t>> copied;
    size_t group = 0, member = 0;  // the next one
    std::vector<Told> told;        // by those before in the group
    KeyChains by_figure;           // into `told`
  };
  Marks marks_;
};

}  // namespace claimscope
