// Made articles and claims for tests and benchmarks: the same for the same seed, on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/article.h"
#include "model/claim.h"

namespace claimscope {

// SplitMix64 (Steele, Lea, Flood 2014).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t Next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  }
  // In [0, limit).
  uint32_t Below(uint32_t limit) { return static_cast<uint32_t>(Next() % limit); }
  // Small numbers often, large ones seldom: about as words and names are spread.
  uint32_t Skewed(uint32_t limit) { return Below(Below(limit) + 1); }
  bool OneIn(uint32_t n) { return Below(n) == 0; }

 private:
  uint64_t state_;
};

struct MadeArticle {
  Article article;
  std::vector<Claim> claims;
};

struct MadeOptions {
  uint32_t articles = 20;
  uint32_t claims_per_article = 5;  // at most
  uint32_t words = 60;              // per article
  uint32_t vocabulary = 200;
  uint32_t regions = 12;
  uint32_t days = 90;  // after 1 Jan 2025
};

inline std::string MadeWord(uint32_t number) {
  static constexpr const char* kSyllables[] = {"ka", "lo", "mi", "ra", "tu", "ве", "né", "so"};
  std::string word;
  do {
    word += kSyllables[number % 8];
    number /= 8;
  } while (number > 0);
  return word;
}

inline Claim MadeClaim(const MadeOptions& options, const Article& article, Random* random) {
  Claim claim;
  const auto size = static_cast<uint32_t>(article.text.size());
  claim.span.begin = random->Below(size);
  claim.span.end = claim.span.begin + random->Below(size - claim.span.begin) + 1;
  claim.kind = static_cast<Kind>(random->Skewed(kKindCount));
  claim.side = static_cast<Side>(random->Skewed(kSideCount));
  claim.status = static_cast<ClaimStatus>(random->Skewed(kClaimStatusCount));
  claim.mode = static_cast<Mode>(random->Below(kModeCount));
  claim.actor = static_cast<Side>(random->Below(kSideCount));
  claim.claimant = "speaker " + std::to_string(random->Skewed(40));
  claim.claimant_span = {claim.span.begin, claim.span.begin};
  const uint32_t region = random->Skewed(options.regions);
  claim.region = region == 0 ? "-" : "UA-" + std::to_string(10 + region);
  if (!random->OneIn(10)) {
    claim.time.to = DayOf({2025, 1, 1}) + static_cast<int>(random->Below(options.days));
    claim.time.from = claim.time.to - static_cast<int>(random->Below(8));
    claim.time_basis = static_cast<TimeBasis>(random->Below(kTimeBasisCount));
  }
  claim.rule = "rule-" + std::to_string(random->Below(9));
  for (uint32_t i = random->Below(3); i > 0; --i) {
    const double value = random->Below(1000) / 4.0;
    claim.quantities.push_back({{claim.span.begin, claim.span.end},
                                value,
                                value + i,
                                "km2",
                                value * 1e6,
                                "m2",
                                static_cast<Bound>(random->Below(kBoundCount)),
                                static_cast<Scope>(random->Below(kScopeCount)),
                                "land"});
  }
  for (uint32_t i = random->Below(3); i > 0; --i) {
    claim.places.push_back({{claim.span.begin, claim.span.end},
                            MadeWord(i),
                            claim.region,
                            static_cast<Sureness>(random->Below(kSurenessCount)),
                            50.5f,
                            34.5f,
                            random->OneIn(2) ? std::vector<std::string>{"UA-59", "UA-63"}
                                             : std::vector<std::string>{}});
  }
  return claim;
}

inline MadeArticle MakeArticle(const MadeOptions& options, uint32_t number, Random* random) {
  MadeArticle made;
  Article& article = made.article;
  article.id = "made.ndjson#" + std::to_string(number + 1);
  article.title = MadeWord(random->Skewed(options.vocabulary)) + " in the north";
  article.source = "Outlet " + std::to_string(random->Skewed(12));
  article.url = "https://example.org/" + std::to_string(number);
  article.language = "en";
  if (!random->OneIn(8)) {
    article.date = DayOf({2025, 1, 1}) + static_cast<int>(random->Below(options.days));
    article.date_basis = DateBasis::kField;
  }
  for (uint32_t i = 0; i < options.words; ++i) {
    const auto begin = static_cast<uint32_t>(article.page.size());
    article.page += MadeWord(random->Skewed(options.vocabulary));
    article.page += random->OneIn(9) ? ".\n" : " ";
    if (i % 12 == 7) {
      article.cuts.push_back({{begin, static_cast<uint32_t>(article.page.size())},
                              static_cast<CutReason>(random->Below(8))});
    }
  }
  article.text = TextWithoutCuts(article.page, article.cuts);
  for (uint32_t i = random->Below(options.claims_per_article + 1); i > 0; --i) {
    made.claims.push_back(MadeClaim(options, article, random));
  }
  return made;
}

inline std::vector<MadeArticle> MakeCorpus(const MadeOptions& options, uint64_t seed) {
  Random random(seed);
  std::vector<MadeArticle> corpus;
  for (uint32_t i = 0; i < options.articles; ++i) {
    corpus.push_back(MakeArticle(options, i, &random));
  }
  return corpus;
}

}  // namespace claimscope
