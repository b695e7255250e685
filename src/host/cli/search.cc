#include "host/cli/search.h"

#include <algorithm>
#include <cstdio>
#include <limits>

#include "base/json_writer.h"
#include "base/strings.h"
#include "base/utf8.h"

namespace claimscope {
namespace {

// The search, and under it a mark at what is not understood.
void PrintProblems(const std::string& query) {
  for (const SearchProblem& problem : CheckSearch(query)) {
    std::string marks;
    for (size_t at = 0; at < problem.begin;) {
      const CodePoint point = DecodeUtf8(query, at);
      marks += point.value == '\t' ? '\t' : ' ';
      at += std::max<size_t>(point.size_bytes, 1);
    }
    std::fprintf(stderr, "%s\n%s^ %s\n", query.c_str(), marks.c_str(), problem.message.c_str());
  }
}

}  // namespace

void PrintFound(const Options& options, const RegionNames& names,
                const std::vector<Segment>& segments, Output* output) {
  PrintProblems(options.query);
  std::vector<const Segment*> pointers;
  for (const Segment& segment : segments) pointers.push_back(&segment);
  ClaimTable table(pointers);
  table.NameRegions(&names);
  Query query;
  query.text = options.query + " ";  // its last word is not being typed any more
  int64_t most = std::numeric_limits<int32_t>::max();
  if (!options.most.empty()) ParseInt(options.most, &most);
  if (options.articles) {
    for (const ArticleHit& hit : table.FindArticles(query.text, static_cast<size_t>(most)).best) {
      if (!output->ok()) return;
      output->WriteLine(FoundArticleJson(segments[hit.segment], hit));
    }
    return;
  }
  CleanedText text;
  for (const Hit hit : table.Ask(query, Per::kMonth).hits) {
    if (most-- <= 0 || !output->ok()) return;
    output->WriteLine(ClaimJson(segments[hit.segment], hit.row, &text));
  }
}

}  // namespace claimscope
