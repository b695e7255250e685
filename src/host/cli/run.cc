#include "host/cli/run.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "assets/builtin.h"
#include "base/strings.h"
#include "engine/engine.h"
#include "host/cli/corpus_file.h"
#include "host/cli/export.h"
#include "host/cli/output.h"
#include "host/cli/page.h"
#include "host/cli/search.h"
#include "host/cli/sources.h"
#include "host/cli/stats_table.h"
#include "model/own_rules.h"

namespace claimscope {
namespace {

// "path:line (byte N): reason"; without a place when the whole source is meant. With the names of
// the fields, how to say which is which.
void PrintProblem(const Problem& problem) {
  std::string text = problem.source;
  if (problem.line > 0) text += ":" + std::to_string(problem.line);
  if (problem.line > 0 || problem.offset_bytes > 0) {
    text += " (byte " + std::to_string(problem.offset_bytes) + ")";
  }
  std::string reason = problem.reason;
  if (!problem.fields.empty()) {
    reason += " There are:";
    for (const std::string& field : problem.fields) {
      reason += (&field == problem.fields.data() ? " " : ", ") + field;
    }
    reason += ". Say which with --map text=NAME,title=NAME.";
  }
  std::fprintf(stderr, "%s: %s\n", text.c_str(), reason.c_str());
}

void PrintError(const std::string& where, const std::string& why) {
  std::fprintf(stderr, "%s: %s\n", where.c_str(), why.c_str());
}

// The bundle of the user's own tables (model/own_rules.h): those of --rules, or those that the
// first saved corpus among the sources was read with.
Result<std::string> OwnTables(const std::string& folder, const std::vector<std::string>& sources) {
  if (folder.empty()) {
    const auto saved = std::find_if(sources.begin(), sources.end(), IsCorpusFile);
    return saved == sources.end() ? std::string() : RulesOfCorpusFile(*saved);
  }
  const Result<LoadedFiles> own = LoadTables(folder);
  if (!own.ok()) return own.status();
  const std::filesystem::path path(folder);
  const std::string name =
      (path.has_filename() ? path : path.parent_path()).filename().lexically_normal().string();
  std::vector<FileBundle::File> files{{std::string(kRulesName), name}};
  for (const auto& [file, data] : own->files) files.push_back({file, data});
  return PackBundle(FileBundle::Of(std::move(files)));
}

// The built-in tables, those of `own` in place of the ones of the same name.
Result<FileBundle> Rules(const std::string& own) {
  Result<FileBundle> builtin = FileBundle::Open(BuiltinRules());
  if (!builtin.ok() || own.empty()) return builtin;
  const Result<FileBundle> files = FileBundle::Open(own);
  if (!files.ok()) return files.status();
  return OverlayTables(*builtin, *files);
}

struct Totals {
  uint64_t files = 0, unreadable = 0, articles = 0, skipped = 0, repaired = 0;
  uint64_t found = 0;         // claims, or mentions of a layer
  uint64_t not_read = 0;      // articles in a language that claims are not read from
  bool keeps_output = false;  // a source that the output would replace could not be read
  std::string_view one = "claim", many = "claims";

  void Count(const Article& article) {
    not_read += !article.language.empty() && article.language != "en";
  }
};

std::string Counted(uint64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void PrintTotals(const Totals& totals) {
  std::string text = Counted(totals.files, "file", "files") + ", " +
                     Counted(totals.articles, "article", "articles") + ", " +
                     Counted(totals.found, totals.one, totals.many);
  text += "; " + std::to_string(totals.skipped) + " skipped, " + std::to_string(totals.repaired) +
          " repaired";
  if (totals.not_read > 0) {
    text += ", " + Counted(totals.not_read, "article", "articles") + " in a language not read";
  }
  if (totals.unreadable > 0) {
    text += ", " + Counted(totals.unreadable, "file", "files") + " could not be read";
  }
  std::fprintf(stderr, "%s\n", text.c_str());
}

// The articles of a saved corpus, as if a source had given them.
Status ReadCorpus(const std::string& path, Pipeline* pipeline, Reviews* reviews) {
  return ReadCorpusFile(
      path, [&](const Segment& segment) { pipeline->Add(segment); }, reviews);
}

// Reads all sources; stops early when the output is gone.
void ReadAll(const std::vector<std::string>& sources, const Output& output, Pipeline* pipeline,
             Totals* out, std::string* report, Reviews* reviews) {
  Totals& totals = *out;
  for (const std::string& source : sources) {
    if (!output.ok()) break;
    pipeline->Begin(source);
    const Status status = IsCorpusFile(source) ? ReadCorpus(source, pipeline, reviews)
                                               : ReadInPieces(source, [&](std::string_view piece) {
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
      totals.keeps_output = totals.keeps_output || output.Replaces(source);
    }
    const IngestCounts& counts = pipeline->counts();
    totals.articles += counts.articles;
    totals.skipped += counts.skipped;
    totals.repaired += counts.repaired;
    totals.found += pipeline->claims();
    if (!status.ok()) {
      pipeline->NoteProblem({Problem::Kind::kSkipped, source, 0, 0, 0, status.message()});
    }
    if (!report->empty()) *report += ",\n";
    *report += pipeline->ReportJson();
  }
}

// The whole of a file as one text, offsets being its bytes.
void ReadRaw(const Cleaner& cleaner, const std::vector<std::string>& sources, const Output& output,
             const std::function<void(Article&&)>& on_article, Totals* totals) {
  for (const std::string& source : sources) {
    if (!output.ok()) break;
    Article article;
    article.id = source;
    const Status status = ReadInPieces(source, [&](std::string_view piece) {
      article.text.append(piece);
      return article.text.size() <= kMaxRecordBytes;
    });
    if (!status.ok() || article.text.size() > kMaxRecordBytes) {
      PrintError(source, status.ok() ? "It is larger than 64 MB." : status.message());
      ++totals->unreadable;
      continue;
    }
    RawArticle raw;
    raw.text = article.text;
    article.language = cleaner.Clean(std::move(raw)).language;
    ++totals->files;
    ++totals->articles;
    on_article(std::move(article));
  }
}

// {"files": [...], "totals": {...}}; false when it could not be written.
bool WriteReport(const std::string& path, const std::string& files, const Totals& totals) {
  JsonWriter json;
  json.BeginObject();
  json.Key("files").Int(static_cast<int64_t>(totals.files + totals.unreadable));
  json.Key("articles").Int(static_cast<int64_t>(totals.articles));
  json.Key("claims").Int(static_cast<int64_t>(totals.found));
  json.Key("skipped").Int(static_cast<int64_t>(totals.skipped + totals.unreadable));
  json.Key("repaired").Int(static_cast<int64_t>(totals.repaired));
  json.EndObject();
  Output report(path);
  report.Write("{\"files\":[\n" + files + "\n],\n\"totals\":" + json.text() + "}\n");
  if (report.Close()) return true;
  PrintError(path, "The report could not be written: " + report.error_text() + ".");
  return false;
}

// Says how large it is and what is in it, because it is made to be given away.
bool WritePage(const Options& options, const std::string& link, std::string page,
               const std::vector<Segment>& segments, const std::string& said, Output* output) {
  int64_t megabytes = 0;
  const bool is_limited = ParseInt(options.at_most, &megabytes);
  const Result<std::string> whole =
      PageWithCorpus(std::move(page), segments, link, said,
                     is_limited ? static_cast<uint64_t>(megabytes) << 20 : kMostCorpusOfPage);
  if (!whole.ok()) {
    PrintError("claimscope", whole.status().message());
    return false;
  }
  size_t articles = 0;
  for (const Segment& segment : segments) articles += segment.article_count();
  std::fprintf(stderr, "%s: %.1f MB with the whole text of %s; who has the file can read them.\n",
               options.output.c_str(), static_cast<double>(whole->size()) / 1e6,
               Counted(articles, "article", "articles").c_str());
  output->Write(*whole);
  return true;
}

int ExitCode(Output* output, const Totals& totals) {
  if (totals.keeps_output) {
    PrintError("claimscope", "The output would replace a file that could not be read: it stays.");
    return kExitOutputFailed;
  }
  // Where nothing was read, what the file held before stays.
  const bool is_kept = totals.articles == 0 && output->ok() && output->is_file();
  if (!is_kept && !output->Close()) {
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
  const std::vector<std::string> sources = ListSources(options.paths, options.output, PrintError);
  const Result<std::string> own = OwnTables(options.rules, sources);
  const Result<FileBundle> rules = own.ok() ? Rules(*own) : own.status();
  if (!rules.ok()) {
    PrintError("claimscope", rules.status().message());
    return kExitNothingRead;
  }
  const Result<Pack> pack = LoadPack(*rules);
  const Result<RegionNames> names = RegionNames::Load(*rules);
  const Result<FieldMap> map = ParseFieldMap(options.map);
  const Result<ViewOfLink> view = ParseView(options.query);
  const bool is_export = options.command == "export";
  const bool is_page = options.command == "page";
  Result<std::string> page = is_page ? ReadOfflinePage(options) : std::string();
  for (const Status& status :
       {pack.status(), UseOwnRules(*own), names.status(), map.status(), page.status(),
        is_export || is_page ? view.status() : Status::Ok()}) {
    if (status.ok()) continue;
    PrintError("claimscope", status.message());
    return kExitNothingRead;
  }

  Output output(options.output);
  StatsTable table;
  Totals totals;
  const auto annotate = [&](Article&& article) {
    Layer layer = Layer::kClaims;
    FromName(options.layer, &layer);
    if (!options.date.empty()) article.date = ParseIsoDay(options.date);
    totals.Count(article);
    AnnotateJson(pack->extractor, layer, article, [&](std::string_view line) {
      output.WriteLine(line);
      ++totals.found;
    });
  };
  if (options.command == "annotate") {
    totals.one = "mention";
    totals.many = "mentions";
    if (options.raw) {
      ReadRaw(pack->cleaner, sources, output, annotate, &totals);
      return ExitCode(&output, totals);
    }
  }

  Pipeline::Sinks sinks;
  sinks.on_problem = PrintProblem;
  sinks.extract = options.command != "clean" && options.command != "annotate";
  // Held until all is read: copies are found among all articles, and give them their days.
  const bool is_joined =
      !options.one_by_one && (options.command == "clean" || options.command == "extract");
  std::vector<CorpusArticle> corpus;
  Workspace workspace;  // nothing is printed before all is read
  if (options.command == "distinct" || is_export) {
    sinks.on_segment = [&](std::string bytes) {
      bool added = false;
      if (const Status status = workspace.AddSegment(std::move(bytes), &added); !status.ok())
        PrintError(options.command, status.message());
    };
  }
  std::vector<Segment> segments;
  const bool is_kept = options.command == "index" || options.command == "search" || is_page;
  if (is_kept) {
    sinks.join_sources = true;
    sinks.on_segment = [&](std::string bytes) {
      Result<Segment> segment = Segment::Open(std::move(bytes));
      if (segment.ok()) segments.push_back(std::move(*segment));
    };
  }
  sinks.on_article = [&](const Article& article, const std::vector<Claim>& claims) {
    if (options.command == "annotate") return annotate(Article(article));
    totals.Count(article);
    if (is_joined) return corpus.push_back({article, claims});
    if (options.command == "clean") return output.WriteLine(ArticleJson(article));
    if (is_kept || is_export || options.command == "distinct") return;
    for (const Claim& claim : claims) {
      if (options.command == "stats")
        table.Add(claim);
      else
        output.WriteLine(ClaimJson(article.id, article.text, claim));
    }
  };
  Pipeline pipeline(*pack, std::move(sinks));
  pipeline.SetFieldMap(*map);
  std::string report;
  Reviews reviews;  // those of the file first: they win over what saved corpora bring
  if (!options.reviews.empty()) {
    const Status status = ReadReviews(options.reviews, &reviews);
    if (!status.ok()) {
      PrintError(options.command, status.message());
      return kExitNothingRead;
    }
  }
  ReadAll(sources, output, &pipeline, &totals, &report, &reviews);
  if (!options.report.empty() && !WriteReport(options.report, report, totals)) {
    return kExitOutputFailed;
  }
  pipeline.Seal();
  if (options.command == "index") WriteCorpusFile(segments, reviews.ToLines(), &output);
  if (is_page && totals.articles > 0) {
    const size_t hash = options.query.find("v1");
    const std::string link =
        hash != std::string::npos && (hash == 0 || options.query[hash - 1] == '#')
            ? options.query.substr(hash)
            : view->query_link;
    if (!WritePage(options, link, std::move(*page), segments, reviews.ToLines(), &output))
      return kExitNothingRead;
  }
  if (options.command == "search") PrintFound(options, *names, segments, &output);
  if (is_joined) {
    JoinCorpus(pack->extractor, &corpus);
    for (const CorpusArticle& article : corpus) {
      if (!output.ok()) break;
      if (options.command == "clean") output.WriteLine(ArticleJson(article));
      for (const Claim& claim : article.claims) {
        if (options.command == "extract") output.WriteLine(ClaimJson(article, claim));
      }
    }
  }
  if (options.command == "distinct") {
    CleanedText text;
    for (const Hit hit : workspace.Ask({}, Per::kMonth).hits) {
      if (!output.ok()) break;
      output.WriteLine(ClaimJson(&workspace, hit, &text));
    }
  }
  if (is_export && totals.articles > 0) {
    const Status status = WriteExport(options, *view, *names, &workspace, &reviews, &output);
    if (!status.ok()) {
      PrintError(options.command, status.message());
      return kExitNothingRead;
    }
  }
  if (options.command == "stats" && totals.articles > 0) output.Write(table.Format(*names));
  return ExitCode(&output, totals);
}

}  // namespace claimscope
