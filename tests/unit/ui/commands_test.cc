#include "ui/commands.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "base/utf8.h"
#include "tests/unit/ui/demo_desk.h"
#include "ui/claim_rows.h"
#include "ui/format.h"
#include "ui/shortcuts.h"

namespace claimscope {
namespace {

struct Desk : DemoDesk {
  Desk() : DemoDesk(60, 1) {}
};

TEST_CASE("the table of commands: unique names, readable keys") {
  std::set<std::string_view> ids;
  std::set<ImGuiKeyChord> chords;
  for (const CommandSpec& command : AllCommands()) {
    CAPTURE(command.id);
    CHECK(ids.insert(command.id).second);
    CHECK_FALSE(command.label.empty());
    std::string_view keys = command.shortcut;
    while (!keys.empty()) {
      const size_t end = std::min(keys.find(' '), keys.size());
      const ImGuiKeyChord chord = ParseChord(keys.substr(0, end));
      CHECK(chord != ImGuiKey_None);
      CHECK(chords.insert(chord).second);
      keys.remove_prefix(std::min(end + 1, keys.size()));
    }
  }
}

TEST_CASE("what cannot be done says why and changes nothing") {
  Desk desk;
  REQUIRE(desk.Do("set-days", "from=2025-05-01&to=2025-05-31").ok());
  REQUIRE(desk.Do("toggle-region", "code=UA-59").ok());
  const std::string before = HashOf(desk.session.state);
  const std::pair<const char*, const char*> bad[] = {
      {"fly", ""},
      {"", ""},
      {"set-days", ""},
      {"set-days", "from=yesterday"},
      {"set-days", "from=2025-06-01&to=2025-05-01"},
      {"set-days", "from=2025-05-01&until=2025-05-02"},
      {"toggle-region", "code=XX-99"},
      {"toggle-kind", "name=weather"},
      {"only-side", "name="},
      {"only-status", ""},
      {"set-per", "per=hour"},
      {"select-claim", ""},
      {"select-claim", "index=999999"},
      {"select-claim", "index=-1"},
      {"select-claim", "article=none.txt&claim=1"},
      {"open-article", ""},
      {"copy-quote", ""},
      {"redo", ""},
      {"set-theme", "theme=pink"},
      {"set-view", "view=hole"},
      {"sort-by", "by=luck"},
      {"resize-panel", "panel=hat&size=3"},
      {"resize-panel", "panel=chart&size=wide"},
      {"search", "q=%f"},
      {"cancel", ""}};
  for (const auto& command : bad) {
    // Not structured bindings: clang 14 lets no lambda of CAPTURE hold one.
    const auto& id = command.first;
    const auto& arguments = command.second;
    CAPTURE(id);
    CAPTURE(arguments);
    const Status status = desk.Do(id, arguments);
    CHECK_FALSE(status.ok());
    CHECK(status.message().size() > 10);
    CHECK(HashOf(desk.session.state) == before);
  }
}

TEST_CASE("filters narrow, only-this once more gives all back, and each step can be undone") {
  Desk desk;
  const size_t all = desk.session.hit_count();
  REQUIRE(desk.Do("only-region", "code=UA-59").ok());
  const size_t one = desk.session.hit_count();
  CHECK(one > 0);
  CHECK(one < all);
  REQUIRE(desk.Do("toggle-kind", "name=strike").ok());
  const size_t both = desk.session.hit_count();
  CHECK(both < one);
  REQUIRE(desk.Do("undo").ok());
  CHECK(desk.session.hit_count() == one);
  REQUIRE(desk.Do("redo").ok());
  CHECK(desk.session.hit_count() == both);
  REQUIRE(desk.Do("clear-all").ok());
  CHECK(desk.session.hit_count() == all);
  REQUIRE(desk.Do("undo").ok());
  CHECK(desk.session.hit_count() == both);
  REQUIRE(desk.Do("clear-kinds").ok());
  REQUIRE(desk.Do("only-region", "code=UA-59").ok());
  CHECK(desk.session.hit_count() == all);
}

TEST_CASE("a drag or a word being typed is one step") {
  Desk desk;
  const Query before = desk.session.state.query;
  for (const char* day : {"2025-05-03", "2025-05-04", "2025-05-05"}) {
    REQUIRE(desk.Do("set-days", std::string("from=2025-05-01&live=1&to=") + day).ok());
  }
  REQUIRE(desk.Do("set-days", "from=2025-05-01&to=2025-05-05").ok());
  REQUIRE(desk.Do("search", "q=d&live=1").ok());
  REQUIRE(desk.Do("search", "q=dr&live=1").ok());
  REQUIRE(desk.Do("search", "q=drones").ok());
  REQUIRE(desk.Do("undo").ok());
  CHECK(desk.session.state.query.text.empty());
  CHECK(desk.session.state.query.days.to == ParseIsoDay("2025-05-05"));
  REQUIRE(desk.Do("undo").ok());
  CHECK(desk.session.state.query == before);
  CHECK_FALSE(desk.Do("undo").ok());
}

TEST_CASE("claims are selected by place, by article, one after another") {
  Desk desk;
  REQUIRE(desk.Do("next-claim").ok());
  CHECK(desk.session.selected_index() == 0);
  REQUIRE(desk.Do("next-claim").ok());
  REQUIRE(desk.Do("next-claim").ok());
  REQUIRE(desk.Do("previous-claim").ok());
  CHECK(desk.session.selected_index() == 1);
  REQUIRE(desk.Do("select-claim", "index=7").ok());
  CHECK(desk.session.selected_index() == 7);
  const Selection seventh = desk.session.state.selection;
  REQUIRE(desk.Do("select-claim", "index=2").ok());
  std::string arguments;
  AppendArgument("article", seventh.article, &arguments);
  AppendArgument("claim", std::to_string(seventh.claim + 1), &arguments);
  REQUIRE(desk.Do("select-claim", arguments).ok());
  CHECK(desk.session.selected_index() == 7);
  REQUIRE(desk.Do("copy-quote").ok());
  REQUIRE(desk.session.requests.size() == 1);
  CHECK(desk.session.requests[0].what == HostRequest::kCopyText);
  const Hit hit = *desk.session.selected();
  CHECK(desk.session.requests[0].argument.find(
            desk.workspace.SegmentAt(hit.segment).QuoteAt(hit.row)) != std::string::npos);
}

TEST_CASE("sorted by time the latest come first and the undated last; sorting again turns round") {
  Desk desk;
  const auto day_at = [&](size_t i) {
    const Hit hit = desk.session.HitAt(i);
    return desk.workspace.SegmentAt(hit.segment).anchor_days()[hit.row];
  };
  const size_t dated = desk.session.dated_hits(), all = desk.session.hit_count();
  REQUIRE(dated > 2);
  REQUIRE(dated < all);
  for (size_t i = 1; i < dated; ++i) CHECK(day_at(i - 1) >= day_at(i));
  CHECK(day_at(all - 1) == Day::kUnknown);
  REQUIRE(desk.Do("sort-by", "by=time").ok());
  for (size_t i = 1; i < dated; ++i) CHECK(day_at(i - 1) <= day_at(i));
  CHECK(day_at(all - 1) == Day::kUnknown);
  REQUIRE(desk.Do("sort-by", "by=kind").ok());
  for (size_t i = 1; i < all; ++i) {
    const Hit a = desk.session.HitAt(i - 1), b = desk.session.HitAt(i);
    CHECK(desk.workspace.SegmentAt(a.segment).kinds()[a.row] <=
          desk.workspace.SegmentAt(b.segment).kinds()[b.row]);
  }
  REQUIRE(desk.Do("select-claim", "index=undated").ok());
  CHECK(desk.workspace.SegmentAt(0).anchor_days()[desk.session.selected()->row] == Day::kUnknown);
}

TEST_CASE("speakers are sorted by name, whatever their case and side") {
  Desk desk;
  REQUIRE(desk.Do("sort-by", "by=claimant").ok());
  std::string before;
  for (size_t i = 0; i < desk.session.row_count(); ++i) {
    const Hit hit = desk.session.HitAt(i);
    const Segment& segment = desk.workspace.SegmentAt(hit.segment);
    const std::string name =
        FoldText(LabelOfName(Facet::kClaimant, segment.StringAt(segment.ClaimantOf(hit.row))));
    CHECK(before <= name);
    before = name;
  }
}

TEST_CASE("the days shown grow to the nearest claims outside them, not to every year there is") {
  Desk desk;
  REQUIRE(desk.Do("select-claim", "index=3").ok());
  REQUIRE(desk.Do("correct-claim", "from=0100-01-01&to=0100-01-01").ok());
  const DayRange all = desk.session.corpus().days();
  REQUIRE(CivilOf(all.from).year == 100);
  const DayRange usual = desk.session.chart_days();
  const Day middle{usual.from.value + (usual.to.value - usual.from.value) / 2};
  REQUIRE(desk.Do("zoom-days", "from=" + FormatIsoDay(middle) + "&to=" + FormatIsoDay(middle + 6))
              .ok());
  REQUIRE(desk.Do("zoom-out", "to=before").ok());
  const DayRange grown = desk.session.chart_days();
  CHECK(grown.from <= middle - 7);
  CHECK(CivilOf(grown.from).year > 2000);
  CHECK(grown.to == middle + 6);
  CHECK(desk.session.answer().histogram.counts.size() > 0);
  // At last the lone one too.
  for (int i = 0; i < 60 && CivilOf(desk.session.chart_days().from).year > 2000; ++i)
    REQUIRE(desk.Do("zoom-out", "to=before").ok());
  CHECK(desk.session.chart_days().from == all.from);
  REQUIRE(desk.Do("zoom-out", "to=before").ok());
  CHECK(desk.session.chart_days().from == all.from);
  REQUIRE(desk.Do("zoom-out", "to=after").ok());
  CHECK(desk.session.chart_days().to > middle + 6);
  CHECK_FALSE(desk.Do("zoom-out", "to=left").ok());
}

TEST_CASE("stepping back with nothing open drops no filter but the search, and says so") {
  Desk desk;
  REQUIRE(desk.Do("set-days", "from=2025-05-01&to=2025-05-31").ok());
  REQUIRE(desk.Do("only-region", "code=UA-63").ok());
  REQUIRE(desk.Do("search", "q=drones").ok());
  REQUIRE(desk.Do("step-back").ok());
  CHECK(desk.session.state.query.text.empty());
  CHECK(desk.session.notice.text == "Search cleared");
  const Query before = desk.session.state.query;
  REQUIRE(desk.Do("step-back").ok());
  CHECK(desk.session.state.query == before);
  CHECK(before.days.known());
  REQUIRE(desk.Do("undo").ok());
  CHECK(desk.session.state.query.text == "drones");
}

TEST_CASE("far-off years to come stand after the usual days, in a table of no days chosen") {
  Desk desk;
  for (const char* index : {"3", "7"}) {
    REQUIRE(desk.Do("select-claim", std::string("index=") + index).ok());
    const std::string year = index[0] == '3' ? "2099" : "2050";
    REQUIRE(desk.Do("correct-claim", "from=" + year + "-01-01&to=" + year + "-12-31").ok());
  }
  const auto year_at = [&](size_t i) {
    const Hit hit = desk.session.HitAt(i);
    return CivilOf(Day{desk.workspace.SegmentAt(hit.segment).anchor_days()[hit.row]}).year;
  };
  const size_t dated = desk.session.dated_hits();
  CHECK(year_at(0) < 2050);
  CHECK(year_at(dated - 2) == 2050);
  CHECK(year_at(dated - 1) == 2099);
  for (size_t i = 0; i < desk.session.row_count(); ++i)
    CHECK(desk.session.IndexOf(desk.session.HitAt(i)) == i);
  // Every date tells its year, since there are several.
  ClaimRows rows;
  rows.Refresh(desk.session);
  CHECK_FALSE(rows.short_dates());
  CHECK(rows.At(desk.session, desk.session.HitAt(dated - 1)).time == "31 Dec 2099");
  CHECK(rows.At(desk.session, desk.session.HitAt(0)).time.ends_with(" 2025"));
  // Of days that were chosen the latest come first.
  REQUIRE(desk.Do("set-days", "from=2020-01-01&to=2099-12-31").ok());
  CHECK(year_at(0) == 2099);
}

}  // namespace
}  // namespace claimscope
