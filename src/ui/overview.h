// What is loaded: articles per source and time, languages, dates, copies left to the reader.
// Counted once per corpus; does not depend on the filters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace claimscope {

struct OverviewSource {
  std::string name;  // empty: not known
  uint32_t articles = 0, undated = 0, claims = 0;
  std::vector<uint32_t> per_period;  // articles
};

struct Overview {
  uint32_t articles = 0, claims = 0;
  std::vector<ArticleRef> undated, without_claims;
  // Months, or years where there are many; the last ones, at most kMostPeriods.
  std::vector<DayRange> periods;
  bool by_year = false;
  uint32_t earlier = 0;                 // articles before the first period
  std::vector<OverviewSource> sources;  // by falling number of articles, then by name
  std::vector<FacetCount> languages;    // of articles
  uint32_t most = 0;                    // articles in one period of one source
};
constexpr size_t kMostPeriods = 24;

Overview MakeOverview(const Workspace& workspace);
// "Border Herald, 1 May 2025 · English".
std::string WhereFrom(const ArticleView& article);
// "Harbour Post, 3 May 2025"; what is not known is left out. Of an article without a headline and
// a source: "notes.txt, 3 May 2025".
std::string SourceAndDay(const ArticleView& article);

}  // namespace claimscope
