#include <doctest/doctest.h>

#include <set>

#include "assets/builtin.h"
#include "base/strings.h"
#include "engine/engine.h"

namespace claimscope {
namespace {

const Pack& BuiltinPack() {
  static const Pack* const pack = [] {
    const Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
    REQUIRE(rules.ok());
    Result<Pack> loaded = LoadPack(*rules);
    REQUIRE_MESSAGE(loaded.ok(), loaded.status().message());
    return new Pack(std::move(*loaded));
  }();
  return *pack;
}

struct Collected {
  std::vector<std::string> segments;
  std::vector<Problem> problems;
  std::vector<std::string> articles;

  Pipeline::Sinks Sinks() {
    return {.on_segment = [this](std::string bytes) { segments.push_back(std::move(bytes)); },
            .on_problem = [this](const Problem& problem) { problems.push_back(problem); },
            .on_article = [this](const Article& article,
                                 const std::vector<Claim>&) { articles.push_back(article.id); }};
  }
  uint64_t articles_in_segments() const {
    uint64_t count = 0;
    for (const std::string& bytes : segments) {
      const Result<Segment> segment = Segment::Open(bytes);
      REQUIRE(segment.ok());
      count += segment->article_count();
    }
    return count;
  }
};

// One JSON object a line; every record with its own title and a text of about `text_bytes`.
std::string MadeLines(int count, size_t text_bytes) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    std::string text;
    while (text.size() < text_bytes) {
      text += "Ukrainian forces liberated " + std::to_string(i + 2) +
              " settlements in the Sumy region, the General Staff said on Monday. ";
    }
    lines += "{\"title\":\"Report " + std::to_string(i) +
             "\",\"date\":\"2025-06-30\",\"source\":\"Field Post\",\"text\":\"" + text + "\"}\n";
  }
  return lines;
}

TEST_CASE("of many problems alike the first are told, all are counted") {
  Collected collected;
  Pipeline pipeline(BuiltinPack(), collected.Sinks());
  for (const char* source : {"a.ndjson", "b.ndjson"}) {
    collected.problems.clear();
    pipeline.Begin(source);
    pipeline.Push(MadeLines(1, 100));
    for (int i = 0; i < 500; ++i) pipeline.Push("{\"title\":\"Nothing\"}\n{\"text\":\"Torn\n");
    pipeline.Push(MadeLines(1, 100));
    pipeline.End();
    CHECK(pipeline.counts().skipped == 1000);
    CHECK(collected.problems.size() == 40);
    const std::string report = pipeline.ReportJson();
    CHECK(report.find("\"skipped\":1000") != std::string::npos);
    CHECK(report.find("\"count\":500}") != std::string::npos);
  }
}

TEST_CASE("a source becomes one segment, its articles in order") {
  Collected collected;
  Pipeline pipeline(BuiltinPack(), collected.Sinks());
  pipeline.Begin("news.ndjson");
  pipeline.Push(MadeLines(3, 200));
  pipeline.End();
  CHECK(collected.articles ==
        std::vector<std::string>{"news.ndjson#1", "news.ndjson#2", "news.ndjson#3"});
  REQUIRE(collected.segments.size() == 1);
  CHECK(collected.articles_in_segments() == 3);
  CHECK(pipeline.counts().articles == 3);
  CHECK(pipeline.claims() == Segment::Open(collected.segments[0])->claim_count());
}

TEST_CASE("a long source is sealed piece by piece, a segment never holds two sources") {
  Collected collected;
  Pipeline pipeline(BuiltinPack(), collected.Sinks());
  const std::string large = MadeLines(50, kSegmentTextBytes / 20);
  pipeline.Begin("large.ndjson");
  pipeline.Push(large);
  pipeline.End();
  const size_t of_large = collected.segments.size();
  CHECK(of_large >= 2);
  CHECK(of_large <= 4);
  pipeline.Begin("small.ndjson");
  pipeline.Push(MadeLines(2, 100));
  pipeline.End();
  CHECK(collected.segments.size() == of_large + 1);
  CHECK(collected.articles_in_segments() == 52);
  for (const std::string& bytes : collected.segments) {
    const Result<Segment> segment = Segment::Open(bytes);
    std::set<std::string_view> sources;
    for (uint32_t i = 0; i < segment->article_count(); ++i) {
      const std::string_view id = segment->ArticleAt(i).id;
      sources.insert(id.substr(0, id.find('#')));
    }
    CHECK(sources.size() == 1);
  }

  // The same alone, in other pieces.
  Collected again;
  Pipeline other(BuiltinPack(), again.Sinks());
  other.Begin("large.ndjson");
  for (size_t at = 0; at < large.size(); at += 10007) {
    other.Push(std::string_view(large).substr(at, 10007));
  }
  other.End();
  CHECK(again.segments.size() == of_large);
  for (size_t i = 0; i < of_large; ++i) {
    const bool same = again.segments[i] == collected.segments[i];
    CHECK(same);
  }
}

TEST_CASE("cancelling keeps what was read, and the pipeline goes on") {
  Collected collected;
  Pipeline pipeline(BuiltinPack(), collected.Sinks());
  const std::string lines = MadeLines(10, 20000);
  pipeline.Begin("news.ndjson");
  pipeline.Push(lines.substr(0, lines.size() / 2));
  pipeline.Cancel();
  const uint64_t kept = pipeline.counts().articles;
  CHECK(kept >= 4);
  CHECK(kept < 10);
  CHECK(collected.articles_in_segments() == kept);
  pipeline.Push("more");  // to nobody
  pipeline.Cancel();
  CHECK(collected.articles.size() == kept);
  pipeline.Begin("news.ndjson");
  pipeline.Push(lines);
  pipeline.End();
  CHECK(pipeline.counts().articles == 10);
}

TEST_CASE("broken records are told with their place and the others are kept") {
  Collected collected;
  Pipeline pipeline(BuiltinPack(), collected.Sinks());
  std::string lines = MadeLines(2, 100) + "{\"title\": \"broken\n" + MadeLines(2, 100);
  pipeline.Begin("news.ndjson");
  pipeline.Push(lines);
  pipeline.End();
  CHECK(pipeline.counts().articles == 4);
  CHECK(pipeline.counts().skipped == 1);
  REQUIRE(collected.problems.size() == 1);
  CHECK(collected.problems[0].source == "news.ndjson");
  CHECK(collected.problems[0].line == 3);
  CHECK(collected.problems[0].reason.size() > 10);
}

TEST_CASE("a source without articles gives no segment") {
  Collected collected;
  Pipeline pipeline(BuiltinPack(), collected.Sinks());
  pipeline.Begin("nothing.txt");
  pipeline.End();
  CHECK(collected.segments.empty());
  CHECK(collected.problems.size() == 1);
}

TEST_CASE("without extraction articles have no claims; with it they have") {
  for (const bool extract : {false, true}) {
    Collected collected;
    Pipeline::Sinks sinks = collected.Sinks();
    sinks.extract = extract;
    Pipeline pipeline(BuiltinPack(), std::move(sinks));
    pipeline.Begin("news.ndjson");
    pipeline.Push(MadeLines(3, 200));
    pipeline.End();
    CHECK(collected.articles.size() == 3);
    CHECK((pipeline.claims() > 0) == extract);
  }
}

}  // namespace
}  // namespace claimscope
