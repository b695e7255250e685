#include "ui/reader_source.h"

#include <doctest/doctest.h>

#include "tests/unit/ui/stage.h"

namespace claimscope {
namespace {

std::string Found(std::string_view raw, std::string_view words, uint32_t from = 0) {
  const std::optional<Span> span = RawText(raw).Find(words, from);
  return span ? std::string(TextOf(raw, *span)) : "nothing";
}

TEST_CASE("words are found in a record whatever stands between them there") {
  CHECK(Found("He said 12 boats sank.", "12 boats sank.") == "12 boats sank");
  CHECK(Found(R"({"text":"He said: \"12 boats\n sank\" there"})", "12 boats sank") ==
        R"(12 boats\n sank)");
  CHECK(Found(R"({"text":"\u041a\u0438\u0457\u0432 slept"})", "Київ slept") ==
        R"(\u041a\u0438\u0457\u0432 slept)");
  CHECK(Found("<p>Twelve <b class=\"twelve boats\">boats</b>\n sank&nbsp;near&#32;K&#xF8;ge</p>",
              "boats sank near Køge") == "boats</b>\n sank&nbsp;near&#32;K&#xF8;ge");
  CHECK(Found("\"A \"\"small\"\" fire\"", "A “small” fire") == "A \"\"small\"\" fire");
  CHECK(Found("boats and boats", "boats", 3) == "boats");
  CHECK(RawText("boats and boats").Find("boats", 3)->begin == 10);
  CHECK(Found("boats", "ships") == "nothing");
  CHECK(Found("", "ships") == "nothing");
  CHECK(Found("boats", "…") == "nothing");
  CHECK(Found("a < b & c \\ d", "a b c d") == "a < b & c \\ d");
  CHECK(Found("cut off \\u04", "cut off") == "cut off");
}

TEST_CASE("long words that something was cut out of are found by their ends") {
  const std::string begin = "The engineers of the northern waterworks told the council on Tuesday ";
  const std::string end = "that every second pump in the lower town had stopped before dawn";
  CHECK(Found(begin + "[advertisement: buy two chairs] " + end + ".", begin + end) ==
        begin + "[advertisement: buy two chairs] " + end);
  const std::string far(1000, 'x');
  CHECK(Found(begin + far + end, begin + end) == "nothing");
}

TEST_CASE("the reader asks the host for the source and shows what it gives, or why not") {
  Stage stage(8, {1280, 1400, 1, false});  // the whole article, its head with it
  stage.Key(ImGuiKey_J);
  stage.Key(ImGuiKey_Enter);
  stage.Frames();
  REQUIRE(stage.Find("Show in the source") != nullptr);
  REQUIRE(stage.Click("Show in the source"));
  const std::vector<Request> requests = stage.app->TakeRequests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].what == HostRequest::kReadSource);
  CHECK(requests[0].argument.substr(0, 2) == "0\n");
  CHECK(requests[0].argument.find("demo/") != std::string::npos);
  CHECK(stage.StateHas("\"source_open\":true"));
  CHECK(stage.Find("mark 1") == nullptr);

  SourceText missing;
  missing.missing = "The file is not at hand.";
  stage.app->GiveSource(missing);
  stage.Frames();
  CHECK(stage.app->MirrorJson(0, 1).find("The file is not at hand.") != std::string::npos);

  // The record as JSON, the claim in the middle of it.
  const std::string mirror = stage.State();
  const size_t at = mirror.find("\"quote\":\"") + 9;
  const std::string quote = mirror.substr(at, mirror.find("\",", at) - at);
  SourceText found;
  found.text = "{\"title\": \"x\", \"text\": \"" + quote + "\"}";
  found.as_is = true;
  found.begin = 5000;
  found.end = 5000 + found.text.size();
  found.total = 90000;
  stage.app->GiveSource(found);
  stage.Frames();
  CHECK(stage.Find("mark 1") != nullptr);
  CHECK(stage.app->MirrorJson(0, 1).find("bytes 5,000 to ") != std::string::npos);
  CHECK(stage.app->MirrorJson(0, 1).find("[\"{\\\"title\\\": \\\"x\\\"") != std::string::npos);
  stage.Key(ImGuiKey_S);
  CHECK(stage.StateHas("\"source_open\":false"));
  stage.Key(ImGuiKey_S);
  CHECK(stage.StateHas("\"source_open\":true"));
  stage.Key(ImGuiKey_Escape);
  CHECK(stage.StateHas("\"source_open\":false"));
  CHECK(stage.StateHas("\"reader_open\":true"));
  CHECK(stage.errors == 0);
  CHECK(stage.items().DuplicateIds() == 0);
}

}  // namespace
}  // namespace claimscope
