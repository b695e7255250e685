// Quick hands: presses, releases and letters that come faster than frames; who gets a key.
#include <doctest/doctest.h>

#include "tests/unit/ui/stage.h"

namespace claimscope {
namespace {

// All of it before the next frame.
void TapAt(Stage& stage, std::string_view label) {
  const ItemList::Item* item = stage.Find(label);
  REQUIRE(item != nullptr);
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent((item->min.x + item->max.x) / 2, (item->min.y + item->max.y) / 2);
  io.AddMouseButtonEvent(0, true);
  io.AddMouseButtonEvent(0, false);
}

void PressKey(ImGuiKey key) {
  ImGui::GetIO().AddKeyEvent(key, true);
  ImGui::GetIO().AddKeyEvent(key, false);
}

void TypeLetter(char letter) {
  const auto key = static_cast<ImGuiKey>(ImGuiKey_A + (letter - 'a'));
  ImGui::GetIO().AddKeyEvent(key, true);
  ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(letter));
  ImGui::GetIO().AddKeyEvent(key, false);
}

TEST_CASE("a tap within one frame ticks a box, ten times of ten, from wherever the mouse was") {
  Stage stage;
  for (int i = 0; i < 10; ++i) {
    CAPTURE(i);
    ImGui::GetIO().AddMousePosEvent(900, 30.0f + static_cast<float>(i));
    stage.Frames();
    TapAt(stage, "Sumy");
    stage.Frames(20);
    CHECK(stage.app->StateHash() == (i % 2 == 0 ? "v1&region=UA-59" : "v1"));
  }
  CHECK(stage.errors == 0);
}

TEST_CASE("several taps on several boxes within one frame are all heard, in their order") {
  Stage stage;
  TapAt(stage, "Sumy");
  TapAt(stage, "Kharkiv");
  TapAt(stage, "Strikes");
  TapAt(stage, "Sumy");
  stage.Frames(40);
  CHECK(stage.app->StateHash() == "v1&region=UA-63&kind=strike");
  CHECK_FALSE(stage.app->NeedsFrame());
}

TEST_CASE("letters typed at once after / all stand in the search, and no key of theirs acts") {
  Stage stage;
  REQUIRE(stage.app->Send("select-claim", "index=0").ok());
  stage.Frames();
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiKey_Slash, true);
  io.AddInputCharacter('/');
  io.AddKeyEvent(ImGuiKey_Slash, false);
  for (const char letter : {'a', 'r', 'e', 'n', 'a'}) TypeLetter(letter);
  stage.Frames(30);
  CHECK(stage.StateHas("\"text\":\"arena\""));
  CHECK(stage.StateHas("\"rejected\":0"));
  CHECK(stage.StateHas("\"accepted\":0"));
  CHECK(stage.errors == 0);
}

TEST_CASE("letters typed at once after the palette's key find a command, Enter gives it") {
  Stage stage;
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  PressKey(ImGuiKey_K);
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  for (const char letter : {'k', 'h', 'a', 'r', 'k', 'i', 'v'}) TypeLetter(letter);
  PressKey(ImGuiKey_Enter);
  stage.Frames(40);
  CHECK(stage.app->StateHash() == "v1&region=UA-63");
  CHECK(stage.errors == 0);
}

TEST_CASE("an open menu has the keys: letters lead to its entries, none rejects a claim") {
  Stage stage;
  REQUIRE(stage.app->Send("select-claim", "index=0").ok());
  stage.Frames();
  REQUIRE(stage.Click("Stack the chart"));
  // Down the list by letters: "share of…".
  for (const char letter : {'s', 'h', 'a', 'r', 'e'}) TypeLetter(letter);
  stage.Frames(10);
  CHECK(stage.StateHas("\"rejected\":0"));
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.app->StateHash().find("scale=share") != std::string::npos);
  REQUIRE(stage.Click("Stack the chart"));
  for (const ImGuiKey key : {ImGuiKey_R, ImGuiKey_A, ImGuiKey_E, ImGuiKey_N}) stage.Key(key);
  CHECK(stage.StateHas("\"rejected\":0"));
  CHECK(stage.StateHas("\"accepted\":0"));
  stage.Key(ImGuiKey_Escape);
  stage.Key(ImGuiKey_R);
  CHECK(stage.StateHas("\"rejected\":1"));
  CHECK(stage.errors == 0);
}

TEST_CASE("Enter in the search goes on to the first row; arrows and Enter are the table's then") {
  Stage stage;
  stage.Key(ImGuiKey_Slash);
  stage.Type("drones");
  stage.Key(ImGuiKey_Enter);
  stage.Frames(6);
  CHECK(stage.StateHas("\"text\":\"drones\""));
  CHECK(stage.StateHas("\"index\":0,"));
  stage.Key(ImGuiKey_DownArrow);
  CHECK(stage.StateHas("\"index\":1,"));
  stage.Key(ImGuiKey_Enter);
  CHECK(stage.StateHas("\"reader_open\":true"));
  CHECK(stage.errors == 0);
}

TEST_CASE("Down leads from the search to what it found; Escape leaves the field as it is") {
  Stage stage;
  stage.Key(ImGuiKey_Slash);
  stage.Type("drones");
  stage.Frames(6);
  stage.Key(ImGuiKey_DownArrow);
  stage.Frames();
  CHECK(stage.StateHas("\"index\":0,"));
  stage.Key(ImGuiKey_DownArrow);
  CHECK(stage.StateHas("\"index\":1,"));
  stage.Key(ImGuiKey_Slash);
  stage.Frames();
  stage.Key(ImGuiKey_Escape);
  stage.Frames();
  CHECK(stage.StateHas("\"text\":\"drones\""));
  CHECK_FALSE(ImGui::GetIO().WantTextInput);
  stage.Key(ImGuiKey_Escape);
  CHECK(stage.StateHas("\"text\":\"\""));
  stage.Key(ImGuiKey_Z);
  REQUIRE(stage.app->Send("search", "q=drones").ok());
  stage.Frames();
  REQUIRE(stage.Click("Clear the search"));
  CHECK(stage.StateHas("\"text\":\"\""));
  CHECK(stage.Find("Clear the search") == nullptr);
  CHECK(stage.errors == 0);
}

float ScrollOfArticle() {
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (std::string_view(window->Name).find("/reader text_") != std::string_view::npos)
      return window->Scroll.y;
  }
  return -1;
}

TEST_CASE("with the keyboard in the reader its keys scroll the article, and nothing else moves") {
  Stage stage(0, {1280, 500, 1, false});
  bool added = false;
  REQUIRE(stage.workspace.AddSegment(LongArticleSegment(30'000), &added).ok());
  stage.Frames();
  REQUIRE(stage.app->Send("select-claim", "index=0").ok());
  REQUIRE(stage.app->Send("open-article", "").ok());
  stage.Frames();
  // From the table the arrows choose claims.
  stage.Key(ImGuiKey_DownArrow);
  CHECK(stage.StateHas("\"index\":1,"));
  for (int i = 0; i < 4; ++i) stage.Key(ImGuiKey_F6);
  REQUIRE(stage.Find("article text") != nullptr);
  stage.Key(ImGuiKey_Home);
  stage.Frames();
  CHECK(ScrollOfArticle() == 0);
  const ImGuiID before = ImGui::GetCurrentContext()->NavId;
  stage.Key(ImGuiKey_PageDown);
  stage.Frames();
  const float page = ScrollOfArticle();
  CHECK(page > 50);
  stage.Key(ImGuiKey_DownArrow);
  stage.Frames();
  CHECK(ScrollOfArticle() > page);
  stage.Key(ImGuiKey_PageUp);
  stage.Key(ImGuiKey_UpArrow);
  stage.Frames();
  CHECK(ScrollOfArticle() == 0);
  stage.Key(ImGuiKey_End);
  stage.Frames();
  CHECK(ScrollOfArticle() > 2000);
  CHECK(ImGui::GetCurrentContext()->NavId == before);
  CHECK(stage.StateHas("\"index\":1,"));
  CHECK(stage.errors == 0);
}

TEST_CASE("Page Down scrolls the list, and the article once one is open, whatever was clicked") {
  Stage stage;
  const auto top = [&stage] {
    const ItemList::Item* row = stage.FindBeginning("claim ");
    return row == nullptr ? std::string() : row->label;
  };
  const std::string first = top();
  REQUIRE(stage.Click("claim 3"));
  stage.Key(ImGuiKey_PageDown);
  stage.Frames();
  CHECK_FALSE(ImGui::GetCurrentContext()->NavCursorVisible);
  CHECK(top() == first);
  stage.Key(ImGuiKey_Escape);
  stage.Frames();
  REQUIRE(stage.StateHas("\"reader_open\":false"));
  stage.Key(ImGuiKey_PageDown);
  stage.Frames();
  const std::string paged = top();
  CHECK(paged != first);
  stage.Key(ImGuiKey_Home);
  stage.Frames();
  CHECK(top() == first);
  REQUIRE(stage.Click("claim 1"));
  REQUIRE(stage.StateHas("\"reader_open\":true"));
  stage.Key(ImGuiKey_End);
  stage.Frames();
  CHECK(top() == first);
  CHECK_FALSE(ImGui::GetCurrentContext()->NavCursorVisible);
  CHECK(stage.StateHas("\"index\":1,"));
  CHECK(stage.errors == 0);
}

}  // namespace
}  // namespace claimscope
