// Text that is no news: other scripts, no full stop, quotes that never close. Nothing crashes, no
// claim is made up, and time stays linear (sentences are cut at a length).
#include <string>

#include "claims/annotate.h"
#include "pack.h"

using namespace claimscope;

namespace {

std::string Repeated(std::string_view piece, size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace

TEST_CASE("bad input: a long text without a full stop is cut into sentences") {
  const std::string text = Repeated("troops near the village with 12 tanks in May and ", 200000);
  const Analysis a = AnalyseText(text);
  REQUIRE_FALSE(a.sentences.empty());
  for (const Sentence& sentence : a.sentences) CHECK(sentence.end - sentence.begin <= 300);
  CHECK(a.sentences.back().end == a.tokens.size());
}

TEST_CASE("bad input: what could nest without end does not") {
  for (std::string_view piece :
       {"the first week of ", "2 days before ", "from May to ", "( ", "\"", "a hundred and ",
        "the village of X, Y and ", "1/2 ", "since the ", "- ", "\xE2\x80\x9C",
        "Since the war it rained. ", "Reporting from Oslo A. ",
        "Data released by the ministry show it rained. "}) {
    INFO(piece);
    const std::string text = Repeated(piece, 30000);
    const Analysis a = AnalyseText(text);
    CHECK_FALSE(a.sentences.empty());
  }
}

TEST_CASE("bad input: other scripts and broken bytes have spans inside the text and no claims") {
  for (std::string_view piece :
       {"هذا نص من اليمين إلى اليسار ", "这是一篇没有空格的文章", "Це речення українською. ",
        "\xff\xfe\x80 ", "\x01\x02\x03", "‏שלום‎ עולם "}) {
    INFO(piece);
    const std::string text = Repeated(piece, 20000);
    const Analysis a = AnalyseText(text);
    for (const Token& token : a.tokens) REQUIRE(token.end <= text.size());
    CHECK(ClaimsOf(text).empty());
  }
}

namespace {

void ReadAllLayers(std::string text) {
  Article article;
  article.page = article.text = std::move(text);
  article.date = TestDay();
  for (const Layer layer :
       {Layer::kDates, Layer::kQuantities, Layer::kPlaces, Layer::kAttribution, Layer::kClaims})
    (void)AnnotateLayer(layer, article, TestPack());
}

}  // namespace

// The sanitizers watch: whatever stands last, nothing is read behind it.
TEST_CASE("bad input: an article may begin and end at any word") {
  const auto read = ReadAllLayers;
  for (const char* end :
       {", says Downing Street", ", said", "On Monday", "according to", "told the BBC in Kyiv",
        "a ministry spokesman", "five to", "since", "and to", "on the eastern", "tanks - 5 (+",
        "the enemy lost: tanks -", "near the", "from", "half-", "As of", "Another", "\n\n-",
        "\n\n- tanks: 5"}) {
    INFO(end);
    read("The siege would not end the war" + std::string(end[0] == ',' ? "" : ", ") + end);
  }
  const Result<FileBundle> bundle = FileBundle::Open(BuiltinUi());
  REQUIRE(bundle.ok());
  read("That includes 25 tanks.");
  size_t cuts = 0;
  for (const FileBundle::File& file : bundle->files()) {
    if (!file.name.starts_with("sample/202") || !file.name.ends_with(".txt")) continue;
    const Analysis a = AnalyseText(file.data);
    for (const Sentence& sentence : a.sentences) {
      for (uint32_t i = sentence.begin; i < sentence.end; i += 2, ++cuts)
        read(TextAt(a, cuts % 2 == 0 ? sentence.begin : i, cuts % 2 == 0 ? i + 1 : sentence.end));
    }
  }
  CHECK(cuts > 1000);
}

TEST_CASE("bad input: pieces of articles with the words of the rules put in anywhere") {
  constexpr std::string_view kPieces[] = {"- ",        "\u2014 ",
                                          "\u25CF",    "(+",
                                          "(+5) ",     "tanks - ",
                                          ": ",        "The enemy",
                                          "As of",     "In the Lyman sector",
                                          "\"",        "\u201C",
                                          "\u201D",    ", adding that",
                                          "half-",     "$",
                                          " or ",      "\n\n",
                                          "\n",        " one of them",
                                          "24.02.22",  "09/10/2025",
                                          "Another 5", "Of them"};
  constexpr int kTexts = 800;
  const Result<FileBundle> bundle = FileBundle::Open(BuiltinUi());
  REQUIRE(bundle.ok());
  std::vector<std::string_view> samples;
  for (const FileBundle::File& file : bundle->files()) {
    if (file.name.starts_with("sample/202") && file.name.ends_with(".txt"))
      samples.push_back(file.data);
  }
  REQUIRE_FALSE(samples.empty());
  uint32_t state = 12345;
  const auto below = [&state](size_t limit) {
    state = state * 1664525u + 1013904223u;
    return static_cast<size_t>(state >> 8) % limit;
  };
  for (int i = 0; i < kTexts; ++i) {
    const std::string_view sample = samples[below(samples.size())];
    std::string text(sample.substr(below(sample.size()), 5 + below(700)));
    for (size_t puts = below(8); puts > 0; --puts)
      text.insert(below(text.size() + 1), kPieces[below(std::size(kPieces))]);
    CAPTURE(text);
    ReadAllLayers(text);
  }
}
