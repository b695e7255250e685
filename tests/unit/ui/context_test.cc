// Words in context: what is opened from a line, and the way from line to line.
#include <doctest/doctest.h>

#include "tests/unit/ui/demo_desk.h"
#include "tests/unit/ui/stage.h"
#include "ui/excerpt.h"
#include "ui/findings.h"
#include "ui/found_words.h"

namespace claimscope {
namespace {

TEST_CASE("next and previous follow the lines of the concordance, in whatever order they are") {
  DemoDesk desk(40, 3);
  for (const std::string_view sort : {"date", "right", "source"}) {
    CAPTURE(sort);
    REQUIRE(desk.Do("search", "q=the").ok());
    REQUIRE(desk.Do("show-context").ok());
    REQUIRE(desk.Do("sort-context", "by=" + std::string(sort)).ok());
    const Concordance& found = desk.session.findings().InContext(desk.session);
    REQUIRE(found.lines.size() > 30);
    const Selection first = desk.session.SelectionOf(found.lines[4].claim);
    REQUIRE(desk.Do("select-claim", "article=" + first.article +
                                        "&claim=" + std::to_string(first.claim + 1) +
                                        "&word=" + std::to_string(found.lines[4].at + 1))
                .ok());
    for (size_t line = 5; line < 20; ++line) {
      REQUIRE(desk.Do("next-claim").ok());
      CHECK(LineOf(found, *desk.session.selected(), desk.session.state.selection.word) == line);
    }
    REQUIRE(desk.Do("previous-claim").ok());
    CHECK(LineOf(found, *desk.session.selected(), desk.session.state.selection.word) == 18);
    REQUIRE(desk.Do("set-view", "view=claims").ok());
    REQUIRE(desk.Do("select-claim", "index=0").ok());
    CHECK(desk.session.state.selection.word == 0);
    REQUIRE(desk.Do("next-claim").ok());
    CHECK(desk.session.selected_index() == 1);
  }
  CHECK_FALSE(desk.Do("select-claim", "article=demo/300000.txt&claim=1&word=-1").ok());
  CHECK_FALSE(desk.Do("select-claim", "article=demo/300000.txt&claim=1&word=x").ok());
}

TEST_CASE("the reader tells the line that was opened, and its arrows go on from it") {
  Stage stage;
  REQUIRE(stage.app->Send("search", "q=drones").ok());
  REQUIRE(stage.app->Send("show-context", "").ok());
  stage.Frames();
  REQUIRE(stage.Click("place 2"));
  stage.Frames();
  REQUIRE(stage.FindBeginning("place of the claim: 3 of ") != nullptr);
  REQUIRE(stage.Click("Next line in context"));
  CHECK(stage.FindBeginning("place of the claim: 4 of ") != nullptr);
  // Arrows are the list's while the keyboard is there.
  REQUIRE(stage.app->Send("close-reader", "").ok());
  stage.Frames();
  stage.Key(ImGuiKey_Slash);
  stage.Frames();
  stage.Key(ImGuiKey_DownArrow);
  stage.Frames();
  stage.Key(ImGuiKey_DownArrow);
  stage.Key(ImGuiKey_Enter);
  stage.Frames();
  CHECK(stage.FindBeginning("place of the claim: 2 of ") != nullptr);
  CHECK(stage.items().DuplicateIds() == 0);
  CHECK(stage.errors == 0);
}

TEST_CASE("of a phrase only the whole is found, of words near each other each") {
  const std::string text = "Ready to go, ready to the sea; the port of Ash. To ready.";
  const auto marked = [&text](std::string_view search) {
    std::string all;
    for (const Span span : FindWords(text, FoldWords(search)))
      all.append(all.empty() ? "" : "|").append(TextOf(text, span));
    return all;
  };
  CHECK(marked("\"ready to the\" ") == "ready to the");
  CHECK(marked("\"port of ash\" OR sea ") == "sea|port of Ash");
  CHECK(marked("near/3(ash port) ") == "port|Ash");
  CHECK(marked("ready to ") == "Ready|to|ready|to|To|ready");
  CHECK(marked("-sea \"of ash\" ") == "of Ash");
  CHECK(marked("\"ready to go\" \"to go\" ") == "Ready to go");
}

TEST_CASE("an excerpt begins where what was found is in sight") {
  Stage stage(0);
  const TextStyle style{ImGui::GetIO().Fonts->Fonts[0], 13, IM_COL32_WHITE};
  std::string text = "The council of the town met";
  for (int i = 0; i < 12; ++i) text += " and went on for hours";
  text += " until the ferry came";
  const float width = 200;
  const SearchWords ferry = FoldWords("ferry "), council = FoldWords("council ");
  CHECK(ExcerptOf(style, text, council, width) == text);
  CHECK(ExcerptOf(style, text, FoldWords("zeppelin "), width) == text);
  CHECK(ExcerptOf(style, text, {}, width) == text);
  const std::string shown = ExcerptOf(style, text, ferry, width);
  CHECK(shown.find("… ") == 0);
  REQUIRE(FindWords(shown, ferry).size() == 1);
  CHECK(TextWidth(style, shown.substr(0, FindWords(shown, ferry)[0].end)) <= width);
  CHECK(text.find(shown.substr(std::string_view("… ").size())) != std::string::npos);
  // No room: at least the word itself.
  CHECK(FindWords(ExcerptOf(style, text, ferry, 10), ferry)[0].begin == 4);
}

}  // namespace
}  // namespace claimscope
