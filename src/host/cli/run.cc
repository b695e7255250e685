#include "host/cli/run.h"

#include <cstdio>

#include "assets/builtin.h"
#include "engine/engine.h"
#include "host/cli/output.h"
#include "host/cli/sources.h"
#include "host/cli/stats_table.h"

namespace claimscope {
namespace {

// "path:line (byte N): reason"; without a place when the whole source is meant.
void PrintProblem(const Problem& problem) {
  std::string text = problem.source;
  if (problem.line > 0) text += ":" + std::to_string(problem.line);
  if (problem.line > 0 || problem.offset_bytes > 0) {
    text += " (byte " + std::to_string(problem.offset_bytes) + ")";
  }
  std::fprintf(stderr, "%s: %s\n", text.c_str(), problem.reason.c_str());
}

void PrintError(const std::string& where, const std::string& why) {
  std::fprintf(stderr, "%s: %s\n", where.c_str(), why.c_str());
}

// The built-in tables, those of the user's folder in place of the ones of the same name.
Result<FileBundle> Rules(const LoadedFiles& own) {
  Result<FileBundle> builtin = FileBundle::Open(BuiltinRules());
  if (!builtin.ok() || own.files.empty()) return builtin;
  std::vector<FileBundle::File> files;
  for (const auto& [name, data] : own.files) files.push_back({name, data});
  const FileBundle mine = FileBundle::Of(files);
  for (const FileBundle::File& file : builtin->files()) {
    if (!mine.Has(file.name)) files.push_back(file);
  }
  return FileBundle::Of(std::move(files));
}

struct Totals {
  uint64_t files = 0, unreadable = 0, articles = 0, claims = 0, skipped = 0, repaired = 0;
};

std::string Counted(uint64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void PrintTotals(const Totals& totals) {
  std::string text = Counted(totals.files, "file", "files") + ", " +
                     Counted(totals.articles, "article", "articles") + ", " +
                     Counted(totals.claims, "claim", "claims");
  text += "; " + std::to_string(totals.skipped) + " skipped, " + std::to_string(totals.repaired) +
          " repaired";
  if (totals.unreadable > 0) {
    text += ", " + Counted(totals.unreadable, "file", "files") + " could not be read";
  }
  std::fprintf(stderr, "%s\n", text.c_str());
}

// Reads all sources; stops early when the output is gone.
Totals ReadAll(const std::vector<std::string>& sources, Pipeline* pipeline, const Output& output) {
  Totals totals;
  for (const std::string& source : sources) {
    if (!output.ok()) break;
    pipeline->Begin(source);
    const Status status = ReadInPieces(source, [&](std::string_view piece) {
      pipeline->Push(piece);
      return output.ok();
    });
    if (status.ok() && output.ok()) {
      pipeline->End();
      ++totals.files;
    } else {
      pipeline->Cancel();
    }
    if (!status.ok()) {
      PrintError(source, status.message());
      ++totals.unreadable;
    }
    const IngestCounts& counts = pipeline->counts();
    totals.articles += counts.articles;
    totals.skipped += counts.skipped;
    totals.repaired += counts.repaired;
    totals.claims += pipeline->claims();
  }
  return totals;
}

int ExitCode(Output* output, const Totals& totals) {
  if (!output->Close()) {
    if (!output->reader_left()) {
      PrintError("claimscope", "The output could not be written: " + output->error_text() + ".");
    }
    return kExitOutputFailed;
  }
  PrintTotals(totals);
  return totals.articles > 0 ? kExitRead : kExitNothingRead;
}

}  // namespace

int Run(const Options& options) {
  LoadedFiles own;
  if (!options.rules.empty()) {
    Result<LoadedFiles> loaded = LoadTables(options.rules);
    if (!loaded.ok()) {
      PrintError("claimscope", loaded.status().message());
      return kExitNothingRead;
    }
    own = std::move(*loaded);
  }
  const Result<FileBundle> rules = Rules(own);
  if (!rules.ok()) {
    PrintError("claimscope", rules.status().message());
    return kExitNothingRead;
  }
  const Result<Pack> pack = LoadPack(*rules);
  const Result<RegionNames> names = RegionNames::Load(*rules);
  for (const Status& status : {pack.status(), names.status()}) {
    if (status.ok()) continue;
    PrintError("claimscope", status.message());
    return kExitNothingRead;
  }

  Output output(options.output);
  StatsTable table;
  Pipeline::Sinks sinks;
  sinks.on_problem = PrintProblem;
  if (options.command == "extract") {
    sinks.on_article = [&](const Article& article, const std::vector<Claim>& claims) {
      for (const Claim& claim : claims) {
        output.WriteLine(ClaimJson(article.id, article.text, claim));
      }
    };
  } else if (options.command == "clean") {
    sinks.extract = false;
    sinks.on_article = [&](const Article& article, const std::vector<Claim>&) {
      output.WriteLine(ArticleJson(article));
    };
  } else {
    sinks.on_article = [&](const Article&, const std::vector<Claim>& claims) {
      for (const Claim& claim : claims) table.Add(claim);
    };
  }
  Pipeline pipeline(*pack, std::move(sinks));
  const Totals totals = ReadAll(ListSources(options.paths, PrintError), &pipeline, output);
  if (options.command == "stats" && totals.articles > 0) output.Write(table.Format(*names));
  return ExitCode(&output, totals);
}

}  // namespace claimscope
