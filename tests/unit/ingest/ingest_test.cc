// What a source gives: formats, fields, ids, problems; the same for every way to cut the bytes.
#include "ingest/ingest.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/unit/ingest/reading_testing.h"

namespace claimscope {
namespace {

TEST_CASE("a text is one page under its bare path") {
  const Reading r = Read("Shells hit the depot\r\n\r\nThe army said so.\n");
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].id == "in");
  CHECK(r.articles[0].is_page);
  CHECK(r.articles[0].text == "Shells hit the depot\r\n\r\nThe army said so.\n");
  CHECK(r.problems.empty());
}

TEST_CASE("byte order marks are left out, two as well") {
  const Reading r = Read("\xEF\xBB\xBF\xEF\xBB\xBFSome text.");
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].text == "Some text.");
  CHECK(r.articles[0].offset_bytes == 6);
}

TEST_CASE("text that begins like JSON but is none") {
  CHECK(Read("[Update] The bridge is open.").articles.size() == 1);
  CHECK(Read("{curly} words.").articles.size() == 1);
  CHECK(Read("GIF8 is a format, RIFF another.").articles.size() == 1);
}

TEST_CASE("one object has the bare path, also after a byte order mark and with other line ends") {
  const Reading r = Read(
      "\xEF\xBB\xBF{\r\n \"headline\": \"A\",\r\n \"body\": \"B.\",\r\n \"pubDate\": "
      "1747800000\r\n}\r\n");
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].id == "in");
  CHECK(r.articles[0].title == "A");
  CHECK(r.articles[0].text == "B.");
  CHECK(r.articles[0].date == "1747800000");
  CHECK(r.articles[0].offset_bytes == 3);
  CHECK_FALSE(r.articles[0].is_page);
}

TEST_CASE("authors: one, several, named parts, a byline") {
  const auto author = [](std::string_view field) {
    return Read("{\"text\":\"a\"," + std::string(field) + "}").articles.at(0).author;
  };
  CHECK(author("\"author\":\"Jo Doe\"") == "Jo Doe");
  CHECK(author("\"authors\":[\"Jo Doe\",\"\",\"Al Roe\"]") == "Jo Doe, Al Roe");
  CHECK(author("\"author\":[{\"name\":\"Jo Doe\",\"url\":\"x\"},{\"name\":\"Al Roe\"}]") ==
        "Jo Doe, Al Roe");
  CHECK(author("\"byline\":\"By Jo Doe\",\"author\":\"Jo Doe\"") == "Jo Doe");
  CHECK(author("\"author\":null").empty());
  CHECK(Read("text,author\r\nb,Jo Doe\r\n").articles.at(0).author == "Jo Doe");
}

TEST_CASE("a list numbers its records, be it of one") {
  CHECK(Read("[{\"text\":\"a\"}]").articles.at(0).id == "in#1");
  const Reading r =
      Read("[{\"text\":\"a\"} ,\n {\"text\":\"b\"},7,{\"text\":\"\"},{\"text\":\"e\"}]");
  REQUIRE(r.articles.size() == 3);
  CHECK(r.articles[1].id == "in#2");
  CHECK(r.articles[2].id == "in#5");
  REQUIRE(r.problems.size() == 2);
  CHECK(r.problems[0].record == 3);
  CHECK(r.problems[0].line == 2);
  CHECK(r.problems[0].offset_bytes == 30);
  CHECK(r.problems[1].reason == "The record has no text.");
}

TEST_CASE("lines of JSON: the only record has the bare path, of several each has its number") {
  CHECK(Read("{\"text\":\"a\"}\n").articles.at(0).id == "in");
  CHECK(Read("\n{\"text\":\"a\"}\n\n").articles.at(0).id == "in");
  const Reading r = Read("{\"text\":\"a\"}\n\n{\"text\":\"b\"}");
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[0].id == "in#1");
  CHECK(r.articles[1].id == "in#2");
  CHECK(r.articles[1].offset_bytes == 14);
}

TEST_CASE("objects over several lines, one after the other") {
  const Reading r =
      Read("{\n\"text\":\n\"a\"}\n{\n \"text\": \"b\"\n}{\"text\":\"c\"}\n{\"text\":\"d\"}\n");
  REQUIRE(r.articles.size() == 4);
  CHECK(r.articles[3].id == "in#4");
  CHECK(r.problems.empty());
}

TEST_CASE("a list inside an object, however deep, and fields around it") {
  const Reading r = Read(
      "{\"status\":\"ok\",\"tags\":[{\"x\":1}],\"articles\":[{\"text\":\"a\",\"items\":[{}]},{"
      "\"text\":\"b\"}],"
      "\"note\":\"]}\"}");
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[0].id == "in#1");
  CHECK(r.problems.empty());
  const Reading deep = Read("{\"response\":{\"n\":2,\"results\":[{\"bodyText\":\"a\"}]}}");
  REQUIRE(deep.articles.size() == 1);
  CHECK(deep.articles[0].text == "a");
  // An article's own lists do not make it a wrapper.
  const Reading single = Read("{\"text\":\"a\",\"items\":[{\"text\":\"b\"}]}");
  REQUIRE(single.articles.size() == 1);
  CHECK(single.articles[0].id == "in");
  CHECK(single.articles[0].text == "a");
}

TEST_CASE("fields go by many names, the better one wins") {
  const Reading r = Read(
      "{\"Name\":\"n\",\"TITLE\":\"t\",\"published_parsed\":[2025,5,21,1,2,3],\"summary\":\"s\","
      "\"content\":[\"one\",\"two\"],\"Source\":{\"id\":7,\"name\":\"The "
      "Example\"},\"link\":\"https://e.example/a\","
      "\"lang\":\"en\"}");
  REQUIRE(r.articles.size() == 1);
  const RawArticle& a = r.articles[0];
  CHECK(a.title == "t");
  CHECK(a.date == "2025-05-21");
  CHECK(a.text == "one\ntwo");
  CHECK(a.source == "The Example");
  CHECK(a.url == "https://e.example/a");
  CHECK(a.language == "en");
  // The same whatever the order.
  CHECK(Read("{\"text\":\"full\",\"summary\":\"s\"}").articles.at(0).text == "full");
  CHECK(Read("{\"summary\":\"s\",\"text\":\"full\"}").articles.at(0).text == "full");
  CHECK(Read("{\"publishedAt\":\"2025-01-02\",\"date\":\"2020-01-01\",\"text\":\"x\"}")
            .articles.at(0)
            .date == "2025-01-02");
}

TEST_CASE("every tenth line broken: the others are read, each place is exact") {
  std::string lines;
  std::vector<uint64_t> broken_at;
  for (int i = 1; i <= 50; ++i) {
    if (i % 10 == 0) {
      broken_at.push_back(lines.size());
      lines += i % 20 == 0 ? "{\"text\":\"cut off\n" : "{\"text\":\"x\"},\"y\":}\n";
    } else {
      lines += "{\"text\":\"article " + std::to_string(i) + "\"}\n";
    }
  }
  const Reading r = Read(lines);
  CHECK(r.articles.size() == 45);
  REQUIRE(r.problems.size() == 5);
  for (size_t i = 0; i < 5; ++i) {
    CHECK(r.problems[i].record == 10 * (i + 1));
    CHECK(r.problems[i].line == 10 * (i + 1));
    CHECK(r.problems[i].offset_bytes == broken_at[i]);
    CHECK(r.problems[i].kind == Problem::Kind::kSkipped);
  }
  CHECK(r.articles[9].id == "in#11");
}

TEST_CASE("the first line broken, and one that is no JSON at all") {
  const Reading r = Read("{\"text\":\"a\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n");
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[0].id == "in#2");
  const Reading other = Read("oops\n{\"text\":\"b\"}\n{\"text\":\"c\"}\nwhat\n{\"text\":\"d\"}");
  CHECK(other.articles.size() == 3);
  CHECK(other.problems.size() == 2);
  CHECK(other.problems.at(1).line == 4);
}

TEST_CASE("a broken record of a list does not take the next along") {
  const Reading r =
      Read("[\n  {\"text\": \"a\n  {\"text\": \"b\"},\n  {\"text\": \"c\"\n  {\"text\": \"d\"}\n]");
  CHECK(r.articles.size() == 2);
  CHECK(r.problems.size() == 2);
  CHECK(r.problems.at(1).line == 4);
  const Reading flat =
      Read("{\n\"text\":\"a\",\n\"tags\":[\n{\n\"n\":1\n},\n{\n\"n\":2\n}\n]\n}\n");
  REQUIRE(flat.articles.size() == 1);  // lines without indentation are no damage
  CHECK(flat.problems.empty());
}

TEST_CASE("a damaged element of a list without line breaks does not take the others along") {
  const std::string good =
      "{\"title\":\"t, {\\\"x\\\"}\",\"text\":\"a\",\"tags\":[{\"n\":1},{\"n\":2}]}";
  for (const char* bad :
       {"{\"text\":\"no quote}", "{\"text\":\"no end\"", "{\"text\":\"x\\\"}", "{\"text\":\"x\"]",
        "{\"text\":\"x\" \"y\"}", "{\"text\":nothing}", "{\"text\":[\"x\"}", "{\"text\":\"x\",}"}) {
    CAPTURE(std::string(bad));
    const Reading r = Read("[" + good + "," + bad + "," + good + "," + good + "]");
    CHECK(r.articles.size() == 3);
    CHECK(r.problems.size() == 1);
    CHECK(r.problems.at(0).record == 2);
    CHECK(r.problems.at(0).offset_bytes == good.size() + 2);
  }
  CHECK(Read("[{\"text\":\"a\"},{\"text\":\"b}]").articles.size() == 1);
}

TEST_CASE("files joined with their byte order marks") {
  CHECK(Read("{\"text\":\"a\"}\n\xEF\xBB\xBF{\"text\":\"b\"}\n").articles.size() == 2);
}

TEST_CASE("a file that ends too early") {
  const Reading list = Read("[{\"text\":\"a\"},{\"text\":\"b\"");
  CHECK(list.articles.size() == 1);
  REQUIRE(list.problems.size() == 1);
  CHECK(list.problems[0].record == 2);
  CHECK(list.problems[0].offset_bytes == 14);
  CHECK(Read("[{\"text\":\"a\"},").problems.size() == 1);
  CHECK(Read("{\"articles\":[{\"text\":\"a\"}]").problems.size() == 1);
  CHECK(Read("{\"text\":\"a").problems.size() == 1);
  CHECK(Read("{").problems.size() == 1);
}

TEST_CASE("empty and blank files, and lists of nothing, say so") {
  for (const char* text : {"", " \n\t\n", "[]", "{\"articles\":[]}", "\xEF\xBB\xBF"}) {
    CAPTURE(text);
    const Reading r = Read(text);
    CHECK(r.articles.empty());
    CHECK(r.problems.size() == 1);
  }
}

TEST_CASE("what is not text is named, once") {
  const std::string png = std::string("\x89PNG\r\n\x1A\n", 8) + std::string(9000, '\0');
  const Reading r = Read(png);
  CHECK(r.articles.empty());
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].reason.find("PNG") != std::string::npos);
  CHECK(Read(std::string("a\0b", 3)).problems.size() == 1);
}

TEST_CASE("an HTML page is handed on as it stands, with a mark") {
  for (const char* page : {"\xEF\xBB\xBF<!DOCTYPE html><p>x", "\n<HTML><body>x</body></HTML>"}) {
    const Reading r = Read(page);
    REQUIRE(r.articles.size() == 1);
    CHECK(r.articles[0].is_page);
    CHECK(r.articles[0].is_html);
    CHECK(r.problems.empty());
  }
  CHECK_FALSE(Read("A text with <b>one</b> tag.").articles.at(0).is_html);
}

TEST_CASE("invalid UTF-8 is repaired and counted") {
  const Reading page = Read("The caf\u00E9 and the na\u00EFve m\xFFssage end.");
  REQUIRE(page.articles.size() == 1);
  CHECK(page.articles[0].text == "The caf\u00E9 and the na\u00EFve m\uFFFDssage end.");
  REQUIRE(page.problems.size() == 1);
  CHECK(page.problems[0].kind == Problem::Kind::kRepaired);
  const Reading json = Read("{\"text\":\"\u00E9 a\xC3\"}\n{\"text\":\"b\"}");
  REQUIRE(json.articles.size() == 2);
  CHECK(json.articles[0].text == "\u00E9 a\uFFFD");
  CHECK(json.counts.repaired == 1);
}

TEST_CASE("half characters and NULs in escapes are repaired") {
  const Reading r =
      Read("{\"text\":\"a \\ud83d b \\ude00 \\ud83d\\ude00 \\\\ud83d\"}\n{\"text\":\"c\\u0000d\"}");
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[0].text == "a \uFFFD b \uFFFD \U0001F600 \\ud83d");
  CHECK(r.articles[1].text ==
        "c\uFFFD"
        "d");
  CHECK(r.counts.repaired == 2);
}

TEST_CASE("deep nesting is refused, and only that record") {
  std::string deep =
      "{\"text\":\"a\",\"x\":" + std::string(10000, '[') + std::string(10000, ']') + "}\n";
  const Reading r = Read(deep + "{\"text\":\"b\"}\n");
  CHECK(r.articles.size() == 1);
  CHECK(r.problems.size() == 1);
  CHECK(Read(std::string(10000, '[')).problems.size() == 1);
}

TEST_CASE("a record over the limit is left out, the others stay") {
  const std::string big(3000, 'x');
  const std::string good = "{\"text\":\"ok\"}";
  for (const char* around : {"lines", "list"}) {
    CAPTURE(around);
    const bool list = std::string(around) == "list";
    const std::string text = (list ? "[" : "") + good + (list ? ",\n" : "\n") + "{\"text\":\"" +
                             big + "\"}" + (list ? ",\n" : "\n") + good + (list ? "]" : "\n");
    const Reading r = Read(text, 2000);
    CHECK(r.articles.size() == 2);
    REQUIRE(r.problems.size() == 1);
    CHECK(r.problems[0].record == 2);
    CHECK(r.problems[0].reason.find("larger than") != std::string::npos);
  }
  CHECK(Read(std::string(200000, 'a'), 100000).problems.size() == 1);
}

TEST_CASE("gzip: one member, several, padded, cut off, damaged") {
  const std::string lines = "{\"text\":\"a\"}\n{\"text\":\"b\"}\n";
  CHECK(Read(Gzip(lines)).articles.size() == 2);
  CHECK(Read(Gzip(lines) + Gzip(lines)).articles.size() == 4);
  CHECK(Read(Gzip(lines) + std::string(100, '\0')).problems.empty());
  CHECK(Read(Gzip(lines) + "trailing").problems.size() == 1);
  CHECK(Read(Gzip("Plain text.")).articles.at(0).is_page);
  const std::string packed = Gzip(lines);
  const Reading cut = Read(packed.substr(0, packed.size() - 6));
  CHECK(cut.articles.size() == 2);
  CHECK(cut.problems.size() == 1);
  std::string wrong = packed;
  wrong[wrong.size() - 5] ^= 1;  // the checksum
  CHECK(Read(wrong).problems.size() == 1);
  CHECK(Read(packed.substr(0, 2)).problems.size() == 1);
  CHECK(Read(packed.substr(0, 5)).problems.size() == 1);
}

std::string Slurp(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST_CASE("the 759 articles of one day") {
  const std::filesystem::path path =
      std::filesystem::path(CLAIMSCOPE_SOURCE_DIR) / "../shared/corpus/news-2025-05-21.ndjson.gz";
  const std::string bytes = Slurp(path);
  if (bytes.empty()) {
    MESSAGE("SKIPPED: ", path.string(), " is not there");
    return;
  }
  const Reading r = ReadInPieces(bytes, 65536);
  CHECK(r.articles.size() == 759);
  CHECK(r.problems.empty());
  CHECK(r.articles.at(758).id == "in#759");
  for (const RawArticle& a : r.articles) {
    CHECK_FALSE(a.title.empty());
    CHECK_FALSE(a.date.empty());
    CHECK_FALSE(a.source.empty());
    CHECK_FALSE(a.url.empty());
  }
  CHECK(Describe(ReadInPieces(bytes, 777)) == Describe(r));
}

}  // namespace
}  // namespace claimscope
