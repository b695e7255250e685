// What of a claim its words do not tell is a guess, and said to be one.
#include <doctest/doctest.h>

#include "index/segment.h"
#include "tests/unit/ui/demo_desk.h"
#include "tests/unit/ui/stage.h"
#include "ui/claim_rows.h"
#include "ui/reader_why.h"

namespace claimscope {
namespace {

PlaceMention Named(std::string_view region, Sureness sure) {
  PlaceMention place;
  place.span = {0, 4};
  place.name = "Rivertown";
  place.region = std::string(region);
  place.sure = sure;
  return place;
}

Claim ClaimAt(uint32_t begin, std::string_view region, std::vector<PlaceMention> places,
              TimeBasis basis) {
  Claim claim;
  claim.span = {begin, begin + 4};
  claim.claimant = "outlet";
  claim.region = std::string(region);
  claim.places = std::move(places);
  claim.time = {DayOf({2025, 5, 3}), DayOf({2025, 5, 3})};
  claim.time_basis = basis;
  return claim;
}

std::string Segment5() {
  Article article;
  article.id = "guesses.txt";
  article.page = article.text = "Aaaa Bbbb Cccc Dddd Eeee";
  article.date = DayOf({2025, 5, 3});
  SegmentBuilder builder;
  builder.Add(article,
              {ClaimAt(0, "UA-59", {}, TimeBasis::kPublication),
               ClaimAt(5, "UA-59", {Named("UA-59", Sureness::kAlias)}, TimeBasis::kExplicit),
               ClaimAt(10, "UA-59", {Named("UA-59", Sureness::kContext)}, TimeBasis::kRelative),
               ClaimAt(15, "UA-59", {Named("UA-59", Sureness::kAmbiguous)}, TimeBasis::kExplicit),
               ClaimAt(20, "UA", {Named("UA-30", Sureness::kExact)}, TimeBasis::kExplicit)});
  return builder.Seal();
}

struct Desk : DemoDesk {
  Desk() : DemoDesk(0, 1) {
    bool added = false;
    REQUIRE(workspace.AddSegment(Segment5(), &added).ok());
    session.Refresh();
  }
  // The claims in the order of the text.
  Hit At(int number) {
    CHECK(Do("select-claim", "article=guesses.txt&claim=" + std::to_string(number)).ok());
    return *session.selected();
  }
  Guesses Of(int number) { return GuessesOf(session, At(number)); }
};

TEST_CASE("a day or a place that the claim does not name is a guess; one that it names is none") {
  Desk desk;
  CHECK(desk.Of(1).day.find("the day of the article") != std::string_view::npos);
  CHECK(desk.Of(1).place.find("from the text around it") != std::string_view::npos);
  CHECK(desk.Of(2).day.empty());
  CHECK(desk.Of(2).place.empty());
  CHECK(desk.Of(3).place == desk.Of(1).place);
  CHECK(desk.Of(3).day.empty());
  CHECK(desk.Of(4).place.find("several places") != std::string_view::npos);
  CHECK(desk.Of(5).place.empty());  // a town of the country
}

TEST_CASE("what was corrected by hand is no guess") {
  Desk desk;
  REQUIRE(desk.Do("select-claim", "article=guesses.txt&claim=1").ok());
  REQUIRE(desk.Do("correct-claim", "from=2025-04-01&to=2025-04-02").ok());
  CHECK(desk.Of(1).day.empty());
  CHECK_FALSE(desk.Of(1).place.empty());
}

TEST_CASE("table, reader and page of text say of a guess the same") {
  Desk desk;
  const Hit hit = desk.At(1);
  const ClaimRow row = DecodeRow(desk.session, hit, 0);
  const Guesses guesses = desk.Of(1);
  CHECK(row.guesses.place == guesses.place);
  WhyPanel why;
  Prepare(why, desk.session, hit);
  const auto told = [&why](std::string_view words) {
    for (const WhyRow& one : why.rows) {
      if (one.value.find(words) != std::string::npos) return true;
    }
    return false;
  };
  CHECK(told(guesses.day));
  CHECK(told(guesses.place));
  Stage stage(0);
  bool added = false;
  REQUIRE(stage.workspace.AddSegment(Segment5(), &added).ok());
  stage.Frames();
  const std::string mirror = stage.app->MirrorJson(0, 9);
  CHECK(mirror.find("\"guessed_place\":\"" + std::string(guesses.place)) != std::string::npos);
  CHECK(mirror.find("\"guessed_place\":\"\"") != std::string::npos);
  CHECK(mirror.find("\"status\":{\"asserted\":\"somebody says it") != std::string::npos);
}

}  // namespace
}  // namespace claimscope
