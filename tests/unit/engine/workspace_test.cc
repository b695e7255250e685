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

TEST_CASE("the same articles are recognised under another name, and it is known whose they are") {
  const auto segment = [](std::string_view path, uint64_t seed, const char* title,
                          uint64_t number = 0) {
    SegmentBuilder builder;
    for (MadeArticle made : MakeCorpus({}, seed)) {
      made.article.id = std::string(path) + "#" + std::to_string(++number);
      made.article.offset_bytes = number * 100;
      if (title != nullptr) made.article.title = title;
      builder.Add(made.article, made.claims);
    }
    return builder.Seal();
  };
  Workspace workspace;
  bool added = false;
  REQUIRE(workspace.AddSegment(segment("old/a.ndjson", 14, nullptr), &added).ok());
  REQUIRE(workspace.AddSegment(segment("old/b.ndjson", 15, nullptr), &added).ok());
  REQUIRE(workspace.AddSegment(segment("new/c.ndjson", 14, nullptr), &added).ok());
  CHECK_FALSE(added);
  REQUIRE(workspace.HeldAlready() != nullptr);
  CHECK(PathOfArticle(workspace.HeldAlready()->ArticleAt(3).id) == "old/a.ndjson");
  CHECK(workspace.HeldAlready()->ArticleAt(3).offset_bytes == 400);
  // The same texts under other headlines are other articles: copies.
  REQUIRE(workspace.AddSegment(segment("new/c.ndjson", 14, "Another headline"), &added).ok());
  CHECK(added);
  CHECK(workspace.segment_count() == 3);
  // What a file repeats further on is not the file once more; that is known with all it repeats.
  REQUIRE(workspace.AddSegment(segment("old/a.ndjson", 14, nullptr, 500), &added).ok());
  CHECK(added);
  for (const uint64_t before : {0, 500}) {
    for (const char* path : {"old/a.ndjson", "new/d.ndjson"}) {
      REQUIRE(workspace.AddSegment(segment(path, 14, nullptr, before), &added).ok());
      CHECK_FALSE(added);
    }
  }
  CHECK(workspace.segment_count() == 4);
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

TEST_CASE("words and texts of saved segments are wanted when they are looked for") {
  SegmentBuilder builder;
  std::vector<std::string> sealed;
  for (const MadeArticle& made : MakeCorpus({.articles = 30}, 51)) {
    builder.Add(made.article, made.claims);
    if (builder.articles() == 15) sealed.push_back(builder.Seal());
  }
  Workspace whole, saved;
  bool added = false;
  for (const std::string& bytes : sealed) {
    REQUIRE(whole.AddSegment(bytes, &added).ok());
    const Segment& segment = whole.SegmentAt(whole.segment_count() - 1);
    const std::string columns(segment.BytesOf(Segment::Part::kColumns));
    saved.Add(std::move(*Segment::OpenColumns(columns)), &added);
    CHECK(added);
    saved.Add(std::move(*Segment::OpenColumns(columns)), &added);
    CHECK_FALSE(added);
    REQUIRE(saved.AddSegment(bytes, &added).ok());
    CHECK_FALSE(added);  // the same segment, whole
  }
  Query query;
  CHECK(saved.Ask(query, Per::kDay).hits.size() == whole.Ask(query, Per::kDay).hits.size());
  CHECK(saved.Wanted().empty());

  const auto attach = [&] {
    for (const Workspace::WantedPart& part : saved.Wanted()) {
      const std::string_view bytes = whole.SegmentAt(part.segment).BytesOf(part.part);
      REQUIRE(saved.Attach(part, std::string(bytes)).ok());
    }
  };
  query.text = "north ";
  CHECK(saved.Ask(query, Per::kDay).hits.empty());
  REQUIRE(saved.Wanted().size() == 2);
  CHECK(saved.Wanted()[1].part == Segment::Part::kWords);
  const uint64_t before = saved.revision();
  CHECK_FALSE(saved.Attach(saved.Wanted()[0], "damaged").ok());
  CHECK(saved.Wanted().size() == 2);
  attach();
  CHECK(saved.revision() == before + 1);
  CHECK(saved.Wanted().empty());
  CHECK(saved.Ask(query, Per::kDay).hits.size() == whole.Ask(query, Per::kDay).hits.size());
  CHECK(saved.Ask(query, Per::kDay).hits.size() > 0);
  CHECK(saved.FindArticles("north ", 5).total == 30);

  CHECK(saved.SegmentAt(1).QuoteAt(0).empty());
  REQUIRE(saved.Wanted().size() == 1);
  CHECK(saved.Wanted()[0].segment == 1);
  attach();
  CHECK(saved.SegmentAt(1).QuoteAt(0) == whole.SegmentAt(1).QuoteAt(0));
  CHECK_FALSE(saved.Attach({7, Segment::Part::kText}, "").ok());

  // A search in the claims wants the texts, and is answered anew when they are there.
  query.text_in_claims = true;
  const std::string quote = whole.SegmentAt(0).QuoteAt(0);
  const size_t word = quote.find(' ') + 1;  // a whole one
  query.text = quote.substr(word, quote.find(' ', word) - word) + " ";
  CAPTURE(query.text);
  const size_t saying = whole.Ask(query, Per::kDay).hits.size();
  REQUIRE(saying > 0);
  CHECK(saved.Ask(query, Per::kDay).hits.size() < saying);
  REQUIRE(saved.Wanted().size() == 1);
  attach();
  CHECK(saved.Ask(query, Per::kDay).hits.size() == saying);
}

TEST_CASE("claims are shown as corrected, saved as found, and shown as found again") {
  Workspace workspace;
  bool added = false;
  REQUIRE(workspace.AddSegment(MadeSegment(31), &added).ok());
  REQUIRE(workspace.AddSegment(MadeSegment(32), &added).ok());
  const auto saved = [&] {
    std::string bytes;
    REQUIRE(workspace.Save([&](std::string_view piece) { bytes.append(piece); }).ok());
    return bytes;
  };
  const std::string before = saved(), sealed = workspace.SealedBytes(1);
  CHECK(sealed == MadeSegment(32));
  const uint32_t article = workspace.SegmentAt(1).articles()[0];
  const std::vector<uint32_t> rows = workspace.SegmentAt(1).ClaimsOf(article);
  const Claim found = workspace.SegmentAt(1).ClaimAt(rows[0]);
  const std::string quote = workspace.SegmentAt(1).QuoteAt(rows[0]);
  const uint64_t claims = workspace.claim_count();
  Correction correction;
  correction[ClaimField::kFrom] = correction[ClaimField::kTo] = "2033-02-01";
  correction[ClaimField::kRegion] = "ZZ-7";
  correction[ClaimField::kValue] = "3";
  correction[ClaimField::kUnit] = "mi";
  REQUIRE(workspace.Correct({{{1, article}, 0, correction}}));
  CHECK_FALSE(workspace.Correct({{{1, article}, 0, correction}}));
  CHECK(workspace.claim_count() == claims);
  CHECK(workspace.days().to == DayOf({2033, 2, 1}));
  Query query;
  query.regions = {"ZZ-7"};
  const Answer answer = workspace.Look(query, Per::kMonth);
  REQUIRE(answer.hits.size() == 1);
  const Hit hit = answer.hits[0];
  const Segment& shown = workspace.SegmentAt(hit.segment);
  CHECK(shown.QuoteAt(hit.row) == quote);
  const Claim now = shown.ClaimAt(hit.row);
  REQUIRE(!now.quantities.empty());
  CHECK(now.quantities[0].value == 3);
  CHECK(now.quantities[0].si_unit == "m");
  CHECK(now.quantities[0].si_value == doctest::Approx(4828.032));
  CHECK(workspace.FoundClaim(hit).region == found.region);
  CHECK(workspace.FoundClaim(hit).time == found.time);
  CHECK(workspace.SealedBytes(1) == sealed);
  CHECK(saved() == before);
  // Recognised though it is shown otherwise.
  REQUIRE(workspace.AddSegment(sealed, &added).ok());
  CHECK_FALSE(added);
  REQUIRE(workspace.Correct({}));
  CHECK(workspace.SegmentAt(1).identity() == Segment::Open(sealed)->identity());
  CHECK(workspace.Look(query, Per::kMonth).hits.empty());
  CHECK(saved() == before);
}

TEST_CASE("what cannot be understood of a correction stays as it was found") {
  Claim claim;
  claim.kind = Kind::kStrike;
  claim.time = {DayOf({2025, 5, 1}), DayOf({2025, 5, 3})};
  claim.quantities.resize(2);
  claim.quantities[0] = {{}, 5, 8, "drones", 5, "", Bound::kRange, Scope::kNone, "drones"};
  claim.quantities[1].value = 9;
  Correction correction;
  correction[ClaimField::kKind] = "dance";
  correction[ClaimField::kFrom] = "2025-05-09";  // after its end
  correction[ClaimField::kValue] = "6";
  Claim now = Corrected(claim, correction);
  CHECK(now.kind == Kind::kStrike);
  CHECK(now.time == claim.time);
  CHECK(now.quantities[0].value_max == 6);
  CHECK(now.quantities[0].bound == Bound::kExact);
  CHECK(now.quantities[0].unit == "drones");
  correction[ClaimField::kValue] = "";
  now = Corrected(claim, correction);
  REQUIRE(now.quantities.size() == 1);
  CHECK(now.quantities[0].value == 9);
}

TEST_CASE("a claim whose first mention was rejected still counts once") {
  Workspace workspace;
  bool added = false;
  for (const char* outlet : {"a", "b"}) {
    SegmentBuilder builder;
    for (MadeArticle made : MakeCorpus({}, 33)) {
      made.article.source = outlet;
      made.article.id = outlet + made.article.id;
      builder.Add(made.article, made.claims);
    }
    REQUIRE(workspace.AddSegment(builder.Seal(), &added).ok());
  }
  Query query;
  query.count_retold = false;
  const Answer once = workspace.Look(query, Per::kMonth);
  const DistinctClaim* twice = nullptr;
  for (const DistinctClaim& claim : workspace.DistinctClaims())
    if (claim.mentions.size() > 1 && twice == nullptr) twice = &claim;
  REQUIRE(twice != nullptr);
  const Hit first = twice->mentions[0];
  workspace.SetReviews({{first, Verdict::kRejected}});
  CHECK(workspace.VerdictOf(first) == Verdict::kRejected);
  CHECK(workspace.Look(query, Per::kMonth).claims == once.claims);
  workspace.SetReviews({});
  CHECK(workspace.Look(query, Per::kMonth).claims == once.claims);
}

}  // namespace
}  // namespace claimscope
