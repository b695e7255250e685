#include <doctest/doctest.h>

#include "assets/builtin.h"
#include "engine/engine.h"
#include "tests/support/made_corpus.h"

namespace claimscope {
namespace {

constexpr const char* kStory =
    "Forces crossed the river at dawn and took the village of Novoselivka, the general staff said "
    "on Monday. Shelling killed 12 people in the market of the town, the mayor said. Engineers "
    "have begun to rebuild the bridge that was destroyed in the spring floods of last year.";

Article MadeCopy(const std::string& id, Day date, std::string text) {
  Article article;
  article.id = id;
  article.date = date;
  article.text = text;
  article.page = std::move(text);
  return article;
}

Claim MadeStrike(const std::string& text, std::string_view quote, double killed) {
  Claim claim;
  const size_t at = text.find(quote);
  REQUIRE(at != std::string::npos);
  claim.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + quote.size())};
  claim.kind = Kind::kCasualties;
  claim.region = "UA-59";
  claim.quantities.push_back({claim.span, killed, killed, "people"});
  return claim;
}

struct TwoCopies {
  Workspace workspace;
  TwoCopies() {
    const std::string first = kStory;
    std::string later = first;
    later.replace(later.find("12 people"), 9, "14 people");
    later += " Power came back to the northern districts of the town at noon, its council said.";
    const std::string other =
        "The finance ministers of seven states met in the capital to speak about the budget.";
    SegmentBuilder builder;
    builder.Add(MadeCopy("later", {20002}, later),
                {MadeStrike(later, "Forces crossed the river at dawn", 1),
                 MadeStrike(later, "Shelling killed 14 people", 14)});
    builder.Add(MadeCopy("other", {20000}, other), {});
    builder.Add(MadeCopy("first", {20001}, first),
                {MadeStrike(first, "Forces crossed the river at dawn", 1),
                 MadeStrike(first, "Shelling killed 12 people", 12)});
    bool added = false;
    REQUIRE(workspace.AddSegment(builder.Seal(), &added).ok());
  }
};

TEST_CASE("copies form a group, the earliest first, with how much they share") {
  TwoCopies corpus;
  REQUIRE(corpus.workspace.CopyGroups().size() == 1);
  const std::vector<ArticleCopy>& group = corpus.workspace.CopyGroups()[0];
  REQUIRE(group.size() == 2);
  CHECK(group[0].article == ArticleRef{0, 2});
  CHECK(group[1].article == ArticleRef{0, 0});
  CHECK(group[1].share > 0.6f);
  CHECK(group[1].share < 0.9f);
  CHECK(corpus.workspace.CopiesOf({0, 1}) == nullptr);
  CHECK(corpus.workspace.CopiesOf({0, 2}) == &group);
  const Comparison found = corpus.workspace.Compare({0, 2}, {0, 0});
  REQUIRE(found.runs.size() == 2);
  CHECK(TextOf(corpus.workspace.TextOf({0, 0}), found.runs[1].b).substr(0, 9) == "people in");
}

TEST_CASE("without copies a claim told again is left out of every count, a new figure is not") {
  TwoCopies corpus;
  Query query;
  CHECK(corpus.workspace.Ask(query, Per::kDay).hits.size() == 4);
  query.count_copies = false;
  const Answer& once = corpus.workspace.Ask(query, Per::kDay);
  CHECK(once.hits.size() == 3);
  CHECK(once.regions[0].claims == 3);
  CHECK(once.kinds[0].claims == 3);
  CHECK(once.histogram.undated == 3);
  query.regions = {"UA-63"};
  CHECK(corpus.workspace.Ask(query, Per::kDay).regions[0].claims == 3);
  query = {};
  CHECK(corpus.workspace.Ask(query, Per::kDay).hits.size() == 4);
}

TEST_CASE("a claim told by several articles counts once when asked, at its first mention") {
  TwoCopies corpus;
  Query query;
  CHECK(corpus.workspace.Ask(query, Per::kDay).hits.size() == 4);
  query.count_retold = false;
  const Answer& answer = corpus.workspace.Ask(query, Per::kDay);
  CHECK(answer.hits.size() == 3);
  CHECK(answer.articles == 2);
  const std::vector<DistinctClaim>& claims = corpus.workspace.DistinctClaims();
  REQUIRE(claims.size() == 3);
  uint32_t twice = 0;
  for (uint32_t i = 0; i < claims.size(); ++i) {
    for (const Hit hit : claims[i].mentions) CHECK(corpus.workspace.DistinctOf(hit) == i);
    if (claims[i].mentions.size() == 2) {
      ++twice;
      CHECK(claims[i].articles == 2);
    }
  }
  CHECK(twice == 1);
  // Both ways of counting together, and back to every mention.
  query.count_copies = false;
  CHECK(corpus.workspace.Ask(query, Per::kDay).hits.size() == 3);
  query.count_copies = query.count_retold = true;
  CHECK(corpus.workspace.Ask(query, Per::kDay).hits.size() == 4);
}

TEST_CASE(
    "what is told again is found step by step as at one go, and the corpus may change meanwhile") {
  TwoCopies corpus, at_once;
  Query query;
  query.count_retold = false;
  const auto always = [] { return true; };
  const auto never = [] { return false; };
  // The clock is looked at from time to time: a few claims are done in a step or two.
  int steps = 0;
  while (!corpus.workspace.PrepareTold(query, always)) REQUIRE(++steps < 100);
  CHECK(steps > 0);
  CHECK(corpus.workspace.PrepareDistinct(always));
  const auto say = [](Workspace& workspace) {
    std::string all;
    for (const DistinctClaim& claim : workspace.DistinctClaims()) {
      for (const Hit hit : claim.mentions)
        all += std::to_string(hit.segment) + "/" + std::to_string(hit.row) + " ";
      all += "in " + std::to_string(claim.articles) + "\n";
    }
    return all;
  };
  CHECK(say(corpus.workspace) == say(at_once.workspace));
  CHECK(corpus.workspace.Ask(query, Per::kDay).hits.size() == 3);
  // What comes is compared with what was there; what was begun meanwhile begins anew.
  bool added = false;
  for (const uint64_t seed : {4, 5}) {
    SegmentBuilder builder;
    MadeOptions options;
    options.articles = 60;
    for (const MadeArticle& made : MakeCorpus(options, seed))
      builder.Add(made.article, made.claims);
    const std::string bytes = builder.Seal();
    for (Workspace* workspace : {&corpus.workspace, &at_once.workspace})
      REQUIRE(workspace->AddSegment(bytes, &added).ok());
    CHECK_FALSE(corpus.workspace.PrepareDistinct(always));
  }
  for (steps = 0; !corpus.workspace.PrepareDistinct(always); ++steps) REQUIRE(steps < 10'000);
  CHECK(steps > 5);
  CHECK(at_once.workspace.PrepareDistinct(never));
  CHECK(say(corpus.workspace) == say(at_once.workspace));
}

TEST_CASE("an undated copy takes the day of the dated one, and its claims with it") {
  const Result<Pack> loaded = LoadPack(*FileBundle::Open(BuiltinRules()));
  REQUIRE(loaded.ok());
  const Pack& pack = *loaded;
  std::vector<std::string> sealed;
  Pipeline::Sinks sinks;
  sinks.on_segment = [&](std::string bytes) { sealed.push_back(std::move(bytes)); };
  Pipeline pipeline(pack, sinks);
  const std::string story = std::string(kStory) + " Shelling killed 12 people in Sumy yesterday.";
  for (const bool dated : {true, false}) {
    pipeline.Begin(dated ? "dated.json" : "undated.json");
    pipeline.Push(std::string("{\"title\":\"Shelling\",") +
                  (dated ? "\"date\":\"2025-03-05\"," : "") + "\"text\":\"" + story + "\"}");
    pipeline.End();
  }
  REQUIRE(sealed.size() == 2);
  Workspace workspace;
  bool added = false;
  for (const std::string& bytes : sealed) REQUIRE(workspace.AddSegment(bytes, &added).ok());
  CHECK_FALSE(workspace.SegmentAt(1).DateOf(0).known());
  CHECK(workspace.PrepareCopies(1) == 1);
  CHECK(workspace.PrepareCopies(5) == 0);
  const auto found = workspace.FindDays();
  REQUIRE(found.size() == 1);
  CHECK(found[0].segment == 1);
  REQUIRE(found[0].days.size() == 1);
  CHECK(found[0].days[0].day == DayOf({2025, 3, 5}));
  CHECK(found[0].days[0].basis == DateBasis::kDuplicate);

  const std::string redated = pipeline.Redate(workspace.SegmentAt(1), found[0].days);
  CHECK_FALSE(workspace.ReplaceSegment(1, "damaged").ok());
  CHECK_FALSE(workspace.ReplaceSegment(2, redated).ok());
  REQUIRE(workspace.ReplaceSegment(1, redated).ok());
  CHECK(workspace.SegmentAt(1).DateOf(0) == DayOf({2025, 3, 5}));
  CHECK(workspace.SegmentAt(1).dated_count() == workspace.SegmentAt(0).dated_count());
  CHECK(workspace.FindDays().empty());
  REQUIRE(workspace.CopyGroups().size() == 1);
  CHECK(workspace.CopyGroups()[0].size() == 2);
  // The same file again is still known.
  REQUIRE(workspace.AddSegment(sealed[1], &added).ok());
  CHECK_FALSE(added);
}

}  // namespace
}  // namespace claimscope
