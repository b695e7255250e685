#include "index/snapshot.h"

#include <doctest/doctest.h>

#include "model/own_rules.h"
#include "tests/support/made_corpus.h"
#include "tests/support/segment_words.h"

namespace claimscope {
namespace {

std::vector<Segment> MadeSegments(uint32_t count) {
  std::vector<Segment> segments;
  for (uint32_t i = 0; i < count; ++i) {
    SegmentBuilder builder;
    for (const MadeArticle& made : MakeCorpus({.articles = 5 + i}, 40 + i)) {
      builder.Add(made.article, made.claims);
    }
    segments.push_back(std::move(*Segment::Open(builder.Seal())));
  }
  return segments;
}

std::string Saved(const std::vector<Segment>& segments, std::string_view rules = {},
                  std::string_view reviews = {}) {
  std::vector<const Segment*> pointers;
  for (const Segment& segment : segments) pointers.push_back(&segment);
  std::string bytes;
  WriteSnapshot(
      pointers, rules, [&](std::string_view part) { bytes += part; }, reviews);
  return bytes;
}

TEST_CASE("a saved corpus opens by its columns, and its parts are where it says") {
  for (const uint32_t count : {0u, 1u, 3u}) {
    const std::vector<Segment> segments = MadeSegments(count);
    const std::string bytes = Saved(segments);
    CHECK(IsSnapshot(bytes));
    const Result<uint64_t> head = SnapshotHeadSize(bytes.substr(0, kSnapshotHeaderBytes));
    REQUIRE(head.ok());
    const Result<Snapshot> snapshot = ReadSnapshot(bytes.substr(0, *head), bytes.size());
    REQUIRE_MESSAGE(snapshot.ok(), snapshot.status().message());
    REQUIRE(snapshot->segments.size() == count);
    for (uint32_t i = 0; i < count; ++i) {
      const SnapshotEntry& entry = snapshot->segments[i];
      const auto part = [&](SnapshotPart where) { return bytes.substr(where.begin, where.size); };
      Result<Segment> opened = Segment::OpenColumns(part(entry.columns));
      REQUIRE(opened.ok());
      CHECK(CheckIdentity(entry, *opened).ok());
      if (i > 0) CHECK_FALSE(CheckIdentity(snapshot->segments[0], *opened).ok());
      CHECK(opened->AttachText(part(entry.text)).ok());
      CHECK(opened->AttachWords(part(entry.words)).ok());
      CHECK(opened->QuoteAt(0) == segments[i].QuoteAt(0));
      CHECK(ArticlesWith(*opened, "north") == ArticlesWith(segments[i], "north"));
      // Columns stand before all words, words before all texts.
      CHECK(entry.columns.begin < snapshot->segments[0].words.begin);
      CHECK(entry.words.begin < snapshot->segments[0].text.begin);
    }
  }
}

TEST_CASE("a saved corpus carries the rules that it was read with, and is the same without any") {
  const std::vector<Segment> segments = MadeSegments(2);
  const std::string rules = PackBundle(FileBundle::Of(
      {{std::string(kRulesName), "floods"}, {"lexicon/topic.tsv", "# words\nflood\n"}}));
  const std::string plain = Saved(segments), own = Saved(segments, rules);
  CHECK(plain[8] == 1);
  CHECK(own[8] == 2);
  const auto read = [](const std::string& bytes) {
    const Result<uint64_t> head = SnapshotHeadSize(bytes.substr(0, kSnapshotHeaderBytes));
    REQUIRE(head.ok());
    Result<Snapshot> snapshot = ReadSnapshot(bytes.substr(0, *head), bytes.size());
    REQUIRE_MESSAGE(snapshot.ok(), snapshot.status().message());
    return std::move(*snapshot);
  };
  CHECK(read(plain).rules.empty());
  const Snapshot snapshot = read(own);
  CHECK(snapshot.rules == rules);
  REQUIRE(snapshot.segments.size() == 2);
  const SnapshotPart text = snapshot.segments[1].text;
  CHECK(own.substr(text.begin, text.size) == segments[1].BytesOf(Segment::Part::kText));
  const SnapshotPart columns = snapshot.segments[0].columns;
  CHECK(columns.begin % 8 == 0);
  // Too large to be rules, told before it is believed.
  std::string large = own;
  large[32 + 6] = 1;
  CHECK(SnapshotHeadSize(large).status().message().find("too large") != std::string::npos);
  CHECK_FALSE(SnapshotHeadSize(own.substr(0, 36)).ok());
}

TEST_CASE("a saved corpus carries what was said of its claims, with rules and without") {
  const std::vector<Segment> segments = MadeSegments(2);
  const std::string reviews = "{\"text\":\"00000000000000ff\",\"verdict\":\"rejected\"}\n";
  for (const std::string rules : {"", "some rules"}) {
    const std::string bytes = Saved(segments, rules, reviews);
    CHECK(bytes[8] == 3);
    const Result<Snapshot> snapshot = ReadSnapshot(bytes, bytes.size());
    REQUIRE_MESSAGE(snapshot.ok(), snapshot.status().message());
    CHECK(snapshot->rules == rules);
    CHECK(snapshot->reviews == reviews);
    REQUIRE(snapshot->segments.size() == 2);
    const SnapshotPart text = snapshot->segments[1].text;
    CHECK(bytes.substr(text.begin, text.size) == segments[1].BytesOf(Segment::Part::kText));
    CHECK(snapshot->segments[0].columns.begin % 8 == 0);
    std::string large = bytes;
    large[40 + 6] = 1;
    CHECK(SnapshotHeadSize(large).status().message().find("too large") != std::string::npos);
  }
}

TEST_CASE("a head that is damaged, cut off, newer or something else is refused") {
  std::string rules, reviews;
  SUBCASE("as it is without rules of one's own") {}
  SUBCASE("with rules") {
    rules = PackBundle(FileBundle::Of({{"lexicon/topic.tsv", "# words\nflood\n"}}));
  }
  SUBCASE("with reviews") { reviews = "{\"verdict\":\"accepted\"}\n"; }
  const std::string bytes = Saved(MadeSegments(2), rules, reviews);
  const auto head = static_cast<size_t>(*SnapshotHeadSize(bytes));
  Random random(41);
  for (int i = 0; i < 300; ++i) {
    std::string bad = bytes.substr(0, head);
    bad[random.Below(static_cast<uint32_t>(head))] ^= static_cast<char>(1 << random.Below(8));
    const Result<Snapshot> read = ReadSnapshot(bad, bytes.size());
    REQUIRE_FALSE(read.ok());
    CHECK(read.status().message().size() > 20);
  }
  for (size_t size = 0; size < head; size += 5) {
    CHECK_FALSE(ReadSnapshot(bytes.substr(0, size), bytes.size()).ok());
  }
  CHECK_FALSE(ReadSnapshot(bytes.substr(0, head), bytes.size() - 1).ok());
  CHECK(SnapshotHeadSize("{\"claims\": 1}").status().message().find("other bytes") !=
        std::string::npos);
  std::string newer = bytes;
  newer[8] = 7;
  CHECK(SnapshotHeadSize(newer).status().code() == StatusCode::kUnsupported);
  CHECK(SnapshotHeadSize(newer).status().message().find("newer version") != std::string::npos);
}

}  // namespace
}  // namespace claimscope
