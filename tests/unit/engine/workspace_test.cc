#include <doctest/doctest.h>

#include "engine/engine.h"
#include "tests/support/made_corpus.h"

namespace claimscope {
namespace {

std::string MadeSegment(uint64_t seed) {
  SegmentBuilder builder;
  for (const MadeArticle& made : MakeCorpus({}, seed)) builder.Add(made.article, made.claims);
  return builder.Seal();
}

TEST_CASE("a workspace counts what it holds") {
  Workspace workspace;
  CHECK(workspace.segment_count() == 0);
  CHECK_FALSE(workspace.days().known());
  uint64_t claims = 0;
  for (const uint64_t seed : {1, 2, 3}) {
    bool added = false;
    const uint64_t before = workspace.revision();
    REQUIRE(workspace.AddSegment(MadeSegment(seed), &added).ok());
    CHECK(added);
    CHECK(workspace.revision() > before);
    claims += workspace.SegmentAt(workspace.segment_count() - 1).claim_count();
  }
  CHECK(workspace.segment_count() == 3);
  CHECK(workspace.article_count() == 60);
  CHECK(workspace.claim_count() == claims);
  Day first, last;
  for (size_t s = 0; s < 3; ++s) {
    for (const int32_t day : workspace.SegmentAt(s).anchor_days()) {
      if (day == Day::kUnknown) continue;
      if (!first.known() || day < first.value) first = {day};
      if (!last.known() || day > last.value) last = {day};
    }
  }
  CHECK(workspace.days() == DayRange{first, last});
}

TEST_CASE("the same bytes are recognised, damaged ones refused, and nothing changes") {
  Workspace workspace;
  bool added = false;
  REQUIRE(workspace.AddSegment(MadeSegment(4), &added).ok());
  const uint64_t revision = workspace.revision();
  CHECK(workspace.AddSegment(MadeSegment(4), &added).ok());
  CHECK_FALSE(added);
  CHECK_FALSE(workspace.AddSegment(MadeSegment(5).substr(1), &added).ok());
  CHECK_FALSE(added);
  CHECK(workspace.segment_count() == 1);
  CHECK(workspace.revision() == revision);
}

TEST_CASE("an answer is kept until the question or the corpus changes") {
  Workspace workspace;
  bool added = false;
  REQUIRE(workspace.AddSegment(MadeSegment(6), &added).ok());
  const Hit* const hits = workspace.Ask({}, Per::kDay).hits.data();
  CHECK(workspace.Ask({}, Per::kDay).hits.data() == hits);
  const size_t all = workspace.Ask({}, Per::kDay).hits.size();
  CHECK(all == workspace.claim_count());

  Query query;
  query.kinds = BitOf(Kind::kTerritory);
  const size_t some = workspace.Ask(query, Per::kDay).hits.size();
  CHECK(some < all);
  query.days = {DayOf({2025, 1, 5}), DayOf({2025, 2, 5})};
  const Answer answer = workspace.Ask(query, Per::kDay);
  const Segment* const segment = &workspace.SegmentAt(0);
  const Answer fresh = Ask({&segment, 1}, query, Per::kDay);
  CHECK(answer.hits.size() == fresh.hits.size());
  CHECK(answer.histogram.counts == fresh.histogram.counts);
  CHECK(workspace.Ask(query, Per::kMonth).histogram.per == Per::kMonth);
  query.kinds = 0;
  CHECK(workspace.Ask(query, Per::kMonth).histogram.counts ==
        Ask({&segment, 1}, query, Per::kMonth).histogram.counts);

  REQUIRE(workspace.AddSegment(MadeSegment(7), &added).ok());
  CHECK(workspace.Ask({}, Per::kDay).hits.size() == workspace.claim_count());
  const uint64_t revision = workspace.revision();
  workspace.Clear();
  CHECK(workspace.revision() > revision);
  CHECK(workspace.Ask({}, Per::kDay).hits.empty());
  CHECK(workspace.claim_count() == 0);
}

}  // namespace
}  // namespace claimscope
