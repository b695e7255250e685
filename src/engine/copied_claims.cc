// Which claims only tell again what another member of a group of copies says.
#include <algorithm>

#include "base/words.h"
#include "engine/copy_book.h"

namespace claimscope {
namespace {

// A claim by what stays when its article is copied and edited. A new figure makes a new claim.
struct Told {
  Kind kind;
  double value = 0, value_max = 0;
  std::string unit;
  std::vector<uint32_t> words;  // of the quote: WordSetOf
};

Told ToldBy(const Segment& segment, uint32_t row) {
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
bool IsSame(const Told& x, const Told& y) {
  if (x.kind != y.kind || x.value != y.value || x.value_max != y.value_max || x.unit != y.unit) {
    return false;
  }
  const size_t common = CountShared(x.words, y.words);
  return common * 2 >= x.words.size() + y.words.size() - common;
}

}  // namespace

std::vector<std::vector<uint8_t>> CopyBook::CopiedClaims() const {
  std::vector<std::vector<uint8_t>> copied(segments_.size());
  for (const std::vector<ArticleCopy>& group : groups_) {
    std::vector<Told> told;
    for (const ArticleCopy& member : group) {
      const Segment& segment = *segments_[member.article.segment];
      std::vector<uint8_t>& rows = copied[member.article.segment];
      if (rows.empty()) rows.assign(segment.claim_count(), 0);
      // An article's own claims are never copies of each other.
      const size_t before = told.size();
      for (const uint32_t row : segment.ClaimsOf(member.article.article)) {
        Told mine = ToldBy(segment, row);
        const auto end = told.begin() + static_cast<std::ptrdiff_t>(before);
        const bool is_copy =
            std::any_of(told.begin(), end, [&mine](const Told& t) { return IsSame(t, mine); });
        if (is_copy) {
          rows[row] = 1;
        } else {
          told.push_back(std::move(mine));
        }
      }
    }
  }
  return copied;
}

}  // namespace claimscope
