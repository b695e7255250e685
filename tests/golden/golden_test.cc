// The sample articles through the whole core, compared with what is kept beside this file: one
// NDJSON file per sample, an article a line and its claims below it. However the bytes are cut,
// articles, claims and segments are the same. With CLAIMSCOPE_UPDATE_GOLDEN=1 in the environment
// the kept files are written anew: tests/golden/update.sh.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "assets/builtin.h"
#include "base/json_writer.h"
#include "base/strings.h"
#include "engine/engine.h"

namespace claimscope {
namespace {

const std::string kFolder = CLAIMSCOPE_SOURCE_DIR "/tests/golden/samples/";

// What is kept of an article: all but its text.
std::string ArticleLine(const Article& article) {
  JsonWriter json;
  json.BeginObject().Key("article").String(article.id);
  json.Key("title").String(article.title);
  json.Key("date").String(FormatIsoDay(article.date));
  json.Key("date_basis").String(NameOf(article.date_basis));
  json.Key("source").String(article.source);
  json.Key("url").String(article.url);
  json.Key("language").String(article.language);
  json.Key("text_bytes").Int(static_cast<int64_t>(article.text.size()));
  json.Key("cuts").BeginArray();
  for (const Cut& cut : article.cuts) {
    if (cut.reason == CutReason::kBlank) continue;
    json.BeginArray().Int(cut.span.begin).Int(cut.span.end).String(NameOf(cut.reason)).EndArray();
  }
  return json.EndArray().EndObject().Take();
}

struct Outcome {
  std::string lines;
  std::vector<std::string> segments;
  std::string problems;
};

Outcome RunInPieces(const Pack& pack, const FileBundle::File& sample, size_t piece_bytes) {
  Outcome outcome;
  Pipeline::Sinks sinks;
  sinks.on_segment = [&](std::string bytes) { outcome.segments.push_back(std::move(bytes)); };
  sinks.on_problem = [&](const Problem& problem) {
    outcome.problems += problem.source + ":" + std::to_string(problem.line) + ":" +
                        std::to_string(problem.offset_bytes) + ": " + problem.reason + "\n";
  };
  sinks.on_article = [&](const Article& article, const std::vector<Claim>& claims) {
    outcome.lines += ArticleLine(article) + "\n";
    for (const Claim& claim : claims) {
      outcome.lines += ClaimJson(article.id, article.text, claim) + "\n";
    }
  };
  Pipeline pipeline(pack, std::move(sinks));
  pipeline.Begin(sample.name.substr(sample.name.find('/') + 1));
  for (size_t at = 0; at < sample.data.size(); at += piece_bytes) {
    pipeline.Push(sample.data.substr(at, piece_bytes));
  }
  pipeline.End();
  return outcome;
}

std::string ReadFile(const std::string& path) {
  std::string text;
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return text;
  char piece[4096];
  while (const size_t size = std::fread(piece, 1, sizeof piece, file)) text.append(piece, size);
  std::fclose(file);
  return text;
}

void WriteFile(const std::string& path, std::string_view text) {
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  REQUIRE_MESSAGE(file != nullptr, path);
  CHECK(std::fwrite(text.data(), 1, text.size(), file) == text.size());
  std::fclose(file);
}

// The first line in which two texts differ, for the message.
std::string FirstDifference(std::string_view kept, std::string_view now) {
  const auto a = Split(kept, '\n');
  const auto b = Split(now, '\n');
  for (size_t i = 0; i < a.size() || i < b.size(); ++i) {
    const std::string_view was = i < a.size() ? a[i] : std::string_view("(nothing)");
    const std::string_view is = i < b.size() ? b[i] : std::string_view("(nothing)");
    if (was != is) {
      return "line " + std::to_string(i + 1) + "\nwas " + std::string(was) + "\nis  " +
             std::string(is);
    }
  }
  return "";
}

struct Loaded {
  Result<FileBundle> samples = FileBundle::Open(BuiltinUi());
  Result<FileBundle> rules = FileBundle::Open(BuiltinRules());
};

template <typename Visit>
void ForEachSample(Visit visit) {
  const Loaded loaded;
  REQUIRE(loaded.samples.ok());
  REQUIRE(loaded.rules.ok());
  const Result<Pack> pack = LoadPack(*loaded.rules);
  REQUIRE_MESSAGE(pack.ok(), pack.status().message());
  int count = 0;
  for (const FileBundle::File& file : loaded.samples->files()) {
    if (!StartsWith(file.name, "sample/") || EndsWith(file.name, ".md")) continue;
    visit(*pack, file);
    ++count;
  }
  CHECK(count >= 24);
}

TEST_SUITE_BEGIN("golden");

TEST_CASE("the samples give the claims that are kept") {
  const bool update = std::getenv("CLAIMSCOPE_UPDATE_GOLDEN") != nullptr;
  ForEachSample([&](const Pack& pack, const FileBundle::File& sample) {
    const Outcome outcome = RunInPieces(pack, sample, sample.data.size());
    CHECK_MESSAGE(outcome.problems.empty(), outcome.problems);
    const std::string path = kFolder + sample.name.substr(sample.name.find('/') + 1) + ".ndjson";
    if (update) WriteFile(path, outcome.lines);
    const std::string kept = ReadFile(path);
    const bool same = kept == outcome.lines;
    CHECK_MESSAGE(same, path << ": "
                             << (kept.empty() ? "there is no such file"
                                              : FirstDifference(kept, outcome.lines))
                             << "\nIf this is meant: tests/golden/update.sh");
  });
}

TEST_CASE("articles, claims and segments are the same however the bytes are cut") {
  ForEachSample([&](const Pack& pack, const FileBundle::File& sample) {
    const Outcome whole = RunInPieces(pack, sample, sample.data.size());
    REQUIRE(whole.segments.size() == 1);
    for (const size_t piece_bytes : {1, 7, 4096}) {
      const Outcome cut = RunInPieces(pack, sample, piece_bytes);
      CAPTURE(sample.name);
      CAPTURE(piece_bytes);
      CHECK(cut.lines == whole.lines);
      CHECK(cut.problems == whole.problems);
      const bool same_segments = cut.segments == whole.segments;
      CHECK(same_segments);
    }
  });
}

TEST_CASE("claims told by the pipeline and read from the segment are the same") {
  ForEachSample([&](const Pack& pack, const FileBundle::File& sample) {
    const Outcome outcome = RunInPieces(pack, sample, 4096);
    const Result<Segment> segment = Segment::Open(outcome.segments[0]);
    REQUIRE(segment.ok());
    std::vector<std::string> lines;
    CleanedText text;
    for (uint32_t article = 0; article < segment->article_count(); ++article) {
      for (const uint32_t row : segment->ClaimsOf(article)) {
        lines.push_back(ClaimJson(*segment, row, &text));
      }
    }
    std::vector<std::string> told;
    for (const std::string_view line : Split(outcome.lines, '\n')) {
      if (line.find("\"span\"") != std::string_view::npos) told.emplace_back(line);
    }
    // Claims with the same span may stand in another order.
    std::sort(lines.begin(), lines.end());
    std::sort(told.begin(), told.end());
    CHECK(lines == told);
  });
}

TEST_SUITE_END();

}  // namespace
}  // namespace claimscope
