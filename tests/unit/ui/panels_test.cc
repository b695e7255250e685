// The panels as people use them: widgets are found by what they say and clicked where they are.
#include <doctest/doctest.h>

#include <set>

#include "tests/unit/ui/stage.h"
#include "ui/claims_columns.h"
#include "ui/format.h"

namespace claimscope {
namespace {

TEST_CASE("nothing loaded: the page says what to do and opens files") {
  Stage stage(0);
  REQUIRE(stage.Click("Open articles…"));
  const std::vector<Request> requests = stage.app->TakeRequests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].what == HostRequest::kOpenFiles);
  CHECK(stage.Find("timeline") == nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE(
    "a drag across the chart chooses days, one step that undo takes back, and a double click gives "
    "all back") {
  Stage stage;
  const size_t all = stage.workspace.Ask({}, Per::kDay).hits.size();
  REQUIRE(stage.Drag("timeline", 0.3f, 0.6f));
  CHECK(stage.app->StateHash().find("from=2025-") != std::string::npos);
  CHECK_FALSE(stage.StateHas("\"claims\":" + std::to_string(all) + ",\"articles\""));
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(stage.app->StateHash() == "v1");
  REQUIRE(stage.Drag("timeline", 0.3f, 0.6f));
  const std::string chosen = stage.app->StateHash();
  // An edge taken hold of moves alone.
  const ItemList::Item* plot = stage.Find("timeline");
  REQUIRE(plot != nullptr);
  REQUIRE(stage.Drag("timeline", 0.1f, 0.2f));
  CHECK(stage.app->StateHash() != chosen);
  REQUIRE(stage.DoubleClick("timeline"));
  CHECK(stage.app->StateHash() == "v1");
  CHECK(stage.errors == 0);
}

TEST_CASE("a region is ticked, made the only one, and cleared") {
  Stage stage;
  REQUIRE(stage.Click("Sumy"));
  CHECK(stage.app->StateHash() == "v1&region=UA-59");
  REQUIRE(stage.Hover("Kharkiv"));
  REQUIRE(stage.Click("Only this: Kharkiv"));
  CHECK(stage.app->StateHash() == "v1&region=UA-63");
  REQUIRE(stage.Click("Clear: Region"));
  CHECK(stage.app->StateHash() == "v1");
  REQUIRE(stage.Click("Strikes"));
  CHECK(stage.app->StateHash() == "v1&kind=strike");
  REQUIRE(stage.Click("Remove filter: Strikes"));
  CHECK(stage.app->StateHash() == "v1");
  CHECK(stage.errors == 0);
}

TEST_CASE("Tab leads through all controls, and finds its way again when the focused one is gone") {
  Stage stage;
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  REQUIRE(stage.app->Send("focus-search", "").ok());
  stage.Frames();
  stage.Key(ImGuiKey_Escape);
  std::set<ImGuiID> reached;
  for (int i = 0; i < 90; ++i) {
    stage.Key(ImGuiKey_Tab);
    if (g.NavCursorVisible && g.NavIdIsAlive) reached.insert(g.NavId);
  }
  CHECK(reached.size() > 60);
  // The chips go with the filters.
  REQUIRE(stage.app->Send("only-kind", "name=strike").ok());
  stage.Frames();
  for (int i = 0; i < 120; ++i) {
    const ItemList::Item* const chip = stage.Find("Remove filter: Strikes");
    REQUIRE(chip != nullptr);
    if (g.NavId == chip->id && g.NavCursorVisible) break;
    stage.Key(ImGuiKey_Tab);
  }
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.app->StateHash() == "v1");
  for (int i = 0; i < 3; ++i) stage.Key(ImGuiKey_Tab);
  CHECK(g.NavIdIsAlive);
  CHECK(g.NavCursorVisible);
  // After a walk over rows Enter opens the claim.
  stage.Key(ImGuiKey_J);
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.StateHas("\"reader_open\":true"));
  CHECK(stage.errors == 0);
}

TEST_CASE("hints of a search are walked by the arrows and written by Enter or Tab") {
  Stage stage;
  REQUIRE(stage.Click("Search"));
  stage.Type("stat");
  stage.Key(ImGuiKey_DownArrow);
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.StateHas("\"text\":\"status:\""));
  stage.Type("un");
  // The beginning of a value is enough while it is typed.
  CHECK_FALSE(stage.StateHas("\"counts\":{\"claims\":0,"));
  stage.Key(ImGuiKey_DownArrow);
  stage.Key(ImGuiKey_Tab);
  CHECK(stage.StateHas("\"text\":\"status:unverified \""));
  stage.Type("bridge");
  CHECK(stage.StateHas("\"text\":\"status:unverified bridge\""));
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.FindBeginning("hint: ") == nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE("while a search is typed its field says what may follow and what was not understood") {
  Stage stage;
  CHECK(stage.FindBeginning("hint: ") == nullptr);
  REQUIRE(stage.Click("Search"));
  CHECK(stage.Find("hint: evacuat*") != nullptr);
  stage.Type("kind:s");
  CHECK(stage.Find("hint: kind:strike") != nullptr);
  CHECK(stage.Find("hint: strike") != nullptr);
  CHECK(stage.Find("hint: territory") == nullptr);
  stage.Type("ad bridge");
  const ItemList::Item* const hint = stage.FindBeginning("hint: “");
  REQUIRE(hint != nullptr);
  CHECK(hint->label.find("“sad”: ") != std::string::npos);
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.FindBeginning("hint: ") == nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE("the wheel zooms the chart where the pointer is; a double click gives all back") {
  Stage stage;
  REQUIRE(stage.Hover("timeline"));
  ImGui::GetIO().AddMouseWheelEvent(0, 3);
  stage.Frames();
  CHECK(stage.app->StateHash().find("zoom-from=2025-") != std::string::npos);
  REQUIRE(stage.DoubleClick("timeline"));
  CHECK(stage.app->StateHash() == "v1");
  stage.Key(ImGuiKey_Equal);
  CHECK(stage.app->StateHash().find("zoom-from=2025-") != std::string::npos);
  CHECK(stage.errors == 0);
}

TEST_CASE("the chart is stacked by what its menu says, and its legend filters") {
  Stage stage;
  REQUIRE(stage.Click("Stack the chart"));
  REQUIRE(stage.Click("Stack by kind"));
  CHECK(stage.app->StateHash() == "v1&stack=kind");
  REQUIRE(stage.Click("legend Strikes"));
  CHECK(stage.app->StateHash() == "v1&kind=strike&stack=kind");
  REQUIRE(stage.Click("legend Strikes"));
  for (const char* by : {"side", "claimant", "status", "region"}) {
    REQUIRE(stage.app->Send("stack-by", std::string("by=") + by).ok());
    REQUIRE(stage.app->Send("set-scale", "scale=share").ok());
    stage.Frames();
    REQUIRE(stage.FindBeginning("legend ") != nullptr);
    CHECK(stage.items().DuplicateIds() == 0);
  }
  CHECK(stage.errors == 0);
}

TEST_CASE("a long list is unfolded, ticked, turned round and cleared; amounts have ends") {
  Stage stage(60, {1280, 1400, 1, false});
  REQUIRE(stage.app->Send("toggle-list", "list=claimant").ok());
  REQUIRE(stage.app->Send("toggle-list", "list=measure").ok());
  for (const char* fold : {"Region", "Kind", "Side", "Status"}) REQUIRE(stage.Click(fold));
  REQUIRE(stage.Find("Pentagon") != nullptr);
  const size_t all = stage.workspace.Ask({}, Per::kDay).hits.size();
  REQUIRE(stage.Click("Pentagon"));
  CHECK(stage.app->StateHash() == "v1&claimant=Pentagon");
  Query query;
  query.claimants = {"Pentagon"};
  const size_t some = stage.workspace.Look(query, Per::kDay).hits.size();
  CHECK(stage.StateHas("\"counts\":{\"claims\":" + std::to_string(some)));
  REQUIRE(stage.Click("Invert: Who says so"));
  CHECK(stage.app->StateHash() == "v1&claimant=Pentagon&not=claimant");
  CHECK(stage.StateHas("\"counts\":{\"claims\":" + std::to_string(all - some)));
  REQUIRE(stage.Click("Remove filter: not Pentagon"));
  CHECK(stage.app->StateHash() == "v1");
  REQUIRE(stage.Click("drones"));
  CHECK(stage.app->StateHash() == "v1&measure=drones");
  REQUIRE(stage.Click("At least"));
  stage.Type("100");
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.app->StateHash() == "v1&measure=drones&least=100");
  REQUIRE(stage.Click("Clear: Amount"));
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(stage.app->StateHash() == "v1&measure=drones&least=100");
  CHECK(stage.errors == 0);
}

TEST_CASE("the views: a tab, a digit or a command shows each; empty ones say what fills them") {
  Stage stage(60, {1280, 1200, 1, false});
  REQUIRE(stage.Click("View: Overview"));
  CHECK(stage.app->StateHash() == "v1&view=overview");
  CHECK(stage.Find("overview: articles") != nullptr);
  REQUIRE(stage.Click("source Harbour Post"));
  CHECK(stage.app->StateHash() == "v1&source=Harbour+Post");
  REQUIRE(stage.app->Send("clear-all", "").ok());
  stage.Key(ImGuiKey_2);
  CHECK(stage.Find("map") != nullptr);
  stage.Key(ImGuiKey_3);
  CHECK(stage.Find("Search…") != nullptr);  // no word yet: the way to one
  REQUIRE(stage.app->Send("search", "q=families").ok());
  stage.Frames();
  REQUIRE(stage.Find("place 0") != nullptr);
  REQUIRE(stage.Click("Word before"));
  REQUIRE(stage.Click("place 0"));
  CHECK(stage.StateHas("\"reader_open\":true"));
  stage.Key(ImGuiKey_4);
  CHECK(stage.Find("compared claims") != nullptr);
  REQUIRE(stage.app->Send("clear-all", "").ok());
  REQUIRE(stage.app->Send("close-reader", "").ok());
  stage.Frames();
  CHECK(stage.Find("amounts alone") != nullptr);
  // The filters have a row of the same name.
  REQUIRE(stage.app->Send("toggle-filters", "").ok());
  stage.Frames();
  REQUIRE(stage.Click("second side"));
  REQUIRE(stage.Click("Independent"));
  CHECK(stage.StateHas("\"view\":\"compare\""));
  CHECK(stage.app->StateHash().find("second=independent") != std::string::npos);
  CHECK(stage.items().DuplicateIds() == 0);
  CHECK(stage.errors == 0);
}

TEST_CASE("the amounts compared are listed under their charts, and a row opens its claim") {
  Stage stage(60, {1280, 1900, 1, false});
  REQUIRE(stage.app->Send("set-view", "view=compare").ok());
  REQUIRE(stage.app->Send("compare", "first=ukraine&second=russia&measure=drones").ok());
  stage.Frames();
  REQUIRE(stage.Click("amount 0"));
  CHECK(stage.StateHas("\"reader_open\":true"));
  CHECK(stage.StateHas("drones had been launched overnight"));
  CHECK(stage.items().DuplicateIds() == 0);
  CHECK(stage.errors == 0);
}

TEST_CASE("a menu opens within the window, above its button where need be, and scrolls") {
  for (const float height : {400.0f, 440.0f, 480.0f, 800.0f}) {
    CAPTURE(height);
    Stage stage(60, {1280, height, 1, false});
    REQUIRE(stage.Click("Stack the chart"));
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    REQUIRE(g.OpenPopupStack.Size == 1);
    const ImGuiWindow* menu = g.OpenPopupStack[0].Window;
    CHECK(menu->Pos.y >= 0);
    CHECK(menu->Pos.y + menu->Size.y <= height);
    CHECK((menu->ScrollMax.y > 0) == (height < 480));
    // By the keyboard the last of it comes into view.
    for (int i = 0; i < 6; ++i) stage.Key(ImGuiKey_DownArrow);
    CHECK(menu->Scroll.y >= menu->ScrollMax.y - 2);
    CHECK(stage.errors == 0);
  }
}

TEST_CASE("the outlet is shown at 1280 pixels, who says it beside an open article too") {
  for (const float width : {568.0f, 968.0f, 1400.0f}) {
    CAPTURE(width);
    const Columns columns = Arrange(0, width, true, true);
    CHECK_FALSE(columns.cards);
    CHECK(columns.who_named);
    CHECK(columns.width[kWho] > 100);
    CHECK((columns.width[kSource] > 100) == (width > 900));
    CHECK(columns.width[kQuote] >= 180);
  }
  CHECK(Arrange(0, 400, true, true).cards);
}

TEST_CASE("the reading report is handed to the host to save") {
  Stage stage;
  stage.app->progress().problems.push_back(
      {Problem::Kind::kSkipped, "a.ndjson", 3, 3, 120, "The line is no JSON object."});
  REQUIRE(stage.app->Send("save-report", "").ok());
  const std::vector<Request> requests = stage.app->TakeRequests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].what == HostRequest::kSaveFile);
  CHECK(requests[0].argument.find("claimscope-report.txt\n") == 0);
  CHECK(requests[0].argument.find("a.ndjson, record 3, line 3, byte 120") != std::string::npos);
  CHECK(requests[0].argument.find("Harbour Post") != std::string::npos);
}

TEST_CASE(
    "a click on a row selects the claim and the reader shows it; the keyboard goes on from there") {
  Stage stage;
  REQUIRE(stage.Click("claim 3"));
  CHECK(stage.StateHas("\"index\":3"));
  CHECK(stage.StateHas("\"reader_open\":true"));
  CHECK(stage.Find("article text") != nullptr);
  CHECK(stage.Find("Why this is a claim") != nullptr);
  CHECK(stage.FindBeginning("mark ") != nullptr);
  stage.Key(ImGuiKey_DownArrow);
  CHECK(stage.StateHas("\"index\":4"));
  stage.Key(ImGuiKey_UpArrow);
  stage.Key(ImGuiKey_UpArrow);
  CHECK(stage.StateHas("\"index\":2"));
  stage.Key(ImGuiKey_Escape);
  CHECK(stage.StateHas("\"reader_open\":false"));
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.StateHas("\"reader_open\":true"));
  CHECK(stage.errors == 0);
}

TEST_CASE("a click on a marked passage selects its claim; a drag selects text that can be copied") {
  Stage stage;
  REQUIRE(stage.Click("claim 3"));
  REQUIRE(stage.Find("mark 1") != nullptr);
  REQUIRE(stage.Click("mark 1"));
  CHECK(stage.StateHas("\"claim\":1"));
  stage.app->TakeRequests();
  REQUIRE(stage.Drag("mark 1", 0.1f, 0.9f));
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_C);
  const std::vector<Request> requests = stage.app->TakeRequests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].what == HostRequest::kCopyText);
  CHECK(requests[0].argument.size() > 5);
  CHECK(stage.State().find(requests[0].argument) != std::string::npos);  // part of the quote
}

TEST_CASE(
    "words typed into the search narrow as they are typed; keys belong to the field meanwhile") {
  Stage stage;
  stage.Key(ImGuiKey_Slash);
  stage.Type("monastery");
  CHECK(stage.StateHas("\"text\":\"monastery\""));
  const std::string selected = "\"selection\":null";
  CHECK(stage.StateHas(selected));
  stage.Key(ImGuiKey_DownArrow);
  CHECK(stage.StateHas(selected));
  stage.Key(ImGuiKey_Enter);
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(stage.StateHas("\"text\":\"\""));
}

TEST_CASE("typed dates: what cannot be a date is marked and changes nothing") {
  Stage stage;
  REQUIRE(stage.Click("From"));
  stage.Type("2025-05-20");
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.app->StateHash().find("from=2025-05-20") != std::string::npos);
  const std::string before = stage.app->StateHash();
  REQUIRE(stage.Click("To"));
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_A);
  stage.Type("soon");
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.app->StateHash() == before);
}

TEST_CASE("a search counts the claims that say it; one click widens it to their articles") {
  Stage stage;
  REQUIRE(stage.app->Send("search", "q=families").ok());
  stage.Frames();
  CHECK(stage.app->StateHash() == "v1&q=families");
  Query query;
  query.text = "families";
  const size_t all = stage.workspace.Look(query, Per::kDay).hits.size();
  query.text_in_claims = true;
  const size_t saying = stage.workspace.Look(query, Per::kDay).hits.size();
  REQUIRE(saying > 0);
  REQUIRE(saying < all);
  CHECK(stage.StateHas("\"counts\":{\"claims\":" + std::to_string(saying)));
  REQUIRE(stage.Click("search in the other"));
  CHECK(stage.app->StateHash() == "v1&q=families&in=articles");
  CHECK(stage.StateHas("\"counts\":{\"claims\":" + std::to_string(all)));
  REQUIRE(stage.Click("In claims"));
  CHECK(stage.app->StateHash() == "v1&q=families");
  CHECK_FALSE(stage.app->Send("search-in", "where=titles").ok());
  CHECK(stage.errors == 0);
}

TEST_CASE("filters that leave nothing say so and offer a way out") {
  Stage stage;
  REQUIRE(stage.app->Send("search", "q=zzzzunfindable").ok());
  stage.Frames();
  REQUIRE(stage.Click("Clear all filters"));
  CHECK(stage.app->StateHash() == "v1");
}

TEST_CASE(
    "a search that finds nothing says which words are nowhere, and what would find something") {
  Stage stage;
  REQUIRE(stage.app->Send("search", "q=zzyzx%20claims ").ok());
  stage.Frames(6);
  REQUIRE(stage.FindBeginning("nothing found: No article has “zzyzx”") != nullptr);
  // Under another filter: the search alone is offered.
  REQUIRE(stage.app->Send("clear-all", "").ok());
  REQUIRE(stage.app->Send("only-kind", "name=strike").ok());
  REQUIRE(stage.app->Send("search", "q=armoured").ok());
  stage.Frames(6);
  REQUIRE(stage.Click("Without the other filters"));
  CHECK(stage.app->StateHash() == "v1&q=armoured");
  CHECK(stage.errors == 0);
}

TEST_CASE("how to search stands beside its field: an example is one click") {
  Stage stage;
  REQUIRE(stage.Click("How to search"));
  REQUIRE(stage.Find("example drone OR missile") != nullptr);
  REQUIRE(stage.Click("example drone OR missile"));
  CHECK(stage.app->StateHash().find("drone") != std::string::npos);
  CHECK(stage.Find("example drone OR missile") == nullptr);
  // The keys lead to the marks, and from there to searching.
  REQUIRE(stage.app->Send("toggle-help", "").ok());
  stage.Frames(6);
  CHECK(stage.Find("example drone OR missile") == nullptr);
  REQUIRE(stage.Click("Searching"));
  CHECK(stage.Find("example drone OR missile") != nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE("steps are taken back beside the filters, and the reader keeps to what they show") {
  Stage stage(60, {1440, 900, 1, false});
  REQUIRE(stage.app->Send("only-kind", "name=strike").ok());
  REQUIRE(stage.app->Send("select-claim", "index=0").ok());
  REQUIRE(stage.app->Send("open-article", "").ok());
  stage.Frames(6);
  REQUIRE(stage.FindBeginning("place of the claim: 1 of ") != nullptr);
  REQUIRE(stage.Click("Next claim shown"));
  CHECK(stage.FindBeginning("place of the claim: 2 of ") != nullptr);
  REQUIRE(stage.Click("Undo the step"));
  CHECK(stage.app->StateHash().find("kind") == std::string::npos);
  CHECK(stage.FindBeginning("place of the claim: Claim ") != nullptr);
  REQUIRE(stage.Click("Redo the step"));
  CHECK(stage.app->StateHash().find("kind=strike") != std::string::npos);
  CHECK(stage.errors == 0);
}

TEST_CASE("the overview lists the articles without a day or a claim, and clears nothing") {
  Stage stage(60, {1440, 900, 1, false});
  REQUIRE(stage.app->Send("only-kind", "name=strike").ok());
  REQUIRE(stage.app->Send("show-overview", "").ok());
  stage.Frames(6);
  REQUIRE(stage.Click("overview: without a day"));
  REQUIRE(stage.FindBeginning("article ") != nullptr);
  REQUIRE(stage.Click("Close the list of articles"));
  CHECK(stage.FindBeginning("article ") == nullptr);
  REQUIRE(stage.Click("overview: claims"));
  CHECK(stage.app->StateHash() == "v1&kind=strike");
  CHECK(stage.errors == 0);
}

TEST_CASE("on a phone the filters close with a cross, or show what was found") {
  Stage stage(60, {390, 844, 2, false});
  REQUIRE(stage.Click("Filters"));
  REQUIRE(stage.Click("Close the filters"));
  CHECK(stage.Find("Close the filters") == nullptr);
  REQUIRE(stage.Click("Filters"));
  REQUIRE(stage.FindBeginning("Show ") != nullptr);
  REQUIRE(stage.Click(stage.FindBeginning("Show ")->label));
  CHECK(stage.Find("Close the filters") == nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE("what is asked before anything is shown stands when articles come") {
  Stage stage(0);
  REQUIRE(stage.app->ApplyHash("v1&kind=strike").ok());
  stage.app->CorpusReplaced();
  stage.Frames();
  CHECK(stage.app->StateHash() == "v1&kind=strike");
  CHECK(stage.FindBeginning("notice: ") == nullptr);
}

TEST_CASE("articles that give way to others are no longer read: the reader closes") {
  Stage stage;
  REQUIRE(stage.app->Send("select-claim", "index=3").ok());
  REQUIRE(stage.app->Send("edit-claim", "").ok());
  stage.Frames();
  REQUIRE(stage.StateHas("\"reader_open\":true"));
  stage.app->CorpusReplaced();
  stage.Frames();
  CHECK(stage.StateHas("\"reader_open\":false"));
  CHECK(stage.StateHas("\"selection\":null"));
  CHECK(stage.app->StateHash() == "v1");
  CHECK(stage.errors == 0);
}

TEST_CASE("what came of an opening is told in a line, and a replaced corpus clears the question") {
  Stage stage;
  IngestProgress& progress = stage.app->progress();
  progress.is_sample = true;
  progress.articles = 60;
  progress.claims = 300;
  stage.Frames();
  CHECK(stage.FindBeginning("opened: ") == nullptr);  // the page came with it
  progress.skipped = 1;
  progress.problems.push_back(
      {Problem::Kind::kSkipped, "pic.png", 0, 0, 0, "This is a picture, not text."});
  stage.Frames();
  CHECK(stage.Find("opened: pic.png was not read: This is a picture, not text.") != nullptr);
  REQUIRE(stage.app->Send("search", "q=families").ok());
  stage.Frames();
  CHECK(stage.FindBeginning("opened: ") == nullptr);  // something else was done
  progress.running = true;
  progress.files_total = 2;
  stage.Frames();
  stage.app->CorpusReplaced();
  progress = IngestProgress();
  progress.articles = 1;
  stage.Frames();
  CHECK(stage.app->StateHash() == "v1");
  CHECK(stage.Find("opened: 1 article read from 2 files, no claims in it") != nullptr);
  CHECK(stage.FindBeginning("notice: Search and filters cleared") != nullptr);
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(stage.app->StateHash() == "v1&q=families");
  progress.articles = 760;
  progress.claims = 11241;
  stage.Frames();
  REQUIRE(stage.Find("opened: 759 articles read, 11,241 claims") != nullptr);
  REQUIRE(stage.Click("Close this line"));
  CHECK(stage.FindBeginning("opened: ") == nullptr);
  progress.running = true;
  stage.Frames();
  progress.running = false;
  stage.Frames();
  CHECK(stage.FindBeginning("opened: Nothing new was read") != nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE("reading shows how far it is and can be stopped; what went wrong is listed") {
  Stage stage;
  IngestProgress& progress = stage.app->progress();
  progress.running = true;
  progress.bytes_done = 50;
  progress.bytes_total = 100;
  stage.Frames();
  CHECK(stage.Find("reading progress") != nullptr);
  REQUIRE(stage.Click("Stop reading"));
  const std::vector<Request> requests = stage.app->TakeRequests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].what == HostRequest::kCancelIngest);
  stage.app->progress().running = false;
  stage.app->progress().skipped = 1;
  stage.app->progress().problems.push_back(
      {Problem::Kind::kSkipped, "a.ndjson", 3, 3, 120, "The line is no JSON object."});
  stage.Frames();
  REQUIRE(stage.Click("What could not be read"));
  CHECK(stage.Find("problem: The line is no JSON object.") != nullptr);
  stage.Key(ImGuiKey_Escape);
  CHECK(stage.Find("problem: The line is no JSON object.") == nullptr);
}

TEST_CASE("the palette finds commands and filters by name") {
  Stage stage;
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_K);
  REQUIRE(stage.Find("Find a command") != nullptr);
  stage.Type("sum");
  REQUIRE(stage.Find("command: Sumy") != nullptr);
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.app->StateHash() == "v1&region=UA-59");
  CHECK(stage.Find("Find a command") == nullptr);
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_K);
  stage.Type("clear all");
  REQUIRE(stage.Click("command: Clear all filters"));
  CHECK(stage.app->StateHash() == "v1");
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_K);
  stage.Key(ImGuiKey_Escape);
  CHECK(stage.Find("Find a command") == nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE("the help opens over the page, hides what is under it and goes with Escape") {
  Stage stage;
  stage.Key(ImGuiMod_Shift | ImGuiKey_Slash);
  CHECK(stage.Find("Close the help") != nullptr);
  CHECK(stage.Find("claim 1") == nullptr);
  stage.Key(ImGuiKey_Escape);
  CHECK(stage.Find("Close the help") == nullptr);
  CHECK(stage.Find("claim 1") != nullptr);
}

TEST_CASE("at rest no frame is wanted; an event wakes the page") {
  Stage stage;
  stage.Frames(20);
  CHECK_FALSE(stage.app->NeedsFrame());
  REQUIRE(stage.app->Send("toggle-kind", "name=strike").ok());
  CHECK(stage.app->NeedsFrame());
  stage.Frames(10);
  CHECK_FALSE(stage.app->NeedsFrame());
  ImGui::GetIO().AddMousePosEvent(600, 400);
  stage.Frames(1);
  CHECK(stage.app->NeedsFrame());
  stage.Frames(40);
  CHECK_FALSE(stage.app->NeedsFrame());
}

TEST_CASE("every size, scale and theme draws without complaint") {
  struct Window {
    float width, height, scale;
  };
  for (const Window window : {Window{360, 640, 3},
                              {639, 480, 1},
                              {800, 600, 1.25f},
                              {999, 700, 1.5f},
                              {1280, 800, 1},
                              {1920, 1080, 2},
                              {3840, 2160, 1},
                              {200, 120, 1}}) {
    for (const bool dark : {false, true}) {
      CAPTURE(window.width);
      CAPTURE(dark);
      Stage stage(40, {window.width, window.height, window.scale, dark});
      CHECK(stage.items().DuplicateIds() == 0);
      REQUIRE(stage.app->Send("select-claim", "index=1").ok());
      REQUIRE(stage.app->Send("open-article", "").ok());
      REQUIRE(stage.app->Send("toggle-region", "code=UA-59").ok());
      stage.Frames();
      CHECK(stage.items().DuplicateIds() == 0);
      REQUIRE(stage.app->Send("toggle-filters", "").ok());
      REQUIRE(stage.app->Send("toggle-problems", "").ok());
      stage.Frames();
      CHECK(stage.items().DuplicateIds() == 0);
      for (const char* view : {"context", "compare", "overview"}) {
        REQUIRE(stage.app->Send("set-view", std::string("view=") + view).ok());
        stage.Frames();
        CHECK(stage.items().DuplicateIds() == 0);
      }
      CHECK(stage.errors == 0);
      for (const ItemList::Item& item : stage.items().items()) {
        CHECK(item.min.x >= -1);
        CHECK(item.max.x <= window.width + 1);
      }
    }
  }
}

TEST_CASE("an article of 200 kB is laid out once and drawn by the screenful") {
  Stage stage(0);
  bool added = false;
  REQUIRE(stage.workspace.AddSegment(LongArticleSegment(200'000), &added).ok());
  stage.Frames();
  REQUIRE(stage.app->Send("select-claim", "index=500").ok());
  REQUIRE(stage.app->Send("open-article", "").ok());
  stage.Frames();
  CHECK(stage.FindBeginning("mark ") != nullptr);
  CHECK(ImGui::GetDrawData()->TotalVtxCount < 60'000);
  CHECK(stage.errors == 0);
}

#ifndef IMGUI_DISABLE_DEFAULT_FONT  // the web build always carries ours, and not ImGui's
TEST_CASE("without fonts ImGui's own is taken") {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  Workspace workspace;
  {
    const FileBundle nothing = FileBundle::Of({});
    App app(&workspace, RegionNames(), nothing);
    ImGui::GetIO().DisplaySize = {800, 600};
    ImGui::NewFrame();
    app.Frame({800, 600, 1, false});
    ImGui::Render();
    CHECK(app.ItemsJson().find("Open articles…") != std::string::npos);
  }
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
    texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext(context);
}
#endif

}  // namespace
}  // namespace claimscope
