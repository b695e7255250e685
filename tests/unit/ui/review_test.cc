// Review: what is said of claims is kept apart, known again, narrowed by and saved.
#include <doctest/doctest.h>

#include "base/json_value.h"
#include "base/strings.h"
#include "tests/unit/ui/demo_desk.h"
#include "tests/unit/ui/stage.h"
#include "ui/commands.h"
#include "ui/opposed_claims.h"

namespace claimscope {
namespace {

struct Desk : DemoDesk {
  explicit Desk(int articles = 40) : DemoDesk(articles, 3) {}
  void Do(std::string_view id, std::string_view arguments = "") {
    const Status status = DemoDesk::Do(id, arguments);
    CAPTURE(id);
    CHECK(status.ok());
  }
};

TEST_CASE("a claim is accepted, rejected or corrected; the same again takes it back") {
  Desk desk;
  const size_t all = desk.session.hit_count();
  desk.Do("show-rejected");  // it stays selected when it is rejected
  desk.Do("select-claim", "index=2");
  Hit claim = *desk.session.selected();
  desk.Do("accept-claim");
  CHECK(desk.session.reviews.VerdictOf(claim) == Verdict::kAccepted);
  desk.Do("reject-claim");
  CHECK(desk.session.reviews.VerdictOf(claim) == Verdict::kRejected);
  CHECK(desk.session.reviews.CountOf(Verdict::kAccepted) == 0);
  desk.Do("reject-claim");
  CHECK(desk.session.reviews.VerdictOf(claim) == Verdict::kNone);
  desk.Do("correct-claim", "kind=humanitarian&from=2025-05-01&to=2025-05-02&value=12&unit=people");
  claim = *desk.session.selected();  // another day has another row
  REQUIRE(desk.session.reviews.Find(claim) != nullptr);
  CHECK(*desk.session.reviews.Find(claim)->correction[ClaimField::kTo] == "2025-05-02");
  CHECK(desk.session.reviews.CountOf(Verdict::kCorrected) == 1);
  CHECK(desk.session.hit_count() == all);
  // A correction that changes nothing accepts.
  desk.Do("correct-claim");
  claim = *desk.session.selected();
  CHECK(desk.session.reviews.VerdictOf(claim) == Verdict::kAccepted);
  for (const char* bad : {"kind=dance", "side=martians", "status=?", "region=XX-99",
                          "from=yesterday", "value=many", "from=2025-05-02&to=2025-05-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(RunCommand(desk.session, "correct-claim", bad).ok());
  }
  CHECK(desk.session.reviews.VerdictOf(claim) == Verdict::kAccepted);
}

TEST_CASE("what was said is known again in another session, under other names and in other order") {
  Desk first(40);
  first.Do("select-claim", "index=5");
  first.Do("accept-claim");
  const std::string quote = first.workspace.SegmentAt(0).QuoteAt(first.session.selected()->row);
  first.Do("select-claim", "index=9");
  first.Do("correct-claim", "status=denied&claimant=Someone+else");
  const std::string lines = first.session.reviews.ToLines();
  CHECK(first.session.requests.back().what == HostRequest::kKeepReviews);
  CHECK(first.session.requests.back().argument == lines);

  Desk second(0);
  REQUIRE(second.session.reviews.ReadLines(lines + "{\"text\":\"zz\"}\nnonsense\n") == 2);
  second.session.Refresh();
  CHECK(second.session.reviews.CountOf(Verdict::kAccepted) == 0);
  CHECK(second.session.reviews.size() == 2);
  CHECK(second.session.reviews.LinesOfCorpus().empty());
  bool added = false;
  REQUIRE(second.workspace.AddSegment(DemoSegment(7, 9), &added).ok());
  REQUIRE(second.workspace.AddSegment(DemoSegment(40, 3), &added).ok());
  second.session.Refresh();
  CHECK(second.session.reviews.CountOf(Verdict::kAccepted) == 1);
  CHECK(second.session.reviews.CountOf(Verdict::kCorrected) == 1);
  second.Do("only-review", "name=accepted");
  REQUIRE(second.session.row_count() == 1);
  const Hit found = second.session.HitAt(0);
  CHECK(second.workspace.SegmentAt(found.segment).QuoteAt(found.row) == quote);
  CHECK(second.session.reviews.ToLines() == lines);
  CHECK(second.session.reviews.LinesOfCorpus() == lines);
}

TEST_CASE("the table narrows to what is open, and goes on by itself") {
  Desk desk;
  const size_t all = desk.session.row_count();
  for (const std::string_view sort : {"time", "kind"}) {
    desk.Do("sort-by", "by=" + std::string(sort));
    desk.Do("only-review", "name=none");
    const size_t before = desk.session.row_count();
    desk.Do("select-claim", "index=3");
    const Hit next = desk.session.HitAt(4);
    desk.Do("accept-claim");
    CHECK(desk.session.row_count() == before - 1);
    CHECK(desk.session.selected_index() == 3);
    CHECK(desk.session.selected()->row == next.row);
    desk.Do("clear-list", "list=review");
    CHECK(desk.session.row_count() == all);
  }
  // By time the latest still come first, the undated last.
  desk.Do("sort-by", "by=time&order=down");
  desk.Do("only-review", "name=none");
  int32_t last = 1 << 30;
  for (size_t i = 0; i < desk.session.row_count(); ++i) {
    const Hit hit = desk.session.HitAt(i);
    const int32_t day = desk.workspace.SegmentAt(hit.segment).anchor_days()[hit.row];
    const int32_t key = day == Day::kUnknown ? -(1 << 30) : day;
    REQUIRE(key <= last);
    last = key;
  }
  CHECK_FALSE(RunCommand(desk.session, "only-review", "name=some").ok());
}

TEST_CASE("a review narrows all counts and the chart, and is counted under the other filters") {
  Desk desk;
  const auto sum = [](const std::vector<FacetCount>& counts) {
    uint32_t all = 0;
    for (const FacetCount& count : counts) all += count.claims;
    return all;
  };
  desk.Do("only-kind", "name=strike");
  const auto strikes = static_cast<uint32_t>(desk.session.hit_count());
  for (int i = 0; i < 3; ++i) {
    desk.Do("select-claim", "index=" + std::to_string(i));
    desk.Do(i == 2 ? "reject-claim" : "accept-claim");
  }
  CHECK(desk.session.answer().reviews == std::array<uint32_t, 4>{strikes - 3, 2, 1, 0});
  desk.Do("only-review", "name=accepted");
  const Answer& answer = desk.session.answer();
  CHECK(answer.claims == 2);
  CHECK(answer.hits.size() == 2);
  CHECK(sum(answer.regions) == 2);
  CHECK(sum(answer.sides) == 2);
  const Histogram& chart = answer.histogram;
  uint32_t bars = chart.undated + chart.before + chart.after;
  for (const uint32_t count : chart.counts) bars += count;
  CHECK(bars == 2);
  // Its own counts leave it out.
  CHECK(answer.reviews == std::array<uint32_t, 4>{strikes - 3, 2, 1, 0});
  desk.Do("invert", "list=review");
  CHECK(desk.session.hit_count() == strikes - 3);  // the rejected one is left out either way
  desk.Do("undo");
  CHECK(desk.session.hit_count() == 2);
  // Taken back, the claim leaves the filter.
  desk.Do("select-claim", "index=0");
  desk.Do("accept-claim");
  CHECK(desk.session.hit_count() == 1);
  const std::string hash = HashOf(desk.session.state);
  CHECK(hash.find("review=accepted") != std::string::npos);
  CHECK(WithHash(AppState(), hash)->query == desk.session.state.query);
  CHECK_FALSE(WithHash(AppState(), "v1&review=maybe").ok());
  // More articles move the rows; the reviews go with their claims.
  bool added = false;
  REQUIRE(desk.workspace.AddSegment(DemoSegment(5, 77), &added).ok());
  desk.session.Refresh();
  CHECK(desk.session.hit_count() == 1);
}

TEST_CASE("reviewed claims are saved as a yardstick") {
  Desk desk;
  CHECK_FALSE(RunCommand(desk.session, "save-gold", "").ok());
  desk.Do("select-claim", "index=0");
  const std::string article = desk.session.state.selection.article;
  desk.Do("correct-claim", "kind=humanitarian&region=-");
  const uint32_t other = desk.session.state.selection.claim == 0 ? 2 : 1;
  desk.Do("select-claim", "article=" + article + "&claim=" + std::to_string(other));
  desk.Do("reject-claim");
  desk.Do("save-gold");
  const Request request = desk.session.requests.back();
  CHECK(request.what == HostRequest::kSaveFile);
  const size_t line_break = request.argument.find('\n');
  CHECK(request.argument.substr(0, line_break) == "claimscope-gold.ndjson");
  JsonValue line;
  REQUIRE(JsonValue::Parse(TrimAscii(request.argument.substr(line_break)), &line));
  CHECK(line.Find("article")->Find("id")->text == article);
  REQUIRE(line.Find("claims")->items.size() == 1);
  const JsonValue& claim = line.Find("claims")->items[0];
  CHECK(claim.Find("kind")->items[0].text == "humanitarian");
  CHECK(claim.Find("region")->kind == JsonValue::Kind::kOther);  // null
  CHECK(claim.Find("side")->items.size() == 1);
  CHECK(claim.Find("quote")->text.size() > 10);
  CHECK(line.Find("rejected")->items.size() == 1);
}

TEST_CASE("keys and the form of the reader review a claim") {
  Stage stage;
  // The filters have rows of the names that the form has.
  REQUIRE(stage.app->Send("toggle-filters", "").ok());
  stage.Key(ImGuiKey_J);
  stage.Key(ImGuiKey_A);
  CHECK(stage.StateHas("\"accepted\":1"));
  stage.Key(ImGuiKey_R);
  CHECK(stage.StateHas("\"rejected\":1"));
  stage.Key(ImGuiKey_E);
  REQUIRE(stage.Find("Right region") != nullptr);
  REQUIRE(stage.Click("Right kind"));
  REQUIRE(stage.Click("Humanitarian"));
  REQUIRE(stage.Click("Right unit"));
  stage.Type("carts");
  stage.Key(ImGuiKey_Enter);
  REQUIRE(stage.Click("Save"));
  CHECK(stage.StateHas("\"corrected\":1"));
  CHECK(stage.StateHas("\"kind\":\"humanitarian\""));
  CHECK(stage.Find("Right region") == nullptr);
  REQUIRE(stage.app->Send("only-review", "name=corrected").ok());
  stage.Frames();
  CHECK(stage.StateHas("\"rows\":1"));
  CHECK(stage.errors == 0);
}

TEST_CASE("steps count what is worth going back to; a drag counts once, when it ends") {
  Stage stage;
  const int64_t begin = stage.app->Steps();
  REQUIRE(stage.app->Send("set-days", "from=2025-05-01&to=2025-05-20&live=1").ok());
  CHECK(stage.app->Steps() == -1);
  REQUIRE(stage.app->Send("set-days", "from=2025-05-01&to=2025-05-25&live=1").ok());
  REQUIRE(stage.app->Send("set-days", "from=2025-05-01&to=2025-05-25").ok());
  CHECK(stage.app->Steps() == begin + 1);
  const std::string days = stage.app->StateHash();
  REQUIRE(stage.app->Send("next-claim", "").ok());
  CHECK(stage.app->Steps() == begin + 1);
  REQUIRE(stage.app->Send("toggle-region", "code=UA-63").ok());
  const std::string region = stage.app->StateHash();
  CHECK_FALSE(stage.app->WentOverSteps());
  REQUIRE(stage.app->Send("undo", "").ok());
  CHECK(stage.app->WentOverSteps());
  CHECK(stage.app->Steps() == begin + 3);
  // The browser's forward and back are the same as redo and undo.
  REQUIRE(stage.app->ApplyHash(region).ok());
  CHECK(stage.StateHas("\"can_redo\":false"));
  REQUIRE(stage.app->ApplyHash(days).ok());
  CHECK(stage.StateHas("\"can_redo\":true"));
  REQUIRE(stage.app->Send("redo", "").ok());
  CHECK(stage.StateHas("\"regions\":[\"UA-63\"]"));
}

// Two sides on one night: a figure each, of the same unit, place and day.
std::string OpposedSegment() {
  SegmentBuilder builder;
  const struct {
    const char* text;
    Side side;
    double value;
    int day;
  } kTold[] = {{"The air force said 60 drones had crossed into Odesa.", Side::kUkraine, 60, 3},
               {"The ministry said 12 drones had been sent to Odesa.", Side::kRussia, 12, 3},
               {"The navy said 5 drones fell near Odesa a week later.", Side::kUkraine, 5, 12}};
  for (const auto& told : kTold) {
    Article article;
    article.id = std::to_string(static_cast<int>(told.value)) + ".txt";
    article.page = article.text = told.text;
    article.date = DayOf({2025, 6, told.day});
    Claim claim;
    claim.span = {0, static_cast<uint32_t>(article.text.size()) - 1};
    claim.kind = Kind::kStrike;
    claim.side = told.side;
    claim.claimant = told.side == Side::kUkraine ? "Air Force" : "Ministry of Defence";
    claim.time = {article.date, article.date};
    claim.region = "UA-51";
    claim.rule = "made";
    Quantity quantity;
    quantity.value = quantity.value_max = quantity.si_value = told.value;
    quantity.unit = "drones";
    claim.quantities.push_back(quantity);
    PlaceMention place;
    place.name = "Odesa";
    place.region = "UA-51";
    claim.places.push_back(place);
    builder.Add(article, {claim});
  }
  return builder.Seal();
}

TEST_CASE("opposed claims are of the two sides asked for, each from what passes") {
  Workspace workspace;
  bool added = false;
  REQUIRE(workspace.AddSegment(OpposedSegment(), &added).ok());
  Session session(&workspace, RegionNames());
  std::vector<Hit> hits[2];
  const Side sides[2] = {Side::kUkraine, Side::kRussia};
  for (size_t i = 0; i < 2; ++i) {
    Query query;
    query.sides = BitOf(sides[i]);
    hits[i] = session.Look(query, Per::kDay).hits;
  }
  const std::vector<OpposedPair> pairs = FindOpposed(session, hits);
  REQUIRE(pairs.size() == 1);
  CHECK_FALSE(pairs[0].agrees);
  CHECK(pairs[0].reason == "60 against 12 drones");
  for (size_t i = 0; i < 2; ++i) {
    const Segment& segment = workspace.SegmentAt(pairs[0].claims[i].segment);
    CHECK(segment.ClaimAt(pairs[0].claims[i].row).side == sides[i]);
  }
  const std::vector<Hit> none[2];
  CHECK(FindOpposed(session, none).empty());
  // Of two filters that both let all pass the same pair is told once.
  hits[0] = hits[1] = session.Look({}, Per::kDay).hits;
  CHECK(FindOpposed(session, hits).size() == 1);
}

TEST_CASE("what is rejected leaves table, counts and chart, and comes back") {
  Desk desk;
  const uint32_t all = desk.session.answer().claims;
  const auto bars = [&] {
    const Histogram& chart = desk.session.answer().histogram;
    uint32_t sum = chart.undated + chart.before + chart.after;
    for (const uint32_t count : chart.counts) sum += count;
    return sum;
  };
  desk.Do("select-claim", "index=4");
  const Selection rejected = desk.session.state.selection;
  desk.Do("reject-claim");
  CHECK(desk.session.hit_count() == all - 1);
  CHECK(bars() == all - 1);
  CHECK_FALSE(desk.session.state.selection == rejected);  // the next one
  CHECK(desk.session.answer().reviews[2] == 1);           // what the row of the filter says
  desk.Do("show-rejected");
  CHECK(desk.session.hit_count() == all);
  CHECK(bars() == all);
  const std::string hash = HashOf(desk.session.state);
  CHECK(hash.find("rejected=1") != std::string::npos);
  CHECK(WithHash(AppState(), hash)->query == desk.session.state.query);
  CHECK_FALSE(WithHash(AppState(), "v1&rejected=2").ok());
  desk.Do("undo");
  CHECK(desk.session.hit_count() == all - 1);
  desk.Do("only-review", "name=rejected");
  REQUIRE(desk.session.row_count() == 1);
  CHECK(desk.session.SelectionOf(desk.session.HitAt(0)) == rejected);
  desk.Do("undo");
  desk.Do("undo");  // the rejection
  CHECK(desk.session.hit_count() == all);
  CHECK(bars() == all);
  desk.Do("redo");
  CHECK(desk.session.hit_count() == all - 1);
}

TEST_CASE("in an open article a rejected claim stays, and the arrows go on from where it stood") {
  Desk desk;
  desk.Do("select-claim", "index=4");
  desk.Do("open-article");
  const Selection rejected = desk.session.state.selection;
  const Selection next = desk.session.SelectionOf(desk.session.HitAt(5));
  const Selection before = desk.session.SelectionOf(desk.session.HitAt(3));
  desk.Do("reject-claim");
  CHECK(desk.session.state.selection == rejected);
  CHECK(desk.session.left_index() == 4);
  desk.Do("next-claim");
  CHECK(desk.session.state.selection == next);
  desk.Do("undo");
  desk.Do("select-claim", "index=4");
  desk.Do("reject-claim");
  desk.Do("previous-claim");
  CHECK(desk.session.state.selection == before);
}

TEST_CASE("what is corrected is filtered, counted and sorted as it was corrected, until undone") {
  Desk desk;
  desk.Do("select-claim", "index=4");
  const Selection selection = desk.session.state.selection;
  const Claim found = desk.workspace.SegmentAt(0).ClaimAt(desk.session.selected()->row);
  desk.Do("correct-claim", "from=2031-01-02&to=2031-01-02&claimant=Someone+else&kind=humanitarian");
  CHECK(desk.session.state.selection == selection);
  REQUIRE(desk.session.selected());
  desk.Do("set-days", "from=2031-01-01&to=2031-12-31");
  REQUIRE(desk.session.row_count() == 1);
  const Hit hit = desk.session.HitAt(0);
  CHECK(desk.session.SelectionOf(hit) == selection);
  const Claim shown = desk.workspace.SegmentAt(hit.segment).ClaimAt(hit.row);
  CHECK(shown.claimant == "Someone else");
  CHECK(shown.span == found.span);
  CHECK(desk.session.reviews.VerdictOf(hit) == Verdict::kCorrected);
  // Against what was found, not against what is shown: back to that is no correction any more.
  desk.Do("correct-claim", "kind=humanitarian");
  CHECK(desk.session.hit_count() == 0);
  desk.Do("undo");
  CHECK(desk.session.hit_count() == 1);
  desk.Do("undo");  // the days
  desk.Do("undo");  // the correction
  const Hit back = *desk.session.selected();
  CHECK(desk.workspace.SegmentAt(back.segment).ClaimAt(back.row).claimant == found.claimant);
  CHECK(desk.session.reviews.size() == 0);
}

TEST_CASE("what is said of a claim is said of it in each copy of its text, and how many is told") {
  DemoDesk desk(1, 5);
  Article article;
  article.page = article.text = "The mill burned down on Friday. Nobody was hurt.";
  Claim claim;
  claim.span = {0, 30};
  claim.claimant = "outlet";
  claim.region = "-";
  for (const char* id : {"one.txt", "two.txt", "three.txt"}) {
    article.id = id;
    SegmentBuilder builder;
    builder.Add(article, {claim});
    bool added = false;
    // The same article under another name would be known already: each has its own headline.
    article.title = std::string("The mill, ") + id;
    REQUIRE(desk.workspace.AddSegment(builder.Seal(), &added).ok());
    REQUIRE(added);
  }
  REQUIRE(desk.Do("select-claim", "article=two.txt&claim=1").ok());
  REQUIRE(desk.Do("correct-claim", "kind=strike").ok());
  CHECK(desk.session.reviews.CountLike(*desk.session.selected()) == 3);
  CHECK(desk.session.notice.text == "Corrected, and in 2 copies of the article");
  REQUIRE(desk.Do("select-claim", "index=0").ok());
  REQUIRE(desk.session.state.selection.article.find("demo/") == 0);
  CHECK(desk.session.reviews.CountLike(*desk.session.selected()) == 0);
  REQUIRE(desk.Do("accept-claim").ok());
  CHECK(desk.session.notice.text == "Accepted");
}

TEST_CASE("on a phone the form of a correction keeps Save in sight") {
  Stage stage(60, {360, 640, 1, false});
  REQUIRE(stage.app->Send("search", "q=square").ok());
  REQUIRE(stage.app->Send("select-claim", "index=0").ok());
  REQUIRE(stage.app->Send("edit-claim", "").ok());
  stage.Frames();
  const ItemList::Item* save = stage.Find("Save");
  REQUIRE(save != nullptr);
  CHECK(save->max.y < 640 - 20);
  CHECK(stage.errors == 0);
}

// Whether a menu is open and lies over everything else.
bool IsMenuOnTop() {
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  const ImGuiWindow* top = nullptr;
  for (const ImGuiWindow* window : g.Windows) {
    const bool counts = window->Active && window->RootWindow == window &&
                        (window->Flags & ImGuiWindowFlags_Tooltip) == 0;
    if (counts) top = window;
  }
  return top != nullptr && (top->Flags & ImGuiWindowFlags_Popup) != 0;
}

TEST_CASE("a menu of the form lies over the sheet of a phone, and Escape closes it alone") {
  Stage stage(60, {360, 640, 1, false});
  REQUIRE(stage.app->Send("select-claim", "index=0").ok());
  REQUIRE(stage.app->Send("edit-claim", "").ok());
  stage.Frames();
  for (const char* menu : {"Right status", "Right region"}) {
    CAPTURE(menu);
    REQUIRE(stage.Click(menu));
    stage.Frames();
    CHECK(IsMenuOnTop());
    stage.Key(ImGuiKey_Escape);
    if (IsMenuOnTop()) stage.Key(ImGuiKey_Escape);  // the field in it had the first one
    CHECK_FALSE(IsMenuOnTop());
    CHECK(stage.Find("Save") != nullptr);
  }
  CHECK(stage.errors == 0);
}

TEST_CASE("a unit that is shown as people read it is saved as it was, and Ctrl+Enter saves") {
  Stage wide;
  REQUIRE(wide.app->Send("search", "q=square").ok());
  REQUIRE(wide.app->Send("select-claim", "index=0").ok());
  REQUIRE(wide.app->Send("edit-claim", "").ok());
  wide.Frames();
  REQUIRE(wide.Click("Right amount"));
  wide.Type("7");
  wide.Key(ImGuiMod_Ctrl | ImGuiKey_Enter);
  wide.Frames();
  CHECK(wide.StateHas("\"verdict\":\"corrected\""));
  CHECK(wide.StateHas("\"correction\":{\"value\":"));
  CHECK_FALSE(wide.StateHas("\"unit\""));  // "km²" is km2, as it was
  CHECK(wide.errors == 0);
}

TEST_CASE("a copied quote tells who says so, the headline, the outlet and the day") {
  Desk desk;
  for (size_t i = 0; i < 20; ++i) {
    desk.Do("select-claim", "index=" + std::to_string(i));
    const Hit hit = *desk.session.selected();
    const Segment& segment = desk.workspace.SegmentAt(hit.segment);
    const ArticleView article = segment.ArticleAt(segment.articles()[hit.row]);
    const std::string claimant = segment.ClaimAt(hit.row).claimant;
    desk.Do("copy-quote");
    const std::string copied = desk.session.requests.back().argument;
    CHECK(copied.find("“" + segment.QuoteAt(hit.row) + "” — ") == 0);
    CHECK(copied.find("“" + std::string(article.title) + "”") != std::string::npos);
    CHECK(copied.find(article.source) != std::string::npos);
    CHECK((copied.find(" — " + claimant + ", ") != std::string::npos) == (claimant != "outlet"));
  }
}

}  // namespace
}  // namespace claimscope
