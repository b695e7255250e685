// The pages the product was conceived from and those annotated by hand, where they are at hand.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <vector>

#include "tests/unit/clean/clean_testing.h"

namespace claimscope {
namespace {

namespace fs = std::filesystem;

std::string Slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// White space made equal, as the annotation has it.
std::string Plain(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// The strings of a JSON text in order, escapes undone where they stand for one ASCII character.
// Enough for the annotation files; a real reader lives in ingest, which this layer does not know.
std::vector<std::string> Strings(const std::string& json) {
  std::vector<std::string> strings;
  for (size_t at = 0; at < json.size(); ++at) {
    if (json[at] != '"') continue;
    std::string text;
    for (++at; at < json.size() && json[at] != '"'; ++at) {
      if (json[at] == '\\') {
        ++at;
        text += json[at] == 'n' ? '\n' : json[at];
      } else {
        text += json[at];
      }
    }
    strings.push_back(text);
  }
  return strings;
}

struct Gold {
  std::vector<std::string> quotes;
  std::vector<std::string> boilerplate;
};

Gold ReadGold(const fs::path& path) {
  Gold gold;
  const std::vector<std::string> strings = Strings(Slurp(path));
  bool in_boilerplate = false;
  for (size_t i = 0; i < strings.size(); ++i) {
    if (strings[i] == "claims") in_boilerplate = false;
    if (in_boilerplate) gold.boilerplate.push_back(strings[i]);
    if (strings[i] == "boilerplate") in_boilerplate = true;
    if (strings[i] == "quote" && i + 1 < strings.size()) gold.quotes.push_back(strings[i + 1]);
  }
  return gold;
}

TEST_CASE("annotated pages: no claim is cut, the noise is") {
  const fs::path shared = fs::path(CLAIMSCOPE_SOURCE_DIR) / "../shared";
  if (!fs::exists(shared / "gold")) {
    MESSAGE("SKIPPED: ", (shared / "gold").string(), " is not there");
    return;
  }
  size_t quotes = 0, noise = 0, noise_cut = 0;
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(shared / "gold")) files.insert(entry.path());
  for (const fs::path& file : files) {
    fs::path page_path = shared / "corpus/seeds" / (file.stem().string() + ".txt");
    if (!fs::exists(page_path)) page_path = shared / "corpus/dev" / (file.stem().string() + ".txt");
    const std::string page = Slurp(page_path);
    REQUIRE_FALSE(page.empty());
    const Article article = CleanPage(page);
    const std::string text = Plain(article.text);
    const Gold gold = ReadGold(file);
    REQUIRE_FALSE(gold.quotes.empty());
    for (const std::string& quote : gold.quotes) {
      // A quote that is not in the page as it stands tells nothing here.
      if (Plain(page).find(Plain(quote)) == std::string::npos) continue;
      ++quotes;
      CAPTURE(file.stem().string());
      CAPTURE(quote);
      CHECK(text.find(Plain(quote)) != std::string::npos);
    }
    for (const std::string& piece : gold.boilerplate) {
      ++noise;
      if (text.find(Plain(piece)) == std::string::npos) ++noise_cut;
    }
    if (file.stem().string().size() > 24) {
      // Those of one day in May: title, outlet and date stand above the text.
      CHECK(FormatIsoDay(article.date) == "2025-05-21");
      CHECK(article.title == page.substr(0, page.find('\n')));
    }
  }
  CHECK(quotes > 300);
  MESSAGE("claims kept: ", quotes, " of ", quotes, "; notices cut: ", noise_cut, " of ", noise);
  CHECK(noise_cut * 100 >= noise * 95);
}

}  // namespace
}  // namespace claimscope
