// Tables: delimiters, quotes, damage, names of columns.
#include "ingest/csv.h"

#include "tests/unit/ingest/reading_testing.h"

namespace claimscope {
namespace {

TEST_CASE("a table with a header is one article a row, whatever parts the fields") {
  for (std::string d : {",", ";", "\t", "|", "\x1F"}) {
    CAPTURE(d);
    const Reading r = Read("\xEF\xBB\xBFid" + d + "Headline" + d + "published_at" + d +
                           "body\r\n1" + d + "A" + d + "2025-05-21" + d +
                           "The bridge is open.\r\n2" + d + "B" + d + d + "The road is not.\r\n");
    REQUIRE(r.articles.size() == 2);
    CHECK(r.articles[0].id == "in#1");
    CHECK(r.articles[0].title == "A");
    CHECK(r.articles[0].date == "2025-05-21");
    CHECK(r.articles[0].text == "The bridge is open.");
    CHECK(r.articles[1].date.empty());
    CHECK(r.problems.empty());
    CHECK(r.counts.format == "csv");
  }
}

TEST_CASE("quoted fields hold delimiters, line breaks and quotes") {
  const Reading r = Read(
      "title,text\n\"One, two\",\"He said \"\"no\"\".\nAnd left.\"\n\"\",\"b\"\n\"c\",\"He said "
      "\"yes\" "
      "to it.\"\n");
  REQUIRE(r.articles.size() == 3);
  CHECK(r.articles[0].title == "One, two");
  CHECK(r.articles[0].text == "He said \"no\".\nAnd left.");
  CHECK(r.articles[1].text == "b");
  CHECK(r.articles[1].offset_bytes == 50);
  CHECK(r.articles[2].text == "He said \"yes\" to it.");
}

TEST_CASE("a quote that never ends takes its row along and no other") {
  const Reading r = Read("title,text\na,\"one\nb,\"two\"\nc,three\n");
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[0].text == "two");
  CHECK(r.articles[0].id == "in#2");
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].record == 1);
  CHECK(r.problems[0].line == 2);
  CHECK(r.problems[0].offset_bytes == 11);
  const Reading last = Read("title,text\na,one\nb,\"two\nc,three");
  CHECK(last.articles.size() == 2);
  CHECK(last.problems.size() == 1);
}

TEST_CASE("rows with too many or too few fields are kept, and that is said") {
  const Reading r = Read("title;text\na;one;two\nb\nc;three\n");
  REQUIRE(r.articles.size() == 2);
  CHECK(r.articles[0].text == "one;two");
  CHECK(r.counts.repaired == 1);
  CHECK(r.counts.skipped == 1);  // no text
}

TEST_CASE("a table of unknown columns tells their names, once; a map helps") {
  const std::string table = "nr,rubrik,brodtext\n1,A,One.\n2,B,Two.\n3,C,Three.\n";
  const Reading r = Read(table);
  CHECK(r.articles.empty());
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].fields == std::vector<std::string>{"nr", "rubrik", "brodtext"});
  const Result<FieldMap> map = ParseFieldMap("title=rubrik, text=Brodtext");
  REQUIRE(map.ok());
  const FieldNames names = BuiltinNames().With(*map);
  const Reading mapped = Read(table, kMaxRecordBytes, names);
  REQUIRE(mapped.articles.size() == 3);
  CHECK(mapped.articles[2].title == "C");
  CHECK(mapped.articles[2].text == "Three.");
  CHECK_FALSE(ParseFieldMap("headline").ok());
  CHECK_FALSE(ParseFieldMap("nose=x").ok());
}

TEST_CASE("JSON of unknown fields tells their names; a map goes before the usual ones") {
  const std::string json = "{\"rubrik\":\"A\",\"brod\":\"One.\",\"x\":{\"y\":1}}";
  const Reading r = Read(json);
  CHECK(r.articles.empty());
  REQUIRE(r.problems.size() == 1);
  CHECK(r.problems[0].fields == std::vector<std::string>{"rubrik", "brod", "x"});
  CHECK(r.problems[0].reason == "No field of the record is known to hold its text.");
  const FieldNames names = BuiltinNames().With({{"text", "brod"}});
  CHECK(Read(json, kMaxRecordBytes, names).articles.at(0).text == "One.");
  CHECK(Read("{\"text\":\"a\",\"brod\":\"b\"}", kMaxRecordBytes, names).articles.at(0).text == "b");
  const FieldNames list = BuiltinNames().With({{"list", "pages"}});
  CHECK(Read("{\"pages\":[{\"text\":\"a\"},{\"text\":\"b\"}]}", kMaxRecordBytes, list)
            .articles.size() == 2);
  CHECK(Read("{\"text\":\"\"}").problems.at(0).fields.empty());
}

TEST_CASE("articles with commas are no tables") {
  for (const char* text :
       {"Kyiv, Ukraine\nThe army said on Monday, after a night of strikes, that it held.\n",
        "Date, place\n\nIt rained, it snowed.\n", "A; b\nC; d\n", "Home\tNews\tSport\nMore\n"}) {
    CAPTURE(text);
    CHECK(Read(text).counts.format == "text");
  }
  CHECK(Read("sep=;\ntitle;text\na;b\n").articles.at(0).text == "b");
  CHECK(Read("id,title,text\n").problems.at(0).reason == "The table has no rows.");
}

}  // namespace
}  // namespace claimscope
