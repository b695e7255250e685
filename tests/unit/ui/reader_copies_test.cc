#include "ui/reader_copies.h"

#include <doctest/doctest.h>

#include "tests/unit/ui/stage.h"
#include "ui/commands.h"
#include "ui/mirror_json.h"

namespace claimscope {
namespace {

const std::string kShared =
    "Ferries between the two northern islands stood still for a second day because of ice, and "
    "the harbour master told families to stay at home until the channel is open again. Lorries "
    "with bread and fuel waited on both shores through the night while a tug broke the ice in the "
    "narrows, slowly and with many pauses, until its engine failed near the old lighthouse.";

// Two copies and an article of its own; each with a claim in its first sentence, the copies with
// one more where they differ.
std::string CopiedSegment() {
  SegmentBuilder builder;
  struct Told {
    const char *id, *source, *first, *last;
  };
  static constexpr Told kTold[] = {
      {"a.txt", "Harbour Post", "The mayor said 12 boats were stuck. ",
       " The tug returned at noon."},
      {"b.txt", "Northern Wire", "The mayor said 15 boats were stuck. ",
       " Nobody was hurt, a nurse said."}};
  int day = 3;
  for (const Told& told : kTold) {
    Article article;
    article.id = told.id;
    article.title = std::string("Ice stops ferries: ") + told.source;
    article.source = told.source;
    article.date = DayOf({2025, 2, day++});
    article.page = article.text = told.first + kShared + told.last;
    Claim claim;
    claim.kind = Kind::kHumanitarian;
    claim.claimant = "the mayor";
    claim.region = "-";
    claim.span = {0, static_cast<uint32_t>(std::string_view(told.first).size()) - 1};
    Claim last = claim;
    last.span = {
        static_cast<uint32_t>(article.text.size() - std::string_view(told.last).size()) + 1,
        static_cast<uint32_t>(article.text.size())};
    builder.Add(article, {claim, last});
  }
  Article other;
  other.id = "c.txt";
  other.page = other.text = "Quite another story about a school that opened in spring.";
  Claim claim;
  claim.claimant = "outlet";
  claim.region = "-";
  claim.span = {0, 20};
  builder.Add(other, {claim});
  return builder.Seal();
}

struct CopiesDesk {
  Workspace workspace;
  Session session;
  CopiesDesk() : session(Fill(&workspace), RegionNames()) {}
  static Workspace* Fill(Workspace* workspace) {
    bool added = false;
    REQUIRE(workspace->AddSegment(CopiedSegment(), &added).ok());
    return workspace;
  }
};

TEST_CASE("copies are listed with what they share, and two of them are told as one text") {
  CopiesDesk desk;
  const std::vector<CopyEntry> copies = ListCopies(desk.session, {0, 0});
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].id == "b.txt");
  CHECK(copies[0].name == "Northern Wire, 4 Feb 2025");
  CHECK(copies[0].is_whole);
  CHECK(copies[0].claims == 2);
  CHECK(copies[0].share > 0.7f);
  CHECK(ListCopies(desk.session, {0, 2}).empty());

  const DifferenceText two = PrepareDifferences(desk.session, {0, 0}, {0, 1}, {});
  CHECK(two.here == 6);  // 12, and the last sentence
  CHECK(two.there == 7);
  CHECK(two.both > 60);
  CHECK(two.text.text.find("words in both") != std::string::npos);
  CHECK(two.text.text.find("through the night") == std::string::npos);  // folded
  std::string here, there;
  for (const ReaderRun& run : two.text.runs) {
    if (run.style == RunStyle::kHere) here += two.text.text.substr(run.shown, run.size);
    if (run.style == RunStyle::kThere) there += two.text.text.substr(run.shown, run.size);
  }
  CHECK(here == "12 The tug returned at noon.");
  CHECK(there == "15 Nobody was hurt, a nurse said.");
  // The claim around the figure is in pieces, the other article's own figure is another's claim.
  std::string mine, theirs;
  for (const MarkedPart& mark : two.marks) {
    (mark.is_there ? theirs : mine) += two.text.text.substr(mark.begin, mark.end - mark.begin);
  }
  CHECK(mine == "The mayor said 12 boats were stuck.The tug returned at noon.");
  CHECK(theirs == "15 Nobody was hurt, a nurse said.");

  uint32_t fold = 0;
  for (const ReaderRun& run : two.text.runs) {
    if (run.style == RunStyle::kFold) fold = run.page;
  }
  const DifferenceText open = PrepareDifferences(desk.session, {0, 0}, {0, 1}, {fold});
  CHECK(open.text.text.find("through the night") != std::string::npos);
}

TEST_CASE("commands show a copy beside the article, and a link brings it back") {
  CopiesDesk desk;
  const auto run = [&](std::string_view id, std::string_view arguments) {
    return RunCommand(desk.session, id, arguments).ok();
  };
  CHECK_FALSE(run("compare-copy", ""));  // nothing is selected
  REQUIRE(run("select-claim", "article=c.txt"));
  CHECK_FALSE(run("compare-copy", ""));  // it has no copy
  REQUIRE(run("select-claim", "article=a.txt"));
  CHECK_FALSE(run("compare-copy", "article=a.txt"));
  CHECK_FALSE(run("compare-copy", "article=nowhere"));
  REQUIRE(run("compare-copy", ""));
  CHECK(desk.session.state.beside == "b.txt");
  CHECK(desk.session.state.reader_open);
  const std::string hash = HashOf(desk.session.state);
  CHECK(hash.find("beside=b.txt") != std::string::npos);
  CHECK(WithHash(AppState(), hash)->beside == "b.txt");
  // A claim of the other one turns the two round; a claim elsewhere ends it.
  REQUIRE(run("select-claim", "article=b.txt&claim=2"));
  CHECK(desk.session.state.beside == "a.txt");
  const std::string mirror = MirrorJson(desk.session, 0, 9);
  CHECK(mirror.find("\"with\":\"Harbour Post, 3 Feb 2025\"") != std::string::npos);
  CHECK(mirror.find("[\"Nobody was hurt, a nurse said.\",\"here\",true]") != std::string::npos);
  REQUIRE(run("step-back", ""));
  CHECK(desk.session.state.beside.empty());
  CHECK(desk.session.state.reader_open);
  REQUIRE(run("compare-copy", "article=a.txt"));
  REQUIRE(run("select-claim", "article=c.txt"));
  CHECK(desk.session.state.beside.empty());
}

TEST_CASE("the reader lists copies and shows by hand what differs, wide and narrow") {
  for (const float width : {1280.0f, 700.0f, 380.0f}) {
    Stage stage(0, {width, 760, 1, width < 800});
    bool added = false;
    REQUIRE(stage.workspace.AddSegment(CopiedSegment(), &added).ok());
    stage.Frames();
    REQUIRE(stage.app->Send("select-claim", "article=a.txt").ok());
    REQUIRE(stage.app->Send("open-article", "").ok());
    stage.Frames();
    // Copies are looked for when they are asked for: nothing prepared them here.
    REQUIRE(stage.Click("Look for copies"));
    REQUIRE(stage.FindBeginning("Copy: Northern Wire, 4 Feb 2025") != nullptr);
    REQUIRE(stage.Click(stage.FindBeginning("Copy: Northern Wire")->label));
    CHECK(stage.StateHas("\"beside\":\"b.txt\""));
    REQUIRE(stage.Find("Back to the article") != nullptr);
    REQUIRE(stage.FindBeginning("show") != nullptr);
    REQUIRE(stage.Click(stage.FindBeginning("show")->label));
    CHECK(stage.FindBeginning("show") == nullptr);
    stage.Key(ImGuiKey_N);
    CHECK(stage.StateHas("\"claim\":2"));
    CHECK(stage.StateHas("\"beside\":\"b.txt\""));
    REQUIRE(stage.Click("Read the other one"));
    CHECK(stage.StateHas("\"beside\":\"\""));
    CHECK(stage.StateHas("\"article\":\"b.txt\""));
    stage.Key(ImGuiKey_D);
    CHECK(stage.StateHas("\"beside\":\"a.txt\""));
    stage.Key(ImGuiKey_Escape);
    CHECK(stage.StateHas("\"beside\":\"\""));
    CHECK(stage.errors == 0);
    CHECK(stage.items().DuplicateIds() == 0);
  }
}

}  // namespace
}  // namespace claimscope
