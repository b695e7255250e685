// How fast each stage is, natively and on one core: MB/s of ingest, clean, extract and index over
// the sample articles (or a file given), ms per question over made claims. Medians of 5 runs, in
// time of the processor: what else runs on the machine does not count.
//
//   claimscope_bench [--stages] [FILE]     FILE: a source of articles, as for `claimscope extract`;
//                                          --stages: ask no questions
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "assets/builtin.h"
#include "base/strings.h"
#include "engine/engine.h"
#include "tests/support/made_corpus.h"

namespace claimscope {
namespace {

constexpr int kRuns = 5;
constexpr double kShortestMs = 50;  // the clock of wasm counts whole milliseconds

// What short is done so often that the clock can tell.
double MedianMs(const std::function<void()>& run) {
  const auto timed = [&](int times) {
    const std::clock_t begin = std::clock();
    for (int i = 0; i < times; ++i) run();
    return static_cast<double>(std::clock() - begin) * 1e3 / CLOCKS_PER_SEC;
  };
  int repeats = 1;
  while (timed(repeats) < kShortestMs) repeats *= 2;
  std::vector<double> times;
  for (int i = 0; i < kRuns; ++i) times.push_back(timed(repeats) / repeats);
  std::sort(times.begin(), times.end());
  return times[kRuns / 2];
}

void Row(const char* name, double ms, uint64_t bytes) {
  std::printf("  %-28s %10.2f ms %10.1f MB/s\n", name, ms, static_cast<double>(bytes) / ms / 1e3);
}

std::vector<RawArticle> Read(const FieldNames& names, const std::string& name,
                             std::string_view data) {
  std::vector<RawArticle> articles;
  SourceReader reader(
      name, names, [&](RawArticle&& raw) { articles.push_back(std::move(raw)); }, [](Problem&&) {});
  reader.Push(data);
  reader.Finish();
  return articles;
}

struct Source {
  std::string name, data;
};

std::vector<Source> Sources(const char* path) {
  std::vector<Source> sources;
  if (path != nullptr) {
    Source& source = sources.emplace_back(Source{path, {}});
    if (std::FILE* const file = std::fopen(path, "rb")) {
      char piece[1 << 16];
      while (const size_t n = std::fread(piece, 1, sizeof piece, file))
        source.data.append(piece, n);
      std::fclose(file);
    }
    return sources;
  }
  const Result<FileBundle> bundle = FileBundle::Open(BuiltinUi());
  if (!bundle.ok()) return sources;
  for (const FileBundle::File& file : bundle->files()) {
    if (!StartsWith(file.name, "sample/") || EndsWith(file.name, ".md")) continue;
    sources.push_back({file.name, std::string(file.data)});
  }
  return sources;
}

// The same articles in other formats.
struct Made {
  std::string name, data;
};

std::vector<Made> InFormats(const std::vector<RawArticle>& articles) {
  const auto replaced = [](std::string_view text, std::string_view from,
                           std::initializer_list<std::string_view> to) {
    std::string out;
    for (char c : text) {
      const size_t at = from.find(c);
      if (at == std::string_view::npos)
        out += c;
      else
        out += to.begin()[at];
    }
    return out;
  };
  std::string csv = "title,text\n", feed = "<rss><channel>";
  JsonWriter list;
  list.BeginArray();
  for (const RawArticle& article : articles) {
    const auto quoted = [&](std::string_view text) {
      return "\"" + replaced(text, "\"", {"\"\""}) + "\"";
    };
    csv += quoted(article.title) + "," + quoted(article.text) + "\n";
    const auto escaped = [&](std::string_view text) {
      return replaced(text, "&<>", {"&amp;", "&lt;", "&gt;"});
    };
    feed += "<item><title>" + escaped(article.title) + "</title><description>" +
            escaped(article.text) + "</description></item>\n";
    list.BeginObject();
    list.Key("title").String(article.title).Key("text").String(article.text);
    list.EndObject();
  }
  list.EndArray();
  return {{"ingest JSON list", list.Take()}, {"ingest CSV", csv}, {"ingest RSS", feed}};
}

void BenchStages(const Pack& pack, const std::vector<Source>& sources) {
  std::vector<RawArticle> raw;
  for (const Source& source : sources) {
    for (RawArticle& article : Read(pack.names, source.name, source.data)) {
      raw.push_back(std::move(article));
    }
  }
  std::vector<Article> articles;
  std::vector<std::vector<Claim>> claims;
  uint64_t text_bytes = 0;
  size_t claim_count = 0;
  for (const RawArticle& article : raw) {
    articles.push_back(pack.cleaner.Clean(RawArticle(article)));
    claims.push_back(pack.extractor.Extract(articles.back()));
    text_bytes += articles.back().page.size();
    claim_count += claims.back().size();
  }
  std::printf("%zu articles, %.2f MB of text, %zu claims\n", articles.size(),
              static_cast<double>(text_bytes) / 1e6, claim_count);

  Row("ingest", MedianMs([&] {
        for (const Source& source : sources) (void)Read(pack.names, source.name, source.data);
      }),
      text_bytes);
  for (const Made& made : InFormats(raw)) {
    Row(made.name.c_str(), MedianMs([&] { (void)Read(pack.names, made.name, made.data); }),
        made.data.size());
  }
  Row("clean", MedianMs([&] {
        for (const RawArticle& article : raw) (void)pack.cleaner.Clean(RawArticle(article));
      }),
      text_bytes);
  Row("extract", MedianMs([&] {
        for (const Article& article : articles) (void)pack.extractor.Extract(article);
      }),
      text_bytes);
  Row("clean + extract", MedianMs([&] {
        for (const RawArticle& article : raw) {
          (void)pack.extractor.Extract(pack.cleaner.Clean(RawArticle(article)));
        }
      }),
      text_bytes);
  std::vector<std::string> segments;
  Row("index", MedianMs([&] {
        segments.clear();
        SegmentBuilder builder;
        size_t limit = kSegmentTextBytes;
        for (size_t i = 0; i < articles.size(); ++i) {
          builder.Add(articles[i], claims[i]);
          if (builder.text_bytes() < limit) continue;
          limit = std::min(2 * limit, kMostSegmentTextBytes);
          segments.push_back(builder.Seal());
        }
        if (builder.articles() > 0) segments.push_back(builder.Seal());
      }),
      text_bytes);
  Row("open segments", MedianMs([&] {
        Workspace workspace;
        bool added = false;
        for (const std::string& bytes : segments) (void)workspace.AddSegment(bytes, &added);
      }),
      text_bytes);
  uint64_t columns = 0, words = 0, text = 0;
  for (const std::string& bytes : segments) {
    const Result<Segment> segment = Segment::Open(bytes);
    if (!segment.ok()) return;
    columns += segment->columns_size();
    words += segment->words_size();
    text += segment->text_size();
  }
  const auto share = [&](uint64_t size) {
    return static_cast<double>(size) / static_cast<double>(text_bytes);
  };
  std::printf(
      "  %zu segments, %.2f MB; shares of the text bytes: stored text and cuts %.2f, words "
      "with positions %.2f, claims and names %.2f\n\n",
      segments.size(), static_cast<double>(columns + words + text) / 1e6, share(text), share(words),
      share(columns));
}

void AddMadeClaims(uint32_t claim_count, Workspace* workspace) {
  // Articles of a sentence with 20 claims each, in segments of 50,000 claims.
  const MadeOptions options{.words = 12, .vocabulary = 4000, .regions = 40, .days = 1200};
  Random random(1);
  SegmentBuilder builder;
  bool added = false;
  for (uint32_t made = 0; made < claim_count; made += 20) {
    MadeArticle article = MakeArticle(options, made, &random);
    article.claims.clear();
    for (int i = 0; i < 20; ++i) {
      article.claims.push_back(MadeClaim(options, article.article, &random));
    }
    builder.Add(article.article, article.claims);
    if (builder.articles() == 2500) (void)workspace->AddSegment(builder.Seal(), &added);
  }
  if (builder.articles() > 0) (void)workspace->AddSegment(builder.Seal(), &added);
}

void BenchAsk(uint32_t claim_count) {
  Workspace workspace;
  AddMadeClaims(claim_count, &workspace);
  std::printf("%llu claims in %zu segments, ms per question\n",
              static_cast<unsigned long long>(workspace.claim_count()), workspace.segment_count());
  Random random(2);
  const auto ask = [&](const char* name, const std::function<Query()>& make, Per per) {
    constexpr int kQuestions = 20;
    std::vector<Query> queries;
    for (int i = 0; i < kQuestions * kRuns; ++i) queries.push_back(make());
    size_t next = 0;
    size_t hits = 0;
    const double ms = MedianMs([&] {
      for (int i = 0; i < kQuestions; ++i) hits += workspace.Ask(queries[next++], per).hits.size();
    });
    std::printf("  %-40s %8.3f ms  (%zu hits on average)\n", name, ms / kQuestions,
                hits / queries.size());
  };
  uint32_t turn = 0;
  const auto window = [&](int days) {
    const Day from = DayOf({2025, 1, 1}) + static_cast<int>(random.Below(1200 - days));
    return DayRange{from, from + days};
  };
  ask(
      "everything, another kind each time",
      [&] {
        Query query;
        query.kinds = 0xFF ^ (1u << (++turn % 8));
        return query;
      },
      Per::kDay);
  ask(
      "brush of 30 days",
      [&] {
        Query query;
        query.days = window(30);
        return query;
      },
      Per::kDay);
  ask(
      "brush of 400 days",
      [&] {
        Query query;
        query.days = window(400);
        return query;
      },
      Per::kDay);
  ask(
      "brush, 3 regions and a kind",
      [&] {
        Query query;
        query.days = window(200);
        query.regions = {"UA-11", "UA-14", "UA-" + std::to_string(12 + ++turn % 20)};
        query.kinds = 3;
        return query;
      },
      Per::kDay);
  ask(
      "a word",
      [&] {
        Query query;
        query.text = MadeWord(random.Skewed(4000)) + " ";
        return query;
      },
      Per::kWeek);
  ask(
      "the beginning of a word",
      [&] {
        Query query;
        query.text = MadeWord(random.Below(40));
        return query;
      },
      Per::kWeek);
  std::printf("\n");
}

}  // namespace
}  // namespace claimscope

int main(int argc, char** argv) {
  using namespace claimscope;  // NOLINT
  const Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
  if (!rules.ok()) return 1;
  const Result<Pack> pack = LoadPack(*rules);
  if (!pack.ok()) {
    std::fprintf(stderr, "%s\n", pack.status().message().c_str());
    return 1;
  }
  std::printf("loading the rules %27.2f ms\n", MedianMs([&] { (void)LoadPack(*rules); }));
  const bool stages = argc > 1 && std::string_view(argv[1]) == "--stages";
  const int file = stages ? 2 : 1;
  BenchStages(*pack, Sources(argc > file ? argv[file] : nullptr));
  if (stages) return 0;
  BenchAsk(100'000);
  BenchAsk(1'000'000);
  return 0;
}
