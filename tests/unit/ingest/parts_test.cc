// A source of one record a line, read in parts: the same articles, ids and places as read whole.
#include "tests/unit/ingest/reading_testing.h"

namespace claimscope {
namespace {

std::string Lines(int count) {
  std::string out;
  for (int i = 1; i <= count; ++i) {
    if (i % 7 == 0) out += "\r\n";  // blank lines are no records
    if (i % 10 == 0) {
      out += "{\"title\": \"damaged\", \"text\": \"No end\n";
      continue;
    }
    out += "{\"title\": \"T" + std::to_string(i) + "\", \"text\": \"Shells hit the depot " +
           std::to_string(i) + " times, the army said.\"}\n";
  }
  return out;
}

TEST_CASE("parts of NDJSON give what the whole gives") {
  const std::string whole = Lines(60);
  const std::string expected = Describe(ReadInPieces(whole, whole.size()));
  for (const size_t part_bytes : {1, 100, 700, 100000}) {
    Reading all;
    uint64_t lines = 0, records = 0;
    size_t begin = 0;
    for (size_t at = 0; at < whole.size();) {
      const size_t end = whole.find('\n', at) + 1;
      const bool is_cut = end - begin >= part_bytes && whole[end - 2] == '}' && whole[end] == '{';
      at = end;
      if (!is_cut && end < whole.size()) continue;
      const std::string part = whole.substr(begin, end - begin);
      SourceReader reader(
          "in", BuiltinNames(),
          [&](RawArticle&& article) { all.articles.push_back(std::move(article)); },
          [&](Problem&& problem) { all.problems.push_back(std::move(problem)); }, kMaxRecordBytes,
          SourcePart{begin, lines, records});
      for (size_t i = 0; i < part.size(); i += 13) reader.Push(part.substr(i, 13));
      reader.Finish();
      size_t line_begin = 0;
      for (size_t i = 0; i < part.size(); ++i) {
        if (part[i] != '\n') continue;
        ++lines;
        if (part.find_first_not_of("\r\n", line_begin) < i) ++records;
        line_begin = i + 1;
      }
      begin = end;
    }
    CAPTURE(part_bytes);
    CHECK(Describe(all) == expected);
  }
}

TEST_CASE("only one object a line, in UTF-8 and not packed, can be parted") {
  const auto has = [](std::string_view head) { return HasJsonLines(head, BuiltinNames()); };
  CHECK(has(Lines(5)));
  CHECK(has("\xEF\xBB\xBF" + Lines(3)));
  CHECK_FALSE(has("[\n" + Lines(3)));
  CHECK_FALSE(has("{\n \"text\": \"a\"\n}\n{\n \"text\": \"b\"\n}\n"));
  CHECK_FALSE(has("Plain text, of several lines.\nAnd more.\n"));
  CHECK_FALSE(has("title,text\na,b\nc,d\n"));
  CHECK_FALSE(has(Gzip(Lines(5))));
  CHECK_FALSE(has(""));
}

}  // namespace
}  // namespace claimscope
