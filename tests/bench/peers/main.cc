// Our side of `make bench-peers`: the same jobs on the same data as the peers of peers.mjs.
//
//   claimscope_bench_peers CORPUS.ndjson QUESTIONS ROWS.bin BRUSHES     prints one JSON object a
//   line
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "base/strings.h"
#include "index/segment.h"
#include "ingest/ingest.h"
#include "query/query.h"

namespace claimscope {
namespace {

// As src/engine/engine.h has them.
constexpr size_t kSegmentTextBytes = 1 << 20;
constexpr size_t kMostSegmentTextBytes = 8 << 20;

std::string ReadWhole(const char* path) {
  std::string bytes;
  std::FILE* const file = std::fopen(path, "rb");
  if (file == nullptr) return bytes;
  static char piece[1 << 16];
  while (const size_t n = std::fread(piece, 1, sizeof piece, file)) bytes.append(piece, n);
  std::fclose(file);
  return bytes;
}

double NowMs() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

// The median of at least `runs` runs, more for what takes less than a millisecond.
double MedianMs(int runs, const std::function<void()>& run) {
  std::vector<double> times;
  double sum = 0;
  while (times.size() < static_cast<size_t>(runs) || (sum < 50 && times.size() < 2000)) {
    const double begin = NowMs();
    run();
    times.push_back(NowMs() - begin);
    sum += times.back();
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

void Print(const char* job, double ms, double count) {
  std::printf("{\"job\":\"%s\",\"ms\":%.6f,\"count\":%.0f}\n", job, ms, count);
}

std::vector<Article> ReadArticles(const std::string& corpus) {
  std::vector<Article> articles;
  SourceReader reader(
      "corpus.ndjson",
      [&](RawArticle&& raw) {
        Article& article = articles.emplace_back();
        article.id = std::move(raw.id);
        article.title = std::move(raw.title);
        article.page = article.text = std::move(raw.text);
      },
      [](Problem&&) {});
  reader.Push(corpus);
  reader.Finish();
  return articles;
}

std::vector<std::string> Index(const std::vector<Article>& articles) {
  std::vector<std::string> sealed;
  SegmentBuilder builder;
  size_t limit = kSegmentTextBytes;
  for (const Article& article : articles) {
    builder.Add(article, {});
    if (builder.text_bytes() < limit) continue;
    limit = std::min(2 * limit, kMostSegmentTextBytes);
    sealed.push_back(builder.Seal());
  }
  if (builder.articles() > 0) sealed.push_back(builder.Seal());
  return sealed;
}

void FullText(const std::string& corpus, const std::string& queries) {
  std::vector<Article> articles;
  Print("read", MedianMs(5, [&] { articles = ReadArticles(corpus); }),
        static_cast<double>(articles.size()));
  std::vector<std::string> sealed;
  Print("build", MedianMs(5, [&] { sealed = Index(articles); }),
        static_cast<double>(articles.size()));
  articles = {};
  std::vector<Segment> segments;
  uint64_t words = 0;
  for (std::string& bytes : sealed) {
    Result<Segment> segment = Segment::Open(std::move(bytes));
    if (!segment.ok()) return;
    words += segment->words_size();
    segments.push_back(std::move(*segment));
  }
  Print("size", 0, static_cast<double>(words));
  std::vector<const Segment*> pointers;
  for (const Segment& segment : segments) pointers.push_back(&segment);
  const ClaimTable table(pointers);
  for (const std::string_view line : Split(queries, '\n')) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    const std::string name(line.substr(0, tab)), text(line.substr(tab + 1));
    uint32_t total = 0;
    const double all = MedianMs(5, [&] { total = table.FindArticles(text, 0).total; });
    Print(name.c_str(), all, total);
    const double best = MedianMs(5, [&] { total = table.FindArticles(text, 10).total; });
    Print(("best " + name).c_str(), best, total);
  }
}

// Rows of peers.mjs: i32 day, u16 region, u8 kind, u8 side each.
struct Row {
  int32_t day;
  uint16_t region;
  uint8_t kind, side;
};
static_assert(sizeof(Row) == 8);

std::vector<Segment> MakeSegments(const std::string& bytes) {
  std::vector<Segment> segments;
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
      claim.region = "R" + std::to_string(row.region);
      claim.kind = static_cast<Kind>(row.kind);
      claim.side = static_cast<Side>(row.side);
    }
    builder.Add(article, claims);
    if (builder.articles() < 5000 && begin < rows) continue;
    Result<Segment> segment = Segment::Open(builder.Seal());
    if (segment.ok()) segments.push_back(std::move(*segment));
  }
  return segments;
}

Query QueryOf(std::string_view line) {
  const std::vector<std::string_view> words = Split(line, ' ');
  Query query;
  int64_t numbers[4] = {};
  for (size_t i = 0; i < 4 && i + 1 < words.size(); ++i) (void)ParseInt(words[i + 1], &numbers[i]);
  query.days = {{static_cast<int32_t>(numbers[0])}, {static_cast<int32_t>(numbers[1])}};
  if (numbers[2] >= 0) query.regions = {"R" + std::to_string(numbers[2])};
  if (numbers[3] >= 0) query.kinds = 1u << numbers[3];
  return query;
}

// Brushes in groups ("window", "drag", "filtered"): a median per brush over the group.
void Columns(const std::string& rows, const std::string& brushes) {
  const std::vector<Segment> segments = MakeSegments(rows);
  std::vector<const Segment*> pointers;
  for (const Segment& segment : segments) pointers.push_back(&segment);
  const double begin = NowMs();
  const ClaimTable table(pointers);
  Print("table", NowMs() - begin, static_cast<double>(rows.size() / sizeof(Row)));
  for (const std::string_view group : {"window", "drag", "filtered", "kind"}) {
    std::vector<double> times;
    uint64_t sum = 0;
    Histogram chart;
    if (group == "drag" || group == "window") chart = table.Count({}, Per::kDay).histogram;
    for (const std::string_view line : Split(brushes, '\n')) {
      if (line.substr(0, line.find(' ')) != group) continue;
      const Query query = QueryOf(line);
      // While days are chosen the chart of all days stays.
      const bool has_chart = !chart.buckets.empty();
      const double from = NowMs();
      sum += table.Count(query, Per::kDay, has_chart ? &chart : nullptr).claims;
      times.push_back(NowMs() - from);
    }
    if (times.empty()) continue;
    std::sort(times.begin(), times.end());
    Print(std::string(group).c_str(), times[times.size() / 2], static_cast<double>(sum));
  }
}

}  // namespace
}  // namespace claimscope

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  claimscope::FullText(claimscope::ReadWhole(argv[1]), claimscope::ReadWhole(argv[2]));
  claimscope::Columns(claimscope::ReadWhole(argv[3]), claimscope::ReadWhole(argv[4]));
  return 0;
}
