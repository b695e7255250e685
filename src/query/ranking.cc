// The best articles of a search, by BM25.
#include <algorithm>
#include <cmath>
#include <utility>

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

float WeightedTimes(uint32_t code) {
  const float title = WordUses::IsInTitle(code) ? kTitleWeight - 1 : 0;
  return static_cast<float>(WordUses::TimesOf(code)) + title;
}

// What one use of a word weighs, the rarer the more; the parts of the formula that are the same for
// all articles.
float Rarity(size_t all_articles, size_t with) {
  const auto all = static_cast<float>(all_articles), holding = static_cast<float>(with);
  return std::log(1 + (all - holding + 0.5f) / (holding + 0.5f)) * (kSaturation + 1);
}

// Adds what the word gives to each article of `passes`; of others the scores are of no use.
void AddScoresOfWord(const ClaimTable::Columns& columns, std::string_view word,
                     const BitSet& passes) {
  const size_t segments = columns.segments.size();
  std::vector<Segment::Term> terms(segments);
  size_t with = 0;
  for (size_t s = 0; s < segments; ++s) {
    if (columns.segments[s]->has_words()) terms[s] = columns.segments[s]->FindTerm(word);
    with += terms[s].article_count;
  }
  const float rarity = Rarity(passes.limit(), with);
  WordUses uses;
  for (size_t s = 0; s < segments; ++s) {
    const uint32_t first = columns.first_articles[s];
    if (terms[s].article_count == 0) continue;
    if (!passes.MayHaveWithin(first, columns.first_articles[s + 1])) continue;
    uses.articles.clear();
    uses.codes.clear();
    columns.segments[s]->ReadUses(terms[s], &uses);
    float* const scores = columns.scores.data() + first;
    const float* const norms = columns.length_norms.data() + first;
    for (size_t i = 0; i < uses.articles.size(); ++i) {
      const uint32_t article = uses.articles[i];
      if (!passes.Has(first + article)) continue;
      const float times = WeightedTimes(uses.codes[i]);
      scores[article] += rarity * times / (times + norms[article]);
    }
  }
}

// The same of all words that fit the pattern, as if they were one.
void AddScoresOfFitting(const ClaimTable::Columns& columns, const WordPattern& pattern,
                        const BitSet& passes) {
  std::vector<float> times(passes.limit());
  WordUses uses;
  for (size_t s = 0; s < columns.segments.size(); ++s) {
    if (!columns.segments[s]->has_words()) continue;
    float* const of_segment = times.data() + columns.first_articles[s];
    VisitTermsOf(*columns.segments[s], pattern, [&](const Segment::Term& term) {
      uses.articles.clear();
      uses.codes.clear();
      columns.segments[s]->ReadUses(term, &uses);
      for (size_t i = 0; i < uses.articles.size(); ++i) {
        of_segment[uses.articles[i]] += WeightedTimes(uses.codes[i]);
      }
    });
  }
  const auto without = static_cast<size_t>(std::count(times.begin(), times.end(), 0.0f));
  const float rarity = Rarity(passes.limit(), times.size() - without);
  float* const scores = columns.scores.data();
  const float* const norms = columns.length_norms.data();
  passes.ForEach([&](uint32_t article) {
    scores[article] += rarity * times[article] / (times[article] + norms[article]);
  });
}

}  // namespace

ArticleHits ClaimTable::FindArticles(std::string_view text, size_t limit) const {
  const Columns& columns = *columns_;
  ArticleHits out;
  const Searched* const search = columns.SearchFor(text);
  if (search == nullptr) return out;
  const SearchMask& mask = search->mask;
  const uint32_t articles = columns.first_articles.back();
  BitSet of_claims;
  if (mask.of_claims) {
    of_claims = BitSet(articles);
    mask.passes.ForEach([&](uint32_t row) { of_claims.Add(columns.articles[row]); });
  }
  const BitSet& passes = mask.of_claims ? of_claims : mask.passes;
  out.total = static_cast<uint32_t>(passes.Count());
  if (limit == 0 || out.total == 0) return out;

  if (columns.length_norms.empty()) columns.length_norms = LengthNorms(columns);
  columns.scores.resize(articles);
  for (const WordPattern& pattern : search->words) {
    if (pattern.kind == WordPattern::Kind::kExact) {
      AddScoresOfWord(columns, pattern.word, passes);
    } else {
      AddScoresOfFitting(columns, pattern, passes);
    }
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
  float* const scores = columns.scores.data();
  passes.ForEach([&](uint32_t article) {
    const Scored next{std::exchange(scores[article], 0.0f), article};
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
