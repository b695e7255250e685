#include <doctest/doctest.h>

#include "base/strings.h"
#include "base/utf8.h"
#include "index/segment.h"
#include "tests/unit/ui/stage.h"
#include "ui/found_words.h"
#include "ui/reader_layout.h"
#include "ui/reader_text.h"
#include "ui/text.h"

namespace claimscope {
namespace {

constexpr float kLetter = 10;
float Advance(char32_t) { return kLetter; }

std::string LineText(std::string_view text, const ReaderLine& line) {
  return std::string(text.substr(line.begin, line.end - line.begin));
}

TEST_CASE("lines break at spaces, and a word that is too long is cut") {
  const std::string text = "one two three four\nabcdefghijklmnop end";
  const ReaderLayout layout = LayOutText(text, 100, 20, 5, Advance);
  std::vector<std::string> lines;
  for (const ReaderLine& line : layout.lines) lines.push_back(LineText(text, line));
  CHECK(lines == std::vector<std::string>{"one two", "three four", "abcdefghij", "klmnop end"});
  CHECK(layout.lines[2].y == 45);  // two lines and the gap between paragraphs
  CHECK(layout.LineOf(4) == 0);
  CHECK(layout.LineOf(static_cast<uint32_t>(text.find("klm"))) == 3);
  CHECK(layout.LineAt(-10) == 0);
  CHECK(layout.LineAt(50) == 2);
  CHECK(layout.LineAt(1e6f) == 3);
}

TEST_CASE("what is hidden takes no room, and costs no more than once") {
  std::string hidden = "a";
  for (int i = 0; i < 200000; ++i) hidden += "\u200B";  // linear in the text
  CHECK(LayOutText(hidden + "b", 1000, 20, 5, [](char32_t) { return 0.0f; }).lines.size() == 1);
}

TEST_CASE("text is measured as it is drawn, whatever hides in it") {
  Stage stage(0);
  const TextStyle style{ImGui::GetIO().Fonts->Fonts[0], 16, IM_COL32_WHITE};
  ImDrawList list(ImGui::GetDrawListSharedData());
  const std::string text =
      "home.\r \r    Путін\u00A0\u00A0said\tthat\u200B a\u00ADb\uFEFF \u2003Україна\u3000end\x7F.";
  for (size_t end = 0; end <= text.size(); ++end) {
    if (!IsUtf8Boundary(text, end)) continue;
    CAPTURE(end);
    list._ResetForNewFrame();
    list.PushTexture(ImGui::GetIO().Fonts->TexRef);
    const std::string_view part = std::string_view(text).substr(0, end);
    const float drawn = DrawTextAt(&list, style, {0, 0}, part);
    CHECK(TextWidth(style, part) == doctest::Approx(drawn));
    CHECK(TextFits(style, part, drawn + 0.01f) == part.size());
  }
  CHECK(LetterWidth(style, '\r') == 0);
  CHECK(LetterWidth(style, 0x200B) == 0);
  CHECK(LetterWidth(style, '\t') == LetterWidth(style, ' '));
  CHECK(LetterWidth(style, 0xA0) == LetterWidth(style, ' '));
  CHECK(LetterWidth(style, 0x416) > 0);  // Ж
}

TEST_CASE("ideographs may be parted anywhere, and no byte is lost") {
  const std::string text = "乌克兰军方表示夜间击落无人机五十架";
  const ReaderLayout layout = LayOutText(text, 50, 20, 5, Advance);
  CHECK(layout.lines.size() == 4);
  std::string joined;
  for (const ReaderLine& line : layout.lines) joined += LineText(text, line);
  CHECK(joined == text);
  CHECK(LayOutText("", 50, 20, 5, Advance).lines.empty());
}

TEST_CASE("what was cut folds into one line, and every shown place leads back to the page") {
  const std::string page = "Menu\nLogin\nFirst sentence.  \nShare\nSecond sentence.";
  const auto at = [&page](std::string_view words) {
    return static_cast<uint32_t>(page.find(words));
  };
  const std::vector<Cut> cuts = {{{0, at("First")}, CutReason::kNavigation},
                                 {{at("  \nShare"), at("\nShare")}, CutReason::kBlank},
                                 {{at("Share"), at("Second")}, CutReason::kSharing}};
  const ReaderText folded = PrepareText(page, cuts, {});
  CHECK(folded.text ==
        "2 lines left out (menus and notices)\nFirst sentence.\n1 line left out (sharing and "
        "comments)\nSecond sentence.");
  for (const char* words : {"First", "sentence.", "Second"}) {
    CHECK(folded.text.compare(folded.ShownAt(at(words)), std::string_view(words).size(), words) ==
          0);
  }
  const ReaderText open = PrepareText(page, cuts, {0});
  CHECK(open.text.find("Menu\nLogin\n") == 0);
  CHECK(open.RunAt(0).style == RunStyle::kCut);
  CHECK(open.text.find("Share") == std::string::npos);
}

TEST_CASE("blank cuts vanish but line breaks between them stay") {
  const std::string page = "One.  \n   Two.";
  const std::vector<Cut> cuts = {{{4, 6}, CutReason::kBlank}, {{7, 10}, CutReason::kBlank}};
  CHECK(PrepareText(page, cuts, {}).text == "One.\nTwo.");
}

TEST_CASE("found words are whole, the last may be begun") {
  const std::string text = "Drones hit; a dröne, droned on.";
  CHECK(FindWords(text, FoldWords("drone ")).size() == 1);
  CHECK(FindWords(text, FoldWords("drone")).size() == 3);
  CHECK(FindWords(text, FoldWords("")).empty());
  const std::vector<Span> spans = FindWords(text, FoldWords("hit"));
  REQUIRE(spans.size() == 1);
  CHECK(TextOf(text, spans[0]) == "hit");
}

TEST_CASE("an article without a claim is opened from the overview, and by its link") {
  Stage stage;
  Article article;
  article.id = "plain.txt";
  article.title = "A quiet harbour";
  article.page = "The harbour lies in the sun. Boats rest.";
  SegmentBuilder builder;
  builder.Add(article, {});
  bool added = false;
  REQUIRE(stage.workspace.AddSegment(builder.Seal(), &added).ok());
  REQUIRE(stage.app->Send("show-overview", "").ok());
  stage.Frames();
  REQUIRE(stage.Click("overview: without a claim"));
  stage.Frames();
  REQUIRE(stage.Click("article plain.txt"));
  stage.Frames();
  CHECK(stage.StateHas("\"reading\":\"plain.txt\""));
  CHECK(stage.StateHas("\"selection\":null"));
  CHECK(stage.Find("place of the claim: No claim in this article") != nullptr);
  CHECK(stage.Find("Accept") == nullptr);
  CHECK(stage.app->MirrorJson(0, 1).find("Boats rest.") != std::string::npos);
  const std::string link = stage.app->StateHash();
  CHECK(link.find("article=plain.txt") != std::string::npos);
  CHECK(link.find("claim=") == std::string::npos);
  CHECK(stage.app->MirrorJson(0, 1).find("A quiet harbour\",\"do\":\"select-claim\"") !=
        std::string::npos);
  CHECK_FALSE(stage.app->Send("accept-claim", "").ok());
  CHECK_FALSE(stage.app->Send("select-claim", "article=plain.txt&claim=1").ok());
  REQUIRE(stage.app->Send("show-source", "").ok());
  stage.Frames();
  CHECK(stage.StateHas("\"source_open\":true"));
  REQUIRE(stage.app->Send("next-claim", "").ok());
  stage.Frames();
  CHECK_FALSE(stage.StateHas("\"selection\":null"));
  REQUIRE(stage.app->ApplyHash(link).ok());
  stage.Frames();
  CHECK(stage.StateHas("\"reading\":\"plain.txt\""));
  CHECK(stage.errors == 0);
}

// The card on show; null when there is none.
const ImGuiWindow* CardOnShow() {
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if ((window->Flags & ImGuiWindowFlags_Tooltip) != 0 && window->Active && !window->Hidden)
      return window;
  }
  return nullptr;
}

TEST_CASE("a card tells of a word after a while, clear of its claim, and goes with a scroll") {
  Stage stage;
  Article article;
  article.id = "card.txt";
  article.text = "The port said on Tuesday that boats had left the quay.";
  const auto claimed = static_cast<uint32_t>(article.text.size());
  for (int i = 0; i < 90; ++i) article.text += "\n\nBoats rest.";
  article.page = article.text;
  article.date = DayOf({2025, 6, 3});
  Claim claim;
  claim.span = {0, claimed};
  claim.time = {article.date, article.date};
  claim.time_span = {17, 24};
  claim.rule = "made";
  SegmentBuilder builder;
  builder.Add(article, {claim});
  bool added = false;
  REQUIRE(stage.workspace.AddSegment(builder.Seal(), &added).ok());
  REQUIRE(stage.app->Send("select-claim", "article=card.txt&claim=1").ok());
  REQUIRE(stage.app->Send("open-article", "").ok());
  stage.Frames(6);
  const ItemList::Item* words = stage.FindBeginning("resolved: ");
  REQUIRE(words != nullptr);
  const ImVec2 at((words->min.x + words->max.x) / 2, (words->min.y + words->max.y) / 2);
  REQUIRE(stage.Hover(words->label));
  CHECK(CardOnShow() == nullptr);
  for (int i = 0; i < 60 && stage.app->NeedsFrame(); ++i) stage.Frames(1);
  CHECK_FALSE(stage.app->NeedsFrame());
  const ImGuiWindow* card = CardOnShow();
  REQUIRE(card != nullptr);
  std::string mark;
  const auto is_over = [](const ItemList::Item& item, ImVec2 point) {
    return Rect{item.min, item.max}.Contains(point);
  };
  for (const ItemList::Item& item : stage.items().items()) {
    if (StartsWith(item.label, "mark ") && is_over(item, at)) mark = item.label;
  }
  REQUIRE_FALSE(mark.empty());
  for (const ItemList::Item& item : stage.items().items()) {
    if (item.label == mark)
      CHECK((card->Pos.y >= item.max.y - 1 || card->Pos.y + card->Size.y <= item.min.y + 1));
  }
  ImGui::GetIO().AddMouseWheelEvent(0, -1);
  stage.Frames(2);
  CHECK(CardOnShow() == nullptr);
  CHECK(stage.errors == 0);
}

}  // namespace
}  // namespace claimscope
