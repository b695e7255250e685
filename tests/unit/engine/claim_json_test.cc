#include <doctest/doctest.h>

#include "engine/engine.h"

namespace claimscope {
namespace {

TEST_CASE("a claim as JSON has every field") {
  const std::string text = "The army said it \"took\" 200 km² near Yunakivka in June, unverified.";
  Claim claim;
  claim.span = {0, 46};
  claim.kind = Kind::kTerritory;
  claim.side = Side::kRussia;
  claim.actor = Side::kRussia;
  claim.mode = Mode::kIndirect;
  claim.status = ClaimStatus::kUnverified;
  claim.claimant = "Russian army";
  claim.claimant_span = {0, 8};
  claim.cue = {9, 13};
  claim.status_span = {57, 67};
  claim.time = {ParseIsoDay("2025-06-01"), ParseIsoDay("2025-06-30")};
  claim.time_basis = TimeBasis::kRelative;
  claim.time_span = {47, 54};
  claim.region = "UA-59";
  claim.rule = "territory.take";
  claim.quantities = {{{24, 32}, 200, 200, "km2", 2e8, "m2", Bound::kAbout, Scope::kNone, "land"}};
  claim.places = {
      {{38, 47}, "Yunakivka", "UA-59", Sureness::kAmbiguous, 51.1f, 35.05f, {"UA-59", "RU-KRS"}}};
  CHECK(ClaimJson("a/b.txt#2", text, claim) ==
        "{\"article\":\"a/b.txt#2\",\"span\":[0,46],"
        "\"quote\":\"The army said it \\\"took\\\" 200 km² near Yunakivk\",\"kind\":\"territory\","
        "\"claimant\":\"Russian army\",\"claimant_span\":[0,8],\"side\":\"russia\","
        "\"cue\":\"said\",\"cue_span\":[9,13],\"mode\":\"indirect\",\"status\":\"unverified\","
        "\"status_words\":\"unverified\",\"status_span\":[57,67],"
        "\"quantities\":[{\"value\":200,\"value_max\":200,\"unit\":\"km2\",\"si_value\":200000000,"
        "\"si_unit\":\"m2\",\"bound\":\"about\",\"scope\":\"none\",\"of\":\"land\",\"span\":[24,32]"
        "}],"
        "\"time\":{\"from\":\"2025-06-01\",\"to\":\"2025-06-30\",\"basis\":\"relative\",\"span\":["
        "47,54]},"
        "\"places\":[{\"name\":\"Yunakivka\",\"region\":\"UA-59\",\"sure\":\"ambiguous\","
        "\"span\":[38,47],\"lat\":51.1,\"lon\":35.05,\"candidates\":[\"UA-59\",\"RU-KRS\"]}],"
        "\"region\":\"UA-59\",\"actor\":\"russia\",\"rule\":\"territory.take\"}");
}

TEST_CASE("what a claim does not have is left out or null, never made up") {
  Claim claim;
  claim.span = {0, 2};
  claim.claimant = "outlet";
  claim.region = "-";
  claim.places = {{{0, 2}, "Nowhere", "", Sureness::kContext, 0, 0, {}}};
  CHECK(ClaimJson("x", "No", claim) ==
        "{\"article\":\"x\",\"span\":[0,2],\"quote\":\"No\",\"kind\":\"other\","
        "\"claimant\":\"outlet\",\"side\":\"outlet\",\"mode\":\"outlet\",\"status\":\"asserted\","
        "\"quantities\":[],\"time\":{\"from\":null,\"to\":null,\"basis\":\"publication\"},"
        "\"places\":[{\"name\":\"Nowhere\",\"region\":\"-\",\"sure\":\"context\",\"span\":[0,2],"
        "\"lat\":null,\"lon\":null}],\"region\":\"-\",\"actor\":\"unknown\",\"rule\":\"\"}");
}

TEST_CASE("an article as JSON says what was left out and why, white space apart") {
  Article article;
  article.id = "p.txt";
  article.title = "Bridge down";
  article.source = "Field Post";
  article.language = "en";
  article.page = "Menu\nThe bridge fell.  \n";
  article.cuts = {{{0, 5}, CutReason::kNavigation}, {{21, 24}, CutReason::kBlank}};
  article.text = TextWithoutCuts(article.page, article.cuts);
  CHECK(ArticleJson(article) ==
        "{\"article\":\"p.txt\",\"title\":\"Bridge down\",\"date\":null,\"date_basis\":\"none\","
        "\"source\":\"Field Post\",\"author\":\"\",\"url\":\"\",\"language\":\"en\",\"text\":\"The "
        "bridge fell.\","
        "\"boilerplate\":[{\"span\":[0,5],\"reason\":\"navigation\",\"text\":\"Menu\\n\"}]}");
}

}  // namespace
}  // namespace claimscope
