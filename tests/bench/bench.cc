// Measures each stage on real or made-up articles and prints a table: `make bench`, or
//
//   claimscope_bench [FILE...]
//
// Without files: the day of news in ../shared, if it is there, and the sample corpus. Every figure
// is the best of a few runs, on one core, everything in memory.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "assets/builtin.h"
#include "engine/engine.h"

namespace claimscope {
namespace {

struct Source {
  std::string path;
  std::string bytes;
};

constexpr int kRuns = 5;
constexpr double kMegabyte = 1e6;

// Seconds of the fastest of a few runs.
double BestSeconds(const std::function<void()>& run) {
  double best = 1e9;
  for (int i = 0; i < kRuns; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    run();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    best = std::min(best, took.count());
  }
  return best;
}

void Row(const char* what, double seconds, double megabytes) {
  if (megabytes > 0) {
    std::printf("  %-28s %9.2f ms %9.1f MB/s\n", what, seconds * 1e3, megabytes / seconds);
  } else {
    std::printf("  %-28s %9.3f ms\n", what, seconds * 1e3);
  }
}

std::vector<RawArticle> Ingest(const std::vector<Source>& sources) {
  std::vector<RawArticle> articles;
  for (const Source& source : sources) {
    SourceReader reader(
        source.path, [&](RawArticle&& article) { articles.push_back(std::move(article)); },
        [](Problem&&) {});
    reader.Push(source.bytes);
    reader.Finish();
  }
  return articles;
}

std::vector<std::string> Segments(const Pack& pack, const std::vector<Source>& sources) {
  std::vector<std::string> segments;
  Pipeline::Sinks sinks;
  sinks.on_segment = [&](std::string bytes) { segments.push_back(std::move(bytes)); };
  sinks.on_problem = [](const Problem&) {};
  Pipeline pipeline(pack, std::move(sinks));
  for (const Source& source : sources) {
    pipeline.Begin(source.path);
    pipeline.Push(source.bytes);
    pipeline.End();
  }
  return segments;
}

void MeasureStages(const Pack& pack, const std::vector<Source>& sources) {
  double megabytes_in = 0;
  for (const Source& source : sources) megabytes_in += double(source.bytes.size()) / kMegabyte;
  Row("ingest", BestSeconds([&] { Ingest(sources); }), megabytes_in);

  const std::vector<RawArticle> raw = Ingest(sources);
  std::vector<Article> articles;
  const double cleaning = BestSeconds([&] {
    articles.clear();
    for (const RawArticle& article : raw)
      articles.push_back(pack.cleaner.Clean(RawArticle(article)));
  });
  double megabytes_text = 0;
  for (const Article& article : articles) megabytes_text += double(article.text.size()) / kMegabyte;
  Row("clean", cleaning, megabytes_text);

  size_t claims = 0;
  const double extracting = BestSeconds([&] {
    claims = 0;
    for (const Article& article : articles) claims += pack.extractor.Extract(article).size();
  });
  Row("claims", extracting, megabytes_text);
  std::printf("  %zu articles, %.2f MB of text, %zu claims, %.0f articles/s in this stage\n",
              articles.size(), megabytes_text, claims, double(articles.size()) / extracting);
}

void MeasureQueries(const std::vector<std::string>& segments) {
  std::vector<Segment> opened;
  const double opening = BestSeconds([&] {
    opened.clear();
    for (const std::string& bytes : segments) {
      Result<Segment> segment = Segment::Open(bytes);
      if (segment.ok()) opened.push_back(std::move(*segment));
    }
  });
  size_t bytes = 0;
  for (const std::string& segment : segments) bytes += segment.size();
  Row("open segments", opening, double(bytes) / kMegabyte);

  std::vector<const Segment*> all;
  for (const Segment& segment : opened) all.push_back(&segment);
  const Query everything;
  Query one_kind;
  one_kind.kinds = BitOf(Kind::kStrike);
  Query word;
  word.text = "drone";
  Row("ask: everything", BestSeconds([&] { Ask(all, everything, Per::kDay); }), 0);
  Row("ask: one kind", BestSeconds([&] { Ask(all, one_kind, Per::kMonth); }), 0);
  Row("ask: one word", BestSeconds([&] { Ask(all, word, Per::kDay); }), 0);
}

void Measure(const Pack& pack, const char* name, const std::vector<Source>& sources) {
  std::printf("%s\n", name);
  MeasureStages(pack, sources);
  std::vector<std::string> segments;
  const double whole = BestSeconds([&] { segments = Segments(pack, sources); });
  size_t bytes = 0;
  for (const std::string& segment : segments) bytes += segment.size();
  Row("bytes in to segments out", whole, 0);
  std::printf("  %zu segments, %.2f MB\n", segments.size(), double(bytes) / kMegabyte);
  MeasureQueries(segments);
}

bool ReadFile(const std::string& path, std::vector<Source>* sources) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  sources->push_back({path, std::move(bytes)});
  return true;
}

std::vector<Source> SampleCorpus() {
  std::vector<Source> sources;
  const Result<FileBundle> bundle = FileBundle::Open(BuiltinUi());
  if (!bundle.ok()) return sources;
  for (const FileBundle::File& file : bundle->files()) {
    if (file.name.starts_with("sample/")) sources.push_back({file.name, std::string(file.data)});
  }
  return sources;
}

int Run(int argc, char** argv) {
  const Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
  if (!rules.ok()) return std::fprintf(stderr, "%s\n", rules.status().message().c_str()), 1;
  const auto begin = std::chrono::steady_clock::now();
  const Result<Pack> pack = LoadPack(*rules);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  if (!pack.ok()) return std::fprintf(stderr, "%s\n", pack.status().message().c_str()), 1;
  std::printf("rules loaded in %.1f ms\n", took.count() * 1e3);

  std::vector<Source> sources;
  for (int i = 1; i < argc; ++i) {
    if (!ReadFile(argv[i], &sources)) return std::fprintf(stderr, "cannot read %s\n", argv[i]), 1;
  }
  if (!sources.empty()) {
    Measure(*pack, "files", sources);
    return 0;
  }
  const std::string news = CLAIMSCOPE_SOURCE_DIR "/../shared/corpus/news-2025-05-21.ndjson.gz";
  if (ReadFile(news, &sources)) {
    Measure(*pack, "news-2025-05-21.ndjson.gz (MB/s of ingest: gzipped bytes)", sources);
  } else {
    std::printf("SKIPPED: no news of a day in ../shared\n");
  }
  Measure(*pack, "sample corpus", SampleCorpus());
  return 0;
}

}  // namespace
}  // namespace claimscope

int main(int argc, char** argv) { return claimscope::Run(argc, argv); }
