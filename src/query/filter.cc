#include <algorithm>

#include "base/words.h"
#include "query/claim_columns.h"

namespace claimscope {
namespace {

std::vector<uint8_t> FailsOf(const ClaimTable::Columns& columns, const Query& query) {
  std::vector<uint8_t> region_fails;
  for (const std::string_view code : columns.region_codes) {
    const bool passes =
        query.regions.empty() ||
        std::find(query.regions.begin(), query.regions.end(), code) != query.regions.end();
    region_fails.push_back(passes ? 0 : FacetBit(Facet::kRegion));
  }
  const auto fails = [](uint32_t wanted, uint8_t value, Facet facet) {
    return wanted == 0 || (wanted >> value & 1) != 0 ? 0 : FacetBit(facet);
  };
  const int left_out = (query.count_copies ? 0 : kCopied) | (query.count_retold ? 0 : kRetold);
  std::vector<uint8_t> out;
  out.reserve(columns.profile_table.size());
  for (const auto& p : columns.profile_table) {
    out.push_back(static_cast<uint8_t>(
        region_fails[p.region] | fails(query.kinds, p.kind, Facet::kKind) |
        fails(query.sides, p.side, Facet::kSide) | fails(query.statuses, p.status, Facet::kStatus) |
        ((p.told & left_out) != 0 ? kCopyBit : 0)));
  }
  return out;
}

// 1 for each article that holds the word; of a word still being typed, the beginning is enough.
void MarkArticles(const ClaimTable::Columns& columns, std::string_view word, bool is_beginning,
                  std::vector<uint8_t>* holds) {
  holds->assign(columns.first_articles.back(), 0);
  for (size_t s = 0; s < columns.segments.size(); ++s) {
    const Segment& segment = *columns.segments[s];
    const std::vector<uint32_t> articles =
        is_beginning ? segment.ArticlesWithPrefix(word) : segment.ArticlesWith(word);
    for (const uint32_t article : articles) (*holds)[columns.first_articles[s] + article] = 1;
  }
}

std::vector<uint8_t> ArticlesMatching(const ClaimTable::Columns& columns, std::string_view text) {
  std::vector<uint8_t> matching, holds;
  bool is_first = true;
  for (WordReader words(text); words.Next(); is_first = false) {
    MarkArticles(columns, words.folded(), words.end() == text.size(), &holds);
    if (is_first) {
      matching.swap(holds);
      continue;
    }
    for (size_t i = 0; i < matching.size(); ++i) matching[i] &= holds[i];
  }
  return matching;
}

}  // namespace

Filter::Filter(const ClaimTable::Columns& columns, const Query& query)
    : fails(FailsOf(columns, query)),
      all_articles(!WordReader(query.text).Next()),
      matching(ArticlesMatching(columns, query.text)) {
  passes.reserve(fails.size());
  for (const uint8_t fail : fails) passes.push_back(fail == 0 ? 1 : 0);
}

std::vector<uint32_t> Filter::CountProfiles(const ClaimTable::Columns& columns,
                                            RowRange rows) const {
  std::vector<uint32_t> counts(fails.size());
  const uint32_t* const profiles = columns.profiles.data();
  if (all_articles) {
    for (uint32_t row = rows.begin; row < rows.end; ++row) ++counts[profiles[row]];
  } else {
    const uint32_t* const articles = columns.articles.data();
    for (uint32_t row = rows.begin; row < rows.end; ++row) {
      counts[profiles[row]] += matching[articles[row]];
    }
  }
  return counts;
}

}  // namespace claimscope
