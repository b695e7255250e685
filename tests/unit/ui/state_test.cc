#include "ui/state.h"

#include <doctest/doctest.h>

#include "ui/arguments.h"

namespace claimscope {
namespace {

AppState Full() {
  AppState state;
  state.query.days = {ParseIsoDay("2025-05-01"), ParseIsoDay("2025-06-30")};
  state.query.regions = {"UA-59", "UA-63", "-"};
  state.query.kinds = BitOf(Kind::kTerritory) | BitOf(Kind::kStrike);
  state.query.sides = BitOf(Side::kUkraine);
  state.query.statuses = BitOf(ClaimStatus::kUnverified);
  state.query.text = "грати & 100% \"so\"";
  state.query.claimants = {"General Staff, Ukraine", ""};
  state.query.places = {"Yunakivka"};
  state.query.sources = {"Harbour & Post"};
  state.query.languages = {"uk"};
  state.query.amount = {"m2", 4e6, 1.25e9};
  state.query.except = BitOf(Facet::kKind) | BitOf(Facet::kClaimant);
  state.stack = StackBy::kClaimant;
  state.scale = Scale::kShare;
  state.view = View::kCompare;
  state.map = {MapFit::kPlace, 36.25, 49.5, 12.75};
  state.compared[0].side = Side::kAlly;
  state.compared[1].what = Compared::What::kKept;
  state.compared[1].kept = state.query;
  state.compared[1].kept.regions = {"UA-68"};
  state.compared[1].kept.text_in_claims = true;
  state.compared_measure = "people";
  state.compared_kind = Kind::kHumanitarian;
  state.query.count_rejected = true;
  state.query.count_articles = true;
  state.context_sort = ContextSort::kLeft;
  state.per = Per::kWeek;
  state.zoom = {ParseIsoDay("2025-01-01"), ParseIsoDay("2025-12-31")};
  state.sort = SortBy::kPlace;
  state.descending = false;
  state.selection = {"folder/a b.txt#3", 4};
  state.reader_open = true;
  return state;
}

TEST_CASE("a hash brings back the state it was made from") {
  const AppState state = Full();
  const std::string hash = HashOf(state);
  const Result<AppState> back = WithHash(AppState{}, hash);
  REQUIRE(back.ok());
  CHECK(back->query == state.query);
  CHECK(back->per == state.per);
  CHECK(back->stack == state.stack);
  CHECK(back->scale == state.scale);
  CHECK(back->view == state.view);
  CHECK(back->map == state.map);
  CHECK(back->compared == state.compared);
  CHECK(back->compared_measure == state.compared_measure);
  CHECK(back->compared_kind == state.compared_kind);
  CHECK(back->context_sort == state.context_sort);
  CHECK(back->zoom == state.zoom);
  CHECK(back->sort == state.sort);
  CHECK(back->descending == state.descending);
  CHECK(back->selection == state.selection);
  CHECK(back->reader_open);
  CHECK(HashOf(*back) == hash);
  CHECK(hash.find("count=articles") != std::string::npos);
  CHECK_FALSE(WithHash(AppState{}, "v1&count=letters").ok());
}

TEST_CASE("a hash is short and can be read by a person") {
  CHECK(HashOf(AppState{}) == "v1");
  AppState state;
  state.query.days = {ParseIsoDay("2025-05-01"), ParseIsoDay("2025-06-30")};
  state.query.regions = {"UA-59", "UA-63"};
  CHECK(HashOf(state) == "v1&from=2025-05-01&to=2025-06-30&region=UA-59,UA-63");
}

TEST_CASE("a search looks in the claims unless the link says in the articles") {
  const Result<AppState> claims = WithHash(AppState{}, "v1&q=drones");
  REQUIRE(claims.ok());
  CHECK(QuestionOf(*claims).text_in_claims);
  const Result<AppState> articles = WithHash(AppState{}, "v1&q=drones&in=articles");
  REQUIRE(articles.ok());
  CHECK_FALSE(QuestionOf(*articles).text_in_claims);
  CHECK(HashOf(*articles) == "v1&q=drones&in=articles");
  CHECK(QuestionOf(AppState{}) == Query{});
}

TEST_CASE("a hash with a value that cannot be is refused and names it") {
  for (const char* bad : {"v1&from=2025-02-30",
                          "v1&from=2025-05-02&to=2025-05-01",
                          "v1&kind=weather",
                          "v1&side=martians",
                          "v1&status=maybe",
                          "v1&per=hour",
                          "v1&sort=colour",
                          "v1&view=map3d",
                          "v1&region=drop+table",
                          "v1&article=a&claim=0",
                          "v1&article=a&claim=x",
                          "v1&order=sideways",
                          "v1&q=%zz",
                          "v1&q=%ff",
                          "v1&not=weather",
                          "v1&measure=m2&least=many",
                          "v1&scale=log",
                          "v1&in=titles",
                          "v1&first=martians",
                          "v1&first=v2",
                          "v1&second=v1%26kind=weather",
                          "v1&context=up"}) {
    CAPTURE(bad);
    const Result<AppState> state = WithHash(Full(), bad);
    CHECK_FALSE(state.ok());
    CHECK(state.status().message().size() > 10);
  }
  CHECK(WithHash({}, "v2&from=2025-05-01").status().code() == StatusCode::kUnsupported);
}

TEST_CASE("what cannot be is left out of a hash, and the rest is there") {
  Status problem;
  const auto left = [&](std::string_view hash) {
    return HashOf(WithUsableParts(Full(), hash, &problem));
  };
  CHECK(left("#v1&kind=strike&from=tomorrow&q=drones") == "v1&kind=strike&q=drones");
  CHECK(problem.message().find("tomorrow") != std::string::npos);
  // Half a range would be another one.
  CHECK(left("v1&from=2025-05-01&to=2025-05-99&kind=strike") == "v1&kind=strike");
  CHECK(left("v1&kind=weather&side=martians") == "v1");
  CHECK(problem.message().find("weather") != std::string::npos);
  CHECK(left("v1&q=%zz&view=map") == "v1&view=map");
  CHECK(left("v1&kind=strike") == "v1&kind=strike");
  CHECK(problem.ok());
  // Nothing of another version can be read.
  CHECK(left("v2&kind=strike") == HashOf(Full()));
  CHECK(problem.code() == StatusCode::kUnsupported);
}

TEST_CASE("a hash of a later version's making still opens; an empty one is the state at rest") {
  CHECK(WithHash({}, "v1&colour=blue&q=drones")->query.text == "drones");
  CHECK(WithHash({}, "#v1&q=drones")->query.text == "drones");
  AppState mine;
  mine.theme = ThemeChoice::kDark;
  mine.query.text = "x";
  const Result<AppState> rest = WithHash(mine, "");
  CHECK(rest->query == Query{});
  CHECK(rest->theme == ThemeChoice::kDark);
}

TEST_CASE("arguments come back as they went") {
  std::string text;
  AppendArgument("a", "x=1&y=2 + 3% ї", &text);
  AppendArgument("b", "", &text);
  const Result<Arguments> arguments = Arguments::Parse(text);
  REQUIRE(arguments.ok());
  CHECK(arguments->Get("a") == "x=1&y=2 + 3% ї");
  CHECK(arguments->Has("b"));
  CHECK_FALSE(arguments->Has("c"));
  CHECK_FALSE(Arguments::Parse("a=%4").ok());
}

}  // namespace
}  // namespace claimscope
