// Our side of `make bench`, as wasm: the jobs of contenders/claimscope.mjs, each a function called
// from JavaScript as the page calls its module's.
#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "base/file_bundle.h"
#include "base/strings.h"
#include "host/web/abi.h"
#include "index/segment.h"
#include "ingest/ingest.h"
#include "query/query.h"

namespace claimscope {
namespace {

// As src/engine/engine.h has them.
constexpr size_t kSegmentTextBytes = 1 << 20;
constexpr size_t kMostSegmentTextBytes = 8 << 20;

FieldNames g_names;

struct Bench {
  std::unique_ptr<SourceReader> reader;
  std::vector<Article> articles;
  std::vector<std::string> dates;  // as written
  std::vector<std::string> sealed;
  std::vector<Segment> segments;
  std::unique_ptr<ClaimTable> table;
  Histogram chart;  // of all days
  std::vector<uint32_t> counts;
};
Bench g_bench;

void OpenTable() {
  std::vector<const Segment*> pointers;
  for (const Segment& segment : g_bench.segments) pointers.push_back(&segment);
  g_bench.table = std::make_unique<ClaimTable>(pointers);
}

// As made.mjs writes them.
struct Row {
  int32_t day;
  uint16_t region;
  uint8_t kind, side;
};
static_assert(sizeof(Row) == 8);
constexpr uint32_t kRegions = 40;

std::string RegionCode(uint32_t region) { return "R" + std::to_string(region); }

// Segments of 100,000 claims, 20 in an article of one word.
void MakeSegments(const std::string& bytes) {
  SegmentBuilder builder;
  const size_t rows = bytes.size() / sizeof(Row);
  for (size_t begin = 0; begin < rows;) {
    Article article;
    article.page = article.text = "x";
    std::vector<Claim> claims;
    const size_t end = std::min(rows, begin + 20);
    for (; begin < end; ++begin) {
      Row row;
      std::memcpy(&row, bytes.data() + begin * sizeof row, sizeof row);
      Claim& claim = claims.emplace_back();
      claim.time = {{row.day}, {row.day}};
      claim.region = RegionCode(row.region);
      claim.kind = static_cast<Kind>(row.kind);
      claim.side = static_cast<Side>(row.side);
    }
    builder.Add(article, claims);
    if (builder.articles() < 5000 && begin < rows) continue;
    Result<Segment> segment = Segment::Open(builder.Seal());
    if (segment.ok()) g_bench.segments.push_back(std::move(*segment));
  }
}

}  // namespace

// In: the bundle of rules, for the names of fields.
CLAIMSCOPE_ABI int bench_rules() {
  const std::string bytes = TakeInput();
  const auto rules = FileBundle::Open(bytes);
  if (!rules.ok()) return 1;
  auto names = FieldNames::Load(*rules);
  if (!names.ok()) return 1;
  g_names = std::move(*names);
  return 0;
}

// NDJSON, as the page reads a file: begin, pieces, end.
CLAIMSCOPE_ABI void bench_read_begin() {
  g_bench.articles.clear();
  g_bench.dates.clear();
  g_bench.reader = std::make_unique<SourceReader>(
      "corpus.ndjson", g_names,
      [&](RawArticle&& raw) {
        Article& article = g_bench.articles.emplace_back();
        article.id = std::move(raw.id);
        article.title = std::move(raw.title);
        article.source = std::move(raw.source);
        article.page = std::move(raw.text);
        g_bench.dates.push_back(std::move(raw.date));
      },
      [](Problem&&) {});
}
CLAIMSCOPE_ABI void bench_read_push() { g_bench.reader->Push(TakeInput()); }
CLAIMSCOPE_ABI size_t bench_read_end() {
  g_bench.reader->Finish();
  g_bench.reader.reset();
  return g_bench.articles.size();
}

CLAIMSCOPE_ABI size_t bench_build() {
  g_bench.sealed.clear();
  SegmentBuilder builder;
  size_t limit = kSegmentTextBytes;
  for (Article& article : g_bench.articles) {
    if (article.text.empty()) article.text = article.page;
    builder.Add(article, {});
    if (builder.text_bytes() < limit) continue;
    limit = std::min(2 * limit, kMostSegmentTextBytes);
    g_bench.sealed.push_back(builder.Seal());
  }
  if (builder.articles() > 0) g_bench.sealed.push_back(builder.Seal());
  return g_bench.articles.size();
}

CLAIMSCOPE_ABI void bench_open() {
  g_bench.articles = {};
  for (std::string& bytes : g_bench.sealed) {
    Result<Segment> segment = Segment::Open(std::move(bytes));
    if (segment.ok()) g_bench.segments.push_back(std::move(*segment));
  }
  g_bench.sealed = {};
  OpenTable();
}

CLAIMSCOPE_ABI double bench_words_size() {
  double size = 0;
  for (const Segment& segment : g_bench.segments) size += static_cast<double>(segment.words_size());
  return size;
}

// In: a search. The answer to the one before is not kept.
CLAIMSCOPE_ABI size_t bench_find(size_t limit) {
  g_bench.table->NameRegions(nullptr);
  return g_bench.table->FindArticles(TakeInput(), limit).total;
}

// In: rows as made.mjs writes them, in place of what was there.
CLAIMSCOPE_ABI void bench_rows() {
  g_bench = {};
  const std::string rows = TakeInput();
  MakeSegments(rows);
  OpenTable();
  g_bench.chart = g_bench.table->Count({}, Per::kDay).histogram;
}

// Out: u32 claims, then per region, kind and side. Days from 20000 on; region, kind: -1 for any.
// While days alone change, the chart of all days stays.
CLAIMSCOPE_ABI const uint32_t* bench_brush(int from, int to, int region, int kind, int new_chart) {
  Query query;
  query.days = {{20000 + from}, {20000 + to}};
  if (region >= 0) query.regions = {RegionCode(static_cast<uint32_t>(region))};
  if (kind >= 0) query.kinds = 1u << kind;
  Answer answer = g_bench.table->Count(query, Per::kDay, new_chart != 0 ? nullptr : &g_bench.chart);
  std::vector<uint32_t>& counts = g_bench.counts;
  counts.assign(1 + kRegions + kKindCount + kSideCount, 0);
  counts[0] = answer.claims;
  for (const FacetCount& count : answer.regions) {
    int64_t number = 0;
    if (ParseInt(std::string_view(count.value).substr(1), &number) && number < kRegions) {
      counts[1 + static_cast<size_t>(number)] = count.claims;
    }
  }
  for (const FacetCount& count : answer.kinds) {
    Kind found;
    if (FromName(count.value, &found)) {
      counts[1 + kRegions + static_cast<size_t>(found)] = count.claims;
    }
  }
  for (const FacetCount& count : answer.sides) {
    Side found;
    if (FromName(count.value, &found)) {
      counts[1 + kRegions + kKindCount + static_cast<size_t>(found)] = count.claims;
    }
  }
  return counts.data();
}

}  // namespace claimscope
