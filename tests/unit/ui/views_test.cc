// What the views are made from: overview, words in context, comparison.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "tests/unit/ui/demo_desk.h"
#include "tests/unit/ui/stage.h"
#include "ui/amount_axis.h"
#include "ui/commands.h"
#include "ui/comparison.h"
#include "ui/concordance.h"
#include "ui/format.h"
#include "ui/overview.h"

namespace claimscope {
namespace {

struct Desk : DemoDesk {
  Desk() : DemoDesk(80, 3) {}
};

TEST_CASE("the overview counts every article once") {
  Desk desk;
  const Overview overview = MakeOverview(desk.workspace);
  CHECK(overview.articles == 80);
  CHECK(overview.claims == desk.workspace.claim_count());
  uint32_t articles = 0, dated = 0, undated = 0, languages = 0;
  for (const OverviewSource& source : overview.sources) {
    articles += source.articles;
    undated += source.undated;
    for (const uint32_t count : source.per_period) dated += count;
  }
  for (const FacetCount& language : overview.languages) languages += language.claims;
  CHECK(articles == 80);
  CHECK(languages == 80);
  CHECK(undated == overview.undated.size());
  CHECK(undated > 0);
  CHECK(dated + overview.earlier + undated == 80);
  CHECK(std::is_sorted(overview.sources.begin(), overview.sources.end(),
                       [](const auto& a, const auto& b) { return a.articles > b.articles; }));
}

TEST_CASE("an article without a headline and a source is known by its file") {
  ArticleView article{};
  article.id = "letters/may.txt";
  article.date = ParseIsoDay("2025-05-03");
  CHECK(SourceAndDay(article) == "may.txt, 3 May 2025");
  article.title = "Bridge closed";
  CHECK(SourceAndDay(article) == "3 May 2025");
  article.title = "";
  article.source = "Harbour Post";
  CHECK(SourceAndDay(article) == "Harbour Post, 3 May 2025");
}

TEST_CASE("a concordance has a line for each place, sorted by what stands beside it") {
  Desk desk;
  const std::vector<Hit>& hits = desk.session.answer().hits;
  CHECK(MakeConcordance(desk.workspace, hits, "", ContextSort::kDate).lines.empty());
  const Concordance text = MakeConcordance(desk.workspace, hits, "launched ", ContextSort::kDate);
  REQUIRE(text.lines.size() > 10);
  for (const ContextLine& line : text.lines) {
    CHECK(line.word == "launched");
    const Segment& segment = desk.workspace.SegmentAt(line.claim.segment);
    // The word stands in the claim that a click opens.
    CHECK(segment.QuoteAt(line.claim.row).find("launched") != std::string::npos);
  }
  const auto day_of = [&](const ContextLine& line) {
    const Segment& segment = desk.workspace.SegmentAt(line.claim.segment);
    const Day day = segment.DateOf(segment.articles()[line.claim.row]);
    return day.known() ? -int64_t{day.value} : int64_t{1} << 40;  // undated ones last
  };
  CHECK(std::is_sorted(text.lines.begin(), text.lines.end(),
                       [&](const auto& a, const auto& b) { return day_of(a) < day_of(b); }));
  CHECK(day_of(text.lines.front()) < day_of(text.lines.back()));
  const Concordance source =
      MakeConcordance(desk.workspace, hits, "launched ", ContextSort::kSource);
  CHECK(std::is_sorted(source.lines.begin(), source.lines.end(), [&](const auto& a, const auto& b) {
    return a.source != b.source ? a.source < b.source : day_of(a) < day_of(b);
  }));
  CHECK(source.lines.front().source < source.lines.back().source);
  const Concordance left = MakeConcordance(desk.workspace, hits, "launched ", ContextSort::kLeft);
  CHECK(left.lines.size() == text.lines.size());
  CHECK(left.articles == text.articles);
  CHECK(std::is_sorted(left.lines.begin(), left.lines.end(),
                       [](const auto& a, const auto& b) { return a.left_key < b.left_key; }));
  CHECK(left.lines[0].left_key.find("been had ") == 0);  // the nearest word first
}

TEST_CASE("a comparison has the claims and dated amounts of two sides, whatever sides are ticked") {
  Desk desk;
  REQUIRE(RunCommand(desk.session, "only-side", "name=ally").ok());
  REQUIRE(RunCommand(desk.session, "compare", "first=ukraine&second=russia&measure=drones").ok());
  const ComparedSides comparison = Compare(desk.session);
  CHECK(comparison.measure == "drones");
  REQUIRE_FALSE(comparison.amounts.empty());
  uint32_t claims[2] = {0, 0};
  size_t amounts = 0, totals = 0;
  for (const Hit hit : desk.session.Look({}, Per::kDay).hits) {
    const Claim claim = desk.workspace.SegmentAt(hit.segment).ClaimAt(hit.row);
    if (claim.side != Side::kUkraine && claim.side != Side::kRussia) continue;
    ++claims[claim.side == Side::kUkraine ? 0 : 1];
    for (const Quantity& quantity : claim.quantities) {
      if (quantity.unit != "drones" || !claim.time.known() || claim.kind != comparison.kind)
        continue;
      ++amounts;
      totals += quantity.scope == Scope::kCumulative ? 1 : 0;
    }
  }
  CHECK(comparison.claims[0] == claims[0]);
  CHECK(comparison.claims[1] == claims[1]);
  CHECK(comparison.amounts.size() == amounts);
  CHECK(static_cast<size_t>(std::count_if(comparison.amounts.begin(), comparison.amounts.end(),
                                          [](const auto& a) { return a.is_total; })) == totals);
  // A bound is told as in the table of claims.
  for (const ComparedAmount& amount : comparison.amounts) {
    const Segment& segment = desk.workspace.SegmentAt(amount.claim.segment);
    for (const Quantity& quantity : segment.ClaimAt(amount.claim.row).quantities) {
      if (quantity.unit == "drones")
        CHECK(FormatQuantity(quantity).find(FormatAmount(amount, 1)) == 0);
    }
  }
  ComparedAmount least = comparison.amounts[0];
  least.least = least.most = 150;
  least.bound = Bound::kAtLeast;
  CHECK(FormatAmount(least, 1) == "≥\u2009150");
  // What one line joins is of one place.
  std::map<size_t, std::string> region_of;
  for (const ComparedAmount& amount : comparison.amounts) {
    const Claim claim = desk.workspace.SegmentAt(amount.claim.segment).ClaimAt(amount.claim.row);
    CHECK(region_of.emplace(amount.line, claim.region).first->second == claim.region);
  }
  CHECK(region_of.size() > 1);
  // Of one kind at a time, the commonest first.
  CHECK(comparison.kind == comparison.kinds[0]);
  for (int i = 0; i < 3; ++i) {
    desk.session.state.selection = desk.session.SelectionOf(Compare(desk.session).amounts[0].claim);
    desk.session.Refresh();
    REQUIRE(RunCommand(desk.session, "correct-claim", "kind=humanitarian").ok());
  }
  REQUIRE(RunCommand(desk.session, "compare", "kind=humanitarian").ok());
  const ComparedSides others = Compare(desk.session);
  CHECK(others.kinds.size() == comparison.kinds.size() + 1);
  CHECK(others.kind == Kind::kHumanitarian);
  CHECK(others.amounts.size() == 3);
  CHECK(Compare(desk.session).kinds[0] == comparison.kind);
  for (const ComparedAmount& amount : others.amounts) {
    const Segment& segment = desk.workspace.SegmentAt(amount.claim.segment);
    CHECK(segment.kinds()[amount.claim.row] == static_cast<uint8_t>(others.kind));
  }
  CHECK_FALSE(RunCommand(desk.session, "compare", "first=martians").ok());
  CHECK_FALSE(RunCommand(desk.session, "compare", "kind=dance").ok());
}

TEST_CASE("an axis of amounts is even, or by tens where they lie far apart") {
  const AmountAxis even = MakeAmountAxis({12, 40, 33});
  CHECK_FALSE(even.by_tens);
  CHECK(even.PlaceOf(0) == 0);
  CHECK(even.PlaceOf(even.most) == 1);
  CHECK(even.most >= 40);
  const AmountAxis tens = MakeAmountAxis({2, 90'000});
  CHECK(tens.by_tens);
  CHECK(tens.least == doctest::Approx(1));
  CHECK(tens.most == doctest::Approx(100'000));
  CHECK(tens.PlaceOf(10) == doctest::Approx(0.2));
  CHECK(MakeAmountAxis({}).ticks.size() == 2);
  CHECK(MakeAmountAxis({0, -3}).PlaceOf(5) == 1);
}

TEST_CASE("what no claim has is told, with the nearest that some have") {
  Stage stage;
  REQUIRE(stage.app->Send("search", "q=drones+lang:u").ok());
  stage.Frames();
  CHECK(stage.Find("nothing found: No claim is in the language “u”. Choose what there is:") !=
        nullptr);
  CHECK(stage.app->MirrorJson(0, 1).find("[\"No claim is in the language “u”. ") !=
        std::string::npos);
  REQUIRE(stage.Click("English"));
  CHECK(stage.StateHas("\"text\":\"drones lang:en\""));
  CHECK(stage.app->MirrorJson(0, 1).find("\"nothing\":null") != std::string::npos);
  // A slip of the finger, in a region and in a name with a blank.
  REQUIRE(stage.app->Send("search", "q=region:Sumi").ok());
  stage.Frames();
  CHECK(stage.FindBeginning("nothing found: No claim is about the region “Sumi”.") != nullptr);
  // By a link that was made for other articles.
  REQUIRE(stage.app->ApplyHash("v1&language=xx&language=yy").ok());
  stage.Frames();
  CHECK(stage.Find("nothing found: No claim is in the language “xx”. Choose what there is:") !=
        nullptr);
  REQUIRE(stage.Click("English"));
  CHECK(stage.app->StateHash() == "v1&language=en");
  // What there is, but not under the other filters, is not said to be missing.
  REQUIRE(stage.app->ApplyHash("v1&language=en&from=1950-01-01&to=1950-01-02").ok());
  stage.Frames();
  CHECK(stage.FindBeginning("nothing found: Remove one of them") != nullptr);
  CHECK(stage.errors == 0);
}

}  // namespace
}  // namespace claimscope
