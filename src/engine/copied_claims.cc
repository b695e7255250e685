// Which claims only tell again what another member of a group of copies says.
#include <algorithm>

#include "base/hash.h"
#include "base/words.h"
#include "engine/copy_book.h"

namespace claimscope {

CopyBook::Told CopyBook::ToldBy(const Segment& segment, uint32_t row) {
  const Claim claim = segment.ClaimAt(row);
  Told told{claim.kind, 0, 0, {}, {}};
  if (!claim.quantities.empty()) {
    told.value = claim.quantities[0].value;
    told.value_max = claim.quantities[0].value_max;
    told.unit = claim.quantities[0].unit;
  }
  told.words = WordSetOf(segment.QuoteAt(row));
  return told;
}

// Half of all their words in common.
bool CopyBook::IsSame(const Told& x, const Told& y) {
  if (x.kind != y.kind || x.value != y.value || x.value_max != y.value_max || x.unit != y.unit) {
    return false;
  }
  const size_t common = CountShared(x.words, y.words);
  return common * 2 >= x.words.size() + y.words.size() - common;
}

bool CopyBook::MarkNext() {
  if (marks_.group == groups_.size()) return false;
  const std::vector<ArticleCopy>& group = groups_[marks_.group];
  const ArticleRef article = group[marks_.member].article;
  const Segment& segment = *segments_[article.segment];
  marks_.copied.resize(segments_.size());
  std::vector<uint8_t>& rows = marks_.copied[article.segment];
  if (rows.empty()) rows.assign(segment.claim_count(), 0);
  // An article's own claims are never copies of each other.
  const size_t before = marks_.told.size();
  for (const uint32_t row : segment.ClaimsOf(article.article)) {
    Told mine = ToldBy(segment, row);
    const double figures[] = {static_cast<double>(mine.kind), mine.value, mine.value_max};
    const uint64_t key = HashBytes({reinterpret_cast<const char*>(figures), sizeof figures});
    const bool is_copy = marks_.by_figure.Any(key, marks_.told.size(), [&](uint32_t number) {
      return number < before && IsSame(marks_.told[number], mine);
    });
    if (is_copy) {
      rows[row] = 1;
    } else {
      marks_.by_figure.Enter(key, static_cast<uint32_t>(marks_.told.size()));
      marks_.told.push_back(std::move(mine));
    }
  }
  if (++marks_.member == group.size()) {
    ++marks_.group;
    marks_.member = 0;
    marks_.told.clear();
    marks_.by_figure = {};
  }
  return true;
}

const std::vector<std::vector<uint8_t>>& CopyBook::CopiedClaims() {
  Prepare(segments_, [] { return false; });
  marks_.copied.resize(segments_.size());
  return marks_.copied;
}

}  // namespace claimscope
