// No text may crash the search, or make it find claims whose article is not there.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "query/query.h"
#include "tests/support/made_corpus.h"

using namespace claimscope;  // NOLINT

namespace {

Segment MadeSegment() {
  SegmentBuilder builder;
  const MadeOptions options{.articles = 12, .words = 30, .vocabulary = 60};
  for (const MadeArticle& made : MakeCorpus(options, 1)) builder.Add(made.article, made.claims);
  Result<Segment> segment = Segment::Open(builder.Seal());
  if (!segment.ok()) std::abort();
  return std::move(*segment);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Segment* const segment = new Segment(MadeSegment());
  static const ClaimTable* const table = new ClaimTable({segment}, {});
  Query query;
  query.text.assign(reinterpret_cast<const char*>(data), size);
  for (const SearchProblem& problem : CheckSearch(query.text)) {
    if (problem.begin > problem.end || problem.end > size || problem.message.empty()) std::abort();
  }
  const Answer answer = table->Ask(query, Per::kDay);
  for (const Hit hit : answer.hits) {
    if (hit.row >= segment->claim_count()) std::abort();
  }
  if (table->FindArticles(query.text, 3).total > segment->article_count()) std::abort();
  for (const WordPattern& word : WordsSearched(query.text)) (void)Matches(word, "bridge");
  return 0;
}
