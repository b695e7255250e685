// The best articles of a search, by BM25.
#include <algorithm>
#include <cmath>

#include "query/search_mask.h"
#include "query/word_search.h"

namespace claimscope {
namespace {

// Robertson and Zaragoza 2009, section 3.4: the usual constants; the title as a field with a
// weight.
constexpr float kSaturation = 1.2f;
constexpr float kLengthShare = 0.75f;
constexpr float kTitleWeight = 4;

// How much the length of each article weakens a word in it.
std::vector<float> LengthNorms(const ClaimTable::Columns& columns) {
  std::vector<float> lengths;
  lengths.reserve(columns.first_articles.back());
  double sum = 0;
  for (const Segment* segment : columns.segments) {
    for (uint32_t article = 0; article < segment->article_count(); ++article) {
      const uint32_t words =
          segment->has_words() ? segment->TitleWords(article) + segment->TextWords(article) : 0;
      lengths.push_back(static_cast<float>(words));
      sum += words;
    }
  }
  const auto count = static_cast<double>(std::max<size_t>(lengths.size(), 1));
  const auto usual = static_cast<float>(std::max(1.0, sum / count));
  for (float& length : lengths) {
    length = kSaturation * (1 - kLengthShare + kLengthShare * length / usual);
  }
  return lengths;
}

// Adds what the word, or all words that fit the pattern as if they were one, give to each article
// of `passes`.
void AddScores(const ClaimTable::Columns& columns, const WordPattern& pattern, const BitSet& passes,
               std::vector<float>* scores) {
  const size_t all = passes.limit();
  std::vector<float> times(all);  // of the word in each article, those of the title weighted
  size_t with = 0;
  WordUses uses;
  for (size_t s = 0; s < columns.segments.size(); ++s) {
    const Segment& segment = *columns.segments[s];
    if (!segment.has_words()) continue;
    const bool is_counted = pattern.kind == WordPattern::Kind::kExact;
    const bool is_wanted =
        passes.MayHaveWithin(columns.first_articles[s], columns.first_articles[s + 1]);
    VisitTermsOf(segment, pattern, [&](const Segment::Term& term) {
      with += term.article_count;
      if (is_counted && !is_wanted) return;
      uses.articles.clear();
      uses.codes.clear();
      segment.ReadUses(term, &uses);
      float* const of_segment = times.data() + columns.first_articles[s];
      for (size_t i = 0; i < uses.articles.size(); ++i) {
        const uint32_t code = uses.codes[i];
        const float title = WordUses::IsInTitle(code) ? kTitleWeight - 1 : 0;
        of_segment[uses.articles[i]] += static_cast<float>(WordUses::TimesOf(code)) + title;
      }
    });
  }
  if (pattern.kind != WordPattern::Kind::kExact) {
    with = all - static_cast<size_t>(std::count(times.begin(), times.end(), 0.0f));
  }
  const auto holding = static_cast<float>(with);
  const float rarity = std::log(1 + (static_cast<float>(all) - holding + 0.5f) / (holding + 0.5f));
  passes.ForEach([&](uint32_t article) {
    (*scores)[article] += rarity * times[article] * (kSaturation + 1) /
                          (times[article] + columns.length_norms[article]);
  });
}

}  // namespace

ArticleHits ClaimTable::FindArticles(std::string_view text, size_t limit) const {
  const Columns& columns = *columns_;
  ArticleHits out;
  const SearchMask* const mask = columns.MaskOf(text);
  if (mask == nullptr) return out;
  const uint32_t articles = columns.first_articles.back();
  BitSet of_claims;
  if (mask->of_claims) {
    of_claims = BitSet(articles);
    mask->passes.ForEach([&](uint32_t row) { of_claims.Add(columns.articles[row]); });
  }
  const BitSet& passes = mask->of_claims ? of_claims : mask->passes;
  out.total = static_cast<uint32_t>(passes.Count());
  if (limit == 0 || out.total == 0) return out;

  if (columns.length_norms.empty()) columns.length_norms = LengthNorms(columns);
  std::vector<float> scores(articles);
  for (const WordPattern& pattern : WordsSearched(text)) {
    AddScores(columns, pattern, passes, &scores);
  }

  // The worst of the best on top; of equal scores the later article is the worse.
  struct Scored {
    float score;
    uint32_t article;
  };
  const auto is_better = [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.article < b.article;
  };
  std::vector<Scored> best;
  passes.ForEach([&](uint32_t article) {
    const Scored next{scores[article], article};
    if (best.size() == limit && !is_better(next, best.front())) return;
    if (best.size() == limit) {
      std::pop_heap(best.begin(), best.end(), is_better);
      best.pop_back();
    }
    best.push_back(next);
    std::push_heap(best.begin(), best.end(), is_better);
  });
  std::sort_heap(best.begin(), best.end(), is_better);
  for (const Scored& scored : best) {
    const auto after = std::upper_bound(columns.first_articles.begin(),
                                        columns.first_articles.end(), scored.article);
    const auto segment = static_cast<uint32_t>(after - columns.first_articles.begin() - 1);
    out.best.push_back(
        {segment, scored.article - columns.first_articles[segment], double{scored.score}});
  }
  return out;
}

}  // namespace claimscope
