// Bytes, JSON, tables and bundles.
#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <utility>

#include "base/byte_io.h"
#include "base/file_bundle.h"
#include "base/json_writer.h"
#include "base/table.h"

namespace claimscope {
namespace {

TEST_CASE("bytes are read back as written, and never past the end") {
  ByteWriter writer;
  writer.Put<uint8_t>(7);
  writer.Align(8);
  writer.Put<uint64_t>(0x0102030405060708ull);
  writer.PutBytes("tail");
  writer.PatchAt<uint8_t>(0, 9);
  const std::string bytes = writer.Take();
  CHECK(bytes.size() == 20);
  CHECK(bytes[8] == 8);  // little endian
  ByteReader reader(bytes);
  CHECK(reader.Get<uint8_t>() == 9);
  reader.Seek(8);
  CHECK(reader.Get<uint64_t>() == 0x0102030405060708ull);
  CHECK(reader.GetBytes(4) == "tail");
  CHECK(reader.ok());
  CHECK(reader.Get<uint32_t>() == 0);
  CHECK_FALSE(reader.ok());
  reader.Seek(0);
  CHECK(reader.Get<uint8_t>() == 0);  // once failed, always failed
  ByteReader past(bytes);
  past.Seek(21);
  CHECK_FALSE(past.ok());
}

TEST_CASE("JSON is always valid") {
  JsonWriter w;
  w.BeginObject().Key("a").BeginArray().Int(1).Double(0.5).Bool(true).Null().EndArray();
  w.Key("s").String("q\" \\ \n \x01 \u0457 \xFF").Key("o").BeginObject().EndObject();
  w.Key("n").Double(std::numeric_limits<double>::infinity()).EndObject();
  CHECK(w.text() ==
        "{\"a\":[1,0.5,true,null],\"s\":\"q\\\" \\\\ \\n \\u0001 \u0457 "
        "\uFFFD\",\"o\":{},\"n\":null}");
  CHECK(w.Take().size() > 0);
  CHECK(w.BeginArray().EndArray().Take() == "[]");
}

TEST_CASE("a string is escaped where it must be, and nowhere else") {
  const std::pair<const char*, const char*> kWritten[] = {{"", ""},
                                                          {"\"", "\\\""},
                                                          {"\\", "\\\\"},
                                                          {"\t", "\\t"},
                                                          {"\r\n", "\\r\\n"},
                                                          {"\x1F", "\\u001f"},
                                                          {"\x7F", "\x7F"},
                                                          {"\u0457", "\u0457"},
                                                          {"\xD1", "\uFFFD"},
                                                          {"\x97", "\uFFFD"},
                                                          {"\xE2\x82", "\uFFFD\uFFFD"},
                                                          {"\U0001F600", "\U0001F600"}};
  for (const auto& [value, written] : kWritten) {
    for (size_t before = 0; before < 3; ++before) {
      for (size_t after = 0; after < 3; ++after) {
        const std::string head(before, 'a'), tail(after, 'z');
        JsonWriter w;
        CHECK(w.String(head + value + tail).text() == '"' + head + written + tail + '"');
      }
    }
  }
}

TEST_CASE("tables name their columns and say where they are wrong") {
  const Result<Table> table =
      Table::Parse("t.tsv", "\xEF\xBB\xBF# code\tname\r\n# a comment\n\nUA\tUkraine\nRU\r\n");
  REQUIRE(table.ok());
  CHECK(table->rows() == 2);
  CHECK(table->At(0, "name") == "Ukraine");
  CHECK(table->At(1, "name").empty());
  CHECK(table->At(1, "code") == "RU");
  CHECK(table->Line(0) == 4);
  CHECK(table->Column("none") == -1);
  CHECK(table->At(0, "none").empty());
  const Result<Table> wide = Table::Parse("t.tsv", "# a\nx\ty\n");
  REQUIRE_FALSE(wide.ok());
  CHECK(wide.status().message() == "t.tsv, line 2: more fields than columns.");
  CHECK_FALSE(Table::Parse("t.tsv", "x\n").ok());
}

std::string MakeBundle() {
  ByteWriter w;
  w.PutBytes("CSBUNDLE");
  w.Put<uint32_t>(1);
  w.Put<uint32_t>(2);
  const std::string names = "a.tsvb.tsv";
  const uint64_t data = 16 + 2 * 16 + names.size();
  w.Put<uint32_t>(5);
  w.Put<uint32_t>(3);
  w.Put<uint64_t>(data);
  w.Put<uint32_t>(5);
  w.Put<uint32_t>(0);
  w.Put<uint64_t>(data + 3);
  w.PutBytes(names + "one");
  return w.Take();
}

TEST_CASE("a bundle gives its files, and a damaged one none") {
  const std::string bytes = MakeBundle();
  const Result<FileBundle> bundle = FileBundle::Open(bytes);
  REQUIRE(bundle.ok());
  CHECK(bundle->Find("a.tsv") == "one");
  CHECK(bundle->Has("b.tsv"));
  CHECK(bundle->Find("c.tsv").empty());
  for (size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(FileBundle::Open(std::string_view(bytes).substr(0, size)).ok());
  }
  std::string many = bytes;
  many[15] = '\x7F';  // a count of two thousand million files
  CHECK_FALSE(FileBundle::Open(many).ok());
  const FileBundle loose = FileBundle::Of({{"z", "1"}, {"a", "2"}});
  CHECK(loose.files().front().name == "a");
  CHECK(loose.Find("z") == "1");
}

}  // namespace
}  // namespace claimscope
