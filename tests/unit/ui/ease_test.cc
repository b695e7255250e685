// What a newcomer stumbled over: dates as people write them, regions by name, a review taken back,
// colors that stay, lists that begin anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <set>

#include "assets/builtin.h"
#include "index/segment.h"
#include "model/names.h"
#include "tests/unit/ui/demo_desk.h"
#include "tests/unit/ui/stage.h"
#include "ui/date_entry.h"
#include "ui/hues.h"
#include "ui/marks.h"
#include "ui/region_choice.h"

namespace claimscope {
namespace {

std::string Read(std::string_view text) {
  const DateEntry entry = ParseDateEntry(text);
  if (!entry.known()) return "";
  return FormatIsoDay(entry.days.from) + " " + FormatIsoDay(entry.days.to) +
         (entry.day_first ? " day first" : "");
}

TEST_CASE("dates are read as people write them") {
  const std::string first_of_may = "2025-05-01 2025-05-01";
  for (const char* text : {"2025-05-01", "1 May 2025", "May 1, 2025", "1st may 2025", "01 MAY 2025",
                           " 1. May 2025 ", "2025/5/1", "May 1 25"}) {
    CAPTURE(text);
    CHECK(Read(text) == first_of_may);
  }
  CHECK(Read("1.5.2025") == first_of_may + " day first");
  CHECK(Read("1/5/25") == first_of_may + " day first");
  CHECK(Read("5.5.2025") == "2025-05-05 2025-05-05");
  CHECK(Read("5/13/2025") == "2025-05-13 2025-05-13");
  CHECK(Read("13/5/2025") == "2025-05-13 2025-05-13");
  for (const char* text : {"May 2025", "2025-05", "5/2025", "05.2025", "may, 2025"}) {
    CAPTURE(text);
    CHECK(Read(text) == "2025-05-01 2025-05-31");
  }
  CHECK(Read("Feb 2024") == "2024-02-01 2024-02-29");
  CHECK(Read("Sept 2024") == "2024-09-01 2024-09-30");
  CHECK(Read("2025") == "2025-01-01 2025-12-31");
  CHECK(Read("Q1 2024") == "2024-01-01 2024-03-31");
  CHECK(Read("2025-Q4") == "2025-10-01 2025-12-31");
}

TEST_CASE("what is no date is none") {
  for (const char* text : {"",
                           " ",
                           "soon",
                           "31 June 2025",
                           "2025-13-01",
                           "2025-02-30",
                           "ma 2025",
                           "1 May",
                           "99999",
                           "0000",
                           "1.2.3.4",
                           "May May 2025",
                           "1 2 3",
                           "12345678901234567890",
                           "...",
                           "32/13/2025",
                           "mayhem 2025",
                           "Київ 2025",
                           "Q5 2025",
                           "q1",
                           "Q1 25"}) {
    CAPTURE(text);
    CHECK(Read(text) == "");
  }
}

TEST_CASE("a date box takes an ordinary date, and says what to write when it cannot") {
  Stage stage;
  REQUIRE(stage.Click("From"));
  stage.Type("May 2025");
  stage.Key(ImGuiKey_Enter);
  stage.Frames(6);
  CHECK(stage.app->StateHash().find("from=2025-05-01&to=2025-05-31") != std::string::npos);
  // The last day was taken over from the month: another month takes it along.
  REQUIRE(stage.Click("From"));
  stage.Type("Q1 2025");
  stage.Key(ImGuiKey_Enter);
  stage.Frames(6);
  CHECK(stage.app->StateHash().find("from=2025-01-01&to=2025-03-31") != std::string::npos);
  // One that was typed stays; a click on a field takes what was there away.
  REQUIRE(stage.Click("To"));
  stage.Type("2025-07-04");
  stage.Key(ImGuiKey_Enter);
  stage.Frames(6);
  CHECK(stage.app->StateHash().find("from=2025-01-01&to=2025-07-04") != std::string::npos);
  REQUIRE(stage.Click("From"));
  stage.Type("May 2025");
  stage.Key(ImGuiKey_Enter);
  stage.Frames(6);
  CHECK(stage.app->StateHash().find("from=2025-05-01&to=2025-07-04") != std::string::npos);
  // The wrong way round: said, and nothing changes; nothing below the fields moves.
  const float kinds = stage.Find("Region")->min.y;
  REQUIRE(stage.Click("To"));
  stage.Type("2024-01-01");
  stage.Key(ImGuiKey_Enter);
  stage.Frames(6);
  CHECK(stage.FindBeginning("date note: The last day is before the first") != nullptr);
  CHECK(stage.app->StateHash().find("from=2025-05-01&to=2025-07-04") != std::string::npos);
  CHECK(stage.Find("Region")->min.y == kinds);
  REQUIRE(stage.Click("From"));
  stage.Type("2023");
  stage.Key(ImGuiKey_Enter);
  stage.Frames(6);
  CHECK(stage.app->StateHash().find("from=2023-01-01&to=2024-01-01") != std::string::npos);
  REQUIRE(stage.app->Send("clear-all", "").ok());
  stage.Frames(6);
  REQUIRE(stage.Click("From"));
  stage.Type("next week");
  stage.Key(ImGuiKey_Enter);
  stage.Frames(6);
  CHECK(stage.app->StateHash() == "v1");
  CHECK(stage.Find("date note: " + std::string(kDateHelp)) != nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE("a review is a step: undo takes it back and says so, redo makes it again") {
  Stage stage;
  REQUIRE(stage.app->Send("only-region", "code=UA-63").ok());
  REQUIRE(stage.app->Send("select-claim", "index=1").ok());
  stage.Frames();
  stage.app->TakeRequests();
  stage.Key(ImGuiKey_R);
  CHECK(stage.StateHas("\"rejected\":1"));
  REQUIRE(stage.Find("notice: Rejected") != nullptr);
  stage.app->TakeRequests();
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(stage.StateHas("\"rejected\":0"));
  CHECK(stage.app->StateHash().find("region=UA-63") != std::string::npos);
  // What is kept for the next visit follows.
  const std::vector<Request> requests = stage.app->TakeRequests();
  REQUIRE(!requests.empty());
  CHECK(requests.back().what == HostRequest::kKeepReviews);
  CHECK(requests.back().argument.empty());
  stage.Key(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
  CHECK(stage.StateHas("\"rejected\":1"));
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_Z);
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_Z);
  CHECK(stage.app->StateHash().find("region") == std::string::npos);
  CHECK(stage.errors == 0);
}

TEST_CASE("the notice of a review has a way back to click") {
  Stage stage;
  REQUIRE(stage.app->Send("select-claim", "index=1").ok());
  REQUIRE(stage.app->Send("accept-claim", "").ok());
  stage.Frames();
  REQUIRE(stage.Find("notice: Accepted") != nullptr);
  REQUIRE(stage.Click("Undo"));
  CHECK(stage.StateHas("\"accepted\":0"));
  // A step of the filters has another way back than the one it offered.
  REQUIRE(stage.app->Send("accept-claim", "").ok());
  REQUIRE(stage.app->Send("toggle-kind", "name=strike").ok());
  stage.Frames();
  CHECK(stage.FindBeginning("notice: ") == nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE("a correction is undone to what was said before") {
  DemoDesk desk(40, 3);
  REQUIRE(desk.Do("select-claim", "index=2").ok());
  const Hit claim = *desk.session.selected();
  REQUIRE(desk.Do("accept-claim").ok());
  REQUIRE(desk.Do("correct-claim", "kind=humanitarian").ok());
  REQUIRE(desk.Do("correct-claim", "kind=force").ok());
  REQUIRE(desk.Do("undo").ok());
  REQUIRE(desk.session.reviews.Find(claim) != nullptr);
  CHECK(*desk.session.reviews.Find(claim)->correction[ClaimField::kKind] == "humanitarian");
  REQUIRE(desk.Do("undo").ok());
  CHECK(desk.session.reviews.VerdictOf(claim) == Verdict::kAccepted);
  REQUIRE(desk.Do("undo").ok());
  CHECK(desk.session.reviews.VerdictOf(claim) == Verdict::kNone);
  CHECK_FALSE(desk.Do("undo").ok());
  REQUIRE(desk.Do("redo").ok());
  CHECK(desk.session.reviews.VerdictOf(claim) == Verdict::kAccepted);
}

TEST_CASE("the correction form takes a region by its name and a date as it is written") {
  Stage stage(60, {1280, 1000, 1, false});
  REQUIRE(stage.app->Send("select-claim", "index=1").ok());
  stage.Frames();
  stage.Key(ImGuiKey_E);
  stage.Frames(6);
  REQUIRE(stage.Click("Right region"));
  stage.Type("odes");
  stage.Frames(6);
  stage.Key(ImGuiKey_Enter);
  stage.Frames(6);
  REQUIRE(stage.Click("Right first day"));
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_A);
  stage.Type("next week");
  stage.Frames(4);
  REQUIRE(stage.Click("Save"));
  CHECK(stage.Find("problem of the correction: " + std::string(kDateHelp)) != nullptr);
  CHECK(stage.StateHas("\"corrected\":0"));
  REQUIRE(stage.Click("Right first day"));
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_A);
  stage.Type("3 May 2025");
  REQUIRE(stage.Click("Right last day"));
  stage.Key(ImGuiMod_Ctrl | ImGuiKey_A);
  stage.Key(ImGuiKey_Backspace);
  REQUIRE(stage.Click("Save"));
  CHECK(stage.StateHas("\"corrected\":1"));
  bool kept = false;
  for (const Request& request : stage.app->TakeRequests()) {
    kept |=
        request.what == HostRequest::kKeepReviews &&
        request.argument.find("\"region\":\"UA-51\"") != std::string::npos &&
        request.argument.find("\"from\":\"2025-05-03\",\"to\":\"2025-05-03\"") != std::string::npos;
  }
  CHECK(kept);
  CHECK(stage.errors == 0);
}

TEST_CASE("regions are found by a part of the name or by the code") {
  Stage stage;
  Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
  REQUIRE(rules.ok());
  Result<RegionNames> names = RegionNames::Load(*rules);
  REQUIRE(names.ok());
  const Session session(&stage.workspace, *names);
  REQUIRE(!FindRegions(session, "belg").empty());
  CHECK(FindRegions(session, "belg")[0] == "RU-BEL");
  CHECK(FindRegions(session, "ua-59")[0] == "UA-59");
  CHECK(FindRegions(session, "KURS")[0] == "RU-KRS");
  CHECK(FindRegions(session, "no region")[0] == "-");
  CHECK(FindRegions(session, "qqq").empty());
  CHECK(FindRegions(session, "").size() > 50);
}

std::string SegmentAbout(std::string_view name, const std::vector<std::string>& regions,
                         int claims) {
  SegmentBuilder builder;
  for (const std::string& region : regions) {
    Article article;
    article.id = std::string(name) + region;
    article.page = article.text = "The ministry said 12 drones had been sent to " + region + ".";
    article.date = DayOf({2025, 6, 3});
    Claim claim;
    claim.span = {0, static_cast<uint32_t>(article.text.size()) - 1};
    claim.kind = Kind::kStrike;
    claim.time = {article.date, article.date};
    claim.region = region;
    claim.rule = "made";
    builder.Add(article, std::vector<Claim>(static_cast<size_t>(claims), claim));
  }
  return builder.Seal();
}

TEST_CASE("a region has the same color in every corpus, in whatever order articles come") {
  const std::vector<std::string> some = {"UA-09", "UA-14", "UA", "RU-KRS", "UA-59"};
  const std::vector<std::string> others = {"UA-63", "UA-59", "RU", "UA-14"};
  DemoDesk one(1, 1), two(1, 2);
  bool added = false;
  REQUIRE(one.workspace.AddSegment(SegmentAbout("a", some, 90), &added).ok());
  REQUIRE(two.workspace.AddSegment(SegmentAbout("b", others, 40), &added).ok());
  one.session.Refresh();
  two.session.Refresh();
  REQUIRE(two.workspace.AddSegment(SegmentAbout("c", some, 90), &added).ok());
  two.session.Refresh();
  std::set<int> hues;
  for (const std::string& region : some) {
    CHECK(one.session.HueOf(region) == two.session.HueOf(region));
    CHECK(one.session.HueOf(region) == HueOf(region));
    hues.insert(HueOf(region));
  }
  CHECK(hues.size() == some.size());
}

TEST_CASE("no two names of one chart share a color, and which are alike does not hang on counts") {
  std::vector<std::string> many;
  for (int i = 10; i < 60; ++i) many.push_back("UA-" + std::to_string(i));
  // Three of one hue.
  std::vector<std::string> same;
  for (const std::string& region : many) {
    if (HueOf(region) == HueOf(many[0])) same.push_back(region);
  }
  REQUIRE(same.size() >= 3);
  same.resize(3);
  std::vector<int> before;
  for (const int claims : {2, 30}) {
    DemoDesk desk(1, 1);
    bool added = false;
    REQUIRE(desk.workspace.AddSegment(SegmentAbout("a", many, 2), &added).ok());
    REQUIRE(desk.workspace.AddSegment(SegmentAbout("b", {same[1]}, claims), &added).ok());
    desk.session.state.query.regions = same;
    desk.session.Refresh();
    std::vector<int> hues;
    for (const std::string& region : same) hues.push_back(desk.session.HueOf(region));
    CHECK(std::set<int>(hues.begin(), hues.end()).size() == 3);
    CHECK(hues[0] == HueOf(same[0]));
    if (!before.empty()) CHECK(hues == before);
    before = hues;
    desk.session.state.query.regions = {same[2]};
    desk.session.Refresh();
    CHECK(desk.session.HueOf(same[2]) == HueOf(same[2]));
  }
}

using Triple = std::array<double, 3>;

// As an eye sees it that lacks cones of one kind (Machado, Oliveira and Fernandes, 2009), in
// CIELAB.
Triple Seen(uint32_t color, const std::array<Triple, 3>& eye) {
  Triple light;
  for (size_t i = 0; i < 3; ++i) {
    const double part = (color >> (16 - 8 * i) & 255) / 255.0;
    light[i] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  }
  const auto times = [](const std::array<Triple, 3>& by, const Triple& v) {
    Triple out{};
    for (size_t i = 0; i < 3; ++i) {
      for (size_t k = 0; k < 3; ++k) out[i] += by[i][k] * v[k];
      out[i] = std::clamp(out[i], 0.0, 1.0);
    }
    return out;
  };
  Triple xyz =
      times({{{0.4339, 0.3762, 0.1899}, {0.2126, 0.7152, 0.0722}, {0.0177, 0.1095, 0.8728}}},
            times(eye, light));
  for (double& part : xyz) part = part > 0.008856 ? std::cbrt(part) : 7.787 * part + 16.0 / 116;
  return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

TEST_CASE("the colors of regions are told apart by every eye, and stand out from the panel") {
  const std::array<Triple, 3> eyes[] = {{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
                                        {{{0.152286, 1.052583, -0.204868},
                                          {0.114503, 0.786281, 0.099216},
                                          {-0.003882, -0.048116, 1.051998}}},
                                        {{{0.367322, 0.860646, -0.227968},
                                          {0.280085, 0.672501, 0.047413},
                                          {-0.011820, 0.042940, 0.968881}}},
                                        {{{1.255528, -0.076749, -0.178779},
                                          {-0.078411, 0.930809, 0.147602},
                                          {0.004733, 0.691367, 0.303900}}}};
  const auto luminance = [&](uint32_t color) {
    const double l = (Seen(color, eyes[0])[0] + 16) / 116;
    return l * l * l;
  };
  for (const bool dark : {false, true}) {
    const double panel = luminance(dark ? 0x1C2025 : 0xF6F7F9);
    for (int a = 0; a < kHues; ++a) {
      CAPTURE(a);
      const double own = luminance(HueColor(a, dark));
      CHECK((std::max(own, panel) + 0.05) / (std::min(own, panel) + 0.05) >= 3);
      for (int b = 0; b < a; ++b) {
        for (size_t e = 0; e < std::size(eyes); ++e) {
          const Triple one = Seen(HueColor(a, dark), eyes[e]),
                       two = Seen(HueColor(b, dark), eyes[e]);
          const double far = std::hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);
          CAPTURE(b);
          CHECK(far >= (e == 0 ? 19 : a < 8 ? 11 : 10));
        }
      }
    }
  }
}

TEST_CASE("a search in the claims goes on over frames, and what was shown stays meanwhile") {
  DemoDesk desk(200, 3);
  const size_t all = desk.session.hit_count();
  const auto past = std::chrono::steady_clock::time_point();
  desk.session.state.query.text = "launched";
  desk.session.HurryUntil(past);
  desk.session.Refresh();
  CHECK(desk.session.is_searching());
  CHECK(desk.session.hit_count() == all);
  const uint64_t serial = desk.session.serial();
  // Articles come while it goes on.
  bool added = false;
  REQUIRE(desk.workspace.AddSegment(DemoSegment(60, 4), &added).ok());
  int frames = 0;
  for (; desk.session.is_searching() && frames < 1000; ++frames) {
    CHECK(desk.session.hit_count() == all);
    CHECK(desk.session.serial() == serial);
    (void)desk.session.HitAt(all - 1);
    desk.session.Refresh();
  }
  CHECK(frames > 2);
  REQUIRE_FALSE(desk.session.is_searching());
  const size_t found = desk.session.hit_count();
  CHECK(found > 0);
  CHECK(found < all);
  // More articles: only they are read, and the answer is that of a search at one go.
  REQUIRE(desk.workspace.AddSegment(DemoSegment(60, 5), &added).ok());
  desk.session.Refresh();
  CHECK(desk.session.hit_count() == found);
  desk.session.HurryUntil({});
  desk.session.Refresh();
  CHECK_FALSE(desk.session.is_searching());
  Workspace other;
  for (const auto& [articles, seed] : {std::pair(200, 3), std::pair(60, 4), std::pair(60, 5)})
    REQUIRE(other.AddSegment(DemoSegment(articles, seed), &added).ok());
  Session fresh(&other, RegionNames());
  fresh.state.query.text = "launched";
  fresh.Refresh();
  CHECK(fresh.hit_count() == desk.session.hit_count());
  // Another corpus: nothing of the old one stays on show.
  desk.workspace.Clear();
  desk.session.HurryUntil(past);
  desk.session.Refresh();
  CHECK(desk.session.hit_count() == 0);
}

TEST_CASE("what is told again counts until all is read, and then does not") {
  DemoDesk desk(80, 6);
  REQUIRE(desk.Do("count-by", "what=distinct").ok());
  const size_t distinct = desk.session.hit_count();
  desk.session.progress.running = true;
  desk.session.Refresh();
  CHECK(desk.session.counts_all_for_now());
  CHECK(desk.session.hit_count() > distinct);
  desk.session.progress.running = false;
  desk.session.Refresh();
  CHECK_FALSE(desk.session.counts_all_for_now());
  CHECK(desk.session.hit_count() == distinct);
  // More than a frame has time for: the frames after it go on.
  bool added = false;
  REQUIRE(desk.workspace.AddSegment(DemoSegment(200, 7), &added).ok());
  desk.session.HurryUntil(std::chrono::steady_clock::time_point());
  int frames = 0;
  for (desk.session.Refresh(); desk.session.is_at_work(); desk.session.Refresh()) {
    CHECK(desk.session.counts_all_for_now());
    REQUIRE(++frames < 10'000);
  }
  CHECK(frames > 2);
  const size_t after = desk.session.hit_count();
  CHECK(after >= distinct);
  CHECK(after < desk.workspace.claim_count());
}

TEST_CASE("a region has one color, whatever is filtered") {
  DemoDesk desk(60, 1);
  std::vector<std::pair<std::string, int>> before;
  for (const FacetCount& region : desk.session.corpus().regions()) {
    if (region.value == "-") continue;
    before.emplace_back(region.value, desk.session.HueOf(region.value));
    CHECK(before.back().second >= 0);
  }
  for (const char* filter : {"code=RU-BEL", "code=UA-12", "code=UA-09"}) {
    REQUIRE(desk.Do("only-region", filter).ok());
    for (const auto& [region, hue] : before) CHECK(desk.session.HueOf(region) == hue);
  }
}

TEST_CASE(
    "clearing all filters empties the finder of their lists, and the list begins at its top") {
  Stage stage;
  REQUIRE(stage.Click("claim 3"));
  stage.Frames(6);
  for (int i = 0; i < 40; ++i) stage.Key(ImGuiKey_J);
  CHECK(stage.Find("claim 0") == nullptr);
  REQUIRE(stage.app->Send("only-kind", "name=strike").ok());
  stage.Frames(8);
  CHECK(stage.Find("claim 0") != nullptr);
  CHECK(stage.errors == 0);
}

TEST_CASE("no two kinds and no two sides have the same sign, whatever rules they are of") {
  const Result<FileBundle> builtin = FileBundle::Open(BuiltinRules());
  REQUIRE(builtin.ok());
  const auto signs = [](auto first) {
    std::multiset<std::string> all;
    ForEachNamed<decltype(first)>([&](auto value) {
      if (!SignOf(value).empty()) all.insert(SignOf(value));
    });
    return all;
  };
  CHECK(signs(Kind{}).empty());  // each has a shape
  const std::multiset<std::string> sides = signs(Side{});
  CHECK(sides == std::multiset<std::string>{"U", "R", "A", "T", "I", "O", "?"});
  // Of an epidemic; then names that leave no letter to the last ones.
  const char* kinds[] = {
      "infections\tI\ndeaths\tD\nhospitals\tH\nvaccines\tV\nmeasures\tM\nother\tO\n",
      "ab\tA\nba\tB\naab\tC\nbba\tD\nб\tE\nбб\tF\nother\tO\n"};
  for (const char* rows : kinds) {
    const std::string table = std::string("# kind\tlabel\tunit\tcounts\ttraits\n") + rows;
    const FileBundle own = FileBundle::Of(
        {{"lexicon/kind_list.tsv", table},
         {"lexicon/side_list.tsv",
          "# side\tlabel\ngovernment\tG\nopposition\tO\nagency\tA\nstate\tS\nexpert\tE\n"}});
    const Status loaded = LoadNames(own);
    CAPTURE(loaded.message());
    REQUIRE(loaded.ok());
    for (const std::multiset<std::string>& all : {signs(Kind{}), signs(Side{})}) {
      CHECK(all.size() >= 5);
      for (const std::string& sign : all) {
        CAPTURE(sign);
        CHECK(all.count(sign) == 1);
      }
    }
  }
  REQUIRE(LoadNames(*builtin).ok());
}

}  // namespace
}  // namespace claimscope
