#include "query/query.h"

#include <doctest/doctest.h>

#include <array>

#include "tests/unit/query/oracle.h"

namespace claimscope {
namespace {

// A corpus cut into segments, and the same as plain claims.
struct Corpus {
  std::vector<Segment> segments;
  std::vector<OracleClaim> claims;

  std::vector<const Segment*> pointers() const {
    std::vector<const Segment*> out;
    for (const Segment& segment : segments) out.push_back(&segment);
    return out;
  }
};

Corpus MakeSegments(const MadeOptions& options, uint32_t per_segment, uint64_t seed) {
  Corpus corpus;
  SegmentBuilder builder;
  const auto seal = [&] {
    Result<Segment> opened = Segment::Open(builder.Seal());
    REQUIRE(opened.ok());
    corpus.segments.push_back(std::move(*opened));
  };
  for (const MadeArticle& made : MakeCorpus(options, seed)) {
    const auto article = static_cast<uint32_t>(builder.articles());
    for (const Claim& claim : made.claims) {
      corpus.claims.push_back({static_cast<uint32_t>(corpus.segments.size()), article, claim,
                               WordsOf(made.article), made.article.source, made.article.language});
    }
    builder.Add(made.article, made.claims);
    if (builder.articles() == per_segment) seal();
  }
  if (builder.articles() > 0) seal();
  return corpus;
}

Query RandomQuery(const MadeOptions& options, Random* random) {
  Query query;
  const auto mask = [random](int count) {
    return random->OneIn(2) ? 0u : 1 + random->Below((1u << count) - 1);
  };
  if (!random->OneIn(3)) {
    query.days.from = DayOf({2024, 12, 20}) + static_cast<int>(random->Below(options.days + 30));
    query.days.to = query.days.from + static_cast<int>(random->Below(40));
  }
  for (uint32_t i = random->Below(4); i > 0 && random->OneIn(2); --i) {
    query.regions.push_back(random->OneIn(5) ? "-"
                                             : "UA-" + std::to_string(10 + random->Below(14)));
  }
  query.kinds = mask(kKindCount);
  query.sides = mask(kSideCount);
  query.statuses = mask(kClaimStatusCount);
  const auto some = [random](std::vector<std::string>* names, auto make) {
    for (uint32_t i = random->OneIn(4) ? 1 + random->Below(3) : 0; i > 0; --i)
      names->push_back(make());
  };
  some(&query.claimants, [&] { return "speaker " + std::to_string(random->Skewed(40)); });
  some(&query.places, [&] { return MadeWord(1 + random->Below(3)); });
  some(&query.sources, [&] { return "Outlet " + std::to_string(random->Skewed(12)); });
  if (random->OneIn(6)) query.languages = {random->OneIn(3) ? "fr" : "en"};
  if (random->OneIn(3)) query.except = random->Below(1u << kFacetCount);
  if (random->OneIn(4)) query.amount = {"m2", random->Below(200) * 1e6, random->Below(300) * 1e6};
  if (random->OneIn(2)) {
    for (uint32_t i = 1 + random->Below(2); i > 0; --i) {
      query.text += (query.text.empty() ? "" : " ") + MadeWord(random->Skewed(40));
    }
    if (random->OneIn(3)) query.text += " ";
    if (random->OneIn(4)) query.text += "k";
  }
  return query;
}

std::map<std::string, uint32_t> AsMap(const std::vector<FacetCount>& counts) {
  std::map<std::string, uint32_t> map;
  for (const FacetCount& count : counts) {
    CHECK(map.count(count.value) == 0);
    map[count.value] = count.claims;
  }
  return map;
}

template <typename NameOfClaim>
void CheckFacet(const Corpus& corpus, const Query& query, Facet facet,
                const std::vector<FacetCount>& counts, NameOfClaim name_of) {
  std::map<std::string, uint32_t> expected;
  for (const OracleClaim& claim : corpus.claims) {
    expected[std::string(name_of(claim.claim))] += Passes(claim, query, facet, true) ? 1 : 0;
  }
  std::map<std::string, uint32_t> got = AsMap(counts);
  for (const auto& [name, count] : expected) {
    REQUIRE(got.count(name) == 1);
    CHECK(got[name] == count);
    got.erase(name);
  }
  for (const auto& [name, count] : got) CHECK(count == 0);  // in no claim
  CHECK(std::is_sorted(counts.begin(), counts.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.claims > b.claims;
  }));
}

void CheckHits(const Corpus& corpus, const Query& query, const Answer& answer) {
  using Key = std::tuple<bool, int32_t, uint32_t, uint32_t, uint32_t, uint32_t>;
  const auto key = [](uint32_t segment, uint32_t article, const Claim& claim) {
    const Day day = AnchorDay(claim.time);
    return Key(!day.known(), day.value, segment, article, claim.span.begin, claim.span.end);
  };
  std::vector<Key> expected, got;
  std::set<std::pair<uint32_t, uint32_t>> articles;
  for (const OracleClaim& claim : corpus.claims) {
    if (!Passes(claim, query, Facet::kDays, false)) continue;
    expected.push_back(key(claim.segment, claim.article, claim.claim));
    articles.emplace(claim.segment, claim.article);
  }
  std::sort(expected.begin(), expected.end());
  for (const Hit hit : answer.hits) {
    const Segment& segment = corpus.segments[hit.segment];
    got.push_back(key(hit.segment, segment.articles()[hit.row], segment.ClaimAt(hit.row)));
  }
  CHECK(got == expected);
  CHECK(answer.articles == articles.size());
}

void CheckHistogram(const Corpus& corpus, const Query& query, const Histogram& histogram) {
  std::map<std::pair<int32_t, std::string>, uint32_t> expected;
  uint32_t undated = 0;
  for (const OracleClaim& claim : corpus.claims) {
    if (!Passes(claim, query, Facet::kDays, true)) continue;
    if (!claim.day().known()) ++undated;
  }
  CHECK(histogram.undated == undated);
  // Series are named by dated claims only.
  std::map<std::string, uint32_t> totals;
  for (const OracleClaim& claim : corpus.claims) {
    if (claim.day().known() && Passes(claim, query, Facet::kDays, true)) {
      ++totals[claim.claim.region];
    }
  }
  std::vector<std::pair<std::string, uint32_t>> order(totals.begin(), totals.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> series;
  const bool some_nowhere = totals.count("-") > 0;
  for (const auto& [region, count] : order) {
    if (series.size() < kMaxSeries && region != "-") series.push_back(region);
  }
  if (order.size() - (some_nowhere ? 1 : 0) > kMaxSeries) series.push_back("other");
  if (some_nowhere) series.push_back("-");  // no region is none of them
  CHECK(histogram.series == series);

  for (const OracleClaim& claim : corpus.claims) {
    if (!claim.day().known() || !Passes(claim, query, Facet::kDays, true)) continue;
    const bool is_named = std::count(series.begin(), series.end(), claim.claim.region) > 0;
    ++expected[{BucketOf(claim.day(), histogram.per).value,
                is_named ? claim.claim.region : "other"}];
  }
  REQUIRE(histogram.counts.size() == histogram.buckets.size() * series.size());
  for (size_t b = 0; b < histogram.buckets.size(); ++b) {
    const Day bucket = histogram.buckets[b];
    CHECK(BucketOf(bucket, histogram.per) == bucket);
    if (b > 0) CHECK(BucketOf(bucket - 1, histogram.per) == histogram.buckets[b - 1]);
    for (size_t s = 0; s < series.size(); ++s) {
      CHECK(histogram.counts[b * series.size() + s] == expected[{bucket.value, series[s]}]);
    }
  }
}

// What each list of names says of a claim.
std::set<std::string> NamesOf(const OracleClaim& c, Facet facet) {
  std::set<std::string> names;
  if (facet == Facet::kClaimant) names = {c.claim.claimant};
  if (facet == Facet::kSource) names = {c.source};
  if (facet == Facet::kLanguage) names = {c.language};
  for (const PlaceMention& place : c.claim.places) {
    if (facet == Facet::kPlace) names.insert(place.name);
  }
  for (const Quantity& quantity : c.claim.quantities) {
    if (facet == Facet::kMeasure) names.insert(MeasureOf(quantity));
  }
  return names;
}

constexpr Facet kLists[] = {Facet::kClaimant, Facet::kPlace, Facet::kSource, Facet::kLanguage,
                            Facet::kMeasure};

void CheckNames(const Corpus& corpus, const Query& query, const ClaimTable& table) {
  Asking asking;
  for (const Facet facet : kLists) asking.lists |= BitOf(facet);
  const Answer answer = table.Ask(query, asking);
  for (const Facet facet : kLists) {
    std::map<std::string, uint32_t> expected, got;
    for (const OracleClaim& claim : corpus.claims) {
      for (const std::string& name : NamesOf(claim, facet))
        expected[name] += Passes(claim, query, facet, true) ? 1 : 0;
    }
    const auto& names = table.Names(facet);
    const auto& counts = answer.names[static_cast<size_t>(facet)];
    REQUIRE(counts.size() == names.size());
    for (size_t i = 0; i < names.size(); ++i) got[std::string(names[i])] = counts[i];
    if (facet == Facet::kSource || facet == Facet::kLanguage) {
      std::erase_if(got, [&](const auto& entry) { return expected.count(entry.first) == 0; });
    }
    CHECK(got == expected);
    CHECK(std::is_sorted(names.begin(), names.end()));
  }
}

void CheckAnswer(const Corpus& corpus, const Query& query, Per per) {
  const auto segments = corpus.pointers();
  const Answer answer = Ask(segments, query, per);
  CheckNames(corpus, query, ClaimTable(segments));
  CheckHits(corpus, query, answer);
  CheckHistogram(corpus, query, answer.histogram);
  CheckFacet(corpus, query, Facet::kRegion, answer.regions,
             [](const Claim& c) { return std::string_view(c.region); });
  CheckFacet(corpus, query, Facet::kKind, answer.kinds,
             [](const Claim& c) { return NameOf(c.kind); });
  CheckFacet(corpus, query, Facet::kSide, answer.sides,
             [](const Claim& c) { return NameOf(c.side); });
  CheckFacet(corpus, query, Facet::kStatus, answer.statuses,
             [](const Claim& c) { return NameOf(c.status); });
}

TEST_CASE("Ask agrees with counting claim by claim") {
  for (const uint32_t per_segment : {1000u, 7u, 1u}) {
    const MadeOptions options{.articles = 50, .claims_per_article = 8};
    const Corpus corpus = MakeSegments(options, per_segment, 20 + per_segment);
    Random random(per_segment);
    CheckAnswer(corpus, {}, Per::kDay);
    for (int i = 0; i < 60; ++i) {
      const Query query = RandomQuery(options, &random);
      CAPTURE(query.text);
      CheckAnswer(corpus, query, static_cast<Per>(random.Below(5)));
    }
  }
}

// Articles per value of a facet, counted one by one.
template <typename NamesOfClaim>
std::map<std::string, uint32_t> ArticlesPer(const Corpus& corpus, const Query& query, Facet facet,
                                            NamesOfClaim names_of) {
  std::map<std::string, std::set<std::pair<uint32_t, uint32_t>>> articles;
  for (const OracleClaim& claim : corpus.claims) {
    if (!Passes(claim, query, facet, true)) continue;
    for (const std::string& name : names_of(claim))
      articles[name].emplace(claim.segment, claim.article);
  }
  std::map<std::string, uint32_t> counts;
  for (const auto& [name, of] : articles) counts[name] = static_cast<uint32_t>(of.size());
  return counts;
}

TEST_CASE("lists and chart count articles when they are asked to, each once") {
  const MadeOptions options{.articles = 60, .claims_per_article = 8};
  const Corpus corpus = MakeSegments(options, 13, 29);
  const ClaimTable table(corpus.pointers());
  Random random(30);
  using Names = std::set<std::string>;
  for (int i = 0; i < 40; ++i) {
    Query query = i == 0 ? Query() : RandomQuery(options, &random);
    Asking asking(Per::kMonth);
    for (const Facet facet : kLists) asking.lists |= BitOf(facet);
    const Answer claims = table.Ask(query, asking);
    query.count_articles = true;
    const Answer answer = table.Ask(query, asking);
    CHECK(answer.claims == claims.claims);
    CHECK(answer.hits.size() == claims.hits.size());
    CHECK(answer.histogram.series == claims.histogram.series);
    const Histogram& chart = answer.histogram;
    std::vector<std::set<std::pair<uint32_t, uint32_t>>> telling(chart.buckets.size());
    std::set<std::pair<uint32_t, uint32_t>> undated;
    for (const Hit hit : table
                             .Ask(
                                 [&] {
                                   Query all_days = query;
                                   all_days.days = {};
                                   return all_days;
                                 }(),
                                 asking)
                             .hits) {
      const Segment& segment = *corpus.pointers()[hit.segment];
      const Day day{segment.anchor_days()[hit.row]};
      if (!day.known()) {
        undated.emplace(hit.segment, segment.articles()[hit.row]);
        continue;
      }
      const auto at = std::upper_bound(chart.buckets.begin(), chart.buckets.end(), day);
      telling[static_cast<size_t>(at - chart.buckets.begin()) - 1].emplace(
          hit.segment, segment.articles()[hit.row]);
    }
    for (size_t b = 0; b < chart.buckets.size(); ++b) {
      uint32_t articles = 0;
      for (size_t s = 0; s < chart.series.size(); ++s)
        articles += chart.counts[b * chart.series.size() + s];
      CHECK(articles == telling[b].size());
      CHECK(articles <= chart.all[b]);
    }
    // What the chart does not show is counted by the same measure.
    CHECK(chart.undated == undated.size());
    if (chart.buckets.size() < 3) continue;
    asking.shown = {chart.buckets[1], chart.buckets[2] - 1};
    const Histogram part = table.Ask(query, asking).histogram;
    CHECK(part.undated == undated.size());
    CHECK(part.before == telling[0].size());
    std::set<std::pair<uint32_t, uint32_t>> after;
    for (size_t b = 2; b < telling.size(); ++b) after.insert(telling[b].begin(), telling[b].end());
    CHECK(part.after == after.size());
    asking.shown = {};
    const auto check = [&](Facet facet, const std::vector<FacetCount>& got, auto names_of) {
      auto counts = AsMap(got);
      std::erase_if(counts, [](const auto& entry) { return entry.second == 0; });
      CHECK(counts == ArticlesPer(corpus, query, facet, names_of));
    };
    check(Facet::kRegion, answer.regions,
          [](const OracleClaim& c) { return Names{c.claim.region}; });
    check(Facet::kKind, answer.kinds,
          [](const OracleClaim& c) { return Names{std::string(NameOf(c.claim.kind))}; });
    check(Facet::kSide, answer.sides,
          [](const OracleClaim& c) { return Names{std::string(NameOf(c.claim.side))}; });
    check(Facet::kStatus, answer.statuses,
          [](const OracleClaim& c) { return Names{std::string(NameOf(c.claim.status))}; });
    for (const Facet facet : kLists) {
      std::map<std::string, uint32_t> got;
      const auto& counts = answer.names[static_cast<size_t>(facet)];
      for (size_t n = 0; n < counts.size(); ++n) {
        if (counts[n] > 0) got[std::string(table.Names(facet)[n])] = counts[n];
      }
      CHECK(got == ArticlesPer(corpus, query, facet,
                               [facet](const OracleClaim& c) { return NamesOf(c, facet); }));
    }
  }
}

TEST_CASE("quarters and years begin where they do") {
  const Day day = DayOf({2024, 12, 31});
  CHECK(BucketOf(day, Per::kQuarter) == DayOf({2024, 10, 1}));
  CHECK(BucketOf(day, Per::kYear) == DayOf({2024, 1, 1}));
  for (const Per per : {Per::kDay, Per::kWeek, Per::kMonth, Per::kQuarter, Per::kYear}) {
    Day bucket = BucketOf(DayOf({1899, 2, 28}), per);
    for (int i = 0; i < 900; ++i) {
      const Day next = NextBucket(bucket, per);
      CHECK(BucketOf(next, per) == next);
      CHECK(BucketOf(next - 1, per) == bucket);
      bucket = next;
    }
  }
}

TEST_CASE("a review filters like any other part, and its own counts leave it out") {
  const MadeOptions options{.articles = 50, .claims_per_article = 8};
  const Corpus corpus = MakeSegments(options, 7, 61);
  ClaimTable table(corpus.pointers());
  Random random(62);
  const auto key = [](Hit hit) { return uint64_t{hit.segment} << 32 | hit.row; };
  std::map<uint64_t, Verdict> verdicts;
  std::vector<ReviewedClaim> reviewed;
  for (const Hit hit : table.Ask({}, Per::kDay).hits) {
    const auto verdict = static_cast<Verdict>(random.Below(kVerdictCount));
    verdicts[key(hit)] = verdict;
    if (verdict != Verdict::kNone) reviewed.push_back({hit, verdict});
  }
  reviewed.push_back({{9999, 0}, Verdict::kAccepted});  // of no segment
  reviewed.push_back({{0, 99999}, Verdict::kAccepted});
  table.SetReviews(reviewed);
  for (int i = 0; i < 60; ++i) {
    Query query = RandomQuery(options, &random);
    query.except &= ~BitOf(Facet::kReview);
    query.count_rejected = true;
    const Answer all = table.Ask(query, Per::kDay);
    query.count_rejected = random.OneIn(2);
    query.reviews = random.Below(1u << kVerdictCount);
    if (random.OneIn(3)) query.except |= BitOf(Facet::kReview);
    const bool except = (query.except & BitOf(Facet::kReview)) != 0;
    std::vector<uint64_t> expected;
    std::array<uint32_t, kVerdictCount> counts{};
    for (const Hit hit : all.hits) {
      const Verdict verdict = verdicts[key(hit)];
      ++counts[static_cast<size_t>(verdict)];
      const bool is_named = (query.reviews & BitOf(verdict)) != 0;
      const bool counts_it =
          verdict != Verdict::kRejected || query.count_rejected || (is_named && !except);
      if (counts_it && (query.reviews == 0 || is_named != except)) expected.push_back(key(hit));
    }
    const Answer answer = table.Ask(query, Per::kDay);
    std::vector<uint64_t> got;
    for (const Hit hit : answer.hits) got.push_back(key(hit));
    CHECK(got == expected);
    CHECK(answer.reviews == counts);
    CHECK(all.reviews == counts);
    uint32_t in_kinds = 0;
    if (query.kinds == 0) {
      for (const FacetCount& count : answer.kinds) in_kinds += count.claims;
      CHECK(in_kinds == expected.size());
    }
  }
  table.SetReviews({});
  CHECK(table.Ask({}, Per::kDay).reviews[0] == corpus.claims.size());
}

TEST_CASE("the same articles in other segments give the same counts") {
  const MadeOptions options{.articles = 40};
  const Corpus one = MakeSegments(options, 1000, 31);
  const Corpus many = MakeSegments(options, 3, 31);
  REQUIRE(many.segments.size() > 10);
  Random random(32);
  for (int i = 0; i < 30; ++i) {
    const Query query = RandomQuery(options, &random);
    const Answer a = Ask(one.pointers(), query, Per::kWeek);
    const Answer b = Ask(many.pointers(), query, Per::kWeek);
    CHECK(a.hits.size() == b.hits.size());
    CHECK(a.articles == b.articles);
    CHECK(AsMap(a.regions) == AsMap(b.regions));
    CHECK(a.histogram.series == b.histogram.series);
    CHECK(a.histogram.counts == b.histogram.counts);
  }
}

TEST_CASE("a region that is asked for is listed though no claim has it") {
  const Corpus corpus = MakeSegments({}, 100, 33);
  Query query;
  query.regions = {"XX-1"};
  const Answer answer = Ask(corpus.pointers(), query, Per::kDay);
  CHECK(answer.hits.empty());
  const auto regions = AsMap(answer.regions);
  REQUIRE(regions.count("XX-1") == 1);
  CHECK(regions.at("XX-1") == 0);
  CHECK(regions.at("-") > 0);
}

TEST_CASE("nothing loaded gives an empty answer") {
  const Answer answer = Ask({}, {}, Per::kDay);
  CHECK(answer.hits.empty());
  CHECK(answer.regions.empty());
  CHECK(answer.histogram.buckets.empty());
  CHECK(answer.histogram.counts.empty());
  CHECK(AsMap(answer.kinds).at("territory") == 0);
}

TEST_CASE(
    "no more buckets than can be drawn: the unit grows, then the first bucket takes the past") {
  auto corpus = MakeCorpus({.articles = 1, .claims_per_article = 0}, 34);
  const auto ask_between = [&](CivilDate first, CivilDate last) {
    Claim claim;
    claim.region = "UA";
    for (const CivilDate date : {first, last}) {
      claim.time = {DayOf(date), DayOf(date)};
      corpus[0].claims.push_back(claim);
    }
    SegmentBuilder builder;
    builder.Add(corpus[0].article, corpus[0].claims);
    const Result<Segment> segment = Segment::Open(builder.Seal());
    REQUIRE(segment.ok());
    const Segment* const pointer = &*segment;
    const Histogram histogram = Ask({&pointer, 1}, {}, Per::kDay).histogram;
    CHECK(histogram.buckets.size() <= kMaxBuckets);
    CHECK(std::is_sorted(histogram.buckets.begin(), histogram.buckets.end()));
    CHECK(histogram.counts.front() == 1);
    CHECK(histogram.counts.back() == 1);
    corpus[0].claims.clear();
    return histogram;
  };
  CHECK(ask_between({2020, 1, 1}, {2025, 1, 1}).per == Per::kDay);
  CHECK(ask_between({2000, 1, 1}, {2025, 1, 1}).per == Per::kWeek);
  CHECK(ask_between({1853, 10, 5}, {2025, 1, 1}).per == Per::kMonth);
  CHECK(ask_between({1, 1, 1}, {9999, 12, 31}).buckets.size() == kMaxBuckets);
}

TEST_CASE("a histogram of some days counts what lies before and after them") {
  const MadeOptions options{.articles = 40};
  const Corpus corpus = MakeSegments(options, 7, 36);
  const ClaimTable table(corpus.pointers());
  Random random(37);
  for (int i = 0; i < 30; ++i) {
    const Query query = RandomQuery(options, &random);
    DayRange shown;
    shown.from = DayOf({2024, 12, 20}) + static_cast<int>(random.Below(100));
    shown.to = shown.from + static_cast<int>(random.Below(60));
    const Per per = static_cast<Per>(random.Below(3));
    const Histogram histogram = table.Ask(query, Asking(per, shown)).histogram;
    uint32_t before = 0;
    uint32_t inside = 0;
    uint32_t after = 0;
    for (const OracleClaim& claim : corpus.claims) {
      if (!claim.day().known() || !Passes(claim, query, Facet::kDays, true)) continue;
      ++(claim.day() < shown.from ? before : claim.day() > shown.to ? after : inside);
    }
    CHECK(histogram.before == before);
    CHECK(histogram.after == after);
    uint32_t sum = 0;
    for (const uint32_t count : histogram.counts) sum += count;
    CHECK(sum == inside);
    CHECK(histogram.buckets.front() == BucketOf(shown.from, per));
    CHECK(histogram.buckets.back() == BucketOf(shown.to, per));
  }
}

TEST_CASE(
    "whatever a chart is stacked by, its bars are as high; every claim and article has a bar") {
  const MadeOptions options{.articles = 40};
  const Corpus corpus = MakeSegments(options, 7, 41);
  const ClaimTable table(corpus.pointers());
  uint32_t dated = 0, published = 0;
  for (const OracleClaim& claim : corpus.claims) dated += claim.day().known() ? 1 : 0;
  for (const Segment& segment : corpus.segments) {
    for (uint32_t a = 0; a < segment.article_count(); ++a)
      published += segment.ArticleAt(a).date.known() ? 1 : 0;
  }
  Random random(42);
  for (int i = 0; i < 20; ++i) {
    const Query query = i == 0 ? Query() : RandomQuery(options, &random);
    const Histogram regions = table.Ask(query, Per::kWeek).histogram;
    uint32_t all = 0, articles = 0;
    for (const uint32_t count : regions.all) all += count;
    for (const uint32_t count : regions.published) articles += count;
    CHECK(all == dated);
    // Articles outside the days of claims have no bar.
    CHECK(articles <= published);
    for (const Facet stack : {Facet::kKind, Facet::kSide, Facet::kStatus, Facet::kClaimant}) {
      const Histogram other = table.Ask(query, Asking(Per::kWeek, {}, stack)).histogram;
      CHECK(other.stack == stack);
      CHECK(other.buckets == regions.buckets);
      CHECK(other.all == regions.all);
      const auto sums = [](const Histogram& h) {
        std::vector<uint32_t> sum(h.buckets.size());
        for (size_t c = 0; c < h.counts.size(); ++c) sum[c / h.series.size()] += h.counts[c];
        return sum;
      };
      CHECK(sums(other) == sums(regions));
      if (stack == Facet::kClaimant && i == 0) CHECK(other.series.size() == kMaxSeries + 1);
    }
  }
}

TEST_CASE("a table asked one question after another answers as a new one") {
  const Corpus corpus = MakeSegments({}, 5, 35);
  const ClaimTable table(corpus.pointers());
  Query some;
  some.sides = BitOf(Side::kUkraine);
  some.claimants = {std::string(table.Names(Facet::kClaimant)[0])};
  some.except = BitOf(Facet::kClaimant);
  Query searched;
  searched.text = "north ";
  const DayRange days{DayOf({2025, 1, 10}), DayOf({2025, 1, 20})};
  for (int round = 0; round < 2; ++round) {
    for (Query query : {Query{}, some, searched}) {
      for (const DayRange range : {DayRange{}, days, DayRange{}}) {
        query.days = range;
        const Answer kept = table.Ask(query, Per::kDay);
        const Answer made = Ask(corpus.pointers(), query, Per::kDay);
        CHECK(kept.claims == made.claims);
        CHECK(kept.articles == made.articles);
        CHECK(kept.histogram.counts == made.histogram.counts);
        CHECK(table.FindArticles("north ", 5).total ==
              ClaimTable(corpus.pointers()).FindArticles("north ", 5).total);
      }
    }
  }
}

TEST_CASE("a known histogram is taken over when only the days change") {
  const Corpus corpus = MakeSegments({}, 5, 35);
  Query query;
  const Answer all = Ask(corpus.pointers(), query, Per::kDay);
  query.days = {DayOf({2025, 1, 10}), DayOf({2025, 1, 20})};
  const Answer counted = Ask(corpus.pointers(), query, Per::kDay);
  const Answer taken = ClaimTable(corpus.pointers()).Ask(query, Per::kDay, &all.histogram);
  CHECK(counted.histogram.counts == taken.histogram.counts);
  CHECK(counted.hits.size() == taken.hits.size());
  CHECK(counted.hits.size() < all.hits.size());
}

TEST_CASE("of many claims any days count what they hold, as many as are counted one by one") {
  const MadeOptions options{.articles = 1500, .claims_per_article = 8, .words = 12, .regions = 4};
  const Corpus corpus = MakeSegments(options, 400, 51);
  REQUIRE(corpus.claims.size() > 4 * 1024);
  const ClaimTable table(corpus.pointers());
  Random random(52);
  for (int turn = 0; turn < 40; ++turn) {
    Query query;
    query.days.from = DayOf({2024, 12, 28}) + static_cast<int>(random.Below(60));
    query.days.to = query.days.from + static_cast<int>(random.Below(50));
    if (turn % 2 == 0) query.sides = 1;
    std::array<uint32_t, kKindCount> kinds{};
    for (const OracleClaim& claim : corpus.claims) {
      const Day day = AnchorDay(claim.claim.time);
      const bool passes = day.known() && query.days.from <= day && day <= query.days.to &&
                          (query.sides == 0 || claim.claim.side == static_cast<Side>(0));
      kinds[static_cast<size_t>(claim.claim.kind)] += passes ? 1 : 0;
    }
    for (const FacetCount& count : table.Count(query, Per::kDay).kinds) {
      Kind kind;
      REQUIRE(FromName(count.value, &kind));
      CHECK(count.claims == kinds[static_cast<size_t>(kind)]);
    }
  }
}

}  // namespace
}  // namespace claimscope
