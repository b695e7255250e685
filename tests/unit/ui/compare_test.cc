// Any two filters held against each other.
#include <doctest/doctest.h>

#include "tests/unit/ui/demo_desk.h"
#include "tests/unit/ui/stage.h"
#include "ui/commands.h"
#include "ui/comparison.h"
#include "ui/filter_words.h"

namespace claimscope {
namespace {

struct Desk : DemoDesk {
  Desk() : DemoDesk(80, 3) {}

  bool Run(std::string_view command, std::string_view arguments = "") {
    return RunCommand(session, command, arguments).ok();
  }
  size_t Count(const Query& query) const { return session.Look(query, Per::kDay).hits.size(); }
};

TEST_CASE("a kept filter stays, the other one follows the filter until it is kept too") {
  Desk desk;
  REQUIRE(desk.Run("only-kind", "name=strike"));
  REQUIRE(desk.Run("keep-first"));
  CHECK(NameOf(desk.session.state.compared[0]) == "v1&kind=strike");
  CHECK(NameOf(desk.session.state.compared[1]) == "now");
  REQUIRE(desk.Run("clear-all"));
  REQUIRE(desk.Run("only-side", "name=russia"));
  ComparedSides comparison = Compare(desk.session);
  Query strikes, russian;
  strikes.kinds = BitOf(Kind::kStrike);
  russian.sides = BitOf(Side::kRussia);
  CHECK(comparison.claims[0] == desk.Count(strikes));
  CHECK(comparison.claims[1] == desk.Count(russian));
  CHECK(comparison.claims[0] > 0);
  CHECK(comparison.claims[0] != comparison.claims[1]);
  CHECK(NameOfColumn(desk.session, comparison.columns[0]) == "Strikes");
  CHECK(NameOfColumn(desk.session, comparison.columns[1]) == "The filter now: Russia");
  REQUIRE(desk.Run("keep-second"));
  REQUIRE(desk.Run("clear-all"));
  comparison = Compare(desk.session);
  CHECK(comparison.claims[1] == desk.Count(russian));
  CHECK(ComparesFilters(comparison.columns));
  REQUIRE(desk.Run("compare-sides"));
  CHECK_FALSE(ComparesFilters(desk.session.state.compared));
  CHECK(desk.session.state.compared[1].side == Side::kRussia);
  CHECK_FALSE(IsAvailable(desk.session, "compare-sides"));
}

TEST_CASE("what is compared is undone step by step, and carried in the link") {
  Desk desk;
  REQUIRE(desk.Run("search", "q=drones+%26+guns"));
  REQUIRE(desk.Run("search-in", "where=articles"));
  REQUIRE(desk.Run("keep-second"));
  const std::string hash = HashOf(desk.session.state);
  const ComparedPair kept = desk.session.state.compared;
  CHECK_FALSE(kept[1].kept.text_in_claims);
  const Result<AppState> back = WithHash(AppState{}, hash);
  REQUIRE(back.ok());
  CHECK(back->compared == kept);
  REQUIRE(desk.Run("undo"));
  CHECK_FALSE(ComparesFilters(desk.session.state.compared));
  CHECK(desk.session.state.query.text == "drones & guns");
  REQUIRE(desk.Run("redo"));
  CHECK(desk.session.state.compared == kept);
  // The browser's way back is the same step.
  desk.session.history.Follow(desk.session.state, *WithHash(AppState{}, "v1&q=drones+%26+guns"));
  CHECK(desk.session.history.can_redo());
}

TEST_CASE("a number leads to the claims of one, and the other stays what it was") {
  Desk desk;
  REQUIRE(desk.Run("only-kind", "name=strike"));
  REQUIRE(desk.Run("keep-first"));
  REQUIRE(desk.Run("only-kind", "name=casualties"));
  const ComparedSides before = Compare(desk.session);
  REQUIRE(desk.Run("show-compared", "which=first"));
  CHECK(desk.session.state.view == View::kClaims);
  CHECK(desk.session.hit_count() == before.claims[0]);
  CHECK(Compare(desk.session).claims == before.claims);
  REQUIRE(desk.Run("undo"));
  CHECK(desk.session.state.query.kinds == BitOf(Kind::kCasualties));
  CHECK(desk.session.state.compared[1].what == Compared::What::kNow);
  REQUIRE(desk.Run("show-compared", "which=second&from=2025-05-01&to=2025-05-31"));
  CHECK(desk.session.state.query.days.to == ParseIsoDay("2025-05-31"));
  CHECK_FALSE(desk.Run("show-compared", "which=third"));
  CHECK_FALSE(desk.Run("show-compared", "which=first&from=soon"));
  CHECK_FALSE(desk.Run("compare", "first=v1%26kind=weather"));
}

TEST_CASE("filters are kept, compared and left again by hand, wide and narrow") {
  for (const float width : {1280.0f, 360.0f}) {
    CAPTURE(width);
    Stage stage(60, {width, 900, 1, false});
    REQUIRE(stage.app->Send("set-view", "view=compare").ok());
    stage.Frames();
    REQUIRE(stage.Click("Compare two filters instead"));
    CHECK(stage.StateHas("\"compare\":{\"first\":\"v1\",\"second\":\"now\"}"));
    REQUIRE(stage.app->Send("only-kind", "name=strike").ok());
    stage.Frames();
    REQUIRE(stage.Click("Set B to the filter as it is"));
    REQUIRE(stage.app->Send("clear-all", "").ok());
    stage.Frames();
    REQUIRE(stage.Click("claims of the second"));
    CHECK(stage.StateHas("\"view\":\"claims\""));
    CHECK(stage.StateHas("\"kinds\":[\"strike\"]"));
    REQUIRE(stage.app->Send("show-compare", "").ok());
    stage.Frames();
    REQUIRE(stage.Click("compared claims"));  // a bar in the middle
    REQUIRE(stage.app->Send("show-compare", "").ok());
    stage.Frames();
    REQUIRE(stage.Click("Back to two sides"));
    CHECK(stage.StateHas("\"compare\":{\"first\":\"ukraine\",\"second\":\"russia\"}"));
    CHECK(stage.items().DuplicateIds() == 0);
    CHECK(stage.errors == 0);
  }
}

}  // namespace
}  // namespace claimscope
