// Sources made so that a careless reader needs minutes, or memory without end, for a few megabytes.
#include "tests/unit/ingest/archive_testing.h"
#include "tests/unit/ingest/reading_testing.h"

namespace claimscope {
namespace {

std::string Times(std::string_view part, size_t count) {
  std::string out;
  for (size_t i = 0; i < count; ++i) out += part;
  return out;
}

// In pieces as a file gives them, and in other ones.
Reading ReadLarge(std::string_view bytes) {
  Reading reading = ReadInPieces(bytes, 1 << 18);
  CHECK(Describe(ReadInPieces(bytes, 100'003)) == Describe(reading));
  return reading;
}

constexpr std::string_view kFeed = "<?xml version='1.0'?><rss><channel><title>Ferry Post</title>";
constexpr std::string_view kItem =
    "<item><title>Ferry back</title><description>The ferry runs again.</description></item>";

TEST_CASE("a feed with megabytes between its records takes no longer than others") {
  for (const std::string& between :
       {std::string(6 << 20, 'x'), Times("<!--", 1 << 19), Times("<![CDATA[", 1 << 18),
        Times("<?x ", 1 << 19) + "?>", Times("<a<a ", 1 << 19), Times("<a b=\"x>\"", 1 << 18)}) {
    CAPTURE(between.substr(0, 10));
    const Reading r =
        ReadLarge(std::string(kFeed) + std::string(kItem) + between + std::string(kItem));
    REQUIRE(r.articles.size() == 2);
    CHECK(r.articles[1].text == "The ferry runs again.");
    CHECK(r.articles[1].source == "Ferry Post");
  }
}

TEST_CASE("a record cut off in the middle of what never ends is left out soon") {
  for (const char* part : {"<!--", "<![CDATA[", "<a<a ", "<!a"}) {
    CAPTURE(part);
    const Reading r =
        ReadLarge(std::string(kFeed) + std::string(kItem) + "<item>" + Times(part, 1 << 19));
    CHECK(r.articles.size() == 1);
    CHECK(r.problems.size() == 1);
  }
}

TEST_CASE("a title longer than any is none, however it is cut") {
  const Reading r = ReadLarge("<rss><title>" + std::string(3 << 20, 'x') + " Post</title>" +
                              std::string(kItem) + "</rss>");
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].source.empty());
}

TEST_CASE("texts in texts are looked into a few times") {
  const Reading r = ReadLarge("<rss><item><title>Ferry</title>" + Times("<text>", 60'000) +
                              "<title>Ferry back</title>The ferry runs again." +
                              Times("</text>", 60'000) + "</item></rss>");
  CHECK(r.articles.size() == 1);
}

TEST_CASE("the outlet is named inside its own element alone") {
  const Reading r = Read(
      "<rss><item><source><title></source><title>Ferry back</title>"
      "<description>The ferry runs again.</description></item></rss>");
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].source.empty());
  CHECK(r.articles[0].title == "Ferry back");
}

TEST_CASE("a tag without its end does not take the next one along") {
  const Reading r = Read(
      "<rss><item><title>Ferry back</title<description>The ferry runs again.</description"
      "</item></rss>");
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].text == "The ferry runs again.");
}

TEST_CASE("a table of opened quotes is read again a few times, not for every row") {
  const std::string rows = Times("1,\" x\n", 400'000);
  const Reading r =
      ReadLarge("title,text\na,One.\nb,Two.\n" + rows + "\n\"a\n2,The ferry runs again.\n");
  REQUIRE(r.articles.size() == 3);
  CHECK(r.articles[2].text == "The ferry runs again.");
  CHECK(r.problems.size() > 1);
  CHECK(r.problems.size() < 200);
}

TEST_CASE("a row that is too large ends with its line, wherever the bytes are cut") {
  const std::string text = "title,text\na,One.\n1," + std::string(5000, 'x') + "," +
                           std::string(99, 'y') + "\n2,The ferry runs again.\n";
  const Reading r = Read(text, 1000);
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[1].text == "The ferry runs again.");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].line == 3);
}

TEST_CASE("thousands of empty gzip members are no deep matter") {
  const std::string member = Gzip("");
  const Reading r = ReadLarge(Times(member, 200'000) + Gzip("The ferry runs again.\n"));
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].text == "The ferry runs again.\n");
}

TEST_CASE("a web archive of beginnings is damaged a few times") {
  for (const char* part : {"WARC/", "WARC/1.0\n", "\nWARC/1.0"}) {
    CAPTURE(part);
    const Reading r = ReadLarge("WARC/1.0 " + Times(part, 1 << 20));
    CHECK(r.articles.empty());
    CHECK(r.problems.size() < 40);
  }
}

TEST_CASE("a megabyte of brackets is text") {
  const Reading r = ReadLarge("# Ferry\n\n**Back** " + Times("[", 1 << 20) + "\n[here](x)\n");
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].text.size() == (1 << 20) + 12);
}

TEST_CASE("every kind of entry of a tar is read or told") {
  const Reading r =
      Read(TarFile("a.txt", "The ferry runs again.\n") + TarHeader("b.txt", 0, '1') +
           TarHeader("dir/", 0, '5') + TarFile("c.txt", "holes", 'S') + std::string(1024, '\0'));
  CHECK(r.articles.size() == 1);
  REQUIRE(r.problems.size() == 2);
  CHECK(r.problems[0].source == "in/b.txt");
  CHECK(r.problems[1].source == "in/c.txt");
}

TEST_CASE("what cannot be read in a zip is told once") {
  std::string zip = Zip({{"a.txt", "The ferry runs again.\n"}, {"b.txt", "And back.\n"}});
  zip[6] = 8;  // the sizes of the first one stand after its data
  zip.replace(14, 12, 12, '\0');
  const Reading r = Read(zip);
  REQUIRE(r.articles.size() == 1);
  CHECK(r.articles[0].id == "in/b.txt");
  CHECK(r.problems.size() == 1);
}

TEST_CASE("a table of UTF-16 longer than what is looked at is not taken for the whole") {
  std::string text = "\xFF\xFE";
  const auto add = [&text](std::string_view part) {
    for (char c : part) (text += c) += '\0';
  };
  add("id,text\n");
  while (text.size() < 70'000) add("7,\"The ferry runs again, the mayor said.\"\n");
  add("8,\"And back.\"\n");
  const Reading r = Read(text);
  REQUIRE(r.articles.size() > 100);
  CHECK(r.articles.back().text == "And back.");
  CHECK(r.counts.format == "csv");
}

}  // namespace
}  // namespace claimscope
