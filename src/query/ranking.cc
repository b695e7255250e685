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

// Adds what the word, or all words that fit the pattern as if they were one, give to each article.
void AddScores(const ClaimTable::Columns& columns, const WordPattern& pattern,
               std::vector<float>* scores) {
  WordUses uses;
  std::vector<std::pair<uint32_t, float>> found;  // article, weighted times
  std::vector<Segment::Term> terms;
  for (size_t s = 0; s < columns.segments.size(); ++s) {
    const Segment& segment = *columns.segments[s];
    if (!segment.has_words()) continue;
    const size_t begin = found.size();
    terms = TermsOf(segment, pattern);
    for (const Segment::Term& term : terms) {
      uses.articles.clear();
      uses.codes.clear();
      segment.ReadUses(term, &uses);
      for (size_t i = 0; i < uses.articles.size(); ++i) {
        const uint32_t code = uses.codes[i];
        const float title = WordUses::IsInTitle(code) ? kTitleWeight - 1 : 0;
        found.emplace_back(columns.first_articles[s] + uses.articles[i],
                           static_cast<float>(WordUses::TimesOf(code)) + title);
      }
    }
    if (terms.size() < 2) continue;
    const auto first = found.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(first, found.end());
    auto last = first;
    for (auto at = first + 1; at < found.end(); ++at) {
      if (at->first == last->first) {
        last->second += at->second;
      } else {
        *++last = *at;
      }
    }
    found.erase(last + 1, found.end());
  }
  const auto with = static_cast<float>(found.size());
  const auto all = static_cast<float>(scores->size());
  const float rarity = std::log(1 + (all - with + 0.5f) / (with + 0.5f));
  for (const auto& [article, times] : found) {
    (*scores)[article] +=
        rarity * times * (kSaturation + 1) / (times + columns.length_norms[article]);
  }
}

}  // namespace

ArticleHits ClaimTable::FindArticles(std::string_view text, size_t limit) const {
  const Columns& columns = *columns_;
  ArticleHits out;
  const SearchMask* const mask = columns.MaskOf(text);
  if (mask == nullptr) return out;
  const uint32_t articles = columns.first_articles.back();
  std::vector<uint8_t> passes = mask->passes;
  if (mask->of_claims) {
    passes.assign(articles, 0);
    for (size_t i = 0; i < mask->passes.size(); ++i) {
      passes[columns.articles[i]] |= mask->passes[i];
    }
  }
  out.total = static_cast<uint32_t>(std::count(passes.begin(), passes.end(), 1));
  if (limit == 0 || out.total == 0) return out;

  if (columns.length_norms.empty()) columns.length_norms = LengthNorms(columns);
  std::vector<float> scores(articles);
  for (const WordPattern& pattern : WordsSearched(text)) AddScores(columns, pattern, &scores);

  // The worst of the best on top; of equal scores the later article is the worse.
  struct Scored {
    float score;
    uint32_t article;
  };
  const auto is_better = [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.article < b.article;
  };
  std::vector<Scored> best;
  for (uint32_t article = 0; article < articles; ++article) {
    if (passes[article] == 0) continue;
    const Scored next{scores[article], article};
    if (best.size() == limit && !is_better(next, best.front())) continue;
    if (best.size() == limit) {
      std::pop_heap(best.begin(), best.end(), is_better);
      best.pop_back();
    }
    best.push_back(next);
    std::push_heap(best.begin(), best.end(), is_better);
  }
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
