// Query: here are segments and a question, give me hits and counts.
//
// Rows are claims, named by (segment, row). Counting is a scan over dictionary-coded columns in the
// order of the day. A facet's counts apply every part of the query but its own (crossfilter rule).
// Order of hits: by anchor day, undated last; then segment, article, place in the text.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "model/query.h"
#include "model/region.h"

namespace claimscope {

struct Hit {
  uint32_t segment;
  uint32_t row;
};

// A claim that somebody reviewed.
struct ReviewedClaim {
  Hit claim;
  Verdict verdict;
};

struct FacetCount {
  std::string value;    // region code, or NameOf the kind, side or status
  uint32_t claims = 0;  // or articles (Query::count_articles)
};

// Claims per day or a longer unit, stacked by a facet, over the days shown, or those of all claims.
// The days part of the query is left out: the chart draws the chosen range over the days it shows.
struct Histogram {
  Per per = Per::kDay;
  Facet stack = Facet::kRegion;
  std::vector<Day> buckets;  // first day of each, ascending, without gaps
  // Regions and claimants by falling count, ties by name, at most kMaxSeries; then "other" for the
  // rest; last what is none of them: "-" (no region), "outlet" (the paper itself). Kinds, sides and
  // statuses in the order of the model, those with a claim.
  std::vector<std::string> series;
  std::vector<uint32_t> counts;  // buckets x series
  // Per bucket, whatever the filters: claims in all (without what is told again, if the question
  // leaves that out), and articles published.
  std::vector<uint32_t> all, published;
  // Claims, or articles that have some (Query::count_articles): without a day, and on days before
  // and after those shown.
  uint32_t undated = 0, before = 0, after = 0;
};
constexpr size_t kMaxSeries = 8;
// Day ranges are never cut into more buckets than this; `per` is raised to weeks or months instead;
// what lies before the last kMaxBuckets months is counted in the first of them.
constexpr size_t kMaxBuckets = 4000;

// How the chart is to be made, and which of the long lists are to be counted.
struct Asking {
  Asking() = default;
  Asking(Per chart_per, DayRange days = {}, Facet by = Facet::kRegion,  // NOLINT: a Per is enough
         uint32_t wanted = 0)
      : per(chart_per), shown(days), stack(by), lists(wanted) {}

  Per per = Per::kDay;
  DayRange shown;                // the days of the histogram; unknown: those of all claims
  Facet stack = Facet::kRegion;  // region, kind, side, status or claimant
  uint32_t lists = 0;  // BitOf each list wanted: claimant, place, source, language, measure

  friend bool operator==(const Asking&, const Asking&) = default;
};

// A word of a search, folded as WordReader folds it.
struct WordPattern {
  // kHolding: a lone Chinese or Japanese character, which texts have in pairs.
  enum class Kind : uint8_t { kExact, kBeginning, kSimilar, kHolding };
  std::string word;
  Kind kind = Kind::kExact;
  bool follows = false;  // told of the words of a search: it must stand right after the one before

  friend bool operator==(const WordPattern&, const WordPattern&) = default;
};
bool Matches(const WordPattern& pattern, std::string_view folded_word);

// A unit of measure in the SI ("mi2": "m2", so many); a count is 1 of itself.
struct SiUnit {
  std::string_view unit;
  double factor;
};
SiUnit SiOf(std::string_view unit);

// What could not be understood of a search, and what was expected: bytes [begin, end) of its text.
struct SearchProblem {
  uint32_t begin, end;
  std::string message;
};

// Of Query::text; its language is told in README.md ("Searching").
std::vector<SearchProblem> CheckSearch(std::string_view text);
// What may be typed next, and what it means: of the word at the end of the search as far as it is
// typed; empty for a plain word. A value of a field needs no telling.
struct SearchHint {
  std::string_view text, meaning;
};
// Each way to search, once.
std::span<const SearchHint> SearchExamples();
std::vector<SearchHint> HintsFor(std::string_view text);
// The search with a hint in place of the word that is typed: a field's name, to be followed by what
// it is, or a value and a blank. The same text for a hint that is an example only.
std::string Completed(std::string_view text, const SearchHint& hint);
// The words that articles are searched for, those after NOT left out: to mark them.
std::vector<WordPattern> WordsSearched(std::string_view text);

// Articles whose title or text answer a search, the best first.
struct ArticleHit {
  uint32_t segment, article;
  double score;
};
struct ArticleHits {
  uint32_t total = 0;
  std::vector<ArticleHit> best;
};

struct Answer {
  uint32_t claims = 0;  // hits.size(), and known without them
  std::vector<Hit> hits;
  uint32_t articles = 0;  // with at least one hit
  std::vector<FacetCount> regions, kinds, sides,
      statuses;  // by falling count; zero counts are kept
  // Claims per verdict; those that nobody reviewed are the first.
  std::array<uint32_t, kVerdictCount> reviews{};
  // Of the lists asked for, by Facet: claims per name, in the order of ClaimTable::Names. A claim
  // with two places counts for both, with the same place twice once.
  std::array<std::vector<uint32_t>, kFacetCount> names;
  Histogram histogram;
};

// What searches in claims have read of their words: kept from one table to the next, so that of a
// corpus that grew only what came is read. A search reads all it needs at once; with Prepare before
// it, a little at a time.
class QuoteSearch;
std::shared_ptr<QuoteSearch> MakeQuoteSearch();
// Reads on for this query until `is_late`; true when nothing is left to be read.
bool Prepare(QuoteSearch& quotes, const std::vector<const Segment*>& segments, const Query& query,
             const std::function<bool()>& is_late);
// The segment at this place is another one now.
void ForgetSegment(QuoteSearch& quotes, size_t segment);

// The claims of several segments as one table, made when the corpus changes (linear in the claims,
// 20 bytes each) and asked as often as needed. Segments in the order in which they were added; they
// must outlive the table.
constexpr uint8_t kCopied = 1, kRetold = 2, kRejected = 4;  // the last is told by SetReviews

class ClaimTable {
 public:
  // `copies`: per segment a byte per row, kCopied where the claim only tells again what another
  // article of its group says, kRetold where it is not the first mention of its distinct claim;
  // none, or an empty entry: neither. Query::count_copies and count_retold leave them out.
  explicit ClaimTable(std::vector<const Segment*> segments,
                      std::span<const std::vector<uint8_t>> copies = {});
  ClaimTable(ClaimTable&&) noexcept;
  ClaimTable& operator=(ClaimTable&&) noexcept;
  ~ClaimTable();

  // Facets list every region that some claim has or the query names, and all kinds, sides and
  // statuses; ties by region code, or in the order of the enum. `known`: the histogram of the same
  // question with other days, taken as it is instead of being counted again.
  Answer Ask(const Query& query, const Asking& asking, const Histogram* known = nullptr) const;

  // The names that claims have as claimant, place, source, language or measure, ascending. Made
  // when first asked for; lives as long as the table.
  const std::vector<std::string_view>& Names(Facet facet) const;

  // The same without `hits` and `articles`: what a chart needs while it is dragged.
  Answer Count(const Query& query, const Asking& asking, const Histogram* known = nullptr) const;
  // Takes back an answer whose memory may serve the next one.
  void Recycle(Answer&& answer) const;

  // The articles that answer `text`, those without claims too, the best `limit` of them ranked by
  // BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009),
  // words of the title counted four times; equal ones in the order of the corpus. With a part about
  // claims (who:, date: ...) articles of which some claim answers.
  ArticleHits FindArticles(std::string_view text, size_t limit) const;

  // For Query::reviews and Answer::reviews, in place of those given before; the others are not
  // reviewed. Claims that are not in the table are passed over.
  void SetReviews(std::span<const ReviewedClaim> reviewed);

  // Null: each search reads for itself.
  void KeepQuotes(std::shared_ptr<QuoteSearch> quotes);

  // For region: by name; null: by code alone. Must outlive the table.
  void NameRegions(const RegionNames* names);

  struct Columns;

 private:
  Answer Answered(const Query& query, const Asking& asking, const Histogram* known,
                  bool with_hits) const;

  std::unique_ptr<Columns> columns_;
};

// The same for a single question.
Answer Ask(std::span<const Segment* const> segments, const Query& query, const Asking& asking,
           const Histogram* known = nullptr);

// The day at which a bucket begins, and at which the one behind it does.
Day BucketOf(Day day, Per per);
Day NextBucket(Day bucket, Per per);

}  // namespace claimscope
